/**
 * The dark modules as outlines of their union. No edge runs between two dark
 * modules, so no renderer can open a seam there.
 */

/** A corner in module units, y downwards. */
export interface Corner {
	readonly x: number;
	readonly y: number;
}

/** Closed; the last corner is joined to the first. */
export type Polygon = readonly Corner[];

/** One side of a dark module, walked with the dark on the right. */
interface Edge {
	readonly from: Corner;
	readonly dx: number;
	readonly dy: number;
}

/**
 * Outer outlines run clockwise and holes the other way, so the nonzero and the
 * even-odd rule fill alike. Only the corners where the direction changes.
 */
export function outlineModules(
	matrix: Uint8Array,
	size: number,
): readonly Polygon[] {
	const edges = new EdgeIndex(size, boundaryEdges(matrix, size));
	const polygons: Polygon[] = [];
	for (let edge = edges.take(); edge !== null; edge = edges.take())
		polygons.push(walk(edge, edges));
	return polygons;
}

function boundaryEdges(matrix: Uint8Array, size: number): Edge[] {
	const dark = (x: number, y: number): boolean =>
		x >= 0 && x < size && y >= 0 && y < size && matrix[y * size + x] === 1;
	const edges: Edge[] = [];
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) {
			if (!dark(x, y)) continue;
			if (!dark(x, y - 1)) edges.push({ from: { x, y }, dx: 1, dy: 0 });
			if (!dark(x + 1, y)) edges.push({ from: { x: x + 1, y }, dx: 0, dy: 1 });
			if (!dark(x, y + 1))
				edges.push({ from: { x: x + 1, y: y + 1 }, dx: -1, dy: 0 });
			if (!dark(x - 1, y)) edges.push({ from: { x, y: y + 1 }, dx: 0, dy: -1 });
		}
	return edges;
}

/** Follows the outline of which `first` is a part back to its start. */
function walk(first: Edge, edges: EdgeIndex): Polygon {
	const corners: Corner[] = [first.from];
	let edge = first;
	for (;;) {
		const next = edges.takeAfter(edge);
		if (next === null) break;
		if (next.dx !== edge.dx || next.dy !== edge.dy) corners.push(next.from);
		edge = next;
	}
	// A walk may begin in the middle of a straight side.
	const closesStraight = edge.dx === first.dx && edge.dy === first.dy;
	return closesStraight ? corners.slice(1) : corners;
}

/** The edges not yet walked, in reading order and by where they start. */
class EdgeIndex {
	readonly #size: number;
	readonly #byStart = new Map<number, Edge[]>();
	readonly #queue: Edge[];
	#next = 0;

	constructor(size: number, edges: Edge[]) {
		this.#size = size;
		this.#queue = edges;
		for (const edge of edges) {
			const key = this.#key(edge.from);
			const known = this.#byStart.get(key);
			if (known === undefined) this.#byStart.set(key, [edge]);
			else known.push(edge);
		}
	}

	/** An edge to begin with: the uppermost, leftmost top of a module. */
	take(): Edge | null {
		while (this.#next < this.#queue.length) {
			const edge = this.#queue[this.#next++];
			if (edge !== undefined && this.#remove(edge)) return edge;
		}
		return null;
	}

	/**
	 * The edge that goes on from an edge. Where two modules touch only by a
	 * corner there is a choice: the right turn stays with the same module.
	 */
	takeAfter({ from, dx, dy }: Edge): Edge | null {
		const there = this.#byStart.get(
			this.#key({ x: from.x + dx, y: from.y + dy }),
		);
		if (there === undefined || there.length === 0) return null;
		const turn = there.find((edge) => edge.dx === -dy && edge.dy === dx);
		const next = turn ?? there[0];
		if (next === undefined) return null;
		this.#remove(next);
		return next;
	}

	#key({ x, y }: Corner): number {
		return y * (this.#size + 1) + x;
	}

	#remove(edge: Edge): boolean {
		const there = this.#byStart.get(this.#key(edge.from));
		const at = there?.indexOf(edge) ?? -1;
		if (there === undefined || at < 0) return false;
		there.splice(at, 1);
		return true;
	}
}
