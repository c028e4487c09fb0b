/**
 * TrueType fonts, read directly: Vietnamese in NFC needs no more than a glyph
 * for each letter, its width, its box and the kerning of pairs.
 */
import { readCmap } from "./cmap.ts";
import { outlineOf } from "./contours.ts";
import { latinFeatures, readKerning } from "./kerning.ts";
import { readAdvances, readMetrics } from "./metrics.ts";
import { readOutlines } from "./outlines.ts";
import type { FontProgram, FontSource, PlacedGlyph } from "./program.ts";
import { type FontTables, fontTables } from "./sfnt.ts";
import { subsetTrueType } from "./subset.ts";

/** Marks that NFC left over. */
const LOOSE_MARK = /\p{M}/u;
/** Drawn as nothing: soft hyphens, joiners, direction signs and the like. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const SPACE = 0x20;
/** Swap glyphs of their own accord, whatever features are asked for. */
const SWAPPING = ["rvrn", "ltra", "ltrm"];

/** True where only a reader of whole layout tables does the font justice. */
export function isUnfamiliar(bytes: Uint8Array): boolean {
	const tables = fontTables(bytes);
	try {
		return (
			!tables.has("glyf") ||
			tables.has("morx") ||
			swapsGlyphs(tables.get("GSUB")) ||
			unfamiliarCmap(tables) ||
			readKerning(tables) === null
		);
	} catch {
		// Damage is found again, and named, by whoever opens the font.
		return false;
	}
}

function unfamiliarCmap(tables: FontTables): boolean {
	const cmap = tables.get("cmap");
	return cmap !== undefined && readCmap(cmap) === null;
}

const swapsGlyphs = (gsub: DataView | undefined): boolean =>
	gsub !== undefined &&
	latinFeatures(gsub).some(({ tag }) => SWAPPING.includes(tag));

/** Throws when a table makes no sense. */
export function trueTypeProgram({ weight, bytes }: FontSource): FontProgram {
	const tables = fontTables(bytes);
	const metrics = readMetrics(tables);
	const outlines = readOutlines(tables);
	const cmap = tables.get("cmap");
	const glyphOf = cmap === undefined ? null : readCmap(cmap);
	const kerning = readKerning(tables);
	if (glyphOf === null || kerning === null)
		throw new Error("it is laid out in a way that is not known here");
	const advance = readAdvances(tables);
	const kern = memoPairs(kerning);

	const glyphFor = (character: string): number => {
		const glyph = glyphOf(character.codePointAt(0) ?? 0);
		if (LOOSE_MARK.test(character) && glyph !== 0)
			throw new Error(`“${character}” is a loose mark: it is not in NFC`);
		return glyph;
	};
	const shape = (text: string): readonly PlacedGlyph[] => {
		const characters = [...text];
		const glyphs = characters.map(glyphFor);
		return glyphs.map((id, i): PlacedGlyph => {
			if (IGNORABLE.test(characters[i] ?? ""))
				return { id: glyphOf(SPACE), advance: 0 };
			const next = glyphs[i + 1];
			const shift = next === undefined ? 0 : kern(id, next);
			return { id, advance: advance(id) + shift };
		});
	};
	return {
		weight,
		metrics,
		has: (codePoint) => glyphOf(codePoint) !== 0,
		shape,
		advance,
		ink: outlines.box,
		outline: (glyph) => outlineOf(outlines, glyph),
		subset: (glyphs) => ({
			outlines: "truetype",
			bytes: subsetTrueType(tables, glyphs),
		}),
	};
}

/** Texts repeat their pairs; looking one up in the font takes far longer. */
function memoPairs(
	kerning: (first: number, second: number) => number,
): (first: number, second: number) => number {
	const known = new Map<number, number>();
	return (first, second) => {
		const key = first * 0x10000 + second;
		const value = known.get(key) ?? kerning(first, second);
		known.set(key, value);
		return value;
	};
}
