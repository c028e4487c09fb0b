/**
 * One trial of the fit: everything of a page measured, and drawn only once it is
 * found. What has been measured or drawn in the same place before, for another
 * trial or another notice, is not set again.
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
import {
	arrange,
	compose,
	type Line,
	lineNode,
	type Measured,
	type MeasuredFooter,
	type MeasuredPart,
	type MeasuredTerminus,
	terminalNode,
} from "./compose.ts";
import { FOOTER_FIELDS, setFooter } from "./footer.ts";
import { type Kit, makeKit } from "./kit.ts";
import {
	HEAD_FIELDS,
	type Head,
	type MeasuredTop,
	OPENING_FIELDS,
	type Opening,
	openingAt,
	setHead,
	setOpening,
} from "./opening.ts";
import { RUNNING_FIELDS, setRunningHead, setTurn } from "./running.ts";
import { setTerminus, TERMINUS_FIELDS, type Terminus } from "./terminus.ts";

/** A measure, and what was found wrong while it was taken. */
interface Taken<M> {
	readonly measure: M;
	readonly faults: readonly Diagnostic[];
}

/** By all the words that a component says. */
type Known<M> = Recall<string, Measures<Taken<M>>>;

type MeasuredHead = Pick<Head, "bottom">;
type MeasuredOpening = Pick<Opening, "shape">;

/** Of one component, by its setting and its place. */
type Drawings = Recall<string, readonly Node[]>;

interface Memory {
	readonly heads: Known<MeasuredHead>;
	readonly openings: Known<MeasuredOpening>;
	/** Of further pages. */
	readonly tops: Known<MeasuredTop>;
	readonly parts: Known<MeasuredPart>;
	readonly byItem: WeakMap<StackItem, Measures<Taken<MeasuredPart>>>;
	readonly termini: Known<MeasuredTerminus | null>;
	readonly footers: Known<MeasuredFooter>;
	/** By where they are. */
	readonly lines: Recall<string, readonly Node[]>;
	/** By what is known of a component. */
	readonly drawings: Recall<Measures<object>, Drawings>;
}

/** Parts of some twenty notices. */
const MOST_PARTS = 256;
const MOST_OTHERS = 32;
/** Components of some four pages, and where each stood: nodes are large. */
const MOST_DRAWN = 64;
const MOST_PLACES = 4;

const newMemory = (): Memory => ({
	heads: new Recall(MOST_OTHERS),
	openings: new Recall(MOST_OTHERS),
	tops: new Recall(MOST_OTHERS),
	parts: new Recall(MOST_PARTS),
	byItem: new WeakMap(),
	termini: new Recall(MOST_OTHERS),
	footers: new Recall(MOST_OTHERS),
	lines: new Recall(MOST_OTHERS),
	drawings: new Recall(MOST_DRAWN),
});

type Memories = Readonly<Record<Target["ink"], Memory>>;
const memories = new WeakMap<Typeface, WeakMap<Format, Memories>>();

function memoryOf(typeface: Typeface, { format, ink }: Target): Memory {
	const ofFace = memories.get(typeface) ?? new WeakMap<Format, Memories>();
	memories.set(typeface, ofFace);
	const both = ofFace.get(format) ?? {
		full: newMemory(),
		saver: newMemory(),
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

const newMeasures = <M>(): Measures<Taken<M>> => new Measures();

/** What is known of everything a notice says: its pages share it. */
export class NoticeMeasures {
	readonly #notice: Announcement;
	readonly #memory: Memory;
	readonly #words = new Map<readonly (keyof Announcement)[], string>();

	constructor(notice: Announcement, target: Target, typeface: Typeface) {
		this.#notice = notice;
		this.#memory = memoryOf(typeface, target);
	}

	head(): Measures<Taken<MeasuredHead>> {
		return this.#memory.heads.get(this.#wordsOf(HEAD_FIELDS), newMeasures);
	}

	opening(): Measures<Taken<MeasuredOpening>> {
		const words = this.#wordsOf(OPENING_FIELDS);
		return this.#memory.openings.get(words, newMeasures);
	}

	runningHead(number: number): Measures<Taken<MeasuredTop>> {
		const words = this.#wordsOf(RUNNING_FIELDS);
		return this.#memory.tops.get(`${number} ${words}`, newMeasures);
	}

	/** Most blocks stand on many of the pages that are tried, and in many notices, as the same object. */
	part(item: StackItem): Measures<Taken<MeasuredPart>> {
		const { parts, byItem } = this.#memory;
		const known = byItem.get(item);
		if (known !== undefined) return known;
		const measures = parts.get(JSON.stringify(item), newMeasures);
		byItem.set(item, measures);
		return measures;
	}

	end(number: number, last: boolean): Measures<Taken<MeasuredTerminus | null>> {
		const words = last ? this.#wordsOf(TERMINUS_FIELDS) : `${number + 1}`;
		return this.#memory.termini.get(words, newMeasures);
	}

	footer(): Measures<Taken<MeasuredFooter>> {
		return this.#memory.footers.get(this.#wordsOf(FOOTER_FIELDS), newMeasures);
	}

	line(place: string, draw: () => readonly Node[]): readonly Node[] {
		return this.#memory.lines.get(place, draw);
	}

	/** What was drawn of a component at this place and setting. */
	drawn(
		of: Measures<object>,
		place: string,
		draw: () => readonly Node[],
	): readonly Node[] {
		return this.#memory.drawings
			.get(of, () => new Recall(MOST_PLACES))
			.get(place, draw);
	}

	#wordsOf(fields: readonly (keyof Announcement)[]): string {
		const known = this.#words.get(fields);
		if (known !== undefined) return known;
		const words = wordsOf(this.#notice, fields);
		this.#words.set(fields, words);
		return words;
	}
}

/** A page measured: what of it was found wrong, and how it was measured. */
interface TakenPage extends Measured {
	/** Where the opening starts; null on further pages. */
	readonly headBottom: Pt | null;
	readonly faults: readonly Diagnostic[];
}

/** The trials of one page of a notice. */
export class PageTrials implements Trials {
	readonly #known: NoticeMeasures;
	readonly #parts: readonly {
		readonly item: StackItem;
		readonly measures: Measures<Taken<MeasuredPart>>;
	}[];
	readonly #terminus: Measures<Taken<MeasuredTerminus | null>>;
	readonly #footer: Measures<Taken<MeasuredFooter>>;

	constructor(
		readonly notice: Announcement,
		readonly page: PageSpec,
		readonly target: Target,
		readonly typeface: Typeface,
		known = new NoticeMeasures(notice, target, typeface),
	) {
		this.#known = known;
		this.#parts = stackOf(page.blocks).map((item) => ({
			item,
			measures: known.part(item),
		}));
		this.#terminus = known.end(page.number, page.last);
		this.#footer = known.footer();
	}

	at(setting: Setting): Trial {
		const measured = this.#measured(new Tried(setting));
		const { parts, faults } = measured;
		const { slack } = arrange(this.page, measured, this.#kit(setting));
		return {
			slack,
			fits: slack >= 0 && parts.every(({ fits }) => fits),
			faults,
		};
	}

	/** The whole page. */
	draw(setting: Setting): readonly Node[] {
		const tried = new Tried(setting);
		const measured = this.#measured(tried);
		const kit = this.#kit(setting);
		const arrangement = arrange(this.page, measured, kit);
		const draw = (
			of: Measures<object>,
			y: Pt,
			nodes: (kit: Kit) => readonly Node[],
		): readonly Node[] =>
			this.#known.drawn(of, `${y} ${tried.key}`, () =>
				nodes(this.#kit(setting)),
			);
		const { notice } = this;
		const { terminus } = measured;
		const { line } = arrangement;
		const drawn = {
			line:
				line === null
					? []
					: this.#known.line(`${line.top} ${line.bottom}`, () => [
							lineNode(line, kit),
						]),
			top: this.#drawTop(measured, kit, draw),
			parts: this.#parts.map(({ item, measures }, i) => {
				const y = arrangement.tops[i] ?? 0;
				return draw(measures, y, (kit) => setItem(item, kit).place(y));
			}),
			end:
				terminus === null
					? this.#drawTerminal(line, kit)
					: draw(
							this.#terminus,
							arrangement.terminusTop,
							(kit) => this.#setEnd(kit)?.place(arrangement.terminusTop) ?? [],
						),
			footer: draw(this.#footer, 0, (kit) => setFooter(notice, kit).nodes),
		};
		return compose(drawn);
	}

	#drawTerminal(line: Line | null, kit: Kit): readonly Node[] {
		return line?.isTerminal
			? this.#known.line(`end ${line.bottom}`, () => [terminalNode(line, kit)])
			: [];
	}

	#kit(setting: Setting): Kit {
		return makeKit(this.target, setting, this.typeface);
	}

	#take<M>(
		measures: Measures<Taken<M>>,
		tried: Tried,
		measure: (kit: Kit) => M,
	): Taken<M> {
		return measures.take(tried, (watched) => {
			const kit = this.#kit(watched);
			return { measure: measure(kit), faults: kit.faults };
		});
	}

	#measured(tried: Tried): TakenPage {
		const top = this.#measuredTop(tried);
		const parts = this.#parts.map(({ item, measures }) =>
			this.#take(measures, tried, (kit) => pickPart(setItem(item, kit))),
		);
		const footer = this.#take(this.#footer, tried, (kit) => ({
			top: setFooter(this.notice, kit).top,
		}));
		const terminus = this.#take(this.#terminus, tried, (kit) =>
			pickTerminus(this.#setEnd(kit)),
		);
		return {
			top: top.measure,
			headBottom: top.headBottom,
			parts: parts.map((part) => part.measure),
			terminus: terminus.measure,
			footer: footer.measure,
			faults: [top, ...parts, footer, terminus].flatMap(({ faults }) => faults),
		};
	}

	#measuredTop(
		tried: Tried,
	): Taken<MeasuredTop> & Pick<TakenPage, "headBottom"> {
		const { notice, page } = this;
		if (page.number > 1) {
			const measures = this.#known.runningHead(page.number);
			const { measure, faults } = this.#take(measures, tried, (kit) =>
				pickTop(setRunningHead(notice, page.number, kit)),
			);
			return { measure, faults, headBottom: null };
		}
		const head = this.#take(this.#known.head(), tried, (kit) => ({
			bottom: setHead(notice, kit).bottom,
		}));
		const opening = this.#take(this.#known.opening(), tried, (kit) => ({
			shape: setOpening(notice, kit).shape,
		}));
		const headBottom = head.measure.bottom;
		return {
			measure: openingAt(opening.measure.shape, headBottom),
			faults: [...head.faults, ...opening.faults],
			headBottom,
		};
	}

	#drawTop(
		{ headBottom }: TakenPage,
		kit: Kit,
		draw: (
			of: Measures<object>,
			y: Pt,
			nodes: (kit: Kit) => readonly Node[],
		) => readonly Node[],
	): readonly Node[] {
		const { notice, page } = this;
		if (headBottom === null)
			return draw(
				this.#known.runningHead(page.number),
				0,
				(kit) => setRunningHead(notice, page.number, kit).nodes,
			);
		// Its words do not tell one logo from another.
		const head = notice.logo?.picture
			? setHead(notice, kit).nodes
			: draw(this.#known.head(), 0, (kit) => setHead(notice, kit).nodes);
		return [
			...head,
			...draw(this.#known.opening(), headBottom, (kit) =>
				setOpening(notice, kit).place(headBottom),
			),
		];
	}

	#setEnd(kit: Kit): Terminus | null {
		const { number, last } = this.page;
		return last ? setTerminus(this.notice, kit) : setTurn(number + 1, kit);
	}
}

// Numbers only: what is drawn holds on to paragraphs and glyphs.
const pickTop = ({
	bottom,
	lineTop,
	endsInFlag,
}: MeasuredTop): MeasuredTop => ({
	bottom,
	lineTop,
	endsInFlag,
});
const pickPart = ({
	height,
	opens,
	joins,
	ends,
	fits,
}: MeasuredPart): MeasuredPart => ({ height, opens, joins, ends, fits });
const pickTerminus = (
	terminus: MeasuredTerminus | null,
): MeasuredTerminus | null =>
	terminus === null ? null : { height: terminus.height, clear: terminus.clear };
