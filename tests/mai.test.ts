/** Mái, measured: what the design says meets, and what a sheet may not say. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DISPLAY } from "../src/fonts/face.ts";
import { FORMAT_NAMES, type FormatName } from "../src/formats/formats.ts";
import type { Ink } from "../src/ink.ts";
import {
	type Mark,
	marksOf,
	type Run,
	type Shape,
	type Sheet,
} from "../src/layout/sheet.ts";
import { pathBox } from "../src/proof/geometry.ts";
import { typeset } from "../src/typeset.ts";
import { mm, toMm } from "../src/units.ts";
import { runIn } from "./cli-world.ts";
import { readNotice } from "./support/notices.ts";
import { sampleNotice } from "./support/samples.ts";
import { openBundled } from "./support/typeface.ts";

const typeface = openBundled();

function sheetOf(
	notice: Parameters<typeof typeset>[0],
	sheet: FormatName,
	ink: "full" | "saver" = "full",
): Sheet {
	const set = typeset(notice, { sheet, theme: "mai", ink }, typeface);
	if (set.value === null)
		throw new Error(set.diagnostics.map((d) => d.code).join());
	return set.value;
}

const marks = (sheet: Sheet): readonly Mark[] =>
	sheet.pages.flatMap(({ nodes }) => nodes).flatMap(marksOf);
const runs = (sheet: Sheet): readonly Run[] =>
	marks(sheet).filter((mark) => mark.kind === "run");
const said = (sheet: Sheet): string =>
	runs(sheet)
		.map(({ text }) => text)
		.join("\n");

interface Outer {
	readonly shape: Shape;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Shapes with the reach of their strokes, in millimetres. */
const outers = (sheet: Sheet): readonly Outer[] =>
	marks(sheet).flatMap((mark) => {
		if (mark.kind !== "shape") return [];
		const box = pathBox(mark.ops);
		if (box === null) return [];
		const half = (mark.stroke?.width ?? 0) / 2;
		return [
			{
				shape: mark,
				left: toMm(box.left - half),
				right: toMm(box.right + half),
				top: toMm(box.top - half),
				bottom: toMm(box.bottom + half),
			},
		];
	});

const filledWith = (sheet: Sheet, ink: Ink): readonly Outer[] =>
	outers(sheet).filter(({ shape }) => shape.fill === ink);

describe("the founding notice as a flyer", () => {
	const sheet = sheetOf(sampleNotice("vneid-dich-vu-cong.yaml"), "flyer-a4");
	const tickets = filledWith(sheet, "leaf").filter(
		({ right, left }) => right - left > 30,
	);
	const warning = outers(sheet).find(
		({ shape, right, left }) =>
			shape.stroke?.ink === "vermilion" && right - left > 100,
	);

	test("has three tickets, the first down to the foot of the warning", () => {
		expect(tickets).toHaveLength(3);
		expect(tickets[0]?.bottom).toBeCloseTo(warning?.bottom ?? 0, 6);
		expect(tickets[1]?.bottom).toBeCloseTo(tickets[2]?.bottom ?? 0, 6);
	});

	test("keeps one left and one right edge", () => {
		expect(tickets[0]?.left).toBeCloseTo(11, 6);
		expect(tickets[2]?.right).toBeCloseTo(199, 6);
		expect(warning?.right).toBeCloseTo(199, 6);
		expect(warning?.left).toBeCloseTo(tickets[1]?.left ?? 0, 6);
	});

	test("points every sign at the middle of what stands under it", () => {
		const signs = filledWith(sheet, "yellow");
		expect(signs).toHaveLength(4);
		const middles = [...tickets, warning].flatMap((box) =>
			box === undefined ? [] : [(box.left + box.right) / 2],
		);
		for (const { left, right } of signs) {
			const middle = (left + right) / 2;
			expect(middles.some((one) => Math.abs(one - middle) < 0.01)).toBe(true);
		}
	});

	test("says the day as a calendar does", () => {
		const words = said(sheet).toUpperCase();
		for (const part of ["TỪ NGÀY", "01", "THÁNG 7 · 2024", "THỨ HAI"])
			expect(words).toContain(part);
	});

	test("makes the last line of the headline red, in the display face", () => {
		const title = runs(sheet).filter(({ role }) => role === "headline");
		expect(title.map(({ ink }) => ink)).toEqual(["black", "vermilion"]);
		expect(title.every(({ weight }) => weight === DISPLAY)).toBe(true);
		expect((title[0]?.size ?? 0) * 0.7).toBeGreaterThanOrEqual(mm(10));
	});
});

test.each(FORMAT_NAMES)("prints on %s nothing that nobody gave", (name) => {
	const words = said(sheetOf(readNotice({}), name)).toUpperCase();
	for (const part of ["DÁN ĐẾN", "HỎI", "QUÉT", "NGUỒN", "NIÊM YẾT", "LOGO"])
		expect(words).not.toContain(part);
});

test("hangs a sign from the roof where a notice says how long it hangs", () => {
	const sheet = sheetOf(
		readNotice({ post: { until: "2026-12-31" } }),
		"flyer-a4",
	);
	expect(said(sheet)).toContain("31/12/2026");
	expect(said(sheet).toUpperCase()).toContain("DÁN ĐẾN HẾT NGÀY");
});

test.each(FORMAT_NAMES)("saves ink on %s: black and paper only", (name) => {
	for (const file of [
		"vneid-dich-vu-cong.yaml",
		"cap-can-cuoc-tai-thon.yaml",
	]) {
		const inks = marks(sheetOf(sampleNotice(file), name, "saver")).flatMap(
			(mark): readonly (Ink | null | undefined)[] =>
				mark.kind === "run"
					? [mark.ink, mark.ground]
					: mark.kind === "shape"
						? [mark.fill, mark.stroke?.ink]
						: [],
		);
		const used = new Set(inks.filter((ink) => ink != null));
		expect([...used].sort()).toEqual(["black", "white"]);
	}
});

test("sets in the family what the display face lacks", () => {
	expect(typeface.face(DISPLAY).has(0x20ab)).toBe(false);
	const price = "Nộp 20.000 ₫";
	const notice = readNotice({
		kind: price,
		title: price,
		issuer: { name: price },
		when: { on: "2026-12-13", hours: price },
		links: { link: { url: "https://vneid.gov.vn", label: price } },
		body: [
			{ step: price, link: "link" },
			{ title: price, list: [price] },
			{ facts: [{ text: price }] },
			{ ask: price, answers: [1, 2].map((n) => answerOf(`${n} ₫`)) },
		],
	});
	for (const name of FORMAT_NAMES) {
		const priced = runs(sheetOf(notice, name)).filter(({ text }) =>
			text.includes("₫"),
		);
		expect(priced.length).toBeGreaterThan(9);
		expect(priced.filter(({ weight }) => weight === DISPLAY)).toEqual([]);
	}
});

const answerOf = (answer: string) => ({ answer, do: { title: answer } });

test("an unknown issuer is one name", () => {
	const sheet = sheetOf(
		readNotice({ issuer: { name: "Hợp tác xã Ví Dụ" } }),
		"flyer-a4",
	);
	const issuer = runs(sheet).filter(({ path }) => path === "issuer.name");
	expect(issuer.map(({ text }) => text)).toEqual(["HỢP TÁC XÃ VÍ DỤ"]);
});

test("is packed for a print shop, in process inks that read back without a fault", async () => {
	const file = "content/vneid-dich-vu-cong.yaml";
	const { exit, stderr, files } = await runIn({ [file]: readFileSync(file) }, [
		"pack",
		file,
		"-t",
		"mai",
		"--print",
		"shop",
	]);
	expect(exit, stderr).toBe(0);
	const made = [...files.keys()].filter((name) => name.endsWith(".pdf"));
	expect(made).toHaveLength(3);
}, 60_000);
