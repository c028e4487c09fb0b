/** Finds what is near without asking everything: the page cut into bands. */
import type { Pt } from "../units.ts";
import { overlaps, type Rect } from "./geometry.ts";

const BAND: Pt = 24;

interface Placed {
	readonly box: Rect;
	/** Place in the order of painting. */
	readonly order: number;
}

const bandOf = (y: Pt): number => Math.floor(y / BAND);

/** The items whose boxes overlap a rectangle, in the order of painting. */
export type Near<T> = (rect: Rect) => readonly T[];

export function nearby<T extends Placed>(items: readonly T[]): Near<T> {
	const bands = new Map<number, T[]>();
	for (const item of items)
		for (let b = bandOf(item.box.top); b <= bandOf(item.box.bottom); b++) {
			const band = bands.get(b);
			if (band === undefined) bands.set(b, [item]);
			else band.push(item);
		}
	return (rect) => {
		const found: T[] = [];
		const first = bandOf(rect.top);
		for (let b = first; b <= bandOf(rect.bottom); b++)
			for (const item of bands.get(b) ?? []) {
				// An item of several bands is met in each; it counts in the first.
				const isFirst = b === Math.max(first, bandOf(item.box.top));
				if (isFirst && overlaps(item.box, rect)) found.push(item);
			}
		return found.sort((a, b) => a.order - b.order);
	};
}
