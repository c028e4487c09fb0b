/**
 * What a part of the page is painted on. Looking down from above, every fill and
 * line it meets is part of its ground, until one fill lies under all of it; the
 * last is the paper.
 */
import type { Ink } from "../ink.ts";
import { lieIn, type Rect, strokeTouches } from "./geometry.ts";
import type { InkedShape } from "./ink.ts";

const PAPER: Ink = "white";

const lineTouches = ({ shape, lines }: InkedShape, rect: Rect): boolean =>
	shape.stroke !== null && strokeTouches(lines(), shape.stroke.width, rect);

const fillLies = ({ shape, lines }: InkedShape, rect: Rect) =>
	shape.fill === null ? "outside" : lieIn(lines(), rect);

/** `below` holds at least the shapes that meet the rectangle, in the order of painting. */
export function groundOf(
	rect: Rect,
	below: readonly InkedShape[],
): ReadonlySet<Ink> {
	const inks = new Set<Ink>();
	for (const inked of below.toReversed()) {
		const { fill, stroke } = inked.shape;
		if (stroke !== null && lineTouches(inked, rect)) inks.add(stroke.ink);
		const lie = fillLies(inked, rect);
		if (fill === null || lie === "outside") continue;
		inks.add(fill);
		if (lie === "within") return inks;
	}
	return inks.add(PAPER);
}

/** The inks that are painted over any of a rectangle. */
export function coverOf(
	rect: Rect,
	above: readonly InkedShape[],
): ReadonlySet<Ink> {
	const inks = new Set<Ink>();
	for (const inked of above) {
		const { fill, stroke } = inked.shape;
		if (stroke !== null && lineTouches(inked, rect)) inks.add(stroke.ink);
		if (fill !== null && fillLies(inked, rect) !== "outside") inks.add(fill);
	}
	return inks;
}
