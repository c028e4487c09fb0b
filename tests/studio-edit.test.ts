/** What the form does to the YAML, and what it leaves alone. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../src/content/parse.ts";
import { applyEdits, beginEdits, type Edit } from "../src/studio/edit.ts";
import { changeBetween, mergeLines } from "../src/studio/merge.ts";
import { fc } from "./support/fast-check.ts";

const CONTENT = new URL("../content/", import.meta.url);
const samples = readdirSync(CONTENT)
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => ({
		name,
		source: readFileSync(new URL(name, CONTENT), "utf8"),
	}));

const NOTICE = `# Ghi chú của người viết
kind:   Thông báo   # ba dấu cách
issuer: {name: Xã A,  parent: "Tỉnh B"}
date: 2024-04-11

links:
    a: { url: "https://a.gov.vn", label: A }   # thụt bốn
body:
  # bước đầu
  - step: Một

  - ask: Hai?
    answers: [{answer: Có,  is: yes}, {answer: Chưa}]

  # cuối
  - note: "Ba: bốn"
`;

const edited = (source: string, ...edits: readonly Edit[]): string => {
	const text = applyEdits(source, edits);
	if (text === null) throw new Error("the edit was refused");
	return text;
};

/** Lines of one text that are not in the other, both ways. */
function differing(before: string, after: string): readonly string[] {
	const [a, b] = [before.split("\n"), after.split("\n")];
	return [
		...a.filter((line) => !b.includes(line)).map((line) => `-${line}`),
		...b.filter((line) => !a.includes(line)).map((line) => `+${line}`),
	];
}

const js = (source: string): unknown => parseYaml(source).document.toJS();

describe("an edit by form", () => {
	test.each(["", "\n", "# chưa có gì\n"])("begins a notice in %j", (source) => {
		const set: Edit = { kind: "set", path: ["title"], value: "Họp" };
		const text = edited(source, set);
		expect(js(text)).toEqual({ title: "Họp" });
		expect(text).toContain(source.trim());
		const insert: Edit = {
			kind: "insert",
			list: ["body"],
			at: 0,
			value: { note: "Một" },
		};
		expect(js(edited(text, insert))).toEqual({
			title: "Họp",
			body: [{ note: "Một" }],
		});
		expect(js(edited(source, insert))).toEqual({ body: [{ note: "Một" }] });
	});

	test.each(["mai họp", "- một\n- hai\n", "[".repeat(20_000)])(
		"does not fit what is no notice",
		(source) => {
			const set: Edit = { kind: "set", path: ["title"], value: "Họp" };
			expect(applyEdits(source, [set])).toBeNull();
		},
	);

	test("writes the same value twice as two, and takes what is somewhere elsewhere with its comment", () => {
		const answer = { answer: "", do: { title: "" } };
		const twice = edited(NOTICE, {
			kind: "set",
			path: ["body", 1, "answers"],
			value: [answer, answer],
		});
		expect(twice).not.toMatch(/[&*]a1/);
		const source = "a:\n  do:\n    title: Nộp   # tận nơi\nb:\n  - c: d\n";
		const shifted = edited(source, {
			kind: "shift",
			from: ["a", "do"],
			to: ["b", 0, "do"],
		});
		expect(js(shifted)).toEqual({
			a: {},
			b: [{ c: "d", do: { title: "Nộp" } }],
		});
		expect(shifted).toContain("# tận nơi");
		expect(
			applyEdits(source, [{ kind: "shift", from: ["x"], to: ["b"] }]),
		).toBeNull();
	});

	test("is drawn as it will be, before it is read back", () => {
		for (const value of ["2", "20: 4", "# 20", "a\nb"]) {
			const begun = beginEdits(NOTICE, [
				{ kind: "set", path: ["date"], value },
			]);
			expect(begun?.draft).toBe(begun?.settled());
			expect(js(begun?.draft ?? "")).toMatchObject({ date: value });
		}
	});

	test("letter after letter changes the line of the value and no other", () => {
		let source = NOTICE;
		for (const value of ["2", "20: 4", "# 20", "2024-05-0", "2024-05-01"])
			source = edited(source, { kind: "set", path: ["date"], value });
		expect(differing(NOTICE, source)).toEqual([
			"-date: 2024-04-11",
			"+date: 2024-05-01",
		]);
		// Another hand between two edits, and an edit that is refused half way.
		const other = source.replace("Một", "Hai");
		const bad: Edit = { kind: "move", list: ["body"], from: 0, to: 9 };
		expect(
			applyEdits(other, [{ kind: "set", path: ["date"], value: "x" }, bad]),
		).toBeNull();
		const last = edited(other, { kind: "set", path: ["kind"], value: "Giấy" });
		expect(differing(other, last)).toEqual([
			"-kind:   Thông báo   # ba dấu cách",
			"+kind: Giấy # ba dấu cách",
		]);
	});

	test("changes the line of the value and no other", () =>
		expect(
			differing(
				NOTICE,
				edited(NOTICE, { kind: "set", path: ["date"], value: "2024-05-01" }),
			),
		).toEqual(["-date: 2024-04-11", "+date: 2024-05-01"]));

	test("keeps the quotes that are there and sets those that are needed", () => {
		const one = edited(NOTICE, {
			kind: "set",
			path: ["body", 2, "note"],
			value: "Năm",
		});
		expect(one).toContain('- note: "Năm"');
		const two = edited(NOTICE, {
			kind: "set",
			path: ["body", 0, "step"],
			value: "Giờ: 7h # sáng",
		});
		expect(js(two)).toMatchObject({
			body: [{ step: "Giờ: 7h # sáng" }, {}, {}],
		});
	});

	test("puts a new field where the schema has it", () => {
		const text = edited(NOTICE, {
			kind: "set",
			path: ["title"],
			value: "Tiêu đề",
			before: ["kind", "issuer", "date", "as_of", "source"],
		});
		expect(Object.keys(Object(js(text)))).toEqual([
			"kind",
			"issuer",
			"date",
			"title",
			"links",
			"body",
		]);
		expect(differing(NOTICE, text)).toEqual(["+title: Tiêu đề"]);
	});

	test("makes the maps on the way to a new field", () =>
		expect(
			js(
				edited(NOTICE, {
					kind: "set",
					path: ["contact", "phone"],
					value: "0274 123",
				}),
			),
		).toMatchObject({ contact: { phone: "0274 123" } }));

	test("adds, moves and removes blocks with their comments and blank lines", () => {
		const added = edited(NOTICE, {
			kind: "insert",
			list: ["body"],
			at: 3,
			value: { warning: "Coi chừng" },
		});
		expect(differing(NOTICE, added)).toEqual(["+  - warning: Coi chừng"]);
		expect(added).toContain('"Ba: bốn"\n\n  - warning');
		const moved = edited(added, {
			kind: "move",
			list: ["body"],
			from: 2,
			to: 1,
		});
		expect(moved.indexOf("# cuối")).toBeLessThan(moved.indexOf("- ask"));
		expect(moved.indexOf("# cuối")).toBeGreaterThan(moved.indexOf("- step"));
		expect(differing(added, moved)).toEqual([]);
		const removed = edited(moved, { kind: "remove", path: ["body", 3] });
		expect(js(removed)).toMatchObject({
			body: [{ step: "Một" }, { note: "Ba: bốn" }, { ask: "Hai?" }],
		});
	});

	test("renames a link in its place", () =>
		expect(
			differing(
				NOTICE,
				edited(NOTICE, { kind: "rename", map: ["links"], from: "a", to: "b" }),
			).at(-1),
		).toMatch(/b: \{.*# thụt bốn$/));

	test("works in lists on one line", () =>
		expect(
			js(
				edited(NOTICE, {
					kind: "insert",
					list: ["body", 1, "answers"],
					at: 2,
					value: { answer: "Rồi" },
				}),
			),
		).toMatchObject({
			body: [{}, { answers: [{}, {}, { answer: "Rồi" }] }, {}],
		}));

	test("is refused by YAML that cannot be read, and where nothing fits", () => {
		const set: Edit = { kind: "set", path: ["date"], value: "x" };
		expect(applyEdits("a: [1", [set])).toBeNull();
		expect(
			applyEdits("- a", [{ kind: "rename", map: ["x"], from: "a", to: "b" }]),
		).toBeNull();
		expect(
			applyEdits(NOTICE, [{ kind: "move", list: ["body"], from: 0, to: 9 }]),
		).toBeNull();
	});
});

/** Every text of a value with its path. */
function texts(
	value: unknown,
	path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
	if (typeof value === "string") return [path];
	if (Array.isArray(value))
		return value.flatMap((item, i) => texts(item, [...path, i]));
	if (typeof value === "object" && value !== null)
		return Object.entries(value).flatMap(([key, item]) =>
			texts(item, [...path, key]),
		);
	return [];
}

const withValue = (
	value: unknown,
	[step, ...rest]: readonly (string | number)[],
	text: string,
): unknown => {
	if (step === undefined) return text;
	if (Array.isArray(value))
		return value.map((item, i) =>
			i === step ? withValue(item, rest, text) : item,
		);
	return Object.fromEntries(
		Object.entries(Object(value)).map(([key, item]) => [
			key,
			key === step ? withValue(item, rest, text) : item,
		]),
	);
};

describe.each(samples)("in $name", ({ source }) => {
	const paths = texts(js(source));

	test("any text can be any other, and every comment stays", () => {
		const comments = source.match(/^\s*#.*$/gm) ?? [];
		fc.assert(
			fc.property(
				fc.constantFrom(...paths),
				fc.oneof(
					fc.string(),
					fc.constantFrom(
						"",
						"a: b",
						"# x",
						"- y",
						"yes",
						"012",
						"“Đ”: ‘ă’",
						"*a",
						"&b",
						"[c",
						"**Đậm** và nhạt",
						"hai\ndòng",
						" cách ",
					),
				),
				(path, text) => {
					// Line ends are as YAML knows them.
					fc.pre(
						!/\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(
							text.replaceAll("\n", ""),
						),
					);
					const after = edited(source, { kind: "set", path, value: text });
					expect(js(after)).toEqual(withValue(js(source), path, text));
					for (const comment of comments) expect(after).toContain(comment);
				},
			),
			{ numRuns: 60 },
		);
	});

	test("writing the same again changes nothing", () => {
		for (const path of paths) {
			const value: unknown = parseYaml(source).document.getIn(path);
			expect(edited(source, { kind: "set", path, value: String(value) })).toBe(
				source,
			);
		}
	});
});

describe("changes", () => {
	test("are the smallest piece", () => {
		expect(changeBetween("abc", "abc")).toBeNull();
		expect(changeBetween("abc", "axc")).toEqual({
			from: 1,
			to: 2,
			insert: "x",
		});
		expect(changeBetween("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
	});

	test("give the later text when done to the earlier", () =>
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				const change = changeBetween(a, b);
				const done =
					change === null
						? a
						: a.slice(0, change.from) + change.insert + a.slice(change.to);
				expect(done).toBe(b);
			}),
		));

	test("merge: theirs is done to ours", () => {
		expect(mergeLines("a\nb\nc", "a\nB\nc", "a\nb\nc\nd")).toBe("a\nB\nc\nd");
		expect(
			mergeLines("a: 1 # x\nb\nc", "a:  1   # x\nb\nc", "c\na: 1 # x"),
		).toBe("c\na:  1   # x");
		expect(mergeLines("a\nb", "a\nB", "a\nX")).toBe("a\nX");
	});

	test("merge: of a text with itself", () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("a", "b", "c", "")),
				fc.array(fc.constantFrom("a", "b", "d", "")),
				(x, y) => {
					const [a, b] = [x.join("\n"), y.join("\n")];
					expect(mergeLines(a, a, b)).toBe(b);
					expect(mergeLines(a, b, a)).toBe(b);
				},
			),
		));
});
