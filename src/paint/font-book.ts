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
	/** What the PDF calls the glyph; it is added when it is new. */
	readonly codeOf: (glyph: Glyph) => number;
	/** The width the PDF gives for a code, in 1/1000 em. */
	readonly width: (code: number) => number;
}

/** A font in the making; codes are the numbers its glyphs have in this PDF. */
interface Subset {
	readonly embedded: EmbeddedFont;
	/** By glyph and letter. */
	readonly codes: Map<string, number>;
}

export class FontBook {
	readonly #pdf: BangtinPdf;
	readonly #typeface: OpenTypeface;
	readonly #subsets = new Map<FontProgram, Subset>();

	constructor(pdf: BangtinPdf, typeface: OpenTypeface) {
		this.#pdf = pdf;
		this.#typeface = typeface;
	}

	/** The font of a weight, made known to the current page. */
	use(weight: Weight): BookFont {
		const program = this.#typeface.program(weight);
		const subset = this.#subsets.get(program) ?? this.#add(program);
		const { embedded } = subset;
		this.#pdf.page.fonts[embedded.id] ??= embedded.ref();
		return {
			resource: embedded.id,
			codeOf: (glyph) => codeOf(subset, glyph),
			width: (code) => embedded.widths[code] ?? 0,
		};
	}

	/** Names each subset by what is in it, so that merged files keep them apart. */
	tagSubsets(): void {
		for (const { embedded: font } of this.#subsets.values()) {
			const content = `${font.name} ${font.subset.glyphs.join(" ")}`;
			const number = shortDigest(content, 10 ** TAG_DIGITS);
			font.id = `F${String(number).padStart(TAG_DIGITS, "0")}`;
		}
	}

	#add(program: FontProgram): Subset {
		const name = `weight ${program.weight}`;
		this.#pdf.registerFont(name, program.font).font(name);
		const embedded = this.#pdf._font;
		embedded.widths[0] = thousandths(program.font, embedded.widths[0] ?? 0);
		// PDFKit maps .notdef to U+0000, which PDF/UA forbids.
		embedded.unicode[0] = [0xfffd];
		const subset: Subset = { embedded, codes: new Map() };
		this.#subsets.set(program, subset);
		return subset;
	}
}

function codeOf({ embedded, codes }: Subset, glyph: Glyph): number {
	const key = `${glyph.id} ${glyph.codePoints.join(" ")}`;
	const known = codes.get(key);
	if (known !== undefined) return known;
	const code = addGlyph(embedded, glyph);
	codes.set(key, code);
	return code;
}

/**
 * Fonts draw some letters alike, such as the space that breaks and the one that
 * does not: each gets a code of its own, so that each can be read back.
 */
function addGlyph(embedded: EmbeddedFont, { id, codePoints }: Glyph): number {
	if (id === 0)
		throw new Error(`no glyph for “${String.fromCodePoint(...codePoints)}”`);
	const { subset, font, widths, unicode } = embedded;
	const isShared = subset.glyphs.includes(id);
	const code = isShared ? subset.glyphs.push(id) - 1 : subset.includeGlyph(id);
	widths[code] = thousandths(font, font.getGlyph(id, codePoints).advanceWidth);
	unicode[code] = codePoints;
	return code;
}

/** Whole, because some readers cut off the fraction; runs make up for it. */
const thousandths = (
	font: { readonly unitsPerEm: number },
	units: number,
): number => Math.round((units * 1000) / font.unitsPerEm);
