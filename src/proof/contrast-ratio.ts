/** Contrast of two inks after WCAG 2.2, 1.4.3: 1 to 21. */
import { byInk, INKS, type Ink } from "../ink.ts";

type Rgb = readonly [number, number, number];

/** Linear light of one channel, from sRGB. */
function linear(channel: number): number {
	const c = channel / 255;
	return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

const luminance = ([r, g, b]: Rgb): number =>
	0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

const LUMINANCE = byInk((ink) => luminance(INKS[ink].rgb));

export function contrastRatio(a: Ink, b: Ink): number {
	const [one, other] = [LUMINANCE[a], LUMINANCE[b]];
	return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
