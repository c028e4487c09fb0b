/** Lists of villages as people have them, and what goes from them into a notice. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../src/batch/csv.ts";
import { columnIndex, columnLetter } from "../src/batch/grid.ts";
import { readJournal, wholeJournal } from "../src/batch/journal.ts";
import { readList } from "../src/batch/list.ts";
import { distinctSlugs } from "../src/batch/names.ts";
import { inShard, parseShard } from "../src/batch/shard.ts";
import {
	keyOf,
	mendedPhone,
	readTable,
	villageColumn,
} from "../src/batch/table.ts";
import { fillPlaceholders, isoOfCell } from "../src/content/placeholders.ts";
import { readAnnouncement, readTemplate } from "../src/content/read.ts";

const FIXTURES = new URL("./fixtures/villages/", import.meta.url);
const fixture = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(new URL(name, FIXTURES)));

const LINES = [
	["Thôn", "Số điện thoại", "Nơi họp"],
	["Đồng Nếp", "0200 000 0001", "Trường học, cạnh đê"],
	["Giếng Đá", "0200 000 0002", "Nhà văn hóa"],
];
const csv = (delimiter: string): string =>
	LINES.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join(
		"\r\n",
	);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, mark: boolean, little: boolean): Uint8Array {
	const units = mark ? `\ufeff${text}` : text;
	const bytes = new Uint8Array(units.length * 2);
	const view = new DataView(bytes.buffer);
	for (let i = 0; i < units.length; i++)
		view.setUint16(2 * i, units.charCodeAt(i), little);
	return bytes;
}

/** As Excel saves "CSV (Comma delimited)" on an old Vietnamese Windows. */
function windows1258(text: string): Uint8Array {
	const table = new Map<string, number>();
	const decoder = new TextDecoder("windows-1258");
	for (let byte = 0; byte < 256; byte++)
		table.set(decoder.decode(Uint8Array.of(byte)), byte);
	const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;
	return Uint8Array.from(
		[...text].flatMap((letter) => {
			const own = table.get(letter);
			if (own !== undefined) return [own];
			// The tone alone is a byte of its own, after its letter.
			const parts = [...letter.normalize("NFD")];
			const tone = parts.filter((part) => tones.test(part)).join("");
			const base = parts.filter((part) => !tones.test(part)).join("");
			return [...base.normalize("NFC"), ...tone].map(
				(part) => table.get(part) ?? 0x3f,
			);
		}),
	);
}

describe("a list", () => {
	test.each([
		["UTF-8", utf8(csv(","))],
		["UTF-8 with a mark", utf8(`\ufeff${csv(",")}`)],
		["semicolons", utf8(csv(";"))],
		["tabs", utf8(csv("\t"))],
		["a line that tells the separator", utf8(`sep=;\r\n${csv(";")}`)],
		["UTF-16 with a mark", utf16(csv("\t"), true, true)],
		["UTF-16, the other way round", utf16(csv(","), true, false)],
		["UTF-16 without a mark", utf16(csv(";"), false, true)],
		["Windows-1258", windows1258(csv(","))],
	])("is read from %s", (_, bytes) => {
		const rows = readTable(readList(bytes), ["thon"]);
		expect(rows?.columns.map(({ name }) => name)).toEqual(LINES[0]);
		expect(rows?.rows.map(({ cells }) => cells)).toEqual(LINES.slice(1));
	});

	test("is refused when it is something else", () => {
		expect(() => readList(utf8("%PDF-1.7"))).toThrow();
		expect(() => readList(utf8('a,b\n"never closed,c'))).toThrow();
		expect(() => readList(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toThrow();
	});

	test("keeps line ends inside a cell, and counts rows as spreadsheets do", () => {
		const table = readTable(
			readCsv('Thôn,Giờ\n"Ao\nSen",7:30\n\nBến,8:00'),
			[],
		);
		expect(table?.rows).toEqual([
			{ number: 2, cells: ["Ao Sen", "7:30"] },
			{ number: 4, cells: ["Bến", "8:00"] },
		]);
	});
});

describe("a workbook", () => {
	const table = readTable(readList(fixture("thon-100.xlsx")), ["thon", "ngay"]);
	const column = (key: string): readonly string[] => {
		const index = table?.columns.find((c) => c.key === key)?.index ?? -1;
		return table?.rows.map(({ cells }) => cells[index] ?? "") ?? [];
	};

	test("has its head under a title", () => {
		expect(table?.columns.map(({ letter, name }) => letter + name)).toEqual([
			"ASTT",
			"BTHÔN",
			"CNGÀY",
			"Dgiờ",
			"ENơi họp",
			"FNgười mời",
			"GViệc riêng",
			"HSố điện thoại",
			"ISố tờ",
		]);
		expect(table?.rows).toHaveLength(100);
		expect(table?.rows[0]?.number).toBe(4);
	});

	test("gives dates and hours as they are shown, the day first", () => {
		expect(column("ngay").slice(0, 3)).toEqual([
			"01/12/2026",
			"2/12/2026",
			"03/12/2026",
		]);
		expect(column("gio").slice(0, 3)).toEqual(["7:00", "8:30", "9:00"]);
	});

	test("keeps the zero of phones, as texts and by their format", () => {
		expect(column("sodienthoai").slice(0, 2)).toEqual([
			"0200 000 0000",
			"0200 000 0001",
		]);
	});
});

describe("columns", () => {
	test("are found whatever the case, accents and spaces", () => {
		expect(keyOf("  SỐ Điện-thoại ")).toBe(keyOf("so_dien_thoai"));
		expect(keyOf("Nơi họp")).not.toBe(keyOf("Nơi hẹp"));
	});
	test("have the letters of spreadsheets", () => {
		for (const index of [0, 25, 26, 51, 701, 702])
			expect(columnIndex(`${columnLetter(index)}12`)).toBe(index);
		expect(columnLetter(26)).toBe("AA");
	});
	test("tell which is the village's", () => {
		const of = (...head: readonly string[]): string | undefined => {
			const table = readTable([head, head], []);
			return table ? villageColumn(table)?.name : undefined;
		};
		expect(of("STT", "Ghi chú", "Thôn/ấp")).toBe("Thôn/ấp");
		expect(of("STT", "Tên thôn")).toBe("Tên thôn");
		expect(of("STT", "Nơi")).toBe("Nơi");
	});
	test("give back the zero that a spreadsheet took from a phone", () => {
		const phone = { index: 0, letter: "A", name: "SĐT", key: "sdt" };
		expect(mendedPhone(phone, "912345678")).toBe("0912345678");
		expect(mendedPhone(phone, "1900545400")).toBeNull();
		expect(mendedPhone(phone, "0912345678")).toBeNull();
		expect(mendedPhone({ ...phone, key: "soto" }, "912345678")).toBeNull();
	});
});

test("villages of one name get different files, the others keep theirs", () => {
	expect(
		distinctSlugs(["ao-sen", "ao-sen-2", "ao-sen", "ao-sen"]).map(
			(n) => n.slug,
		),
	).toEqual(["ao-sen", "ao-sen-2", "ao-sen-3", "ao-sen-4"]);
});

describe("shards", () => {
	const env = (values: Readonly<Record<string, string>>) => (name: string) =>
		values[name];
	test("come from the command line or from an array of jobs", () => {
		expect(parseShard("2/3", env({}))).toEqual({ number: 2, of: 3 });
		expect(parseShard("auto/3", env({ JOB_COMPLETION_INDEX: "0" }))).toEqual({
			number: 1,
			of: 3,
		});
		const slurm = { SLURM_ARRAY_TASK_ID: "3", SLURM_ARRAY_TASK_COUNT: "3" };
		expect(parseShard("auto", env(slurm))).toEqual({ number: 3, of: 3 });
	});
	test.each(["0/3", "4/3", "2", "auto", "auto/3", "a/b", "-1/2", "1/0"])(
		"are refused: %s",
		(text) => expect(parseShard(text, env({}))).toBeNull(),
	);
	test("share every village once", () => {
		const villages = Array.from({ length: 10 }, (_, index) => index);
		const parts = [1, 2, 3].flatMap((number) =>
			villages.filter((index) => inShard(index, { number, of: 3 })),
		);
		expect(parts.sort((a, b) => a - b)).toEqual(villages);
	});
});

test("a journal that broke off keeps its whole lines", () => {
	const entry = { file: "a.pdf", key: "k", bytes: 3 };
	const text = wholeJournal([entry], false);
	expect(readJournal(`${text}{"file":"b.p`)).toEqual({
		entries: new Map([["a.pdf", entry]]),
		isComplete: false,
	});
	expect(readJournal(wholeJournal([entry], true)).isComplete).toBe(true);
});

describe("placeholders", () => {
	const fill = (raw: unknown, values: Readonly<Record<string, string>>) =>
		fillPlaceholders(raw, (name) => values[name] ?? "");

	test("are filled wherever they stand", () => {
		const raw = { a: "Thôn {{ thon }}, {{gio}}", b: [["{{gio}}"]], c: "{{x}}" };
		expect(
			fill(raw, { thon: "Ao Sen", gio: "7:30", x: "{{gio}}" }).raw,
		).toEqual({
			a: "Thôn Ao Sen, 7:30",
			b: [["7:30"]],
			c: "{{gio}}",
		});
	});
	test("without a value close up: item, field, fact, block, part of a table", () => {
		const raw = {
			when: { on: "2026-12-13", hours: "{{o}}" },
			post: { from: "{{o}}" },
			lead: { long: "{{o}}", short: "S" },
			body: [
				{ facts: [{ icon: "pin", text: "{{o}}" }, { text: "{{x}}" }] },
				{ title: "T", list: ["{{o}}"] },
				{ note: "{{o}}", short: "n" },
				{
					table: {
						columns: ["A", "B"],
						rows: [
							["{{o}}", "b"],
							["{{o}}", "{{o}}"],
						],
					},
				},
				{ step: { long: "L", short: "{{o}}" }, text: "{{o}}" },
			],
		};
		const filled = fill(raw, { x: "1" });
		expect(filled.raw).toEqual({
			when: { on: "2026-12-13" },
			body: [
				{ facts: [{ text: "1" }] },
				{ table: { columns: ["A", "B"], rows: [["", "b"]] } },
				{ step: "L" },
			],
		});
		expect(filled.origin(["body", 1, "table"])).toEqual(["body", 3, "table"]);
		expect(filled.origin(["body", 0, "facts", 0, "text"])).toEqual([
			"body",
			0,
			"facts",
			1,
			"text",
		]);
	});
	test("of dates take them as villages write them", () => {
		expect(isoOfCell("13/12/2026")).toBe("2026-12-13");
		expect(isoOfCell("Chủ nhật, 3-1-27")).toBe("2027-01-03");
		expect(isoOfCell("32/12/2026")).toBe("32/12/2026");
		expect(isoOfCell("sáng mai")).toBe("sáng mai");
	});
	test("are an error where no list fills them, with their place", () => {
		const text = new TextDecoder().decode(fixture("hop-thon.yaml"));
		const { value, diagnostics } = readAnnouncement(text);
		expect(value).toBeNull();
		expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
			new Set(["content/placeholder"]),
		);
		expect(diagnostics.find(({ path }) => path === "when.on")?.place).toEqual({
			line: 9,
			column: 13,
			length: 10,
		});
	});
	test("without quotation marks are told how to be written", () => {
		const text = new TextDecoder()
			.decode(fixture("hop-thon.yaml"))
			.replace('"Họp thôn {{thôn}}"', "{{thôn}}")
			.replace('on: "{{ngay}}"', "on: {{ngay}}");
		const { diagnostics } = readTemplate(text);
		expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
			["content/quote", { character: "{", line: 'title: "{{thôn}}"' }],
			[
				"content/quote",
				{
					character: "{",
					line: 'when: { on: "{{ngay}}", hours: "{{Giờ}}" }',
				},
			],
		]);
	});
	test("know their fields, and the notice is read for each village", () => {
		const text = new TextDecoder().decode(fixture("hop-thon.yaml"));
		const template = readTemplate(text);
		expect(template.fields.map(({ path }) => path)).toContain("contact.phone");
		const { value, gone } = template.fill((name) =>
			keyOf(name) === "ngay"
				? "13/12/2026"
				: keyOf(name) === "thon"
					? "Ao Sen"
					: "",
		);
		expect(value?.contact?.phone).toBeNull();
		expect(value?.title.long[0]?.text).toBe("Họp thôn Ao Sen");
		expect(gone.map(({ path }) => path)).toContain("body[0].facts[0].text");
	});
});
