/** The fonts of one document: each is embedded once, with the glyphs used. */
import type { PDFReference } from "pdfkit";
import type { Glyph, Weight } from "../fonts/face.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import type { FontProgram } from "../fonts/program.ts";
import { marksIn, type Run, type Sheet } from "../layout/sheet.ts";

import { embedFont } from "./embed-font.ts";
import type { BangtinPdf } from "./pdf-document.ts";

/** A glyph as a font of the PDF has it. */
export interface FontCode {
	/** Four hexadecimal digits. */
	readonly hex: string;
	/** The width the PDF gives, in 1/1000 em. */
	readonly width: number;
}

/** A font of the document. */
export interface BookFont {
	/** Its name in the page's resources. */
	readonly resource: string;
	readonly code: (glyph: Glyph) => FontCode;
}

interface EmbeddedFont extends BookFont {
	readonly reference: PDFReference;
}

export class FontBook {
	readonly #pdf: BangtinPdf;
	readonly #typeface: OpenTypeface;
	readonly #fonts: ReadonlyMap<FontProgram, EmbeddedFont>;

	/** Embeds what the sheet will use. */
	constructor(pdf: BangtinPdf, typeface: OpenTypeface, sheet: Sheet) {
		this.#pdf = pdf;
		this.#typeface = typeface;
		const used = [...lettersUsed(sheet, typeface)].map(
			([program, letters], i) =>
				[program, embed(pdf, program, letters, `F${i + 1}`)] as const,
		);
		this.#fonts = new Map(used);
	}

	/** The font of a weight, made known to the current page. */
	use(weight: Weight): BookFont {
		const font = this.#fonts.get(this.#typeface.program(weight));
		if (font === undefined) throw new Error(`no text of weight ${weight}`);
		this.#pdf.page.fonts[font.resource] ??= font.reference;
		return font;
	}
}

type Letters = Map<number, Glyph>;

/** Lightest first, so that the order of the page does not show in the file. */
function lettersUsed(
	sheet: Sheet,
	typeface: OpenTypeface,
): ReadonlyMap<FontProgram, Letters> {
	const used = new Map<FontProgram, Letters>();
	for (const { weight, glyphs } of runsOf(sheet)) {
		if (glyphs.length === 0) continue;
		const program = typeface.program(weight);
		const letters = used.get(program) ?? new Map();
		used.set(program, letters);
		for (const glyph of glyphs) letters.set(letterKey(glyph), glyph);
	}
	return new Map([...used].sort(([a], [b]) => a.weight - b.weight));
}

const runsOf = (sheet: Sheet): readonly Run[] =>
	sheet.pages
		.flatMap(({ nodes }) => marksIn(nodes))
		.filter((mark) => mark.kind === "run");

/**
 * Fonts draw some letters alike, such as the space that breaks and the one that
 * does not: each gets a code of its own, so that each can be read back.
 */
const letterKey = ({ id, codePoints }: Glyph): number =>
	(codePoints[0] ?? 0) * 0x10000 + id;

function embed(
	pdf: BangtinPdf,
	program: FontProgram,
	letters: Letters,
	resource: string,
): EmbeddedFont {
	const sorted = [...letters].sort(([a], [b]) => a - b);
	const missing = sorted.find(([, { id }]) => id === 0);
	if (missing !== undefined) {
		const letter = String.fromCodePoint(...missing[1].codePoints);
		throw new Error(`no glyph for “${letter}”`);
	}
	const glyphs = sorted.map(([, glyph]) => glyph);
	const { reference, widths } = embedFont(pdf, program, glyphs);
	const codes = new Map(
		// Code 0 is .notdef.
		sorted.map(([key], i) => [
			key,
			{ hex: hex(i + 1), width: widths[i + 1] ?? 0 },
		]),
	);
	const code = (glyph: Glyph): FontCode => {
		const known = codes.get(letterKey(glyph));
		if (known === undefined) throw new Error(`glyph ${glyph.id} came late`);
		return known;
	};
	return { resource, reference, code };
}

const hex = (code: number): string => code.toString(16).padStart(4, "0");
