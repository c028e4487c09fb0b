/** Our reader of fonts against fontkit, which read them before: the same to the unit. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type FontkitFont } from "fontkit";
import { describe, expect, test } from "vitest";
import { fontkitProgram } from "../src/fonts/fontkit-program.ts";
import { openTypeface } from "../src/fonts/open.ts";
import { openAnyTypeface } from "../src/fonts/open-any.ts";
import type { FontProgram } from "../src/fonts/program.ts";
import { fontDamage } from "../src/fonts/sfnt.ts";
import { BUNDLED_FILES, DISPLAY_FILE } from "../src/fonts/table.ts";
import { isUnfamiliar, trueTypeProgram } from "../src/fonts/truetype.ts";
import { needs } from "./support/machine.ts";
import { fontBytes } from "./support/typeface.ts";

const FEATURES = {
	kern: true,
	liga: false,
	clig: false,
	rlig: false,
	dlig: false,
	calt: false,
	rclt: false,
	ccmp: false,
	locl: false,
};
const LETTERS = [
	..."aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz",
];
const ALPHABET = [
	...LETTERS,
	...LETTERS.map((letter) => letter.toUpperCase()),
	..."0123456789 .,:;!?…-–—/()[]“”‘’\"'&%+=*@#₫°²•\u00a0",
];
const CONTENT = new URL("../content/", import.meta.url);
const TEXTS = readdirSync(CONTENT)
	.filter((name) => name.endsWith(".yaml"))
	.flatMap((name) => readFileSync(new URL(name, CONTENT), "utf8").split("\n"))
	.map((line) => line.trim().normalize("NFC"))
	.filter((line) => line !== "");

/** Where systems keep fonts; what is not there is not compared. */
const SYSTEM = ["/usr/share/fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];
/** One face of a family says enough. */
const SYSTEM_FONT =
	/(?:Regular|Sans|Serif|Mono|Roman|Arial|Times)\.(?:ttf|otf)$/i;
const systemFonts = SYSTEM.filter((folder) => existsSync(folder)).flatMap(
	(folder) =>
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((name) => SYSTEM_FONT.test(name))
			.map((name) => join(folder, name)),
);

needs(
	"fonts of the system, with TrueType and PostScript outlines",
	["ttf", "otf"].every((kind) =>
		systemFonts.some((file) => file.endsWith(`.${kind}`)),
	),
	"on Debian, apt-get install fonts-dejavu-core fonts-urw-base35",
);

/** A text of all pairs with the letter, in both orders. */
const pairsWith = (letter: string, others: readonly string[]): string =>
	others.map((other) => letter + other).join("") + letter;

interface Shaped {
	readonly id: number | undefined;
	readonly advance: number | undefined;
}

function byFontkit(font: FontkitFont, text: string): readonly Shaped[] {
	const { glyphs, positions } = font.layout(text, FEATURES, "latn");
	return glyphs.map(({ id }, i) => ({ id, advance: positions[i]?.xAdvance }));
}

/** The first text that comes out otherwise, letter by letter; null when all are the same. */
function firstDifference(
	program: FontProgram,
	font: FontkitFont,
	texts: readonly string[],
): unknown {
	for (const text of texts) {
		const ours = program.shape(text);
		const theirs = byFontkit(font, text);
		const at = theirs.findIndex(
			({ id, advance }, i) =>
				ours[i]?.id !== id || ours[i]?.advance !== advance,
		);
		if (ours.length !== theirs.length || at >= 0)
			return {
				letters: [...text].slice(Math.max(0, at - 1), at + 2).join(""),
				ours: ours[at],
				theirs: theirs[at],
			};
	}
	return null;
}

/** Letters with another box, advance or presence than fontkit gives. */
const differentLetters = (
	program: FontProgram,
	font: FontkitFont,
): readonly string[] =>
	ALPHABET.filter((letter) => {
		const codePoint = letter.codePointAt(0) ?? 0;
		if (program.has(codePoint) !== font.hasGlyphForCodePoint(codePoint))
			return true;
		const glyph = font.glyphForCodePoint(codePoint);
		if (program.advance(glyph.id) !== glyph.advanceWidth) return true;
		const ink = program.ink(glyph.id);
		const { minX, minY, maxX, maxY } = glyph.cbox;
		return ink === null
			? glyph.path.commands.length > 0
			: ink.left !== minX ||
					ink.right !== maxX ||
					ink.bottom !== minY ||
					ink.top !== maxY;
	});

const roomy = (bytes: Uint8Array): Uint8Array => {
	const copy = new Uint8Array(bytes.length + 16);
	copy.set(bytes);
	return copy;
};

describe.each([...BUNDLED_FILES, DISPLAY_FILE])("$name", ({ weight, name }) => {
	const bytes = fontBytes(name);
	const program = trueTypeProgram({ weight, bytes });
	const font = create(roomy(bytes));

	test("is familiar", () => expect(isUnfamiliar(bytes)).toBe(false));

	test("has the name and measures fontkit reads", () => {
		expect(program.metrics.postscriptName).toBe(font.postscriptName);
		expect(program.metrics.unitsPerEm).toBe(font.unitsPerEm);
		expect(program.metrics.capHeight).toBe(font.capHeight);
	});

	test("has the same letters", () =>
		expect(differentLetters(program, font)).toEqual([]));

	test("sets the texts of all notices the same", () =>
		expect(firstDifference(program, font, TEXTS)).toBeNull());

	test("kerns all pairs the same", () => {
		const texts = ALPHABET.map((letter) => pairsWith(letter, ALPHABET));
		expect(firstDifference(program, font, texts)).toBeNull();
	}, 60_000);
});

describe("fonts of the system", () => {
	test.skipIf(systemFonts.length === 0).each(systemFonts)(
		"%s is read as fontkit does, or left to it",
		(file) => {
			const bytes = new Uint8Array(readFileSync(file));
			if (fontDamage(bytes) !== null) return;
			const source = { weight: 400, bytes } as const;
			if (isUnfamiliar(bytes)) {
				expect(() => fontkitProgram(source).shape("Thông báo")).not.toThrow();
				return;
			}
			const program = trueTypeProgram(source);
			const font = create(roomy(bytes));
			expect(program.metrics.postscriptName).toBe(font.postscriptName);
			expect(differentLetters(program, font)).toEqual([]);
			const pairs = LETTERS.slice(0, 12).map((a) => pairsWith(a, ALPHABET));
			const texts = [...TEXTS.slice(0, 100), ...pairs];
			expect(firstDifference(program, font, texts)).toBeNull();
		},
		30_000,
	);
});

describe("a font of a rare kind", () => {
	const regular = fontBytes("BeVietnamPro_400Regular.ttf");
	const postscript = systemFonts.find((file) => file.endsWith(".otf"));

	test("is told by its kerning, and left to the other reader", async () => {
		const bytes = withOtherKerning(regular);
		expect(isUnfamiliar(bytes)).toBe(true);
		const files = [{ weight: 400, bytes }] as const;
		expect(() => openTypeface("Rare", files).face(400)).toThrow("not known");
		const typeface = await openAnyTypeface("Rare", files);
		expect(typeface.face(400).shape("Thông báo")).toHaveLength(9);
	});

	test("is told by Apple's tables", () => {
		expect(isUnfamiliar(withTable(regular, "gasp", "morx"))).toBe(true);
	});

	test("without kerning is none", () => {
		const bytes = withTable(regular, "GPOS", "XXXX");
		expect(isUnfamiliar(bytes)).toBe(false);
		const program = trueTypeProgram({ weight: 400, bytes });
		expect(program.shape("Tà")[0]).toEqual(program.shape("T")[0]);
	});

	test.skipIf(postscript === undefined)(
		"with PostScript outlines is opened and cut to what is used",
		async () => {
			const bytes = new Uint8Array(readFileSync(postscript ?? ""));
			expect(isUnfamiliar(bytes)).toBe(true);
			const typeface = await openAnyTypeface("Rare", [{ weight: 400, bytes }]);
			const glyphs = typeface
				.face(400)
				.shape("bao")
				.map(({ id }) => id);
			expect(glyphs).toHaveLength(3);
			const subset = typeface.program(400).subset([0, ...glyphs]);
			expect(subset.outlines).toBe("cff");
			expect(subset.bytes.length).toBeLessThan(bytes.length / 4);
		},
	);
});

describe("a subset", () => {
	/** Faces whose letters are put together of parts, and ours, which are not. */
	const files = [
		...BUNDLED_FILES.map(({ name }) => fontBytes(name)),
		...systemFonts
			.filter((file) => file.endsWith("Sans.ttf"))
			.map((file) => new Uint8Array(readFileSync(file))),
	];

	test.each(files.map((bytes) => ({ bytes })))(
		"draws every letter as the whole font does (%#)",
		({ bytes }) => {
			const font = create(roomy(bytes));
			const ids = ALPHABET.map(
				(letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id,
			);
			const glyphs = [0, ...ids];
			const program = trueTypeProgram({ weight: 400, bytes });
			const subset = create(roomy(program.subset(glyphs).bytes));
			const drawn = (from: FontkitFont, id: number): string => {
				const { advanceWidth, path } = from.getGlyph(id, []);
				return JSON.stringify([advanceWidth, path.commands]);
			};
			const wrong = glyphs.filter(
				(id, place) => drawn(subset, place) !== drawn(font, id),
			);
			expect(wrong).toEqual([]);
		},
	);

	test("is far smaller than the font", () => {
		const bytes = fontBytes("BeVietnamPro_400Regular.ttf");
		const program = trueTypeProgram({ weight: 400, bytes });
		const glyphs = Array.from({ length: 80 }, (_, glyph) => glyph);
		expect(program.subset(glyphs).bytes.length).toBeLessThan(14_000);
	});
});

/** Renames a table, which is as good as taking it out. */
function withTable(bytes: Uint8Array, tag: string, other: string): Uint8Array {
	const copy = Uint8Array.from(bytes);
	const at = recordOf(copy, tag);
	copy.set(new TextEncoder().encode(other), at);
	return copy;
}

/** Has every lookup of GPOS pass over ligatures. */
function withOtherKerning(bytes: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(bytes);
	const view = new DataView(copy.buffer);
	const gpos = view.getUint32(recordOf(copy, "GPOS") + 8);
	const list = gpos + view.getUint16(gpos + 8);
	for (let i = 0; i < view.getUint16(list); i++)
		view.setUint16(list + view.getUint16(list + 2 + 2 * i) + 2, 4);
	return copy;
}

function recordOf(bytes: Uint8Array, tag: string): number {
	const view = new DataView(bytes.buffer);
	for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
		if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return at;
	throw new Error(`no table ${tag}`);
}
