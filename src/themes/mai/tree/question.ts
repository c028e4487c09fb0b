/** A question of the notice: its number, its pill, and the ways from there. */
import type { Answer, Block, Question } from "../../../model/announcement.ts";
import { mm } from "../../../units.ts";
import { besideDisc } from "../head.ts";
import {
	artifact,
	content,
	element,
	type Kit,
	numberDisc,
	numberRuns,
	type Part,
	part,
} from "../kit.ts";
import { type Letters, setBoard, suitsBoard } from "./board.ts";
import { setLadder } from "./ladder.ts";
import { setPill } from "./pill.ts";

type QuestionBlock = Extract<Block, { kind: "question" }>;

/** Answers that end, in the order of the notice. */
function outcomes(question: Question): readonly Answer[] {
	return question.answers.flatMap((answer) => {
		const { to } = answer;
		if (to.kind === "question") return outcomes(to.question);
		return to.kind === "outcome" ? [answer] : [];
	});
}

const LETTERS = "ABCDEFGHIKLMNOPQRSTUVXY";

const lettersOf = (question: Question): Letters =>
	new Map(
		outcomes(question).map((answer, i) => [
			answer,
			LETTERS[i] ?? String(i + 1),
		]),
	);

export function setQuestion(
	{ question, number }: QuestionBlock,
	kit: Kit,
): Part {
	const x = kit.left + besideDisc(kit);
	const pill = setPill(question.ask, kit.right - x, kit);
	const letters = lettersOf(question);
	const isBoard = kit.fit.form === "open" && suitsBoard(question, kit);
	const tree = isBoard
		? setBoard(question, kit.left, kit.width, letters, kit)
		: setLadder(question, x, kit.right - x, letters, kit);
	const r = mm(kit.layout.disc);
	return part(
		pill.height + tree.height,
		(y) => {
			const cy = y + pill.height / 2;
			const { ground, words } = pill.place(x, y);
			const [road, ...others] = tree.place(y + pill.height, tree.height);
			return [
				element(
					"Sect",
					...(road === undefined ? [] : [road]),
					ground,
					artifact(...numberDisc(kit, kit.left + r, cy)),
					element(
						"H2",
						content(...numberRuns(kit, number, kit.left + r, cy)),
						words,
					),
					...others,
				),
			];
		},
		tree.fits,
	);
}
