/**
 * A bushy tree, where two or more answers ask again, cannot be drawn as one:
 * its questions become numbered questions of their own, and the answers say
 * "Xem câu N".
 */
import type { Answer, Block, Code, Question } from "./announcement.ts";

export const asks = (answer: Answer): boolean => answer.to.kind === "question";

/** Two and more answers of one question ask again, anywhere in the tree. */
export function isBushy(question: Question): boolean {
	const asking = question.answers.filter(asks);
	return (
		asking.length > 1 ||
		asking.some(
			(answer) => answer.to.kind === "question" && isBushy(answer.to.question),
		)
	);
}

/** A block before numbering; `key` is what jumps refer to. */
interface Keyed {
	readonly block: Block;
	readonly key: string;
}

/** Keys of questions lifted out of a tree; other blocks keep their old number. */
const liftedKey = (question: Question): string => question.path;
const oldKey = (number: number): string => `#${number}`;

const numberOf = (block: Block): number | null =>
	block.kind === "step" || block.kind === "question" ? block.number : null;

/** The question with its asking answers turned into jumps, and those lifted out of it. */
function lift(question: Question): {
	readonly question: Question;
	readonly lifted: readonly Question[];
	readonly keys: ReadonlyMap<Answer, string>;
} {
	const lifted: Question[] = [];
	const keys = new Map<Answer, string>();
	const answers = question.answers.map((answer): Answer => {
		if (answer.to.kind !== "question") return answer;
		lifted.push(answer.to.question);
		const jump: Answer = { ...answer, to: { kind: "jump", number: 0 } };
		keys.set(jump, liftedKey(answer.to.question));
		return jump;
	});
	return { question: { ...question, answers }, lifted, keys };
}

/** Nothing to lift, and numbered from 1 in the order of the sheet. */
const isFlat = (blocks: readonly Block[]): boolean =>
	blocks
		.filter((block) => numberOf(block) !== null)
		.every((block, i) => numberOf(block) === i + 1) &&
	!blocks.some((block) => block.kind === "question" && isBushy(block.question));

/** Numbers changed by lifting are changed in jumps and codes too. */
export function flattenBushy(
	blocks: readonly Block[],
	codes: readonly Code[],
): { readonly blocks: readonly Block[]; readonly codes: readonly Code[] } {
	if (isFlat(blocks)) return { blocks, codes };
	const keyed: Keyed[] = [];
	const jumpKeys = new Map<Answer, string>();
	const add = (question: Question, path: string, key: string) => {
		if (!isBushy(question)) {
			keyed.push({
				block: { kind: "question", path, number: 0, question },
				key,
			});
			return;
		}
		const { question: flat, lifted, keys } = lift(question);
		for (const [answer, target] of keys) jumpKeys.set(answer, target);
		keyed.push({
			block: { kind: "question", path, number: 0, question: flat },
			key,
		});
		for (const sub of lifted) add(sub, sub.path, liftedKey(sub));
	};
	for (const block of blocks) {
		const number = numberOf(block);
		const key = number === null ? "" : oldKey(number);
		if (block.kind === "question") add(block.question, block.path, key);
		else keyed.push({ block, key });
	}
	const numbers = new Map<string, number>();
	let last = 0;
	for (const { block, key } of keyed)
		if (numberOf(block) !== null) numbers.set(key, ++last);
	const renumber = (old: number): number => numbers.get(oldKey(old)) ?? old;
	const renumberAnswer = (answer: Answer): Answer => {
		if (answer.to.kind === "question")
			return {
				...answer,
				to: {
					kind: "question",
					question: renumberQuestion(answer.to.question),
				},
			};
		if (answer.to.kind !== "jump") return answer;
		const key = jumpKeys.get(answer);
		const number =
			key === undefined
				? renumber(answer.to.number)
				: (numbers.get(key) ?? answer.to.number);
		return { ...answer, to: { kind: "jump", number } };
	};
	const renumberQuestion = (question: Question): Question => ({
		...question,
		answers: question.answers.map(renumberAnswer),
	});
	return {
		blocks: keyed.map(({ block, key }): Block => {
			const number = numbers.get(key) ?? 0;
			if (block.kind === "step") return { ...block, number };
			if (block.kind !== "question") return block;
			return { ...block, number, question: renumberQuestion(block.question) };
		}),
		codes: codes.map((code) => ({
			...code,
			serves: code.serves.map(renumber),
		})),
	};
}
