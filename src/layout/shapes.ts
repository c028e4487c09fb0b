/** Paths as data: rectangles, discs, arrows, and the pictograms' path strings. */
import type { Ink } from "../ink.ts";
import type { Pt } from "../units.ts";
import type { PathOp, Shape, Stroke } from "./sheet.ts";

/** Control distance of a quarter circle drawn as one cubic. */
const KAPPA = 0.5522847498;

export function rectangle(
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	radius: Pt = 0,
): PathOp[] {
	const r = Math.min(radius, width / 2, height / 2);
	const right = x + width;
	const bottom = y + height;
	if (r <= 0)
		return [
			{ op: "M", x, y },
			{ op: "L", x: right, y },
			{ op: "L", x: right, y: bottom },
			{ op: "L", x, y: bottom },
			{ op: "Z" },
		];
	const k = r * (1 - KAPPA);
	return [
		{ op: "M", x: x + r, y },
		{ op: "L", x: right - r, y },
		{ op: "C", x1: right - k, y1: y, x2: right, y2: y + k, x: right, y: y + r },
		{ op: "L", x: right, y: bottom - r },
		{
			op: "C",
			x1: right,
			y1: bottom - k,
			x2: right - k,
			y2: bottom,
			x: right - r,
			y: bottom,
		},
		{ op: "L", x: x + r, y: bottom },
		{ op: "C", x1: x + k, y1: bottom, x2: x, y2: bottom - k, x, y: bottom - r },
		{ op: "L", x, y: y + r },
		{ op: "C", x1: x, y1: y + k, x2: x + k, y2: y, x: x + r, y },
		{ op: "Z" },
	];
}

export const disc = (cx: Pt, cy: Pt, r: Pt): PathOp[] =>
	rectangle(cx - r, cy - r, 2 * r, 2 * r, r);

export const polygon = (
	...points: readonly (readonly [Pt, Pt])[]
): PathOp[] => [
	...points.map(([x, y], i): PathOp => ({ op: i === 0 ? "M" : "L", x, y })),
	{ op: "Z" },
];

export const segment = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): PathOp[] => [
	{ op: "M", x: x1, y: y1 },
	{ op: "L", x: x2, y: y2 },
];

export const filled = (ops: readonly PathOp[], ink: Ink): Shape => ({
	kind: "shape",
	ops,
	fill: ink,
	stroke: null,
});

export function stroked(
	ops: readonly PathOp[],
	ink: Ink,
	width: Pt,
	style: Partial<Pick<Stroke, "round" | "dash">> = {},
): Shape {
	return {
		kind: "shape",
		ops,
		fill: null,
		stroke: {
			ink,
			width,
			round: style.round ?? false,
			dash: style.dash ?? null,
		},
	};
}

/** A frame given by its outer size, so that edges lie where they are said to lie. */
export function framed(
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	border: Pt,
	radius: Pt,
	ink: Ink,
	fill: Ink | null = "white",
): Shape {
	const half = border / 2;
	return {
		kind: "shape",
		ops: rectangle(
			x + half,
			y + half,
			width - border,
			height - border,
			Math.max(0, radius - half),
		),
		fill,
		stroke: { ink, width: border, round: false, dash: null },
	};
}

/** Bounds of a path, control points included: never smaller than the ink. */
export function boundsOf(ops: readonly PathOp[]): {
	x1: Pt;
	y1: Pt;
	x2: Pt;
	y2: Pt;
} {
	let x1 = Number.POSITIVE_INFINITY;
	let y1 = Number.POSITIVE_INFINITY;
	let x2 = Number.NEGATIVE_INFINITY;
	let y2 = Number.NEGATIVE_INFINITY;
	const grow = (x: Pt, y: Pt) => {
		x1 = Math.min(x1, x);
		y1 = Math.min(y1, y);
		x2 = Math.max(x2, x);
		y2 = Math.max(y2, y);
	};
	for (const op of ops) {
		if (op.op === "Z") continue;
		grow(op.x, op.y);
		if (op.op === "C") {
			grow(op.x1, op.y1);
			grow(op.x2, op.y2);
		}
	}
	return { x1, y1, x2, y2 };
}
