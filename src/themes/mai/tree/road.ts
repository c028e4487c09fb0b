/** The village road from a question to what is to be done. */
import { stroked } from "../../../layout/shapes.ts";
import type { PathOp, Shape } from "../../../layout/sheet.ts";
import type { Pt } from "../../../units.ts";
import type { Kit } from "../kit.ts";
import { corner, draw, move } from "../path.ts";

export const ROAD = 3.8;
const EDGES = 0.4;
const BEND = 2.6;
const DASH = { width: 0.5, on: 1.8, off: 1.5 };

export type Way = readonly (readonly [x: Pt, y: Pt])[];

/** A way with its corners rounded. */
function rounded(way: Way, radius: Pt): PathOp[] {
	return way.flatMap(([x, y], i): PathOp[] => {
		const before = way[i - 1];
		const after = way[i + 1];
		if (before === undefined) return [move(x, y)];
		if (after === undefined) return [draw(x, y)];
		const toward = (to: readonly [Pt, Pt]): readonly [Pt, Pt] => {
			const length = Math.hypot(to[0] - x, to[1] - y);
			const part = length === 0 ? 0 : Math.min(radius, length / 2) / length;
			return [x + (to[0] - x) * part, y + (to[1] - y) * part];
		};
		const [ax, ay] = toward(before);
		const [bx, by] = toward(after);
		return [draw(ax, ay), corner(ax, ay, x, y, bx, by)];
	});
}

/** All ways of one question, painted as one: `lined` have a dashed middle. */
export function roadShapes(
	kit: Kit,
	plain: readonly Way[],
	lined: readonly Way[],
): Shape[] {
	const { k, look } = kit;
	const ways = [...plain, ...lined].flatMap((way) => rounded(way, k(BEND)));
	const middle = lined.flatMap((way) => rounded(way, k(BEND)));
	const dash = [k(DASH.on), k(DASH.off)] as const;
	return look.solid
		? [
				stroked(ways, look.green, k(ROAD)),
				stroked(middle, "white", k(DASH.width), { dash }),
			]
		: [
				stroked(ways, "black", k(ROAD)),
				stroked(ways, "white", k(ROAD - 2 * EDGES)),
				stroked(middle, "black", k(0.45), { dash }),
			];
}
