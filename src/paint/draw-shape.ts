import type { PathOp, Shape, Stroke } from "../layout/sheet.ts";
import { type Palette, place } from "./operators.ts";

/** Villages share most shapes. */
const known = new WeakMap<
	Shape,
	{ readonly palette: Palette; readonly operators: string }
>();

/** "" for a shape without a path, or with neither fill nor stroke. */
export function shapeOperators(shape: Shape, palette: Palette): string {
	const before = known.get(shape);
	if (before?.palette === palette) return before.operators;
	const operators = drawn(shape, palette);
	known.set(shape, { palette, operators });
	return operators;
}

function drawn({ ops, fill, stroke }: Shape, palette: Palette): string {
	if (ops.length === 0 || (fill === null && stroke === null)) return "";
	return [
		...(fill === null ? [] : [palette.fill[fill]]),
		...(stroke === null ? [] : strokeState(stroke, palette)),
		rectangleOperator(ops) ?? pathOperators(ops),
		paintOperator(fill !== null, stroke !== null),
	].join(" ");
}

/** All of the state each time: no shape depends on the one before. */
function strokeState(
	{ ink, width, round, dash }: Stroke,
	palette: Palette,
): string[] {
	const cap = round ? 1 : 0;
	return [
		palette.stroke[ink],
		`${place(width)} w`,
		`${cap} J`,
		`${cap} j`,
		`[${dash === null ? "" : dash.map(place).join(" ")}] 0 d`,
	];
}

/** For four sides along the axes, the first of them level; else null. */
function rectangleOperator(ops: readonly PathOp[]): string | null {
	const [a, b, c, d, end] = ops;
	if (ops.length !== 5 || a?.op !== "M" || end?.op !== "Z") return null;
	if (b?.op !== "L" || c?.op !== "L" || d?.op !== "L") return null;
	const isUpright = a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x;
	if (!isUpright) return null;
	return `${[a.x, a.y, c.x - a.x, c.y - a.y].map(place).join(" ")} re`;
}

export const pathOperators = (ops: readonly PathOp[]): string =>
	ops.map(pathOperator).join(" ");

function pathOperator(op: PathOp): string {
	switch (op.op) {
		case "M":
			return `${place(op.x)} ${place(op.y)} m`;
		case "L":
			return `${place(op.x)} ${place(op.y)} l`;
		case "C":
			return `${[op.x1, op.y1, op.x2, op.y2, op.x, op.y].map(place).join(" ")} c`;
		case "Z":
			return "h";
	}
}

function paintOperator(fills: boolean, strokes: boolean): string {
	if (fills && strokes) return "B";
	return fills ? "f" : "S";
}
