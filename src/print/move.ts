/** Marks in another place and size; what they say stays. */
import type { Mark, Node, PathOp } from "../layout/sheet.ts";
import type { Pt } from "../units.ts";

/** First larger or smaller, seen from the origin, then aside. */
export interface Move {
	readonly scale: number;
	readonly dx: Pt;
	readonly dy: Pt;
}

export const moveBy = (dx: Pt, dy: Pt): Move => ({ scale: 1, dx, dy });

function moveOp(op: PathOp, { scale, dx, dy }: Move): PathOp {
	if (op.op === "Z") return op;
	const end = { x: op.x * scale + dx, y: op.y * scale + dy };
	if (op.op !== "C") return { op: op.op, ...end };
	return {
		op: "C",
		x1: op.x1 * scale + dx,
		y1: op.y1 * scale + dy,
		x2: op.x2 * scale + dx,
		y2: op.y2 * scale + dy,
		...end,
	};
}

export function moveMark(mark: Mark, move: Move): Mark {
	const { scale, dx, dy } = move;
	switch (mark.kind) {
		case "run":
			return {
				...mark,
				size: mark.size * scale,
				tracking: mark.tracking * scale,
				x: mark.x * scale + dx,
				baseline: mark.baseline * scale + dy,
			};
		case "code":
			return {
				...mark,
				module: mark.module * scale,
				x: mark.x * scale + dx,
				y: mark.y * scale + dy,
			};
		case "picture":
			return {
				...mark,
				x: mark.x * scale + dx,
				y: mark.y * scale + dy,
				width: mark.width * scale,
				height: mark.height * scale,
			};
		case "shape": {
			const { stroke } = mark;
			return {
				...mark,
				ops: mark.ops.map((op) => moveOp(op, move)),
				stroke: stroke && {
					...stroke,
					width: stroke.width * scale,
					dash: stroke.dash && [stroke.dash[0] * scale, stroke.dash[1] * scale],
				},
			};
		}
	}
}

export function moveNode(node: Node, move: Move): Node {
	return node.kind === "content" || node.kind === "artifact"
		? { ...node, marks: node.marks.map((mark) => moveMark(mark, move)) }
		: {
				...node,
				children: node.children.map((child) => moveNode(child, move)),
			};
}
