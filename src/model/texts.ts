/** Everything an author wrote that is printed, in the order of the sheet. */
import type {
	Announcement,
	Answer,
	Block,
	Code,
	Contact,
	Option,
	Outcome,
	Question,
	Text,
} from "./announcement.ts";

/** A value that is printed as it is, as a text of its field. */
const textOf = (path: string, value: string): Text => ({
	path,
	long: [{ text: value, strong: false }],
	short: null,
});

const present = (...texts: readonly (Text | null)[]): readonly Text[] =>
	texts.filter((text) => text !== null);

export function textsOf(notice: Announcement): readonly Text[] {
	return [
		...present(
			notice.issuer,
			notice.parent,
			notice.kind,
			notice.dated,
			notice.title,
			notice.when,
			notice.lead,
		),
		...notice.blocks.flatMap(textsOfBlock),
		...notice.codes.flatMap(textsOfCode),
		...present(notice.source),
		...(notice.contact === null ? [] : textsOfContact(notice.contact)),
		...present(notice.posting),
	];
}

function textsOfBlock(block: Block): readonly Text[] {
	switch (block.kind) {
		case "step":
			return [
				...present(block.title, block.text),
				...block.options.flatMap(textsOfItem),
			];
		case "question":
			return textsOfQuestion(block.question);
		case "table":
			return [...present(block.title), ...block.columns, ...block.rows.flat()];
		case "facts":
			return block.facts.map((fact) => fact.text);
		case "list":
			return [...present(block.title), ...block.items];
		case "note":
		case "warning":
			return [block.text];
	}
}

const textsOfItem = ({ title, text }: Option | Outcome): readonly Text[] =>
	present(title, text);

const textsOfQuestion = (question: Question): readonly Text[] => [
	question.ask,
	...question.answers.flatMap(textsOfAnswer),
	...present(question.warning),
];

function textsOfAnswer({ label, to }: Answer): readonly Text[] {
	switch (to.kind) {
		case "outcome":
			return [label, ...textsOfItem(to.outcome)];
		case "question":
			return [label, ...textsOfQuestion(to.question)];
		case "jump":
			return [label];
	}
}

const textsOfCode = (code: Code): readonly Text[] => [
	code.label,
	textOf(code.path, code.host + code.pathname),
];

const textsOfContact = ({ office, phone }: Contact): readonly Text[] => [
	office,
	...(phone === null ? [] : [textOf("contact.phone", phone)]),
];
