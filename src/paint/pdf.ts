/** Copies a laid-out sheet into a PDF: PDF/UA-1 and PDF/A-3a in one file. */
import type { OpenTypeface } from "../fonts/open.ts";
import type { Mark, Page, Sheet } from "../layout/sheet.ts";
import type { Box, Pt } from "../units.ts";
import { CodeBook } from "./code-book.ts";
import { codeOperators } from "./draw-code.ts";
import { pictureOperators } from "./draw-picture.ts";
import { runOperators } from "./draw-run.ts";
import { shapeOperators } from "./draw-shape.ts";
import { FontBook } from "./font-book.ts";
import {
	ALL_PLATES,
	type Palette,
	PRESS,
	REGISTRATION,
	SCREEN,
} from "./operators.ts";
import { type Attachment, BangtinPdf } from "./pdf-document.ts";
import { PictureBook } from "./picture-book.ts";
import { Tagger } from "./tags.ts";

export interface PaintOptions {
	/** What the sheet was made from, to be carried inside; the notice first. */
	readonly attachments?: readonly Attachment[];
}

const LANGUAGE = "vi-VN";
const PROGRAM = "bangtin";

/** The same sheet gives the same bytes, on every machine and on every day. */
export function paintPdf(
	sheet: Sheet,
	typeface: OpenTypeface,
	{ attachments = [] }: PaintOptions = {},
): Uint8Array {
	const pdf = new BangtinPdf({
		title: sheet.title,
		author: sheet.issuer,
		language: LANGUAGE,
		program: PROGRAM,
		date: midnight(sheet.date),
		forPress: sheet.press !== undefined,
	});
	const { bookmarks = [] } = sheet;
	const palette = sheet.press === undefined ? SCREEN : PRESS;
	const books: Books = {
		fonts: new FontBook(pdf, typeface, sheet),
		pictures: new PictureBook(pdf, palette),
		codes: new CodeBook(pdf),
	};
	const tagger = new Tagger(pdf, (mark) => {
		const operators = operatorsOf(mark, books, palette);
		if (operators !== "") pdf.addContent(operators);
	});
	for (const [number, page] of sheet.pages.entries()) {
		paintPage(pdf, tagger, sheet, page);
		for (const { title } of bookmarks.filter((mark) => mark.page === number))
			pdf.outline.addItem(title);
	}
	tagger.finish();
	pdf.attach(attachments);
	return pdf.finish();
}

function paintPage(
	pdf: BangtinPdf,
	tagger: Tagger,
	{ width, height, press }: Sheet,
	page: Page,
): void {
	pdf.addPage({ size: [width, height], margin: 0 });
	const { data } = pdf.page.dictionary;
	if (press === undefined) {
		data.TrimBox = [0, 0, width, height];
		tagger.page(page.nodes);
		return;
	}
	data.TrimBox = upwards(press.trim, height);
	data.BleedBox = upwards(press.bleed, height);
	tagger.page(page.nodes);
	pdf.nameAllPlates(ALL_PLATES);
	pdf.markContent("Artifact", { type: "Page" });
	for (const mark of press.marks)
		pdf.addContent(shapeOperators(mark, REGISTRATION));
	pdf.endMarkedContent();
}

/** PDF's boxes count from the bottom. */
const upwards = (box: Box, pageHeight: Pt): readonly number[] => [
	box.x,
	pageHeight - box.y - box.height,
	box.x + box.width,
	pageHeight - box.y,
];

/** What the pages of a document share. */
interface Books {
	readonly fonts: FontBook;
	readonly pictures: PictureBook;
	readonly codes: CodeBook;
}

function operatorsOf(
	mark: Mark,
	{ fonts, pictures, codes }: Books,
	palette: Palette,
): string {
	switch (mark.kind) {
		case "run":
			return mark.glyphs.length === 0
				? ""
				: runOperators(mark, fonts.use(mark.weight), palette);
		case "shape":
			return shapeOperators(mark, palette);
		case "code":
			return codeOperators(mark, palette, codes.use(mark));
		case "picture":
			return pictureOperators(mark, palette, pictures.use(mark.picture));
	}
}

/** In UTC, so that no time zone moves the day. */
function midnight(isoDate: string): Date {
	const date = new Date(`${isoDate}T00:00:00Z`);
	if (Number.isNaN(date.getTime()))
		throw new Error(`not an ISO date: ${isoDate}`);
	return date;
}
