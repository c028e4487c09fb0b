/** Which drawing a decision tree can have, from its form alone. */
import type { Question } from "../../../model/announcement.ts";
import { depth, leaves } from "../../shared/tree.ts";

export type TreeShape = "fork" | "rows" | "line";

/**
 * Fork: side by side under the bar, at most three leaves. Rows: one answer below
 * the other. Line: who stays on the line is asked again.
 */
export function treeShape(question: Question, allowFork: boolean): TreeShape {
	const deep = depth(question);
	const ends = leaves(question);
	const jumps = question.answers.some((answer) => answer.to.kind === "jump");
	if (deep === 1)
		return allowFork && ends <= 3 && ends >= 2 && !jumps ? "fork" : "rows";
	const forks = deep === 2 && ends === 3 && question.answers.length === 2;
	return forks && allowFork ? "fork" : "line";
}
