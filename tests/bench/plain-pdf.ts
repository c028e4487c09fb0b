/** The reference: the texts and codes of a sheet, drawn by PDFKit as its manual shows. */
import type { FontkitFont } from "fontkit";
import PDFDocument from "pdfkit";
import type { Cut } from "../../src/fonts/face.ts";
import { byInk, INKS } from "../../src/ink.ts";
import type { CodeMark, Mark, Node, Sheet } from "../../src/layout/sheet.ts";

/** By weight; files are parsed by PDFKit. */
export type PlainFonts = ReadonlyMap<Cut, FontkitFont | Uint8Array>;

/** The manual's part of PDFKit, which src/typings leaves out. */
interface PlainDocument {
	on(event: "data", listener: (chunk: Uint8Array) => void): this;
	on(event: "end", listener: () => void): this;
	registerFont(name: string, font: FontkitFont | Uint8Array): this;
	addPage(options: { readonly size: readonly number[]; margin: number }): this;
	font(name: string): this;
	fontSize(size: number): this;
	fillColor(colour: string | readonly number[]): this;
	text(
		text: string,
		x: number,
		y: number,
		options: {
			readonly lineBreak: false;
			readonly baseline: "alphabetic";
			readonly characterSpacing: number;
		},
	): this;
	rect(x: number, y: number, width: number, height: number): this;
	fill(): this;
	end(): void;
}
interface PlainPdfKit {
	new (options: { readonly autoFirstPage: false }): PlainDocument;
}

// The class is the same; src/typings describes only what bangtin itself uses.
const PlainPdf = PDFDocument as unknown as PlainPdfKit;

const COLOURS = byInk((ink): string | readonly number[] =>
	ink === "black" || ink === "white" ? ink : INKS[ink].rgb,
);

export function drawPlainly(
	sheet: Sheet,
	fonts: PlainFonts,
): Promise<Uint8Array> {
	const doc = new PlainPdf({ autoFirstPage: false });
	const chunks: Uint8Array[] = [];
	const done = new Promise<Uint8Array>((resolve) => {
		doc.on("data", (chunk) => chunks.push(chunk));
		doc.on("end", () => resolve(Buffer.concat(chunks)));
	});
	for (const [weight, font] of fonts) doc.registerFont(String(weight), font);
	for (const page of sheet.pages) {
		doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
		for (const mark of page.nodes.flatMap(marksOf)) draw(doc, mark);
	}
	doc.end();
	return done;
}

const marksOf = (node: Node): readonly Mark[] =>
	"marks" in node ? node.marks : node.children.flatMap(marksOf);

function draw(doc: PlainDocument, mark: Mark): void {
	if (mark.kind === "code") drawCode(doc, mark);
	if (mark.kind !== "run" || mark.text === "") return;
	const { text, weight, size, x, baseline, tracking, ink } = mark;
	doc
		.font(String(weight))
		.fontSize(size)
		.fillColor(COLOURS[ink])
		.text(text, x, baseline, {
			lineBreak: false,
			baseline: "alphabetic",
			characterSpacing: tracking,
		});
}

function drawCode(
	doc: PlainDocument,
	{ matrix, modules, module, x, y }: CodeMark,
): void {
	doc.fillColor("black");
	matrix.forEach((dark, i) => {
		if (dark === 0) return;
		const column = i % modules;
		const row = Math.floor(i / modules);
		doc.rect(x + column * module, y + row * module, module, module);
	});
	doc.fill();
}
