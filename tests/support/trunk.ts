/** The line that leads down every page of Tuyến: one rectangle, joined at both ends. */
import type { FormatName } from "../../src/formats/formats.ts";
import { FORMATS } from "../../src/formats/formats.ts";
import { marksOf, type Page, type Shape } from "../../src/layout/sheet.ts";
import { pathBox } from "../../src/proof/geometry.ts";

/** Of 70 units across the page, as the theme's grid has it. */
const TRACK = 8 / 70;

export interface Trunk {
	readonly top: number;
	readonly bottom: number;
}

interface Boxed {
	readonly shape: Shape;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

const boxed = (shape: Shape): readonly Boxed[] => {
	const box = pathBox(shape.ops);
	return box === null ? [] : [{ shape, ...box }];
};

const isRectangle = ({ shape }: Boxed): boolean =>
	shape.ops.length === 5 && shape.ops.every(({ op }) => op !== "C");

/**
 * The line is the first thing painted. It may be missing where there is nothing
 * to lead from or to.
 */
export function trunkFaults(
	page: Page,
	format: FormatName,
	startsInFlag: boolean,
): readonly string[] {
	const x = FORMATS[format].width * TRACK;
	const shapes = page.nodes
		.flatMap(marksOf)
		.flatMap((mark) => (mark.kind === "shape" ? boxed(mark) : []));
	const isStation = ({ left, right, top, bottom }: Boxed): boolean =>
		Math.abs((left + right) / 2 - x) < 0.01 &&
		Math.abs(right - left - (bottom - top)) < 0.01;
	const [trunk, ...others] = shapes;
	const isLine =
		trunk !== undefined &&
		isRectangle(trunk) &&
		Math.abs((trunk.left + trunk.right) / 2 - x) < 0.01;
	if (!isLine) return startsInFlag ? ["no line is painted first"] : [];
	if (trunk.bottom <= trunk.top) return ["the line runs upwards"];
	const onLine = others.filter(({ left, right }) => left < x && right > x);
	const joined = (y: number): boolean =>
		onLine.some(({ top, bottom }) => top <= y + 0.01 && bottom >= y - 0.01);
	const astray = others
		.filter(isStation)
		.map(({ top, bottom }) => (top + bottom) / 2)
		.some((y) => y < trunk.top - 0.01 || y > trunk.bottom + 0.01);
	return [
		...(joined(trunk.top) ? [] : ["the line begins in the air"]),
		...(joined(trunk.bottom) ? [] : ["the line ends in the air"]),
		...(astray ? ["a station stands beyond the end of the line"] : []),
	];
}
