import type { Area, PictureMark } from "../layout/sheet.ts";
import { colourOperator } from "./colours.ts";
import { pathOperators } from "./draw-shape.ts";
import { factor, type Palette, place } from "./operators.ts";

/** `image` is the name that the page has for its pixels. */
export function pictureOperators(
	mark: PictureMark,
	palette: Palette,
	image: string | null,
): string {
	const { x, y, width, height, picture } = mark;
	if (image !== null)
		// Images stand on their feet, pages here on their heads.
		return `q ${place(width)} 0 0 ${place(-height)} ${place(x)} ${place(y + height)} cm /${image} Do Q`;
	if (picture.kind === "pixels") return "";
	const across = factor(width / picture.width);
	const down = factor(height / picture.height);
	return [
		"q",
		// What a drawing has outside of its frame is not shown.
		`${[x, y, width, height].map(place).join(" ")} re W n`,
		`${across} 0 0 ${down} ${place(x)} ${place(y)} cm`,
		...picture.areas.map((area) => areaOperators(area, palette)),
		"Q",
	].join("\n");
}

function areaOperators(
	{ ops, fill, evenOdd, stroke }: Area,
	{ pictures }: Palette,
): string {
	const rule = evenOdd ? "*" : "";
	const paint = stroke === null ? `f${rule}` : fill === null ? "S" : `B${rule}`;
	const ends = stroke?.round ? 1 : 0;
	return [
		...(fill === null ? [] : [colourOperator(fill, pictures, "fill")]),
		...(stroke === null
			? []
			: [
					colourOperator(stroke.rgb, pictures, "stroke"),
					`${place(stroke.width)} w ${ends} J ${ends} j [] 0 d`,
				]),
		pathOperators(ops),
		paint,
	].join(" ");
}
