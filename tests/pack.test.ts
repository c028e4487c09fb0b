/** The print room: tiles that make the poster again, seams, the shop's file, the plan. */
import { execFileSync } from "node:child_process";
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenTypeface } from "../src/fonts/open.ts";
import type { SheetName } from "../src/formats/formats.ts";
import type { Sheet } from "../src/layout/sheet.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { planPrint, planSheet } from "../src/print/plan.ts";
import { findSeam, obstaclesOf } from "../src/print/seams.ts";
import { forShop } from "../src/print/shop.ts";
import { tileOverA4 } from "../src/print/tiles.ts";
import { typeset } from "../src/typeset.ts";
import { mm } from "../src/units.ts";
import { runIn } from "./cli-world.ts";
import { hasProgram } from "./support/machine.ts";
import { objectTexts, readObjects } from "./support/objects.ts";
import { pageCount, pageText, type Raster, rasterise } from "./support/pdf.ts";
import { sampleNotice } from "./support/samples.ts";
import { openBundled } from "./support/typeface.ts";

let typeface: OpenTypeface;
beforeAll(() => {
	typeface = openBundled();
});

const CONTENT = resolve("content");
const NOTICES = readdirSync(CONTENT).filter((name) => name.endsWith(".yaml"));
const yamlOf = (name: string): string =>
	readFileSync(join(CONTENT, name), "utf8");

function sheetOf(name: string, sheet: SheetName, ink: "full" | "saver"): Sheet {
	const { value } = typeset(
		sampleNotice(name),
		{ sheet, theme: "tuyen", ink },
		typeface,
	);
	if (!value) throw new Error(`${name} does not fit`);
	return value;
}

/** 5 pixels a millimetre: one is 0.2 mm. */
const DPI = 127;
const PER_POINT = DPI / 72;
const DARK = 128;
/** An edge may fall between the pixels of one picture, and on those of the other. */
const GRAY = 200;

function darkNear(
	{ data, width, height }: Raster,
	x: number,
	y: number,
): boolean {
	for (let dy = -1; dy <= 1; dy++)
		for (let dx = -1; dx <= 1; dx++) {
			const [px, py] = [x + dx, y + dy];
			if (px < 0 || py < 0 || px >= width || py >= height) continue;
			if ((data[py * width + px] ?? 255) < GRAY) return true;
		}
	return false;
}

/** Dark pixels of one picture without any of the other within a pixel. */
function strangers(one: Raster, other: Raster): number {
	let count = 0;
	for (let y = 0; y < one.height; y++)
		for (let x = 0; x < one.width; x++)
			if ((one.data[y * one.width + x] ?? 255) < DARK && !darkNear(other, x, y))
				count += 1;
	return count;
}

describe("a poster over four A4", { timeout: 120_000 }, () => {
	test("cut and put together is the poster again, within 0.2 mm", async () => {
		const poster = sheetOf("cap-can-cuoc-tai-thon.yaml", "poster-a3", "saver");
		const { sheet, tiles } = tileOverA4(poster, typeface);
		const whole = await rasterise(paintPdf(poster, typeface), DPI);
		const pdf = paintPdf(sheet, typeface);
		const glued: Raster = {
			width: whole.width,
			height: whole.height,
			data: new Uint8Array(whole.data.length).fill(255),
		};
		const px = (points: number): number => Math.round(points * PER_POINT);
		for (const [index, tile] of (tiles[0] ?? []).entries()) {
			const picture = await rasterise(pdf, DPI, 1 + index);
			const { window, at, cutLeft, cutTop } = tile;
			const left = cutLeft ?? window.x;
			const top = cutTop ?? window.y;
			// Later parts are glued over earlier ones.
			for (
				let y = px(top);
				y < Math.min(px(window.y + window.height), whole.height);
				y++
			)
				for (
					let x = px(left);
					x < Math.min(px(window.x + window.width), whole.width);
					x++
				) {
					const from = {
						x: x + Math.round((at.x - window.x) * PER_POINT),
						y: y + Math.round((at.y - window.y) * PER_POINT),
					};
					glued.data[y * glued.width + x] =
						picture.data[from.y * picture.width + from.x] ?? 255;
				}
		}
		const ink = [...whole.data].filter((value) => value < DARK).length;
		expect(ink).toBeGreaterThan(10_000);
		expect(strangers(whole, glued)).toBe(0);
		expect(strangers(glued, whole)).toBe(0);
	});

	test.each(NOTICES)("has no seam through a code or a number: %s", (name) => {
		const poster = sheetOf(name, "poster-a3", "saver");
		const { tiles, cuts, sheet } = tileOverA4(poster, typeface);
		expect(sheet.pages).toHaveLength(5 * poster.pages.length);
		for (const [index, page] of poster.pages.entries()) {
			const [a1, a2, b1, b2] = tiles[index] ?? [];
			if (!a1 || !a2 || !b1 || !b2) throw new Error("four tiles");
			const y = b1.cutTop ?? 0;
			const crossed = obstaclesOf(page).filter((o) => {
				const inTop = o.y.from < y;
				const inBottom = o.y.to > y;
				const through = (
					at: number | null,
					span: { from: number; to: number },
				) => at !== null && at > span.from && at < span.to;
				return (
					through(y, o.y) ||
					(inTop && through(a2.cutLeft, o.x)) ||
					(inBottom && through(b2.cutLeft, o.x))
				);
			});
			const forbidden = crossed.filter(({ kind }) => kind !== "letter");
			// What is cut all the same is told.
			for (const one of forbidden) expect(cuts).toContainEqual(one);
			expect(forbidden.filter(({ kind }) => kind === "code")).toEqual([]);
			// No other place for the seam would spare the codes and cut fewer numbers.
			const all = obstaclesOf(page);
			const numbers = all.filter(({ kind }) => kind === "number");
			const least = (isInRow: (o: (typeof all)[number]) => boolean): number => {
				const counts = Array.from({ length: 85 * 4 }, (_, step) => {
					const at = mm(106 + step / 4);
					const near = all.filter(
						(o) =>
							isInRow(o) && at > o.x.from - mm(0.3) && at < o.x.to + mm(0.3),
					);
					return near.some(({ kind }) => kind === "code")
						? Number.POSITIVE_INFINITY
						: near.filter(({ kind }) => kind === "number").length;
				});
				return Math.min(...counts);
			};
			const cutIn = (inRow: typeof numbers, at: number | null): number =>
				inRow.filter(({ x }) => at !== null && at > x.from && at < x.to).length;
			const isTop = (o: (typeof all)[number]): boolean => o.y.from < y;
			const isBottom = (o: (typeof all)[number]): boolean => o.y.to > y;
			const top = cutIn(numbers.filter(isTop), a2.cutLeft);
			const bottom = cutIn(numbers.filter(isBottom), b2.cutLeft);
			expect(top).toBeLessThanOrEqual(least(isTop));
			expect(bottom).toBeLessThanOrEqual(least(isBottom));
			expect(numbers.filter((o) => o.y.from < y && o.y.to > y)).toEqual([]);
			// Every part fits between the margins of office printers, with its strip.
			for (const { window } of [a1, a2, b1, b2]) {
				expect(window.width).toBeLessThanOrEqual(mm(196) + 1e-6);
				expect(window.height).toBeLessThanOrEqual(mm(283) + 1e-6);
			}
			expect(a1.window.width + a2.window.width - mm(297)).toBeCloseTo(mm(10));
			expect(a1.window.height + b1.window.height - mm(420)).toBeCloseTo(mm(10));
		}
	});
});

test("a seam goes round what it must not cut, and says what it cannot avoid", () => {
	const wall = (from: number, to: number) => ({
		x: { from, to },
		y: { from: 0, to: 10 },
		kind: "code" as const,
		text: "https://vneid.gov.vn",
	});
	const limits = { from: 0, to: 100 };
	const free = findSeam(limits, 50, [wall(40, 60)], "x");
	expect(free.cuts).toEqual([]);
	expect(free.at < 40 || free.at > 60).toBe(true);
	expect(findSeam(limits, 50, [wall(-10, 110)], "x").cuts).toHaveLength(1);
});

describe("for a print shop", { timeout: 120_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), "bangtin-shop-"));
	afterAll(() => rmSync(folder, { recursive: true }));
	const hasGhostscript = hasProgram("gs", "ghostscript");

	const shopPdf = (): Uint8Array =>
		paintPdf(
			forShop(sheetOf("vneid-dich-vu-cong.yaml", "flyer-a4", "full")),
			typeface,
		);

	test("the page has 3 mm of bleed around an exact trim", () => {
		const text = objectTexts(shopPdf());
		const box = (name: string): readonly number[] =>
			(new RegExp(`/${name} \\[([\\d. ]+)\\]`).exec(text)?.[1] ?? "")
				.split(" ")
				.map((value) => (Number(value) * 25.4) / 72);
		const [left = 0, bottom = 0, right = 0, top = 0] = box("TrimBox");
		expect(right - left).toBeCloseTo(210, 2);
		expect(top - bottom).toBeCloseTo(297, 2);
		const bleed = box("BleedBox");
		expect((bleed[0] ?? 0) - left).toBeCloseTo(-3, 2);
		expect((bleed[3] ?? 0) - top).toBeCloseTo(3, 2);
	});

	test("everything is in process inks, said so, and no archive", () => {
		const pdf = shopPdf();
		const streams = readObjects(pdf)
			.filter(({ text, stream }) => stream && !text.includes("/Length1"))
			.map(({ stream }) => Buffer.from(stream ?? []).toString("latin1"));
		const drawing = streams.filter((text) => text.includes(" Tf"));
		expect(drawing.length).toBeGreaterThan(0);
		for (const text of drawing) {
			expect(text).not.toMatch(/(?:^|\s)(?:rg|RG|g|G)(?:\s|$)/u);
			expect(text).toMatch(/0 0 0 1 k/u);
		}
		const objects = objectTexts(pdf);
		expect(objects).toContain("(FOGRA39)");
		expect(objects).not.toContain("sRGB");
		expect(streams.join("")).not.toContain("pdfaid:part");
	});

	test.runIf(hasGhostscript)(
		"text is on the black plate, marks are on all",
		() => {
			const file = join(folder, "shop.pdf");
			writeFileSync(file, shopPdf());
			const device = [
				"-q",
				"-dNOPAUSE",
				"-dBATCH",
				"-sDEVICE=tiffsep",
				"-sCompression=none",
				"-r72",
			];
			execFileSync("gs", [
				...device,
				`-sOutputFile=${join(folder, "p%d.tif")}`,
				file,
			]);
			const plate = (name: string): Raster =>
				readTiff(readFileSync(join(folder, `p1(${name}).tif`)));
			const plates = ["Black", "Cyan", "Magenta", "Yellow"].map(plate);
			const [black, ...colours] = plates;
			if (!black) throw new Error("no plate");
			// The crop mark at the top left corner: 10 mm from the paper's edge, 2 to 6 mm long.
			const at = (points: number): number => Math.round(points);
			for (const { data, width } of plates) {
				const row = at(mm(4));
				const near = [-1, 0, 1].map(
					(dx) => data[row * width + at(mm(10)) + dx] ?? 255,
				);
				expect(Math.min(...near)).toBeLessThan(200);
			}
			// The marks lie outside the trim, 10 mm from the paper's edge.
			const inside: number[] = [];
			for (let y = at(mm(11)); y < black.height - at(mm(11)); y++)
				for (let x = at(mm(11)); x < black.width - at(mm(11)); x++)
					inside.push(y * black.width + x);
			// Nothing of this sheet is cyan.
			const cyan = colours[0]?.data ?? [];
			expect(inside.filter((i) => (cyan[i] ?? 0) < 250)).toEqual([]);
			// What is solid black, as the strokes of letters and the modules of codes, is on no other plate.
			const solid = inside.filter((i) => (black.data[i] ?? 255) < 10);
			expect(solid.length).toBeGreaterThan(20_000);
			for (const { data } of colours)
				expect(solid.filter((i) => (data[i] ?? 0) < 250)).toEqual([]);
		},
	);
});

/** Uncompressed gray, as Ghostscript writes it: enough of TIFF 6.0 for that. */
function readTiff(file: Uint8Array): Raster {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const little = view.getUint16(0) === 0x4949;
	const directory = view.getUint32(4, little);
	const values = new Map<number, readonly number[]>();
	for (let i = 0; i < view.getUint16(directory, little); i++) {
		const entry = directory + 2 + 12 * i;
		const type = view.getUint16(entry + 2, little);
		const count = view.getUint32(entry + 4, little);
		const size = type === 3 ? 2 : 4;
		const start =
			count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
		const read = (at: number): number =>
			type === 3 ? view.getUint16(at, little) : view.getUint32(at, little);
		if (type !== 3 && type !== 4) continue;
		values.set(
			view.getUint16(entry, little),
			Array.from({ length: count }, (_, n) => read(start + n * size)),
		);
	}
	const [width = 0] = values.get(256) ?? [];
	const [height = 0] = values.get(257) ?? [];
	const offsets = values.get(273) ?? [];
	const counts = values.get(279) ?? [];
	const data = new Uint8Array(width * height);
	let to = 0;
	for (const [index, offset] of offsets.entries()) {
		const strip = file.subarray(offset, offset + (counts[index] ?? 0));
		data.set(strip.subarray(0, data.length - to), to);
		to += strip.length;
	}
	// Photometric 0: 0 is white.
	if (values.get(262)?.[0] === 0)
		for (let i = 0; i < data.length; i++) data[i] = 255 - (data[i] ?? 0);
	return { width, height, data };
}

test("the plan counts paper and packets, and goes on over pages", async () => {
	const villages = Array.from({ length: 40 }, (_, index) => ({
		village: `Thôn ${index + 1}`,
		row: index + 2,
		copies: 101,
	}));
	const plan = planPrint(villages, true);
	expect(plan.lines[0]).toMatchObject({ paper: 51, packets: 2 });
	expect(plan).toMatchObject({ copies: 4040, paper: 2040, packets: 80 });
	const of = { title: "hop", issuer: "Xã Ví Dụ", date: "2026-12-02" };
	const pdf = paintPdf(planSheet(plan, of, typeface), typeface);
	expect(await pageCount(pdf)).toBe(2);
	expect(await pageText(pdf, 1)).toContain("4040");
});

describe("bangtin pack", { timeout: 120_000 }, () => {
	test("makes leaflets two up and the tiled poster of a notice", async () => {
		const notice = yamlOf("cat-dien.yaml");
		const { exit, written } = await runIn({ "a.yaml": notice }, [
			"pack",
			"a.yaml",
		]);
		expect(exit).toBe(0);
		expect(written).toEqual([
			join("out", "a.leaflet-a5-2up.saver.pdf"),
			join("out", "a.poster-a3.4xa4.saver.pdf"),
		]);
	});

	test("makes leaflets for the villages, and a plan in words and numbers", async () => {
		const fixture = (name: string): string =>
			readFileSync(resolve("tests/fixtures/villages", name), "utf8");
		const { exit, files, stderr } = await runIn(
			{
				"a/hop.yaml": fixture("hop-thon.yaml"),
				"a/thon.csv": fixture("thon.csv"),
			},
			["pack", "a/hop.yaml", "a/thon.csv"],
		);
		expect(stderr).toBe("Xong 5 tệp cho phòng in.\n");
		expect(exit).toBe(0);
		const json = files.get(join("out", "hop.ke-hoach-in.json"));
		expect(JSON.parse(new TextDecoder().decode(json))).toMatchObject({
			copies: 265,
			paper: 133,
			packets: 4,
		});
		expect(files.has(join("out", "hop.ben-do.leaflet-a5-2up.saver.pdf"))).toBe(
			true,
		);
	});

	test("makes files for a shop", async () => {
		const notice = yamlOf("cat-dien.yaml");
		const { written } = await runIn({ "a.yaml": notice }, [
			"pack",
			"a.yaml",
			"--print",
			"shop",
			"-s",
			"flyer-a4",
		]);
		expect(written).toEqual([join("out", "a.flyer-a4.shop.pdf")]);
	});
});
