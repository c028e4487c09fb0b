/**
 * A font file, read: what shaping and embedding need of it, whoever read it.
 * Lengths are in font units.
 */
import type { Cut } from "./face.ts";

export interface FontSource {
	readonly weight: Cut;
	readonly bytes: Uint8Array;
}

/** Of a glyph's outline, or of all the font's. */
export interface UnitBox {
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
	readonly top: number;
}

export interface FontMetrics {
	readonly postscriptName: string;
	readonly unitsPerEm: number;
	readonly ascent: number;
	/** Negative, as it is below the baseline. */
	readonly descent: number;
	/** As the file says, 0 where it says nothing. */
	readonly capHeight: number;
	readonly xHeight: number;
	/** Degrees counter-clockwise. */
	readonly italicAngle: number;
	readonly box: UnitBox;
	readonly isFixedPitch: boolean;
	readonly isSerif: boolean;
	readonly isScript: boolean;
	readonly isItalic: boolean;
}

export interface PlacedGlyph {
	readonly id: number;
	/** Kerning included. */
	readonly advance: number;
}

/** A font file with some of the glyphs, ready to lie in a PDF. */
export interface FontSubset {
	readonly outlines: "truetype" | "cff";
	readonly bytes: Uint8Array;
}

/** Part of a glyph's outline; y upwards. */
export type OutlineOp =
	| { readonly op: "M" | "L"; readonly x: number; readonly y: number }
	| {
			readonly op: "Q";
			readonly x1: number;
			readonly y1: number;
			readonly x: number;
			readonly y: number;
	  }
	| {
			readonly op: "C";
			readonly x1: number;
			readonly y1: number;
			readonly x2: number;
			readonly y2: number;
			readonly x: number;
			readonly y: number;
	  }
	| { readonly op: "Z" };

export interface FontProgram {
	readonly weight: Cut;
	readonly metrics: FontMetrics;
	readonly has: (codePoint: number) => boolean;
	/** One glyph a character, for text in NFC; throws where that cannot be. */
	readonly shape: (text: string) => readonly PlacedGlyph[];
	/** Kerning apart. */
	readonly advance: (glyph: number) => number;
	/** null for a glyph without outline. */
	readonly ink: (glyph: number) => UnitBox | null;
	/** For painters that draw letters as paths; empty for a glyph without outline. */
	readonly outline: (glyph: number) => readonly OutlineOp[];
	/** Glyphs get the numbers of their places in the list; the first must be 0, .notdef. */
	readonly subset: (glyphs: readonly number[]) => FontSubset;
}
