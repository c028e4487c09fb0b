/**
 * QR codes among the paths of a page: squares on a grid with the three marks of
 * a code in its corners. Whoever drew them, as one outline or module by module.
 */
import type { Point, Polyline, Rect } from "../geometry.ts";
import { around } from "../geometry.ts";
import { isWhite } from "./content/colour.ts";
import type { Outline } from "./content/outline.ts";
import type { PageContent, PaintedPath } from "./content/page-content.ts";

interface CodeShape {
	readonly box: Rect;
	/** Modules a side. */
	readonly size: number;
	/** Width of one. */
	readonly module: number;
	/** Row-major, 1 is dark. */
	readonly matrix: Uint8Array;
}

export interface FoundCode extends CodeShape {
	/** The paths that draw it, in order. */
	readonly paths: readonly PaintedPath[];
}

const SMALLEST = 21;
const LARGEST = 177;
/** Of a module: how far a corner may lie from the grid. */
const OFF_GRID = 0.12;
/** Of a side: how far a code may be from square. */
const OFF_SQUARE = 0.02;
/** Codes drawn module by module have at least so many paths. */
const FEWEST_PATHS = 40;

export function findCodes({ marks }: PageContent): readonly FoundCode[] {
	const codes: FoundCode[] = [];
	let run: PaintedPath[] = [];
	const endRun = (): void => {
		const shape =
			run.length >= FEWEST_PATHS
				? codeIn(run.map(({ outline }) => outline))
				: null;
		if (shape !== null) codes.push({ ...shape, paths: run });
		run = [];
	};
	for (const mark of marks) {
		if (mark.kind !== "path" || !isDark(mark) || !mark.whole) {
			endRun();
			continue;
		}
		const alone = codeAlone(mark.outline);
		if (alone !== null) {
			endRun();
			codes.push({ ...alone, paths: [mark] });
		} else run.push(mark);
	}
	endRun();
	return codes;
}

const isDark = ({ fill }: PaintedPath): boolean =>
	fill !== null && !isWhite(fill);

/** A finder has so many corners, and no code has curves: told before a path is flattened. */
const FEWEST_CORNERS = 4 * 12;

const mayBeCode = (outlines: readonly Outline[]): boolean =>
	outlines.reduce((sum, { ops }) => sum + ops.length, 0) >= FEWEST_CORNERS &&
	outlines.every(({ ops }) => ops.every(({ op }) => op !== "C"));

/** What fills a form is the same outline in many files. */
const known = new WeakMap<Outline, { readonly shape: CodeShape | null }>();

function codeAlone(outline: Outline): CodeShape | null {
	const { shape } = known.get(outline) ?? { shape: codeIn([outline]) };
	known.set(outline, { shape });
	return shape;
}

function codeIn(outlines: readonly Outline[]): CodeShape | null {
	if (!mayBeCode(outlines)) return null;
	const box = around(outlines.map((outline) => outline.box));
	if (box === null) return null;
	const [wide, high] = [box.right - box.left, box.bottom - box.top];
	if (wide <= 0 || Math.abs(wide - high) > OFF_SQUARE * wide) return null;
	const lines = outlines.flatMap((outline) => outline.lines());
	const points = lines.flatMap((line) => line.points);
	if (points.length < FEWEST_CORNERS || !lines.every(isSquared)) return null;
	const least = Math.min(
		smallestStep(points.map(({ x }) => x)),
		smallestStep(points.map(({ y }) => y)),
	);
	const size = Math.round(wide / least);
	if (size < SMALLEST || size > LARGEST || (size - 17) % 4 !== 0) return null;
	const module = wide / size;
	const isOnGrid = points.every(
		({ x, y }) =>
			offGrid((x - box.left) / module) < OFF_GRID &&
			offGrid((y - box.top) / module) < OFF_GRID,
	);
	if (!isOnGrid) return null;
	const matrix = sample(lines, box, size);
	if (!hasFinders(matrix, size)) return null;
	return { box, size, module, matrix };
}

/** Every side goes straight across or straight down. */
function isSquared({ points }: Polyline): boolean {
	let last = points.at(-1);
	for (const point of points) {
		if (last !== undefined) {
			const [dx, dy] = [Math.abs(point.x - last.x), Math.abs(point.y - last.y)];
			if (Math.min(dx, dy) > 0.01) return false;
		}
		last = point;
	}
	return true;
}

const offGrid = (units: number): number => Math.abs(units - Math.round(units));

/** The smallest distance between different values. */
function smallestStep(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const whole = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
	let least = whole;
	for (let i = 1; i < sorted.length; i++) {
		const step = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
		if (step > whole / (2 * LARGEST)) least = Math.min(least, step);
	}
	return least;
}

/** Sides lie on the grid, so far from the middles of rows that rounding does not matter. */
const ON_LINE = 1e-9;

/** Dark or light in the middle of every module, by nonzero winding. */
function sample(
	lines: readonly Polyline[],
	box: Rect,
	size: number,
): Uint8Array {
	const matrix = new Uint8Array(size * size);
	const module = (box.right - box.left) / size;
	const sides = lines.flatMap(({ points }) => uprights(points));
	const rowOf = (y: number): number =>
		Math.ceil((y - box.top) / module - 0.5 - ON_LINE);
	const crossedBy: Upright[][] = Array.from({ length: size }, () => []);
	for (const side of sides)
		for (let row = rowOf(side.top); row < rowOf(side.bottom); row++)
			crossedBy[row]?.push(side);
	for (const [row, sides] of crossedBy.entries()) {
		const crossed = sides.sort((a, b) => a.x - b.x);
		let winding = 0;
		let next = 0;
		for (let column = 0; column < size; column++) {
			const x = box.left + (column + 0.5) * module;
			for (; (crossed[next]?.x ?? Number.POSITIVE_INFINITY) <= x; next++)
				winding += crossed[next]?.turn ?? 0;
			matrix[row * size + column] = winding === 0 ? 0 : 1;
		}
	}
	return matrix;
}

interface Upright {
	readonly x: number;
	readonly top: number;
	readonly bottom: number;
	readonly turn: 1 | -1;
}

function uprights(points: readonly Point[]): readonly Upright[] {
	return points.flatMap((b, i): readonly Upright[] => {
		const a = points[(i + points.length - 1) % points.length];
		if (a === undefined || a.y === b.y) return [];
		const down = a.y < b.y;
		return [
			{
				x: (a.x + b.x) / 2,
				top: Math.min(a.y, b.y),
				bottom: Math.max(a.y, b.y),
				turn: down ? 1 : -1,
			},
		];
	});
}

/** Two of the three corner marks: a damaged code is still a code. */
function hasFinders(matrix: Uint8Array, size: number): boolean {
	const corners = [
		[0, 0],
		[size - 7, 0],
		[0, size - 7],
	] as const;
	return corners.filter(([x, y]) => isFinder(matrix, size, x, y)).length >= 2;
}

function isFinder(
	matrix: Uint8Array,
	size: number,
	left: number,
	top: number,
): boolean {
	for (let y = 0; y < 7; y++)
		for (let x = 0; x < 7; x++) {
			const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
			const dark = ring !== 2;
			if ((matrix[(top + y) * size + left + x] === 1) !== dark) return false;
		}
	return true;
}
