/**
 * Opens font files as a typeface for layout and painting. Works from bytes, so
 * that it runs in Node and in the browser; each file is parsed once, when a
 * face of its weight is first asked for.
 */
import { create, type FontkitFont, type FontkitGlyph } from "fontkit";
import { FontError } from "./error.ts";
import type { Face, Glyph, InkBox, Typeface, Weight } from "./face.ts";
import { fontDamage } from "./sfnt.ts";

export interface FontSource {
	readonly weight: Weight;
	readonly bytes: Uint8Array;
}

/** A parsed font file. Weights that share a file share the program. */
export interface FontProgram {
	readonly weight: Weight;
	readonly font: FontkitFont;
}

export interface OpenTypeface extends Typeface {
	readonly program: (weight: Weight) => FontProgram;
}

/**
 * Nothing that joins, splits or swaps glyphs: with text in NFC a glyph is a
 * letter, and the letters can be read back.
 */
const FEATURES: Readonly<Record<string, boolean>> = {
	kern: true,
	liga: false,
	clig: false,
	rlig: false,
	dlig: false,
	calt: false,
	rclt: false,
	ccmp: false,
	locl: false,
};
/** Given, so that a run of digits is kerned as one of letters is. */
const SCRIPT = "latn";
/** fontkit reads a box for glyphs without outline too, past the end for the last. */
const SPARE_BYTES = 16;
/** Printable ASCII without PDF's delimiters: the name is written into the PDF. */
const POSTSCRIPT_NAME = /^[^\P{ASCII}\p{Cc}()<>[\]{}/%#]+$/u;

/** Throws FontError when a file is no font we can embed. */
export function openTypeface(
	family: string,
	files: readonly FontSource[],
): OpenTypeface {
	if (files.length === 0)
		throw new FontError("empty", family, null, "no file was given");
	for (const { weight, bytes } of files) {
		const damage = fontDamage(bytes);
		if (damage !== null)
			throw new FontError(damage.fault, family, weight, damage.detail);
	}
	const weights = files.map((file) => file.weight);
	const nearest = memo((weight: Weight) => nearestWeight(weight, weights));
	const program = memo((weight: Weight) =>
		parse(family, weight, bytesOf(files, weight)),
	);
	const face = memo((weight: Weight) => openFace(family, program(weight)));
	return {
		family,
		program: (weight) => program(nearest(weight)),
		face: (weight) => face(nearest(weight)),
	};
}

/** The closest weight; of two equally close the lighter, for a bold one the heavier. */
export function nearestWeight(
	wanted: Weight,
	weights: readonly Weight[],
): Weight {
	const preferHeavier = wanted > 500;
	const ranked = [...weights].sort(
		(a, b) =>
			Math.abs(a - wanted) - Math.abs(b - wanted) ||
			(preferHeavier ? b - a : a - b),
	);
	return ranked[0] ?? wanted;
}

function bytesOf(files: readonly FontSource[], weight: Weight): Uint8Array {
	const file = files.find((candidate) => candidate.weight === weight);
	if (file === undefined) throw new Error(`no font of weight ${weight}`);
	return file.bytes;
}

function parse(family: string, weight: Weight, bytes: Uint8Array): FontProgram {
	const roomy = new Uint8Array(bytes.length + SPARE_BYTES);
	roomy.set(bytes);
	try {
		const font = create(roomy);
		// The tables everything rests on are read here, so that damage shows now.
		font.glyphForCodePoint(0x48).advanceWidth;
		if (!(font.unitsPerEm > 0)) throw new Error("the head cannot be read");
		if (!POSTSCRIPT_NAME.test(font.postscriptName ?? ""))
			throw new Error("it has no PostScript name");
		return { weight, font };
	} catch (cause) {
		throw new FontError("damaged", family, weight, reason(cause));
	}
}

function openFace(family: string, { weight, font }: FontProgram): Face {
	const inks = new Map<number, InkBox | null>();
	const shape = memo((text: string): readonly Glyph[] => {
		try {
			return shapeText(font, text, inks);
		} catch (cause) {
			throw new FontError("shaping", family, weight, reason(cause));
		}
	});
	const has = memo((codePoint: number) => font.hasGlyphForCodePoint(codePoint));
	return { family, weight, capHeight: capHeightOf(font), has, shape };
}

function shapeText(
	font: FontkitFont,
	text: string,
	inks: Map<number, InkBox | null>,
): readonly Glyph[] {
	const characters = [...text];
	const run = font.layout(text, FEATURES, SCRIPT);
	if (run.glyphs.length !== characters.length)
		throw new Error(
			`“${text}” gives ${run.glyphs.length} glyphs for ${characters.length} characters`,
		);
	return run.glyphs.map((glyph, i): Glyph => {
		const position = run.positions[i];
		const codePoint = characters[i]?.codePointAt(0);
		if (position === undefined || codePoint === undefined)
			throw new Error(`“${text}” has a glyph without a place`);
		if (position.xOffset !== 0 || position.yOffset !== 0)
			throw new Error(`“${text}” has a loose mark: it is not in NFC`);
		return {
			id: glyph.id,
			advance: position.xAdvance / font.unitsPerEm,
			codePoints: [codePoint],
			ink: remember(inks, glyph.id, () => inkOf(font, glyph)),
		};
	});
}

/** In em; null for a glyph without outline. */
function inkOf(font: FontkitFont, glyph: FontkitGlyph): InkBox | null {
	if (!hasOutline(font, glyph)) return null;
	const { minX, maxX, minY, maxY } = glyph.cbox;
	const em = font.unitsPerEm;
	return {
		left: minX / em,
		right: maxX / em,
		bottom: minY / em,
		top: maxY / em,
	};
}

function hasOutline({ loca }: FontkitFont, glyph: FontkitGlyph): boolean {
	if (loca === undefined) return glyph.path.commands.length > 0;
	return loca.offsets[glyph.id] !== loca.offsets[glyph.id + 1];
}

/** Measured on the H: the field of the OS/2 table is often empty or rounded. */
function capHeightOf(font: FontkitFont): number {
	const ink = inkOf(font, font.glyphForCodePoint(0x48));
	return ink?.top ?? font.capHeight / font.unitsPerEm;
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
	const value = known.get(key);
	if (value !== undefined) return value;
	const made = make();
	known.set(key, made);
	return made;
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
	const known = new Map<K, V>();
	return (key) => remember(known, key, () => make(key));
}

const reason = (cause: unknown): string =>
	cause instanceof Error ? cause.message : String(cause);
