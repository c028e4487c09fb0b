/** What every component is given for one trial of the fit: sizes, gaps, words, faces. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
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
	type Style,
	setParagraph,
} from "../../layout/text.ts";
import type { Span, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { Target } from "../theme.ts";
import type { Setting } from "./fit.ts";
import {
	DENSITY,
	type Density,
	GAPS,
	type GapName,
	PAGE_UNITS,
} from "./grid.ts";
import { type Body, LOOKS, type Look } from "./look.ts";
import { ROLES, type Role, sizeAt } from "./type-scale.ts";

export interface Kit {
	readonly format: Format;
	readonly fit: Setting;
	readonly ink: "full" | "saver";
	readonly look: Look;
	readonly density: Density;
	readonly typeface: Typeface;
	/** Faults found while setting; filled by the components of this trial. */
	readonly faults: Diagnostic[];
	readonly u: (units: number) => Pt;
	readonly gap: (name: GapName) => Pt;
	readonly style: (role: Role, over?: Partial<Style>) => Style;
	/** The wording for this sheet; empty when the author left it out here. */
	readonly words: (text: Text) => readonly Span[];
	/** The same at another position of the type scale. */
	readonly styleAt: (
		role: Role,
		position: number,
		over?: Partial<Style>,
	) => Style;
	/** Sets a text whose box has room to spare: at its target, if that costs no line. */
	readonly setFreely: (
		text: Text,
		role: Role,
		measure: Pt,
		over?: Partial<Style>,
	) => Paragraph;
	/** Sets spans to a measure in points; a word too wide is a fault of the field. */
	readonly setSpans: (
		spans: readonly Span[],
		style: Style,
		measure: Pt,
		path: string,
	) => Paragraph;
	/** The same with the wording of a text of the notice. */
	readonly set: (
		text: Text,
		role: Role,
		measure: Pt,
		over?: Partial<Style>,
	) => Paragraph;
}

/** Position of the targets on the type scale. */
const TARGET = 1;

export function makeKit(
	{ format, ink }: Target,
	fit: Setting,
	typeface: Typeface,
): Kit {
	const unit = format.width / PAGE_UNITS;
	const u = (units: number) => units * unit;
	const faults: Diagnostic[] = [];
	const styleAt = (
		role: Role,
		position: number,
		over: Partial<Style> = {},
	): Style => {
		const spec = ROLES[role];
		return {
			weight: spec.weight,
			strong: spec.strong,
			size: sizeAt(spec.sizes[format.name], position),
			leading: spec.leading,
			tracking: spec.tracking,
			wordSpacing: spec.wordSpacing,
			capitals: spec.capitals,
			role: spec.role,
			ink: "black",
			ground: "white",
			...over,
		};
	};
	const style = (role: Role, over: Partial<Style> = {}): Style =>
		styleAt(role, role === "headline" ? fit.headline : fit.type, over);
	const words = (text: Text) =>
		fit.words === "short" && text.short !== null ? text.short : text.long;
	return {
		format,
		fit,
		ink,
		look: LOOKS[ink],
		density: DENSITY[format.name],
		typeface,
		faults,
		u,
		gap: (name) => {
			const { least, usual, stretches } = GAPS[name];
			const at = least + (usual[format.name] - least) * fit.gaps;
			return u(at + (stretches ? fit.air : 0));
		},
		style,
		styleAt,
		words,
		setSpans,
		set,
		setFreely: (text, role, measure, over) => {
			const size = styleAt(role, Math.max(fit.type, TARGET)).size;
			const free = setParagraph(
				words(text),
				style(role, { ...over, size }),
				measure,
				typeface,
				text.path,
			);
			return free.lines.length === 1 && free.longWord === null
				? free
				: set(text, role, measure, over);
		},
	};

	function setSpans(
		spans: readonly Span[],
		spanStyle: Style,
		measure: Pt,
		path: string,
	): Paragraph {
		const paragraph = setParagraph(spans, spanStyle, measure, typeface, path);
		if (paragraph.longWord !== null)
			faults.push(
				diagnostic("error", "layout/long-word", path, {
					word: paragraph.longWord,
				}),
			);
		return paragraph;
	}

	function set(
		text: Text,
		role: Role,
		measure: Pt,
		over: Partial<Style> = {},
	): Paragraph {
		return setSpans(words(text), style(role, over), measure, text.path);
	}
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

/** A part that may be ill suited to the form of this trial. */
export interface FormPart extends Part {
	readonly fits: boolean;
}
