/** What every component is given for one trial of the fit: sizes, gaps, words, inks. */
import type { Typeface } from "../../fonts/face.ts";
import type { Ink } from "../../ink.ts";
import { disc, filled, rectangle, stroked } from "../../layout/shapes.ts";
import {
	artifact,
	content,
	element,
	type Node,
	type Run,
	type Shape,
	type Tag,
} from "../../layout/sheet.ts";
import {
	type Align,
	followedBySpace,
	type Paragraph,
	placeParagraph,
	setParagraph,
	spansOf,
} from "../../layout/text.ts";
import { mm, type Pt } from "../../units.ts";
import { type Setting, unitOf } from "../shared/fit.ts";
import { makeTextKit, type TextKit } from "../shared/text-kit.ts";
import type { Target } from "../theme.ts";
import { GAPS, type GapName, LAYOUTS, type Layout } from "./grid.ts";
import { LOOKS, type Look } from "./look.ts";
import type { Tone } from "./pictograms.ts";
import { ROLES, type Role } from "./type-scale.ts";

export interface Kit extends TextKit<Role> {
	readonly look: Look;
	readonly layout: Layout;
	readonly left: Pt;
	readonly right: Pt;
	readonly width: Pt;
	/** Millimetres at the scale of blocks. */
	readonly k: (value: number) => Pt;
	readonly gap: (name: GapName) => Pt;
}

export function makeKit(target: Target, fit: Setting, typeface: Typeface): Kit {
	const { format, ink } = target;
	const layout = LAYOUTS[format.name];
	const left = mm(layout.margin);
	return {
		...makeTextKit(ROLES, target, fit, typeface, "headline"),
		look: LOOKS[ink],
		layout,
		left,
		right: format.width - left,
		width: format.width - 2 * left,
		k: (value) => mm(value * layout.scale),
		gap: (name) => {
			const { least, usual, stretches } = GAPS[name];
			const full = mm(usual[format.name]);
			const at = full * (least + (1 - least) * Math.min(1, fit.gaps));
			return at + (stretches ? fit.air * unitOf(format) : 0);
		},
	};
}

export { artifact, content, element };

/** White between a mark and the edge of what it stands on. */
export const clearOf = (kit: Kit): Pt => kit.k(0.7);

/** A paragraph as the content of one element. */
export const textNode = (
	tag: Tag,
	paragraph: Paragraph,
	x: Pt,
	capTop: Pt,
	align: Align = "left",
): Node =>
	element(tag, content(...placeParagraph(paragraph, x, capTop, align)));

/** Something measured, of known height, that can be put anywhere down the page. */
export interface Part {
	readonly height: Pt;
	/** False when this trial's drawing does not suit the content. */
	readonly fits: boolean;
	readonly place: (y: Pt) => readonly Node[];
}

export const part = (height: Pt, place: Part["place"], fits = true): Part => ({
	height,
	fits,
	place,
});

/** Ink above the first line's small letters counts as much as what hangs below the last. */
export const inkHeight = (paragraph: Paragraph): Pt =>
	paragraph.rise + paragraph.height + paragraph.drop;

/** Cap-top that centres a paragraph's capitals on `centre`. */
export const centredCapTop = (paragraph: Paragraph, centre: Pt): Pt =>
	centre - paragraph.height / 2;

/** Least height of a box on which the capitals of a paragraph are centred. */
export const heightAround = (paragraph: Paragraph, clear: Pt): Pt =>
	paragraph.height + 2 * (Math.max(paragraph.rise, paragraph.drop) + clear);

/** Inks of a disc, a tag or a head, and of what stands on it. */
export const solidTone = (
	kit: Kit,
	ink: Ink,
): { readonly ink: Ink; readonly ground: Ink } =>
	kit.look.solid ? { ink: "white", ground: ink } : { ink, ground: "white" };

/** Drawings that are large are outlines where ink is to be saved. */
const LARGE = mm(9);
export const drawn = (
	kit: Kit,
	ink: Ink,
	size: Pt,
	ground: Ink = "white",
): Tone => ({
	ink,
	ground,
	outlined: !kit.look.solid && size >= LARGE,
});

/** A disc, filled or as a ring. */
export function discShapes(
	kit: Kit,
	cx: Pt,
	cy: Pt,
	r: Pt,
	ink: Ink,
	ring = 0.6,
): Shape[] {
	if (kit.look.solid) return [filled(disc(cx, cy, r), ink)];
	const width = kit.k(ring);
	return [
		filled(disc(cx, cy, r), "white"),
		stroked(disc(cx, cy, r - width / 2), ink, width),
	];
}

/** A box, filled or as a frame. */
export function boxShapes(
	kit: Kit,
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	radius: Pt,
	ink: Ink,
	border = 0.6,
): Shape[] {
	if (kit.look.solid)
		return [filled(rectangle(x, y, width, height, radius), ink)];
	return [frameShape(kit, x, y, width, height, radius, ink, border)];
}

/** A frame drawn within its outer size. */
export function frameShape(
	kit: Kit,
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	radius: Pt,
	ink: Ink,
	border: number,
	inside: Ink = "white",
): Shape {
	const stroke = Math.max(mm(0.25), kit.k(border));
	const half = stroke / 2;
	return {
		kind: "shape",
		ops: rectangle(
			x + half,
			y + half,
			width - stroke,
			height - stroke,
			Math.max(0, radius - half),
		),
		fill: inside,
		stroke: { ink, width: stroke, round: true, dash: null },
	};
}

/** A sign of one or two characters, centred on a point by its ink. */
export function centredSign(
	kit: Kit,
	text: string,
	cx: Pt,
	cy: Pt,
	role: Role,
	tone: { readonly ink: Ink; readonly ground: Ink },
): Run[] {
	const paragraph = setParagraph(
		spansOf(text),
		kit.style(role, tone),
		kit.width,
		kit.typeface,
	);
	const bearing = sideBearing(paragraph);
	return placeParagraph(
		followedBySpace(paragraph, kit.typeface),
		cx - bearing,
		centredCapTop(paragraph, cy),
		"centre",
	);
}

/** By how much the ink of a single line lies right of its middle. */
function sideBearing({ lines, style }: Paragraph): Pt {
	const glyphs = lines[0]?.pieces.flatMap((piece) => piece.glyphs) ?? [];
	const first = glyphs[0];
	const last = glyphs.at(-1);
	if (!first?.ink || !last?.ink) return 0;
	const right = last.advance - last.ink.right;
	return ((first.ink.left - right) / 2) * style.size;
}

/** A numbered disc: what is done first, second, third. */
export const numberDisc = (kit: Kit, cx: Pt, cy: Pt): Shape[] =>
	discShapes(kit, cx, cy, mm(kit.layout.disc), kit.look.green);

export const numberRuns = (kit: Kit, number: number, cx: Pt, cy: Pt): Run[] =>
	centredSign(
		kit,
		String(number),
		cx,
		cy,
		"numeral",
		solidTone(kit, kit.look.green),
	);
