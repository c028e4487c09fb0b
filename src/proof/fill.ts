/** How much of a sheet's height is put to use. */
import type { Sheet } from "../layout/sheet.ts";
import { mm, type Pt } from "../units.ts";
import type { Rect } from "./geometry.ts";
import { inkOf, type PageInk } from "./ink.ts";

/** Between two parts of a notice so much is air, not waste. */
const AIR: Pt = mm(10);

const boxesOf = ({ runs, codes, pictures }: PageInk): readonly Rect[] =>
	[...runs, ...codes, ...pictures].map(({ box }) => box);

/** Of the height between the margins; what is blank beyond some air is not used. */
export function sheetFill({ pages, height }: Sheet, safe: Pt): number {
	const room = height - 2 * safe;
	const used = pages.map((page) => {
		const boxes = boxesOf(inkOf(page)).toSorted((a, b) => a.top - b.top);
		let blank = 0;
		let down = safe;
		for (const { top, bottom } of [
			...boxes,
			{ top: height - safe, bottom: height - safe },
		]) {
			blank += Math.max(0, top - down - AIR);
			down = Math.max(down, bottom);
		}
		return 1 - blank / room;
	});
	return used.reduce((sum, share) => sum + share, 0) / pages.length;
}
