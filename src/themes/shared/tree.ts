/** What any drawing of a decision tree asks of it. */
import { seeQuestion } from "../../messages/sheet-words.ts";
import type {
	Answer,
	Outcome,
	Question,
	Text,
} from "../../model/announcement.ts";

/** What is to be done. `jump` is the number of the question to go on with. */
export type Deed = Omit<Outcome, "path"> & { readonly jump: number | null };

/** The sheet's own words, at a field of the notice. */
const ownText = (words: string, path: string): Text => ({
	path,
	long: [{ text: words, strong: false }],
	short: null,
});

/** What a card for this answer says; null when the answer asks again. */
export function outcomeOf(answer: Answer): Deed | null {
	switch (answer.to.kind) {
		case "outcome":
			return { ...answer.to.outcome, jump: null };
		case "jump":
			return {
				title: ownText(seeQuestion(answer.to.number), answer.path),
				text: null,
				icon: null,
				goesOn: false,
				jump: answer.to.number,
			};
		case "question":
			return null;
	}
}

export function leaves(question: Question): number {
	return question.answers.reduce(
		(sum, answer) =>
			sum + (answer.to.kind === "question" ? leaves(answer.to.question) : 1),
		0,
	);
}

export function depth(question: Question): number {
	return (
		1 +
		Math.max(
			0,
			...question.answers.map((answer) =>
				answer.to.kind === "question" ? depth(answer.to.question) : 0,
			),
		)
	);
}
