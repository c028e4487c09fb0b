/** Two leaflets side by side on one landscape sheet, with a line to cut along. */
import { disc, segment, stroked } from "../layout/shapes.ts";
import {
	artifact,
	type Mark,
	marksOf,
	type Page,
	type PathOp,
	type Sheet,
} from "../layout/sheet.ts";
import { mm, type Pt } from "../units.ts";
import { moveBy, moveMark, moveNode } from "./move.ts";

/** A4 landscape. ISO 216. */
const WIDTH = mm(297);
const HEIGHT = mm(210);
const CUT_X = WIDTH / 2;
const CUT_TOP = mm(14);
const CUT_BOTTOM = mm(203);
const CUT_WIDTH = mm(0.25);
const CUT_DASH: readonly [Pt, Pt] = [mm(2), mm(1.6)];
const SCISSORS = mm(5.4);
const SCISSORS_TOP = mm(7.4);
const SCISSORS_STROKE = 2;

/** A pair of scissors on a grid of 24, its blades along the cut. */
function scissors(): Mark {
	const k = SCISSORS / 24;
	const x = CUT_X - SCISSORS / 2;
	const at = (op: PathOp): PathOp => {
		if (op.op === "Z") return op;
		const place = (px: number, py: number) => ({
			x: x + px * k,
			y: SCISSORS_TOP + py * k,
		});
		const end = place(op.x, op.y);
		if (op.op !== "C") return { op: op.op, ...end };
		const first = place(op.x1, op.y1);
		const second = place(op.x2, op.y2);
		return {
			op: "C",
			x1: first.x,
			y1: first.y,
			x2: second.x,
			y2: second.y,
			...end,
		};
	};
	const drawing = [
		...disc(6.5, 6, 2.8),
		...disc(17.5, 6, 2.8),
		...segment(8.2, 8.5, 17, 21),
		...segment(15.8, 8.5, 7, 21),
	];
	return stroked(drawing.map(at), "black", SCISSORS_STROKE * k, {
		round: true,
	});
}

/** Each page twice, the second copy for the eye only: a reader would hear it again. */
export function imposeTwoUp(sheet: Sheet): Sheet {
	const margin = (WIDTH / 2 - sheet.width) / 2;
	const cut = stroked(
		segment(CUT_X, CUT_TOP, CUT_X, CUT_BOTTOM),
		"black",
		CUT_WIDTH,
		{ dash: CUT_DASH },
	);
	return {
		...sheet,
		width: WIDTH,
		height: HEIGHT,
		pages: sheet.pages.map(
			(page): Page => ({
				nodes: [
					...page.nodes.map((node) => moveNode(node, moveBy(margin, 0))),
					artifact(
						...page.nodes
							.flatMap(marksOf)
							.map((mark) => moveMark(mark, moveBy(CUT_X + margin, 0))),
					),
					artifact(cut, scissors()),
				],
			}),
		),
	};
}
