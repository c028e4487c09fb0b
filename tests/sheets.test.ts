/**
 * Finished sheets, measured: what stands in the PDF, in points and pixels,
 * against the numbers of the format. Independent of the proof room.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FORMATS, type FormatName } from "../src/formats/formats.ts";
import { openPdf } from "../src/pdf-reader/open-pdf.ts";
import { proofedPdf } from "../src/proof/bytes/proofed-pdf.ts";
import { THEME_NAMES } from "../src/themes/themes.ts";
import { mm } from "../src/units.ts";
import { runIn } from "./cli-world.ts";
import {
	areaInPixels,
	crop,
	pageCharacters,
	pageCount,
	pageText,
	type Raster,
	rasterise,
	rasteriseRgba,
	readCodeAt,
	readCodes,
} from "./support/pdf.ts";

const SHEETS: readonly FormatName[] = ["flyer-a4", "poster-a3", "leaflet-a5"];
const SAMPLES = readdirSync("content")
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => name.replace(".yaml", ""));
const sources = Object.fromEntries(
	SAMPLES.map((slug) => [
		`content/${slug}.yaml`,
		readFileSync(join("content", `${slug}.yaml`)),
	]),
);

type Files = ReadonlyMap<string, Uint8Array>;
let full: Files = new Map();
let saver: Files = new Map();
let maiFull: Files = new Map();
let maiSaver: Files = new Map();

const pdf = (files: Files, slug: string, sheet: string, ink = ""): Uint8Array =>
	files.get(`out/${slug}.${sheet}${ink}.pdf`) ?? new Uint8Array();

beforeAll(async () => {
	const sheets = SHEETS.join(",");
	full = (await runIn(sources, ["-s", sheets])).files;
	saver = (await runIn(sources, ["-s", sheets, "--ink", "saver"])).files;
	const mai = ["-s", sheets, "-t", "mai"];
	maiFull = (await runIn(sources, mai)).files;
	maiSaver = (await runIn(sources, [...mai, "--ink", "saver"])).files;
}, 240_000);

const THEMES = {
	tuyen: () => ({ full, saver }),
	mai: () => ({ full: maiFull, saver: maiSaver }),
};
const THEMED = THEME_NAMES.flatMap((theme) =>
	SAMPLES.map((slug) => ({ theme, slug })),
);

const WHITE = 255;

/** Share of the sheet that is inked, 1 being solid black. */
function coverage({ data }: Raster): number {
	let dark = 0;
	for (const grey of data) dark += WHITE - grey;
	return dark / WHITE / data.length;
}

/** Pixels darker than paper in a frame of this width along the edges. */
function inkNearTrim(raster: Raster, frame: number): number {
	const { width, height, data } = raster;
	let inked = 0;
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const inside =
				x >= frame && x < width - frame && y >= frame && y < height - frame;
			if (!inside && (data[y * width + x] ?? WHITE) < 250) inked++;
		}
	return inked;
}

/** Largest difference of two colours of one pixel. */
function chroma({ data }: Raster): number {
	let most = 0;
	for (let i = 0; i < data.length; i += 4) {
		const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
		most = Math.max(most, Math.max(r, g, b) - Math.min(r, g, b));
	}
	return most;
}

describe.each(THEMED)("$theme: $slug", ({ theme, slug }) => {
	const files = THEMES[theme];

	test.each(SHEETS)(
		"%s: ink within its share and off the edge",
		async (sheet) => {
			const shares = [
				{ bytes: pdf(files().full, slug, sheet), most: 0.2 },
				{ bytes: pdf(files().saver, slug, sheet, ".saver"), most: 0.15 },
			];
			for (const { bytes, most } of shares)
				for (let page = 0; page < (await pageCount(bytes)); page++) {
					const raster = await rasterise(bytes, 72, page);
					expect(coverage(raster)).toBeLessThanOrEqual(most);
					// A pixel is a point; its edge may lie half a pixel further out.
					const safe = Math.floor(FORMATS[sheet].safe) - 1;
					expect(inkNearTrim(raster, safe)).toBe(0);
				}
		},
	);

	test.each(SHEETS)("%s: the saver is black and white only", async (sheet) => {
		const bytes = pdf(files().saver, slug, sheet, ".saver");
		for (let page = 0; page < (await pageCount(bytes)); page++)
			expect(chroma(await rasteriseRgba(bytes, 72, page))).toBe(0);
	});
});

test("the checks above can fail", () => {
	const grey = { width: 2, height: 2, data: Uint8Array.of(0, 255, 255, 255) };
	expect(coverage(grey)).toBe(0.25);
	expect(inkNearTrim(grey, 1)).toBe(1);
	const red = { width: 1, height: 1, data: Uint8Array.of(200, 16, 46, 255) };
	expect(chroma(red)).toBe(184);
});

const FOUNDING = "vneid-dich-vu-cong";
const ADDRESSES = [
	"https://vneid.gov.vn/huongdan/huong-dan-dang-ky-tai-khoan-vneid.html",
	"https://cloud.binhduong.gov.vn/index.php/s/LHQMOOHJmgzCggi",
];

/** What every sheet of the founding notice says, in this order. */
const SAID: { readonly [N in FormatName]: readonly string[] } = {
	"flyer-a4": [
		"ỦY BAN NHÂN DÂN XÃ CÂY TRƯỜNG II",
		"Tỉnh Bình Dương",
		"THÔNG BÁO",
		"Ngày 11/4/2024",
		"Làm dịch vụ công bằng VNeID",
		"Từ 01/7/2024",
		"do Bộ Công an cấp",
		"Đăng ký và kích hoạt VNeID",
		"Mức 1: tại nhà",
		"Mức 2: tại cơ quan Công an",
		"Đã có tài khoản Cổng Dịch vụ công quốc gia chưa?",
		"CHƯA CÓ",
		"Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Bình Dương.",
		"ĐÃ CÓ",
		"Đã cập nhật số căn cước công dân chưa?",
		"CHƯA",
		"Cập nhật số căn cước",
		"RỒI",
		"Đăng nhập bằng VNeID",
		"Không liên kết: sẽ có 2 tài khoản. Tài khoản mới không có hồ sơ trước đó.",
		"Quét mã",
		"Cách đăng ký VNeID",
		"vneid.gov.vn",
		"Tài liệu hướng dẫn",
		"cloud.binhduong.gov.vn",
		"tên miền .gov.vn",
		"Nội dung theo thông báo ngày 11/4/2024",
		"Nguồn: Sở Thông tin và Truyền thông",
	],
	"poster-a3": [
		"Làm dịch vụ công bằng VNeID",
		"Từ 01/7/2024",
		"Mức 1: tại nhà, trên mạng",
		"Mức 2: tại Công an",
		"Đã có tài khoản Cổng Dịch vụ công chưa?",
		"Đã cập nhật số căn cước chưa?",
		"Không liên kết: sẽ có 2 tài khoản.",
		"Quét mã",
		"Nội dung theo thông báo ngày 11/4/2024",
	],
	"leaflet-a5": [
		"Làm dịch vụ công bằng VNeID",
		"Từ 01/7/2024",
		"Đăng ký và kích hoạt VNeID",
		"Đã có tài khoản Cổng Dịch vụ công chưa?",
		"Quét mã",
		"Nội dung theo thông báo ngày 11/4/2024",
	],
};

const oneLine = (text: string): string => text.replace(/\s+/gu, " ");

describe.each(SHEETS)("the founding notice on %s", (sheet) => {
	const format = FORMATS[sheet];
	const bytes = () => pdf(full, FOUNDING, sheet);

	test("says everything, composed and in order", async () => {
		const text = oneLine(await pageText(bytes()));
		expect(text).toBe(text.normalize("NFC"));
		let from = 0;
		for (const words of SAID[sheet]) {
			const at = text.indexOf(words, from);
			expect(at, words).toBeGreaterThanOrEqual(from);
			from = at + words.length;
		}
	});

	test("two decoders read both codes from 150 dpi", async () => {
		const raster = await rasterise(bytes(), 150);
		expect([...(await readCodes(raster))].sort()).toEqual(
			[...ADDRESSES].sort(),
		);
		const file = openPdf(bytes());
		const codes =
			file === null ? [] : proofedPdf(file).pages.flatMap((page) => page.codes);
		expect(codes).toHaveLength(2);
		const second = codes.map(({ box, module }) => {
			const clear = 4 * module;
			const area = areaInPixels(
				{
					x: box.left - clear,
					y: box.top - clear,
					width: box.right - box.left + 2 * clear,
					height: box.bottom - box.top + 2 * clear,
				},
				150,
			);
			return readCodeAt(raster, area);
		});
		expect(second).toEqual(ADDRESSES);
	});

	test("codes keep module, side and quiet zone", async () => {
		const file = openPdf(bytes());
		const codes =
			file === null ? [] : proofedPdf(file).pages.flatMap((page) => page.codes);
		const raster = await rasterise(bytes(), 300);
		for (const { box, module } of codes) {
			expect(module).toBeGreaterThanOrEqual(format.module.floor - 1e-3);
			expect(box.right - box.left).toBeGreaterThanOrEqual(
				format.codeSide - 1e-3,
			);
			// Four strips of paper around the code, less three pixels on every side.
			const edge = (3 * 72) / 300;
			const clear = 4 * module - 2 * edge;
			const { left, right, top, bottom } = box;
			const across = { x: left - clear, width: right - left + 2 * clear };
			const along = { y: top, height: bottom - top };
			const strips = [
				{ ...across, y: top - edge - clear, height: clear },
				{ ...across, y: bottom + edge, height: clear },
				{ ...along, x: left - edge - clear, width: clear },
				{ ...along, x: right + edge, width: clear },
			];
			for (const strip of strips) {
				// PDFium draws a page of whole points: the scale is a little less.
				const scale = raster.height / format.height;
				const { data } = crop(raster, areaInPixels(strip, 72 * scale));
				expect(Math.min(...data)).toBeGreaterThan(250);
			}
		}
	});

	test("the headline and the smallest letter are as large as they must be", async () => {
		const characters = await pageCharacters(bytes());
		const capitals = characters.filter(({ character }) => character === "L");
		const tallest = Math.max(
			...capitals.map(({ top, bottom }) => bottom - top),
		);
		const wanted = {
			"flyer-a4": mm(15),
			"poster-a3": mm(20),
			"leaflet-a5": mm(7),
		};
		expect(tallest).toBeGreaterThanOrEqual(wanted[sheet] * 0.995);
		// The x of the smallest text: 0.53 em in Be Vietnam Pro.
		const heights = characters
			.filter(({ character }) => "nuvxaoe".includes(character))
			.map(({ top, bottom }) => bottom - top);
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(format.smallest * 0.52);
	});
});

describe("a notice too long for its sheet", () => {
	const sentence =
		"Mỗi nhà cử một người đi họp đúng giờ, mang theo sổ và giấy tờ của nhà mình, ai ốm thì nhờ người khác trong nhà đi thay.";
	const notes = (count: number): string =>
		`kind: Thông báo
issuer: { name: Ủy ban nhân dân xã Ví Dụ }
date: 2026-12-01
as_of: 2026-12-01
title: Họp dân
body:
${Array.from({ length: count }, () => `  - warning: ${sentence}`).join("\n")}
`;

	test("is told how many words to cut, and what sheet holds it", async () => {
		const { exit, stdout } = await runIn({ "content/dai.yaml": notes(20) }, [
			"-s",
			"leaflet-a5",
			"--json",
		]);
		expect(exit).toBe(1);
		const [found] = JSON.parse(stdout).diagnostics;
		expect(found.code).toBe("layout/overset");
		expect(found.params.words).toBeGreaterThan(10);
		expect(found.params.holds).toBe("flyer-a4");
		expect(found.params.longest).toHaveLength(3);
	});
});
