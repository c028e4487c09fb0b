import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
import { openTypeface } from "../src/fonts/open.ts";
import { BUNDLED_FILES } from "../src/fonts/table.ts";
import { RED_RGB } from "../src/ink.ts";
import { marksOf, type Run, type Sheet } from "../src/layout/sheet.ts";
import { type PaintOptions, paintPdf } from "../src/paint/pdf.ts";
import { mm } from "../src/units.ts";
import {
	latin1,
	objectTexts,
	pageContents,
	readObjects,
	tagTree,
} from "./support/objects.ts";
import {
	areaInPixels,
	pageCharacters,
	pageCount,
	pageText,
	rasterise,
	rasteriseRgba,
	readCodeAt,
	readCodes,
} from "./support/pdf.ts";
import {
	artifact,
	CODE_AT,
	CODE_URL,
	codeMark,
	content,
	element,
	figure,
	frame,
	link,
	sampleSheet,
	sheetOf,
	textRun,
} from "./support/sheet.ts";
import { fontBytes, openBundled } from "./support/typeface.ts";

const typeface = openBundled();
const sample = sampleSheet(typeface);
const pdf = paintPdf(sample, typeface);

const paint = (sheet: Sheet, options?: PaintOptions): Uint8Array =>
	paintPdf(sheet, typeface, options);
const paragraph = (...runs: readonly Run[]): Sheet =>
	sheetOf([[element("P", content(...runs))]]);
const run = (text: string, x = 50, baseline = 100): Run =>
	textRun(typeface, text, x, baseline);
const letters = (sheet: Sheet, page: number): string =>
	runsOf(sheet, page)
		.map(({ text }) => text)
		.join("");

function runsOf(sheet: Sheet, page: number): readonly Run[] {
	const nodes = sheet.pages[page]?.nodes ?? [];
	return nodes.flatMap(marksOf).filter((mark) => mark.kind === "run");
}

const sha256 = (bytes: Uint8Array): string =>
	createHash("sha256").update(bytes).digest("hex");

const metadataOf = (bytes: Uint8Array): string => {
	const packet = readObjects(bytes).find(({ text }) =>
		text.includes("/Subtype /XML"),
	);
	return new TextDecoder().decode(packet?.stream ?? new Uint8Array());
};

describe("the file", () => {
	test.each([
		["A5", 148, 210],
		["A4", 210, 297],
		["A3", 297, 420],
	])("%s has its exact size as media and trim", (_name, width, height) => {
		const sheet = sheetOf([[element("P", content(run("Kính gửi")))]], {
			width: mm(width),
			height: mm(height),
		});
		const file = objectTexts(paint(sheet));
		for (const box of ["MediaBox", "TrimBox"]) {
			const sides = new RegExp(`/${box} \\[0 0 ([\\d.]+) ([\\d.]+)\\]`).exec(
				file,
			);
			expect(Number(sides?.[1])).toBeCloseTo(mm(width), 4);
			expect(Number(sides?.[2])).toBeCloseTo(mm(height), 4);
		}
	});

	test("is PDF 1.7, tagged, in Vietnamese, and shows its title", () => {
		expect(latin1(pdf).startsWith("%PDF-1.7\n")).toBe(true);
		const file = objectTexts(pdf);
		expect(file).toContain("/Lang (vi-VN)");
		expect(file).toContain("/Marked true");
		expect(file).toContain("/DisplayDocTitle true");
		expect(file).toContain("/Tabs /S");
		expect(file).toContain("D:20240411000000Z");
	});

	test("has as many pages as the sheet", async () => {
		expect(await pageCount(pdf)).toBe(2);
	});

	test("has one ID for the same content and another for other content", () => {
		const idOf = (bytes: Uint8Array): string =>
			/\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(objectTexts(bytes))?.[1] ?? "none";
		expect(idOf(paint(sample))).toBe(idOf(pdf));
		expect(idOf(paint(paragraph(run("a"))))).not.toBe(
			idOf(paint(paragraph(run("b")))),
		);
	});

	test("refuses a date that is none", () => {
		expect(() => paint(sheetOf([], { date: "11/4/2024" }))).toThrow(
			"not an ISO date",
		);
	});
});

describe("metadata", () => {
	test("escapes what XML cannot take", () => {
		const xmp = metadataOf(pdf);
		expect(xmp).toContain(">Nước &amp; Điện &lt;khẩn&gt;<");
		expect(xmp).toContain(">Ủy ban nhân dân xã<");
		expect(unclosedElements(xmp)).toEqual([]);
	});

	test("claims PDF/A-3a and PDF/UA-1, and describes the second to the first", () => {
		const xmp = metadataOf(pdf);
		expect(xmp).toContain("<pdfaid:part>3</pdfaid:part>");
		expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
		expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
		expect(xmp).toContain("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
		expect(objectTexts(pdf)).toContain("/S /GTS_PDFA1");
	});

	test("dates agree with the information dictionary", () => {
		expect(metadataOf(pdf)).toContain(
			"<xmp:CreateDate>2024-04-11T00:00:00Z</xmp:CreateDate>",
		);
	});
});

/** Elements of a packet that nest wrongly, or bare ampersands. */
function unclosedElements(xml: string): readonly string[] {
	const open: string[] = [];
	const wrong: string[] = [];
	for (const [, close, name = "", self] of xml.matchAll(
		/<(\/?)([\w:]+)[^<>]*?(\/?)>/g,
	)) {
		if (self === "/") continue;
		if (close !== "/") open.push(name);
		else if (open.pop() !== name) wrong.push(name);
	}
	const bare = xml.match(/&(?!(?:amp|lt|gt|quot);)/g) ?? [];
	return [...wrong, ...open, ...bare];
}

describe("fonts", () => {
	const objects = readObjects(pdf);

	test("are embedded subsets that can be read back", () => {
		const fonts = objects.filter(({ text }) => text.includes("/Type0"));
		expect(fonts).toHaveLength(5);
		for (const { text } of fonts) {
			expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+BeVietnamPro-\w+/);
			expect(text).toMatch(/\/ToUnicode \d+ 0 R/);
		}
		expect(
			objects.filter(({ text }) => /\/FontFile2 \d+ 0 R/.test(text)),
		).toHaveLength(5);
		expect(
			objects.filter(({ text }) => text.includes("/Length1")),
		).toHaveLength(5);
		expect(objectTexts(pdf)).not.toContain("Helvetica");
	});

	test("carry a tag that tells their letters", () => {
		const tagOf = (text: string): string =>
			/\/BaseFont \/([A-Z]{6})\+/.exec(
				objectTexts(paint(paragraph(run(text)))),
			)?.[1] ?? "none";
		expect(tagOf("abc")).toBe(tagOf("abc"));
		expect(tagOf("abc")).not.toBe(tagOf("abd"));
	});

	test("only those that are used", () => {
		const file = objectTexts(paint(paragraph(run("a"))));
		expect(file.match(/\/Type0/g)).toHaveLength(1);
	});

	test("a letter the font lacks is never drawn", () => {
		expect(() => paint(paragraph(run("→")))).toThrow("no glyph for “→”");
	});
});

describe("text", () => {
	test.each([0, 1])("of page %i reads back as it was set", async (page) => {
		const read = (await pageCharacters(pdf, page)).filter(
			(character) => !character.generated,
		);
		const text = read.map(({ character }) => character).join("");
		expect(text).toBe(letters(sample, page));
		expect(text).toBe(text.normalize("NFC"));
		expect(read.filter(({ unmapped }) => unmapped)).toEqual([]);
	});

	test("reads back whole, in reading order", async () => {
		const text = (await pageText(pdf)).replace(/\s+/g, " ");
		expect(text).toContain("Thông báo: Ẳng, ộ, ữ, Đ khẩn & <gấp>");
		expect(text).toContain("Xem thêm tại dichvucong.gov.vn");
	});

	test("stands where layout put it, letter by letter", async () => {
		const expected = runsOf(sample, 0).flatMap(penPositions);
		const read = (await pageCharacters(pdf, 0)).filter(
			(character) => !character.generated,
		);
		expect(read).toHaveLength(expected.length);
		for (const [i, { x, baseline }] of expected.entries()) {
			expect(Math.abs((read[i]?.x ?? 0) - x)).toBeLessThan(0.01);
			expect(Math.abs((read[i]?.baseline ?? 0) - baseline)).toBeLessThan(0.01);
		}
	});

	test("follows layout's advances even where they are not the font's", async () => {
		const plain = run("Quốc hội khoá mười lăm");
		const spread: Run = {
			...plain,
			size: 31.7,
			tracking: 0.37,
			glyphs: plain.glyphs.map((glyph, i) => ({
				...glyph,
				advance: glyph.advance + 0.013 * Math.sin(i),
			})),
		};
		const read = await pageCharacters(paint(paragraph(spread)));
		for (const [i, { x }] of penPositions(spread).entries())
			expect(Math.abs((read[i]?.x ?? 0) - x)).toBeLessThan(0.002);
	});

	test("of a tracked run does not change the next", async () => {
		const tracked: Run = { ...run("GIỜ", 50, 100), tracking: 3 };
		const after = run("giờ", 50, 140);
		const read = await pageCharacters(paint(paragraph(tracked, after)));
		const last = read.filter((c) => !c.generated).slice(-3);
		for (const [i, { x }] of penPositions(after).entries())
			expect(Math.abs((last[i]?.x ?? 0) - x)).toBeLessThan(0.01);
	});

	test("tells letters apart that the font draws alike", async () => {
		const [space] = typeface.face(400).shape(" ");
		const plain = run("a b c");
		const glyphs = plain.glyphs.map((glyph, i) =>
			i === 1 ? { ...glyph, id: space?.id ?? 0, codePoints: [0xa0] } : glyph,
		);
		const read = await pageCharacters(paint(paragraph({ ...plain, glyphs })));
		expect(read.map(({ character }) => character).join("")).toBe("a\u00a0b c");
	});

	test("keeps its places with a font of another grid", async () => {
		const odd = openTypeface("Odd", [
			{
				weight: 400,
				bytes: onGridOf(1117, fontBytes(BUNDLED_FILES[0]?.name ?? "")),
			},
		]);
		const line = textRun(odd, "Quốc hội khoá mười lăm ".repeat(4), 30, 100);
		const read = await pageCharacters(paintPdf(paragraph(line), odd));
		for (const [i, { x }] of penPositions(line).entries())
			expect(Math.abs((read[i]?.x ?? 0) - x)).toBeLessThan(0.002);
	});

	test("in black is gray, so that one plate prints it", () => {
		const [operators = ""] = pageContents(paint(paragraph(run("đen"))));
		expect(operators).toMatch(/BT 0 g /);
		expect(operators).not.toContain("rg");
	});

	test("in red and white has those colours", async () => {
		const ground = frame(40, 40, 200, 100);
		const sheet = sheetOf([
			[
				artifact({ ...ground, fill: "black", stroke: null }),
				element(
					"P",
					content(
						{ ...run("trắng", 50, 100), ink: "white", size: 40 },
						{ ...run("đỏ", 50, 300), ink: "red", size: 40 },
					),
				),
			],
		]);
		const bytes = paint(sheet);
		expect(pageContents(bytes)[0]).toContain("1 g");
		expect(pageContents(bytes)[0]).toContain("0.7843 0.0627 0.1804 rg");
		const { data } = await rasteriseRgba(bytes, 72);
		expect(hasPixel(data, RED_RGB)).toBe(true);
	});
});

/** A font with the same outlines on a grid of other fineness. */
function onGridOf(unitsPerEm: number, bytes: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(bytes);
	const view = new DataView(copy.buffer);
	for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
		if (view.getUint32(at) === 0x68656164)
			view.setUint16(view.getUint32(at + 8) + 18, unitsPerEm);
	return copy;
}

/** Where the pen stands at each letter. */
function penPositions(run: Run): readonly { x: number; baseline: number }[] {
	let { x } = run;
	return run.glyphs.map(({ advance }) => {
		const here = { x, baseline: run.baseline };
		x += advance * run.size + run.tracking;
		return here;
	});
}

function hasPixel(rgba: Uint8Array, wanted: readonly number[]): boolean {
	for (let i = 0; i < rgba.length; i += 4)
		if (wanted.every((part, k) => Math.abs((rgba[i + k] ?? 0) - part) <= 1))
			return true;
	return false;
}

describe("tags", () => {
	test("follow the nodes, in their order", () => {
		expect(tagTree(pdf)).toBe(
			[
				"Document(H1(0) P(1 Link(2 @))",
				"L(LI(Lbl(3) LBody(P(4))) LI(Lbl(5) LBody(P(6))))",
				"L(LI(LBody(7)))",
				"Table(TR(TH(8) TH(9)) TR(TD(10) TD(11)))",
				"Figure(12) P(0) Note(1))",
			].join(" "),
		);
	});

	test("every mark is in exactly one piece of marked content", () => {
		for (const operators of pageContents(pdf)) {
			let depth = 0;
			for (const line of operators.split("\n")) {
				if (/ (?:BDC|BMC)$/.test(line)) depth++;
				expect(depth).toBeLessThanOrEqual(1);
				if (/(?:^| )(?:TJ|f|S|B)(?: |$)/.test(line)) expect(depth).toBe(1);
				if (line === "EMC") depth--;
			}
			expect(depth).toBe(0);
		}
	});

	test("an artifact before the first content is closed before it", () => {
		const [operators = ""] = pageContents(pdf);
		expect(operators.indexOf("EMC")).toBeLessThan(operators.indexOf("MCID 0"));
	});

	test("content without marks leaves no trace", () => {
		const sheet = sheetOf([[element("P", content(), content(run("một")))]]);
		expect(tagTree(paint(sheet))).toBe("Document(P(0))");
	});

	test("content needs an element around it", () => {
		expect(() => paint(sheetOf([[content(run("một"))]]))).toThrow(
			"content outside any element",
		);
	});

	test("lists tell how they are numbered, headers what they head", () => {
		const file = objectTexts(pdf);
		expect(file.match(/\/ListNumbering \/Decimal/g)).toHaveLength(1);
		expect(file.match(/\/ListNumbering \/None/g)).toHaveLength(1);
		expect(file.match(/\/Scope \/Column/g)).toHaveLength(2);
	});

	test("notes have names that the tree knows", () => {
		expect(objectTexts(pdf)).toContain("/ID (note-0001)");
		expect(objectTexts(pdf)).toMatch(
			/\/IDTree <<\n\/Names \[\(note-0001\) \d+ 0 R\]/,
		);
	});
});

describe("links", () => {
	const annotation = (bytes: Uint8Array): string =>
		readObjects(bytes).find(({ text }) => text.includes("/Subtype /Link"))
			?.text ?? "";

	test("say where they lead and cover their words", () => {
		const text = annotation(pdf);
		expect(text).toContain("/Contents (\u00fe\u00ff");
		expect(text).toMatch(/\/StructParent \d+/);
		const rect = /\/Rect \[([\d. ]+)\]/.exec(text)?.[1]?.split(" ").map(Number);
		expect(rect?.[0]).toBeCloseTo(125, 4);
		expect(rect?.[1]).toBeLessThan(mm(297) - 170);
		expect(rect?.[3]).toBeGreaterThan(mm(297) - 170 + 8);
		expect(text).toContain("/Border [0 0 0]");
	});

	test("are written as the address bar writes them", () => {
		expect(objectTexts(pdf)).toContain(
			"/URI (https://dichvucong.gov.vn/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn)",
		);
	});

	test("name the page they are on", () => {
		const page = [
			element("P", link("https://a.gov.vn", "Mở", content(run("a.gov.vn")))),
		];
		const bytes = paint(sheetOf([page, page]));
		const pages = readObjects(bytes)
			.filter(({ text }) => /\/Type \/Page\b/.test(text))
			.map(({ id }) => id);
		const named = [
			...objectTexts(bytes).matchAll(
				/\/Type \/OBJR\n\/Obj \d+ 0 R\n\/Pg (\d+)/g,
			),
		].map((match) => Number(match[1]));
		expect(named.sort()).toEqual(pages.sort());
	});

	test("need something to press on", () => {
		const empty = link("https://a.gov.vn", "Mở", content());
		expect(() => paint(sheetOf([[element("P", empty)]]))).toThrow(
			"without marks",
		);
	});
});

describe("figures", () => {
	test("say what they show and where", () => {
		const text =
			readObjects(pdf).find(({ text }) => text.includes("/S /Figure"))?.text ??
			"";
		expect(text).toContain("/Alt (");
		const box = /\/BBox \[([\d. ]+)\]/.exec(text)?.[1]?.split(" ").map(Number);
		const side = codeSide(CODE_URL, CODE_AT.module);
		expect(box?.[0]).toBeCloseTo(CODE_AT.x, 4);
		expect(box?.[1]).toBeCloseTo(mm(297) - CODE_AT.y - side, 4);
		expect(box?.[2]).toBeCloseTo(CODE_AT.x + side, 4);
		expect(box?.[3]).toBeCloseTo(mm(297) - CODE_AT.y, 4);
	});

	test("without words are refused", () => {
		const silent = figure("", frame(10, 10, 20, 20));
		expect(() => paint(sheetOf([[silent]]))).toThrow("a figure needs");
	});
});

const codeSide = (url: string, module: number): number =>
	codeMark(url, 0, 0, module).modules * module;

describe("codes", () => {
	test("are drawn to the pixel", async () => {
		// 300 dpi and 2.4 pt make a module 10 pixels wide.
		const code = codeMark(CODE_URL, 48, 72, 2.4);
		const bytes = paint(
			sheetOf([[figure("Mã QR", code)]], { width: 240, height: 240 }),
		);
		const { width, height, data } = await rasterise(bytes, 300);
		const wrong: string[] = [];
		for (let y = 0; y < height; y++)
			for (let x = 0; x < width; x++) {
				const column = Math.floor((x - 200) / 10);
				const row = Math.floor((y - 300) / 10);
				const inside =
					Math.min(column, row) >= 0 && Math.max(column, row) < code.modules;
				const dark = inside && code.matrix[row * code.modules + column] === 1;
				if (data[y * width + x] !== (dark ? 0 : 255)) wrong.push(`${x},${y}`);
			}
		expect(wrong).toEqual([]);
	});

	test("are read by two readers at 150 dpi", async () => {
		const raster = await rasterise(pdf, 150);
		expect(await readCodes(raster)).toEqual([CODE_URL]);
		const clear = 4 * CODE_AT.module;
		const side = codeSide(CODE_URL, CODE_AT.module) + 2 * clear;
		const area = areaInPixels(
			{ x: CODE_AT.x - clear, y: CODE_AT.y - clear, width: side, height: side },
			150,
		);
		expect(readCodeAt(raster, area)).toBe(CODE_URL);
	});
});

describe("attachments", () => {
	const source = new TextEncoder().encode("kind: Thông báo\n");
	const bytes = paint(sample, {
		attachments: [
			{
				name: "thong-bao.yaml",
				mediaType: "application/yaml",
				description: "Nguồn của tờ này",
				bytes: source,
			},
		],
	});

	test("must have names that every reader can show", () => {
		const attachment = {
			name: "thông báo.yaml",
			mediaType: "application/yaml",
			description: "",
			bytes: source,
		};
		expect(() => paint(sample, { attachments: [attachment] })).toThrow(
			"must be ASCII",
		);
	});

	test("travel whole, as the source of the sheet", () => {
		const file = readObjects(bytes).find(({ text }) =>
			text.includes("/Type /EmbeddedFile"),
		);
		expect(file?.stream).toEqual(source);
		expect(file?.text).toContain("/Subtype /application#2Fyaml");
		expect(objectTexts(bytes)).toContain("/AFRelationship /Source");
		expect(objectTexts(bytes)).toMatch(/\/AF \[\d+ 0 R\]/);
		expect(objectTexts(bytes)).toContain("/Names [(thong-bao.yaml)");
	});
});

describe("the same sheet gives the same bytes", () => {
	test("twice", () => {
		expect(sha256(paint(sampleSheet(typeface)))).toBe(sha256(pdf));
	});

	test("with freshly opened fonts, whatever was painted before", () => {
		const fresh = openBundled();
		expect(sha256(paintPdf(sampleSheet(fresh), fresh))).toBe(sha256(pdf));
	});

	test("in other time zones and languages", async () => {
		const script = await bundleSample();
		for (const [zone, language] of [
			["Asia/Ho_Chi_Minh", "vi_VN.UTF-8"],
			["America/Anchorage", "tr_TR.UTF-8"],
		]) {
			const printed = execFileSync(process.execPath, [script, FONTS], {
				env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
			});
			expect(printed.toString()).toBe(sha256(pdf));
		}
	}, 30_000);
});

const FONTS = fileURLToPath(new URL("../fonts/", import.meta.url));

/** A script that paints the sample and prints its hash. */
async function bundleSample(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "bangtin-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const outfile = join(folder, "sample.mjs");
	await build({
		stdin: {
			contents: `
				import { createHash } from "node:crypto";
				import { readFileSync } from "node:fs";
				import { openTypeface } from "../src/fonts/open.ts";
				import { BUNDLED_FILES, DEFAULT_FAMILY } from "../src/fonts/table.ts";
				import { paintPdf } from "../src/paint/pdf.ts";
				import { sampleSheet } from "./support/sheet.ts";
				const files = BUNDLED_FILES.map(({ weight, name }) => ({
					weight, bytes: readFileSync(process.argv[2] + name) }));
				const typeface = openTypeface(DEFAULT_FAMILY, files);
				const bytes = paintPdf(sampleSheet(typeface), typeface);
				process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
			`,
			resolveDir: import.meta.dirname,
			loader: "ts",
		},
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		logLevel: "error",
		banner: {
			js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
		},
	});
	return outfile;
}
