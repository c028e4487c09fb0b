import type { CodeMark } from "../layout/sheet.ts";
import { type Corner, outlineModules, type Polygon } from "../qr/outline.ts";
import { factor, type Palette, place } from "./operators.ts";

/** The dark modules as one path with one fill, in module units. */
export function codeOperators(code: CodeMark, palette: Palette): string {
	const polygons = outlineModules(code.matrix, code.modules);
	const scale = factor(code.module);
	return [
		"q",
		palette.fill.black,
		`${scale} 0 0 ${scale} ${place(code.x)} ${place(code.y)} cm`,
		...polygons.map(polygonPath),
		"f Q",
	].join("\n");
}

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
