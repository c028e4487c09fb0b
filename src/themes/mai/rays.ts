/** Rays of a rising sun, each cut to the box it shines in. */
import { filled, polygon } from "../../layout/shapes.ts";
import type { PathOp, Shape } from "../../layout/sheet.ts";
import type { Box, Pt } from "../../units.ts";

type Point = readonly [x: Pt, y: Pt];

/** Where the first ray begins, in parts of a ray. */
const PHASE = 0.2;

/** The side of a half-plane: positive is kept. */
type Side = (point: Point) => number;

/** A convex polygon cut along a line. */
function cutAlong(points: readonly Point[], side: Side): Point[] {
	return points.flatMap((point, i): Point[] => {
		const before = points.at(i - 1) ?? point;
		const [was, is] = [side(before), side(point)];
		const crossing = (): Point => {
			const t = was / (was - is);
			return [
				before[0] + t * (point[0] - before[0]),
				before[1] + t * (point[1] - before[1]),
			];
		};
		if (is >= 0) return was < 0 ? [crossing(), point] : [point];
		return was >= 0 ? [crossing()] : [];
	});
}

/** A convex polygon cut to a box. */
export const cutToBox = (
	points: readonly Point[],
	{ x, y, width, height }: Box,
): readonly Point[] =>
	[
		([px]: Point) => px - x,
		([px]: Point) => x + width - px,
		([, py]: Point) => py - y,
		([, py]: Point) => y + height - py,
	].reduce<readonly Point[]>(cutAlong, points);

/** Every other one of `count` equal rays around a centre. */
export function rays(box: Box, [cx, cy]: Point, count: number): Shape {
	const radius = 1.2 * Math.hypot(box.width, box.height);
	const wide = Math.PI / count;
	const ops: PathOp[] = [];
	for (let i = 0; i < count; i++) {
		const angle = ((i + PHASE) * 2 * Math.PI) / count;
		const far = (at: number): Point => [
			cx + radius * Math.cos(at),
			cy + radius * Math.sin(at),
		];
		const ray = cutToBox([[cx, cy], far(angle), far(angle + wide)], box);
		if (ray.length > 2) ops.push(...polygon(...ray));
	}
	return filled(ops, "sun");
}
