/** Affine maps as PDF writes them: x' = ax + cy + e, y' = bx + dy + f. */
import type { Point } from "../../geometry.ts";

export type Matrix = readonly [
	a: number,
	b: number,
	c: number,
	d: number,
	e: number,
	f: number,
];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `m`, then `n`. */
export const times = (m: Matrix, n: Matrix): Matrix => [
	m[0] * n[0] + m[1] * n[2],
	m[0] * n[1] + m[1] * n[3],
	m[2] * n[0] + m[3] * n[2],
	m[2] * n[1] + m[3] * n[3],
	m[4] * n[0] + m[5] * n[2] + n[4],
	m[4] * n[1] + m[5] * n[3] + n[5],
];

export const apply = (m: Matrix, x: number, y: number): Point => ({
	x: m[0] * x + m[2] * y + m[4],
	y: m[1] * x + m[3] * y + m[5],
});

/** How much longer lengths become, taken over both directions. */
export const scaleOf = (m: Matrix): number =>
	Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

/** How much taller things become. */
export const heightScaleOf = (m: Matrix): number => Math.hypot(m[2], m[3]);

export function matrixFrom(numbers: readonly number[]): Matrix | null {
	const [a, b, c, d, e, f] = numbers;
	if (f === undefined) return null;
	return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f];
}
