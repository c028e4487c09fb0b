/**
 * A sheet for the print shop: paper beyond the trim for bleed, and marks that
 * show where to cut and whether the plates lie on each other.
 */
import { disc, segment, stroked } from "../layout/shapes.ts";
import type {
	Mark,
	Node,
	Page,
	PathOp,
	Press,
	Shape,
	Sheet,
} from "../layout/sheet.ts";
import { type Box, mm, type Pt } from "../units.ts";
import { type Move, moveBy, moveMark } from "./move.ts";

const BLEED = mm(3);
/** Around the trim: bleed, then marks. */
const SLUG = mm(10);
const CROP_LENGTH = mm(5);
const MARK_WIDTH = 0.25;
const TARGET = mm(2);

const line = (...ops: readonly PathOp[]): Shape =>
	stroked(ops, "black", MARK_WIDTH);

/** Two lines at each corner, outside the bleed. */
function cropMarks({ x, y, width, height }: Box): readonly Shape[] {
	const away = BLEED + mm(0.5);
	const far = away + CROP_LENGTH;
	return [x, x + width].flatMap((cx) =>
		[y, y + height].flatMap((cy) => {
			const sx = cx === x ? -1 : 1;
			const sy = cy === y ? -1 : 1;
			return [
				line(...segment(cx + sx * away, cy, cx + sx * far, cy)),
				line(...segment(cx, cy + sy * away, cx, cy + sy * far)),
			];
		}),
	);
}

/** A circle with a cross in the middle of a side. */
function target(cx: Pt, cy: Pt): Shape {
	return line(
		...disc(cx, cy, TARGET / 2),
		...segment(cx - TARGET, cy, cx + TARGET, cy),
		...segment(cx, cy - TARGET, cx, cy + TARGET),
	);
}

/** Text on one plate: no press lays two plates so exactly that thin letters stay sharp. */
function onePlate(mark: Mark): Mark {
	if (mark.kind !== "run" || mark.ink !== "red") return mark;
	return { ...mark, ink: mark.ground === "black" ? "white" : "black" };
}

function pressNode(node: Node, move: Move): Node {
	return node.kind === "content" || node.kind === "artifact"
		? {
				...node,
				marks: node.marks.map((mark) => moveMark(onePlate(mark), move)),
			}
		: {
				...node,
				children: node.children.map((child) => pressNode(child, move)),
			};
}

export function forShop(sheet: Sheet): Sheet {
	const { width, height } = sheet;
	const trim: Box = { x: SLUG, y: SLUG, width, height };
	const bleed: Box = {
		x: SLUG - BLEED,
		y: SLUG - BLEED,
		width: width + 2 * BLEED,
		height: height + 2 * BLEED,
	};
	const middle = (SLUG - BLEED) / 2;
	const press: Press = {
		trim,
		bleed,
		marks: [
			...cropMarks(trim),
			target(SLUG + width / 2, middle),
			target(SLUG + width / 2, 2 * SLUG + height - middle),
			target(middle, SLUG + height / 2),
			target(2 * SLUG + width - middle, SLUG + height / 2),
		],
	};
	return {
		...sheet,
		width: width + 2 * SLUG,
		height: height + 2 * SLUG,
		pages: sheet.pages.map(
			(page): Page => ({
				nodes: page.nodes.map((node) => pressNode(node, moveBy(SLUG, SLUG))),
			}),
		),
		press,
	};
}
