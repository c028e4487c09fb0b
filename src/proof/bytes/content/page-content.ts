/**
 * What a page paints, in the order of painting: places in points from the top
 * left of the trim, y downwards, whatever the file's own axes.
 */
import type { PdfStream } from "../../../pdf-reader/values.ts";
import type { Rect } from "../../geometry.ts";
import type { PdfFont } from "../pdf-font.ts";
import type { Colour } from "./colour.ts";
import type { Outline } from "./outline.ts";

/** The marked content around a mark, seen from inside. */
export interface Marked {
	readonly tag: string;
	/** null for an artifact, or what carries no number. */
	readonly mcid: number | null;
	readonly artifact: boolean;
}

export interface ShownGlyph {
	readonly code: number;
	/** null when only a full viewer could tell. */
	readonly glyph: number | null;
	/** null when the file does not say. */
	readonly letters: string | null;
	/** Its ink; null for none, and where the font cannot be read. */
	readonly ink: Rect | null;
}

interface Painted {
	readonly order: number;
	/** All of it shows: nothing is clipped away. */
	readonly whole: boolean;
	/** Nothing of it shows. */
	readonly hidden: boolean;
	/** null when no tag and no artifact is around it. */
	readonly marked: Marked | null;
}

export interface ShownText extends Painted {
	readonly kind: "text";
	readonly font: PdfFont;
	/** As it is seen, in points. */
	readonly size: number;
	readonly glyphs: readonly ShownGlyph[];
	readonly text: string;
	readonly colour: Colour;
	readonly visible: boolean;
	/** Around all ink; null for none. */
	readonly box: Rect | null;
}

export interface PaintedPath extends Painted {
	readonly kind: "path";
	readonly outline: Outline;
	readonly fill: Colour | null;
	readonly stroke: Colour | null;
	readonly width: number;
	/** Of the line, 1 for one without gaps. */
	readonly dashed: number;
	/** Half of the stroke's width included. */
	readonly box: Rect;
}

export interface PaintedPicture extends Painted {
	readonly kind: "picture";
	/** null for shades, and pictures within the page's own operators. */
	readonly stream: PdfStream | null;
	readonly box: Rect;
}

export type PageMark = ShownText | PaintedPath | PaintedPicture;

export interface PageContent {
	readonly marks: readonly PageMark[];
	/** Colour spaces that operators name, whether anything was painted or not. */
	readonly spaces: ReadonlySet<Colour["space"]>;
	/** Numbers of tagged pieces in their order, repeated if they repeat. */
	readonly mcids: readonly number[];
	readonly faults: readonly ContentFault[];
}

export type ContentFault =
	| { readonly kind: "unclosed" | "unopened" | "nested" }
	/** An operator that is none, or state saved and restored unevenly. */
	| { readonly kind: "operator"; readonly name: string };
