/** Colours of pictures as screens and presses say them. */
import type { Rgb } from "../layout/sheet.ts";
import { type Palette, place } from "./operators.ts";

type Mixing = Palette["pictures"];

/** 0 to 255 of each ink; all that is gray in a colour goes to the black plate. */
export function processInks([r, g, b]: Rgb): readonly [
	number,
	number,
	number,
	number,
] {
	const brightest = Math.max(r, g, b);
	const ink = (part: number): number =>
		brightest === 0 ? 0 : Math.round(((brightest - part) / brightest) * 255);
	return [ink(r), ink(g), ink(b), 255 - brightest];
}

export const isGray = ([r, g, b]: Rgb): boolean => r === g && g === b;

/** Black, white and what is between them are gray: on one plate, and in any intent. */
export function colourOperator(
	rgb: Rgb,
	mixing: Mixing,
	use: "fill" | "stroke",
): string {
	const name = (operator: string): string =>
		use === "fill" ? operator : operator.toUpperCase();
	const parts = (values: readonly number[]): string =>
		values.map((value) => place(value / 255)).join(" ");
	if (mixing === "process") return `${parts(processInks(rgb))} ${name("k")}`;
	return isGray(rgb)
		? `${parts([rgb[0]])} ${name("g")}`
		: `${parts(rgb)} ${name("rg")}`;
}

/** Samples of an image, and the space they are in. */
export interface Samples {
	readonly space: "DeviceGray" | "DeviceRGB" | "DeviceCMYK";
	readonly bytes: Uint8Array;
}

export function samplesOf(rgb: Uint8Array, mixing: Mixing): Samples {
	const pixels = rgb.length / 3;
	const pixel = (index: number): Rgb => [
		rgb[index * 3] ?? 0,
		rgb[index * 3 + 1] ?? 0,
		rgb[index * 3 + 2] ?? 0,
	];
	if (mixing === "process") {
		const bytes = new Uint8Array(pixels * 4);
		for (let index = 0; index < pixels; index++)
			bytes.set(processInks(pixel(index)), index * 4);
		return { space: "DeviceCMYK", bytes };
	}
	for (let index = 0; index < pixels; index++)
		if (!isGray(pixel(index))) return { space: "DeviceRGB", bytes: rgb };
	const bytes = rgb.filter((_, at) => at % 3 === 0);
	return { space: "DeviceGray", bytes };
}
