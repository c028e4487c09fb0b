/** The fonts of one document: each is embedded once, with the glyphs used. */
import type { EmbeddedFont } from "pdfkit";
import type { Glyph, Weight } from "../fonts/face.ts";
import type { FontProgram, OpenTypeface } from "../fonts/open.ts";
import { shortDigest } from "./digest.ts";
import type { BangtinPdf } from "./pdf-document.ts";

/** Digits of a font's tag: PDFKit turns each into a letter. */
const TAG_DIGITS = 6;

/** A font of the document, ready to take glyphs. */
export interface BookFont {
	/** Its name in the page's resources. */
	readonly resource: string;
	/** The glyph's number in the subset. */
	readonly include: (glyph: Glyph) => number;
	/** The width the PDF gives for a number of the subset, in 1/1000 em. */
	readonly width: (subsetId: number) => number;
}

export class FontBook {
	readonly #pdf: BangtinPdf;
	readonly #typeface: OpenTypeface;
	readonly #fonts = new Map<FontProgram, EmbeddedFont>();

	constructor(pdf: BangtinPdf, typeface: OpenTypeface) {
		this.#pdf = pdf;
		this.#typeface = typeface;
	}

	/** The font of a weight, made known to the current page. */
	use(weight: Weight): BookFont {
		const program = this.#typeface.program(weight);
		const embedded = this.#fonts.get(program) ?? this.#add(program);
		this.#pdf.page.fonts[embedded.id] ??= embedded.ref();
		return {
			resource: embedded.id,
			include: (glyph) => includeGlyph(embedded, glyph),
			width: (subsetId) => embedded.widths[subsetId] ?? 0,
		};
	}

	/** Names each subset by what is in it, so that merged files keep them apart. */
	tagSubsets(): void {
		for (const font of this.#fonts.values()) {
			const content = `${font.name} ${font.subset.glyphs.join(" ")}`;
			const number = shortDigest(content, 10 ** TAG_DIGITS);
			font.id = `F${String(number).padStart(TAG_DIGITS, "0")}`;
		}
	}

	#add(program: FontProgram): EmbeddedFont {
		const name = `weight ${program.weight}`;
		this.#pdf.registerFont(name, program.font).font(name);
		const embedded = this.#pdf._font;
		embedded.widths[0] = thousandths(program.font, embedded.widths[0] ?? 0);
		// PDFKit maps .notdef to U+0000, which PDF/UA forbids.
		embedded.unicode[0] = [0xfffd];
		this.#fonts.set(program, embedded);
		return embedded;
	}
}

function includeGlyph(embedded: EmbeddedFont, glyph: Glyph): number {
	if (glyph.id === 0)
		throw new Error(
			`no glyph for “${String.fromCodePoint(...glyph.codePoints)}”`,
		);
	const subsetId = embedded.subset.includeGlyph(glyph.id);
	const { font } = embedded;
	embedded.widths[subsetId] ??= thousandths(
		font,
		font.getGlyph(glyph.id, glyph.codePoints).advanceWidth,
	);
	embedded.unicode[subsetId] ??= glyph.codePoints;
	return subsetId;
}

/** Whole, because some readers cut off the fraction; runs make up for it. */
const thousandths = (
	font: { readonly unitsPerEm: number },
	units: number,
): number => Math.round((units * 1000) / font.unitsPerEm);
