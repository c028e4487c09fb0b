import { diagnostic } from "../../diagnostics.ts";
import type { PictureMark } from "../../layout/sheet.ts";
import type { Rule } from "../rule.ts";

const POINTS_PER_INCH = 72;
/** Half of the 300 that prints are made with: from there on steps show at reading distance. */
const LEAST_PER_INCH = 150;

/** Pixels a side that would look sharp, when there are fewer. */
function wanted({ picture, width, height }: PictureMark): number | null {
	if (picture.kind === "drawing") return null;
	const least = (side: number): number =>
		Math.ceil((LEAST_PER_INCH / POINTS_PER_INCH) * side);
	return picture.width < least(width) || picture.height < least(height)
		? least(Math.max(width, height))
		: null;
}

/** A picture of too few pixels is printed, but it will look blurred. */
export const pictureCoarse: Rule = ({ page }) =>
	page.pictures.flatMap(({ picture: mark }) => {
		const least = wanted(mark);
		if (least === null) return [];
		const pixels = Math.max(mark.picture.width, mark.picture.height);
		return [
			diagnostic("warning", "pictures/coarse", mark.path, { pixels, least }),
		];
	});
