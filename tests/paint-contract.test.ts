/** What src/paint takes from PDFKit's private side; a new PDFKit fails here first. */
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { BangtinPdf } from "../src/paint/pdf-document.ts";
import { latin1, objectTexts } from "./support/objects.ts";

const PAGE = { size: [100, 100], margin: 0 } as const;

function open(): BangtinPdf {
	return new BangtinPdf({
		title: "Thông báo",
		author: "Ủy ban",
		language: "vi-VN",
		program: "bangtin",
		date: new Date(0),
	});
}

describe("PDFKit still has", () => {
	test.each([
		"ref",
		"push",
		"endMetadata",
		"_finalize",
		"_write",
		"_refEnd",
		"markContent",
		"markStructureContent",
		"endMarkedContent",
		"struct",
		"addStructure",
		"getStructTreeRoot",
	])("the method %s, which we call or replace", (name) => {
		expect(PDFDocument.prototype).toHaveProperty(name);
	});

	test("a catalog with names, which takes our attachments", () => {
		const { data } = open()._root;
		expect(data).toHaveProperty("Names.data");
		expect(data).toHaveProperty("Pages.data.Count", 0);
		expect(data).toHaveProperty("ViewerPreferences");
	});

	test("pages that list their fonts", () => {
		const pdf = open().addPage(PAGE);
		const font = pdf.ref({ Type: "Font" });
		font.end();
		pdf.page.fonts.F1 = font;
		expect(objectTexts(pdf.finish())).toContain(`/F1 ${font.id} 0 R`);
	});

	test("references that wait until they are ended", () => {
		const pdf = open();
		const before = pdf._waiting;
		const reference = pdf.ref({});
		expect(pdf._waiting).toBe(before + 1);
		expect(reference.buffer).toEqual([]);
		reference.write(new Uint8Array([1]));
		expect(reference.buffer).toHaveLength(1);
		reference.end();
		expect(pdf._waiting).toBe(before);
	});

	test("pages that keep their dictionary open", () => {
		const pdf = open().addPage(PAGE);
		expect(pdf.page.dictionary.data.MediaBox).toEqual([0, 0, 100, 100]);
	});
});

describe("a document", () => {
	test("fails aloud when an object was never ended", () => {
		const pdf = open().addPage(PAGE);
		pdf.ref({});
		expect(() => pdf.finish()).toThrow("1 objects of the PDF were begun");
	});

	test("fails aloud when an element hangs in the air", () => {
		const pdf = open().addPage(PAGE);
		pdf.struct("P").end();
		expect(() => pdf.finish()).toThrow("never ended");
	});

	test("is compressed without Node's zlib", () => {
		const pdf = open().addPage(PAGE);
		pdf.addContent("0 g ".repeat(1000));
		const file = latin1(pdf.finish());
		expect(file).toContain("/Filter /FlateDecode");
		expect(file).not.toContain("0 g 0 g");
	});
});
