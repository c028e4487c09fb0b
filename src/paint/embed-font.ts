/**
 * Writes a subset of a font into a PDF as a composite font, whose codes are
 * the places of its glyphs (ISO 32000-1, 9.7).
 */
import type { PDFReference } from "pdfkit";
import type { Glyph } from "../fonts/face.ts";
import type { FontProgram } from "../fonts/program.ts";
import { deflated } from "./deflate.ts";
import { shortDigest } from "./digest.ts";
import { type BangtinPdf, pdfString } from "./pdf-document.ts";
import { toUnicode } from "./to-unicode.ts";

/** Letters before the name of a subset. */
const TAG_LENGTH = 6;
const LETTERS = 26;
/** Bits of a font descriptor's flags. */
const FLAGS = { fixedPitch: 1, serif: 2, symbolic: 4, script: 8, italic: 64 };
/** What .notdef stands for: a character that cannot be shown. */
const REPLACEMENT = 0xfffd;

export interface EmbeddedSubset {
	readonly reference: PDFReference;
	/** By code, in 1/1000 em. */
	readonly widths: readonly number[];
}

/** The glyphs get the codes from 1 on, in their order. */
export function embedFont(
	pdf: BangtinPdf,
	program: FontProgram,
	glyphs: readonly Glyph[],
): EmbeddedSubset {
	const { metrics } = program;
	const scale = (units: number): number => (units * 1000) / metrics.unitsPerEm;
	const ids = [0, ...glyphs.map(({ id }) => id)];
	// Whole, because some readers cut off the fraction; runs make up for it.
	const widths = ids.map((id) => Math.round(scale(program.advance(id))));
	const name = `${subsetTag(metrics.postscriptName, ids)}+${metrics.postscriptName.replaceAll(" ", "_")}`;
	const letters = glyphs.map(({ codePoints }) => codePoints);
	const streams = streamsOf(program, ids, letters);
	const { isTrueType } = streams;

	const file = pdf.ref({
		Filter: "FlateDecode",
		...(isTrueType
			? { Length1: streams.length }
			: { Subtype: "CIDFontType0C" }),
	});
	file.end(streams.file);
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
		W: [0, widths],
		...(isTrueType ? { CIDToGIDMap: "Identity" } : {}),
	});
	descendant.end();
	const unicode = pdf.ref({ Filter: "FlateDecode" });
	unicode.end(streams.unicode);
	const reference = pdf.ref({
		Type: "Font",
		Subtype: "Type0",
		BaseFont: name,
		Encoding: "Identity-H",
		DescendantFonts: [descendant],
		ToUnicode: unicode,
	});
	reference.end();
	return { reference, widths };
}

interface FontStreams {
	readonly isTrueType: boolean;
	readonly file: Uint8Array;
	/** Of the file before it was deflated, in bytes. */
	readonly length: number;
	readonly unicode: Uint8Array;
}

/**
 * Villages of one notice use much the same letters; subsets of late are kept. So
 * many hit nine times of ten in a list of thousands, and take some 2 MB.
 */
const KEPT = 256;
const known = new WeakMap<FontProgram, Map<string, FontStreams>>();

function streamsOf(
	program: FontProgram,
	ids: readonly number[],
	letters: readonly (readonly number[])[],
): FontStreams {
	const recent = known.get(program) ?? new Map<string, FontStreams>();
	known.set(program, recent);
	const key = `${ids.join(" ")}/${letters.join(" ")}`;
	const streams = recent.get(key) ?? makeStreams(program, ids, letters);
	// Last in the map is latest used.
	recent.delete(key);
	recent.set(key, streams);
	const [oldest] = recent.keys();
	if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
	return streams;
}

function makeStreams(
	program: FontProgram,
	ids: readonly number[],
	letters: readonly (readonly number[])[],
): FontStreams {
	const { outlines, bytes } = program.subset(ids);
	const unicode = toUnicode([[REPLACEMENT], ...letters]);
	return {
		isTrueType: outlines === "truetype",
		file: deflated(bytes),
		length: bytes.length,
		unicode: deflated(new TextEncoder().encode(unicode)),
	};
}

/** Told from what is in it, so that merged files keep subsets apart. */
function subsetTag(name: string, glyphs: readonly number[]): string {
	const content = `${name} ${glyphs.join(" ")}`;
	let number = shortDigest(content, LETTERS ** TAG_LENGTH);
	let tag = "";
	for (let i = 0; i < TAG_LENGTH; i++) {
		tag += String.fromCharCode(0x41 + (number % LETTERS));
		number = Math.floor(number / LETTERS);
	}
	return tag;
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
