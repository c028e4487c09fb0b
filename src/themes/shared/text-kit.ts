/** How a theme sets text in one trial of the fit: its roles at their sizes, the wording for the sheet. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import { DISPLAY, type Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
import {
	type Paragraph,
	plain,
	type Style,
	setParagraph,
} from "../../layout/text.ts";
import type { Span, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { Target } from "../theme.ts";
import type { Setting } from "./fit.ts";
import { type RoleSpec, sizeAt, TARGET } from "./type-roles.ts";

export interface TextKit<Role extends string> {
	readonly format: Format;
	readonly fit: Setting;
	readonly ink: "full" | "saver";
	readonly typeface: Typeface;
	/** Faults found while setting; filled by the components of this trial. */
	readonly faults: Diagnostic[];
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

export function makeTextKit<Role extends string>(
	roles: { readonly [R in Role]: RoleSpec },
	{ format, ink }: Target,
	fit: Setting,
	typeface: Typeface,
	/** The role whose size is searched for apart. */
	headline: NoInfer<Role>,
): TextKit<Role> {
	const faults: Diagnostic[] = [];
	const styleAt = (
		role: Role,
		position: number,
		over: Partial<Style> = {},
	): Style => {
		const spec = roles[role];
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
		styleAt(role, role === headline ? fit.headline : fit.type, over);
	const words = (text: Text) =>
		fit.words === "short" && text.short !== null ? text.short : text.long;
	return {
		format,
		fit,
		ink,
		typeface,
		faults,
		style,
		styleAt,
		words,
		setSpans,
		set,
		setFreely: (text, role, measure, over) => {
			const size = styleAt(role, Math.max(fit.type, TARGET)).size;
			const free = setParagraph(
				words(text),
				drawable(words(text), style(role, { ...over, size }), typeface),
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
		const paragraph = setParagraph(
			spans,
			drawable(spans, spanStyle, typeface),
			measure,
			typeface,
			path,
		);
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

/** A display face has fewer letters than its family: what it lacks is set in the family's heaviest. */
export function drawable(
	spans: readonly Span[],
	style: Style,
	typeface: Typeface,
): Style {
	if (style.weight !== DISPLAY) return style;
	const { has } = typeface.face(DISPLAY);
	const isWhole = [...plain(spans)].every(
		(letter) => letter === "\n" || has(letter.codePointAt(0) ?? 0),
	);
	return isWhole ? style : { ...style, weight: 800, strong: 800 };
}
