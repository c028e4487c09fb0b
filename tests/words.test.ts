/** Both languages have words for everything, and neither has the other's. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cliWords } from "../src/messages/cli-words.ts";
import { en } from "../src/messages/en.ts";
import { vi } from "../src/messages/vi.ts";

/** The texts in a piece of source, without comments and what is put in. */
const textsIn = (source: string): readonly string[] =>
	[
		...source
			.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "")
			.matchAll(/"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'/gu),
	]
		.map(([text]) => text.slice(1, -1).replace(/\$\{[^}]*\}/gu, " "))
		// A text inside a text ends the outer one too early.
		.filter((text) => !text.includes("${"));

const VIETNAMESE =
	/[ăâđêôơưàáãèéìíòóõùúýạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/iu;
const ENGLISH =
	/\b(?:the|is|are|of|with|and|not|must|this|these|remove|write|file|line|choose|another)\b/iu;
/** What is the same in both: keys, options, names, addresses, what is typed. */
const NEUTRAL =
	/--?[a-z][\w-]*|https?:\S+|\b[a-z_]+:|[“”"][^“”"]*[“”"]|\S+\.(?:yaml|csv|xlsx|pdf|gov\.vn|js)\b|bangtin [a-z]+/gu;

const isForeignIn = {
	// A text of one or two words may be a name.
	vi: (text: string): boolean =>
		ENGLISH.test(text) ||
		(/\p{L}+\P{L}+\p{L}+\P{L}+\p{L}+/u.test(text) && !VIETNAMESE.test(text)),
	en: (text: string): boolean => VIETNAMESE.test(text),
} as const;

const foreign = (source: string, lang: "vi" | "en"): readonly string[] =>
	textsIn(source).filter((text) =>
		isForeignIn[lang](text.replace(NEUTRAL, " ")),
	);

describe("messages", () => {
	test("are for the same codes in both languages", () =>
		expect(Object.keys(vi).toSorted()).toEqual(Object.keys(en).toSorted()));

	test.each(["vi", "en"] as const)("are %s and nothing else", (lang) => {
		const source = readFileSync(`src/messages/${lang}.ts`, "utf8");
		// What the code itself needs: imports and names of messages.
		const table = source.replace(/^import.*$|"[a-z/-]+":/gmu, "");
		expect(foreign(table, lang)).toEqual([]);
	});

	test("give remedies for the same faults", () => {
		const hasFix = (table: object): readonly string[] =>
			Object.entries(table)
				.filter(([, words]) => !/fix: null\b/u.test(String(words)))
				.map(([code]) => code)
				.toSorted();
		expect(hasFix(vi)).toEqual(hasFix(en));
	});
});

describe("the command line's words", () => {
	const { help: viHelp, ...viRest } = cliWords.vi;
	const { help: enHelp, ...enRest } = cliWords.en;
	const sourceOf = (words: object): string =>
		Object.values(words)
			.map((value) =>
				typeof value === "string" ? JSON.stringify(value) : String(value),
			)
			.join("\n");

	test("are the same in both languages", () =>
		expect(Object.keys(cliWords.vi).toSorted()).toEqual(
			Object.keys(cliWords.en).toSorted(),
		));

	test("are each in their own", () => {
		expect(foreign(sourceOf(viRest), "vi")).toEqual([]);
		expect(foreign(sourceOf(enRest), "en")).toEqual([]);
		expect(viHelp).toMatch(VIETNAMESE);
		expect(enHelp).not.toMatch(VIETNAMESE);
	});

	test("both helps name the same options and commands", () => {
		const named = (help: string): readonly string[] =>
			[
				...new Set(
					help.match(/--[a-z][\w-]*|(?<=\n {2})bangtin [a-z]+/gu) ?? [],
				),
			].toSorted();
		expect(named(cliWords.vi.help)).toEqual(named(cliWords.en.help));
	});
});
