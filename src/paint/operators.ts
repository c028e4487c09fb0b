/** Words of PDF content streams. */
import { type Ink, RED_RGB } from "../ink.ts";

/** Decimals of a point: 0.0001 pt is far below what any device resolves. */
const PLACE_DECIMALS = 4;
/** For factors, which are multiplied by up to some hundred. */
const FACTOR_DECIMALS = 7;

function decimal(value: number, decimals: number): string {
	if (!Number.isFinite(value))
		throw new Error(`not a number for a PDF: ${value}`);
	const text = value.toFixed(decimals).replace(/\.?0+$/, "");
	return text === "-0" ? "0" : text;
}

/** A length or place, never in exponent form. */
export const place = (value: number): string => decimal(value, PLACE_DECIMALS);

/** A factor of a matrix. */
export const factor = (value: number): string =>
	decimal(value, FACTOR_DECIMALS);

const RED = RED_RGB.map((part) => place(part / 255)).join(" ");

/** How inks are said in a content stream. */
export interface Palette {
	/** Colours of pictures are those of screens, or mixed of process inks. */
	readonly pictures: "screen" | "process";
	readonly fill: Readonly<Record<Ink, string>>;
	readonly stroke: Readonly<Record<Ink, string>>;
}

/** Black and white are gray, so that a press puts them on one plate. */
export const SCREEN: Palette = {
	pictures: "screen",
	fill: { black: "0 g", white: "1 g", red: `${RED} rg` },
	stroke: { black: "0 G", white: "1 G", red: `${RED} RG` },
};

/** The red of screens as a press mixes it; the black plate is left to text. */
const PRESS_RED = "0 1 0.85 0";
const PRESS_BLACK = "0 0 0 1";
const PRESS_WHITE = "0 0 0 0";

/** Process inks. */
export const PRESS: Palette = {
	pictures: "process",
	fill: {
		black: `${PRESS_BLACK} k`,
		white: `${PRESS_WHITE} k`,
		red: `${PRESS_RED} k`,
	},
	stroke: {
		black: `${PRESS_BLACK} K`,
		white: `${PRESS_WHITE} K`,
		red: `${PRESS_RED} K`,
	},
};

/** The name under which a page knows the colour of all plates. */
export const ALL_PLATES = "CsAll";
const allPlates = (fill: string, set: string) => {
	const full = `/${ALL_PLATES} ${fill} 1 ${set}`;
	const none = `/${ALL_PLATES} ${fill} 0 ${set}`;
	return { black: full, red: full, white: none };
};
/** For printer's marks. */
export const REGISTRATION: Palette = {
	pictures: "process",
	fill: allPlates("cs", "scn"),
	stroke: allPlates("CS", "SCN"),
};
