/** What every component is given for one trial of the fit: sizes, gaps, words, faces. */
import type { Typeface } from "../../fonts/face.ts";
import { filled, framed, rectangle } from "../../layout/shapes.ts";
import {
	artifact,
	content,
	element,
	figure,
	type Node,
	type Shape,
	type Tag,
} from "../../layout/sheet.ts";
import {
	type Align,
	overhang,
	type Paragraph,
	placeParagraph,
} from "../../layout/text.ts";
import type { Pt } from "../../units.ts";
import { type Setting, unitOf } from "../shared/fit.ts";
import { makeTextKit, type TextKit } from "../shared/text-kit.ts";
import type { Target } from "../theme.ts";
import { DENSITY, type Density, GAPS, type GapName } from "./grid.ts";
import { type Body, LOOKS, type Look } from "./look.ts";
import { ROLES, type Role } from "./type-scale.ts";

export interface Kit extends TextKit<Role> {
	readonly look: Look;
	readonly density: Density;
	readonly u: (units: number) => Pt;
	readonly gap: (name: GapName) => Pt;
}

export function makeKit(target: Target, fit: Setting, typeface: Typeface): Kit {
	const { format, ink } = target;
	const unit = unitOf(format);
	const u = (units: number) => units * unit;
	return {
		...makeTextKit(ROLES, target, fit, typeface, "headline"),
		look: LOOKS[ink],
		density: DENSITY[format.name],
		u,
		gap: (name) => {
			const { least, usual, stretches } = GAPS[name];
			const at = least + (usual[format.name] - least) * fit.gaps;
			return u(at + (stretches ? fit.air : 0));
		},
	};
}

/** White between a mark and the edge of what it stands on, besides a border; units. */
export const MARK_TO_EDGE = 0.12;

/** Least height of a body on which a paragraph is centred, marks and border included. */
export const heightAround = (
	kit: Kit,
	body: Body,
	paragraph: Paragraph,
): Pt => {
	const border = body.kind === "outline" ? body.border : 0;
	return (
		paragraph.height + 2 * (overhang(paragraph) + kit.u(border + MARK_TO_EDGE))
	);
};

/** Cap-top that centres a paragraph's capitals on `centre`. */
export const centredCapTop = (paragraph: Paragraph, centre: Pt): Pt =>
	centre - paragraph.height / 2;

/** A body's shape; the border lies inside the box. */
export function bodyShape(
	kit: Kit,
	body: Body,
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	radius: Pt,
): Shape {
	return body.kind === "solid"
		? filled(rectangle(x, y, width, height, radius), body.ink)
		: framed(x, y, width, height, kit.u(body.border), radius, body.ink);
}

export { artifact, content, element, figure };

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
	readonly place: (y: Pt) => readonly Node[];
}

/** A part with stops on the line. */
export interface PartOnLine extends Part {
	/** Its first stop, from its top: a line may begin there. */
	readonly joins: Pt;
	/** Its last stop, from its bottom, where a line may end; null when it goes on to what is below. */
	readonly ends: Pt | null;
}

/** A part that may be ill suited to the form of this trial. */
export interface FormPart extends Part {
	readonly fits: boolean;
}
