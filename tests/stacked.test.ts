/**
 * Marks never touch: the highest capitals under the deepest, in every role at
 * every size a sheet can have, painted and looked at.
 */
import { expect, test } from "vitest";
import { FORMAT_NAMES } from "../src/formats/formats.ts";
import { setHeadline } from "../src/layout/headline.ts";
import {
	measureLine,
	type Paragraph,
	placeParagraph,
	type Style,
	setBrokenLines,
	setParagraph,
	spansOf,
} from "../src/layout/text.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { ROLES as MAI } from "../src/themes/mai/type-scale.ts";
import type { RoleSpec } from "../src/themes/shared/type-roles.ts";
import { sizeAt } from "../src/themes/shared/type-roles.ts";
import { ROLES as TUYEN } from "../src/themes/tuyen/type-scale.ts";
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

interface Role extends RoleSpec {
	/** With its theme. */
	readonly name: string;
}

const roles = Object.entries({ tuyen: TUYEN, mai: MAI }).flatMap(
	([theme, table]) =>
		Object.entries(table).map(
			([role, spec]): Role => ({ ...spec, name: `${theme} ${role}` }),
		),
);

function styleOf({ sizes: _, name: __, ...spec }: Role, size: number): Style {
	return { ...spec, size, ink: "black", ground: "white" };
}

/** Floor, target, most, and between them, of every sheet; each size once. */
const sizesOf = ({ sizes }: Role): readonly number[] => [
	...new Set(
		FORMAT_NAMES.flatMap((format) =>
			[0, 0.5, 1, 1.5, 2].map((at) => sizeAt(sizes[format], at)),
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

/** Too narrow for both words: each stands on a line. */
const forOneWord = (style: Style): number =>
	1.05 *
	Math.max(
		...[ABOVE, BELOW].map((word) =>
			measureLine(spansOf(word), style, typeface),
		),
	);

const isHeadline = ({ name }: Role): boolean => name.endsWith(" headline");
const paragraphs = roles.filter((role) => !isHeadline(role));
const headlines = roles.filter(isHeadline);

test.each(paragraphs)("$name keeps a clear row between lines", async (role) => {
	for (const size of sizesOf(role)) {
		const style = styleOf(role, size);
		const set = setParagraph(
			spansOf(`${ABOVE} ${BELOW}`),
			style,
			forOneWord(style),
			typeface,
		);
		expect(
			await clearance(set),
			`${role.name} at ${size} pt`,
		).toBeGreaterThanOrEqual(1);
	}
});

test.each(headlines)("$name keeps a clear row between lines", async (role) => {
	for (const size of sizesOf(role)) {
		const style = styleOf(role, size);
		const measure = forOneWord(style);
		const set = setHeadline(
			spansOf(`${ABOVE} ${BELOW}`),
			style,
			{ measure, size, height: size * 9, maxLines: 2 },
			typeface,
			"title",
		);
		if (set === null) throw new Error("no headline");
		expect(
			await clearance(set),
			`${role.name} at ${size} pt`,
		).toBeGreaterThanOrEqual(1);
	}
});

test("sees marks that touch", async () => {
	const tight = setBrokenLines(
		[spansOf(ABOVE), spansOf(BELOW)],
		[1.2],
		{ ...TUYEN.body, size: 12, ink: "black", ground: "white" },
		typeface,
	);
	expect(await clearance(tight)).toBeLessThan(0);
});
