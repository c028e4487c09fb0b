/** Whether a tree of questions can be followed on paper. */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Answer, Block, Question, Text } from "./announcement.ts";

/** Questions below one another; more do not fit across any sheet. */
export const MOST_DEPTH = 4;
export const MOST_ANSWERS = 6;
/** More codes than this, and nobody knows which one to scan. */
export const MOST_CODES = 3;

export const plainText = (text: Text): string =>
	text.long.map((span) => span.text).join("");

const questionsUnder = (question: Question): readonly Question[] =>
	question.answers.flatMap(({ to }) =>
		to.kind === "question" ? [to.question] : [],
	);

/** 1 for a question without further questions. */
export const depthOf = (question: Question): number =>
	1 + Math.max(0, ...questionsUnder(question).map(depthOf));

function lintAnswers(question: Question): readonly Diagnostic[] {
	const { answers, path } = question;
	const found: Diagnostic[] = [];
	if (answers.length === 1 && answers[0]) {
		const answer = plainText(answers[0].label);
		found.push(diagnostic("error", "model/lone-answer", path, { answer }));
	}
	if (answers.length > MOST_ANSWERS) {
		found.push(
			diagnostic("error", "model/too-many-answers", path, {
				found: answers.length,
				most: MOST_ANSWERS,
			}),
		);
	}
	const labels = answers.map(({ label }) => plainText(label).toLowerCase());
	for (const [index, answer] of answers.entries()) {
		if (labels.indexOf(labels[index] ?? "") < index) {
			found.push(
				diagnostic("error", "model/duplicate-answer", answer.path, {
					answer: plainText(answer.label),
				}),
			);
		}
	}
	const last = answers.at(-1);
	if (last?.to.kind === "outcome" && last.to.outcome.goesOn) {
		found.push(
			diagnostic(
				"error",
				"model/next-of-last",
				`${last.to.outcome.path}.then`,
				{
					answer: plainText(last.label),
				},
			),
		);
	}
	return found;
}

const lintTree = (question: Question): readonly Diagnostic[] => [
	...lintAnswers(question),
	...questionsUnder(question).flatMap(lintTree),
];

const answersUnder = (question: Question): readonly Answer[] => [
	...question.answers,
	...questionsUnder(question).flatMap(answersUnder),
];

/** "Xem câu N" must lead down the sheet, or readers go round in circles. */
const lintJumps = (question: Question, number: number): readonly Diagnostic[] =>
	answersUnder(question).flatMap((answer) =>
		answer.to.kind === "jump" && answer.to.number <= number
			? [
					diagnostic("error", "model/jump-back", `${answer.path}.see`, {
						answer: plainText(answer.label),
						number: answer.to.number,
					}),
				]
			: [],
	);

/** Every fault of one block's tree; none for blocks without a question. */
export function lintBlock(block: Block): readonly Diagnostic[] {
	if (block.kind !== "question") return [];
	const depth = depthOf(block.question);
	const tooDeep = { depth, most: MOST_DEPTH };
	return [
		...(depth > MOST_DEPTH
			? [diagnostic("error", "model/too-deep", block.path, tooDeep)]
			: []),
		...lintTree(block.question),
		...lintJumps(block.question, block.number),
	];
}
