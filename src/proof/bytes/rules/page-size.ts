import { toMm } from "../../../units.ts";
import { rounded } from "../../rule.ts";
import { type BytesRule, foundOn } from "../rule.ts";

/** Between what programs round to. */
const TOLERANCE = 0.1;

/** A finished size that is a sheet's, inside the paper it is printed on. */
export const pageSize: BytesRule = ({ pages }) =>
	pages.flatMap((page) => {
		const { trim, media, format, width, height } = page;
		const isInside =
			trim !== null &&
			media !== null &&
			trim.left >= media.left - TOLERANCE &&
			trim.bottom >= media.bottom - TOLERANCE &&
			trim.right <= media.right + TOLERANCE &&
			trim.top <= media.top + TOLERANCE;
		if (!isInside) return [foundOn(page, null, "proof/page-box", {})];
		if (format !== null) return [];
		const [widthMm, heightMm] = [toMm(width), toMm(height)].map(rounded);
		return [
			foundOn(page, null, "proof/page-size", {
				widthMm: widthMm ?? 0,
				heightMm: heightMm ?? 0,
			}),
		];
	});
