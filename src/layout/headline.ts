/**
 * The headline: the break that allows the largest letters, and leading measured
 * between the marks that really meet.
 */
import type { Glyph, Typeface } from "../fonts/face.ts";
import type { Span } from "../model/announcement.ts";
import type { Pt } from "../units.ts";
import { BOUND, breakCosts, COMPOUND, opensLineWell } from "./binding.ts";
import { Recall } from "./recall.ts";
import {
	measureLine,
	type Paragraph,
	plain,
	type Style,
	setBrokenLines,
} from "./text.ts";

/** Bounds of the measured leading and the white between marks, em. */
const TIGHTEST = 0.94;
const LOOSEST = 1.66;
const CLEARANCE = 0.14;
/** Marks count as meeting when they come this near sideways, em. */
const REACH = 0.06;

interface Placed {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

function inkOf(glyphs: readonly Glyph[], tracking: number): Placed[] {
	const placed: Placed[] = [];
	let x = 0;
	for (const { advance, ink } of glyphs) {
		if (ink !== null)
			placed.push({
				left: x + ink.left,
				right: x + ink.right,
				top: ink.top,
				bottom: ink.bottom,
			});
		x += advance + tracking;
	}
	return placed;
}

/** Leading between two lines so that no mark of one touches the other, em. */
export function measuredLeading(
	above: readonly Glyph[],
	below: readonly Glyph[],
	tracking: number,
): number {
	const upper = inkOf(above, tracking);
	const lower = inkOf(below, tracking);
	let need = 0;
	for (const a of upper)
		for (const b of lower)
			if (a.left < b.right + REACH && b.left < a.right + REACH)
				need = Math.max(need, -a.bottom + b.top);
	return Math.min(LOOSEST, Math.max(TIGHTEST, CLEARANCE + need));
}

/** All ways to cut `count` words into `lines` lines, as start indices. */
function cuts(count: number, lines: number): number[][] {
	if (lines === 1) return [[0]];
	const found: number[][] = [];
	for (let last = lines - 1; last < count; last++)
		for (const head of cuts(last, lines - 1)) found.push([...head, last]);
	return found;
}

export interface HeadlineLimits {
	readonly measure: Pt;
	readonly size: Pt;
	/** Height of the ink, all lines. */
	readonly height: Pt;
	readonly maxLines: number;
}

const MOST_WORDS = 24;

/** What a break costs inside a name, inside a word, elsewhere in a compound, and a line of one syllable. */
const BOUND_COST = 45;
const WORD_COST = 60;
const JOINT_SHARE = 0.25;
const LONE_SYLLABLE = 20;
const costOf = (cost: number): number => {
	if (cost >= BOUND) return BOUND_COST;
	return cost >= COMPOUND ? WORD_COST : JOINT_SHARE * cost;
};
/** Share of the size that one unit of cost is worth. */
const COST_TO_SHARE = 1 / 150;

/** A headline that is broken. */
interface Broken {
	readonly lines: readonly string[];
	readonly leadings: readonly number[];
	readonly size: Pt;
}

/** Headlines of several notices at all the sizes that a fit asks for. */
const MOST_KNOWN = 256;
const known = new WeakMap<Typeface, Recall<string, Broken>>();

/**
 * The best headline within the limits; its size never exceeds `limits.size`.
 * Null when there are too many words to be a headline.
 */
export function setHeadline(
	spans: readonly Span[],
	style: Omit<Style, "size">,
	limits: HeadlineLimits,
	typeface: Typeface,
	path: string,
): Paragraph | null {
	const words = plain(spans)
		.split(/[ \n]+/u)
		.filter(Boolean);
	if (words.length === 0 || words.length > MOST_WORDS) return null;
	const ofFace = known.get(typeface) ?? new Recall(MOST_KNOWN);
	known.set(typeface, ofFace);
	const { lines, leadings, size } = ofFace.get(
		JSON.stringify([words, style, limits]),
		() => breakHeadline(words, style, limits, typeface),
	);
	return setBrokenLines(
		lines.map((text) => [{ text, strong: false }]),
		leadings,
		{ ...style, size },
		typeface,
		path,
	);
}

function breakHeadline(
	words: readonly string[],
	style: Omit<Style, "size">,
	limits: HeadlineLimits,
	typeface: Typeface,
): Broken {
	const costs = breakCosts(words);
	const unit: Style = { ...style, size: 1 };
	const space =
		measureLine([{ text: "n n", strong: false }], unit, typeface) -
		2 * measureLine([{ text: "n", strong: false }], unit, typeface);
	const widths = words.map((word) =>
		measureLine([{ text: word, strong: false }], unit, typeface),
	);
	let best: (Broken & { readonly score: number }) | null = null;
	for (
		let count = 1;
		count <= Math.min(limits.maxLines, words.length);
		count++
	) {
		for (const starts of cuts(words.length, count)) {
			let widest = 0;
			let narrowest = Number.POSITIVE_INFINITY;
			let penalty = 0;
			starts.forEach((start, i) => {
				const end = starts[i + 1] ?? words.length;
				let width = (end - start - 1) * space;
				for (let k = start; k < end; k++) width += widths[k] ?? 0;
				widest = Math.max(widest, width);
				narrowest = Math.min(narrowest, width);
				if (start > 0) {
					const cost = costs[start] ?? 0;
					penalty += costOf(cost);
					if (opensLineWell(words[start] ?? "")) penalty -= 6;
				}
				if (count > 1 && end - start === 1 && words.length > 2)
					penalty += LONE_SYLLABLE;
			});
			const byWidth = Math.min(limits.size, limits.measure / widest);
			// No break can beat the best with less than its size: spare the measuring.
			const rag = 4 * (1 - narrowest / widest);
			const optimistic = byWidth * (1 - (penalty + rag) * COST_TO_SHARE);
			if (best !== null && optimistic <= best.score) continue;
			const lines = starts.map((start, i) =>
				words.slice(start, starts[i + 1]).join(" "),
			);
			const shaped = lines.map((line) =>
				typeface.face(style.weight).shape(line),
			);
			const leadings = shaped
				.slice(1)
				.map((glyphs, i) =>
					measuredLeading(shaped[i] ?? [], glyphs, style.tracking),
				);
			const set = setBrokenLines(
				lines.map((text) => [{ text, strong: false }]),
				leadings,
				unit,
				typeface,
			);
			const inkHeight = set.rise + set.height + set.drop;
			const size = Math.min(byWidth, limits.height / inkHeight);
			const score = size * (1 - (penalty + rag) * COST_TO_SHARE);
			if (best === null || score > best.score)
				best = { score, lines, size, leadings };
		}
	}
	if (best === null) throw new Error("a headline has at least one word");
	return best;
}
