import { diagnostic } from "../../diagnostics.ts";
import type { Glyph } from "../../fonts/face.ts";
import { codePointName } from "../../fonts/missing.ts";
import { type Rule, worstOf } from "../rule.ts";

/** What every font draws for a character it does not have: an empty box. */
const NOTDEF = 0;

const isMissing = ({ id }: Glyph): boolean => id === NOTDEF;

/**
 * Texts are checked before they are set; this catches what only setting brings
 * about, such as a capital that the font lacks of a letter that it has.
 */
export const letterMissing: Rule = ({ page }) => {
	const missing = page.runs.flatMap(({ run }) =>
		!run.glyphs.some(isMissing)
			? []
			: run.glyphs
					.filter(isMissing)
					.flatMap((glyph) => glyph.codePoints)
					.map((codePoint) => ({ run, codePoint })),
	);
	return worstOf(
		missing,
		({ run, codePoint }) => `${run.path} ${codePoint}`,
		() => 0,
	).map(({ run, codePoint }) =>
		diagnostic("error", "proof/letter-missing", run.path, {
			character: String.fromCodePoint(codePoint),
			codePoint: codePointName(codePoint),
			text: run.text.trim(),
		}),
	);
};
