/** How each run stands: on which inks, and whether something was painted over it. */
import type { Ink } from "../ink.ts";
import type { Rect } from "./geometry.ts";
import { coverOf, groundOf } from "./ground.ts";
import type { InkedRun, InkedShape, PageInk } from "./ink.ts";

export interface Standing {
	readonly inked: InkedRun;
	/** One ink when the whole run lies on one ground. */
	readonly grounds: ReadonlySet<Ink>;
	readonly isCovered: boolean;
}

/** First by the box of the run; letter by letter where that is not enough. */
export function standingOf(inked: InkedRun, page: PageInk): Standing {
	const shapes = page.shapesNear(inked.box);
	const below = shapes.filter((shape) => shape.order < inked.order);
	const above = shapes.filter((shape) => shape.order > inked.order);
	const rough = groundOf(inked.box, below);
	const boxes: readonly Rect[] =
		rough.size === 1 && above.length === 0 ? [inked.box] : inked.glyphs;
	return {
		inked,
		grounds: groundsOf(boxes, below),
		isCovered: boxes.some((box) => coverOf(box, above).size > 0),
	};
}

function groundsOf(
	boxes: readonly Rect[],
	below: readonly InkedShape[],
): ReadonlySet<Ink> {
	const inks = new Set<Ink>();
	for (const box of boxes)
		for (const ink of groundOf(box, below)) inks.add(ink);
	return inks;
}
