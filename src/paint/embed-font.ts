/**
 * Writes a subset of a font into a PDF as a composite font, whose codes are
 * the places of its glyphs (ISO 32000-1, 9.7).
 */
import type { PDFReference } from "pdfkit";
import type { FontProgram } from "../fonts/program.ts";
import { type BangtinPdf, pdfString } from "./pdf-document.ts";
import type { Subset } from "./subset.ts";

/** Bits of a font descriptor's flags. */
const FLAGS = { fixedPitch: 1, serif: 2, symbolic: 4, script: 8, italic: 64 };

export function embedFont(
	pdf: BangtinPdf,
	program: FontProgram,
	subset: Subset,
): PDFReference {
	const { metrics } = program;
	const scale = (units: number): number => (units * 1000) / metrics.unitsPerEm;
	const { name, isTrueType } = subset;
	const file = pdf.ref({
		Filter: "FlateDecode",
		...(isTrueType ? { Length1: subset.length } : { Subtype: "CIDFontType0C" }),
	});
	file.end(subset.file);
	const { box } = metrics;
	const descriptor = pdf.ref({
		Type: "FontDescriptor",
		FontName: name,
		Flags: flagsOf(program),
		FontBBox: [box.left, box.bottom, box.right, box.top].map(scale),
		ItalicAngle: metrics.italicAngle,
		Ascent: scale(metrics.ascent),
		Descent: scale(metrics.descent),
		CapHeight: scale(metrics.capHeight || metrics.ascent),
		XHeight: scale(metrics.xHeight),
		// Unknown, as the standard lets us say.
		StemV: 0,
		[isTrueType ? "FontFile2" : "FontFile3"]: file,
	});
	descriptor.end();
	const descendant = pdf.ref({
		Type: "Font",
		Subtype: isTrueType ? "CIDFontType2" : "CIDFontType0",
		BaseFont: name,
		CIDSystemInfo: {
			Registry: pdfString("Adobe"),
			Ordering: pdfString("Identity"),
			Supplement: 0,
		},
		FontDescriptor: descriptor,
		W: [0, subset.widths],
		...(isTrueType ? { CIDToGIDMap: "Identity" } : {}),
	});
	descendant.end();
	const unicode = pdf.ref({ Filter: "FlateDecode" });
	unicode.end(subset.unicode);
	const reference = pdf.ref({
		Type: "Font",
		Subtype: "Type0",
		BaseFont: name,
		Encoding: "Identity-H",
		DescendantFonts: [descendant],
		ToUnicode: unicode,
	});
	reference.end();
	return reference;
}

function flagsOf({ metrics }: FontProgram): number {
	const { isFixedPitch, isSerif, isScript, isItalic } = metrics;
	return (
		FLAGS.symbolic +
		(isFixedPitch ? FLAGS.fixedPitch : 0) +
		(isSerif ? FLAGS.serif : 0) +
		(isScript ? FLAGS.script : 0) +
		(isItalic ? FLAGS.italic : 0)
	);
}
