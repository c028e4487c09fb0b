import type { CodeMark } from "../layout/sheet.ts";
import { outlineModules, type Polygon } from "../qr/outline.ts";
import { factor, fillInk, place } from "./operators.ts";

/** The dark modules as one path with one fill, in module units. */
export function codeOperators(code: CodeMark): string {
	const polygons = outlineModules(code.matrix, code.modules);
	const scale = factor(code.module);
	return [
		"q",
		fillInk("black"),
		`${scale} 0 0 ${scale} ${place(code.x)} ${place(code.y)} cm`,
		...polygons.map(polygonPath),
		"f Q",
	].join("\n");
}

const polygonPath = (polygon: Polygon): string =>
	`${polygon.map(({ x, y }, i) => `${x} ${y} ${i === 0 ? "m" : "l"}`).join(" ")} h`;
