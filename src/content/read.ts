/**
 * From the text of a YAML file to an announcement, or to everything that is
 * wrong with it. Never throws, whatever the text; pure.
 */

import { visit } from "yaml";
import {
	type Diagnostic,
	diagnostic,
	hasErrors,
	type Place,
	type Reported,
} from "../diagnostics.ts";
import type { Announcement } from "../model/announcement.ts";
import type { Logo, Picture } from "../model/picture.ts";
import { withPicture } from "../model/with-picture.ts";
import { check, partsOf, placed } from "./check.ts";
import { describeIssues, mendLine } from "./issues.ts";
import { tooMuch } from "./limits.ts";
import { logoOf } from "./logo.ts";
import { type ParsedYaml, parseYaml } from "./parse.ts";
import { parseNotice } from "./parse-notice.ts";
import { formatPath, parsePath } from "./path.ts";
import {
	type Filled,
	fillPlaceholders,
	type GoneField,
	type PlaceholderField,
	placeholdersOf,
} from "./placeholders.ts";
import { resolve } from "./resolve.ts";
import { senseOf } from "./sense.ts";
import { findSlips } from "./slips.ts";
import { type SourceMap, sourceMap } from "./source-map.ts";
import { stageOf } from "./stages.ts";
import { normaliseSource } from "./text.ts";
import { yamlDiagnostic } from "./yaml-errors.ts";

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
		return diagnostic("error", "content/not-text", "", { what: null }, place);
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

/** Slips that YAML accepts; what else is wrong on their lines follows from them. */
function slipsOf(
	yaml: ParsedYaml,
	map: SourceMap,
	source: string,
): readonly Diagnostic[] {
	return findSlips(yaml, source).map(({ severity, code, params, start, end }) =>
		diagnostic(severity, code, "", params, map.offset(start, end)),
	);
}

const tooOften = (reason: string, place: Place): Diagnostic =>
	diagnostic(
		"error",
		"content/yaml",
		"",
		{ rule: "TOO_MANY_ALIASES", reason },
		place,
	);

function parse(source: string): Parsed {
	const yaml = parseYaml(source);
	const { document, lines } = yaml;
	const map = sourceMap(source, document, lines);
	const complaints = [...document.errors, ...document.warnings].map((error) =>
		yamlDiagnostic(error, yaml, map, source),
	);
	const slips = slipsOf(yaml, map, source);
	visit(document, {
		Alias(_, alias, around) {
			const named = alias.resolve(document);
			if (!alias.range) return;
			const place = map.offset(alias.range[0], alias.range[1]);
			if (named) {
				// A part that repeats itself never ends.
				if (around.some((part) => part === named))
					complaints.push(tooOften("A part repeats itself", place));
				return;
			}
			const line = mendLine(map.line(place.line), place.column - 1);
			const params = { character: "*", line };
			const at = { ...place, length: 1 };
			complaints.push(diagnostic("error", "content/quote", "", params, at));
		},
	});
	const ordered = [...complaints, ...slips].toSorted(
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

const ALIAS_USE = /(?<=[\s[{,])\*[^\s,[\]{}]/u;

/** The parser and its aliases throw in ways no list of checks can foresee. */
function parseSafely(source: string): Parsed | Diagnostic {
	try {
		return parse(source);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const rule = /alias/iu.test(reason) ? "TOO_MANY_ALIASES" : "THROWN";
		// What was repeated too often begins at its first use.
		const at = ALIAS_USE.exec(source)?.index ?? 0;
		const place = placeOfOffset(source, at);
		return diagnostic("error", "content/yaml", "", { rule, reason }, place);
	}
}

/** First what spoils the reading of the rest; in the order of the lines within. */
const inOrder = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
	found.toSorted(
		(a, b) =>
			stageOf(a.code) - stageOf(b.code) ||
			(a.place?.line ?? 0) - (b.place?.line ?? 0) ||
			(a.place?.column ?? 0) - (b.place?.column ?? 0),
	);

/** `{ text: A, B }` is a comma astray, and no unknown key as well. */
function unexplained(
	found: readonly Diagnostic[],
	slips: readonly Diagnostic[],
): readonly Diagnostic[] {
	const lines = new Set(
		slips.flatMap(({ severity, code, place }) =>
			severity === "error" && code !== "content/duplicate-key" && place
				? [place.line]
				: [],
		),
	);
	return found.filter(({ place }) => !place || !lines.has(place.line));
}

/** A notice whose placeholders are still open. */
export interface Template {
	readonly source: string;
	readonly locate: (path: string) => Place | null;
	/** What keeps the file from being read at all, whatever the village. */
	readonly diagnostics: readonly Diagnostic[];
	readonly fields: readonly PlaceholderField[];
	/** The family of fonts it asks for, null for the usual one. */
	readonly font: string | null;
	/** The picture it names; the same for every village. */
	readonly logo: Logo | null;
	/** Where its list of villages is, null when it does not say. */
	readonly villages: string | null;
	/** The notice as one village has it; names without a value are empty. */
	readonly fill: (cellOf: (name: string) => string) => FilledNotice;
}

export interface FilledNotice extends Reported<Announcement> {
	/** Fields left out, optional ones only unless `diagnostics` say so. */
	readonly gone: readonly GoneField[];
	/** From a path of `value` to the same field in the file. */
	readonly origin: (path: string) => string;
}

interface Judged extends Reported<Announcement> {
	readonly origin: (path: string) => string;
}

/** What the schema and the checks say of a notice, wherever its values are from. */
function judge(raw: unknown, origin: Filled["origin"], map: SourceMap): Judged {
	const there: SourceMap = {
		...map,
		value: (path) => map.value(origin(path)),
		field: (path) => map.field(origin(path)),
		key: (path) => map.key(origin(path)),
	};
	const notice = parseNotice(raw);
	const checked = check(partsOf(raw));
	const locate = (path: string): Place => there.field(parsePath(path));
	const originOf = (path: string): string => {
		const steps = parsePath(path);
		const from = origin(steps);
		return from.every((step, i) => step === steps[i]) ? path : formatPath(from);
	};
	const diagnostics = inOrder([
		...(notice.success ? [] : describeIssues(notice.error.issues, raw, there)),
		...placed(checked.diagnostics, locate),
		...placed(senseOf(raw), locate),
	]).map((d) => ({ ...d, path: originOf(d.path) }));
	const value =
		notice.success && !hasErrors(diagnostics)
			? resolve(notice.data, checked.questions)
			: null;
	return { value, diagnostics, origin: originOf };
}

interface ReadSource {
	readonly source: string;
	readonly locate: (path: string) => Place | null;
	/** The YAML's own faults. */
	readonly diagnostics: readonly Diagnostic[];
	/** null when there is no telling what the author meant. */
	readonly parsed: Parsed | null;
}

function readSource(typed: string): ReadSource {
	const source = normaliseSource(typed);
	const fatal = (diagnostics: readonly Diagnostic[]): ReadSource => ({
		source,
		locate: () => null,
		diagnostics,
		parsed: null,
	});
	const barred = unreadable(source);
	if (barred) return fatal([barred]);
	const parsed = parseSafely(source);
	if (!("raw" in parsed)) return fatal([parsed]);
	const { raw, map, diagnostics } = parsed;
	const locate = (path: string): Place => map.field(parsePath(path));
	if (!parsed.readable) return { source, locate, diagnostics, parsed: null };
	if (raw === null || raw === "") {
		const empty = diagnostic("error", "content/empty", "", {});
		return { source, locate, diagnostics: [empty], parsed: null };
	}
	const much = tooMuch(raw);
	if (much !== null) {
		const { path, params } = much;
		const place = map.value(path) ?? map.field(path);
		const long = diagnostic(
			"error",
			"content/too-long",
			formatPath(path),
			params,
			place,
		);
		const all = [...diagnostics, long];
		return { source, locate, diagnostics: all, parsed: null };
	}
	return { source, locate, diagnostics, parsed };
}

/** Reads one notice; `source` is the whole file. */
export function readAnnouncement(typed: string): ReadResult {
	const { parsed, diagnostics: slips, ...read } = readSource(typed);
	if (!parsed) return { ...read, value: null, diagnostics: slips };
	const { raw, map } = parsed;
	const open = placeholdersOf(raw);
	const judged = judge(raw, (path) => path, map);
	const diagnostics = inOrder([
		...slips,
		...open.map(({ path, names }) =>
			diagnostic(
				"error",
				"content/placeholder",
				path,
				{ names },
				read.locate(path),
			),
		),
		// Of a field that is still open nothing else can be said.
		...unexplained(judged.diagnostics, slips).filter(({ path }) =>
			open.every((field) => field.path !== path),
		),
	]);
	const value = hasErrors(diagnostics) ? null : judged.value;
	return { ...read, value, diagnostics };
}

/** Reads a notice in which villages put their own values; the YAML only once. */
export function readTemplate(typed: string): Template {
	const { parsed, ...read } = readSource(typed);
	if (!parsed) {
		const origin = (path: string): string => path;
		const nothing = { value: null, diagnostics: [], gone: [], origin };
		return {
			...read,
			fields: [],
			font: null,
			logo: null,
			villages: null,
			fill: () => nothing,
		};
	}
	const textAt = (key: string): string | null => {
		const value: unknown = Object.entries(parsed.raw ?? {}).find(
			([name]) => name === key,
		)?.[1];
		return typeof value === "string" && value.trim() !== ""
			? value.trim()
			: null;
	};
	return {
		...read,
		fields: placeholdersOf(parsed.raw),
		font: textAt("font"),
		logo: logoOf(partsOf(parsed.raw).logo),
		villages: textAt("villages"),
		fill(cellOf) {
			const { raw, gone, origin } = fillPlaceholders(parsed.raw, cellOf);
			return { ...judge(raw, origin, parsed.map), gone };
		},
	};
}

/** The template with the picture that it names. */
export const templateWithPicture = (
	template: Template,
	picture: Picture | null,
): Template =>
	picture === null
		? template
		: {
				...template,
				fill(cellOf) {
					const filled = template.fill(cellOf);
					const { value } = filled;
					return { ...filled, value: value && withPicture(value, picture) };
				},
			};

/** The values of a source, null when it cannot be read. */
export function rawOf(typed: string): unknown {
	return readSource(typed).parsed?.raw ?? null;
}
