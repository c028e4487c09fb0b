/**
 * One trial of the fit: everything of a page measured from top to bottom, and
 * drawn only once it is found. What was measured before is not set again.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
import { Recall } from "../../layout/recall.ts";
import type { Node } from "../../layout/sheet.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { Setting } from "../shared/fit.ts";
import { Measures, Tried } from "../shared/measures.ts";
import type { PageSpec } from "../shared/pages.ts";
import type { Trial, Trials } from "../shared/search.ts";
import { type StackItem, stackOf } from "../shared/stack.ts";
import type { Target } from "../theme.ts";
import { setItem } from "./blocks.ts";
import { CODES_FIELDS, setCodes } from "./codes.ts";
import { FOOTER_FIELDS, setFooter } from "./footer.ts";
import { type Kit, makeKit, type Part } from "./kit.ts";
import { OPENING_FIELDS, setOpening, type Top } from "./opening.ts";
import { RUNNING_FIELDS, setRunningHead, setTurn } from "./running.ts";

/** Of a component: where it ends, or how high it is; for the foot, where it begins. */
interface Measure {
	readonly extent: Pt;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

type Memory = Recall<string, Measures<Measure>>;
type Memories = Readonly<Record<Target["ink"], Memory>>;

/** Components of some twenty notices. */
const MOST_KNOWN = 320;
const memories = new WeakMap<Typeface, WeakMap<Format, Memories>>();

function memoryOf(typeface: Typeface, { format, ink }: Target): Memory {
	const ofFace = memories.get(typeface) ?? new WeakMap<Format, Memories>();
	memories.set(typeface, ofFace);
	const both = ofFace.get(format) ?? {
		full: new Recall(MOST_KNOWN),
		saver: new Recall(MOST_KNOWN),
	};
	ofFace.set(format, both);
	return both[ink];
}

/** All that is said in these fields. Of a logo it only counts that there is one. */
const wordsOf = (
	notice: Announcement,
	fields: readonly (keyof Announcement)[],
): string =>
	JSON.stringify(
		fields.map((field) =>
			field === "logo" ? Boolean(notice.logo?.picture) : notice[field],
		),
	);

/** A step without words of its own, under which other blocks come. */
const isHeading = (item: StackItem | undefined): boolean =>
	item?.kind === "step" && item.text === null && item.options.length === 0;

/** Where everything of a page stands. */
interface Arrangement {
	readonly tops: readonly Pt[];
	readonly endTop: Pt;
	readonly slack: Pt;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

export class PageTrials implements Trials {
	readonly #notice: Announcement;
	readonly #page: PageSpec;
	readonly #target: Target;
	readonly #typeface: Typeface;
	readonly #items: readonly StackItem[];
	readonly #measures: {
		readonly top: Measures<Measure>;
		readonly items: readonly Measures<Measure>[];
		readonly end: Measures<Measure>;
		readonly footer: Measures<Measure>;
	};

	constructor(
		notice: Announcement,
		page: PageSpec,
		target: Target,
		typeface: Typeface,
	) {
		this.#notice = notice;
		this.#page = page;
		this.#target = target;
		this.#typeface = typeface;
		this.#items = stackOf(page.blocks);
		const memory = memoryOf(typeface, target);
		const known = (key: string): Measures<Measure> =>
			memory.get(key, () => new Measures());
		const fields = page.number === 1 ? OPENING_FIELDS : RUNNING_FIELDS;
		this.#measures = {
			top: known(`top ${page.number} ${wordsOf(notice, fields)}`),
			items: this.#items.map((item) => known(JSON.stringify(item))),
			end: known(
				page.last
					? `codes ${wordsOf(notice, CODES_FIELDS)}`
					: `turn ${page.number}`,
			),
			footer: known(`foot ${page.last} ${wordsOf(notice, FOOTER_FIELDS)}`),
		};
	}

	at(setting: Setting): Trial {
		const { slack, fits, faults } = this.#arranged(setting);
		return {
			slack,
			fits: slack >= 0 && fits,
			faults,
		};
	}

	draw(setting: Setting): readonly Node[] {
		const kit = this.#kit(setting);
		const { tops, endTop } = this.#arranged(setting);
		return [
			...this.#top(kit).nodes,
			...this.#items.flatMap((item, i) =>
				setItem(item, kit).place(tops[i] ?? 0),
			),
			...(this.#end(kit)?.place(endTop) ?? []),
			...setFooter(this.#notice, this.#page.last, kit).nodes,
		];
	}

	#kit(setting: Setting): Kit {
		return makeKit(this.#target, setting, this.#typeface);
	}

	#top(kit: Kit): Top {
		const { number } = this.#page;
		return number === 1
			? setOpening(this.#notice, kit)
			: setRunningHead(this.#notice, number, kit);
	}

	#end(kit: Kit): Part | null {
		const { number, last } = this.#page;
		return last ? setCodes(this.#notice, kit) : setTurn(number + 1, kit);
	}

	#arranged(setting: Setting): Arrangement {
		const tried = new Tried(setting);
		const take = (
			measures: Measures<Measure>,
			measure: (kit: Kit) => Omit<Measure, "faults">,
		): Measure =>
			measures.take(tried, (watched) => {
				const kit = this.#kit(watched);
				return { ...measure(kit), faults: kit.faults };
			});
		const of = (part: Part | null) => ({
			extent: part?.height ?? 0,
			fits: part?.fits ?? true,
		});
		const top = take(this.#measures.top, (kit) => ({
			extent: this.#top(kit).bottom,
			fits: true,
		}));
		const items = this.#items.flatMap((item, i) => {
			const measures = this.#measures.items[i];
			return measures === undefined
				? []
				: [take(measures, (kit) => of(setItem(item, kit)))];
		});
		const end = take(this.#measures.end, (kit) => of(this.#end(kit)));
		const footer = take(this.#measures.footer, (kit) => ({
			extent: setFooter(this.#notice, this.#page.last, kit).top,
			fits: true,
		}));
		const kit = this.#kit(setting);
		const gap = kit.gap("section");
		const beforeEnd = kit.gap("beforeEnd");
		const tops: Pt[] = [];
		let y = top.extent;
		items.forEach(({ extent }, i) => {
			// A heading stands by what it is the heading of.
			y += isHeading(this.#items[i - 1]) ? kit.gap("headToBody") : gap;
			tops.push(y);
			y += extent;
		});
		const endTop = footer.extent - kit.gap("endToFooter") - end.extent;
		const all = [top, ...items, end, footer];
		return {
			tops,
			endTop,
			slack: endTop - (end.extent === 0 ? 0 : beforeEnd) - y,
			fits: all.every(({ fits }) => fits),
			faults: all.flatMap(({ faults }) => faults),
		};
	}
}
