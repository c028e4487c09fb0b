/** Outlines of SVG shapes as moves, lines and cubic curves. */
import svgpath from "svgpath";
import type { PathOp } from "../path.ts";
import type { XmlTag } from "../xml.ts";

const number = (value: string | undefined): number => {
	const parsed = Number.parseFloat(value ?? "0");
	return Number.isFinite(parsed) ? parsed : 0;
};

/** The `d` of any shape; null for what is none. */
export function pathDataOf({ name, attributes }: XmlTag): string | null {
	const of = (key: string): number => number(attributes[key]);
	switch (name) {
		case "path":
			return attributes.d ?? "";
		case "rect":
			return rectangle(
				of("x"),
				of("y"),
				of("width"),
				of("height"),
				corners(attributes),
			);
		case "circle":
			return ellipse(of("cx"), of("cy"), of("r"), of("r"));
		case "ellipse":
			return ellipse(of("cx"), of("cy"), of("rx"), of("ry"));
		case "line":
			return `M${of("x1")} ${of("y1")}L${of("x2")} ${of("y2")}`;
		case "polyline":
			return polygon(attributes.points, "");
		case "polygon":
			return polygon(attributes.points, "Z");
		default:
			return null;
	}
}

/** One radius stands for both. */
function corners({ rx, ry }: XmlTag["attributes"]): readonly [number, number] {
	return [number(rx ?? ry), number(ry ?? rx)];
}

function rectangle(
	x: number,
	y: number,
	width: number,
	height: number,
	[rx, ry]: readonly [number, number],
): string {
	if (width <= 0 || height <= 0) return "";
	const a = Math.min(rx, width / 2);
	const b = Math.min(ry, height / 2);
	if (a <= 0 || b <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
	const arc = (dx: number, dy: number) => `a${a} ${b} 0 0 1 ${dx} ${dy}`;
	return `M${x + a} ${y}h${width - 2 * a}${arc(a, b)}v${height - 2 * b}${arc(-a, b)}h${2 * a - width}${arc(-a, -b)}v${2 * b - height}${arc(a, -b)}Z`;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
	rx <= 0 || ry <= 0
		? ""
		: `M${cx - rx} ${cy}a${rx} ${ry} 0 0 1 ${2 * rx} 0a${rx} ${ry} 0 0 1 ${-2 * rx} 0Z`;

const polygon = (points: string | undefined, end: string): string =>
	points === undefined || points.trim() === "" ? "" : `M${points.trim()}${end}`;

/** Throws when the data cannot be read to its end: browsers draw half of it. */
export function outlineOf(
	data: string,
	transforms: readonly string[],
): readonly PathOp[] {
	const path = svgpath(data);
	// Its types do not know of it.
	const fault: unknown = Reflect.get(path, "err");
	if (typeof fault === "string" && fault !== "") throw new Error(fault);
	for (const transform of transforms) path.transform(transform);
	const ops: PathOp[] = [];
	path
		.abs()
		.unshort()
		.unarc()
		.iterate((segment, _, fromX, fromY) => {
			switch (segment[0]) {
				case "M":
				case "L":
					ops.push({ op: segment[0], x: segment[1], y: segment[2] });
					break;
				case "H":
					ops.push({ op: "L", x: segment[1], y: fromY });
					break;
				case "V":
					ops.push({ op: "L", x: fromX, y: segment[1] });
					break;
				case "C": {
					const [, x1, y1, x2, y2, x, y] = segment;
					ops.push({ op: "C", x1, y1, x2, y2, x, y });
					break;
				}
				case "Q": {
					const [, cx, cy, x, y] = segment;
					// A quadratic curve is the cubic whose handles reach two thirds as far.
					ops.push({
						op: "C",
						x1: fromX + (2 / 3) * (cx - fromX),
						y1: fromY + (2 / 3) * (cy - fromY),
						x2: x + (2 / 3) * (cx - x),
						y2: y + (2 / 3) * (cy - y),
						x,
						y,
					});
					break;
				}
				default:
					ops.push({ op: "Z" });
			}
		});
	const numbers = ops.flatMap(({ op: _, ...places }) => Object.values(places));
	if (!numbers.every(Number.isFinite)) throw new Error("a place that is none");
	return ops;
}

/** How much wider a line becomes: the root of what a unit of area becomes. */
export function scaleOf(transforms: readonly string[]): number {
	const [at, right, down] = outlineOf("M0 0L1 0L0 1", transforms);
	if (at?.op !== "M" || right?.op !== "L" || down?.op !== "L") return 1;
	const [ax, ay] = [right.x - at.x, right.y - at.y];
	const [bx, by] = [down.x - at.x, down.y - at.y];
	return Math.sqrt(Math.abs(ax * by - ay * bx));
}
