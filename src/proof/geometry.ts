/** Rectangles and flattened paths: what lies in, on and beside what. */
import type { PathOp } from "../layout/sheet.ts";
import type { Pt } from "../units.ts";

export interface Rect {
	readonly left: Pt;
	readonly top: Pt;
	readonly right: Pt;
	readonly bottom: Pt;
}

export interface Point {
	readonly x: Pt;
	readonly y: Pt;
}

/** An area with its ends joined, or an open line. */
export interface Polyline {
	readonly points: readonly Point[];
	readonly closed: boolean;
}

/** A curve's flattening keeps within 0.2 % of its radius. */
const STEPS_PER_CURVE = 16;
/** Edges nearer than this only touch: 3.5 µm. */
export const TOUCH: Pt = 0.01;

export const grown = (r: Rect, by: Pt): Rect => ({
	left: r.left - by,
	top: r.top - by,
	right: r.right + by,
	bottom: r.bottom + by,
});

/** True when they share more than an edge. */
export const overlaps = (a: Rect, b: Rect): boolean =>
	a.left < b.right - TOUCH &&
	b.left < a.right - TOUCH &&
	a.top < b.bottom - TOUCH &&
	b.top < a.bottom - TOUCH;

export const areaOf = ({ left, top, right, bottom }: Rect): number =>
	(right - left) * (bottom - top);

/** Of a line with its ends joined; below zero when it runs the other way round. */
export function signedArea({ points }: Polyline): number {
	let twice = 0;
	let last = points.at(-1);
	for (const point of points) {
		if (last !== undefined) twice += last.x * point.y - point.x * last.y;
		last = point;
	}
	return twice / 2;
}

export function around(rects: readonly Rect[]): Rect | null {
	if (rects.length === 0) return null;
	let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const rect of rects) {
		left = Math.min(left, rect.left);
		top = Math.min(top, rect.top);
		right = Math.max(right, rect.right);
		bottom = Math.max(bottom, rect.bottom);
	}
	return { left, top, right, bottom };
}

type Curve = Extract<PathOp, { op: "C" }>;

function pointOn(from: Point, c: Curve, t: number): Point {
	const s = 1 - t;
	const [k0, k1, k2, k3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
	return {
		x: k0 * from.x + k1 * c.x1 + k2 * c.x2 + k3 * c.x,
		y: k0 * from.y + k1 * c.y1 + k2 * c.y2 + k3 * c.y,
	};
}

/** Where one coordinate of a cubic stands still: roots of its derivative in (0, 1). */
function turns(p0: number, p1: number, p2: number, p3: number): number[] {
	const a = p3 - 3 * p2 + 3 * p1 - p0;
	const b = 2 * (p2 - 2 * p1 + p0);
	const c = p1 - p0;
	const inside = (t: number) => t > 0 && t < 1;
	if (Math.abs(a) < 1e-12)
		return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside);
	const root = b * b - 4 * a * c;
	if (root < 0) return [];
	return [
		(-b + Math.sqrt(root)) / (2 * a),
		(-b - Math.sqrt(root)) / (2 * a),
	].filter(inside);
}

/** The exact box of a path, without its stroke; null for an empty one. */
export function pathBox(ops: readonly PathOp[]): Rect | null {
	const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
	let [left, top] = [POSITIVE_INFINITY, POSITIVE_INFINITY];
	let [right, bottom] = [NEGATIVE_INFINITY, NEGATIVE_INFINITY];
	const take = ({ x, y }: Point): void => {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
	};
	let at: Point = { x: 0, y: 0 };
	for (const op of ops) {
		if (op.op === "Z") continue;
		if (op.op === "C") {
			for (const t of turns(at.x, op.x1, op.x2, op.x)) take(pointOn(at, op, t));
			for (const t of turns(at.y, op.y1, op.y2, op.y)) take(pointOn(at, op, t));
		}
		at = op;
		take(op);
	}
	return left > right ? null : { left, top, right, bottom };
}

const pointsOf = (from: Point, curve: Curve): readonly Point[] =>
	Array.from({ length: STEPS_PER_CURVE }, (_, i) =>
		pointOn(from, curve, (i + 1) / STEPS_PER_CURVE),
	);

/** A path as straight lines, one polyline for each of its parts. */
export function flatten(ops: readonly PathOp[]): readonly Polyline[] {
	const lines: { points: Point[]; closed: boolean }[] = [];
	let open: Point[] | null = null;
	for (const op of ops) {
		const last = lines.at(-1);
		if (op.op === "Z") {
			if (last !== undefined) last.closed = true;
			open = null;
			continue;
		}
		if (op.op === "M" || open === null) {
			// Whoever draws on after closing a part starts where it started.
			const start: Point = op.op === "M" ? op : (last?.points[0] ?? op);
			open = [{ x: start.x, y: start.y }];
			lines.push({ points: open, closed: false });
		}
		if (op.op === "L") open.push({ x: op.x, y: op.y });
		if (op.op === "C") open.push(...pointsOf(open.at(-1) ?? op, op));
	}
	return lines;
}

/** Calls back with every straight piece; `join` closes open lines too, as a fill does. */
function someSegment(
	lines: readonly Polyline[],
	join: boolean,
	test: (a: Point, b: Point) => boolean,
): boolean {
	for (const { points, closed } of lines) {
		let last = closed || join ? points.at(-1) : undefined;
		for (const point of points) {
			if (last !== undefined && test(last, point)) return true;
			last = point;
		}
		// A lone point still draws a dot when its stroke is round.
		const [only] = points;
		if (only !== undefined && points.length === 1 && test(only, only))
			return true;
	}
	return false;
}

/** Whether a segment has a point strictly inside a rectangle (Liang and Barsky). */
function enters(a: Point, b: Point, r: Rect): boolean {
	// Most lie wholly on one side.
	if (
		(a.x <= r.left && b.x <= r.left) ||
		(a.x >= r.right && b.x >= r.right) ||
		(a.y <= r.top && b.y <= r.top) ||
		(a.y >= r.bottom && b.y >= r.bottom)
	)
		return false;
	let from = 0;
	let to = 1;
	const clip = (delta: number, least: number, most: number): boolean => {
		if (Math.abs(delta) < 1e-12) return least < 0 && most > 0;
		const [t1, t2] = [least / delta, most / delta];
		from = Math.max(from, Math.min(t1, t2));
		to = Math.min(to, Math.max(t1, t2));
		return from < to;
	};
	return (
		clip(b.x - a.x, r.left - a.x, r.right - a.x) &&
		clip(b.y - a.y, r.top - a.y, r.bottom - a.y)
	);
}

const squareToRect = ({ x, y }: Point, r: Rect): number => {
	const dx = Math.max(r.left - x, 0, x - r.right);
	const dy = Math.max(r.top - y, 0, y - r.bottom);
	return dx * dx + dy * dy;
};

function squareToSegment(p: Point, a: Point, b: Point): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const length = dx * dx + dy * dy;
	const along =
		length === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length;
	const t = Math.min(1, Math.max(0, along));
	const [ex, ey] = [a.x + t * dx - p.x, a.y + t * dy - p.y];
	return ex * ex + ey * ey;
}

/** Whether a segment comes nearer to a rectangle than `reach`. */
function comesWithin(a: Point, b: Point, r: Rect, reach: Pt): boolean {
	if (
		Math.max(a.x, b.x) <= r.left - reach ||
		Math.min(a.x, b.x) >= r.right + reach ||
		Math.max(a.y, b.y) <= r.top - reach ||
		Math.min(a.y, b.y) >= r.bottom + reach
	)
		return false;
	if (enters(a, b, r)) return true;
	const corners: readonly Point[] = [
		{ x: r.left, y: r.top },
		{ x: r.right, y: r.top },
		{ x: r.left, y: r.bottom },
		{ x: r.right, y: r.bottom },
	];
	const nearest = Math.min(
		squareToRect(a, r),
		squareToRect(b, r),
		...corners.map((corner) => squareToSegment(corner, a, b)),
	);
	return nearest < reach * reach;
}

/** Whether a line of this width inks any of a rectangle. */
export const strokeTouches = (
	lines: readonly Polyline[],
	width: Pt,
	rect: Rect,
): boolean => {
	const reach = width / 2;
	return someSegment(lines, false, (a, b) =>
		comesWithin(a, b, grown(rect, -TOUCH), reach),
	);
};

/** Nonzero winding, the rule painters fill by. */
function isWithin({ x, y }: Point, lines: readonly Polyline[]): boolean {
	let winding = 0;
	someSegment(lines, true, (a, b) => {
		const side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);
		if (a.y <= y && b.y > y && side > 0) winding += 1;
		if (a.y > y && b.y <= y && side < 0) winding -= 1;
		return false;
	});
	return winding !== 0;
}

/** Where a rectangle lies to a filled area. */
export type Lie = "outside" | "across" | "within";

export function lieIn(lines: readonly Polyline[], rect: Rect): Lie {
	const inner = grown(rect, -TOUCH);
	if (someSegment(lines, true, (a, b) => enters(a, b, inner))) return "across";
	const centre = {
		x: (rect.left + rect.right) / 2,
		y: (rect.top + rect.bottom) / 2,
	};
	return isWithin(centre, lines) ? "within" : "outside";
}
