/**
 * A sheet, laid out: every place is decided and painters only copy. Points,
 * origin at the top left of the trim, y downwards. Order is reading order;
 * artifacts that lie under the text come first on their page.
 */
import type { Cut, Glyph } from "../fonts/face.ts";
import type { Ink } from "../ink.ts";
import type { Area, Picture, Rgb } from "../model/picture.ts";
import type { PathOp } from "../path.ts";
import type { Box, Pt } from "../units.ts";

export type { Area, PathOp, Picture, Rgb };

/** What floors of size a text answers to. */
export type TextRole = "headline" | "body" | "host" | "small";

export interface Run {
	readonly kind: "run";
	readonly weight: Cut;
	readonly size: Pt;
	readonly x: Pt;
	readonly baseline: Pt;
	/** Added after every glyph. */
	readonly tracking: Pt;
	readonly ink: Ink;
	/** What the run lies on, for contrast. */
	readonly ground: Ink;
	readonly glyphs: readonly Glyph[];
	readonly text: string;
	readonly role: TextRole;
	/** Field of the YAML, "" for the sheet's own words. */
	readonly path: string;
}

export interface Stroke {
	readonly ink: Ink;
	readonly width: Pt;
	/** Round caps and joins for pictograms, square corners for frames. */
	readonly round: boolean;
	/** Lengths of dash and gap; null for a solid line. */
	readonly dash: readonly [Pt, Pt] | null;
}

export interface Shape {
	readonly kind: "shape";
	readonly ops: readonly PathOp[];
	readonly fill: Ink | null;
	readonly stroke: Stroke | null;
}

/** A QR code: one path in module units, scaled by `module` at (x, y). */
export interface CodeMark {
	readonly kind: "code";
	readonly x: Pt;
	readonly y: Pt;
	readonly module: Pt;
	/** Modules a side, without the quiet zone. */
	readonly modules: number;
	/** Row-major, 1 is dark. */
	readonly matrix: Uint8Array;
	readonly url: string;
	readonly level: "M" | "Q";
	readonly path: string;
}

/** The notice's own picture, stretched over its box. */
export interface PictureMark {
	readonly kind: "picture";
	readonly x: Pt;
	readonly y: Pt;
	readonly width: Pt;
	readonly height: Pt;
	readonly picture: Picture;
	readonly path: string;
}

export type Mark = Run | Shape | CodeMark | PictureMark;

/** Standard structure types of PDF 1.7 that we use. */
export type Tag =
	| "Sect"
	| "H1"
	| "H2"
	| "H3"
	| "P"
	| "L"
	| "LI"
	| "Lbl"
	| "LBody"
	| "Table"
	| "TR"
	| "TH"
	| "TD"
	| "Figure"
	| "Note";

export type Node =
	| {
			readonly kind: "element";
			readonly tag: Tag;
			/** For figures: what the picture says. */
			readonly alt: string | null;
			readonly children: readonly Node[];
	  }
	| {
			readonly kind: "link";
			readonly href: string;
			/** What a screen reader says of the link. */
			readonly says: string;
			readonly children: readonly Node[];
	  }
	/** Content of the element around it. */
	| { readonly kind: "content"; readonly marks: readonly Mark[] }
	/** Decoration: frames, lines, arrows. Not read aloud. */
	| { readonly kind: "artifact"; readonly marks: readonly Mark[] };

export interface Page {
	readonly nodes: readonly Node[];
}

/** What a print shop needs to know about every page. */
export interface Press {
	/** Where it is cut, and how far beyond that its ground may reach. */
	readonly trim: Box;
	readonly bleed: Box;
	/** Printer's marks, on every plate. */
	readonly marks: readonly Shape[];
}

/** An entry of the outline; pages count from 0. */
export interface Bookmark {
	readonly title: string;
	readonly page: number;
}

export interface Sheet {
	readonly width: Pt;
	readonly height: Pt;
	readonly title: string;
	readonly issuer: string;
	/** ISO date, the PDF's creation date. */
	readonly date: string;
	readonly pages: readonly Page[];
	/** Several pages have them. */
	readonly bookmarks?: readonly Bookmark[];
	/** For a press: inks instead of screen colours. Absent for office printers. */
	readonly press?: Press;
}

/** All marks below nodes, in the order they are painted. */
export const marksIn = (nodes: readonly Node[]): readonly Mark[] =>
	gather(nodes, []);

/** All marks below a node. */
export const marksOf = (node: Node): readonly Mark[] => marksIn([node]);

/** One list for all: the nodes of a page are asked for their marks again and again. */
function gather(nodes: readonly Node[], marks: Mark[]): Mark[] {
	for (const node of nodes)
		if (node.kind === "content" || node.kind === "artifact")
			marks.push(...node.marks);
		else gather(node.children, marks);
	return marks;
}

export const element = (tag: Tag, ...children: readonly Node[]): Node => ({
	kind: "element",
	tag,
	alt: null,
	children,
});

export const content = (...marks: readonly Mark[]): Node => ({
	kind: "content",
	marks,
});

export const artifact = (...marks: readonly Mark[]): Node => ({
	kind: "artifact",
	marks,
});

/** A picture; `alt` is what it says. */
export const figure = (alt: string, ...marks: readonly Mark[]): Node => ({
	kind: "element",
	tag: "Figure",
	alt,
	children: [content(...marks)],
});
