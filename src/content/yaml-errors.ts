/** What the YAML parser stumbles over, in our words and where the slip is. */
import { isMap, isPair, isScalar, visit, type YAMLError } from "yaml";
import { type Diagnostic, diagnostic, type Place } from "../diagnostics.ts";
import { knownKeys, mendLine } from "./issues.ts";
import { quoteLine } from "./mend.ts";
import type { ParsedYaml } from "./parse.ts";
import { gluedLine } from "./slips.ts";
import type { SourceMap } from "./source-map.ts";

/** A text that begins with one of these is something else to YAML. */
const RESERVED = /^(?:[*&!@`%{[|>"'?]|- )/u;

/** Only a text that was begun plainly on this line and has other letters after. */
function reservedStart(
	line: string,
): { readonly character: string; readonly column: number } | null {
	const match = /^\s*(?:- )*(?:[A-Za-z_]+:\s+)?/u.exec(line);
	const before = match?.[0].length ?? 0;
	const text = line.slice(before).trimEnd();
	const character = RESERVED.exec(text)?.[0].trim();
	if (!character || (/["'|>[{]/u.test(character) && !isPlainAfterAll(text))) {
		return null;
	}
	return { character, column: before + 1 };
}

/** `"Lịch" tiêm`, `[Mới] Lịch tiêm`, `{{thon}} họp`, `> 5 người`: then more. */
const isPlainAfterAll = (text: string): boolean =>
	/^(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{.*\})\s*[^\s,:#\]}]|^[|>]\s+[^\s#]/u.test(
		text,
	);

/** `title: {{thon}}`: to YAML a map that names a map. `at` is where it stumbled. */
function bareBraces(
	line: string,
	at: number,
): { readonly column: number; readonly mended: string } | null {
	for (const { 0: text, index } of line.matchAll(/\{\{[^{}"']*\}\}/gu)) {
		if (at < index || at >= index + text.length) continue;
		const before = line.slice(0, index);
		const isInside = /[{[]/u.test(before);
		const mended = isInside
			? `${before}"${text}"${line.slice(index + text.length)}`.trim()
			: quoteLine(line, knownKeys());
		return { column: index + 1, mended };
	}
	return null;
}

/** Where the same name stood before. */
function firstOfTwo({ document }: ParsedYaml, offset: number) {
	let found: { key: string; offset: number } | null = null;
	visit(document, {
		Map(_, map) {
			for (const item of map.items) {
				if (!isPair(item) || !isScalar(item.key)) continue;
				if (item.key.range?.[0] !== offset) continue;
				const name = item.key.value;
				const first = map.items.find(
					(other) => isScalar(other.key) && other.key.value === name,
				);
				const at = isScalar(first?.key) ? first.key.range?.[0] : undefined;
				if (at !== undefined) found = { key: String(name), offset: at };
			}
			return isMap(map) ? undefined : visit.SKIP;
		},
	});
	return found as { key: string; offset: number } | null;
}

/** The text whose closing quotation mark is missing, by the line it begins on. */
export function unclosedLine(map: SourceMap, from: number): number | null {
	for (let line = from; line > Math.max(0, from - 400); line--) {
		const text = map.line(line).replaceAll('\\"', "");
		if (text.split('"').length % 2 === 1) continue;
		return /^\s*(?:- )*(?:[A-Za-z_]+:\s+)?"/u.test(text) ? line : null;
	}
	return null;
}

/** Where the colon after a known name at the start of the line is; or -1. */
function fieldColon(line: string): number {
	const match = /^(\s*(?:- )*)([A-Za-z_]+):(?:\s|$)/u.exec(line);
	const [, before = "", name = ""] = match ?? [];
	return knownKeys().includes(name) ? before.length + name.length : -1;
}

const startsField = (line: string): boolean => fieldColon(line) >= 0;

const indentOf = (line: string): number => /^ */u.exec(line)?.[0].length ?? 0;

/** The line whose indentation is to blame, or null. */
function slantedLine(
	error: YAMLError,
	place: Place,
	map: SourceMap,
): number | null {
	const isOfList =
		error.code === "BAD_INDENT" && error.message.startsWith("All ");
	if (isOfList || /without - indicator/u.test(error.message)) return place.line;
	const line = map.line(place.line);
	const next = map.line(place.line + 1);
	if (/IMPLICIT_KEY/u.test(error.code)) {
		// The name itself stands wrong, or the text before it runs on into it.
		if (startsField(line) && place.column - 1 <= indentOf(line))
			return place.line;
		const isDeeper = indentOf(next) > indentOf(line);
		return startsField(next) && isDeeper ? place.line + 1 : null;
	}
	const isAstray =
		error.code === "UNEXPECTED_TOKEN" && /at node end/u.test(error.message);
	return isAstray && startsField(line) ? place.line : null;
}

/** One complaint of the parser. */
export function yamlDiagnostic(
	error: YAMLError,
	parsed: ParsedYaml,
	map: SourceMap,
	source: string,
): Diagnostic {
	const [start, end] = error.pos;
	const place = map.offset(start, end);
	const line = map.line(place.line);
	if (error.code === "DUPLICATE_KEY") {
		const first = firstOfTwo(parsed, start);
		if (first) {
			const params = {
				key: first.key,
				line: map.offset(first.offset, first.offset + 1).line,
			};
			return diagnostic("error", "content/duplicate-key", "", params, place);
		}
	}
	if (error.code !== "TAB_AS_INDENT") {
		const glued = gluedLine(source, start);
		if (glued) {
			const at = map.offset(glued.start, glued.end);
			return diagnostic(
				"error",
				"content/space",
				"",
				glued.params as never,
				at,
			);
		}
	}
	if (
		error.code === "BLOCK_AS_IMPLICIT_KEY" ||
		error.code === "BLOCK_IN_FLOW"
	) {
		const colon = line.indexOf(": ", place.column - 1);
		// `note: …` at the start of a line is no text with a colon in it.
		if (colon >= 0 && colon !== fieldColon(line)) {
			const mended = mendLine(line, place.column - 1);
			const at = { line: place.line, column: colon + 1, length: 1 };
			return diagnostic("error", "content/colon", "", { line: mended }, at);
		}
	}
	const braces = bareBraces(line, place.column - 1);
	if (braces) {
		const params = { character: "{", line: braces.mended };
		const at = { line: place.line, column: braces.column, length: 1 };
		return diagnostic("error", "content/quote", "", params, at);
	}
	const reserved = reservedStart(line);
	if (reserved) {
		const params = {
			character: reserved.character,
			line: mendLine(line, reserved.column - 1),
		};
		const at = { line: place.line, column: reserved.column, length: 1 };
		return diagnostic("error", "content/quote", "", params, at);
	}
	const unclosed = unclosedLine(map, place.line);
	if (unclosed !== null && !/INDENT/u.test(error.code)) {
		const text = map.line(unclosed);
		const column = text.indexOf('"') + 1;
		const params = { line: `${text.trim()}"` };
		const at = { line: unclosed, column, length: 1 };
		return diagnostic("error", "content/unclosed", "", params, at);
	}
	const slanted = slantedLine(error, place, map);
	if (slanted !== null) {
		const at = {
			line: slanted,
			column: indentOf(map.line(slanted)) + 1,
			length: 1,
		};
		return diagnostic("error", "content/indent", "", {}, at);
	}
	const params = { rule: error.code, reason: error.message };
	return diagnostic("error", "content/yaml", "", params, place);
}
