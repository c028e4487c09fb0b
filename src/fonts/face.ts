/**
 * What layout must know of a font. Lengths are in em, y upwards from the
 * baseline. Shaping is per word; no ligatures, so a glyph is a letter.
 */
export type Weight = 400 | 500 | 600 | 700 | 800;

/** Beyond all weights: the display face of a theme, or the family's heaviest. */
export const DISPLAY = 1000;
/** What text is set in. */
export type Cut = Weight | typeof DISPLAY;

export interface InkBox {
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly top: number;
}

export interface Glyph {
	readonly id: number;
	/** Kerning included. */
	readonly advance: number;
	readonly codePoints: readonly number[];
	/** null for a glyph without ink, such as the space. */
	readonly ink: InkBox | null;
}

export interface Face {
	readonly family: string;
	readonly weight: Cut;
	readonly capHeight: number;
	readonly has: (codePoint: number) => boolean;
	readonly shape: (text: string) => readonly Glyph[];
	/** How much of the box of its ink a glyph fills: 0 to 1. */
	readonly inkShare: (glyph: number) => number;
}

/** A family as layout sees it: every weight has a face, be it a neighbour's. */
export interface Typeface {
	readonly family: string;
	readonly face: (cut: Cut) => Face;
}
