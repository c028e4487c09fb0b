/** Outlines written as strings of M, L, C and Z, and moved to their place. */
import type { PathOp } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";

const known = new Map<string, readonly PathOp[]>();

/** Of a drawing of ours: there are some hundred, and each is parsed once. */
export function pathOf(d: string): readonly PathOp[] {
	const before = known.get(d);
	if (before !== undefined) return before;
	const ops = [...d.matchAll(/([MLCZ])([^MLCZ]*)/gu)].map(
		([, letter = "", numbers = ""]) =>
			opOf(letter, numbers.split(" ").map(Number)),
	);
	known.set(d, ops);
	return ops;
}

function opOf(letter: string, values: readonly number[]): PathOp {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
	switch (letter) {
		case "M":
			return { op: "M", x: a, y: b };
		case "L":
			return { op: "L", x: a, y: b };
		case "C":
			return { op: "C", x1: a, y1: b, x2: c, y2: d, x: e, y: f };
		default:
			return { op: "Z" };
	}
}

export const scaled = (
	ops: readonly PathOp[],
	x: Pt,
	y: Pt,
	k: number,
): PathOp[] =>
	ops.map((op): PathOp => {
		if (op.op === "Z") return op;
		const at = { x: x + op.x * k, y: y + op.y * k };
		return op.op === "C"
			? {
					op: "C",
					x1: x + op.x1 * k,
					y1: y + op.y1 * k,
					x2: x + op.x2 * k,
					y2: y + op.y2 * k,
					...at,
				}
			: { op: op.op, ...at };
	});

export const move = (x: Pt, y: Pt): PathOp => ({ op: "M", x, y });
export const draw = (x: Pt, y: Pt): PathOp => ({ op: "L", x, y });
export const bend = (x1: Pt, y1: Pt, x2: Pt, y2: Pt, x: Pt, y: Pt): PathOp => ({
	op: "C",
	x1,
	y1,
	x2,
	y2,
	x,
	y,
});
export const CLOSE: PathOp = { op: "Z" };

const KAPPA = 0.5522847498;

/** A quarter circle from (x1, y1) to (x, y) that bulges towards (cx, cy). */
export const corner = (x1: Pt, y1: Pt, cx: Pt, cy: Pt, x: Pt, y: Pt): PathOp =>
	bend(
		x1 + (cx - x1) * KAPPA,
		y1 + (cy - y1) * KAPPA,
		x + (cx - x) * KAPPA,
		y + (cy - y) * KAPPA,
		x,
		y,
	);
