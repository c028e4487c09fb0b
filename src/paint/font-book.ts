/** The fonts of one document: each is embedded once, with the glyphs used. */
import type { PDFReference } from "pdfkit";
import type { Cut, Glyph } from "../fonts/face.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import type { FontProgram } from "../fonts/program.ts";
import { marksIn, type Run, type Sheet } from "../layout/sheet.ts";
import { embedFont } from "./embed-font.ts";
import type { BangtinPdf } from "./pdf-document.ts";
import { type Letters, letterKey, type Subset, subsetOf } from "./subset.ts";

/** A font of the document. */
export interface BookFont {
	/** Its name in the page's resources. */
	readonly resource: string;
	readonly subset: Subset;
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
			([program, letters], i): [FontProgram, EmbeddedFont] => {
				const subset = subsetOf(program, letters);
				const reference = embedFont(pdf, program, subset);
				return [program, { resource: `F${i + 1}`, subset, reference }];
			},
		);
		this.#fonts = new Map(used);
	}

	/** The font of a weight, made known to the current page. */
	use(weight: Cut): BookFont {
		const font = this.#fonts.get(this.#typeface.program(weight));
		if (font === undefined) throw new Error(`no text of weight ${weight}`);
		this.#pdf.page.fonts[font.resource] ??= font.reference;
		return font;
	}
}

/** Lightest first, so that the order of the page does not show in the file. */
function lettersUsed(
	sheet: Sheet,
	typeface: OpenTypeface,
): ReadonlyMap<FontProgram, Letters> {
	const used = new Map<FontProgram, Map<number, Glyph>>();
	for (const { weight, glyphs } of runsOf(sheet)) {
		if (glyphs.length === 0) continue;
		const program = typeface.program(weight);
		const letters = used.get(program) ?? new Map<number, Glyph>();
		used.set(program, letters);
		for (const glyph of glyphs) letters.set(letterKey(glyph), glyph);
	}
	return new Map([...used].sort(([a], [b]) => a.weight - b.weight));
}

const runsOf = (sheet: Sheet): readonly Run[] =>
	sheet.pages
		.flatMap(({ nodes }) => marksIn(nodes))
		.filter((mark) => mark.kind === "run");
