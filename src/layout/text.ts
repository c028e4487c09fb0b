/**
 * Text into lines with known ink. A paragraph is placed by the cap-top of its
 * first line, never by a font's line box: capitals with stacked marks rise far
 * above the declared ascender.
 */
import type { Glyph, Typeface, Weight } from "../fonts/face.ts";
import type { Ink } from "../ink.ts";
import type { Span } from "../model/announcement.ts";
import { mm, type Pt } from "../units.ts";
import { BOUND, breakCosts } from "./binding.ts";
import { type Atom, breakLines } from "./break-lines.ts";
import type { Run, TextRole } from "./sheet.ts";

export interface Style {
	readonly weight: Weight;
	/** Weight of **strong** spans. */
	readonly strong: Weight;
	readonly size: Pt;
	/** Least distance of baselines, in sizes. */
	readonly leading: number;
	/** Em added after each letter. */
	readonly tracking: number;
	/** Em added to each space. */
	readonly wordSpacing: number;
	readonly role: TextRole;
	readonly ink: Ink;
	readonly ground: Ink;
	readonly capitals: boolean;
}

export interface Piece {
	readonly weight: Weight;
	readonly glyphs: readonly Glyph[];
	readonly text: string;
	/** From the line's left edge. */
	readonly x: Pt;
	readonly width: Pt;
}

export interface Line {
	readonly pieces: readonly Piece[];
	readonly width: Pt;
	/** Ink above and below the baseline. */
	readonly ascent: Pt;
	readonly descent: Pt;
	/** From the first baseline. */
	readonly baseline: Pt;
	readonly text: string;
}

export interface Paragraph {
	readonly style: Style;
	readonly path: string;
	readonly lines: readonly Line[];
	/** Of the widest line. */
	readonly width: Pt;
	readonly capHeight: Pt;
	/** From the first cap-top to the last baseline. */
	readonly height: Pt;
	/** Ink above the first cap-top. */
	readonly rise: Pt;
	/** Ink below the last baseline. */
	readonly drop: Pt;
	/** The first word too wide for the measure. */
	readonly longWord: string | null;
}

/** Clear paper between the marks of two lines: em, and what a copier still keeps apart. */
const MARK_CLEARANCE = 0.06;
const LEAST_CLEARANCE = mm(0.35);

export const clearanceAt = (size: Pt): Pt =>
	Math.max(MARK_CLEARANCE * size, LEAST_CLEARANCE);

interface Fragment {
	readonly text: string;
	readonly strong: boolean;
}
/** What stays together: a word, or a part of an address. */
interface Word {
	readonly fragments: readonly Fragment[];
	readonly spaced: boolean;
}

const textOf = (word: Word): string =>
	word.fragments.map(({ text }) => text).join("");

/** A host and its path; not a price such as "3.555.000/người". */
const ADDRESS = /:\/\/|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?\/|\.gov\.vn/u;

/** An address may be divided before ".gov.vn" and after "/", with nothing added. */
function divideAddress(word: string): string[] {
	if (!ADDRESS.test(word)) return [word];
	return word
		.split(/(?<=[^/:]\/)(?=[^/])|(?<=[?&=])|(?=\.gov\.vn)/u)
		.filter(Boolean);
}

/** The same where the domain is a fragment of its own, because it is strong. */
function divideHost(word: Word): Word[] {
	const at = word.fragments.findIndex(
		(fragment, i) => i > 0 && fragment.text.startsWith(".gov.vn"),
	);
	if (at < 0) return [word];
	return [
		{ fragments: word.fragments.slice(0, at), spaced: word.spaced },
		{ fragments: word.fragments.slice(at), spaced: false },
	];
}

/** Labels with dots between them, the last of letters: no number, no "v.v.". */
const HOST = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}[/,.;:)]*$/u;
const DOMAIN = ".gov.vn";

const opensDomain = (word: Word | undefined): boolean =>
	word?.spaced === false && word.fragments[0]?.text.startsWith(DOMAIN) === true;

const AFTER_DOT = /(?<=\w\.)(?=\w)/u;
/** The last two stay together: what people compare. */
const AFTER_EARLY_DOT = /(?<=\w\.)(?=[\w-]+\.)/u;

/**
 * A host after its dots, for a measure that cannot hold it whole. Its ".gov.vn"
 * is a word of its own already and follows unspaced.
 */
function divideLabels(word: Word, next: Word | undefined): Word[] {
	const hasDomain = opensDomain(next);
	if (!hasDomain && !HOST.test(textOf(word))) return [word];
	const dot = hasDomain ? AFTER_DOT : AFTER_EARLY_DOT;
	return word.fragments.flatMap(({ text, strong }, f) =>
		text.split(dot).map((label, i) => ({
			fragments: [{ text: label, strong }],
			spaced: f === 0 && i === 0 && word.spaced,
		})),
	);
}

function wordsOf(spans: readonly Span[], capitals: boolean): Word[] {
	const words: { fragments: Fragment[]; spaced: boolean }[] = [];
	let open = false;
	for (const span of spans) {
		const text = capitals ? span.text.toUpperCase() : span.text;
		const parts = text.split(/[ \n]+/u);
		parts.forEach((part, i) => {
			if (i > 0) open = false;
			if (part === "") return;
			const fragment = { text: part, strong: span.strong };
			const last = words.at(-1);
			if (open && last !== undefined) last.fragments.push(fragment);
			else words.push({ fragments: [fragment], spaced: words.length > 0 });
			open = true;
		});
	}
	return words.flatMap((word) => {
		const only = word.fragments.length === 1 ? word.fragments[0] : undefined;
		if (only === undefined) return divideHost(word);
		return divideAddress(only.text).map((text, i) => ({
			fragments: [{ text, strong: only.strong }],
			spaced: i === 0 && word.spaced,
		}));
	});
}

export const plain = (spans: readonly Span[]): string =>
	spans.map((span) => span.text).join("");

export const spansOf = (text: string, strong = false): Span[] => [
	{ text, strong },
];

const SPACE = 0x20;

function advanceOf(glyphs: readonly Glyph[], style: Style): Pt {
	let em = 0;
	for (const glyph of glyphs) {
		em += glyph.advance + style.tracking;
		if (glyph.codePoints[0] === SPACE) em += style.wordSpacing;
	}
	return em * style.size;
}

/** The space, widened when the style asks for it. */
function spaceOf(
	typeface: Typeface,
	weight: Weight,
	style: Style,
): readonly Glyph[] {
	const space = typeface.face(weight).shape(" ");
	return style.wordSpacing === 0
		? space
		: space.map((glyph) => ({
				...glyph,
				advance: glyph.advance + style.wordSpacing,
			}));
}

/** What is the same at every size, em. */
interface Extent {
	readonly advance: number;
	readonly top: number;
	readonly bottom: number;
}

/** Faces give the same glyphs for the same word, so a word is added up once. */
const extents = new WeakMap<readonly Glyph[], Extent>();

function extentOf(glyphs: readonly Glyph[]): Extent {
	const known = extents.get(glyphs);
	if (known !== undefined) return known;
	let advance = 0;
	let top = 0;
	let bottom = 0;
	for (const glyph of glyphs) {
		advance += glyph.advance;
		if (glyph.ink === null) continue;
		top = Math.max(top, glyph.ink.top);
		bottom = Math.min(bottom, glyph.ink.bottom);
	}
	const extent = { advance, top, bottom };
	extents.set(glyphs, extent);
	return extent;
}

const widthOfGlyphs = (glyphs: readonly Glyph[], style: Style): Pt =>
	(extentOf(glyphs).advance + glyphs.length * style.tracking) * style.size;

/** Width of a word, from its first to its last letter. */
function widthOfWord(word: Word, style: Style, typeface: Typeface): Pt {
	let width = -style.tracking * style.size;
	for (const { text, strong } of word.fragments) {
		const weight = strong ? style.strong : style.weight;
		width += widthOfGlyphs(typeface.face(weight).shape(text), style);
	}
	return width;
}

/** One line of words, set; a trailing space keeps extracted text apart. */
function setLine(
	words: readonly Word[],
	spaceAfter: boolean,
	style: Style,
	typeface: Typeface,
): Omit<Line, "baseline"> {
	const pieces: {
		weight: Weight;
		glyphs: Glyph[];
		text: string;
		x: Pt;
		width: Pt;
	}[] = [];
	let x = 0;
	let ascent = 0;
	let descent = 0;
	const append = (weight: Weight, glyphs: readonly Glyph[], text: string) => {
		const width = widthOfGlyphs(glyphs, style);
		const last = pieces.at(-1);
		if (last?.weight === weight) {
			last.glyphs.push(...glyphs);
			last.text += text;
			last.width += width;
		} else pieces.push({ weight, glyphs: [...glyphs], text, x, width });
		x += width;
		const { top, bottom } = extentOf(glyphs);
		ascent = Math.max(ascent, top * style.size);
		descent = Math.max(descent, -bottom * style.size);
	};
	const appendSpace = () => {
		const weight = pieces.at(-1)?.weight ?? style.weight;
		append(weight, spaceOf(typeface, weight, style), " ");
	};
	words.forEach((word, i) => {
		if (i > 0 && word.spaced) appendSpace();
		for (const { text, strong } of word.fragments) {
			const weight = strong ? style.strong : style.weight;
			append(weight, typeface.face(weight).shape(text), text);
		}
	});
	const width = x - (words.length > 0 ? style.tracking * style.size : 0);
	if (spaceAfter) appendSpace();
	return {
		pieces,
		width,
		ascent,
		descent,
		text: pieces.map((piece) => piece.text).join(""),
	};
}

/** Spans cut where a line may end without dividing what belongs together. */
export const boundGroups = (spans: readonly Span[]): Span[][] =>
	groupsOf(spans, BOUND);

/** Spans cut wherever a line may end at all. */
export const unbrokenParts = (spans: readonly Span[]): Span[][] =>
	groupsOf(spans, Number.POSITIVE_INFINITY);

function groupsOf(spans: readonly Span[], bound: number): Span[][] {
	const { words, costs } = readWords(spans, false);
	const groups: Span[][] = [];
	words.forEach((word, i) => {
		const pieces = word.fragments.map(({ text, strong }) => ({ text, strong }));
		const last = groups.at(-1);
		if (last === undefined || (costs[i] ?? 0) < bound || !word.spaced)
			groups.push(pieces);
		else last.push({ text: " ", strong: false }, ...pieces);
	});
	return groups;
}

/** Width of words on one line. */
export function measureLine(
	spans: readonly Span[],
	style: Style,
	typeface: Typeface,
): Pt {
	return setLine(wordsOf(spans, style.capitals), false, style, typeface).width;
}

function stack(
	lines: readonly Omit<Line, "baseline">[],
	style: Style,
	leadings: readonly number[] | null,
): Line[] {
	let baseline = 0;
	return lines.map((line, i) => {
		const above = lines[i - 1];
		if (above !== undefined) {
			const clear = above.descent + line.ascent + clearanceAt(style.size);
			baseline +=
				leadings === null
					? Math.max(style.leading * style.size, clear)
					: (leadings[i - 1] ?? style.leading) * style.size;
		}
		return { ...line, baseline };
	});
}

function paragraphOf(
	lines: readonly Line[],
	style: Style,
	path: string,
	typeface: Typeface,
	longWord: string | null,
): Paragraph {
	const capHeight = typeface.face(style.weight).capHeight * style.size;
	const first = lines[0];
	const last = lines.at(-1);
	return {
		style,
		path,
		lines,
		width: lines.reduce((widest, line) => Math.max(widest, line.width), 0),
		capHeight,
		height: capHeight + (last?.baseline ?? 0),
		rise: Math.max(0, (first?.ascent ?? 0) - capHeight),
		drop: last?.descent ?? 0,
		longWord,
	};
}

interface Reading {
	readonly words: readonly Word[];
	readonly texts: readonly string[];
	readonly costs: readonly number[];
}

/** The fit sets the same spans at many sizes; they are read once. */
const readings = {
	asWritten: new WeakMap<readonly Span[], Reading>(),
	inCapitals: new WeakMap<readonly Span[], Reading>(),
};

function readWords(spans: readonly Span[], capitals: boolean): Reading {
	const known = readings[capitals ? "inCapitals" : "asWritten"];
	const before = known.get(spans);
	if (before !== undefined) return before;
	const words = wordsOf(spans, capitals);
	const texts = words.map(textOf);
	const between = breakCosts(texts);
	const costs = words.map((word, i) =>
		word.spaced ? (between[i] ?? 0) : ADDRESS_BREAK,
	);
	const reading = { words, texts, costs };
	known.set(spans, reading);
	return reading;
}

const isWide = (atom: Atom, measure: Pt): boolean =>
	atom.width > measure + 1e-6;

function atomsOf(
	{ words, costs }: Reading,
	style: Style,
	typeface: Typeface,
): Atom[] {
	const space = advanceOf(typeface.face(style.weight).shape(" "), style);
	return words.map((word, i) => ({
		width: widthOfWord(word, style, typeface),
		// With the tracking of the letter before, which a word at a line's end has not.
		space: (word.spaced ? space : 0) + style.tracking * style.size,
		cost: costs[i] ?? 0,
	}));
}

/** Hosts of many parts in pieces, where the measure cannot hold them otherwise. */
function withDividedHosts(
	{ words, texts, costs }: Reading,
	atoms: readonly Atom[],
	measure: Pt,
): Reading {
	const divided = words.map((word, i) => {
		const atom = atoms[i];
		return atom === undefined || !isWide(atom, measure)
			? [word]
			: divideLabels(word, words[i + 1]);
	});
	return {
		words: divided.flat(),
		texts: divided.flatMap((parts, i) =>
			parts.length > 1 ? parts.map(textOf) : (texts[i] ?? ""),
		),
		costs: divided.flatMap((parts, i) => {
			const endsHost = (divided[i - 1]?.length ?? 0) > 1;
			const cost = endsHost && parts[0]?.spaced === false;
			return parts.map((_, k) =>
				k > 0 ? ADDRESS_BREAK : cost ? DOMAIN_BREAK : (costs[i] ?? 0),
			);
		}),
	};
}

/** Sets spans to a measure. */
export function setParagraph(
	spans: readonly Span[],
	style: Style,
	measure: Pt,
	typeface: Typeface,
	path = "",
): Paragraph {
	const whole = readWords(spans, style.capitals);
	const wholeAtoms = atomsOf(whole, style, typeface);
	const fits = wholeAtoms.every((atom) => !isWide(atom, measure));
	const reading = fits ? whole : withDividedHosts(whole, wholeAtoms, measure);
	const { words, texts } = reading;
	const atoms =
		reading === whole ? wholeAtoms : atomsOf(reading, style, typeface);
	const starts = breakLines(atoms, measure);
	const lines = starts.map((start, i) => {
		const end = starts[i + 1] ?? words.length;
		const next = words[end];
		return setLine(
			words.slice(start, end),
			next?.spaced ?? false,
			style,
			typeface,
		);
	});
	const wide = atoms.findIndex((atom) => isWide(atom, measure));
	return paragraphOf(
		stack(lines, style, null),
		style,
		path,
		typeface,
		wide < 0 ? null : (texts[wide] ?? null),
	);
}

/** Inside an address a line may end, though it is better not to. */
const ADDRESS_BREAK = 20;
/** Rather after a dot than before the part that people are told to compare. */
const DOMAIN_BREAK = 120;

/** Sets lines that are already broken, with measured leadings between them. */
export function setBrokenLines(
	lines: readonly (readonly Span[])[],
	leadings: readonly number[],
	style: Style,
	typeface: Typeface,
	path = "",
): Paragraph {
	const set = lines.map((spans, i) =>
		setLine(
			wordsOf(spans, style.capitals),
			i < lines.length - 1,
			style,
			typeface,
		),
	);
	return paragraphOf(stack(set, style, leadings), style, path, typeface, null);
}

/** The paragraph with a space at its end, where more of the same element follows. */
export function followedBySpace(
	paragraph: Paragraph,
	typeface: Typeface,
): Paragraph {
	const last = paragraph.lines.at(-1);
	const piece = last?.pieces.at(-1);
	if (last === undefined || piece === undefined) return paragraph;
	const space = typeface.face(piece.weight).shape(" ");
	const spaced: Line = {
		...last,
		pieces: [
			...last.pieces.slice(0, -1),
			{ ...piece, glyphs: [...piece.glyphs, ...space], text: `${piece.text} ` },
		],
		text: `${last.text} `,
	};
	return { ...paragraph, lines: [...paragraph.lines.slice(0, -1), spaced] };
}

/**
 * From the last baseline of one paragraph to the first cap-top of the next: what
 * is usual, or more where their marks would touch.
 */
export const spaceBetween = (
	above: Paragraph,
	below: Paragraph,
	usual: Pt,
): Pt =>
	Math.max(usual, above.drop + below.rise + clearanceAt(below.style.size));

/** Ink of a paragraph beyond its height, above or below, whichever is more. */
export const overhang = ({ rise, drop }: Paragraph): Pt => Math.max(rise, drop);

export type Align = "left" | "centre" | "right";

/** Runs of a paragraph whose first cap-top is at `capTop`; `x` is the edge or the centre. */
export function placeParagraph(
	paragraph: Paragraph,
	x: Pt,
	capTop: Pt,
	align: Align = "left",
): Run[] {
	const { style, path } = paragraph;
	return paragraph.lines.flatMap((line) => {
		const shift =
			align === "left" ? 0 : align === "right" ? line.width : line.width / 2;
		return line.pieces.map(
			(piece): Run => ({
				kind: "run",
				weight: piece.weight,
				size: style.size,
				x: x - shift + piece.x,
				baseline: capTop + paragraph.capHeight + line.baseline,
				tracking: style.tracking * style.size,
				ink: style.ink,
				ground: style.ground,
				glyphs: piece.glyphs,
				text: piece.text,
				role: style.role,
				path,
			}),
		);
	});
}
