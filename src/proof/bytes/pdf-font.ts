/** A font as a page uses it: from codes to glyphs, widths and letters. */
import type { PdfFile } from "../../pdf-reader/open-pdf.ts";
import {
	asKind,
	asName,
	asNumber,
	itemsOf,
	type PdfDict,
	type PdfValue,
} from "../../pdf-reader/values.ts";
import { type FontProgram, readFontProgram } from "./font-program.ts";
import { readToUnicode } from "./to-unicode.ts";

export interface PdfFont {
	readonly name: string;
	/** Bytes of a code. */
	readonly codeLength: 1 | 2;
	readonly embedded: boolean;
	/** null when it is not embedded, or of a kind we do not read. */
	readonly program: FontProgram | null;
	readonly hasToUnicode: boolean;
	/** In thousandths of an em, as the PDF says. */
	readonly width: (code: number) => number;
	/** The glyph of the program; null when only a full viewer could tell. */
	readonly glyph: (code: number) => number | null;
	/** null when the PDF does not say. */
	readonly letters: (code: number) => string | null;
}

const FILES = ["FontFile2", "FontFile3", "FontFile"];

export function readFont(file: PdfFile, dict: PdfDict): PdfFont {
	const composite = asName(file.field(dict, "Subtype")) === "Type0";
	const descendant = file.get(itemsOf(file.field(dict, "DescendantFonts"))[0]);
	const inner: PdfValue = composite ? descendant : dict;
	const descriptor = file.field(inner, "FontDescriptor");
	const [program] = FILES.map((key) =>
		asKind(file.field(descriptor, key), "stream"),
	).filter((stream) => stream !== null);
	const map = asKind(file.field(dict, "ToUnicode"), "stream");
	const letters = map === null ? null : readToUnicode(file.decode(map).bytes);
	const type3 = asName(file.field(dict, "Subtype")) === "Type3";
	return {
		name: asName(file.field(dict, "BaseFont")) ?? "?",
		codeLength: composite ? 2 : 1,
		embedded: program !== undefined || type3,
		program:
			program === undefined
				? null
				: readFontProgram(file.decode(program).bytes),
		hasToUnicode: letters !== null,
		width: composite ? cidWidths(file, inner) : simpleWidths(file, dict),
		glyph: composite ? cidGlyphs(file, inner) : () => null,
		letters: (code) => letters?.get(code) ?? null,
	};
}

function simpleWidths(file: PdfFile, dict: PdfDict): PdfFont["width"] {
	const first = asNumber(file.field(dict, "FirstChar")) ?? 0;
	const widths = itemsOf(file.field(dict, "Widths"));
	return (code) => asNumber(file.get(widths[code - first])) ?? 0;
}

/** `[1 [500 600] 7 9 400]`: runs of widths, and ranges with one. */
function cidWidths(file: PdfFile, inner: PdfValue): PdfFont["width"] {
	const otherwise = asNumber(file.field(inner, "DW")) ?? 1000;
	const widths = new Map<number, number>();
	const items = itemsOf(file.field(inner, "W")).map((item) => file.get(item));
	for (let i = 0; i < items.length; ) {
		const first = asNumber(items[i] ?? null) ?? 0;
		const second = items[i + 1] ?? null;
		if (asKind(second, "array") !== null) {
			for (const [step, width] of itemsOf(second).entries())
				widths.set(first + step, asNumber(file.get(width)) ?? otherwise);
			i += 2;
			continue;
		}
		const last = Math.min(asNumber(second) ?? first, first + 0xffff);
		const width = asNumber(items[i + 2] ?? null) ?? otherwise;
		for (let cid = first; cid <= last; cid++) widths.set(cid, width);
		i += 3;
	}
	return (code) => widths.get(code) ?? otherwise;
}

/** Codes are glyphs, unless a table says otherwise. */
function cidGlyphs(file: PdfFile, inner: PdfValue): PdfFont["glyph"] {
	if (asName(file.field(inner, "Subtype")) !== "CIDFontType2")
		return (code) => code;
	const table = asKind(file.field(inner, "CIDToGIDMap"), "stream");
	if (table === null) return (code) => code;
	const { bytes } = file.decode(table);
	return (code) => (bytes[2 * code] ?? 0) * 256 + (bytes[2 * code + 1] ?? 0);
}
