/** The boxes of marks, for the tags that must say where they are. */
import type { Mark, PathOp, Run, Shape } from "../layout/sheet.ts";
import type { Box } from "../units.ts";

/** Where nothing has ink, a line of text is taken to reach this far, in em. */
const PLAIN_ASCENT = 0.75;
const PLAIN_DESCENT = 0.25;

/** The smallest box around marks; null when there are none. */
export function boundsOf(marks: readonly Mark[]): Box | null {
	const boxes = marks.map(markBox).filter((box) => box !== null);
	if (boxes.length === 0) return null;
	const left = Math.min(...boxes.map((box) => box.x));
	const top = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x: left, y: top, width: right - left, height: bottom - top };
}

function markBox(mark: Mark): Box | null {
	switch (mark.kind) {
		case "run":
			return runBox(mark);
		case "shape":
			return shapeBox(mark);
		case "picture":
			return mark;
		case "code": {
			const side = mark.modules * mark.module;
			return { x: mark.x, y: mark.y, width: side, height: side };
		}
	}
}

function runBox({ glyphs, x, baseline, size, tracking }: Run): Box {
	const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
	const inks = glyphs.map((glyph) => glyph.ink).filter((ink) => ink !== null);
	const top = Math.max(PLAIN_ASCENT, ...inks.map((ink) => ink.top));
	const bottom = Math.min(-PLAIN_DESCENT, ...inks.map((ink) => ink.bottom));
	return {
		x,
		y: baseline - top * size,
		width: advance * size + glyphs.length * tracking,
		height: (top - bottom) * size,
	};
}

function shapeBox({ ops, stroke }: Shape): Box | null {
	const points = ops.flatMap(pointsOf);
	if (points.length === 0) return null;
	const reach = (stroke?.width ?? 0) / 2;
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const left = Math.min(...xs) - reach;
	const top = Math.min(...ys) - reach;
	return {
		x: left,
		y: top,
		width: Math.max(...xs) + reach - left,
		height: Math.max(...ys) + reach - top,
	};
}

/** Control points too: a curve lies within them. */
function pointsOf(op: PathOp): readonly (readonly [number, number])[] {
	switch (op.op) {
		case "M":
		case "L":
			return [[op.x, op.y]];
		case "C":
			return [
				[op.x1, op.y1],
				[op.x2, op.y2],
				[op.x, op.y],
			];
		case "Z":
			return [];
	}
}
