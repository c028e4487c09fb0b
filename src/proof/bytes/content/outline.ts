/** Paths as a page builds them, and what follows from one once it is whole. */
import type { PathOp } from "../../../layout/sheet.ts";
import { flatten, type Polyline, pathBox, type Rect } from "../../geometry.ts";
import { apply, type Matrix } from "./matrix.ts";

/** In the page's own places. */
export interface Outline {
	readonly ops: readonly PathOp[];
	/** Without a stroke. */
	readonly box: Rect;
	/** Flattened when first asked for. */
	readonly lines: () => readonly Polyline[];
}

/** null for a path without a point. */
export function outlineOf(ops: readonly PathOp[]): Outline | null {
	const box = pathBox(ops);
	if (box === null) return null;
	let lines: readonly Polyline[] | null = null;
	return {
		ops,
		box,
		lines: () => {
			lines ??= flatten(ops);
			return lines;
		},
	};
}

export class PathBuilder {
	#ops: PathOp[] = [];
	#at = { x: 0, y: 0 };

	get isEmpty(): boolean {
		return this.#ops.length === 0;
	}

	/** The path so far; the next one begins. */
	take(): readonly PathOp[] {
		const ops = this.#ops;
		this.#ops = [];
		return ops;
	}

	/** False for an operator that builds no path (ISO 32000-1, 8.5.2). */
	add(name: string, n: readonly number[], ctm: Matrix): boolean {
		// Taken apart by hand: it is asked for every operator of a page.
		const a = n[0] ?? 0;
		const b = n[1] ?? 0;
		const c = n[2] ?? 0;
		const d = n[3] ?? 0;
		switch (name) {
			case "m":
			case "l": {
				const { x, y } = apply(ctm, a, b);
				this.#ops.push(name === "m" ? { op: "M", x, y } : { op: "L", x, y });
				this.#at = { x: a, y: b };
				return true;
			}
			case "c":
				this.#curve(n, ctm);
				return true;
			case "v":
				this.#curve([this.#at.x, this.#at.y, ...n], ctm);
				return true;
			case "y":
				this.#curve([a, b, c, d, c, d], ctm);
				return true;
			case "h":
				this.#ops.push({ op: "Z" });
				return true;
			case "re":
				this.#rectangle(a, b, c, d, ctm);
				return true;
			default:
				return false;
		}
	}

	#curve(n: readonly number[], ctm: Matrix): void {
		const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = n;
		const first = apply(ctm, x1, y1);
		const second = apply(ctm, x2, y2);
		this.#ops.push({
			op: "C",
			x1: first.x,
			y1: first.y,
			x2: second.x,
			y2: second.y,
			...apply(ctm, x, y),
		});
		this.#at = { x, y };
	}

	#rectangle(a: number, b: number, c: number, d: number, ctm: Matrix): void {
		const from = apply(ctm, a, b);
		const right = apply(ctm, a + c, b);
		const to = apply(ctm, a + c, b + d);
		const down = apply(ctm, a, b + d);
		this.#ops.push(
			{ op: "M", x: from.x, y: from.y },
			{ op: "L", x: right.x, y: right.y },
			{ op: "L", x: to.x, y: to.y },
			{ op: "L", x: down.x, y: down.y },
			{ op: "Z" },
		);
		this.#at = { x: a, y: b };
	}
}
