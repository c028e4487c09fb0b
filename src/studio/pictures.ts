/** The pictograms of the sheet, as pictures of the page. */
import type { IconName } from "../model/announcement.ts";
import { pathData } from "../paint/svg.ts";
import { pictogram } from "../themes/tuyen/pictograms.ts";
import { svg } from "./dom.ts";

const GRID = 24;

export function picture(name: IconName): SVGElement {
	const { ops, stroke } = pictogram(name, 0, 0, GRID, "black");
	const drawing = svg("svg", {
		viewBox: `0 0 ${GRID} ${GRID}`,
		class: "picture",
		"aria-hidden": "true",
	});
	const path = svg("path", {
		d: pathData(ops),
		fill: "none",
		stroke: "currentColor",
		"stroke-width": stroke?.width ?? 2,
		"stroke-linecap": "round",
		"stroke-linejoin": "round",
	});
	drawing.appendChild(path);
	return drawing;
}
