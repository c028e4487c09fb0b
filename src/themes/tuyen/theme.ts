/** Tuyến, "The Line": one red line leads from the date past every step to the deed. */
import type { Diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import { firstFit } from "../../layout/first-fit.ts";
import type { Page } from "../../layout/sheet.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Target, Theme } from "../theme.ts";
import { compose, type PageSpec, type Trial } from "./compose.ts";
import { descents, type Fit, FRUGAL } from "./fit.ts";
import { PAGE_UNITS } from "./grid.ts";
import { makeKit } from "./kit.ts";
import { oversetOf } from "./overset.ts";
import { divisions } from "./pages.ts";

/** Slack is first shared out to the gaps, at most this much each. */
const MOST_AIR = 1.2;
const LEAST_AIR = 0.05;
/** Parts of the way to the target that are tried. */
const SHARES = [1, 0.75, 0.5, 0.25] as const;

/** The pages of one trial of the fit. */
interface Found {
	readonly fit: Fit;
	readonly pages: readonly PageSpec[];
	readonly trials: readonly Trial[];
}

const holds = (trial: Trial): boolean =>
	trial.fits && trial.faults.length === 0;
const holdsAll = (found: Found): boolean => found.trials.every(holds);

/** Everything that depends on the notice, the sheet and the face, but not on the fit. */
class Setter {
	constructor(
		readonly notice: Announcement,
		readonly target: Target,
		readonly typeface: Typeface,
	) {}

	trial(page: PageSpec, fit: Fit, air = 0): Trial {
		const { format, ink } = this.target;
		return compose(
			this.notice,
			page,
			makeKit(format, fit, ink, this.typeface, air),
		);
	}

	onOnePage(fit: Fit): Found {
		const page = { blocks: this.notice.blocks, number: 1, last: true };
		return { fit, pages: [page], trials: [this.trial(page, fit)] };
	}

	/** As much on the first page as it holds, the rest on the second. */
	onTwoPages(fit: Fit): Found {
		const ways = divisions(this.notice.blocks).reverse();
		const found = firstFit(
			ways,
			(way) => {
				const page = { blocks: way.head, number: 1, last: false };
				return { way, page, trial: this.trial(page, fit) };
			},
			({ trial }) => holds(trial),
		);
		if (found === null) return { ...this.onOnePage(fit), fit };
		const second = { blocks: found.way.tail, number: 2, last: true };
		return {
			fit,
			pages: [found.page, second],
			trials: [found.trial, this.trial(second, fit)],
		};
	}

	search(attempt: (fit: Fit) => Found, least: number): Found | null {
		for (const fits of descents(this.target.format)) {
			const found = firstFit(
				fits.filter((fit) => fit.type <= least),
				attempt,
				holdsAll,
			);
			if (found !== null) return found;
		}
		return null;
	}

	/** Spends what the ladder's coarse steps left over, on one thing after the other. */
	enrich(found: Found): Found {
		let best = found;
		for (const knob of ["headline", "gaps", "code", "type"] as const) {
			const now = best.fit[knob];
			for (const share of SHARES) {
				const fit = {
					...best.fit,
					[knob]: now + (Math.max(1, now) - now) * share,
				};
				if (fit[knob] === now) break;
				const trials = best.pages.map((page) => this.trial(page, fit));
				if (!trials.every(holds)) continue;
				best = { ...best, fit, trials };
				break;
			}
		}
		return best;
	}

	/** Shares the rest of the slack out to the gaps. */
	loosen({ fit, pages, trials }: Found): Page[] {
		const unit = this.target.format.width / PAGE_UNITS;
		return pages.map((page, i): Page => {
			const tight = trials[i] ?? this.trial(page, fit);
			const air = Math.min(
				MOST_AIR,
				tight.slack / unit / (tight.stretches + 1),
			);
			if (air < LEAST_AIR) return { nodes: tight.nodes };
			const loose = this.trial(page, fit, air);
			return { nodes: (holds(loose) ? loose : tight).nodes };
		});
	}
}

const MOST_TYPE = 2;
const TARGET_TYPE = 1;

export const tuyen: Theme = {
	name: "tuyen",
	compose: (notice, target, typeface) => {
		const setter = new Setter(notice, target, typeface);
		const found =
			setter.search((fit) => setter.onOnePage(fit), MOST_TYPE) ??
			(target.format.pages > 1
				? setter.search((fit) => setter.onTwoPages(fit), TARGET_TYPE)
				: null);
		if (found !== null)
			return { value: setter.loosen(setter.enrich(found)), diagnostics: [] };
		return { value: null, diagnostics: whatIsTooMuch(setter) };
	},
};

function whatIsTooMuch({ notice, target, typeface }: Setter): Diagnostic[] {
	const fit = FRUGAL;
	const held = (candidate: Announcement): boolean => {
		const setter = new Setter(candidate, target, typeface);
		return (
			holdsAll(setter.onOnePage(fit)) ||
			(target.format.pages > 1 && holdsAll(setter.onTwoPages(fit)))
		);
	};
	const { trials } = new Setter(notice, target, typeface).onOnePage(fit);
	const faults = trials.flatMap((trial) => trial.faults);
	return faults.length > 0
		? [...faults]
		: [oversetOf(notice, target.format, held)];
}
