/** The same notice with every text of its body changed; its form stays. */
import type { Answer, Block, Question, Text } from "./announcement.ts";

type Change = (text: Text) => Text;

const orNull = (text: Text | null, change: Change): Text | null =>
	text === null ? null : change(text);

function mapAnswer(answer: Answer, change: Change): Answer {
	switch (answer.to.kind) {
		case "jump":
			return answer;
		case "question":
			return {
				...answer,
				to: {
					kind: "question",
					question: mapQuestion(answer.to.question, change),
				},
			};
		case "outcome": {
			const { outcome } = answer.to;
			return {
				...answer,
				to: {
					kind: "outcome",
					outcome: {
						...outcome,
						title: change(outcome.title),
						text: orNull(outcome.text, change),
					},
				},
			};
		}
	}
}

const mapQuestion = (question: Question, change: Change): Question => ({
	...question,
	ask: change(question.ask),
	answers: question.answers.map((answer) => mapAnswer(answer, change)),
	warning: orNull(question.warning, change),
});

export function mapBlockTexts(block: Block, change: Change): Block {
	switch (block.kind) {
		case "step":
			return {
				...block,
				title: change(block.title),
				text: orNull(block.text, change),
				options: block.options.map((option) => ({
					...option,
					title: change(option.title),
					text: orNull(option.text, change),
				})),
			};
		case "question":
			return { ...block, question: mapQuestion(block.question, change) };
		case "table":
			return {
				...block,
				title: orNull(block.title, change),
				columns: block.columns.map(change),
				rows: block.rows.map((row) => row.map(change)),
			};
		case "facts":
			return {
				...block,
				facts: block.facts.map((fact) => ({
					...fact,
					text: change(fact.text),
				})),
			};
		case "list":
			return {
				...block,
				title: orNull(block.title, change),
				items: block.items.map(change),
			};
		case "note":
		case "warning":
			return { ...block, text: change(block.text) };
	}
}
