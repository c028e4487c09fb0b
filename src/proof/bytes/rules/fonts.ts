import type { ShownGlyph, ShownText } from "../content/page-content.ts";
import type { PdfFont } from "../pdf-font.ts";
import type { ProofedPage, ProofedPdf } from "../proofed-pdf.ts";
import {
	type BytesRule,
	cornerOf,
	firstOnEach,
	found,
	foundOn,
} from "../rule.ts";

/** Whole thousandths, because some readers cut off the fraction. */
const WIDTH_TOLERANCE = 1;

const textsOf = ({ content }: ProofedPage): readonly ShownText[] =>
	content.marks.filter((mark) => mark.kind === "text");

/** Each font with what is set in it, each code once. */
function usesOf({
	pages,
}: ProofedPdf): ReadonlyMap<PdfFont, readonly ShownGlyph[]> {
	const uses = new Map<PdfFont, Map<number, ShownGlyph>>();
	for (const { font, glyphs } of pages.flatMap(textsOf)) {
		const known = uses.get(font) ?? new Map<number, ShownGlyph>();
		uses.set(font, known);
		for (const glyph of glyphs) known.set(glyph.code, glyph);
	}
	return new Map([...uses].map(([font, used]) => [font, [...used.values()]]));
}

export const fontEmbedded: BytesRule = ({ fonts }) =>
	fonts
		.filter(({ embedded }) => !embedded)
		.map(({ name: font }) => found("proof/font-embedded", { font }));

export const fontSubset: BytesRule = ({ fonts }) =>
	fonts
		.filter(({ embedded, name }) => embedded && !/^[A-Z]{6}\+/.test(name))
		.map(({ name: font }) => found("proof/font-subset", { font }));

/** The font's box stands for no letter, and is found by a rule of its own. */
const isUnnamed = ({ glyph, letters }: ShownGlyph): boolean =>
	glyph !== 0 &&
	(letters === null || letters === "" || /[\0\ufffd\ufeff]/.test(letters));

/** Letters that can be searched for, copied and read aloud. */
export const fontUnicode: BytesRule = (pdf) =>
	[...usesOf(pdf)]
		.filter(
			([{ hasToUnicode }, glyphs]) => !hasToUnicode || glyphs.some(isUnnamed),
		)
		.map(([{ name: font }]) => found("proof/font-unicode", { font }));

/** Viewers go by the PDF's widths, printers sometimes by the font's. */
export const fontWidth: BytesRule = (pdf) =>
	[...usesOf(pdf)]
		.filter(([font, glyphs]) =>
			glyphs.some(({ code, glyph }) => {
				if (font.program === null || glyph === null) return false;
				if (glyph >= font.program.glyphs) return false;
				const difference = font.width(code) - font.program.width(glyph);
				return Math.abs(difference) > WIDTH_TOLERANCE;
			}),
		)
		.map(([{ name: font }]) => found("proof/font-width", { font }));

const isBlank = (letters: string): boolean =>
	/^[\s\u00ad\u200b-\u200d\u2060]*$/u.test(letters);

/** A glyph that is the font's box, is not there, or has no ink though its letter has. */
function isUndrawn(
	{ program }: PdfFont,
	{ glyph, letters }: ShownGlyph,
): boolean {
	if (glyph === null) return false;
	if (glyph === 0) return true;
	if (program === null) return false;
	return (
		glyph >= program.glyphs ||
		(letters !== null && program.ink(glyph) === null && !isBlank(letters))
	);
}

/** No box, and no blank, where a letter should be. */
export const letterUndrawn: BytesRule = ({ pages }) =>
	pages.flatMap((page) =>
		firstOnEach(
			textsOf(page).filter(
				({ font, glyphs, visible }) =>
					visible && glyphs.some((glyph) => isUndrawn(font, glyph)),
			),
			({ font }) => font.name,
		).map(({ font, text, box }) =>
			foundOn(page, box && cornerOf(box), "proof/letter-undrawn", {
				font: font.name,
				text: text.trim(),
			}),
		),
	);
