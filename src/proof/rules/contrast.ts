import { diagnostic } from "../../diagnostics.ts";
import { contrastRatio } from "../contrast-ratio.ts";
import { type Rule, rounded, worstOf } from "../rule.ts";

/** WCAG 1.4.3. Passed by black and red on white, white on red and black; not by black on red. */
export const LEAST_CONTRAST = 4.5;

/** By what a text truly lies on. Text on two grounds is a matter of overlap. */
export const contrast: Rule = ({ standings }) => {
	const pale = standings.flatMap(({ inked: { run }, grounds }) => {
		const [ground, ...others] = grounds;
		if (ground === undefined || others.length > 0) return [];
		const ratio = contrastRatio(run.ink, ground);
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
