import { diagnostic } from "../../diagnostics.ts";
import { overlaps } from "../geometry.ts";
import { type Rule, worstOf } from "../rule.ts";

/** No letter on a picture: nobody knows what colours are there. */
export const overlapPicture: Rule = ({ page }) =>
	worstOf(
		page.pictures.flatMap(({ box }) =>
			page
				.runsNear(box)
				.filter(({ glyphs }) => glyphs.some((glyph) => overlaps(glyph, box))),
		),
		({ run }) => run.path || run.text,
		() => 0,
	).map(({ run }) =>
		diagnostic("error", "proof/overlap", run.path, {
			first: run.text.trim(),
			second: null,
		}),
	);
