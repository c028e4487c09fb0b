/** How much a glyph's outline encloses, in square units of the font. */
import type { OutlineOp } from "./program.ts";

interface Point {
	readonly x: number;
	readonly y: number;
}

/** Of the triangle with the origin, with the sign of its turn. */
const swept = (a: Point, b: Point): number => (a.x * b.y - b.x * a.y) / 2;

/** Holes run against the outline around them and are taken off (Green's theorem). */
export function outlineArea(ops: readonly OutlineOp[]): number {
	let area = 0;
	let start: Point = { x: 0, y: 0 };
	let at = start;
	for (const op of ops) {
		if (op.op === "Z") {
			area += swept(at, start);
			at = start;
			continue;
		}
		if (op.op === "M") start = op;
		if (op.op === "L") area += swept(at, op);
		if (op.op === "Q") {
			const control = { x: op.x1, y: op.y1 };
			const chord = swept(at, op);
			const corner = swept(at, control) + swept(control, op);
			area += chord + ((corner - chord) * 2) / 3;
		}
		if (op.op === "C") {
			const [c, d] = [
				{ x: op.x1, y: op.y1 },
				{ x: op.x2, y: op.y2 },
			];
			const [ac, ad, cd] = [swept(at, c), swept(at, d), swept(c, d)];
			const [cb, db, ab] = [swept(c, op), swept(d, op), swept(at, op)];
			area += (6 * ac + 3 * ad + ab + 3 * cd + 3 * cb + 6 * db) / 10;
		}
		at = op;
	}
	return Math.abs(area);
}
