/** Codes as marks, and the address that is printed beside them. */
import { diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import { type SizedCode, sizeCode } from "../../layout/codes.ts";
import type { CodeMark } from "../../layout/sheet.ts";
import {
	type Paragraph,
	type Style,
	setParagraph,
	spansOf,
} from "../../layout/text.ts";
import type { Code, Span } from "../../model/announcement.ts";
import { encodeQr } from "../../qr/encode.ts";
import type { Pt } from "../../units.ts";
import type { TextKit } from "./text-kit.ts";

export function codeMark(
	code: Code,
	sized: SizedCode,
	x: Pt,
	y: Pt,
	side: Pt,
): CodeMark {
	return {
		kind: "code",
		x,
		y,
		module: side / sized.matrix.size,
		modules: sized.matrix.size,
		matrix: sized.matrix.matrix,
		url: code.url,
		level: sized.level,
		path: code.path,
	};
}

/** Null for a code whose modules would be under the floor; the author is told. */
export function sizeCodes(
	codes: readonly Code[],
	most: Pt,
	kit: Pick<TextKit<never>, "format" | "faults">,
): (SizedCode | null)[] {
	return codes.map((code) => {
		const found = sizeCode(code.url, kit.format, most);
		if (found === null)
			kit.faults.push(
				diagnostic("error", "layout/code-too-dense", code.path, {
					url: code.url,
					modules: encodeQr(code.url, "M").size,
					most: Math.floor(most / kit.format.module.floor),
				}),
			);
		return found;
	});
}

/** The host with its ".gov.vn" made strong: the part people are told to compare. */
export function hostSpans(host: string): Span[] {
	const tail = ".gov.vn";
	return host.endsWith(tail)
		? [
				{ text: host.slice(0, -tail.length), strong: false },
				{ text: tail, strong: true },
			]
		: [{ text: host, strong: true }];
}

/** The path on one line: whole, or its first part and an ellipsis. */
export function setPathname(
	{ pathname, path }: Code,
	style: Style,
	measure: Pt,
	typeface: Typeface,
): Paragraph | null {
	if (pathname === "") return null;
	const first = /^\/[^/]*\//u.exec(pathname)?.[0];
	const forms = [pathname, ...(first === undefined ? [] : [`${first}…`])];
	for (const form of forms) {
		const set = setParagraph(spansOf(form), style, measure, typeface, path);
		if (set.lines.length === 1 && set.longWord === null) return set;
	}
	return setParagraph(spansOf("/…"), style, measure, typeface, path);
}
