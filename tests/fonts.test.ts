import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FontError } from "../src/fonts/error.ts";
import { DISPLAY, type Weight } from "../src/fonts/face.ts";
import { codePointName, missingCharacters } from "../src/fonts/missing.ts";
import { nearestWeight, openTypeface } from "../src/fonts/open.ts";
import {
	BUNDLED_FILES,
	DEFAULT_FAMILY,
	DISPLAY_FILE,
	familyOfFileName,
	filesOfFamily,
	weightOfFileName,
} from "../src/fonts/table.ts";
import { fontBytes, openBundled } from "./support/typeface.ts";

const FONTS = new URL("../fonts/", import.meta.url);
const REGULAR = "BeVietnamPro_400Regular.ttf";
const WEIGHTS: readonly Weight[] = [400, 500, 600, 700, 800];
/** Every letter of Vietnamese, small and capital. */
const ALPHABET = [
	..."aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ",
].flatMap((letter) => [letter, letter.toUpperCase()]);

const typeface = openBundled();
const face = typeface.face(400);

const faultOf = (open: () => unknown): string => {
	try {
		open();
	} catch (error) {
		if (error instanceof FontError) return error.fault;
		throw error;
	}
	return "none";
};

describe("file names", () => {
	test.each([
		["NotoSans-Regular.ttf", "NotoSans", 400],
		["NotoSans-Bold.ttf", "NotoSans", 700],
		["NotoSans.ttf", "NotoSans", 400],
		["NotoSans-700.ttf", "NotoSans", 700],
		["Noto-Sans-SemiBold.TTF", "Noto-Sans", 600],
		["X_700Bold.ttf", "X", 700],
		["BeVietnamPro_800ExtraBold.ttf", "BeVietnamPro", 800],
		["Source Serif-Medium.otf", "Source Serif", 500],
		["NotoSans-BoldItalic.ttf", "NotoSans", null],
		["NotoSans-Black.ttf", "NotoSans", null],
		["README.md", null, null],
	] as const)("%s is %s %s", (name, family, weight) => {
		expect(familyOfFileName(name)).toBe(family);
		expect(weightOfFileName(name)).toBe(weight);
	});

	test("a family is found however it is written", () => {
		const names = ["NotoSans-Bold.ttf", "NotoSans-Regular.ttf", "Other.ttf"];
		const files = [
			{ weight: 400, name: "NotoSans-Regular.ttf" },
			{ weight: 700, name: "NotoSans-Bold.ttf" },
		];
		expect(filesOfFamily(names, "NotoSans")).toEqual(files);
		expect(filesOfFamily(names, "noto sans")).toEqual(files);
		expect(filesOfFamily(names, "Arial")).toEqual([]);
	});

	test("the table is the folder", () => {
		expect(filesOfFamily(readdirSync(FONTS), DEFAULT_FAMILY)).toEqual(
			BUNDLED_FILES,
		);
	});

	test("the read-me has the fingerprint of each file", () => {
		const readme = readFileSync(new URL("README.md", FONTS), "utf8");
		for (const { name } of [...BUNDLED_FILES, DISPLAY_FILE]) {
			const sum = createHash("sha256").update(fontBytes(name)).digest("hex");
			expect(readme).toContain(`${sum}  ${name}`);
		}
	});
});

describe("weights", () => {
	test.each([
		[500, [400, 700], 400],
		[600, [400, 700], 700],
		[600, [500, 700], 700],
		[500, [400, 600], 400],
		[800, [400], 400],
		[700, [400, 700, 800], 700],
	] as const)("%i of %j is %i", (wanted, weights, nearest) => {
		expect(nearestWeight(wanted, weights)).toBe(nearest);
	});

	test("are never stood in for by a display face", () => {
		expect(nearestWeight(800, [400, DISPLAY])).toBe(400);
		expect(nearestWeight(DISPLAY, [400, 700])).toBe(700);
		expect(nearestWeight(DISPLAY, [400, DISPLAY])).toBe(DISPLAY);
	});

	test("share a face and a program where a file is missing", () => {
		const single = openTypeface("One", [
			{ weight: 400, bytes: fontBytes(REGULAR) },
		]);
		expect(single.face(800)).toBe(single.face(400));
		expect(single.program(800)).toBe(single.program(400));
		expect(single.face(800).weight).toBe(400);
	});
});

describe("a face", () => {
	test.each(WEIGHTS)(
		"of weight %i has every letter of Vietnamese",
		(weight) => {
			for (const letter of ALPHABET) {
				expect(typeface.face(weight).has(letter.codePointAt(0) ?? 0)).toBe(
					true,
				);
				const [glyph] = typeface.face(weight).shape(letter);
				expect(glyph?.id).not.toBe(0);
			}
		},
	);

	test("knows its cap height", () => {
		expect(face.capHeight).toBeCloseTo(0.74, 3);
	});

	test("gives one glyph a letter, ligatures or not", () => {
		const glyphs = face.shape("office ffi");
		expect(
			glyphs
				.map(({ codePoints }) => String.fromCodePoint(...codePoints))
				.join(""),
		).toBe("office ffi");
	});

	test("kerns", () => {
		const width = (text: string): number =>
			face.shape(text).reduce((sum, { advance }) => sum + advance, 0);
		expect(width("Tà")).toBeLessThan(width("T") + width("à"));
	});

	test("measures ink, and none of a space", () => {
		const [high] = face.shape("Ẳ");
		const [low] = face.shape("ộ");
		expect(high?.ink?.top).toBeCloseTo(1.199, 2);
		expect(low?.ink?.bottom).toBeLessThan(-0.15);
		for (const blank of [" ", "\u00a0"])
			expect(face.shape(blank)[0]?.ink).toBeNull();
	});

	test("tells a space from one that does not break", () => {
		expect(face.shape("\u00a0")[0]?.codePoints).toEqual([0xa0]);
		expect(face.shape(" ")[0]?.codePoints).toEqual([0x20]);
	});

	test("shapes a word once", () => {
		expect(face.shape("nhà ")).toBe(face.shape("nhà "));
	});

	test("refuses letters taken apart", () => {
		expect(faultOf(() => face.shape("ế".normalize("NFD")))).toBe("shaping");
	});

	test("shapes nothing to nothing", () => {
		expect(face.shape("")).toEqual([]);
	});
});

describe("a file that is no use", () => {
	const open = (bytes: Uint8Array): string =>
		faultOf(() => openTypeface("Xấu", [{ weight: 400, bytes }]).face(400));

	test("because there is none", () => {
		expect(faultOf(() => openTypeface("Xấu", []))).toBe("empty");
	});

	test("because it is something else", () => {
		expect(open(new Uint8Array())).toBe("format");
		expect(open(new TextEncoder().encode("<!DOCTYPE html><p>404</p>"))).toBe(
			"format",
		);
		expect(open(new TextEncoder().encode("wOF2............"))).toBe("format");
	});

	test.each([13, 200, 5000, 60_000])(
		"because it ends after %i bytes",
		(end) => {
			expect(open(fontBytes(REGULAR).subarray(0, end))).toBe("damaged");
		},
	);

	test("because its tables are noise", () => {
		const bytes = Uint8Array.from(fontBytes(REGULAR));
		bytes.fill(0x5a, 12 + 16 * 20);
		expect(open(bytes)).toBe("damaged");
	});

	test("because its maker forbids embedding", () => {
		const bytes = Uint8Array.from(fontBytes(REGULAR));
		const view = new DataView(bytes.buffer);
		for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
			if (view.getUint32(at) === 0x4f532f32)
				view.setUint16(view.getUint32(at + 8) + 8, 2);
		expect(open(bytes)).toBe("restricted");
	});

	test("is named in the error", () => {
		const open = (): unknown =>
			openTypeface("NotoSans", [{ weight: 700, bytes: new Uint8Array(9) }]);
		expect(open).toThrow("font NotoSans 700: not a TrueType");
	});
});

describe("missing characters", () => {
	test("are named once, with what to write instead", () => {
		expect(missingCharacters("Thứ Hai → thứ Sáu → 📞 𝕏", face)).toEqual([
			{ character: "→", codePoint: 0x2192, instead: "đến" },
			{ character: "📞", codePoint: 0x1f4de, instead: "ĐT:" },
			{ character: "𝕏", codePoint: 0x1d54f, instead: null },
		]);
		expect(missingCharacters("Kính gửi: 50 m² – 20 °C …", face)).toEqual([]);
	});

	test("are spelled as people look them up", () => {
		expect(codePointName(0x2192)).toBe("U+2192");
		expect(codePointName(0xa0)).toBe("U+00A0");
		expect(codePointName(0x1f4de)).toBe("U+1F4DE");
	});
});
