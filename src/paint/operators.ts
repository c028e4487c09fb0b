/** Words of PDF content streams. */
import { byInk, INKS, type Ink } from "../ink.ts";

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

/** How inks are said in a content stream. */
export interface Palette {
	/** Colours of pictures are those of screens, or mixed of process inks. */
	readonly pictures: "screen" | "process";
	readonly fill: Readonly<Record<Ink, string>>;
	readonly stroke: Readonly<Record<Ink, string>>;
}

/** Black and white are gray, so that a press puts them on one plate. */
const onScreen = (gray: string, colour: string) =>
	byInk((ink) => {
		if (ink === "black") return `0 ${gray}`;
		if (ink === "white") return `1 ${gray}`;
		const parts = INKS[ink].rgb.map((part) => place(part / 255));
		return `${parts.join(" ")} ${colour}`;
	});

export const SCREEN: Palette = {
	pictures: "screen",
	fill: onScreen("g", "rg"),
	stroke: onScreen("G", "RG"),
};

const onPress = (colour: string) =>
	byInk((ink) => `${INKS[ink].cmyk.map(place).join(" ")} ${colour}`);

/** Process inks. */
export const PRESS: Palette = {
	pictures: "process",
	fill: onPress("k"),
	stroke: onPress("K"),
};

/** The name under which a page knows the colour of all plates. */
export const ALL_PLATES = "CsAll";
const allPlates = (fill: string, set: string) => {
	const full = `/${ALL_PLATES} ${fill} 1 ${set}`;
	const none = `/${ALL_PLATES} ${fill} 0 ${set}`;
	return byInk((ink) => (ink === "white" ? none : full));
};
/** For printer's marks. */
export const REGISTRATION: Palette = {
	pictures: "process",
	fill: allPlates("cs", "scn"),
	stroke: allPlates("CS", "SCN"),
};
