/**
 * Fonts that only fontkit understands: PostScript outlines, contextual
 * kerning, rare tables. It takes long to load, so nothing imports it but on
 * demand.
 */
import {
	create,
	type FontkitFont,
	type FontkitGlyph,
	type PathCommand,
} from "fontkit";
import { outlineOf } from "./contours.ts";
import { readAdvances, readMetrics } from "./metrics.ts";
import { readOutlines } from "./outlines.ts";
import type {
	FontProgram,
	FontSource,
	FontSubset,
	OutlineOp,
	PlacedGlyph,
	UnitBox,
} from "./program.ts";
import { type FontTables, fontTables } from "./sfnt.ts";
import { subsetTrueType } from "./subset.ts";

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

/** Throws when the font cannot be read. */
export function fontkitProgram({ weight, bytes }: FontSource): FontProgram {
	const roomy = new Uint8Array(bytes.length + SPARE_BYTES);
	roomy.set(bytes);
	const font = create(roomy);
	const tables = fontTables(bytes);
	// What everything rests on is read here, so that damage shows now.
	font.glyphForCodePoint(0x48).advanceWidth;
	return {
		weight,
		metrics: readMetrics(tables),
		has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
		shape: (text) => shapeText(font, text),
		advance: readAdvances(tables),
		ink: inkReader(font, tables),
		outline: outlineReader(font, tables),
		subset: (glyphs) => subsetOf(font, tables, glyphs),
	};
}

function shapeText(font: FontkitFont, text: string): readonly PlacedGlyph[] {
	const count = [...text].length;
	const { glyphs, positions } = font.layout(text, FEATURES, SCRIPT);
	if (glyphs.length !== count)
		throw new Error(
			`“${text}” gives ${glyphs.length} glyphs for ${count} characters`,
		);
	return glyphs.map(({ id }, i): PlacedGlyph => {
		const position = positions[i];
		if (position === undefined)
			throw new Error(`“${text}” has a glyph without a place`);
		if (position.xOffset !== 0 || position.yOffset !== 0)
			throw new Error(`“${text}” has a loose mark: it is not in NFC`);
		return { id, advance: position.xAdvance };
	});
}

function inkReader(
	font: FontkitFont,
	tables: FontTables,
): (glyph: number) => UnitBox | null {
	if (tables.has("glyf")) return readOutlines(tables).box;
	return (id) => curvesBox(font.getGlyph(id, []));
}

function curvesBox({ path, cbox }: FontkitGlyph): UnitBox | null {
	if (path.commands.length === 0) return null;
	const { minX, maxX, minY, maxY } = cbox;
	return { left: minX, right: maxX, bottom: minY, top: maxY };
}

function outlineReader(
	font: FontkitFont,
	tables: FontTables,
): (glyph: number) => readonly OutlineOp[] {
	if (tables.has("glyf")) {
		const outlines = readOutlines(tables);
		return (glyph) => outlineOf(outlines, glyph);
	}
	return (glyph) => font.getGlyph(glyph, []).path.commands.map(outlineOp);
}

function outlineOp({ command, args }: PathCommand): OutlineOp {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
	switch (command) {
		case "moveTo":
			return { op: "M", x: a, y: b };
		case "lineTo":
			return { op: "L", x: a, y: b };
		case "quadraticCurveTo":
			return { op: "Q", x1: a, y1: b, x: c, y: d };
		case "bezierCurveTo":
			return { op: "C", x1: a, y1: b, x2: c, y2: d, x: e, y: f };
		case "closePath":
			return { op: "Z" };
	}
}

function subsetOf(
	font: FontkitFont,
	tables: FontTables,
	glyphs: readonly number[],
): FontSubset {
	if (tables.has("glyf"))
		return { outlines: "truetype", bytes: subsetTrueType(tables, glyphs) };
	const subset = font.createSubset();
	// Not by its own method, which gives two letters with one glyph one number.
	subset.glyphs.push(...glyphs.slice(subset.glyphs.length));
	return { outlines: "cff", bytes: subset.encode() };
}
