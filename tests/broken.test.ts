/**
 * Thirty-nine notices with one trap each, as they come from Word, Zalo and tired
 * hands. The table says what is told, on which line, and whether `--fix` mends it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decode } from "../src/content/decode.ts";
import { fixBytes, fixSource } from "../src/content/fix/fix.ts";
import { meantDate } from "../src/content/local-dates.ts";
import { readBytes } from "../src/content/read-bytes.ts";
import { hasErrors } from "../src/diagnostics.ts";
import { wordsFor } from "../src/messages/render.ts";
import { runIn } from "./cli-world.ts";

const FOLDER = "tests/fixtures/broken/";
const bytesOf = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(`${FOLDER}${name}.yaml`));

/** What `--fix` does: mends it, only tidies a sound file, or leaves it alone. */
type Fix = "mended" | "tidied" | "left";

/** File; code and line of each fault; a piece of the remedy; what --fix does. */
const TABLE: readonly (readonly [string, readonly string[], string, Fix])[] = [
	[
		"01-colon-in-list",
		["content/colon 9"],
		'- "Thời gian: 7h30 sáng thứ Hai" # giờ họp',
		"mended",
	],
	[
		"02-colon-after-key",
		["content/colon 6"],
		'lead: "Lưu ý: mang theo sổ"',
		"mended",
	],
	[
		"03-colon-in-braces",
		["content/colon 9"],
		'{ title: "Mức 1: tại nhà", icon: home }',
		"mended",
	],
	[
		"04-comma-in-braces",
		["content/comma 8"],
		'text: "Ao Sen, Bến Đò, Cầu Tre" }',
		"mended",
	],
	[
		"05-tab",
		[7, 8, 9, 10].map((line) => `content/yaml ${line}`),
		"hai dấu cách",
		"mended",
	],
	[
		"06-no-break-space-after-colon",
		["content/space 5"],
		"title: Họp thôn",
		"mended",
	],
	["07-no-break-indent", [], "", "tidied"],
	[
		"08-curly-quotes-with-colon",
		["content/colon 6"],
		'lead: "Lưu ý: mang theo sổ"',
		"mended",
	],
	[
		"09-curly-quotes-around-date",
		["content/smart-quotes 4"],
		'as_of: "2026-12-07"',
		"mended",
	],
	[
		"10-curly-quotes-printed",
		["content/smart-quotes 5"],
		'title: "Họp thôn"',
		"left",
	],
	["11-star", ["content/quote 6"], 'lead: "**Mỗi nhà** một người"', "mended"],
	["12-at", ["content/quote 8"], '- "@xavidu trên mạng"', "mended"],
	["13-percent", ["content/quote 6"], 'lead: "%50 số hộ đã nộp"', "mended"],
	["14-hash", ["content/hash 8"], '- "#1 Ao Sen"', "mended"],
	["15-hash-in-text", ["content/hash 6"], '"Tiêm đợt #2 cho trẻ"', "left"],
	["16-ampersand", ["content/quote 6"], '"&Lịch họp của thôn"', "mended"],
	["17-exclamation", ["content/quote 6"], '"! Chú ý giờ họp"', "mended"],
	["18-dash-in-value", ["content/quote 6"], '"- Họp đúng giờ"', "mended"],
	["19-dash-without-space", ["content/dash 9"], "- Thu chi quỹ thôn", "mended"],
	["20-no-space-after-colon", ["content/space 5"], "title: Họp thôn", "mended"],
	["21-local-date", ["content/date 4"], "2026-12-07", "mended"],
	[
		"22-date-in-words",
		["content/date 3", "content/date 6"],
		"2026-12-07",
		"mended",
	],
	["23-no-such-day", ["content/date 4"], "năm-tháng-ngày", "left"],
	[
		"24-yes-in-vietnamese",
		["content/choice 9", "content/choice 10"],
		"có phải là: yes?",
		"mended",
	],
	["25-key-twice-same", ["content/duplicate-key 6"], "xóa một", "mended"],
	["26-key-twice-different", ["content/duplicate-key 6"], "xóa một", "left"],
	["27-indent-key", ["content/indent 5"], "dấu cách ở đầu dòng", "mended"],
	["28-indent-item", ["content/indent 10"], "dấu cách ở đầu dòng", "mended"],
	["29-quote-left-open", ["content/unclosed 5"], '"Họp thôn"', "mended"],
	["30-capital-key", ["content/unknown-key 5"], "title?", "mended"],
	["31-misspelt-key", ["content/unknown-key 5"], "title?", "left"],
	["32-bom", ["content/colon 6"], '"Lưu ý: mang theo sổ"', "mended"],
	["33-utf-16-le", ["content/colon 6"], '"Lưu ý: mang theo sổ"', "mended"],
	["34-utf-16-be", ["content/colon 6"], '"Lưu ý: mang theo sổ"', "mended"],
	["35-windows-1258", ["content/encoding"], "Unicode", "mended"],
	["36-tcvn3", ["content/encoding"], "Unicode", "mended"],
	["37-tcvn3-pasted-as-unicode", ["content/encoding"], "Unicode", "mended"],
	[
		"38-letters-in-pieces",
		["content/colon 6"],
		'"Lưu ý: mang theo sổ"',
		"mended",
	],
	["39-word-file", ["content/not-text"], "UTF-8", "left"],
	["40-number-with-zero", [], "", "left"],
];

describe("a broken notice", { timeout: 60_000 }, () => {
	test("is in the table, each of them", () => {
		const files = readdirSync(FOLDER).map((name) => name.replace(".yaml", ""));
		expect(files.toSorted()).toEqual(TABLE.map(([name]) => name));
	});

	test.each(TABLE)("%s", async (name, faults, remedy, fix) => {
		const bytes = bytesOf(name);
		const { diagnostics } = readBytes(bytes);
		const told = diagnostics.map(({ code, place }) =>
			place ? `${code} ${place.line}` : code,
		);
		expect(told).toEqual(faults);
		const fixes = diagnostics.map((d) => wordsFor(d, "vi").fix).join("\n");
		expect(fixes).toContain(remedy);

		const { text } = fixBytes(bytes);
		expect(text !== null).toBe(fix !== "left");
		if (text === null) return;
		const mended = new TextEncoder().encode(text);
		expect(readBytes(mended).diagnostics).toEqual([]);
		expect(fixBytes(mended).text).toBeNull();
	});

	test.each(TABLE.filter(([, , , fix]) => fix === "mended"))(
		"%s builds once it is mended",
		async (name) => {
			const files = { "a.yaml": bytesOf(name) };
			const argv = ["check", "--fix", "a.yaml", "-s", "leaflet-a5"];
			const { exit, stderr, written } = await runIn(files, argv);
			expect(stderr).toContain("Đã sửa a.yaml");
			expect(stderr).toContain("1 thông báo không có lỗi.");
			expect(written).toEqual(["a.yaml"]);
			expect(exit).toBe(0);
		},
	);
});

/** Five lines, so that what a test adds begins on line 6. */
const HEAD = `kind: Thông báo
issuer: { name: Xã Thử }
date: 2024-04-11
as_of: 2024-04-11
title: Thử
`;
const BODY = "body:\n  - note: Xong\n";

describe("--fix", { timeout: 60_000 }, () => {
	test("shows each line it changed, and keeps comments and line ends", async () => {
		const broken = `# Lời dặn\r\n${HEAD}lead: Giờ: 7h # nhớ\n${BODY}`;
		const source = broken.replace(/\r?\n/gu, "\r\n");
		const argv = ["check", "--fix", "a.yaml", "-s", "leaflet-a5"];
		const { stderr, files } = await runIn({ "a.yaml": source }, argv);
		expect(stderr).toContain(
			[
				"Đã sửa a.yaml: 1 dòng.",
				"  7 - lead: Giờ: 7h # nhớ",
				'  7 + lead: "Giờ: 7h" # nhớ',
			].join("\n"),
		);
		expect(new TextDecoder().decode(files.get("a.yaml"))).toBe(
			source.replace("Giờ: 7h", '"Giờ: 7h"'),
		);
	});

	test("tells the same in JSON", async () => {
		const files = { "a.yaml": `${HEAD}lead: Giờ: 7h\n${BODY}` };
		const argv = ["check", "--fix", "--json", "a.yaml", "-s", "leaflet-a5"];
		const { stdout } = await runIn(files, argv);
		expect(JSON.parse(stdout)).toMatchObject({
			ok: true,
			mended: [
				{
					file: "a.yaml",
					legacy: null,
					changes: [
						{ line: 6, before: "lead: Giờ: 7h", after: 'lead: "Giờ: 7h"' },
					],
				},
			],
			diagnostics: [],
		});
	});

	test("mends what it can and tells the rest", async () => {
		const files = { "a.yaml": `${HEAD}lead: Giờ: 7h\nsorce: A\n${BODY}` };
		const argv = ["check", "--fix", "a.yaml"];
		const { exit, stderr, files: after } = await runIn(files, argv);
		expect(exit).toBe(1);
		expect(stderr).toContain("lỗi[content/unknown-key]");
		expect(new TextDecoder().decode(after.get("a.yaml"))).toContain(
			'lead: "Giờ: 7h"\nsorce: A',
		);
	});

	test("touches no sound file", async () => {
		const files = { "a.yaml": `${HEAD}${BODY}` };
		const { written } = await runIn(files, ["check", "--fix", "a.yaml"]);
		expect(written).toEqual([]);
	});

	test("says when the file cannot be written", async () => {
		const files = { "a.yaml": `${HEAD}lead: Giờ: 7h\n${BODY}` };
		const argv = ["check", "--fix", "a.yaml"];
		const unwritable = { "a.yaml": "EACCES" };
		const { exit, stderr } = await runIn(files, argv, { unwritable });
		expect(exit).toBe(3);
		expect(stderr).toContain("lỗi[cli/unwritable]");
	});

	test("is proposed where it helps, and only there", async () => {
		const files = { "a.yaml": `${HEAD}lead: Giờ: 7h\n${BODY}` };
		const certain = await runIn(files, ["check", "a.yaml"]);
		expect(certain.stderr).toContain("(hoặc: bangtin check --fix a.yaml)");
		const doubtful = { "a.yaml": `${HEAD}sorce: A\n${BODY}` };
		const { stderr } = await runIn(doubtful, ["check", "a.yaml"]);
		expect(stderr).not.toContain("--fix");
	});

	test.each([
		["two lines of one text", "lead: Giờ: 7h\n  đến: 9h\n"],
		["a day with another weekday", 'when: { on: "Thứ Hai, 13/12/2026" }\n'],
		["a year of two figures", "when: { on: 13/12/26 }\n"],
		["a comment after an empty field", "lead: # điền vào đây\n"],
		[
			"a word that is not quite a choice",
			"links: { a: { url: x, lable: y } }\n",
		],
	])("leaves %s alone", (_, lines) => {
		const source = `${HEAD}${lines}${BODY}`;
		expect(fixSource(source)).toBe(source);
	});

	test.each([
		["lead: “Lịch” tiêm: 7h\n", 'lead: "“Lịch” tiêm: 7h"\n'],
		['lead: "Lịch" tiêm: 7h\n', 'lead: "\\"Lịch\\" tiêm: 7h"\n'],
		[
			"contact: { office: A, Xã, phone: 0 }\n",
			'contact: { office: "A, Xã", phone: 0 }\n',
		],
		["contact: { office:A, phone: 0 }\n", "contact: { office: A, phone: 0 }\n"],
		["lead： Họp\n", "lead: Họp\n"],
		["lead: > 5 người\n", 'lead: "> 5 người"\n'],
	])("%j becomes %j", (lines, mended) => {
		expect(fixSource(`${HEAD}${lines}${BODY}`)).toBe(`${HEAD}${mended}${BODY}`);
	});

	test("never makes a notice worse, wherever a line is broken", () => {
		const founding = readFileSync("content/vneid-dich-vu-cong.yaml", "utf8");
		const lines = founding.split("\n");
		for (const [index, line] of lines.entries()) {
			const ways = [` ${line}`, line.slice(1), line.replace(": ", ":")];
			for (const broken of ways.slice(index % 3, (index % 3) + 1)) {
				const source = lines.with(index, broken).join("\n");
				const before = readBytes(new TextEncoder().encode(source)).diagnostics;
				const fixed = fixSource(source);
				const after = readBytes(new TextEncoder().encode(fixed)).diagnostics;
				if (!hasErrors(before)) expect(fixed).toBe(source);
				if (hasErrors(before) && fixed !== source) {
					const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
					expect(letters(fixed)).toBe(letters(source));
				}
				expect(after.length).toBeLessThanOrEqual(Math.max(before.length, 6));
			}
		}
	}, 120_000);
});

describe("dates as people write them", () => {
	test.each([
		["11/4/2024", "2024-04-11"],
		["11-04-2024", "2024-04-11"],
		["11.4.2024", "2024-04-11"],
		["ngày 11 tháng 4 năm 2024", "2024-04-11"],
		["Ngày 11/4/2024", "2024-04-11"],
		["thứ Năm, 11/4/2024", "2024-04-11"],
		["Thứ Năm ngày 11 tháng 4 năm 2024", "2024-04-11"],
		["Chủ nhật, 13/12/2026", "2026-12-13"],
		["2024/4/11", "2024-04-11"],
		["2024-4-11", "2024-04-11"],
		["11/4/24", null],
		["4/31/2024", null],
		["thứ Hai, 11/4/2024", null],
		["tháng 4 năm 2024", null],
		["11/4", null],
	])("%s", (typed, iso) => expect(meantDate(typed)).toBe(iso));
});

describe("files of before Unicode", () => {
	const bytesOfText = (text: string): Uint8Array =>
		Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	const motto =
		"Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc";

	test.each([
		[
			"TCVN3 (ABC)",
			"Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc",
		],
		[
			"VNI",
			"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc",
		],
	])("%s is known by its letters", (encoding, typed) => {
		const known = { kind: "legacy", encoding, text: motto };
		expect(decode(bytesOfText(typed))).toEqual(known);
		expect(decode(new TextEncoder().encode(typed))).toEqual(known);
	});

	test.each([
		["a few foreign names", "Café Müller, Zürich, Genève, Besançon"],
		["good Vietnamese", motto],
		["nothing but ASCII", "kind: a"],
	])("but not %s", (_, text) => {
		expect(decode(new TextEncoder().encode(text)).kind).toBe("text");
	});

	test("and nothing is guessed of a file that is only half one", () => {
		const half = bytesOfText("Céng hßa \x81\x90 x· héi K\xff\xfe\xfd");
		expect(decode(half).kind).toBe("unknown");
	});

	test.each(["utf-16le", "utf-16be"])("%s without its mark", (encoding) => {
		const little = new Uint8Array(Buffer.from("kind: Thông báo\n", "utf16le"));
		const bytes =
			encoding === "utf-16le"
				? little
				: new Uint8Array(Buffer.from(little).swap16());
		expect(decode(bytes)).toMatchObject({ text: "kind: Thông báo\n" });
	});
});
