/** How each run stands: on which inks, and whether something was painted over it. */
import type { Ink } from "../ink.ts";
import type { Run, Shape } from "../layout/sheet.ts";
import type { Rect } from "./geometry.ts";
import { coverOf, groundOf } from "./ground.ts";
import type { InkedRun, InkedShape, PageInk } from "./ink.ts";

export interface Standing {
	readonly inked: InkedRun;
	/** One ink when the whole run lies on one ground. */
	readonly grounds: ReadonlySet<Ink>;
	readonly isCovered: boolean;
}

/** How a run stood among the shapes that it was near. */
interface Stood {
	readonly below: readonly Shape[];
	readonly above: readonly Shape[];
	readonly how: Omit<Standing, "inked">;
}

/** Sheets of one notice share most of their marks, and no mark is ever changed. */
const known = new WeakMap<Run, Stood>();

const areSame = (
	before: readonly Shape[],
	now: readonly InkedShape[],
): boolean =>
	before.length === now.length &&
	now.every(({ shape }, i) => shape === before[i]);

export function standingOf(inked: InkedRun, page: PageInk): Standing {
	const shapes = page.shapesNear(inked.box);
	const below = shapes.filter((shape) => shape.order < inked.order);
	const above = shapes.filter((shape) => shape.order > inked.order);
	const before = known.get(inked.run);
	const isKnown =
		before !== undefined &&
		areSame(before.below, below) &&
		areSame(before.above, above);
	const how = isKnown ? before.how : amongst(inked, below, above);
	if (!isKnown)
		known.set(inked.run, {
			below: below.map(({ shape }) => shape),
			above: above.map(({ shape }) => shape),
			how,
		});
	const { grounds, isCovered } = how;
	return { inked, grounds, isCovered };
}

/** First by the box of the run; letter by letter where that is not enough. */
function amongst(
	{ box, glyphs }: InkedRun,
	below: readonly InkedShape[],
	above: readonly InkedShape[],
): Stood["how"] {
	const rough = groundOf(box, below);
	return rough.size === 1 && above.length === 0
		? { grounds: rough, isCovered: false }
		: {
				grounds: groundsOf(glyphs, below),
				isCovered: glyphs.some((glyph) => coverOf(glyph, above).size > 0),
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
