/**
 * A font file, read: what shaping and embedding need of it, whoever read it.
 * Lengths are in font units.
 */
import type { Weight } from "./face.ts";

export interface FontSource {
	readonly weight: Weight;
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

export interface FontProgram {
	readonly weight: Weight;
	readonly metrics: FontMetrics;
	readonly has: (codePoint: number) => boolean;
	/** One glyph a character, for text in NFC; throws where that cannot be. */
	readonly shape: (text: string) => readonly PlacedGlyph[];
	/** Kerning apart. */
	readonly advance: (glyph: number) => number;
	/** null for a glyph without outline. */
	readonly ink: (glyph: number) => UnitBox | null;
	/** Glyphs get the numbers of their places in the list; the first must be 0, .notdef. */
	readonly subset: (glyphs: readonly number[]) => FontSubset;
}
