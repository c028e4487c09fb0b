/** Every rule with a sheet that breaks it, and only it, and one that does not. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { FORMATS, type Format } from "../src/formats/formats.ts";
import {
	disc,
	filled,
	framed,
	polygon,
	rectangle,
	segment,
	stroked,
} from "../src/layout/shapes.ts";
import type { CodeMark, Mark, Run } from "../src/layout/sheet.ts";
import type { Announcement, Text } from "../src/model/announcement.ts";
import { textsOf } from "../src/model/texts.ts";
import { contrastRatio } from "../src/proof/contrast-ratio.ts";
import {
	flatten,
	lieIn,
	pathBox,
	strokeTouches,
} from "../src/proof/geometry.ts";
import { inkOf } from "../src/proof/ink.ts";
import { missingLetters } from "../src/proof/letters.ts";
import { proofSheet } from "../src/proof/proof.ts";
import { typeset } from "../src/typeset.ts";
import { mm } from "../src/units.ts";
import { monoTypeface } from "./support/mono-face.ts";
import { codeMark, content, sheetOf, textRun } from "./support/sheet.ts";
import { openBundled } from "./support/typeface.ts";

const A4 = FORMATS["flyer-a4"];
const URL_OF_CODE = "https://dichvucong.gov.vn/p/home";

/** Letters are 0.6 em wide with 0.5 em of ink; capitals 0.74 em high. */
const run = (
	text: string,
	x: number,
	baseline: number,
	changes: Partial<Run> = {},
): Run => ({ ...textRun(monoTypeface, text, x, baseline), ...changes });

const code = (changes: Partial<CodeMark> = {}): CodeMark => ({
	...codeMark(URL_OF_CODE, 300, 400, mm(0.9)),
	...changes,
});

const proof = (marks: readonly Mark[], format: Format = A4): Diagnostic[] =>
	proofSheet(sheetOf([[content(...marks)]]), format, monoTypeface);

const codesOf = (marks: readonly Mark[]): readonly string[] =>
	proof(marks).map((d) => d.code);

const white = { ink: "white", ground: "red" } as const;

describe("a sound sheet", () => {
	test("gives no diagnostics", () => {
		const marks = [
			run("THÔNG BÁO", 40, 100, { role: "headline", size: 40 }),
			filled(rectangle(40, 130, 300, 30, 8), "red"),
			run("Từ ngày 1/7", 60, 150, { ...white, size: 16 }),
			framed(40, 180, 300, 60, 2, 6, "red"),
			run("Việc phải làm", 50, 205),
			run("làm ngay", 50, 225),
			code(),
			run("dichvucong.gov.vn", 300, 540, { role: "host", size: 11 }),
			run("nhỏ", 40, 780, { role: "small", size: 9 }),
		];
		expect(proof(marks)).toEqual([]);
	});

	test("may be empty", () => expect(proof([])).toEqual([]));
});

describe("proof/text-small", () => {
	test.each([
		["small", 9],
		["body", 11],
		["host", 11],
		["headline", 11],
	] as const)("%s has a floor of %d pt", (role, floor) => {
		const set = (size: number) =>
			codesOf([run("abc", 50, 100, { role, size })]).filter(
				(c) => c !== "proof/headline-small",
			);
		expect(set(floor)).toEqual([]);
		expect(set(floor - 1e-7)).toEqual([]);
		expect(set(floor - 0.01)).toEqual(["proof/text-small"]);
	});

	test("is told once of a field, at its worst", () => {
		const path = "lead";
		const found = proof([
			run("một ", 50, 100, { path, size: 10 }),
			run("hai", 50, 120, { path, size: 8 }),
		]);
		expect(found).toMatchObject([
			{ path, params: { size: 8, least: 11, text: "hai" } },
		]);
	});
});

describe("proof/headline-small", () => {
	const headline = (text: string, size: number) =>
		proof([run(text, 50, 100, { role: "headline", size })]);
	/** The size whose capitals of 0.74 em are 10 mm high. */
	const least = mm(10) / 0.74;

	test("is a warning under the least cap height", () => {
		expect(headline("Tin", least)).toEqual([]);
		expect(headline("Tin", least * 0.9)).toMatchObject([
			{
				code: "proof/headline-small",
				severity: "warning",
				params: { capMm: 9, leastMm: 10 },
			},
		]);
	});

	test("does not count accents as height", () =>
		expect(headline("Ắ Ộ T Ế", least * 0.9)).toHaveLength(1));

	test("knows a headline without flat capitals", () => {
		expect(headline("ở ấp", least)).toEqual([]);
		expect(headline("ở ấp", least * 0.9)).toHaveLength(1);
	});
});

describe("proof/outside-safe-area", () => {
	const SAFE = mm(7);
	/** Ink of a letter begins 0.05 em after its place. */
	const left = SAFE - 0.05 * 12;

	test.each([
		["left", run("H", left, 100), run("H", left - 0.1, 100)],
		["top", run("H", 50, SAFE + 0.74 * 12), run("H", 50, SAFE + 0.73 * 12)],
		[
			"right",
			run("H", mm(203) - 0.55 * 12, 100),
			run("H", mm(203) - 0.55 * 12 + 0.1, 100),
		],
		[
			"bottom",
			run("g", 50, mm(290) - 0.22 * 12),
			run("g", 50, mm(290) - 0.21 * 12),
		],
	])("of text at the %s", (_side, good, bad) => {
		expect(codesOf([good])).toEqual([]);
		expect(codesOf([bad])).toEqual(["proof/outside-safe-area"]);
	});

	test("of a line, with half of its width", () => {
		const line = (x: number) => stroked(segment(x, 100, x, 200), "black", 4);
		expect(codesOf([line(SAFE + 2)])).toEqual([]);
		expect(proof([line(SAFE + 1)])).toMatchObject([
			{ params: { what: "shape", mm: 0.35 } },
		]);
	});

	test("of a curve by its ink, not by its control points", () => {
		const r = 50;
		expect(codesOf([filled(disc(SAFE + r, 200, r), "red")])).toEqual([]);
		const bulge = [
			{ op: "M", x: 40, y: 100 },
			{ op: "C", x1: 10, y1: 100, x2: 10, y2: 200, x: 40, y: 200 },
		] as const;
		expect(codesOf([stroked(bulge, "red", 1)])).toEqual([
			"proof/outside-safe-area",
		]);
		expect(pathBox(bulge)?.left).toBeCloseTo(17.5);
	});

	test("of a code", () => {
		const near = code({ x: SAFE - 0.5 });
		expect(codesOf([near])).toEqual(["proof/outside-safe-area"]);
		expect(codesOf([code({ x: SAFE })])).toEqual([]);
	});

	test("not of white, which is paper", () =>
		expect(codesOf([filled(rectangle(0, 0, 100, 100), "white")])).toEqual([]));

	test("says how far", () =>
		expect(
			proof([run("H", left - mm(2), 100, { path: "lead" })]),
		).toMatchObject([
			{ path: "lead", params: { what: "text", text: "H", mm: 2 } },
		]));
});

describe("proof/overlap of lines", () => {
	test("counts the marks of one in the tails of the other", () => {
		// Ế rises 0.74 + 0.44 em, g hangs 0.22 em: 1.4 em of 12 pt are 16.8 pt.
		const lines = (leading: number) =>
			codesOf([run("ggg", 50, 100), run("ẾẾẾ", 50, 100 + leading)]);
		expect(lines(16.8)).toEqual([]);
		expect(lines(16.7)).toEqual(["proof/overlap"]);
	});

	test("letter by letter: a tail may hang beside a mark", () =>
		expect(codesOf([run("gaa", 50, 100), run("aaẾ", 50, 115)])).toEqual([]));

	test("not of runs that continue each other", () => {
		const tight = { tracking: -2 };
		const first = run("đậm ", 50, 100, tight);
		const width = 4 * (0.6 * 12 - 2);
		expect(codesOf([first, run("thường", 50 + width, 100, tight)])).toEqual([]);
	});

	test("of neighbours on one baseline", () =>
		expect(
			proof([
				run("cột một", 50, 100, { path: "a" }),
				run("cột hai", 90, 100, { path: "b" }),
			]),
		).toMatchObject([
			{
				code: "proof/overlap",
				path: "b",
				params: { first: "cột hai", second: "cột một" },
			},
		]));
});

describe("proof/overlap of text and shapes", () => {
	const bad = ["proof/overlap"];

	test("on the edge of a ground", () => {
		const bar = filled(rectangle(40, 80, 60, 30), "black");
		const on = { ink: "white", ground: "black" } as const;
		expect(codesOf([bar, run("dài", 45, 100, on)])).toEqual([]);
		expect(codesOf([bar, run("dài quá khổ", 45, 100, on)])).toEqual(bad);
	});

	test("on the line of a frame, from within and from without", () => {
		const card = framed(40, 80, 60, 30, 2, 4, "red");
		expect(codesOf([card, run("vừa", 45, 100)])).toEqual([]);
		expect(codesOf([card, run("vừa", 105, 100)])).toEqual([]);
		expect(codesOf([card, run("vừa", 40.5, 100)])).toEqual(bad);
		expect(codesOf([card, run("vừa", 82, 100)])).toEqual(bad);
	});

	test("by their true outline, not by their box", () => {
		const arrow = filled(polygon([40, 100], [80, 60], [80, 100]), "red");
		expect(codesOf([arrow, run("T", 42, 80)])).toEqual([]);
		expect(codesOf([arrow, run("T", 62, 90)])).not.toEqual([]);
		const ring = stroked(disc(100, 100, 30), "black", 2);
		expect(codesOf([run("T", 96, 104), ring])).toEqual([]);
		expect(codesOf([run("T", 128, 104), ring])).toEqual(bad);
	});

	test("letter by letter in round corners", () => {
		const pill = filled(rectangle(40, 86, 80, 20, 10), "red");
		expect(codesOf([pill, run("aÁa", 48, 101, white)])).toEqual([]);
		expect(codesOf([pill, run("ÁÁa", 38.5, 101, white)])).toEqual(bad);
	});

	test("not on a tint as pale as paper", () => {
		const ray = filled(
			polygon([40, 80], [70, 80], [55, 120], [40, 120]),
			"sun",
		);
		expect(codesOf([ray, run("dài quá khổ", 45, 100)])).toEqual([]);
		const leaf = { ...ray, fill: "leaf" } as const;
		expect(codesOf([leaf, run("dài quá khổ", 45, 100)])).toEqual(bad);
	});

	test("not where a later ground hides the line", () => {
		const line = stroked(segment(0, 96, 200, 96), "white", 3);
		const track = filled(rectangle(60, 50, 4, 100), "red");
		const card = framed(40, 80, 90, 30, 1, 0, "black");
		expect(codesOf([track, line, card, run("thẻ", 50, 100)])).toEqual([]);
		expect(codesOf([card, track, run("thẻ", 50, 100)])).toEqual(bad);
	});

	test("under what is painted later", () => {
		const cover = filled(rectangle(50, 95, 5, 5), "white");
		expect(codesOf([run("che", 50, 100), cover])).toEqual(bad);
		expect(codesOf([cover, run("che", 50, 100)])).toEqual([]);
	});

	test("on another ground than it was set for", () => {
		const bar = filled(rectangle(40, 80, 60, 30), "black");
		expect(codesOf([bar, run("sai", 45, 100, white)])).toEqual(bad);
	});
});

describe("pictures", () => {
	/** A square inch of `pixels` × `pixels`. */
	const picture = (pixels: number, x = 300): Mark => ({
		kind: "picture",
		x,
		y: 100,
		width: 72,
		height: 72,
		path: "issuer.logo",
		picture: {
			kind: "pixels",
			width: pixels,
			height: pixels,
			rgb: new Uint8Array(3 * pixels * pixels),
		},
	});

	test("look blurred with less than 150 pixels to the inch", () => {
		expect(codesOf([picture(150)])).toEqual([]);
		expect(proof([picture(149)])).toMatchObject([
			{
				code: "pictures/coarse",
				severity: "warning",
				path: "issuer.logo",
				params: { pixels: 149, least: 150 },
			},
		]);
	});

	test("have no letter on them, and no code beside them", () => {
		expect(codesOf([picture(200), run("abc", 310, 120)])).toEqual([
			"proof/overlap",
		]);
		expect(codesOf([picture(200), run("abc", 310, 90)])).toEqual([]);
		expect(codesOf([picture(200), code({ x: 300, y: 180 })])).toEqual([
			"proof/code-quiet-zone",
		]);
	});

	test("keep out of the margin", () =>
		expect(codesOf([picture(200, mm(6))])).toEqual([
			"proof/outside-safe-area",
		]));
});

describe("proof/ink-coverage", () => {
	/** Black over a share of an A4 page, in its middle. */
	const area = (share: number, ink: "black" | "red" = "black") =>
		filled(
			rectangle(
				40,
				40,
				A4.width - 80,
				(share * A4.width * A4.height) / (A4.width - 80),
			),
			ink,
		);
	const red = filled(rectangle(40, 800, 1, 1), "red");

	test("is 20 % of a sheet with red, 15 % of one in black alone", () => {
		expect(codesOf([area(0.149)])).toEqual([]);
		expect(codesOf([area(0.151)])).toEqual(["proof/ink-coverage"]);
		expect(codesOf([area(0.199), red])).toEqual([]);
		expect(proof([area(0.201), red])).toMatchObject([
			{ severity: "error", path: "title", params: { percent: 21, most: 20 } },
		]);
	});

	test("counts red as black and white printers print it", () => {
		// 71 % dark.
		expect(codesOf([area(0.27, "red")])).toEqual([]);
		expect(codesOf([area(0.29, "red")])).toEqual(["proof/ink-coverage"]);
	});

	test("does not count what lies under white", () =>
		expect(
			codesOf([area(0.4), filled(rectangle(50, 50, 400, 400), "white")]),
		).toEqual([]));

	test("counts letters, lines and codes by their ink", () => {
		const lines = Array.from({ length: 40 }, (_, i) =>
			stroked(segment(40, 60 + i * 15, 548, 60 + i * 15), "black", 3.5),
		);
		// 40 × 511.5 × 3.5 pt² on 595.3 × 841.9.
		expect(codesOf(lines)).toEqual([]);
		expect(codesOf([...lines, area(0.008)])).toEqual(["proof/ink-coverage"]);
	});
});

describe("proof/contrast", () => {
	const bar = (ink: "black" | "red") => filled(rectangle(40, 80, 60, 30), ink);
	const set = (ink: Run["ink"], ground: Run["ground"], marks: Mark[] = []) =>
		codesOf([...marks, run("chữ", 45, 100, { ink, ground })]);

	test("is by what the text lies on", () => {
		expect(set("black", "white")).toEqual([]);
		expect(set("red", "white")).toEqual([]);
		expect(set("white", "red", [bar("red")])).toEqual([]);
		expect(set("white", "black", [bar("black")])).toEqual([]);
		for (const [ink, ground, marks] of [
			["white", "white", []],
			["black", "red", [bar("red")]],
			["red", "black", [bar("black")]],
			["white", "red", []],
			["black", "white", [bar("black")]],
		] as const)
			expect(set(ink, ground, [...marks])).toEqual(["proof/contrast"]);
	});

	test("says the ratio", () =>
		expect(
			proof([bar("red"), run("chữ", 45, 100, { ground: "red" })]),
		).toMatchObject([{ params: { text: "chữ", ratio: 3.57 } }]));

	test("is WCAG's", () => {
		expect(contrastRatio("black", "white")).toBeCloseTo(21);
		expect(contrastRatio("red", "white")).toBeCloseTo(5.88, 2);
		expect(contrastRatio("white", "white")).toBe(1);
	});

	test("is enough for all that is set in the inks of the second theme", () => {
		const pairs = [
			["vermilion", "white"],
			["vermilion", "sun"],
			["dark", "sun"],
			["white", "vermilion"],
			["white", "green"],
			["black", "yellow"],
			["black", "leaf"],
		] as const;
		for (const [ink, ground] of pairs)
			expect(contrastRatio(ink, ground), ink).toBeGreaterThan(4.5);
		expect(contrastRatio("green", "white")).toBeCloseTo(8.1, 1);
		expect(contrastRatio("yellow", "white")).toBeLessThan(2);
	});
});

describe("proof/code-module", () => {
	const { modules } = code();

	test("under the floor", () => {
		const least = mm(0.7);
		const big = { ...A4, codeSide: 0 };
		expect(proof([code({ module: least - 1e-7 })], big)).toEqual([]);
		expect(proof([code({ module: least - 0.01 })], big)).toMatchObject([
			{ code: "proof/code-module", params: { mm: 0.7, leastMm: 0.7 } },
		]);
	});

	test("under the side of a code", () => {
		const tall = { ...A4, codeSide: mm(0.9) * modules };
		expect(proof([code()], tall)).toEqual([]);
		expect(
			proof([code()], { ...tall, codeSide: tall.codeSide + 0.1 }),
		).toMatchObject([{ code: "proof/code-module" }]);
	});
});

describe("proof/code-quiet-zone", () => {
	const at = code();
	const side = at.modules * at.module;
	const zone = 4 * at.module;
	const bad = ["proof/code-quiet-zone"];
	const below = (gap: number) =>
		run("HHH", at.x, at.y + side + gap + 0.74 * 12);

	test("of a caption too near", () => {
		expect(codesOf([at, below(zone)])).toEqual([]);
		expect(codesOf([at, below(zone - 0.1)])).toEqual(bad);
		expect(codesOf([below(zone - 0.1), at])).toEqual(bad);
	});

	test.each([
		["left", at.x - zone, at.y + 9],
		["right", at.x + side + zone, at.y + 9],
		["top", at.x + 9, at.y - zone],
		["bottom", at.x + 9, at.y + side + zone],
	])("of a shape at the %s", (_side, x, y) => {
		expect(codesOf([at, filled(disc(x, y, 1), "red")])).toEqual(bad);
		expect(codesOf([filled(disc(x, y, 1), "red"), at])).toEqual(bad);
	});

	test("of a frame around it", () => {
		const card = (gap: number) =>
			framed(
				at.x - gap,
				at.y - gap,
				side + 2 * gap,
				side + 2 * gap,
				1,
				0,
				"black",
			);
		expect(codesOf([card(zone + 1), at])).toEqual([]);
		expect(codesOf([card(zone), at])).toEqual(bad);
	});

	test("of a ground that is not white, unless white lies on it", () => {
		const ground = filled(rectangle(200, 300, 300, 300), "red");
		const window = filled(
			rectangle(at.x - zone, at.y - zone, side + 2 * zone, side + 2 * zone),
			"white",
		);
		expect(codesOf([ground, at])).toEqual(bad);
		expect(codesOf([ground, window, at])).toEqual([]);
		expect(codesOf([window, at, ground])).toEqual(bad);
	});

	test("of white over the code", () =>
		expect(
			codesOf([at, filled(rectangle(at.x + 9, at.y + 9, 3, 3), "white")]),
		).toEqual(bad));

	test("of two codes too near each other", () => {
		const beside = (gap: number) => code({ x: at.x + side + gap });
		expect(codesOf([at, beside(zone)])).toEqual([]);
		expect(codesOf([at, beside(zone - 1)])).toEqual([...bad, ...bad]);
	});
});

describe("proof/code-unreadable", () => {
	test("of a code that says something else", () => {
		expect(codesOf([code()])).toEqual([]);
		expect(codesOf([code({ url: `${URL_OF_CODE}/` })])).toEqual([
			"proof/code-unreadable",
		]);
	});

	test("of a damaged code, even after the sound one was read", () => {
		const sound = code();
		expect(codesOf([sound])).toEqual([]);
		const matrix = sound.matrix.map((module, i) => (i % 3 === 0 ? 0 : module));
		expect(codesOf([code({ matrix })])).toEqual(["proof/code-unreadable"]);
		expect(codesOf([sound])).toEqual([]);
	});

	test("of a code of the wrong size", () =>
		expect(codesOf([code({ modules: 21, module: mm(2) })])).toEqual([
			"proof/code-unreadable",
		]));
});

describe("proof/letter-missing", () => {
	test("where a font drew its empty box", () => {
		const sound = run("aµb", 50, 100, { path: "title" });
		const glyphs = sound.glyphs.map((glyph, i) =>
			i === 1 ? { ...glyph, id: 0 } : glyph,
		);
		expect(proof([sound])).toEqual([]);
		expect(proof([{ ...sound, glyphs }])).toMatchObject([
			{
				code: "proof/letter-missing",
				path: "title",
				params: { character: "µ", codePoint: "U+00B5", text: "aµb" },
			},
		]);
	});
});

describe("ink", () => {
	test("is where the letters are, tracking included", () => {
		const page = inkOf({
			nodes: [content(run("a H", 100, 200, { size: 10, tracking: 1 }))],
		});
		// Each letter moves the pen 6 + 1 pt and has ink from 0.5 to 5.5 pt.
		const [inked] = page.runs;
		expect(inked?.glyphs).toHaveLength(2);
		expect(inked?.box.left).toBeCloseTo(100.5);
		expect(inked?.box.right).toBeCloseTo(100 + 14 + 5.5);
		expect(inked?.box.top).toBeCloseTo(200 - 7.4);
		expect(inked?.box.bottom).toBeCloseTo(200);
	});

	test("is found on every page", () => {
		const bad = content(run("nhỏ", 50, 100, { size: 5 }));
		const sheet = sheetOf([[content(run("đủ lớn", 50, 100))], [bad]]);
		expect(proofSheet(sheet, A4, monoTypeface).map((d) => d.code)).toEqual([
			"proof/text-small",
		]);
	});

	test("lies within, across or outside a path", () => {
		const box = (left: number, top: number, side = 2) => ({
			left,
			top,
			right: left + side,
			bottom: top + side,
		});
		const frame = flatten([
			...rectangle(0, 0, 40, 40),
			...polygon([10, 10], [10, 30], [30, 30], [30, 10]),
		]);
		expect(lieIn(frame, box(4, 4))).toBe("within");
		expect(lieIn(frame, box(9, 15))).toBe("across");
		expect(lieIn(frame, box(19, 19))).toBe("outside");
		expect(lieIn(frame, box(50, 4))).toBe("outside");
		expect(lieIn(frame, box(-10, -10, 100))).toBe("across");
		const edge = flatten(rectangle(0, 0, 40, 40));
		expect(lieIn(edge, box(38, 38))).toBe("within");
		expect(lieIn(edge, box(40, 38))).toBe("outside");
		const line = flatten(segment(0, 0, 30, 30));
		// The nearest corner, (12, 14), is √2 from the line.
		expect(strokeTouches(line, 2.7, box(10, 14))).toBe(false);
		expect(strokeTouches(line, 2.9, box(10, 14))).toBe(true);
		expect(strokeTouches(line, 2, box(10, 11))).toBe(true);
	});
});

const CONTENT = new URL("../content/", import.meta.url);

const notice = (file: string): Announcement => {
	const source = readFileSync(new URL(file, CONTENT), "utf8");
	const { value, diagnostics } = readAnnouncement(source);
	if (value === null) throw new Error(JSON.stringify(diagnostics));
	return value;
};
const FOUNDING = "vneid-dich-vu-cong.yaml";

describe("the founding announcement", () => {
	const founding = notice(FOUNDING);

	test.each([
		["flyer-a4", "full"],
		["flyer-a4", "saver"],
		["poster-a3", "full"],
		["poster-a3", "saver"],
	] as const)("on %s, %s, gives no diagnostics", (sheet, ink) => {
		const request = { sheet, theme: "tuyen", ink } as const;
		expect(typeset(founding, request, openBundled()).diagnostics).toEqual([]);
	});
});

/** Everything in a notice that has the form of a text, wherever it is. */
function textsWithin(value: unknown): readonly unknown[] {
	if (typeof value !== "object" || value === null) return [];
	if ("long" in value && "short" in value) return [value];
	return Object.values(value).flatMap(textsWithin);
}

describe("the texts of a notice", () => {
	const files = readdirSync(CONTENT).filter((file) => file.endsWith(".yaml"));

	test.each(files)("of %s are all found", (file) => {
		const announcement = notice(file);
		const found = new Set<unknown>(textsOf(announcement));
		const within = textsWithin(announcement);
		expect(within.length).toBeGreaterThan(5);
		expect(within.filter((text) => !found.has(text))).toEqual([]);
	});
});

describe("fonts/missing-glyph", () => {
	const founding = notice(FOUNDING);
	const typeface = openBundled();
	const text = (path: string, long: string, short?: string): Text => ({
		path,
		long: [{ text: long, strong: false }],
		short: short === undefined ? null : [{ text: short, strong: false }],
	});

	test("is not reported of a sound notice", () =>
		expect(missingLetters(founding, typeface)).toEqual([]));

	test("names each character of each field once, all at once", () => {
		const changed = {
			...founding,
			title: text("title", "Họp → bầu → 𝕏", "Họp →"),
			lead: text("lead", "Gọi 📞, rồi đến →"),
			contact: { office: text("contact.office", "Ủy ban"), phone: "☎ 0274" },
		};
		expect(
			missingLetters(changed, typeface).map((d) => [d.path, d.params]),
		).toMatchObject([
			["title", { character: "→", codePoint: "U+2192", instead: "đến" }],
			["title", { character: "𝕏", codePoint: "U+1D54F", instead: null }],
			["lead", { character: "📞", codePoint: "U+1F4DE", instead: "ĐT:" }],
			["lead", { character: "→", family: typeface.family }],
			["contact.phone", { character: "☎" }],
		]);
	});

	test("finds what only a short form has", () =>
		expect(
			missingLetters({ ...founding, lead: text("lead", "Đến", "→") }, typeface),
		).toHaveLength(1));

	test("counts a mark that is left over after NFC, on its letter", () =>
		expect(
			missingLetters(
				{ ...founding, lead: text("lead", "mx\u0301 a".normalize("NFC")) },
				typeface,
			).map((d) => d.params),
		).toMatchObject([{ character: "x\u0301", codePoint: "U+0301" }]));

	test("stops a notice before it is laid out", () => {
		const changed = { ...founding, lead: text("lead", "mx\u0301 →") };
		const request = { sheet: "flyer-a4", theme: "tuyen", ink: "full" } as const;
		const { value, diagnostics } = typeset(changed, request, typeface);
		expect(value).toBeNull();
		expect(diagnostics.map((d) => d.code)).toEqual([
			"fonts/missing-glyph",
			"fonts/missing-glyph",
		]);
	});
});
