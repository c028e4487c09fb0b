/**
 * The search for the largest type with which the whole notice fits the sheet. A
 * theme says how a page of it is tried and drawn; the search is any theme's.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
import { firstFit } from "../../layout/first-fit.ts";
import type { Node, Page } from "../../layout/sheet.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { Composed, Target, Theme } from "../theme.ts";
import { descents, type Fit, FRUGAL, type Setting, unitOf } from "./fit.ts";
import { oversetOf } from "./overset.ts";
import { type Division, divisions, type PageSpec } from "./pages.ts";
import { TARGET } from "./type-roles.ts";

export interface Trial {
	/** Height left over; negative when the notice does not fit. */
	readonly slack: Pt;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

/** The trials of one page of a notice. */
export interface Trials {
	readonly at: (setting: Setting) => Trial;
	/** The whole page. */
	readonly draw: (setting: Setting) => readonly Node[];
}

/** What a theme is to the search: how the pages of a notice are tried. */
export type Design = (
	notice: Announcement,
	target: Target,
	typeface: Typeface,
) => (page: PageSpec) => Trials;

/** Slack is first shared out to the gaps, at most this much each. */
const MOST_AIR = 2.5;
const LEAST_AIR = 0.05;
/** Parts of the air that are tried: a gap that marks had widened takes less at first. */
const AIR_SHARES = [1, 0.8, 0.6, 0.4, 0.2] as const;
/** Parts of the way to the target that are tried. */
const SHARES: readonly number[] = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12];
/** For type on two pages: the ladder has come near what they hold. */
const SMALL_SHARES: readonly number[] = [0.25, 0.12];
/** The highest position on the type scale. */
const MOST = 2;

type Knob = "headline" | "gaps" | "code" | "type";
const KNOBS: readonly Knob[] = ["headline", "gaps", "code", "type"];
/** One step of spending what is left. */
interface Raise {
	readonly knob: "type" | "headline";
	readonly goal: number;
	readonly shares: readonly number[];
}
const TYPE: Raise = { knob: "type", goal: MOST, shares: SHARES };
const HEADLINE: Raise = { knob: "headline", goal: MOST, shares: SHARES };
const RAISES: readonly Raise[] = [TYPE, HEADLINE, TYPE];
/** On two pages the text grows first: a larger headline would drive it overleaf. */
const HEADLINE_ON_TWO = 1.3;
const RAISES_ON_TWO: readonly Raise[] = [
	{ ...TYPE, shares: SMALL_SHARES },
	{ ...HEADLINE, goal: HEADLINE_ON_TWO },
	HEADLINE,
];

/** The pages of one trial of the fit. */
interface Found {
	readonly fit: Fit;
	readonly pages: readonly PageSpec[];
	readonly trials: readonly Trial[];
}

const holds = (trial: Trial): boolean =>
	trial.fits && trial.faults.length === 0;
/** Slack worth spending: more than a gap. The headline spends that of the first page only. */
const roomy = ({ trials }: Found, knob: "type" | "headline"): boolean =>
	(knob === "headline" ? trials.slice(0, 1) : trials).every(
		({ slack }) => slack > 20,
	);
const holdsAll = (found: Found): boolean => found.trials.every(holds);

const restrained = (fit: Fit, headline: number): Fit =>
	fit.headline <= headline ? fit : { ...fit, headline };

/** A way to divide the notice, as the pages that come of it. */
interface Divided {
	readonly pages: readonly [PageSpec, PageSpec];
	readonly cut: boolean;
}

const twoPages = ({ head, tail }: Division) =>
	[
		{ blocks: head, number: 1, last: false },
		{ blocks: tail, number: 2, last: true },
	] as const;

/** Everything that depends on the notice, the sheet and the face, but not on the fit. */
class Setter {
	/** No position is higher. */
	readonly most: number;
	readonly #trials = new Map<PageSpec, Trials>();
	readonly #trialsFor: (page: PageSpec) => Trials;
	readonly #onePage: PageSpec;
	/** The shortest first page first. */
	readonly #divided: readonly Divided[];

	constructor(
		design: Design,
		readonly notice: Announcement,
		readonly target: Target,
		typeface: Typeface,
	) {
		this.most = TARGET + (MOST - TARGET) * (target.growth ?? 1);
		this.#trialsFor = design(notice, target, typeface);
		this.#onePage = { blocks: notice.blocks, number: 1, last: true };
		this.#divided = divisions(notice.blocks).map((way) => ({
			pages: twoPages(way),
			cut: way.cut,
		}));
	}

	trial(page: PageSpec, fit: Fit, air = 0): Trial {
		return this.#trialsOf(page).at({ ...fit, air });
	}

	draw(page: PageSpec, fit: Fit, air: number): Page {
		return { nodes: this.#trialsOf(page).draw({ ...fit, air }) };
	}

	#trialsOf(page: PageSpec): Trials {
		const known = this.#trials.get(page);
		if (known !== undefined) return known;
		const trials = this.#trialsFor(page);
		this.#trials.set(page, trials);
		return trials;
	}

	onOnePage(fit: Fit): Found {
		const page = this.#onePage;
		return { fit, pages: [page], trials: [this.trial(page, fit)] };
	}

	/** As much on the first page as it holds, the rest on the second. */
	onTwoPages(fit: Fit, longestFirst: readonly Divided[]): Found {
		const found = firstFit(
			longestFirst,
			({ pages }) => ({ pages, trial: this.trial(pages[0], fit) }),
			({ trial }) => holds(trial),
		);
		if (found === null) return this.onOnePage(fit);
		const { pages, trial } = found;
		return { fit, pages, trials: [trial, this.trial(pages[1], fit)] };
	}

	/** The same pages divided more evenly, a whole table being worth some unevenness. */
	#balance(found: Found, ways: readonly Divided[]): Found {
		if (found.pages.length < 2) return found;
		const unit = unitOf(this.target.format);
		const unevenness = (trials: readonly Trial[], cut: boolean): number =>
			Math.abs((trials[0]?.slack ?? 0) - (trials[1]?.slack ?? 0)) +
			(cut ? CUT_COST * unit : 0);
		let best = found;
		let least = Number.POSITIVE_INFINITY;
		for (const { pages, cut } of ways) {
			const trials = pages.map((page) => this.trial(page, found.fit));
			const uneven = unevenness(trials, cut);
			if (!trials.every(holds) || uneven >= least) continue;
			best = { fit: found.fit, pages, trials };
			least = uneven;
		}
		return best;
	}

	search(attempt: (fit: Fit) => Found, mostHeadline: number): Found | null {
		const headline = Math.min(mostHeadline, this.most);
		for (const fits of descents(this.target.format)) {
			const found = firstFit(
				fits
					.filter((fit) => fit.type <= this.most)
					.map((fit) => restrained(fit, headline)),
				attempt,
				holdsAll,
			);
			if (found !== null) return found;
		}
		return null;
	}

	holdOnTwoPages(fit: Fit): boolean {
		return holdsAll(this.onTwoPages(fit, this.#divided.toReversed()));
	}

	/** A table or list is cut only where type gains much by it. */
	searchOnTwoPages(): Found | null {
		const search = (ways: readonly Divided[]): Found | null => {
			const longestFirst = ways.toReversed();
			const found = this.search(
				(fit) => this.onTwoPages(fit, longestFirst),
				HEADLINE_ON_TWO,
			);
			return found === null ? null : this.#balance(found, ways);
		};
		const largest = search(this.#divided);
		const uncut = this.#divided.filter(({ cut }) => !cut);
		if (uncut.length === this.#divided.length) return largest;
		const whole = search(uncut);
		return whole === null ||
			largest === null ||
			largest.fit.type - whole.fit.type > WORTH_CUTTING
			? largest
			: whole;
	}

	finish(found: Found): Composed {
		const rich = this.enrich(found);
		const { type, headline } = rich.fit;
		return {
			pages: this.loosen(rich),
			isGrown: type > TARGET || headline > TARGET,
		};
	}

	/** Spends what the ladder's coarse steps left over, on one thing after the other. */
	enrich(found: Found): Found {
		const toTarget = KNOBS.reduce(
			(best, knob) => this.raise(best, knob, TARGET),
			found,
		);
		// What is still left on a short notice goes into its largest words.
		const raises = found.pages.length === 1 ? RAISES : RAISES_ON_TWO;
		return raises.reduce(
			(best, { knob, goal, shares }) =>
				roomy(best, knob)
					? this.raise(best, knob, Math.min(goal, this.most), shares)
					: best,
			toTarget,
		);
	}

	/** One knob as far towards `goal` as the pages still hold everything. */
	raise(found: Found, knob: Knob, goal: number, shares = SHARES): Found {
		const now = found.fit[knob];
		for (const share of now < goal ? shares : []) {
			const fit = { ...found.fit, [knob]: now + (goal - now) * share };
			const trials = found.pages.map((page) => this.trial(page, fit));
			if (trials.every(holds)) return { ...found, fit, trials };
		}
		return found;
	}

	/** Shares the rest of the slack out to the gaps, and as much again to the foot. */
	loosen({ fit, pages, trials }: Found): Page[] {
		const unit = unitOf(this.target.format);
		return pages.map((page, i): Page => {
			const { slack } = trials[i] ?? this.trial(page, fit);
			const taken = slack - this.trial(page, fit, 1).slack;
			const most = Math.min(MOST_AIR, slack / (taken + unit));
			const air = AIR_SHARES.map((share) => share * most).find(
				(some) => some >= LEAST_AIR && holds(this.trial(page, fit, some)),
			);
			return this.draw(page, fit, air ?? 0);
		});
	}
}

/** What type must gain, in positions, to be worth a table or a list cut in two. */
const WORTH_CUTTING = 0.25;
/** A table or list cut in two is as bad as pages this much unlike, units. */
const CUT_COST = 14;

/** The notice as large as the sheet holds it, or what is too much. */
export const fitted =
	(design: Design): Theme["compose"] =>
	(notice, target, typeface) => {
		const setter = new Setter(design, notice, target, typeface);
		const found =
			setter.search((fit) => setter.onOnePage(fit), MOST) ??
			(target.format.pages > 1 ? setter.searchOnTwoPages() : null);
		if (found !== null)
			return {
				value: setter.finish(found),
				diagnostics: [],
			};
		const setterFor = (candidate: Announcement, format: Format): Setter =>
			new Setter(design, candidate, { ...target, format }, typeface);
		return { value: null, diagnostics: whatIsTooMuch(setter, setterFor) };
	};

function whatIsTooMuch(
	{ notice, target: { format } }: Setter,
	setterFor: (candidate: Announcement, format: Format) => Setter,
): Diagnostic[] {
	const fit = FRUGAL;
	const heldBy = (candidate: Announcement, format: Format): boolean => {
		const setter = setterFor(candidate, format);
		return (
			holdsAll(setter.onOnePage(fit)) ||
			(format.pages > 1 && setter.holdOnTwoPages(fit))
		);
	};
	const { trials } = setterFor(notice, format).onOnePage(fit);
	const faults = trials.flatMap((trial) => trial.faults);
	return faults.length > 0 ? [...faults] : [oversetOf(notice, format, heldBy)];
}
