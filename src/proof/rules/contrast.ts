import { diagnostic } from "../../diagnostics.ts";
import { isPaper } from "../../ink.ts";
import { contrastRatio } from "../contrast-ratio.ts";
import { type Rule, rounded, worstOf } from "../rule.ts";

/** WCAG 1.4.3. Passed by black and red on white, white on red and black; not by black on red. */
export const LEAST_CONTRAST = 4.5;

/** By what a text truly lies on. Text on two grounds is a matter of overlap, unless both are paper. */
export const contrast: Rule = ({ standings }) => {
	const pale = standings.flatMap(({ inked: { run }, grounds }) => {
		const all = [...grounds];
		if (all.length > 1 && !all.every(isPaper)) return [];
		const ratio = Math.min(...all.map((on) => contrastRatio(run.ink, on)));
		return ratio < LEAST_CONTRAST ? [{ run, ratio }] : [];
	});
	return worstOf(
		pale,
		({ run }) => run.path || run.text,
		({ ratio }) => -ratio,
	).map(({ run, ratio }) =>
		diagnostic("error", "proof/contrast", run.path, {
			text: run.text.trim(),
			ratio: rounded(ratio),
		}),
	);
};
