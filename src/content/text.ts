/** From the characters in the file to the characters on paper. */
import type { Span, Text } from "../model/announcement.ts";
import { formatPath, type Path } from "./path.ts";

// Word, PDF and chat programs leave these behind; none of them is ever seen.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const NARROW_NO_BREAK = /[\u2009\u202f]/g;
const NO_BREAK_SPACE = "\u00a0";
/** Spaces of every width but the tab. */
const ODD_INDENT = /^[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gm;
const NO_BREAK_HYPHEN = /\u2011/g;
const BREAKABLE_SPACES = /[^\S\u00a0]+/g;

/**
 * The source as everything else sees it: NFC, Unix line ends, no invisible
 * characters. Places of diagnostics count in this text.
 */
export function normaliseSource(source: string): string {
	return source
		.replace(/\r\n?/g, "\n")
		.replace(INVISIBLE, "")
		.replace(ODD_INDENT, (indent) => " ".repeat(indent.length))
		.replace(NARROW_NO_BREAK, NO_BREAK_SPACE)
		.replace(NO_BREAK_HYPHEN, "-")
		.normalize("NFC");
}

/** One line without spaces at its ends. No-break spaces inside stay. */
export const tidy = (text: string): string =>
	text.normalize("NFC").replace(BREAKABLE_SPACES, " ").trim();

/** False when a `**` has no partner. */
export const marksAreEven = (text: string): boolean =>
	text.split("**").length % 2 === 1;

/** Splits at `**`; empty pieces are left out. */
export const toSpans = (text: string): readonly Span[] =>
	tidy(text)
		.split("**")
		.map((piece, index) => ({ text: piece, strong: index % 2 === 1 }))
		.filter((span) => span.text !== "");

export const isBlank = (text: string): boolean =>
	tidy(text.replaceAll("**", "")) === "";

/** A text as it stands in the file: one wording, or one for each distance. */
export type TextInput =
	| string
	| { readonly long: string; readonly short?: string | undefined };

/** `beside` is a `short` written next to the text instead of inside it. */
export function toText(input: TextInput, path: Path, beside?: string): Text {
	const forms: { long: string; short?: string | undefined } =
		typeof input === "string" ? { long: input } : input;
	const short = beside ?? forms.short;
	return {
		path: formatPath(path),
		long: toSpans(forms.long),
		short: short === undefined ? null : toSpans(short),
	};
}

export const toTextOrNull = (
	input: TextInput | undefined,
	path: Path,
	beside?: string,
): Text | null => (input === undefined ? null : toText(input, path, beside));
