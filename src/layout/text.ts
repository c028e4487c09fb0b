/**
 * Text into lines with known ink. A paragraph is placed by the cap-top of its
 * first line, never by a font's line box: capitals with stacked marks rise far
 * above the declared ascender.
 */
import type { Cut, Glyph, Typeface } from "../fonts/face.ts";
import type { Ink } from "../ink.ts";
import type { Span } from "../model/announcement.ts";
import { mm, type Pt } from "../units.ts";
import { BOUND } from "./binding.ts";
import { type Atom, breakLines } from "./break-lines.ts";
import {
	ADDRESS_BREAK,
	type Extent,
	type KnownText,
	type Reading,
	type Shaped,
	type ShapedWord,
	shapedWords,
	Texts,
} from "./reading.ts";
import type { Run, TextRole } from "./sheet.ts";
import { divideLabels, textOf, wordsOf } from "./words.ts";

export interface Style {
	readonly weight: Cut;
	/** Weight of **strong** spans. */
	readonly strong: Cut;
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
	readonly weight: Cut;
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

/** Width of a word, from its first to its last letter. */
function widthOfWord(fragments: readonly Shaped[], style: Style): Pt {
	let width = -style.tracking * style.size;
	for (const { extent } of fragments) width += widthOf(extent, style);
	return width;
}

const widthOf = ({ advance, letters }: Extent, style: Style): Pt =>
	(advance + letters * style.tracking) * style.size;

/** Calls back with everything on a line from left to right, its spaces included. */
function eachOnLine(
	words: readonly ShapedWord[],
	style: Style,
	texts: TypefaceTexts,
	call: (shaped: Shaped) => void,
): Cut {
	let { weight } = style;
	words.forEach(({ fragments, spaced }, i) => {
		if (i > 0 && spaced) call(texts.space(weight, style.wordSpacing));
		for (const shaped of fragments) {
			call(shaped);
			weight = shaped.weight;
		}
	});
	return weight;
}

interface Measured {
	readonly width: Pt;
	readonly ascent: Pt;
	readonly descent: Pt;
}

function measured(
	words: readonly ShapedWord[],
	style: Style,
	texts: TypefaceTexts,
): Measured {
	const { size, tracking } = style;
	let x = 0;
	let ascent = 0;
	let descent = 0;
	eachOnLine(words, style, texts, ({ extent }) => {
		x += widthOf(extent, style);
		ascent = Math.max(ascent, extent.top * size);
		descent = Math.max(descent, -extent.bottom * size);
	});
	const width = x - (words.length > 0 ? tracking * size : 0);
	return { width, ascent, descent };
}

/** The pieces of a line; a trailing space keeps extracted text apart. */
function draw(
	words: readonly ShapedWord[],
	spaceAfter: boolean,
	style: Style,
	texts: TypefaceTexts,
): readonly Piece[] {
	const pieces: {
		weight: Cut;
		glyphs: Glyph[];
		text: string;
		x: Pt;
		width: Pt;
	}[] = [];
	let x = 0;
	const append = ({ weight, glyphs, text, extent }: Shaped) => {
		const width = widthOf(extent, style);
		const last = pieces.at(-1);
		if (last?.weight === weight) {
			last.glyphs.push(...glyphs);
			last.text += text;
			last.width += width;
		} else pieces.push({ weight, glyphs: [...glyphs], text, x, width });
		x += width;
	};
	const weight = eachOnLine(words, style, texts, append);
	if (spaceAfter) append(texts.space(weight, style.wordSpacing));
	return pieces;
}

const textOfPieces = (pieces: readonly Piece[]): string =>
	pieces.map((piece) => piece.text).join("");

/** Most lines are measured for a trial of the fit and never drawn. */
class MeasuredLine implements Line {
	readonly width: Pt;
	readonly ascent: Pt;
	readonly descent: Pt;
	readonly baseline: Pt;
	readonly #draw: () => readonly Piece[];
	#pieces: readonly Piece[] | null = null;

	constructor(
		{ width, ascent, descent }: Measured,
		baseline: Pt,
		pieces: () => readonly Piece[],
	) {
		this.width = width;
		this.ascent = ascent;
		this.descent = descent;
		this.baseline = baseline;
		this.#draw = pieces;
	}

	get pieces(): readonly Piece[] {
		this.#pieces ??= this.#draw();
		return this.#pieces;
	}

	get text(): string {
		return textOfPieces(this.pieces);
	}
}

/** Width of words on one line. */
export function measureLine(
	spans: readonly Span[],
	style: Style,
	typeface: Typeface,
): Pt {
	const texts = textsOf(typeface);
	const words = texts.read(spans, style.capitals).shaped(style);
	return measured(words, style, texts).width;
}

/** Width of the widest group of words that read badly when divided. */
export const widestGroup = (
	spans: readonly Span[],
	style: Style,
	typeface: Typeface,
): Pt => widestOf(spans, BOUND, style, typeface);

/** Width of the widest part that no line can be without. */
export const widestPart = (
	spans: readonly Span[],
	style: Style,
	typeface: Typeface,
): Pt => widestOf(spans, Number.POSITIVE_INFINITY, style, typeface);

function widestOf(
	spans: readonly Span[],
	bound: number,
	style: Style,
	typeface: Typeface,
): Pt {
	const texts = textsOf(typeface);
	const groups = texts.read(spans, false).groups(bound, style.capitals);
	return groups.reduce(
		(most, group) =>
			Math.max(most, measured(group.shaped(style), style, texts).width),
		0,
	);
}

interface LineOfWords {
	readonly words: readonly ShapedWord[];
	readonly spaceAfter: boolean;
}

function stack(
	lines: readonly LineOfWords[],
	style: Style,
	leadings: readonly number[] | null,
	texts: TypefaceTexts,
): Line[] {
	const all = lines.map(({ words }) => measured(words, style, texts));
	let baseline = 0;
	return lines.map(({ words, spaceAfter }, i) => {
		const line = all[i] ?? measured(words, style, texts);
		const above = all[i - 1];
		if (above !== undefined) {
			const clear = above.descent + line.ascent + clearanceAt(style.size);
			baseline +=
				leadings === null
					? Math.max(style.leading * style.size, clear)
					: (leadings[i - 1] ?? style.leading) * style.size;
		}
		return new MeasuredLine(line, baseline, () =>
			draw(words, spaceAfter, style, texts),
		);
	});
}

/** What of a paragraph depends on neither its ink nor its field. */
type Setting = Omit<Paragraph, "style" | "path">;

/** Field by field, as copying is most of the work for a text that is known. */
const asParagraph = (
	{ lines, width, capHeight, height, rise, drop, longWord }: Setting,
	style: Style,
	path: string,
): Paragraph => ({
	style,
	path,
	lines,
	width,
	capHeight,
	height,
	rise,
	drop,
	longWord,
});

function settingOf(
	lines: readonly Line[],
	style: Style,
	typeface: Typeface,
	longWord: string | null,
): Setting {
	const capHeight = typeface.face(style.weight).capHeight * style.size;
	const first = lines[0];
	const last = lines.at(-1);
	return {
		lines,
		width: lines.reduce((widest, line) => Math.max(widest, line.width), 0),
		capHeight,
		height: capHeight + (last?.baseline ?? 0),
		rise: Math.max(0, (first?.ascent ?? 0) - capHeight),
		drop: last?.descent ?? 0,
		longWord,
	};
}

/** A setting and all it depends on besides the text and the size. */
interface KnownSetting {
	readonly style: Style;
	readonly measure: Pt;
	readonly setting: Setting;
}

type TypefaceTexts = Texts<KnownSetting>;

const textsByTypeface = new WeakMap<Typeface, TypefaceTexts>();

function textsOf(typeface: Typeface): TypefaceTexts {
	const known = textsByTypeface.get(typeface);
	if (known !== undefined) return known;
	const texts = new Texts<KnownSetting>(typeface);
	textsByTypeface.set(typeface, texts);
	return texts;
}

const isSetAs = (a: Style, b: Style): boolean =>
	a.weight === b.weight &&
	a.strong === b.strong &&
	a.leading === b.leading &&
	a.tracking === b.tracking &&
	a.wordSpacing === b.wordSpacing;

const isWide = (atom: Atom, measure: Pt): boolean =>
	atom.width > measure + 1e-6;

function atomsOf(
	words: readonly ShapedWord[],
	costs: readonly number[],
	style: Style,
	typeface: Typeface,
): Atom[] {
	const space = advanceOf(typeface.face(style.weight).shape(" "), style);
	return words.map(({ fragments, spaced }, i) => ({
		width: widthOfWord(fragments, style),
		// With the tracking of the letter before, which a word at a line's end has not.
		space: (spaced ? space : 0) + style.tracking * style.size,
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
	const texts = textsOf(typeface);
	const text = texts.read(spans, style.capitals);
	const { setting } = text.setting(
		style.size,
		(known) => known.measure === measure && isSetAs(known.style, style),
		() => ({
			style,
			measure,
			setting: setText(text, style, measure, typeface),
		}),
	);
	return asParagraph(setting, style, path);
}

function setText(
	whole: KnownText<KnownSetting>,
	style: Style,
	measure: Pt,
	typeface: Typeface,
): Setting {
	const wholeWords = whole.shaped(style);
	const wholeAtoms = atomsOf(wholeWords, whole.costs, style, typeface);
	const fits = wholeAtoms.every((atom) => !isWide(atom, measure));
	const reading = fits ? whole : withDividedHosts(whole, wholeAtoms, measure);
	const words = fits ? wholeWords : shapedWords(reading.words, style, typeface);
	const atoms = fits
		? wholeAtoms
		: atomsOf(words, reading.costs, style, typeface);
	const starts = breakLines(atoms, measure);
	const lines = starts.map((start, i) => {
		const end = starts[i + 1] ?? words.length;
		return {
			words: words.slice(start, end),
			spaceAfter: words[end]?.spaced ?? false,
		};
	});
	const wide = atoms.findIndex((atom) => isWide(atom, measure));
	return settingOf(
		stack(lines, style, null, textsOf(typeface)),
		style,
		typeface,
		wide < 0 ? null : (reading.texts[wide] ?? null),
	);
}

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
	const texts = textsOf(typeface);
	const words = lines.map((spans, i) => ({
		words: shapedWords(wordsOf(spans, style.capitals), style, typeface),
		spaceAfter: i < lines.length - 1,
	}));
	const set = stack(words, style, leadings, texts);
	return asParagraph(settingOf(set, style, typeface, null), style, path);
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
	const { width, ascent, descent, baseline } = last;
	const spaced: Line = {
		width,
		ascent,
		descent,
		baseline,
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
