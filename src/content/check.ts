/**
 * Checks that compare fields with each other. They run on whatever parts of a
 * notice are well formed, so that one slip does not hide the next.
 */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import { compareDates, parseIsoDate } from "../model/dates.ts";
import { lintBlock, MOST_CODES } from "../model/lint.ts";
import { suggest } from "../suggest.ts";
import { linkFaults, trustedHosts } from "./links.ts";
import { isEmblem, isInside } from "./logo.ts";
import { parseBlock } from "./parse-notice.ts";
import { formatPath, type Path } from "./path.ts";
import {
	isNumbered,
	linksOf,
	numberBlocks,
	type QuestionNumbers,
	resolveBlock,
} from "./resolve.ts";
import {
	type AnswerInput,
	type BlockInput,
	linkSchema,
	type PostInput,
	postSchema,
	trustSchema,
	type WhenInput,
	whenSchema,
} from "./schema.ts";
import { isBlank, tidy } from "./text.ts";

/** The parts of a notice that are well formed, each by itself. */
export interface Parts {
	readonly when: WhenInput | null;
	readonly post: PostInput | null;
	readonly trust: readonly string[];
	/** Every name under `links`, usable or not. */
	readonly linkNames: readonly string[];
	readonly urls: readonly { readonly name: string; readonly url: string }[];
	/** null for a block that is not well formed. */
	readonly body: readonly (BlockInput | null)[];
	readonly numbers: readonly (number | null)[];
	/** The file of the issuer's picture; null when none is named. */
	readonly logo: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};

const textOf = (value: unknown): string | null =>
	typeof value === "string" && !isBlank(value) ? tidy(value) : null;

export function partsOf(raw: unknown): Parts {
	const notice = fieldsOf(raw);
	const links = Object.entries(fieldsOf(notice.links));
	const body: readonly unknown[] = Array.isArray(notice.body)
		? notice.body
		: [];
	return {
		when: whenSchema.safeParse(notice.when).data ?? null,
		post: postSchema.safeParse(notice.post).data ?? null,
		trust: trustSchema.safeParse(notice.trust).data ?? [],
		linkNames: links.map(([name]) => name),
		urls: links.flatMap(([name, link]) => {
			const url = linkSchema.shape.url.safeParse(fieldsOf(link).url);
			return url.success ? [{ name, url: url.data }] : [];
		}),
		body: body.map(parseBlock),
		numbers: numberBlocks(body.map((block) => isNumbered(fieldsOf(block)))),
		logo: textOf(fieldsOf(notice.issuer).logo),
	};
}

type Report = <C extends MessageCode>(
	code: C,
	path: Path,
	params: MessageParams[C],
) => Diagnostic;

function checkOrder(
	period: PostInput | null,
	at: string,
	error: Report,
): readonly Diagnostic[] {
	const from = parseIsoDate(period?.from ?? "");
	const until = parseIsoDate(period?.until ?? "");
	if (!from || !until || compareDates(from, until) <= 0) return [];
	const params = { from: period?.from ?? "", until: period?.until ?? "" };
	return [error("content/date-order", [at, "until"], params)];
}

function checkWhen(
	when: WhenInput | null,
	error: Report,
): readonly Diagnostic[] {
	const clash =
		when?.on !== undefined &&
		(when.from !== undefined || when.until !== undefined);
	const keys = ["on", when?.from === undefined ? "until" : "from"];
	return [
		...(clash ? [error("content/clash", ["when"], { keys })] : []),
		...checkOrder(when, "when", error),
	];
}

/** The names by which `see:` may call a question, and the faults in them. */
function nameQuestions(
	parts: Parts,
	error: Report,
): { questions: QuestionNumbers; found: readonly Diagnostic[] } {
	const questions = new Map<string, number>();
	const found: Diagnostic[] = [];
	for (const [index, block] of parts.body.entries()) {
		const number = parts.numbers[index];
		if (number == null || !block || !("ask" in block)) continue;
		questions.set(String(number), number);
		if (block.id === undefined) continue;
		const id = tidy(block.id);
		if (questions.has(id)) {
			found.push(error("content/duplicate-id", ["body", index, "id"], { id }));
		}
		questions.set(id, number);
	}
	return { questions, found };
}

function checkAnswer(
	answer: AnswerInput,
	path: Path,
	questions: QuestionNumbers,
	error: Report,
): readonly Diagnostic[] {
	const targets = (["do", "ask", "see"] as const).filter(
		(key) => answer[key] !== undefined,
	);
	const label = tidy(
		typeof answer.answer === "string" ? answer.answer : answer.answer.long,
	);
	if (targets.length > 1) {
		return [error("content/clash", path, { keys: targets })];
	}
	const needsAsk = (["answers", "warning", "link"] as const).some(
		(key) => answer[key] !== undefined,
	);
	if (answer.ask === undefined && needsAsk) {
		return [error("content/missing", path, { key: "ask" })];
	}
	if (answer.ask !== undefined && answer.answers === undefined) {
		return [error("content/missing", path, { key: "answers" })];
	}
	if (targets.length === 0) {
		return [error("model/dead-end", path, { answer: label })];
	}
	const key = answer.see === undefined ? null : tidy(answer.see);
	if (key !== null && !questions.has(key)) {
		return [error("content/unknown-question", [...path, "see"], { key })];
	}
	return checkAnswers(answer.answers, path, questions, error);
}

/** An empty list is a fault too; undefined is no question at all. */
function checkAnswers(
	answers: readonly AnswerInput[] | undefined,
	path: Path,
	questions: QuestionNumbers,
	error: Report,
): readonly Diagnostic[] {
	if (!answers) return [];
	const at = [...path, "answers"];
	if (answers.length === 0) return [error("content/empty", at, {})];
	return answers.flatMap((answer, index) =>
		checkAnswer(answer, [...at, index], questions, error),
	);
}

function checkRows(
	block: BlockInput,
	path: Path,
	error: Report,
): readonly Diagnostic[] {
	if (!("table" in block)) return [];
	const wanted = block.table.columns.length;
	return block.table.rows.flatMap((row, index) =>
		row.length === wanted
			? []
			: [
					error("content/count", [...path, "table", "rows", index], {
						least: wanted,
						most: wanted,
						found: row.length,
					}),
				],
	);
}

/** What was found in a block, and what else of the notice it was held against. */
const checked = new WeakMap<
	BlockInput,
	{ readonly against: string; readonly found: readonly Diagnostic[] }
>();

/** One block against the rest of the notice. */
function checkBlock(
	index: number,
	parts: Parts,
	questions: QuestionNumbers,
	error: Report,
): readonly Diagnostic[] {
	const block = parts.body[index];
	if (!block) return [];
	const { numbers, linkNames } = parts;
	const against = JSON.stringify([
		index,
		numbers[index],
		linkNames,
		"answers" in block ? [...questions] : [],
	]);
	const known = checked.get(block);
	if (known?.against === against) return known.found;
	const found = faultsOf(block, index, parts, questions, error);
	checked.set(block, { against, found });
	return found;
}

function faultsOf(
	block: BlockInput,
	index: number,
	parts: Parts,
	questions: QuestionNumbers,
	error: Report,
): readonly Diagnostic[] {
	const path = ["body", index];
	const answers = "answers" in block ? block.answers : undefined;
	const found = [
		...checkRows(block, path, error),
		...checkAnswers(answers, path, questions, error),
		...linksOf(block, path)
			.filter(({ name }) => !parts.linkNames.includes(name))
			.map(({ name: key, path: at }) => {
				const suggestion = suggest(key, parts.linkNames);
				return error("content/unknown-link", at, { key, suggestion });
			}),
	];
	const leadsSomewhere = found.every((d) => d.code === "content/unknown-link");
	if (!leadsSomewhere) return found;
	const number = parts.numbers[index] ?? 0;
	return [...found, ...lintBlock(resolveBlock(block, path, number, questions))];
}

function checkLinks(parts: Parts, error: Report): readonly Diagnostic[] {
	const trusted = trustedHosts(parts.trust);
	const found: Diagnostic[] = parts.urls
		.filter(({ url }) => !isBlank(url))
		.flatMap(({ name, url }) =>
			linkFaults(url, trusted).map(({ severity, code, params }) =>
				diagnostic(severity, code, formatPath(["links", name, "url"]), params),
			),
		);
	if (parts.linkNames.length > MOST_CODES) {
		const params = { found: parts.linkNames.length, most: MOST_CODES };
		found.push(error("model/too-many-codes", ["links"], params));
	}
	return found;
}

/** A file of the notice's own folder, and not what only the State may use. */
function checkLogo(file: string | null, error: Report): readonly Diagnostic[] {
	if (file === null) return [];
	const path = ["issuer", "logo"];
	if (isEmblem(file)) return [error("pictures/emblem", path, { file })];
	return isInside(file) ? [] : [error("pictures/outside", path, { file })];
}

export interface Checked {
	readonly questions: QuestionNumbers;
	readonly diagnostics: readonly Diagnostic[];
}

export function check(parts: Parts): Checked {
	const error: Report = (code, path, params) =>
		diagnostic("error", code, formatPath(path), params);
	const { questions, found } = nameQuestions(parts, error);
	const diagnostics = [
		...checkWhen(parts.when, error),
		...checkOrder(parts.post, "post", error),
		...checkLinks(parts, error),
		...found,
		...parts.body.flatMap((_, index) =>
			checkBlock(index, parts, questions, error),
		),
		...checkLogo(parts.logo, error),
	];
	return { questions, diagnostics };
}

/** Checks find fields; this finds the fields' places. */
export const placed = (
	found: readonly Diagnostic[],
	locate: (path: string) => Diagnostic["place"],
): readonly Diagnostic[] =>
	found.map((d) => (d.place ? d : { ...d, place: locate(d.path) }));
