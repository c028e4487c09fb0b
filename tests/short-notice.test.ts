/** What a notice with little on it, or with two pages for it, does with the room. */
import { describe, expect, test } from "vitest";
import type { FormatName } from "../src/formats/formats.ts";
import { marksOf, type Page, type Run } from "../src/layout/sheet.ts";
import { pathBox } from "../src/proof/geometry.ts";
import { THEME_NAMES, type ThemeName } from "../src/themes/theme-names.ts";
import { typeset } from "../src/typeset.ts";
import { readNotice, type YamlNotice } from "./support/notices.ts";
import { openBundled } from "./support/typeface.ts";

const typeface = openBundled();

function pagesOf(
	changes: YamlNotice,
	theme: ThemeName = "tuyen",
	sheet: FormatName = "flyer-a4",
): readonly Page[] {
	const notice = readNotice(changes);
	const set = typeset(notice, { sheet, theme, ink: "full" }, typeface);
	if (set.value === null)
		throw new Error(set.diagnostics.map(({ code }) => code).join());
	return set.value.pages;
}

const runsOf = (page: Page | undefined): readonly Run[] =>
	(page?.nodes ?? [])
		.flatMap(marksOf)
		.flatMap((mark) => (mark.kind === "run" ? [mark] : []));

/** The runs of the fields under this path, by their baselines. */
function linesUnder(pages: readonly Page[], path: string) {
	const lines = new Map<string, { readonly size: number; text: string }>();
	for (const page of pages)
		for (const run of runsOf(page)) {
			if (!run.path.startsWith(path)) continue;
			const key = `${run.path} ${run.baseline.toFixed(2)}`;
			const line = lines.get(key) ?? { size: run.size, text: "" };
			lines.set(key, { ...line, text: line.text + run.text });
		}
	return [...lines.values()].map(({ size, text }) => ({
		size,
		text: text.trim(),
	}));
}

const factsOf = (...texts: readonly string[]): YamlNotice => ({
	body: [{ facts: texts.map((text) => ({ icon: "pin", text })) }],
});

describe.each(THEME_NAMES)("facts in %s", (theme) => {
	test("of one list are alike, each on one line, as large as the longest allows", () => {
		// 14, 28 and 30 letters.
		const facts = [
			"Chợ trung tâm xã",
			"Cắt điện khu chợ 8:00 – 9:00",
			"Không đỗ xe trên đường vào chợ",
		];
		const lines = linesUnder(pagesOf(factsOf(...facts), theme), "body");
		expect(lines.map(({ text }) => text)).toEqual(facts);
		const [size = 0] = new Set(lines.map((line) => line.size));
		expect(lines.every((line) => line.size === size)).toBe(true);
		const alone = linesUnder(pagesOf(factsOf("Chợ xã"), theme), "body");
		expect(alone[0]?.size).toBeGreaterThan(1.5 * size);
	});

	test("beside a sentence are louder than it", () => {
		const lines = linesUnder(
			pagesOf(
				factsOf(
					"Thôn Ao Sen",
					"Ngắt cầu dao trước 8:00, vì có thể đóng điện sớm",
				),
				theme,
			),
			"body",
		);
		expect(lines[0]?.size).toBeGreaterThan(1.5 * (lines[1]?.size ?? 0));
	});
});

test.each(THEME_NAMES)(
	"a headline in %s is not divided inside a word",
	(theme) => {
		const table = {
			columns: ["Việc", "Gọi số"],
			rows: [
				["Công an", "113"],
				["Cấp cứu", "115"],
			],
		};
		const pages = pagesOf(
			{ title: "Số điện thoại cần nhớ", body: [{ table }] },
			theme,
		);
		const lines = linesUnder(pages, "title").map(({ text }) => text);
		expect(lines.some((line) => line.includes("điện thoại"))).toBe(true);
	},
);

describe("the line of Tuyến", () => {
	/** The line is painted first. */
	const lineOf = (page: Page | undefined) => {
		const [first] = (page?.nodes ?? []).flatMap(marksOf);
		return first?.kind === "shape" ? pathBox(first.ops) : null;
	};
	const UNIT = 595.28 / 70;
	const TRACK = 8 * UNIT;
	/** Middles of the discs that stand on the line, each once. */
	const stopsOf = (page: Page | undefined): readonly number[] => {
		const middles = (page?.nodes ?? []).flatMap(marksOf).flatMap((mark) => {
			const box = mark.kind === "shape" ? pathBox(mark.ops) : null;
			if (box === null) return [];
			const { left, right, top, bottom } = box;
			const isDisc = Math.abs(right - left - (bottom - top)) < 0.01;
			const isOnLine = Math.abs((left + right) / 2 - TRACK) < 0.1;
			return isDisc && isOnLine ? [((top + bottom) / 2).toFixed(1)] : [];
		});
		return [...new Set(middles)].map(Number);
	};
	/** It is this much longer than from stop to stop, under their discs. */
	const MORE = 0.3 * UNIT;

	test.each([
		[
			"table",
			{
				table: {
					columns: ["Việc", "Gọi số"],
					rows: [
						["Công an", "113"],
						["Cấp cứu", "115"],
						["Cháy", "114"],
					],
				},
			},
			3,
		],
		[
			"facts",
			{
				facts: [
					{ icon: "pin", text: "Nhà văn hóa" },
					{ icon: "clock", text: "7:30" },
				],
			},
			2,
		],
	])("goes from the first to the last stop of a %s", (_kind, block, stops) => {
		const [page] = pagesOf({ body: [block] });
		const line = lineOf(page);
		const found = stopsOf(page);
		expect(found).toHaveLength(stops);
		expect(line?.top).toBeCloseTo(Math.min(...found) - MORE, 0);
		expect(line?.bottom).toBeCloseTo(Math.max(...found) + MORE, 0);
	});

	test("is not drawn where nothing stands on it", () => {
		const [page] = pagesOf({
			body: [{ note: "Mỗi nhà một người." }],
			contact: { office: "Xã", phone: "0200 000 0000" },
		});
		expect(lineOf(page)).toBeNull();
	});
});

test.each(THEME_NAMES)(
	"a warning that is all there is is large: %s",
	(theme) => {
		const body = [{ warning: "**Thấy chó lạ thì tránh xa.** Gọi ngay." }];
		const lines = linesUnder(
			pagesOf({ title: "Chó dại", body }, theme),
			"body",
		);
		// Running text grows to 22 pt at most.
		expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThan(30);
	},
);

test("an office keeps to one line beside its telephone", () => {
	const pages = pagesOf(
		{
			...factsOf("8:00 – 15:00"),
			contact: { office: "Tổ quản lý điện", phone: "0200 000 0000" },
		},
		"tuyen",
	);
	expect(linesUnder(pages, "contact.office")).toHaveLength(1);
});

describe("two pages", () => {
	const ask = (question: string) => ({
		ask: question,
		answers: [
			{ answer: "Có", is: "yes", do: { title: "Được nhận", text: "Nộp đơn." } },
			{ answer: "Không", is: "no", do: { title: "Chưa được nhận" } },
		],
	});
	const age = {
		ask: "Năm nay bao nhiêu tuổi?",
		answers: [
			{ answer: "Dưới 70", do: { title: "Chưa được nhận" } },
			{ answer: "70 đến 74", ...ask("Là hộ nghèo, cận nghèo?") },
			{ answer: "Từ 75", ...ask("Có lương hưu không?") },
		],
	};

	test.each([
		["tuyen", 18],
		["mai", 24],
	] as const)("hold more facts than one: %s, %i", (theme, length) => {
		const facts = Array.from({ length }, (_, i) => `Điều ${i + 1}`);
		const { body } = factsOf(...facts);
		const pages = pagesOf({ body, title: "Việc cần nhớ" }, theme);
		expect(pages).toHaveLength(2);
		expect(linesUnder(pages, "body").map(({ text }) => text)).toEqual(facts);
	});

	test("of a poster are filled with larger type", () => {
		const pages = pagesOf(
			{
				title: "Trợ cấp người cao tuổi",
				lead: "Từ 75 tuổi, không có lương hưu thì được nhận **500.000 đồng** một tháng.",
				when: { from: "2027-07-01" },
				body: [age, { warning: "**Không ai thu tiền làm hồ sơ.**" }],
				links: { p: { url: "https://dichvucong.gov.vn", label: "Nộp hồ sơ" } },
			},
			"tuyen",
			"poster-a3",
		);
		expect(pages).toHaveLength(2);
		// The target is 20 pt.
		const texts = linesUnder(pages, "body[0].answers[1].answers[0].do.text");
		expect(texts[0]?.size).toBeGreaterThan(25);
	});
});
