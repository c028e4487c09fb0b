/**
 * What authors write that YAML takes for something else without a word: commas
 * between braces, `#`, `&`, `!`, dashes without a space, curly quotes.
 */
import {
	isMap,
	isPair,
	isScalar,
	type Node,
	type Pair,
	type Scalar,
	visit,
	type YAMLMap,
} from "yaml";
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import { type Edit, lineAt, lineWith, replaceLine } from "./fix/edit.ts";
import { knownKeys, mendLine } from "./issues.ts";
import { doubleQuoted } from "./mend.ts";
import type { ParsedYaml } from "./parse.ts";

type SlipCode =
	| "content/comma"
	| "content/dash"
	| "content/hash"
	| "content/indent"
	| "content/quote"
	| "content/smart-quotes"
	| "content/space";

export interface Slip<C extends MessageCode = SlipCode> {
	readonly severity: "error" | "warning";
	readonly code: C;
	readonly params: MessageParams[C];
	/** Offsets in the source. */
	readonly start: number;
	readonly end: number;
	/** What mends it; null when the author alone knows. */
	readonly edit: Edit | null;
}

type Extent = readonly [start: number, end: number];

const extentOf = (node: Node): Extent => {
	const [start = 0, end = 0] = node.range ?? [];
	return [start, end];
};

const scalarOrNull = (value: unknown): Scalar | null =>
	isScalar(value) ? value : null;

const isOneLine = (source: string, [start, end]: Extent): boolean =>
	!source.slice(start, end).includes("\n");

/** `icon:pin`, a name and its text with nothing, or no plain space, between. */
const GLUED = /^([A-Za-z_]+)(?::[^\S ]*|[^\S\n]*：[^\S\n]*)(?=[^\s/])/u;

/** For a text that begins at `start`; null unless it begins with a known name. */
function gluedSlip(source: string, start: number): Slip | null {
	const match = GLUED.exec(source.slice(start, start + 60));
	if (!match || !knownKeys().includes(match[1] ?? "")) return null;
	const [glue, key = ""] = match;
	const edit = { start, end: start + glue.length, text: `${key}: ` };
	const params = { key, line: lineWith(source, edit) };
	const end = start + glue.length;
	return {
		severity: "error",
		code: "content/space",
		params,
		start,
		end,
		edit,
	};
}

/** The same for a line that the parser stumbled over. */
export function gluedLine(source: string, offset: number): Slip | null {
	const { start, text } = lineAt(source, offset);
	const before = /^\s*(?:- +)*/u.exec(text)?.[0].length ?? 0;
	return gluedSlip(source, start + before);
}

/** Of fields, each with a name; a text alone is none. */
const OF_MAPS: ReadonlySet<string> = new Set([
	"body",
	"answers",
	"facts",
	"options",
]);

/** `{ text: Ao Sen, Bến Đò }`: a name that nobody knows, and no colon after it. */
function isStray(pair: Pair): boolean {
	const key = scalarOrNull(pair.key);
	return (
		key?.type === "PLAIN" &&
		pair.value === null &&
		!GLUED.test(String(key.value)) &&
		!knownKeys().includes(String(key.value))
	);
}

/** The text of a value as it stands between double quotes; null if unsure. */
function innerText(source: string, value: Scalar, end: number): string | null {
	const [from, to] = extentOf(value);
	const rest = source.slice(to, end).replaceAll('"', '\\"');
	if (value.type === "QUOTE_DOUBLE")
		return source.slice(from + 1, to - 1) + rest;
	if (value.type !== "PLAIN") return null;
	return source.slice(from, end).replace(/["\\]/gu, "\\$&");
}

function commaSlips(map: YAMLMap, source: string): readonly Slip[] {
	if (map.flow !== true) return [];
	const pairs = map.items.filter((item) => isPair(item));
	return pairs.flatMap((pair, index) => {
		const owner = pairs[index - 1];
		if (!isStray(pair) || !owner || isStray(owner)) return [];
		const value = scalarOrNull(owner.value);
		const further = pairs.slice(index).findIndex((next) => !isStray(next));
		const last = pairs[further < 0 ? pairs.length - 1 : index + further - 1];
		const first = scalarOrNull(pair.key);
		const end = scalarOrNull(last?.key);
		if (!value || !first || !end) return [];
		const extent: Extent = [extentOf(value)[0], extentOf(end)[1]];
		const inner = innerText(source, value, extent[1]);
		if (inner === null || !isOneLine(source, extent)) return [];
		const edit = { start: extent[0], end: extent[1], text: `"${inner}"` };
		const [start, stop] = extentOf(first);
		const params = { word: String(first.value), line: lineWith(source, edit) };
		return [
			{
				severity: "error",
				code: "content/comma",
				params,
				start,
				end: stop,
				edit,
			},
		];
	});
}

/** `&Lịch` names a place to YAML, `!Lịch` a type: neither is ever printed. */
function propertySlip(node: Node, source: string): readonly Slip[] {
	const { anchor, tag } = node as { anchor?: string; tag?: string };
	const character = anchor === undefined ? (tag === undefined ? "" : "!") : "&";
	const [from, to] = extentOf(node);
	if (character === "" || !isScalar(node)) return [];
	const { start, text } = lineAt(source, from);
	const at = text.slice(0, from - start).lastIndexOf(character);
	if (at < 0 || !isOneLine(source, [from, to])) return [];
	const line = mendLine(text, at);
	return [
		{
			severity: "error",
			code: "content/quote",
			params: { character, line },
			start: start + at,
			end: start + at + 1,
			edit: replaceLine(source, from, line),
		},
	];
}

/** `- A` and, a little further in, `- B`: one text to YAML, dash and all. */
function slantSlip(scalar: Scalar, source: string): readonly Slip[] {
	if (scalar.type !== "PLAIN") return [];
	const [from, to] = extentOf(scalar);
	const slanted = /\n *(?=- )/u.exec(source.slice(from, to));
	if (!slanted) return [];
	const start = from + slanted.index + slanted[0].length;
	return [
		{
			severity: "error",
			code: "content/indent",
			params: {},
			start,
			end: start + 1,
			edit: null,
		},
	];
}

/** A comment is `# like this`; `#2` is nearly always a number. */
const HASH = /(^|[ \t])#(?=[^\s#!])/u;

function hashSlip(scalar: Scalar, source: string): readonly Slip[] {
	if (scalar.type !== "PLAIN") return [];
	const [from, to] = extentOf(scalar);
	const { start, text } = lineAt(source, Math.max(from, to - 1));
	const after = text.slice(to - start);
	const isEmpty = from === to;
	const match = (isEmpty ? /^\s*#/u : HASH).exec(after);
	if (!match || /[^ \t]/u.test(after.slice(0, match.index))) return [];
	const hash = start + text.indexOf("#", to - start);
	const said = source.slice(
		isEmpty ? hash : from,
		start + text.trimEnd().length,
	);
	const edit = {
		start: isEmpty ? hash : from,
		end: start + text.trimEnd().length,
		text: doubleQuoted(said),
	};
	const isSure = isEmpty && HASH.test(after);
	return [
		{
			severity: isEmpty ? "error" : "warning",
			code: "content/hash",
			params: { line: lineWith(source, edit) },
			start: hash,
			end: hash + 1,
			edit: isSure ? edit : null,
		},
	];
}

const LISTS: ReadonlySet<string> = new Set([
	"body",
	"list",
	"answers",
	"facts",
	"options",
	"rows",
	"columns",
	"trust",
]);

/** `-Mang sổ` under `list:` is one text to YAML, dashes and all. */
function dashSlip(pair: Pair, source: string): readonly Slip[] {
	const value = scalarOrNull(pair.value);
	const key = scalarOrNull(pair.key);
	if (value?.type !== "PLAIN" || !LISTS.has(String(key?.value))) return [];
	const [start, end] = extentOf(value);
	const lines = source.slice(start, end).split("\n");
	if (!lines.every((line) => /^\s*[-–—]\S/u.test(line))) return [];
	const text = lines
		.map((line) => line.replace(/^(\s*)[-–—](?=\S)/u, "$1- "))
		.join("\n");
	const [first = ""] = text.split("\n");
	return [
		{
			severity: "error",
			code: "content/dash",
			params: { line: first.trim() },
			start,
			end: start + 1,
			edit: { start, end, text },
		},
	];
}

/** Read by the program, not by people: quotation marks are never part of them. */
const NAMES: ReadonlySet<string> = new Set([
	"url",
	"phone",
	"date",
	"as_of",
	"from",
	"until",
	"on",
	"is",
	"icon",
	"link",
	"see",
	"id",
	"logo",
	"villages",
	"font",
	"then",
]);
const CURLY = /^[“”„‟«»‘’]([^“”„‟«»"\\\n]*)[“”„‟«»‘’]$/u;

function curlySlip(
	scalar: Scalar,
	key: string | null,
	source: string,
): readonly Slip[] {
	if (scalar.type !== "PLAIN") return [];
	const [start, end] = extentOf(scalar);
	const inside = CURLY.exec(source.slice(start, end))?.[1];
	if (inside === undefined) return [];
	const edit = { start, end, text: `"${inside.trim()}"` };
	const isName = key !== null && NAMES.has(key);
	return [
		{
			severity: isName ? "error" : "warning",
			code: "content/smart-quotes",
			params: { line: lineWith(source, edit) },
			start,
			end,
			edit: isName ? edit : null,
		},
	];
}

const keyOf = (parent: unknown): string | null =>
	isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : null;

/** Where only `name: text` can stand. */
function isNamed(
	place: number | "key" | "value" | null,
	path: readonly unknown[],
): boolean {
	const parent = path.at(-1);
	if (place === "key") {
		const map = path.at(-2);
		return isPair(parent) && parent.value === null && isMap(map) && !!map.flow;
	}
	const list = keyOf(path.at(-2));
	return typeof place === "number" && list !== null && OF_MAPS.has(list);
}

export function findSlips(
	{ document }: ParsedYaml,
	source: string,
): readonly Slip[] {
	const found: Slip[] = [];
	const aliased = new Set<string>();
	visit(document, { Alias: (_, { source: name }) => void aliased.add(name) });
	visit(document, {
		Map: (_, map) => void found.push(...commaSlips(map, source)),
		Pair: (_, pair) => void found.push(...dashSlip(pair, source)),
		Scalar(place, scalar, path) {
			const glued =
				scalar.type === "PLAIN" && isNamed(place, path)
					? gluedSlip(source, extentOf(scalar)[0])
					: null;
			if (glued) found.push(glued);
			if (!(scalar.anchor !== undefined && aliased.has(scalar.anchor)))
				found.push(...propertySlip(scalar, source));
			if (place === "key") return;
			const parent = path.at(-1);
			const key = keyOf(parent);
			// Inside braces a comment cannot follow, and `#` stays part of the text.
			if (!isMap(parent)) found.push(...hashSlip(scalar, source));
			found.push(...curlySlip(scalar, key, source));
			if (typeof place === "number") found.push(...slantSlip(scalar, source));
		},
	});
	return found;
}
