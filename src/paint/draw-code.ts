import type { CodeMark } from "../layout/sheet.ts";
import { type Corner, outlineModules, type Polygon } from "../qr/outline.ts";
import { factor, type Palette, place } from "./operators.ts";

/** `form` is the name that the page has for the code's modules. */
export function codeOperators(
	{ module, x, y }: CodeMark,
	palette: Palette,
	form: string,
): string {
	const scale = factor(module);
	return `q ${palette.fill.black} ${scale} 0 0 ${scale} ${place(x)} ${place(y)} cm /${form} Do Q`;
}

/** The dark modules as one path with one fill, in module units; its ink is the page's. */
export const moduleOperators = (matrix: Uint8Array, modules: number): string =>
	[...outlineModules(matrix, modules).map(polygonPath), "f"].join("\n");

/** Most are single modules or straight rows of them. Filling closes what is open. */
function polygonPath(polygon: Polygon): string {
	const [a, b, c, d, ...more] = polygon;
	if (a && b && c && d && more.length === 0)
		return a.y === b.y ? rectangle(a, c) : rectangle(b, d);
	return polygon
		.map(({ x, y }, i) => `${x} ${y} ${i === 0 ? "m" : "l"}`)
		.join(" ");
}

/** Walked from `from` along the row first, to `to` and back. */
const rectangle = (from: Corner, to: Corner): string =>
	`${from.x} ${from.y} ${to.x - from.x} ${to.y - from.y} re`;
