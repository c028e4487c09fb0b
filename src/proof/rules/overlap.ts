import { diagnostic } from "../../diagnostics.ts";
import { overlaps } from "../geometry.ts";
import type { InkedRun } from "../ink.ts";
import { type Rule, worstOf } from "../rule.ts";

/** Letter by letter: the tail of one line may reach between the marks of the next. */
function lettersMeet(a: InkedRun, b: InkedRun): boolean {
	const near = a.glyphs.filter((glyph) => overlaps(glyph, b.box));
	if (near.length === 0) return false;
	const other = b.glyphs.filter((glyph) => overlaps(glyph, a.box));
	return near.some((glyph) => other.some((second) => overlaps(glyph, second)));
}

const fieldOf = ({ run }: InkedRun): string => run.path || run.text;

/** No letter of a line in a letter of another line. */
export const overlap: Rule = ({ page }) => {
	const pairs = page.runs.flatMap((first) =>
		page
			.runsNear(first.box)
			.filter(
				(second) =>
					second.order > first.order &&
					second.line !== first.line &&
					lettersMeet(first, second),
			)
			.map((second) => ({ first, second })),
	);
	return worstOf(
		pairs,
		({ first, second }) => JSON.stringify([fieldOf(first), fieldOf(second)]),
		() => 0,
	).map(({ first, second }) =>
		diagnostic("error", "proof/overlap", second.run.path || first.run.path, {
			first: second.run.text.trim(),
			second: first.run.text.trim(),
		}),
	);
};
