/**
 * The founding notice as it leaves the press, on every sheet in both inks: its
 * words field by field, the sizes people read, the line, and the same bytes
 * whatever the day. Numbers are written out here, not taken from the formats.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import type { Weight } from "../src/fonts/face.ts";
import { FORMAT_NAMES, type FormatName } from "../src/formats/formats.ts";
import { type CodeMark, marksOf, type Sheet } from "../src/layout/sheet.ts";
import type { Announcement } from "../src/model/announcement.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { typeset } from "../src/typeset.ts";
import { objectTexts } from "./support/objects.ts";
import {
	areaInPixels,
	type PdfCharacter,
	pageCharacters,
	pageCount,
	pageText,
	type Raster,
	rasterise,
	readCodeAt,
	readCodes,
} from "./support/pdf.ts";
import { wordsInOrder } from "./support/reading.ts";
import { openBundled } from "./support/typeface.ts";

const CONTENT = new URL("../content/", import.meta.url);
const sourceOf = (file: string): string =>
	readFileSync(new URL(file, CONTENT), "utf8");
const FOUNDING = "vneid-dich-vu-cong.yaml";
const INKS = ["full", "saver"] as const;
type InkName = (typeof INKS)[number];

/** Millimetres and points of the contract. */
const NUMBERS = {
	"leaflet-a5": {
		trim: [148, 210],
		body: 9.5,
		smallest: 8,
		host: 9,
	},
	"flyer-a4": {
		trim: [210, 297],
		body: 11,
		smallest: 9,
		host: 11,
	},
	"poster-a3": {
		trim: [297, 420],
		body: 16,
		smallest: 13,
		host: 15,
	},
} as const satisfies { readonly [N in FormatName]: object };
const QUIET_MODULES = 4;
/** PDFium gives boxes in whole units of a thousandth of the size. */
const TOLERANCE = 0.06;
const WEIGHTS: readonly Weight[] = [400, 500, 600, 700, 800];
const mm = (value: number): number => (value * 72) / 25.4;

const typeface = openBundled();

interface Pressed {
	readonly notice: Announcement;
	readonly sheet: Sheet;
	readonly bytes: Uint8Array;
}

function press(source: string, name: FormatName, ink: InkName): Pressed {
	const { value, diagnostics } = readAnnouncement(source);
	if (value === null) throw new Error(JSON.stringify(diagnostics));
	const set = typeset(value, { sheet: name, theme: "tuyen", ink }, typeface);
	if (set.value === null) throw new Error(JSON.stringify(set.diagnostics));
	return {
		notice: value,
		sheet: set.value,
		bytes: paintPdf(set.value, typeface),
	};
}

const pressed = new Map<string, Pressed>();

function founding(name: FormatName, ink: InkName): Pressed {
	const key = `${name} ${ink}`;
	const known = pressed.get(key) ?? press(sourceOf(FOUNDING), name, ink);
	pressed.set(key, known);
	return known;
}

const CASES = FORMAT_NAMES.flatMap((name) =>
	INKS.map((ink) => [name, ink] as const),
);

const codesOf = (sheet: Sheet): readonly CodeMark[] =>
	sheet.pages
		.flatMap((page) => page.nodes.flatMap(marksOf))
		.filter((mark) => mark.kind === "code");

const squeezed = (text: string): string => text.replace(/\s+/gu, "");

const grayAt = ({ width, data }: Raster, x: number, y: number): number =>
	data[y * width + x] ?? 255;

/** Letters as PDFium draws them, without spaces and what it puts in itself. */
const inked = (letters: readonly PdfCharacter[]): readonly PdfCharacter[] =>
	letters.filter(
		({ character, generated }) => !generated && character.trim() !== "",
	);

/** The stretch of letters that spells a text, without spaces; null where it is broken up. */
function spelled(
	letters: readonly PdfCharacter[],
	text: string,
): readonly PdfCharacter[] {
	const all = letters.map(({ character }) => character).join("");
	const wanted = squeezed(text);
	const at = all.indexOf(wanted);
	if (at < 0) throw new Error(`“${text}” is not on the page`);
	return letters.slice(at, at + wanted.length);
}

/** Size of letters of one weight, from the height of a plain one. */
function sizeOf(letters: readonly PdfCharacter[], weight: Weight): number {
	const plain = letters.find(({ character }) => /^[xzvunmh]$/u.test(character));
	const [glyph] = typeface.face(weight).shape(plain?.character ?? "");
	if (plain === undefined || !glyph?.ink) throw new Error("no plain letter");
	return (plain.bottom - plain.top) / (glyph.ink.top - glyph.ink.bottom);
}

describe.each(CASES)("the founding notice on %s, %s", (name, ink) => {
	const numbers = NUMBERS[name];
	const { notice, sheet, bytes } = founding(name, ink);
	const codes = codesOf(sheet);

	test("is one page, exactly of its ISO size", async () => {
		expect(await pageCount(bytes)).toBe(1);
		const file = objectTexts(bytes);
		for (const box of ["MediaBox", "TrimBox"]) {
			const found = new RegExp(`/${box} \\[0 0 ([\\d.]+) ([\\d.]+)\\]`).exec(
				file,
			);
			expect(Number(found?.[1])).toBeCloseTo(mm(numbers.trim[0]), 3);
			expect(Number(found?.[2])).toBeCloseTo(mm(numbers.trim[1]), 3);
		}
	});

	test("says every word of the notice, in NFC and in its order", async () => {
		const text = await pageText(bytes);
		expect(text).toBe(text.normalize("NFC"));
		// Some roles are set in capitals.
		const flat = (words: string): string => squeezed(words).toLowerCase();
		const read = flat(text);
		let at = 0;
		for (const words of wordsInOrder(notice, sheet, name)) {
			const found = read.indexOf(flat(words), at);
			expect(found, `“${words}” after “${read.slice(0, at)}”`).not.toBe(-1);
			at = found + flat(words).length;
		}
	});

	test("has letters that can be read and are large enough", async () => {
		const letters = inked(await pageCharacters(bytes));
		expect(letters.filter(({ unmapped }) => unmapped)).toEqual([]);
		const small = letters.filter(({ character }) =>
			/^[xzvu]$/u.test(character),
		);
		expect(small.length).toBeGreaterThan(3);
		// The boldest letters are the tallest: no letter is smaller than they say.
		for (const letter of small)
			expect(
				Math.max(...WEIGHTS.map((weight) => sizeOf([letter], weight))),
			).toBeGreaterThanOrEqual(numbers.smallest - TOLERANCE);
		// Of the warning, in both wordings.
		const body = spelled(letters, "Tài khoản mới không có hồ sơ");
		expect(sizeOf(body, 400)).toBeGreaterThanOrEqual(numbers.body - TOLERANCE);
		for (const { host } of notice.codes)
			expect(sizeOf(spelled(letters, host), 500)).toBeGreaterThanOrEqual(
				numbers.host - TOLERANCE,
			);
	});

	test("has codes that two decoders read off the paper", async () => {
		const DPI = 150;
		const raster = await rasterise(bytes, DPI);
		const urls = notice.codes.map((code) => code.url);
		expect([...(await readCodes(raster))].sort()).toEqual([...urls].sort());
		for (const { x, y, module, modules, url } of codes) {
			const quiet = QUIET_MODULES * module;
			const side = modules * module + 2 * quiet;
			const area = { x: x - quiet, y: y - quiet, width: side, height: side };
			expect(readCodeAt(raster, areaInPixels(area, DPI))).toBe(url);
		}
	});

	test("has one unbroken line from flag to flag", async () => {
		const DPI = 150;
		const raster = await rasterise(bytes, DPI);
		const letters = inked(await pageCharacters(bytes));
		const px = (points: number): number => Math.round((points / 72) * DPI);
		const when = spelled(letters, "Từ01/7/2024")[0];
		const scan = spelled(letters, "Quétmã")[0];
		if (when === undefined || scan === undefined) throw new Error("no flags");
		// Beside the numbers in the discs, but within the thinner line of the saver.
		const track = (8 / 70) * raster.width;
		const offsets = ink === "full" ? [-3, 3] : [0];
		for (const offset of offsets) {
			const x = Math.round(track + offset);
			const gaps: number[] = [];
			for (let y = px(when.bottom) + 2; y < px(scan.top) - 2; y++)
				if (grayAt(raster, x, y) > 200) gaps.push(y);
			if (ink === "full") {
				// Only the white numerals of the discs interrupt the red.
				const numerals = gaps.filter(
					(y) =>
						!letters.some(
							({ character, left, right, top, bottom }) =>
								/^\d$/u.test(character) &&
								px(left) - 2 <= x &&
								px(right) + 2 >= x &&
								px(top) - 2 <= y &&
								px(bottom) + 2 >= y,
						),
				);
				expect(numerals).toEqual([]);
			} else {
				// Outlined discs and flags are white within.
				const inDiscs = notice.blocks.length * (5.2 / 70) * raster.width;
				const inFlags = (9 / 70) * raster.width;
				expect(gaps.length).toBeLessThan(inDiscs + inFlags);
			}
		}
	});

	test("has a disc for every step", async () => {
		const letters = inked(await pageCharacters(bytes));
		const x = mm((8 / 70) * numbers.trim[0]);
		const onLine = letters.filter(
			({ character, left, right }) =>
				/^\d$/u.test(character) && left < x && right > x,
		);
		const steps = notice.blocks.flatMap((block) =>
			block.kind === "step" || block.kind === "question" ? [block.number] : [],
		);
		expect(onLine.map(({ character }) => Number(character))).toEqual(steps);
	});
});

/** A clock that stands on the first day of 2001. */
const ANOTHER_DAY = `data:text/javascript,${encodeURIComponent(`
	const Real = Date;
	const then = Real.UTC(2001, 0, 1);
	globalThis.Date = class extends Real {
		constructor(...given) { given.length > 0 ? super(...given) : super(then); }
		static now() { return then; }
	};
`)}`;

describe("the same bytes", () => {
	test("of a notice typed in NFD", () => {
		const source = sourceOf(FOUNDING);
		const nfd = source.normalize("NFD");
		expect(nfd).not.toBe(source);
		const other = press(nfd, "flyer-a4", "full").bytes;
		expect(Buffer.from(other).equals(founding("flyer-a4", "full").bytes)).toBe(
			true,
		);
	});

	test("on another day, in another time zone, language and folder", () => {
		const notice = resolve("content", FOUNDING);
		const build = (
			env: Readonly<Record<string, string>>,
		): readonly Buffer[] => {
			const folder = mkdtempSync(join(tmpdir(), "bangtin-"));
			try {
				const argv = ["build", notice, "-s", "flyer-a4,poster-a3,leaflet-a5"];
				const { status, stderr } = spawnSync(
					process.execPath,
					[resolve("dist/bangtin.js"), ...argv, "-o", folder],
					{ cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" },
				);
				expect(stderr).not.toContain("lỗi");
				expect(status).toBe(0);
				const files = readdirSync(folder).sort();
				expect(files).toHaveLength(3);
				return files.map((file) => readFileSync(join(folder, file)));
			} finally {
				rmSync(folder, { recursive: true });
			}
		};
		const here = build({ TZ: "Asia/Ho_Chi_Minh", LC_ALL: "vi_VN.UTF-8" });
		const there = build({
			TZ: "Pacific/Honolulu",
			LC_ALL: "tr_TR.UTF-8",
			NODE_OPTIONS: `--import=${ANOTHER_DAY}`,
		});
		expect(here.map((file, i) => file.equals(there[i] ?? Buffer.of()))).toEqual(
			[true, true, true],
		);
	});
});
