/**
 * The tag tree: what each piece of the page is to someone who hears it. Walks
 * the nodes of a page, opening and closing marked content around the marks.
 */
import type { StructureElement, StructureOptions } from "pdfkit";
import { type Mark, marksOf, type Node, type Tag } from "../layout/sheet.ts";
import { boundsOf } from "./bounds.ts";
import { type BangtinPdf, pdfString } from "./pdf-document.ts";

type ElementNode = Extract<Node, { kind: "element" }>;
type LinkNode = Extract<Node, { kind: "link" }>;

/** An element of the tree as its content sees it. */
interface Parent {
	readonly tag: string;
	readonly element: StructureElement;
}

export class Tagger {
	readonly #pdf: BangtinPdf;
	readonly #draw: (mark: Mark) => void;
	readonly #root: Parent;
	readonly #notes: [name: string, element: StructureElement][] = [];

	constructor(pdf: BangtinPdf, draw: (mark: Mark) => void) {
		this.#pdf = pdf;
		this.#draw = draw;
		this.#root = { tag: "Document", element: pdf.struct("Document") };
		pdf.addStructure(this.#root.element);
	}

	/** The nodes of the current page. */
	page(nodes: readonly Node[]): void {
		for (const node of nodes) this.#node(node, this.#root);
	}

	finish(): void {
		this.#root.element.end();
		if (this.#notes.length === 0) return;
		const names = this.#notes.flatMap(([name, element]) => [
			pdfString(name),
			element.dictionary,
		]);
		this.#pdf.getStructTreeRoot().data.IDTree = { Names: names };
	}

	#node(node: Node, parent: Parent): void {
		switch (node.kind) {
			case "element":
				this.#element(node, parent);
				break;
			case "link":
				this.#link(node, parent);
				break;
			case "content":
				this.#content(node.marks, parent);
				break;
			case "artifact":
				this.#artifact(node.marks);
				break;
		}
	}

	/** Ended before the page is, or its references would name the next one. */
	#element(node: ElementNode, { element: above }: Parent): void {
		const element = this.#pdf.struct(node.tag, optionsOf(node));
		if (node.tag === "L") element.dictionary.data.A = listAttributes(node);
		if (node.tag === "Note") this.#identify(element);
		above.add(element);
		for (const child of node.children)
			this.#node(child, { tag: node.tag, element });
		element.end();
	}

	#link(node: LinkNode, { element: above }: Parent): void {
		const element = this.#pdf.struct("Link");
		above.add(element);
		for (const child of node.children)
			this.#node(child, { tag: "Link", element });
		const box = boundsOf(marksOf(node));
		if (box === null) throw new Error(`a link to ${node.href} without marks`);
		this.#pdf.link(box.x, box.y, box.width, box.height, uriOf(node.href), {
			structParent: element,
			Contents: pdfString(node.says),
		});
		element.end();
	}

	#content(marks: readonly Mark[], { tag, element }: Parent): void {
		if (element === this.#root.element)
			throw new Error("content outside any element");
		if (marks.length === 0) return;
		const content = this.#pdf.markStructureContent(tag);
		for (const mark of marks) this.#draw(mark);
		this.#pdf.endMarkedContent();
		element.add(content);
	}

	#artifact(marks: readonly Mark[]): void {
		if (marks.length === 0) return;
		this.#pdf.markContent("Artifact", { type: "Layout" });
		for (const mark of marks) this.#draw(mark);
		this.#pdf.endMarkedContent();
	}

	/** PDF/UA wants notes to have names. */
	#identify(element: StructureElement): void {
		const number = String(this.#notes.length + 1).padStart(4, "0");
		const name = `note-${number}`;
		element.dictionary.data.ID = pdfString(name);
		this.#notes.push([name, element]);
	}
}

function optionsOf(node: ElementNode): StructureOptions {
	return {
		...(node.alt === null ? {} : { alt: node.alt }),
		...(node.tag === "TH" ? { scope: "Column" } : {}),
		...(node.tag === "Figure" ? figureOptions(node) : {}),
	};
}

function figureOptions(node: ElementNode): StructureOptions {
	const box = boundsOf(marksOf(node));
	if (box === null || node.alt === null || node.alt === "")
		throw new Error("a figure needs marks and a text that says what they are");
	return { bbox: [box.x, box.y, box.x + box.width, box.y + box.height] };
}

function listAttributes(list: ElementNode): Record<string, string> {
	return { O: "List", ListNumbering: numberingOf(list) };
}

/** What kind of labels the list has, by its first. */
function numberingOf(list: ElementNode): "Decimal" | "Disc" | "None" {
	const label = findTag(list, "Lbl");
	if (label === null) return "None";
	const first = marksOf(label)[0];
	return first?.kind === "run" && /^\d/.test(first.text) ? "Decimal" : "Disc";
}

function findTag(node: Node, tag: Tag): ElementNode | null {
	if (node.kind === "content" || node.kind === "artifact") return null;
	if (node.kind === "element" && node.tag === tag) return node;
	for (const child of node.children) {
		const found = findTag(child, tag);
		if (found !== null) return found;
	}
	return null;
}

/** ASCII, as the annotation's URI must be; "tel:" and the like pass through. */
const uriOf = (href: string): string => new URL(href).href;
