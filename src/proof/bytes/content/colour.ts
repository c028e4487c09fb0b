/** Colours as a page names them. */
import { darkness } from "../../darkness.ts";

export interface Colour {
	readonly space: "gray" | "rgb" | "cmyk" | "other";
	/** 0 to 1 each. */
	readonly parts: readonly number[];
}

export const BLACK: Colour = { space: "gray", parts: [0] };

const clamp = (part: number | undefined): number =>
	Math.min(1, Math.max(0, part ?? 0));

const linear = (part: number): number =>
	part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/**
 * Relative luminance of cyan, magenta and yellow printed solid over each other
 * on coated paper, by which of them are there: the order is 1, 2, 4.
 */
const SOLIDS = [
	[255, 255, 255],
	[0, 158, 224],
	[229, 0, 125],
	[49, 39, 131],
	[255, 237, 0],
	[0, 150, 64],
	[226, 0, 26],
	[55, 52, 53],
].map(([r = 0, g = 0, b = 0]) => ofLight(r / 255, g / 255, b / 255));
const BLACK_INK = 0.012;

function ofLight(r: number, g: number, b: number): number {
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Dots that fall on each other by chance (Demichel), then black over them. */
function ofInks(inks: readonly number[], black: number): number {
	const light = SOLIDS.reduce((sum, solid, which) => {
		const share = inks.reduce(
			(product, ink, i) => product * (which & (1 << i) ? ink : 1 - ink),
			1,
		);
		return sum + share * solid;
	}, 0);
	return light * (1 - black) + BLACK_INK * black;
}

/** Relative luminance (WCAG 2), 0 black to 1 white. */
export function luminance({ space, parts }: Colour): number {
	const a = clamp(parts[0]);
	if (space === "gray") return linear(a);
	const [b = 0, c = 0, k = 0] = [1, 2, 3].map((i) => clamp(parts[i]));
	switch (space) {
		case "rgb":
			return ofLight(a, b, c);
		case "cmyk":
			return ofInks([a, b, c], k);
		case "other":
			// What we cannot know counts as black: nothing is excused.
			return 0;
	}
}

/** Contrast of two luminances, 1 to 21. */
export const contrastOf = (a: number, b: number): number =>
	(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Paper, or as good as. */
export const isWhite = (colour: Colour): boolean => luminance(colour) > 0.97;

/** How much black a printer without colours lays down for it: 0 to 1. */
export function inkOf({ space, parts }: Colour): number {
	const [a = 0, b = 0, c = 0, k = 0] = [0, 1, 2, 3].map((i) => clamp(parts[i]));
	switch (space) {
		case "rgb":
			return darkness(a, b, c);
		case "gray":
			return 1 - a;
		case "cmyk":
			return darkness((1 - a) * (1 - k), (1 - b) * (1 - k), (1 - c) * (1 - k));
		case "other":
			return 1;
	}
}

/** A shade between black and white. */
export function isGray({ space, parts }: Colour): boolean {
	const [a = 0, b = 0, c = 0] = parts;
	return space === "gray" || (space !== "other" && a === b && b === c);
}
