/** A few plain words on paper that is not for readers: labels, lists, instructions. */
import type { Typeface, Weight } from "../fonts/face.ts";
import type { Run } from "../layout/sheet.ts";
import type { Pt } from "../units.ts";

export interface WordStyle {
	readonly size: Pt;
	readonly weight?: Weight;
	readonly align?: "left" | "center" | "right";
}

export function widthOf(
	text: string,
	typeface: Typeface,
	{ size, weight = 400 }: WordStyle,
): Pt {
	const glyphs = typeface.face(weight).shape(text.normalize("NFC"));
	return glyphs.reduce((sum, { advance }) => sum + advance * size, 0);
}

/** One line; `x` is its left end, its middle or its right end. */
export function words(
	text: string,
	x: Pt,
	baseline: Pt,
	typeface: Typeface,
	style: WordStyle,
): Run {
	const { size, weight = 400, align = "left" } = style;
	const said = text.normalize("NFC");
	const width = widthOf(said, typeface, style);
	const share = align === "left" ? 0 : align === "center" ? 0.5 : 1;
	return {
		kind: "run",
		weight,
		size,
		x: x - width * share,
		baseline,
		tracking: 0,
		ink: "black",
		ground: "white",
		glyphs: typeface.face(weight).shape(said),
		text: said,
		role: "small",
		path: "",
	};
}

/** What fits in a width, the rest as "…". */
export function cutTo(
	text: string,
	width: Pt,
	typeface: Typeface,
	style: WordStyle,
): string {
	if (widthOf(text, typeface, style) <= width) return text;
	const letters = [...text];
	while (
		letters.length > 0 &&
		widthOf(`${letters.join("")}…`, typeface, style) > width
	)
		letters.pop();
	return `${letters.join("").trimEnd()}…`;
}
