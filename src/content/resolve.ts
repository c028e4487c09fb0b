/** From a notice as it was written to one that can be laid out. */
import type {
	Announcement,
	Answer,
	Block,
	Calendar,
	Code,
	Option,
	Outcome,
	Question,
	Text,
} from "../model/announcement.ts";
import {
	compareDates,
	numericDate,
	parseIsoDate,
	periodWords,
	postingWords,
} from "../model/dates.ts";
import { flattenBushy } from "../model/flatten.ts";
import { hostOf, isOfficial, parseUrl, printedPath } from "./links.ts";
import { logoOf } from "./logo.ts";
import { formatPath, type Path } from "./path.ts";
import type {
	AnswerInput,
	BlockInput,
	LinkInput,
	NoticeInput,
	OutcomeInput,
	WhenInput,
} from "./schema.ts";
import { tidy, toSpans, toText, toTextOrNull } from "./text.ts";

/** What a `see:` may name, and the number printed for it. */
export type QuestionNumbers = ReadonlyMap<string, number>;

/** Numbers of the steps and questions, in step with the blocks; null for others. */
export function numberBlocks(
	isNumbered: readonly boolean[],
): readonly (number | null)[] {
	let last = 0;
	return isNumbered.map((numbered) => {
		if (!numbered) return null;
		last += 1;
		return last;
	});
}

export const isNumbered = (block: object): boolean =>
	"step" in block || "ask" in block;

function resolveOutcome(input: OutcomeInput, path: Path): Outcome {
	return {
		path: formatPath(path),
		title: toText(input.title, [...path, "title"]),
		text: toTextOrNull(input.text, [...path, "text"], input.short),
		icon: input.icon ?? null,
		goesOn: input.then === "next",
	};
}

/** The answer must have been found to lead somewhere; see `check.ts`. */
function resolveAnswer(
	input: AnswerInput,
	path: Path,
	questions: QuestionNumbers,
): Answer {
	// Without a further question, `short` can only belong to the answer itself.
	const ofLabel = input.ask === undefined ? input.short : undefined;
	return {
		path: formatPath(path),
		label: toText(input.answer, [...path, "answer"], ofLabel),
		polarity: input.is ?? "none",
		to: destination(input, path, questions),
	};
}

function destination(
	input: AnswerInput,
	path: Path,
	questions: QuestionNumbers,
): Answer["to"] {
	if (input.do) {
		return {
			kind: "outcome",
			outcome: resolveOutcome(input.do, [...path, "do"]),
		};
	}
	if (input.ask !== undefined) {
		const { ask, short, answers = [], warning } = input;
		const question = { ask, short, answers, warning };
		return {
			kind: "question",
			question: resolveQuestion(question, path, questions),
		};
	}
	const number = questions.get(tidy(input.see ?? "")) ?? 0;
	return { kind: "jump", number };
}

interface QuestionInput
	extends Pick<
		Extract<BlockInput, { ask: unknown }>,
		"ask" | "short" | "answers" | "warning"
	> {}

function resolveQuestion(
	input: QuestionInput,
	path: Path,
	questions: QuestionNumbers,
): Question {
	return {
		path: formatPath(path),
		ask: toText(input.ask, [...path, "ask"], input.short),
		answers: input.answers.map((answer, index) =>
			resolveAnswer(answer, [...path, "answers", index], questions),
		),
		warning: toTextOrNull(input.warning, [...path, "warning"]),
	};
}

function resolveOptions(
	input: Extract<BlockInput, { step: unknown }>,
	path: Path,
): readonly Option[] {
	return (input.options ?? []).map((option, index) => {
		const at = [...path, "options", index];
		return {
			title: toText(option.title, [...at, "title"]),
			text: toTextOrNull(option.text, [...at, "text"], option.short),
			icon: option.icon ?? null,
		};
	});
}

/** Villages share most blocks, and a block is checked before it is kept. */
const resolved = new WeakMap<
	BlockInput,
	{ readonly key: string; readonly block: Block }
>();

/** `number` is ignored for blocks that have none. */
export function resolveBlock(
	input: BlockInput,
	path: Path,
	number: number,
	questions: QuestionNumbers,
): Block {
	const names = "ask" in input ? [...questions] : [];
	const key = JSON.stringify([path, number, names]);
	const known = resolved.get(input);
	if (known?.key === key) return known.block;
	const block = blockOf(input, path, number, questions);
	resolved.set(input, { key, block });
	return block;
}

function blockOf(
	input: BlockInput,
	path: Path,
	number: number,
	questions: QuestionNumbers,
): Block {
	const at = formatPath(path);
	if ("step" in input) {
		return {
			kind: "step",
			path: at,
			number,
			title: toText(input.step, [...path, "step"], input.short),
			text: toTextOrNull(input.text, [...path, "text"]),
			options: resolveOptions(input, path),
		};
	}
	if ("ask" in input) {
		const question = resolveQuestion(input, path, questions);
		return { kind: "question", path: at, number, question };
	}
	if ("table" in input) {
		const { title, columns, rows } = input.table;
		const inside = [...path, "table"];
		return {
			kind: "table",
			path: at,
			title: toTextOrNull(title, [...inside, "title"]),
			columns: columns.map((text, i) =>
				toText(text, [...inside, "columns", i]),
			),
			rows: rows.map((row, r) =>
				row.map((text, i) => toText(text, [...inside, "rows", r, i])),
			),
		};
	}
	if ("facts" in input) {
		const facts = input.facts.map((fact, index) => ({
			icon: fact.icon ?? null,
			text: toText(fact.text, [...path, "facts", index, "text"]),
		}));
		return { kind: "facts", path: at, facts };
	}
	if ("list" in input) {
		return {
			kind: "list",
			path: at,
			title: toTextOrNull(input.title, [...path, "title"]),
			items: input.list.map((text, i) => toText(text, [...path, "list", i])),
		};
	}
	if ("note" in input) {
		const text = toText(input.note, [...path, "note"], input.short);
		return { kind: "note", path: at, text };
	}
	const text = toText(input.warning, [...path, "warning"], input.short);
	return { kind: "warning", path: at, text };
}

/** The links a block sends its reader to, in the order of the text. */
export function linksOf(
	input: BlockInput,
	path: Path,
): readonly { readonly name: string; readonly path: Path }[] {
	const own =
		"link" in input && input.link !== undefined
			? [{ name: tidy(input.link), path: [...path, "link"] }]
			: [];
	const answers = "answers" in input ? (input.answers ?? []) : [];
	return [...own, ...linksOfAnswers(answers, path)];
}

const linksOfAnswers = (
	answers: readonly AnswerInput[],
	path: Path,
): ReturnType<typeof linksOf> =>
	answers.flatMap((answer, index) => {
		const at = [...path, "answers", index];
		const own =
			answer.link === undefined
				? []
				: [{ name: tidy(answer.link), path: [...at, "link"] }];
		return [...own, ...linksOfAnswers(answer.answers ?? [], at)];
	});

const codes = new WeakMap<
	LinkInput,
	{ readonly key: string; readonly code: Code }
>();

function resolveCode(
	name: string,
	link: LinkInput,
	serves: readonly number[],
): Code {
	const key = JSON.stringify([name, serves]);
	const known = codes.get(link);
	if (known?.key === key) return known.code;
	const code = codeOf(name, link, serves);
	codes.set(link, { key, code });
	return code;
}

function codeOf(
	name: string,
	link: LinkInput,
	serves: readonly number[],
): Code {
	const url = link.url.trim();
	const parsed = parseUrl(url);
	return {
		path: formatPath(["links", name]),
		url,
		host: parsed ? hostOf(parsed) : "",
		pathname: printedPath(url),
		label: toText(link.label, ["links", name, "label"]),
		serves,
	};
}

/** In order of their first use; those nobody is sent to come last. */
function resolveCodes(
	notice: NoticeInput,
	numbers: readonly (number | null)[],
): readonly Code[] {
	const links = new Map(Object.entries(notice.links ?? {}));
	const serves = new Map<string, number[]>();
	for (const [index, block] of notice.body.entries()) {
		const number = numbers[index];
		for (const { name } of linksOf(block, [])) {
			const served = serves.get(name) ?? [];
			if (number != null && !served.includes(number)) served.push(number);
			serves.set(name, served);
		}
	}
	const names = new Set([...serves.keys(), ...links.keys()]);
	return [...names].flatMap((name) => {
		const link = links.get(name);
		return link ? [resolveCode(name, link, serves.get(name) ?? [])] : [];
	});
}

const ourWords = (words: string, path: string): Text => ({
	path,
	long: toSpans(words),
	short: null,
});

const dateOrUndefined = (iso: string | undefined) =>
	iso === undefined ? undefined : (parseIsoDate(iso) ?? undefined);

function resolveWhen(when: WhenInput | undefined): Text | null {
	if (!when) return null;
	const words = periodWords({
		from: dateOrUndefined(when.from),
		on: dateOrUndefined(when.on),
		until: dateOrUndefined(when.until),
	});
	const parts = [words, when.hours].filter((part) => part != null);
	return ourWords(parts.join(", "), "when");
}

/** A first and a last day that are one are that day. */
function resolveCalendar(when: WhenInput | undefined): Calendar | null {
	const day = (iso: string | undefined) => dateOrUndefined(iso) ?? null;
	const [from, until] = [day(when?.from), day(when?.until)];
	const isOne =
		from !== null && until !== null && compareDates(from, until) === 0;
	const on = day(when?.on) ?? (isOne ? from : null);
	if (from === null && until === null && on === null) return null;
	const hours = when?.hours == null ? null : toSpans(when.hours);
	return on === null
		? { from, until, on, hours }
		: { from: null, until: null, on, hours };
}

/** "11/4/2024" of a date that the schema has let through. */
function worded(iso: string): string {
	const date = parseIsoDate(iso);
	return date ? numericDate(date) : "";
}

/** Only for notices that passed the schema and `check.ts`. */
export function resolve(
	notice: NoticeInput,
	questions: QuestionNumbers,
): Announcement {
	const numbers = numberBlocks(notice.body.map(isNumbered));
	const codes = resolveCodes(notice, numbers);
	const blocks = notice.body.map((block, index) =>
		resolveBlock(block, ["body", index], numbers[index] ?? 0, questions),
	);
	const posting = postingWords(
		dateOrUndefined(notice.post?.from),
		dateOrUndefined(notice.post?.until),
	);
	const { contact } = notice;
	return {
		kind: toText(notice.kind, ["kind"]),
		issuer: toText(notice.issuer.name, ["issuer", "name"]),
		parent: toTextOrNull(notice.issuer.parent, ["issuer", "parent"]),
		logo: logoOf(notice.issuer.logo),
		dated: ourWords(`Ngày ${worded(notice.date)}`, "date"),
		asOf: worded(notice.as_of),
		isoDate: notice.date,
		source: toTextOrNull(notice.source, ["source"]),
		title: toText(notice.title, ["title"]),
		when: resolveWhen(notice.when),
		calendar: resolveCalendar(notice.when),
		lead: toTextOrNull(notice.lead, ["lead"]),
		...flattenBushy(blocks, codes),
		codesAreOfficial: codes.every((code) => {
			const url = parseUrl(code.url);
			return url !== null && isOfficial(url);
		}),
		contact: contact
			? {
					office: toText(contact.office, ["contact", "office"]),
					phone: contact.phone === undefined ? null : tidy(contact.phone),
				}
			: null,
		postedUntil: notice.post?.until == null ? null : worded(notice.post.until),
		posting: posting === null ? null : ourWords(posting, "post"),
		font: notice.font === undefined ? null : tidy(notice.font),
	};
}
