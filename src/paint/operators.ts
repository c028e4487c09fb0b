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

/** Black and white are gray, so that a press puts them on one plate. */
const FILL: Readonly<Record<Ink, string>> = {
	black: "0 g",
	white: "1 g",
	red: `${RED} rg`,
};
const STROKE: Readonly<Record<Ink, string>> = {
	black: "0 G",
	white: "1 G",
	red: `${RED} RG`,
};

export const fillInk = (ink: Ink): string => FILL[ink];
export const strokeInk = (ink: Ink): string => STROKE[ink];
