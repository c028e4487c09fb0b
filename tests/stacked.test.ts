/**
 * Marks never touch: the highest capitals under the deepest, in every role at
 * every size a sheet can have, painted and looked at.
 */
import { expect, test } from "vitest";
import { FORMAT_NAMES } from "../src/formats/formats.ts";
import { setHeadline } from "../src/layout/headline.ts";
import {
	type Paragraph,
	placeParagraph,
	type Style,
	setBrokenLines,
	setParagraph,
	spansOf,
} from "../src/layout/text.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { sizeAt } from "../src/themes/shared/type-roles.ts";
import { ROLES, type Role } from "../src/themes/tuyen/type-scale.ts";
import { type Raster, rasterise } from "./support/pdf.ts";
import { content, element, sheetOf } from "./support/sheet.ts";
import { openBundled } from "./support/typeface.ts";

const ABOVE = "ẶẲỴỔ";
const BELOW = "ẲẾẪ";
const DPI = 150;
/**
 * PDFium sets letters on whole pixels: at 150 dpi that alone is as much as is
 * looked for. Small letters are looked at four times as near.
 */
const nearness = (size: number): number => (size > 40 ? 1 : 4);
const WHITE = 255;

const typeface = openBundled();
const roles = Object.keys(ROLES).filter((role): role is Role => role in ROLES);

function styleOf(role: Role, size: number): Style {
	const { sizes: _, ...spec } = ROLES[role];
	return { ...spec, size, ink: "black", ground: "white" };
}

/** Floor, target, most, and between them, of every sheet; each size once. */
const sizesOf = (role: Role): readonly number[] => [
	...new Set(
		FORMAT_NAMES.flatMap((format) =>
			[0, 0.5, 1, 1.5, 2].map((at) => sizeAt(ROLES[role].sizes[format], at)),
		),
	),
];

function inkedRows({ width, height, data }: Raster): {
	readonly first: number;
	readonly last: number;
} {
	const inked = Array.from({ length: height }, (_, y) =>
		data.subarray(y * width, (y + 1) * width).some((gray) => gray < WHITE),
	);
	return { first: inked.indexOf(true), last: inked.lastIndexOf(true) };
}

/** Rows of pixels at 150 dpi between the last ink of the upper line and the first of the lower. */
async function clearance(set: Paragraph): Promise<number> {
	expect(set.lines.map((line) => line.text.trim())).toEqual([ABOVE, BELOW]);
	const margin = set.style.size;
	const [upper, lower] = placeParagraph(set, margin, margin);
	if (upper === undefined || lower === undefined) throw new Error("two lines");
	// Each line on a page of its own, where both would be.
	const sheet = sheetOf(
		[upper, lower].map((run) => [element("P", content(run))]),
		{
			width: set.width + 2 * margin,
			height: set.height + 2 * margin,
		},
	);
	const bytes = paintPdf(sheet, typeface);
	const near = nearness(set.style.size);
	const above = inkedRows(await rasterise(bytes, near * DPI, 0));
	const below = inkedRows(await rasterise(bytes, near * DPI, 1));
	return (below.first - above.last - 1) / near;
}

const paragraphs = roles.filter((role) => role !== "headline");

test.each(paragraphs)("%s keeps a clear row between lines", async (role) => {
	for (const size of sizesOf(role)) {
		const style = styleOf(role, size);
		// Too narrow for both words: each stands on a line.
		const set = setParagraph(
			spansOf(`${ABOVE} ${BELOW}`),
			style,
			size * 4.4,
			typeface,
		);
		expect(
			await clearance(set),
			`${role} at ${size} pt`,
		).toBeGreaterThanOrEqual(1);
	}
});

test("headline keeps a clear row between lines", async () => {
	for (const size of sizesOf("headline")) {
		const set = setHeadline(
			spansOf(`${ABOVE} ${BELOW}`),
			styleOf("headline", size),
			{ measure: size * 4.4, size, height: size * 9, maxLines: 2 },
			typeface,
			"title",
		);
		if (set === null) throw new Error("no headline");
		expect(
			await clearance(set),
			`headline at ${size} pt`,
		).toBeGreaterThanOrEqual(1);
	}
});

test("sees marks that touch", async () => {
	const tight = setBrokenLines(
		[spansOf(ABOVE), spansOf(BELOW)],
		[1.2],
		styleOf("body", 12),
		typeface,
	);
	expect(await clearance(tight)).toBeLessThan(0);
});
