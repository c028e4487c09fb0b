/** The sheet on the screen is the sheet on paper. */
import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import { fontkitProgram } from "../src/fonts/fontkit-program.ts";
import type { OutlineOp } from "../src/fonts/program.ts";
import { BUNDLED_FILES } from "../src/fonts/table.ts";
import { trueTypeProgram } from "../src/fonts/truetype.ts";
import type { SheetName } from "../src/formats/formats.ts";
import {
	artifact,
	type Mark,
	marksIn,
	type Sheet,
} from "../src/layout/sheet.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import {
	drawSvg,
	type SvgPage,
	svgFile,
	svgPainter,
} from "../src/paint/svg.ts";
import { moveBy, moveNode } from "../src/print/move.ts";
import { typeset } from "../src/typeset.ts";
import { type Raster, rasteriseRgba } from "./support/pdf.ts";
import { fontBytes, openBundled } from "./support/typeface.ts";

const typeface = openBundled();
const FOUNDING = "vneid-dich-vu-cong";

function sheetOf(name: string, sheet: SheetName, ink: "full" | "saver"): Sheet {
	const file = new URL(`../content/${name}.yaml`, import.meta.url);
	const { value } = readAnnouncement(readFileSync(file, "utf8"));
	if (value === null) throw new Error(`${name} cannot be read`);
	const laidOut = typeset(value, { sheet, theme: "tuyen", ink }, typeface);
	if (laidOut.value === null) throw new Error(`${name} cannot be laid out`);
	return laidOut.value;
}

const DPI = 150;

/** In as many pixels as the other raster has, which rounds its size its own way. */
function rasteriseSvg(svg: string, { width, height }: Raster): Raster {
	const size = `width="${width}" height="${height}" preserveAspectRatio="none"`;
	const sized = svg.replace(/width="[^"]+pt" height="[^"]+pt"/, size);
	const options = { font: { loadSystemFonts: false } };
	const image = new Resvg(sized, options).render();
	return {
		width: image.width,
		height: image.height,
		data: Uint8Array.from(image.pixels),
	};
}

/** Mean difference of the pixels, and the share of those that differ by more than a half. */
function compare(a: Raster, b: Raster): { mean: number; gross: number } {
	let sum = 0;
	let gross = 0;
	for (let at = 0; at < a.data.length; at += 4) {
		const apart = [0, 1, 2].map((i) =>
			Math.abs((a.data[at + i] ?? 0) - (b.data[at + i] ?? 0)),
		);
		const most = Math.max(...apart);
		sum += most;
		if (most > 128) gross += 1;
	}
	const pixels = a.width * a.height;
	return { mean: sum / pixels / 255, gross: gross / pixels };
}

/** Grey edges differ between the two rasterisers; a shift by a pixel is a mean of 0.055. */
describe("a page as SVG", () => {
	test.each<[string, SheetName, "full" | "saver"]>([
		[FOUNDING, "flyer-a4", "full"],
		[FOUNDING, "poster-a3", "saver"],
		["tiem-phong-cho-meo", "leaflet-a5-2up", "full"],
		["thu-thap-y-kien", "flyer-a4", "full"],
	])(
		"%s on %s, %s ink, looks like the page of the PDF",
		async (name, to, ink) => {
			const sheet = sheetOf(name, to, ink);
			const pdf = paintPdf(sheet, typeface);
			const drawn = drawSvg(sheet, typeface);
			for (const page of sheet.pages.keys()) {
				const printed = await rasteriseRgba(pdf, DPI, page);
				const shown = rasteriseSvg(svgFile(drawn, page), printed);
				expect([shown.width, shown.height]).toEqual([
					printed.width,
					printed.height,
				]);
				const { mean, gross } = compare(printed, shown);
				expect(mean).toBeLessThan(0.02);
				expect(gross).toBeLessThan(0.005);
			}
		},
		30_000,
	);

	const founding = sheetOf(FOUNDING, "flyer-a4", "full");
	const drawn = drawSvg(founding, typeface);
	const [page = []] = drawn.pages;

	test("says of what was written which field it is", () => {
		const paths = new Set(
			page.flatMap(({ shape }) => /data-path="([^"]*)"/.exec(shape)?.[1] ?? []),
		);
		expect(paths).toContain("title");
		expect(paths).toContain("body[1].answers[1].answers[0].do.title");
		expect(paths).toContain("links.register");
	});

	test("has one path for a run, quadratic as in the font", () => {
		const runs = page.filter(({ shape }) =>
			shape.includes('data-path="title"'),
		);
		expect(runs.length).toBeGreaterThan(0);
		for (const { shape } of runs) {
			expect(shape).toMatch(/^<path [^>]*q[^>]*\/>$/);
			expect(shape).not.toMatch(/[CcUu]\d/);
		}
	});

	test("what moves keeps its shape", () => {
		const moved = drawSvg(
			{
				...founding,
				pages: founding.pages.map(({ nodes }) => ({
					nodes: nodes.map((node) => moveNode(node, moveBy(10, 20))),
				})),
			},
			typeface,
		);
		const titles = (marks: SvgPage): SvgPage =>
			marks.filter(({ shape }) => shape.includes('data-path="title"'));
		const before = titles(page);
		const after = titles(moved.pages[0] ?? []);
		expect(after.map(({ shape }) => shape)).toEqual(
			before.map(({ shape }) => shape),
		);
		expect(after.map(({ at }) => at)).not.toEqual(before.map(({ at }) => at));
	});

	test("is the same from a painter that remembers the sheet before", () => {
		const paint = svgPainter(typeface);
		for (const [name, to, ink] of [
			[FOUNDING, "flyer-a4", "full"],
			[FOUNDING, "flyer-a4", "saver"],
			[FOUNDING, "poster-a3", "full"],
			["thu-thap-y-kien", "flyer-a4", "full"],
			["tiem-phong-cho-meo", "leaflet-a5-2up", "full"],
			[FOUNDING, "flyer-a4", "full"],
		] as const) {
			const sheet = sheetOf(name, to, ink);
			expect(paint(sheet)).toEqual(drawSvg(sheet, typeface));
		}
	});

	test.each<[string, (mark: Mark) => Mark]>([
		[
			"weight",
			(mark) => (mark.kind === "run" ? { ...mark, weight: 500 } : mark),
		],
		["ink", (mark) => (mark.kind === "run" ? { ...mark, ink: "white" } : mark)],
		["field", (mark) => (mark.kind === "run" ? { ...mark, path: "x" } : mark)],
		["size", (mark) => (mark.kind === "run" ? { ...mark, size: 9 } : mark)],
		[
			"tracking",
			(mark) => (mark.kind === "run" ? { ...mark, tracking: 1 } : mark),
		],
		[
			"letters",
			(mark) =>
				mark.kind === "run"
					? { ...mark, glyphs: mark.glyphs.toReversed() }
					: mark,
		],
		[
			"fill",
			(mark) => (mark.kind === "shape" ? { ...mark, fill: "white" } : mark),
		],
		[
			"stroke",
			(mark) => (mark.kind === "shape" ? { ...mark, stroke: null } : mark),
		],
		[
			"outline",
			(mark) =>
				mark.kind === "shape" ? { ...mark, ops: mark.ops.slice(1) } : mark,
		],
		[
			"curves",
			(mark) =>
				mark.kind === "shape"
					? {
							...mark,
							ops: mark.ops.map((op) =>
								op.op === "C" ? { ...op, x1: op.x1 + 1 } : op,
							),
						}
					: mark,
		],
	])("is drawn anew where another %s gives it another form", (_, other) => {
		const paint = svgPainter(typeface);
		paint(founding);
		const marks = founding.pages.map(({ nodes }) => ({
			nodes: [artifact(...marksIn(nodes).map(other))],
		}));
		const sheet = { ...founding, pages: marks };
		expect(paint(sheet)).toEqual(drawSvg(sheet, typeface));
		expect(paint(sheet).pages).not.toEqual(drawn.pages);
	});

	test("is the same at each key, whatever the painter drew before", () => {
		const file = new URL("../content/thu-thap-y-kien.yaml", import.meta.url);
		const source = readFileSync(file, "utf8");
		const paint = svgPainter(typeface);
		const typed = " xem kỹ bản vẽ, hỏi cán bộ địa chính";
		for (const place of ["Góp ý làm đường", "Dán trên bảng tin", "Gò Chùa"])
			for (let end = 0; end <= typed.length; end += 3) {
				const text = place + typed.slice(0, end);
				const { value } = readAnnouncement(source.replace(place, text));
				const request = {
					sheet: "flyer-a4",
					theme: "tuyen",
					ink: "full",
				} as const;
				const sheet = value && typeset(value, request, typeface).value;
				if (sheet) expect(paint(sheet)).toEqual(drawSvg(sheet, typeface));
			}
	});

	test("holds no script and no address but of codes", () => {
		const file = svgFile(drawn, 0);
		expect(file).not.toMatch(/<script|\bon\w+=|<image|url\(/);
	});

	test("does not break on what authors may write in names of fields", () => {
		const sheet = sheetOf(FOUNDING, "flyer-a4", "full");
		const odd = svgFile(
			{ ...drawSvg(sheet, typeface), title: 'a <b> & "c"' },
			0,
		);
		expect(odd).toContain("<title>a &lt;b> &amp; &quot;c&quot;</title>");
	});
});

/** Without lines of no length and back to the start, which draw nothing. */
function shape(ops: readonly OutlineOp[]): string {
	const out: string[] = [];
	let start = "";
	let at = "";
	for (const op of ops) {
		if (op.op === "Z") {
			if (out.at(-1) === `L${start}`) out.pop();
			out.push("Z");
			continue;
		}
		const to = `${op.x} ${op.y}`;
		if (op.op === "M") start = to;
		if (op.op === "L" && to === at) continue;
		const by = op.op === "Q" ? `${op.x1} ${op.y1} ` : "";
		out.push(`${op.op}${by}${to}`);
		at = to;
	}
	return out.join("");
}

describe.each(BUNDLED_FILES)("outlines of $name", ({ weight, name }) => {
	const bytes = fontBytes(name);

	test("are those another reader finds", () => {
		const font = create(bytes);
		const ours = trueTypeProgram({ weight, bytes });
		const theirs = fontkitProgram({ weight, bytes });
		const letters = [..."AaBbĐđẲẵệộỷQ0189&@§%–“”.,;:"];
		for (const letter of letters) {
			const { id, path } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
			const expected = path.commands.map(({ command, args }): OutlineOp => {
				const [a = 0, b = 0, c = 0, d = 0] = args;
				if (command === "closePath") return { op: "Z" };
				return command === "quadraticCurveTo"
					? { op: "Q", x1: a, y1: b, x: c, y: d }
					: { op: command === "moveTo" ? "M" : "L", x: a, y: b };
			});
			expect(shape(ours.outline(id)), letter).toBe(shape(expected));
			expect(theirs.outline(id)).toEqual(ours.outline(id));
		}
	});
});
