/** Colours as a page names them. */
export interface Colour {
	readonly space: "gray" | "rgb" | "cmyk" | "other";
	/** 0 to 1 each. */
	readonly parts: readonly number[];
}

export const BLACK: Colour = { space: "gray", parts: [0] };

const clamp = (part: number | undefined): number =>
	Math.min(1, Math.max(0, part ?? 0));

/** Red, green and blue; ink colours by the plain formula. */
function rgbOf({ space, parts }: Colour): readonly [number, number, number] {
	const [a, b, c, k] = [0, 1, 2, 3].map((i) => clamp(parts[i]));
	if (space === "rgb") return [a ?? 0, b ?? 0, c ?? 0];
	if (space === "gray") return [a ?? 0, a ?? 0, a ?? 0];
	// What we cannot know counts as black: nothing is excused.
	if (space === "other") return [0, 0, 0];
	const light = (ink: number | undefined): number =>
		(1 - (ink ?? 0)) * (1 - (k ?? 0));
	return [light(a), light(b), light(c)];
}

const linear = (part: number): number =>
	part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** Relative luminance (WCAG 2), 0 black to 1 white. */
export function luminance(colour: Colour): number {
	const [r, g, b] = rgbOf(colour).map(linear);
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of two luminances, 1 to 21. */
export const contrastOf = (a: number, b: number): number =>
	(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Paper, or as good as. */
export const isWhite = (colour: Colour): boolean => luminance(colour) > 0.97;
