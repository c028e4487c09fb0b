/**
 * The inks and the paper. Black and red are all that Tuyến needs; the others are
 * those of Mái. Each colour that text is set in, or on, passes WCAG 1.4.3
 * (4.5 : 1) against its partner.
 */
export type Ink =
	| "black"
	| "white"
	| "red"
	| "vermilion"
	| "green"
	| "yellow"
	| "sun"
	| "leaf"
	| "dark"
	| "gray";

type Rgb = readonly [red: number, green: number, blue: number];
/** Shares of cyan, magenta, yellow and black: 0 to 1. */
type Cmyk = readonly [c: number, m: number, y: number, k: number];

/** An ink on a screen, and as a press mixes it. */
interface Recipe {
	readonly rgb: Rgb;
	readonly cmyk: Cmyk;
}

export const RED_RGB: Rgb = [200, 16, 46];

export const INKS: { readonly [I in Ink]: Recipe } = {
	black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1] },
	white: { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] },
	// The black plate is left to text.
	red: { rgb: RED_RGB, cmyk: [0, 1, 0.85, 0] },
	vermilion: { rgb: [179, 21, 29], cmyk: [0.18, 1, 1, 0.12] },
	green: { rgb: [12, 91, 63], cmyk: [0.88, 0.35, 0.8, 0.35] },
	/** Never for text, never without an outline. */
	yellow: { rgb: [255, 198, 43], cmyk: [0, 0.24, 0.9, 0] },
	sun: { rgb: [255, 243, 204], cmyk: [0, 0.04, 0.24, 0] },
	leaf: { rgb: [232, 241, 228], cmyk: [0.09, 0.01, 0.13, 0] },
	// Small text is not to be screened.
	dark: { rgb: [74, 70, 63], cmyk: [0, 0, 0, 1] },
	gray: { rgb: [110, 106, 98], cmyk: [0, 0, 0, 0.62] },
};

/** So pale that text reads on them as on paper, and may lie across their edges. */
export const isPaper = (ink: Ink): boolean => ink === "white" || ink === "sun";

/** A table by ink. */
export const byInk = <T>(of: (ink: Ink) => T): { readonly [I in Ink]: T } => ({
	black: of("black"),
	white: of("white"),
	red: of("red"),
	vermilion: of("vermilion"),
	green: of("green"),
	yellow: of("yellow"),
	sun: of("sun"),
	leaf: of("leaf"),
	dark: of("dark"),
	gray: of("gray"),
});
