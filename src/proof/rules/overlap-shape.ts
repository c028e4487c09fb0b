import { diagnostic } from "../../diagnostics.ts";
import { isPaper } from "../../ink.ts";
import { contrastRatio } from "../contrast-ratio.ts";
import { type Rule, worstOf } from "../rule.ts";
import type { Standing } from "../standing.ts";
import { LEAST_CONTRAST } from "./contrast.ts";

/** On an edge or a line, under a shape, or on another ground than it was set for. */
function isAstray({ inked: { run }, grounds, isCovered }: Standing): boolean {
	if (isCovered) return true;
	const isOnPaper = [...grounds].every(isPaper);
	if (isOnPaper && isPaper(run.ground)) return false;
	if (grounds.size > 1) return true;
	const isMeant = grounds.has(run.ground);
	return (
		!isMeant &&
		[...grounds].every((ink) => contrastRatio(run.ink, ink) >= LEAST_CONTRAST)
	);
}

/** Text lies wholly within a shape or wholly beside it; pale tints are as paper. */
export const overlapShape: Rule = ({ standings }) =>
	worstOf(
		standings.filter(isAstray).map(({ inked }) => inked.run),
		(run) => run.path || run.text,
		() => 0,
	).map((run) =>
		diagnostic("error", "proof/overlap", run.path, {
			first: run.text.trim(),
			second: null,
		}),
	);
