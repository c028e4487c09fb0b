/**
 * One trial of the fit: everything of a page measured, nothing drawn. What has
 * been measured before, for another trial or another notice, is not set again.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
import { Recall } from "../../layout/recall.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { Target } from "../theme.ts";
import { type StackItem, setItem, stackOf } from "./blocks.ts";
import {
	arrange,
	type MeasuredFooter,
	type MeasuredPart,
	type MeasuredTerminus,
	type MeasuredTop,
	type PageSpec,
} from "./compose.ts";
import type { Setting } from "./fit.ts";
import { FOOTER_FIELDS, setFooter } from "./footer.ts";
import { type Kit, makeKit } from "./kit.ts";
import { Measures, Tried } from "./measures.ts";
import { FIRST_TOP_FIELDS, setFirstTop } from "./opening.ts";
import { RUNNING_FIELDS, setRunningHead, setTurn } from "./running.ts";
import { setTerminus, TERMINUS_FIELDS } from "./terminus.ts";

export interface Trial {
	/** Height left over; negative when the notice does not fit. */
	readonly slack: Pt;
	/** Gaps that can take some of the slack. */
	readonly stretches: number;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

/** A measure, and what was found wrong while it was taken. */
interface Taken<M> {
	readonly measure: M;
	readonly faults: readonly Diagnostic[];
}

/** By all the words that a component says. */
type Known<M> = Recall<string, Measures<Taken<M>>>;

interface Memory {
	readonly tops: Known<MeasuredTop>;
	readonly parts: Known<MeasuredPart>;
	readonly termini: Known<MeasuredTerminus | null>;
	readonly footers: Known<MeasuredFooter>;
}

/** Parts of some twenty notices. */
const MOST_PARTS = 256;
const MOST_OTHERS = 32;

const newMemory = (): Memory => ({
	tops: new Recall(MOST_OTHERS),
	parts: new Recall(MOST_PARTS),
	termini: new Recall(MOST_OTHERS),
	footers: new Recall(MOST_OTHERS),
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
	readonly #byItem = new Map<StackItem, Measures<Taken<MeasuredPart>>>();
	readonly #words = new Map<readonly (keyof Announcement)[], string>();

	constructor(notice: Announcement, target: Target, typeface: Typeface) {
		this.#notice = notice;
		this.#memory = memoryOf(typeface, target);
	}

	top(number: number): Measures<Taken<MeasuredTop>> {
		const fields = number === 1 ? FIRST_TOP_FIELDS : RUNNING_FIELDS;
		return this.#memory.tops.get(
			`${number} ${this.#wordsOf(fields)}`,
			newMeasures,
		);
	}

	/** Most blocks stand on many of the pages that are tried, as the same object. */
	part(item: StackItem): Measures<Taken<MeasuredPart>> {
		const known = this.#byItem.get(item);
		if (known !== undefined) return known;
		const measures = this.#memory.parts.get(JSON.stringify(item), newMeasures);
		this.#byItem.set(item, measures);
		return measures;
	}

	end(number: number, last: boolean): Measures<Taken<MeasuredTerminus | null>> {
		const words = last ? this.#wordsOf(TERMINUS_FIELDS) : `${number + 1}`;
		return this.#memory.termini.get(words, newMeasures);
	}

	footer(): Measures<Taken<MeasuredFooter>> {
		return this.#memory.footers.get(this.#wordsOf(FOOTER_FIELDS), newMeasures);
	}

	#wordsOf(fields: readonly (keyof Announcement)[]): string {
		const known = this.#words.get(fields);
		if (known !== undefined) return known;
		const words = wordsOf(this.#notice, fields);
		this.#words.set(fields, words);
		return words;
	}
}

/** The trials of one page of a notice. */
export class PageTrials {
	readonly #setTop: (kit: Kit) => MeasuredTop;
	readonly #setEnd: (kit: Kit) => MeasuredTerminus | null;
	readonly #top: Measures<Taken<MeasuredTop>>;
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
		const { number, last } = page;
		const isFirst = number === 1;
		this.#setTop = (kit) =>
			isFirst ? setFirstTop(notice, kit) : setRunningHead(notice, number, kit);
		this.#setEnd = (kit) =>
			last ? setTerminus(notice, kit) : setTurn(number + 1, kit);
		this.#top = known.top(number);
		this.#parts = stackOf(page.blocks).map((item) => ({
			item,
			measures: known.part(item),
		}));
		this.#terminus = known.end(number, last);
		this.#footer = known.footer();
	}

	at(setting: Setting): Trial {
		const tried = new Tried(setting);
		const take = <M>(
			measures: Measures<Taken<M>>,
			set: (kit: Kit) => M,
			pick: (measured: M) => M,
		): Taken<M> =>
			measures.take(tried, (watched) => {
				const kit = makeKit(this.target, watched, this.typeface);
				return { measure: pick(set(kit)), faults: kit.faults };
			});
		const top = take(this.#top, this.#setTop, pickTop);
		const parts = this.#parts.map(({ item, measures }) =>
			take(measures, (kit) => setItem(item, kit), pickPart),
		);
		const footer = take(
			this.#footer,
			(kit) => setFooter(this.notice, kit),
			({ top }) => ({ top }),
		);
		const terminus = take(this.#terminus, this.#setEnd, pickTerminus);
		const { slack } = arrange(
			this.page,
			{
				top: top.measure,
				parts: parts.map((part) => part.measure),
				terminus: terminus.measure,
				footer: footer.measure,
			},
			makeKit(this.target, setting, this.typeface),
		);
		return {
			slack,
			stretches: parts.length + 1,
			fits: slack >= 0 && parts.every(({ measure }) => measure.fits),
			faults: [top, ...parts, footer, terminus].flatMap(({ faults }) => faults),
		};
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
const pickPart = ({ height, opens, fits }: MeasuredPart): MeasuredPart => ({
	height,
	opens,
	fits,
});
const pickTerminus = (
	terminus: MeasuredTerminus | null,
): MeasuredTerminus | null =>
	terminus === null ? null : { height: terminus.height, clear: terminus.clear };
