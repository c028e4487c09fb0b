import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MOST_CHARACTERS, readAnnouncement } from "../src/content/read.ts";
import type { Span } from "../src/model/announcement.ts";
import { fc } from "./support/fast-check.ts";

const founding = readFileSync("content/vneid-dich-vu-cong.yaml", "utf8");

/** Five lines, so that what a test adds begins on line 6. */
const HEAD = `kind: Thông báo
issuer: { name: Xã Thử }
date: 2024-04-11
as_of: 2024-04-11
title: Thử
`;
const BODY = "body:\n  - note: Xong\n";

const words = (spans: readonly Span[] | null | undefined): string | null =>
	spans?.map((span) => span.text).join("") ?? null;

/** `code line:column` of each diagnostic, in the order of the source. */
const found = (source: string): readonly string[] =>
	readAnnouncement(source).diagnostics.map(({ code, place }) =>
		place ? `${code} ${place.line}:${place.column}` : code,
	);

const read = (source: string) => {
	const { value, diagnostics } = readAnnouncement(source);
	expect(diagnostics).toEqual([]);
	if (!value) throw new Error("nothing was read");
	return value;
};

describe("the founding announcement", () => {
	const notice = read(founding);

	test("has its words and its numbers", () => {
		expect(words(notice.issuer.long)).toBe("Ủy ban nhân dân xã Cây Trường II");
		expect(words(notice.dated.long)).toBe("Ngày 11/4/2024");
		expect(words(notice.when?.long)).toBe("Từ 01/7/2024");
		expect(notice.asOf).toBe("11/4/2024");
		expect(notice.contact).toBeNull();
		expect(notice.blocks.map((block) => block.kind)).toEqual([
			"step",
			"question",
		]);
	});

	test("leads to two official addresses, with the stray space mended", () => {
		expect(notice.codes).toMatchObject([
			{
				url: "https://vneid.gov.vn/huongdan/huong-dan-dang-ky-tai-khoan-vneid.html",
				host: "vneid.gov.vn",
				pathname: "/huongdan/…",
				serves: [1],
			},
			{
				url: "https://cloud.binhduong.gov.vn/index.php/s/LHQMOOHJmgzCggi",
				host: "cloud.binhduong.gov.vn",
				pathname: "/index.php/s/LHQMOOHJmgzCggi",
				serves: [2],
			},
		]);
		expect(notice.codesAreOfficial).toBe(true);
	});

	test("reads the same whether its letters are composed or not", () => {
		expect(readAnnouncement(founding.normalize("NFD"))).toEqual(
			expect.objectContaining({ value: notice, diagnostics: [] }),
		);
	});

	test("reads the same with Windows line ends and a byte order mark", () => {
		const windows = `\ufeff${founding.replaceAll("\n", "\r\n")}`;
		expect(read(windows)).toEqual(notice);
	});

	test("knows where its fields stand", () => {
		const { locate } = readAnnouncement(founding);
		const line = founding.split("\n").findIndex((l) => l.startsWith("title:"));
		expect(locate("title")).toEqual({ line: line + 1, column: 8, length: 27 });
		expect(locate("body[1].answers[0].do.title")?.length).toBe(20);
	});
});

describe("a wrong notice is told where and what", () => {
	const cases: readonly [string, string, readonly string[]][] = [
		[
			"a colon in a list item",
			`${HEAD}body:\n  - list:\n    - Thời gian: 7h30\n`,
			["content/colon 8:16"],
		],
		[
			"a colon after a key, twice",
			`${HEAD}lead: Giờ: 7h30\nbody:\n  - note: Lưu ý: mang sổ\n`,
			["content/colon 6:10", "content/colon 8:16"],
		],
		[
			"a colon between braces",
			`${HEAD}body:\n  - step: A\n    options:\n      - { title: Mức 1: tại nhà }\n`,
			["content/colon 9:23"],
		],
		[
			"a text that begins with **",
			`${HEAD}lead: **Đậm** nhé\n${BODY}`,
			["content/quote 6:7"],
		],
		[
			"a text that begins with a quotation",
			`${HEAD}lead: "Lịch" tiêm\n${BODY}`,
			["content/quote 6:7"],
		],
		[
			"unbalanced marks",
			`${HEAD}lead: Chữ **đậm\n${BODY}`,
			["content/mark 6:7"],
		],
		[
			"a misspelt key of the top, said once",
			`${HEAD.replace("title", "tilte")}${BODY}`,
			["content/unknown-key 5:1"],
		],
		[
			"a misspelt key of a block",
			`${HEAD}body:\n  - ask: Có không?\n    anwsers: []\n`,
			["content/unknown-key 8:5"],
		],
		[
			"a block of no kind",
			`${HEAD}body:\n  - Thời gian: 7h30\n`,
			["content/unknown-key 7:5"],
		],
		[
			"a block that is a text",
			`${HEAD}body:\n  - Chỉ là chữ\n`,
			["content/type 7:5"],
		],
		[
			"a missing field",
			`${HEAD.replace("name: Xã Thử", "")}${BODY}`,
			["content/missing 2:1"],
		],
		["an empty field", `${HEAD}lead:\n${BODY}`, ["content/empty 6:1"]],
		["no blocks", `${HEAD}body: []\n`, ["content/empty 6:7"]],
		[
			"a day that does not exist",
			`${HEAD.replace("date: 2024-04-11", "date: 2024-02-30")}${BODY}`,
			["content/date 3:7"],
		],
		[
			"a Vietnamese date",
			`${HEAD.replace("as_of: 2024-04-11", "as_of: 11/4/2024")}${BODY}`,
			["content/date 4:8"],
		],
		[
			"an end before the beginning",
			`${HEAD}when: { from: 2024-07-02, until: 2024-07-01 }\n${BODY}`,
			["content/date-order 6:34"],
		],
		[
			"two kinds of time",
			`${HEAD}when: { on: 2024-07-02, from: 2024-07-01 }\n${BODY}`,
			["content/clash 6:7"],
		],
		[
			"an unknown icon",
			`${HEAD}body:\n  - facts:\n    - { icon: clok, text: 7 giờ }\n`,
			["content/choice 8:15"],
		],
		[
			"a list where a text belongs",
			`${HEAD}lead: [a]\n${BODY}`,
			["content/type 6:7"],
		],
		[
			"a row with too few cells",
			`${HEAD}body:\n  - table: { columns: [A, B], rows: [[1, 2], [3]] }\n`,
			["content/count 7:46"],
		],
		[
			"a key written twice, and what else is wrong",
			`${HEAD}title: Nữa\nlead:\n${BODY}`,
			["content/duplicate-key 6:1", "content/empty 7:1"],
		],
		[
			"a tab for indentation",
			`${HEAD}body:\n\t- note: A\n`,
			["content/yaml 7:1"],
		],
		["an open bracket", `${HEAD}body: [\n`, ["content/yaml 7:1"]],
		[
			"an unknown link",
			`${HEAD}body:\n  - step: A\n    link: regster\nlinks:\n  register: { url: "https://a.gov.vn/", label: L }\n`,
			["content/unknown-link 8:11"],
		],
		[
			"a picture from somewhere else",
			`${HEAD.replace("issuer: {", "issuer: { logo: ../a.png,")}${BODY}`,
			["pictures/outside 2:17"],
		],
		["nothing", "", ["content/empty"]],
		["only comments", "# gì đó\n", ["content/empty"]],
		["a single text", "abc", ["content/type 1:1"]],
		["a binary file", "kind: \u0000", ["content/not-text 1:7"]],
		["another encoding", "kind: Th\ufffdng b\ufffdo", ["content/not-text 1:9"]],
		["nesting as an attack", "[".repeat(50_000), ["content/yaml 1:101"]],
		["dashes as an attack", "- ".repeat(50_000), ["content/yaml 1:1"]],
		[
			"a file too large",
			"a".repeat(MOST_CHARACTERS + 1),
			["content/too-large"],
		],
		[
			"a part that repeats itself",
			`a: &a [*a]\n${HEAD}${BODY}`,
			["content/yaml 1:8"],
		],
		[
			"a text longer than a sheet",
			`${HEAD}body:\n  - note: ${"a ".repeat(3001)}\n`,
			["content/too-long 7:11"],
		],
		[
			"a notice longer than a sheet",
			`${HEAD}body:\n${`  - note: ${"a ".repeat(1500)}\n`.repeat(7)}`,
			["content/too-long 13:11"],
		],
		[
			"a notice of too many parts",
			`${HEAD}body:\n${"  - note: a\n".repeat(2000)}`,
			["content/too-long 2002:11"],
		],
		[
			"aliases as an attack",
			`a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
			["content/yaml 2:8"],
		],
	];
	test.each(cases)("%s", (_, source, expected) => {
		expect(found(source)).toEqual(expected);
		const { value, diagnostics } = readAnnouncement(source);
		const stops = diagnostics.some((d) => d.severity === "error");
		expect(value === null).toBe(stops);
	});

	test("the mended line can be pasted in", () => {
		const source = `${HEAD}body:\n  - list:\n    - Thời gian: 7h30 # giờ\n`;
		const [slip] = readAnnouncement(source).diagnostics;
		expect(slip?.params).toEqual({ line: '- "Thời gian: 7h30" # giờ' });
		const mended = source.replace(/- Thời.*/u, '- "Thời gian: 7h30" # giờ');
		expect(readAnnouncement(mended).diagnostics).toEqual([]);
	});

	test("a suggestion is the key that was meant", () => {
		const [d] = readAnnouncement(`${HEAD}body:\n  - nots: A\n`).diagnostics;
		expect(d?.params).toMatchObject({ key: "nots", suggestion: "note" });
	});
});

describe("addresses", () => {
	const withUrl = (url: string, trust = ""): string =>
		`${HEAD}trust: [${trust}]\nlinks:\n  a: { url: "${url}", label: L }\n${BODY}`;

	test.each([
		["https://vneid.gov.vn/huong-dan-dang- ky.html", "content/link-space"],
		["https://a.gov.vn/\u00a0x", "content/link-space"],
		["abc", "content/link-invalid"],
		["http://a.gov.vn/", "content/link-scheme"],
		["javascript:alert(1)", "content/link-scheme"],
		["https://bit.ly/x", "content/link-shortener"],
		["https://zalo.me/x", "content/link-untrusted"],
		["https://gov.vn.example.com/", "content/link-lookalike"],
		["https://vneid.gov.vn@example.com/", "content/link-disguised"],
		["https://vneіd.gov.vn/", "content/link-idn"],
	])("%s", (url, code) => {
		expect(found(withUrl(url))).toEqual([`${code} 8:13`]);
	});

	test.each([
		["http://a.gov.vn/", "a.gov.vn"],
		["https://zalo.me/x", "zalo.me"],
		["https://bit.ly/x", "https://bit.ly/"],
	])("%s is allowed by trust: [%s]", (url, trust) => {
		expect(found(withUrl(url, trust))).toEqual([]);
	});

	test("are kept as they were typed", () => {
		const url = "https://a.gov.vn:8443/Tra-Cuu?q=Hồ sơ".replace(" ", "%20");
		expect(read(withUrl(url)).codes[0]).toMatchObject({
			url,
			host: "a.gov.vn:8443",
			pathname: "/Tra-Cuu?q=Hồ%20sơ",
		});
	});

	test("the first used comes first, the unused last", () => {
		const link = (id: string) =>
			`  ${id}: { url: "https://${id}.gov.vn/", label: L }\n`;
		const notice = read(
			`${HEAD}links:\n${link("u")}${link("b")}${link("a")}body:\n  - note: N\n  - step: A\n    link: a\n  - step: B\n    link: b\n  - step: C\n    link: a\n`,
		);
		expect(notice.codes.map(({ host, serves }) => [host, serves])).toEqual([
			["a.gov.vn", [1, 3]],
			["b.gov.vn", [2]],
			["u.gov.vn", []],
		]);
	});

	test("four are too many", () => {
		const links = ["a", "b", "c", "d"].map(
			(id) => `  ${id}: { url: "https://${id}.gov.vn/", label: L }\n`,
		);
		expect(found(`${HEAD}links:\n${links.join("")}${BODY}`)).toEqual([
			"model/too-many-codes 6:1",
		]);
	});
});

describe("texts", () => {
	test("are what was typed: no numbers, no truth values", () => {
		const notice = read(
			`${HEAD}lead: yes\nbody:\n  - list: [0274, 1.10, null, ~, 2024-01-01]\ncontact: { office: true, phone: 0274 3822 825 }\n`,
		);
		const [list] = notice.blocks;
		expect(
			list?.kind === "list" && list.items.map((t) => words(t.long)),
		).toEqual(["0274", "1.10", "null", "~", "2024-01-01"]);
		expect(notice.contact?.phone).toBe("0274 3822 825");
		expect(words(notice.lead?.long)).toBe("yes");
	});

	test("lose what nobody sees and keep the no-break space", () => {
		const notice = read(
			`${HEAD}lead: "  A\u200b  b\u00adc\u00a0d\u202fe \u2011 f  "\n${BODY}`,
		);
		expect(words(notice.lead?.long)).toBe("A bc\u00a0d\u00a0e - f");
	});

	test("have bold parts", () => {
		const notice = read(`${HEAD}lead: a **b** c\n${BODY}`);
		expect(notice.lead?.long).toEqual([
			{ text: "a ", strong: false },
			{ text: "b", strong: true },
			{ text: " c", strong: false },
		]);
	});

	test("have short forms, inside or beside", () => {
		const notice = read(
			`${HEAD}lead: { long: Dài dòng, short: Dài }\nbody:\n  - note: Lâu lắc\n    short: Lâu\n`,
		);
		expect(words(notice.lead?.short)).toBe("Dài");
		const [note] = notice.blocks;
		expect(note?.kind === "note" && words(note.text.short)).toBe("Lâu");
	});

	test("may be indented with no-break spaces from Word", () => {
		expect(found(`${HEAD}body:\n\u00a0\u00a0- note: A\n`)).toEqual([]);
	});
});

describe("questions", () => {
	const ask = (answers: string): string =>
		`${HEAD}body:\n  - ask: Có không?\n    answers:\n${answers}`;
	const DO = "do: { title: Đi }";

	test.each([
		[
			"an answer that leads nowhere",
			`      - { answer: Có }\n      - { answer: Không, ${DO} }\n`,
			["model/dead-end 9:9"],
		],
		[
			"one answer",
			`      - { answer: Có, ${DO} }\n`,
			["model/lone-answer 7:5"],
		],
		[
			"the same answer twice",
			`      - { answer: Có, ${DO} }\n      - { answer: có, ${DO} }\n`,
			["model/duplicate-answer 10:9"],
		],
		[
			"an answer that leads to two things",
			`      - { answer: Có, ${DO}, see: 1 }\n      - { answer: Không, ${DO} }\n`,
			["content/clash 9:9"],
		],
		[
			"an unknown question",
			`      - { answer: Có, see: khac }\n      - { answer: Không, ${DO} }\n`,
			["content/unknown-question 9:28"],
		],
		[
			"a way back",
			`      - { answer: Có, see: 1 }\n      - { answer: Không, ${DO} }\n`,
			["model/jump-back 9:28"],
		],
		[
			"next of the last",
			`      - { answer: Có, ${DO} }\n      - { answer: Không, do: { title: Đi, then: next } }\n`,
			["model/next-of-last 10:49"],
		],
		[
			"a question without answers",
			`      - { answer: Có, ask: Gì? }\n      - { answer: Không, ${DO} }\n`,
			["content/missing 9:9"],
		],
		[
			"too many answers",
			[1, 2, 3, 4, 5, 6, 7]
				.map((n) => `      - { answer: A${n}, ${DO} }\n`)
				.join(""),
			["model/too-many-answers 7:5"],
		],
	])("%s", (_, answers, expected) => {
		expect(found(ask(answers))).toEqual(expected);
	});

	test("too deep", () => {
		const nest = (depth: number): string =>
			depth === 0
				? DO
				: `ask: Q${depth}, answers: [{ answer: A, ${DO} }, { answer: B, ${nest(depth - 1)} }]`;
		const tree = (depth: number): string =>
			`      - { answer: A, ${DO} }\n      - { answer: B, ${nest(depth)} }\n`;
		expect(found(ask(tree(3)))).toEqual([]);
		expect(found(ask(tree(4)))).toEqual(["model/too-deep 7:5"]);
	});

	test("lead on by number and by id", () => {
		const second = `  - ask: Hai?\n    id: hai\n    answers:\n      - { answer: Có, ${DO} }\n      - { answer: Không, ${DO} }\n`;
		for (const see of ["2", "hai"]) {
			const notice = read(
				`${ask(`      - { answer: Có, see: ${see} }\n      - { answer: Không, ${DO} }\n`)}${second}`,
			);
			const [first] = notice.blocks;
			expect(
				first?.kind === "question" && first.question.answers[0]?.to,
			).toEqual({ kind: "jump", number: 2 });
		}
	});
});

describe("reading never throws", { timeout: 60_000 }, () => {
	const check = (source: string): void => {
		const { value, diagnostics, locate } = readAnnouncement(source);
		for (const d of diagnostics) {
			locate(d.path);
			expect(d.place?.line ?? 1).toBeGreaterThan(0);
			expect(d.place?.column ?? 1).toBeGreaterThan(0);
		}
		expect(value === null).toBe(
			diagnostics.some((d) => d.severity === "error"),
		);
	};

	test("on any bytes", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
				check(new TextDecoder().decode(bytes)),
			),
			{ numRuns: 500 },
		);
	});

	test("on anything that looks like YAML", () => {
		const piece = fc.constantFrom(
			..."body: |issuer: |title: |ask: |answers: |- |\n|  |{ |} |[ |] |, |a|: |\"|'|#|&a |*a |**|!|? |links: |url: |__proto__: |constructor: |<<: |\t|| >".split(
				"|",
			),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) =>
				check(`${HEAD}${pieces.join("")}`),
			),
			{ numRuns: 2000 },
		);
	});

	test("on the founding notice with a piece cut out", () => {
		const places = fc.nat(founding.length);
		fc.assert(
			fc.property(places, fc.nat(40), (start, length) =>
				check(founding.slice(0, start) + founding.slice(start + length)),
			),
			{ numRuns: 300 },
		);
	});
});
