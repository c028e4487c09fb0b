/**
 * How much of a page is inked: its marks on a coarse plate, in the order of
 * painting, so that what is covered by paper again does not count.
 */
import type { Pt } from "../units.ts";
import {
	type Point,
	type Polyline,
	type Rect,
	signedArea,
} from "./geometry.ts";

/** Side of a cell. Spans end within cells, so the sum is finer than that. */
const CELL: Pt = 2;
/** Lines looked at in each row of cells. */
const LINES = 4;

interface Side {
	readonly top: Point;
	readonly bottom: Point;
	readonly turn: 1 | -1;
}

/** The sides of areas as nonzero winding counts them, from the topmost down. */
function sidesOf(lines: readonly Polyline[]): readonly Side[] {
	const sides: Side[] = [];
	for (const { points } of lines) {
		let last = points.at(-1);
		for (const point of points) {
			if (last !== undefined && last.y !== point.y)
				sides.push(
					last.y < point.y
						? { top: last, bottom: point, turn: 1 }
						: { top: point, bottom: last, turn: -1 },
				);
			last = point;
		}
	}
	return sides.sort((a, b) => a.top.y - b.top.y);
}

export class Plate {
	readonly #columns: number;
	readonly #rows: number;
	readonly #width: Pt;
	readonly #height: Pt;
	/** Ink of each cell: 0 paper, 1 solid. */
	readonly #cells: Float32Array;
	/** Share of each cell of a row that one mark covers. */
	readonly #row: Float32Array;
	/** Of one line; kept, for there are thousands of lines. */
	readonly #crossings: { readonly x: Pt; readonly turn: number }[] = [];
	/** The columns of the row that were touched. */
	#from = 0;
	#to = 0;

	constructor(width: Pt, height: Pt) {
		this.#width = width;
		this.#height = height;
		this.#columns = Math.max(1, Math.ceil(width / CELL));
		this.#rows = Math.max(1, Math.ceil(height / CELL));
		this.#cells = new Float32Array(this.#columns * this.#rows);
		this.#row = new Float32Array(this.#columns);
		this.#clear();
	}

	/** An area, or as much of it as shows within a rectangle. */
	fill(lines: readonly Polyline[], ink: number, shown: Rect): void {
		const sides = sidesOf(lines);
		let next = 0;
		const active: Side[] = [];
		const [from, to] = this.#rowsOf(shown);
		for (let row = from; row < to; row++) {
			for (let line = 0; line < LINES; line++) {
				const y = (row + (line + 0.5) / LINES) * CELL;
				if (y < shown.top || y >= shown.bottom) continue;
				for (; (sides[next]?.top.y ?? Number.POSITIVE_INFINITY) <= y; next++) {
					const side = sides[next];
					if (side !== undefined) active.push(side);
				}
				this.#spans(active, y, shown);
			}
			this.#ink(row, ink, 1);
		}
	}

	/** A rectangle of which a share is inked, such as the box of a letter. */
	patch(box: Rect, share: number, ink: number): void {
		const [from, to] = this.#rowsOf(box);
		for (let row = from; row < to; row++) {
			const high =
				Math.min(box.bottom, (row + 1) * CELL) - Math.max(box.top, row * CELL);
			this.#span(box.left, box.right, high / CELL);
			this.#ink(row, ink, Math.min(1, share));
		}
	}

	/** Of the whole page, 1 being solid. */
	share(): number {
		const cells = this.#cells;
		let sum = 0;
		// Much faster than an iterator.
		for (let i = 0; i < cells.length; i++) sum += cells[i] ?? 0;
		return (sum * CELL * CELL) / (this.#width * this.#height);
	}

	#rowsOf({ top, bottom }: Rect): readonly [from: number, to: number] {
		const from = Math.max(0, Math.floor(top / CELL));
		return [from, Math.min(this.#rows, Math.ceil(bottom / CELL))];
	}

	/** Sides that ended above `y` are dropped from `active`. */
	#spans(active: Side[], y: Pt, { left, right }: Rect): void {
		const crossings = this.#crossings;
		let count = 0;
		for (const side of active) {
			const { top, bottom } = side;
			if (bottom.y <= y) continue;
			active[count] = side;
			const x = top.x + ((bottom.x - top.x) * (y - top.y)) / (bottom.y - top.y);
			// A handful, and nearly in order from the line before.
			let at = count;
			for (; at > 0 && (crossings[at - 1]?.x ?? 0) > x; at--)
				crossings[at] = crossings[at - 1] ?? { x, turn: side.turn };
			crossings[at] = { x, turn: side.turn };
			count += 1;
		}
		active.length = count;
		let winding = 0;
		let from = 0;
		for (let i = 0; i < count; i++) {
			const { x, turn } = crossings[i] ?? { x: 0, turn: 0 };
			if (winding === 0) from = x;
			winding += turn;
			if (winding === 0)
				this.#span(Math.max(from, left), Math.min(x, right), 1 / LINES);
		}
	}

	#span(from: Pt, to: Pt, weight: number): void {
		const start = Math.max(0, from) / CELL;
		const end = Math.min(this.#columns, to / CELL);
		if (end <= start) return;
		this.#from = Math.min(this.#from, Math.floor(start));
		this.#to = Math.max(this.#to, Math.ceil(end));
		for (let column = Math.floor(start); column < end; column++) {
			const wide = Math.min(end, column + 1) - Math.max(start, column);
			this.#row[column] = (this.#row[column] ?? 0) + wide * weight;
		}
	}

	/** What the row gathered is painted over what was there. */
	#ink(row: number, ink: number, share: number): void {
		const first = row * this.#columns;
		for (let column = this.#from; column < this.#to; column++) {
			const covered = Math.min(1, this.#row[column] ?? 0) * share;
			const before = this.#cells[first + column] ?? 0;
			this.#cells[first + column] = before + (ink - before) * covered;
			this.#row[column] = 0;
		}
		this.#clear();
	}

	#clear(): void {
		this.#from = this.#columns;
		this.#to = 0;
	}
}

/** Never less than a fill inks, whichever way its parts run. */
export const mostFilled = (lines: readonly Polyline[]): number =>
	lines.reduce((sum, line) => sum + Math.abs(signedArea(line)), 0);

/** Cosine of the turn from which a join sticks out: 18°, more than within a flattened curve. */
const SHARP = 0.95;

/**
 * Never less than a stroke inks: what lies within half a width of a line is no more
 * than length by width and its ends; corners may stick out by a square.
 */
export const mostStroked = (lines: readonly Polyline[], width: Pt): number =>
	lines.reduce((sum, { points, closed }) => {
		let [length, squares] = [0, 1];
		let last = closed ? points.at(-1) : undefined;
		let [ux, uy] = [0, 0];
		for (const point of points) {
			if (last !== undefined) {
				const [dx, dy] = [point.x - last.x, point.y - last.y];
				const piece = Math.hypot(dx, dy);
				length += piece;
				if (piece > 0) {
					const [vx, vy] = [dx / piece, dy / piece];
					if (ux * vx + uy * vy < SHARP) squares += 1;
					[ux, uy] = [vx, vy];
				}
			}
			last = point;
		}
		return sum + (length + squares * width) * width;
	}, 0);

/** A line of some width as areas: one for each straight piece, all of one turn. */
export function strokeAreas(
	lines: readonly Polyline[],
	width: Pt,
): readonly Polyline[] {
	const areas: Polyline[] = [];
	for (const { points, closed } of lines) {
		let last = closed ? points.at(-1) : undefined;
		for (const point of points) {
			if (last !== undefined) areas.push(pieceOf(last, point, width / 2));
			last = point;
		}
	}
	return areas;
}

/** Half a width longer at both ends, for what joins there. */
function pieceOf(a: Point, b: Point, half: Pt): Polyline {
	const length = Math.hypot(b.x - a.x, b.y - a.y);
	const [ux, uy] =
		length === 0 ? [1, 0] : [(b.x - a.x) / length, (b.y - a.y) / length];
	const corner = (at: Point, along: number, across: number): Point => ({
		x: at.x + half * (along * ux - across * uy),
		y: at.y + half * (along * uy + across * ux),
	});
	return {
		points: [
			corner(a, -1, -1),
			corner(b, 1, -1),
			corner(b, 1, 1),
			corner(a, -1, 1),
		],
		closed: true,
	};
}
