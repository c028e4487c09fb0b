/**
 * From the text of a YAML file to an announcement, or to everything that is
 * wrong with it. Never throws, whatever the text; pure.
 */
import { LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import {
	type Diagnostic,
	diagnostic,
	hasErrors,
	type Place,
	type Reported,
} from "../diagnostics.ts";
import type { Announcement } from "../model/announcement.ts";
import { check, partsOf, placed } from "./check.ts";
import { ALL_KEYS, describeIssues, mendLine } from "./issues.ts";
import { parsePath } from "./path.ts";
import { resolve } from "./resolve.ts";
import { noticeSchema } from "./schema.ts";
import { type SourceMap, sourceMap } from "./source-map.ts";
import { normaliseSource } from "./text.ts";

/** In UTF-16 units. A notice has a few thousand; a megabyte is another file. */
export const MOST_CHARACTERS = 1_000_000;
/** Brackets, dashes or spaces of indentation; the parser is recursive. */
const MOST_NESTING = 100;
/** Uses of `*name`, counted with what they repeat. */
const MOST_ALIASES = 100;

export interface ReadResult extends Reported<Announcement> {
	/** null only for a path that is empty or a source that cannot be read. */
	readonly locate: (path: string) => Place | null;
	/** What lines and columns count in: the source, normalised. */
	readonly source: string;
}

// No YAML writer makes these; a Word file, UTF-16 or a broken copy does.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/u;

function placeOfOffset(source: string, offset: number): Place {
	const before = source.slice(0, offset).split("\n");
	const last = before.at(-1) ?? "";
	return { line: before.length, column: last.length + 1, length: 1 };
}

/** What must not reach the parser. */
function unreadable(source: string): Diagnostic | null {
	if (source.length > MOST_CHARACTERS) {
		return diagnostic("error", "content/too-large", "", {
			megabytes: Math.ceil(source.length / 100_000) / 10,
			most: MOST_CHARACTERS / 1_000_000,
		});
	}
	const odd = NOT_TEXT.exec(source);
	if (odd) {
		const place = placeOfOffset(source, odd.index);
		return diagnostic("error", "content/not-text", "", {}, place);
	}
	const deep = tooDeepAt(source);
	return deep === null
		? null
		: diagnostic(
				"error",
				"content/yaml",
				"",
				{ rule: "TOO_DEEP", reason: "Nested too deeply" },
				placeOfOffset(source, deep),
			);
}

/** Where the source nests deeper than a parser's stack is safe with, or null. */
function tooDeepAt(source: string): number | null {
	let open = 0;
	for (let index = 0; index < source.length; index++) {
		const character = source[index];
		if (character === "[" || character === "{") open += 1;
		else if (character === "]" || character === "}")
			open = Math.max(0, open - 1);
		if (open > MOST_NESTING) return index;
	}
	const indent = new RegExp(
		`^(?:[ \\t]|[-?:][ \\t]){${MOST_NESTING * 2}}`,
		"mu",
	);
	const match = indent.exec(source);
	return match ? match.index : null;
}

/** A text that begins with one of these is something else to YAML. */
const RESERVED = /^[*&!@`%{[|>"']/u;

function yamlDiagnostic(error: YAMLError, map: SourceMap): Diagnostic {
	const [start, end] = error.pos;
	const place = map.offset(start, end);
	const line = map.line(place.line);
	if (
		error.code === "BLOCK_AS_IMPLICIT_KEY" ||
		error.code === "BLOCK_IN_FLOW"
	) {
		const colon = line.indexOf(": ", place.column - 1);
		if (colon >= 0) {
			const mended = mendLine(line, place.column - 1, ALL_KEYS);
			const at = { line: place.line, column: colon + 1, length: 1 };
			return diagnostic("error", "content/colon", "", { line: mended }, at);
		}
	}
	const reserved = reservedStart(line);
	if (reserved) {
		const params = {
			character: reserved.character,
			line: mendLine(line, reserved.column - 1, ALL_KEYS),
		};
		const at = { line: place.line, column: reserved.column, length: 1 };
		return diagnostic("error", "content/quote", "", params, at);
	}
	const params = { rule: error.code, reason: error.message };
	return diagnostic("error", "content/yaml", "", params, place);
}

/** Only a text that was begun plainly on this line and has other letters after. */
function reservedStart(
	line: string,
): { readonly character: string; readonly column: number } | null {
	const match = /^\s*(?:- )*(?:[A-Za-z_]+:\s+)?/u.exec(line);
	const before = match?.[0].length ?? 0;
	const text = line.slice(before).trimEnd();
	const character = RESERVED.exec(text)?.[0];
	if (!character || (/["'|>[{]/u.test(character) && !isPlainAfterAll(text))) {
		return null;
	}
	return { character, column: before + 1 };
}

/** `"Lịch" tiêm`, `[Mới] Lịch tiêm`, `{{thon}} họp`: quotes or brackets, then more. */
const isPlainAfterAll = (text: string): boolean =>
	/^(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{.*\})\s*[^\s,:#\]}]/u.test(text);

/** One mistake makes several complaints; the first on a line is the useful one. */
function firstPerLine(found: readonly Diagnostic[]): readonly Diagnostic[] {
	const seen = new Set<number>();
	return found.filter(({ place }) => {
		const line = place?.line ?? 0;
		if (seen.has(line)) return false;
		seen.add(line);
		return true;
	});
}

interface Parsed {
	/** False when there is no telling what the author meant. */
	readonly readable: boolean;
	readonly raw: unknown;
	readonly map: SourceMap;
	readonly diagnostics: readonly Diagnostic[];
}

function parse(source: string): Parsed {
	const lines = new LineCounter();
	const document = parseDocument(source, {
		// Every value is the text that was typed: `0274…`, `yes` and `1.10` too.
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
	});
	const map = sourceMap(source, document, lines);
	const complaints = [...document.errors, ...document.warnings].map((error) =>
		yamlDiagnostic(error, map),
	);
	visit(document, {
		Alias(_, alias) {
			if (alias.resolve(document) || !alias.range) return;
			const place = map.offset(alias.range[0], alias.range[1]);
			const line = mendLine(map.line(place.line), place.column - 1, ALL_KEYS);
			const params = { character: "*", line };
			const at = { ...place, length: 1 };
			complaints.push(diagnostic("error", "content/quote", "", params, at));
		},
	});
	const ordered = complaints.toSorted(
		(a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0),
	);
	const diagnostics = firstPerLine(ordered);
	// After a key written twice the rest still reads as it was meant.
	const isReadable =
		complaints.length ===
		document.errors.filter((error) => error.code === "DUPLICATE_KEY").length;
	if (!isReadable) return { readable: false, raw: null, map, diagnostics };
	const raw: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
	return { readable: true, raw, map, diagnostics };
}

/** The parser and its aliases throw in ways no list of checks can foresee. */
function parseSafely(source: string): Parsed | Diagnostic {
	try {
		return parse(source);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return diagnostic("error", "content/yaml", "", { rule: "THROWN", reason });
	}
}

const inOrder = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
	found.toSorted(
		(a, b) =>
			(a.place?.line ?? 0) - (b.place?.line ?? 0) ||
			(a.place?.column ?? 0) - (b.place?.column ?? 0),
	);

/** Reads one notice; `source` is the whole file. */
export function readAnnouncement(typed: string): ReadResult {
	const source = normaliseSource(typed);
	const nowhere = { source, value: null, locate: () => null };
	const fatal = unreadable(source);
	if (fatal) return { ...nowhere, diagnostics: [fatal] };
	const parsed = parseSafely(source);
	if (!("raw" in parsed)) return { ...nowhere, diagnostics: [parsed] };
	const { raw, map } = parsed;
	const locate = (path: string): Place => map.field(parsePath(path));
	if (!parsed.readable) {
		return { source, value: null, locate, diagnostics: parsed.diagnostics };
	}
	if (raw === null || raw === "") {
		const empty = diagnostic("error", "content/empty", "", {});
		return { source, value: null, locate, diagnostics: [empty] };
	}
	const notice = noticeSchema.safeParse(raw);
	const checked = check(partsOf(raw));
	const diagnostics = inOrder([
		...parsed.diagnostics,
		...(notice.success ? [] : describeIssues(notice.error.issues, raw, map)),
		...placed(checked.diagnostics, locate),
	]);
	const value =
		notice.success && !hasErrors(diagnostics)
			? resolve(notice.data, checked.questions)
			: null;
	return { source, value, locate, diagnostics };
}
