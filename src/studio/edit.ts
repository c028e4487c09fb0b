/**
 * What the form does to the YAML. Values are changed in the parsed document,
 * which keeps comments and order; lines that an edit does not touch stay as
 * they were typed.
 */
import {
	type Document,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	Scalar,
	visit,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import { parseYaml } from "../content/parse.ts";
import type { Path } from "../content/path.ts";
import { mergeLines } from "./merge.ts";
import { yamlValue } from "./yaml-value.ts";

export type Raw = string | readonly Raw[] | { readonly [key: string]: Raw };

export type Edit =
	/** `before` are keys of the map that stand before this one when it is new. */
	| {
			readonly kind: "set";
			readonly path: Path;
			readonly value: Raw;
			readonly before?: readonly string[];
	  }
	| { readonly kind: "remove"; readonly path: Path }
	| {
			readonly kind: "insert";
			readonly list: Path;
			readonly at: number;
			readonly value: Raw;
	  }
	| {
			readonly kind: "move";
			readonly list: Path;
			readonly from: number;
			readonly to: number;
	  }
	/** What is at one place to another. */
	| { readonly kind: "shift"; readonly from: Path; readonly to: Path }
	| {
			readonly kind: "rename";
			readonly map: Path;
			readonly from: string;
			readonly to: string;
	  };

const WRITING = { lineWidth: 0 } as const;

/** A parsed document and how the library writes it. */
interface Written {
	readonly document: Document.Parsed;
	readonly text: string;
}

/** What the last edit left; the next key in the same field begins there. */
let left: (Written & { readonly source: string }) | null = null;

function writtenOf(source: string): Written | null {
	if (left?.source === source) return left;
	try {
		const { document } = parseYaml(source);
		if (document.errors.length > 0) return null;
		// Where there is nothing yet, nothing can be written out.
		const isEmpty = document.contents === null;
		return { document, text: isEmpty ? source : document.toString(WRITING) };
	} catch {
		// Far too deep for the parser.
		return null;
	}
}

export interface Edited {
	/** Nearly always what the edit makes: good enough for a sheet that is drawn again. */
	readonly draft: string;
	/** What it makes, read back. */
	readonly settled: () => string;
}

/** null when the YAML cannot be read, or the edit does not fit it. */
export function beginEdits(
	source: string,
	edits: readonly Edit[],
): Edited | null {
	const written = writtenOf(source);
	// Half an edit must not be found by the next.
	left = null;
	if (written === null) return null;
	const { document, text: base } = written;
	try {
		for (const edit of edits) if (!apply(document, edit)) return null;
	} catch {
		// The library throws when a path leads through a value that holds nothing.
		return null;
	}
	const text = document.toString(WRITING);
	const kept = (source: string): string => {
		left = { document, text, source };
		return source;
	};
	if (text === base) return { draft: source, settled: () => kept(source) };
	const merged = base === source ? text : mergeLines(base, source, text);
	const isSame = (merged: string): boolean =>
		JSON.stringify(yamlValue(merged)) === JSON.stringify(document.toJS());
	return {
		draft: merged ?? text,
		settled: () => kept(merged !== null && isSame(merged) ? merged : text),
	};
}

export function applyEdits(
	source: string,
	edits: readonly Edit[],
): string | null {
	return beginEdits(source, edits)?.settled() ?? null;
}

function apply(document: Document.Parsed, edit: Edit): boolean {
	switch (edit.kind) {
		case "set":
			return set(document, edit.path, edit.value, edit.before ?? []);
		case "remove":
			return document.deleteIn(edit.path);
		case "insert":
			return insert(document, edit.list, edit.at, edit.value);
		case "move":
			return move(document, edit.list, edit.from, edit.to);
		case "shift":
			return shift(document, edit.from, edit.to);
		case "rename":
			return rename(document, edit.map, edit.from, edit.to);
	}
}

function set(
	document: Document.Parsed,
	path: Path,
	value: Raw,
	before: readonly string[],
): boolean {
	const last = path.at(-1);
	if (last === undefined) return false;
	const there = document.getIn(path, true);
	if (isScalar(there) && typeof value === "string") {
		there.value = value;
		quoteEmpty(there);
		return true;
	}
	const node = made(document, value);
	if (document.contents === null) {
		document.setIn(path, node);
		return true;
	}
	const parent = parentOf(document, path.slice(0, -1));
	if (typeof last === "number" || !isMap(parent) || parent.has(last)) {
		document.setIn(path, node);
		return true;
	}
	const pair = document.createPair(last, node);
	parent.items.splice(placeAfter(parent, before), 0, pair);
	return true;
}

/** Without quotes an empty text could not be seen, and in `[a, , b]` not read. */
function quoteEmpty(scalar: Scalar): void {
	if (scalar.value === "") scalar.type = Scalar.QUOTE_DOUBLE;
}

function made(document: Document.Parsed, value: Raw): Node {
	// The same value twice is two values, not one and a reference to it.
	const node = document.createNode(value, { aliasDuplicateObjects: false });
	visit(node, { Scalar: (_, scalar) => quoteEmpty(scalar) });
	return node;
}

/** The map or list at the path; a map where there is nothing. */
function parentOf(document: Document.Parsed, path: Path): unknown {
	const there: unknown =
		path.length === 0 ? document.contents : document.getIn(path, true);
	if (isMap(there) || isSeq(there)) return there;
	const map = document.createNode({});
	if (path.length > 0) document.setIn(path, map);
	else throw new Error("the notice is not a map");
	return map;
}

/** After the last of the keys that are there; at the end when none is. */
function placeAfter(map: YAMLMap, keys: readonly string[]): number {
	const names = map.items.map(keyOf);
	const last = Math.max(-1, ...keys.map((key) => names.lastIndexOf(key)));
	return last < 0 ? map.items.length : last + 1;
}

const keyOf = ({ key }: Pair): string =>
	isScalar(key) ? String(key.value) : String(key);

function listAt(document: Document.Parsed, path: Path): YAMLSeq | null {
	const there: unknown = document.getIn(path, true);
	return isSeq(there) ? there : null;
}

/** Blank lines above the items of a list are a habit of the whole list. */
function isAiry({ items }: YAMLSeq): boolean {
	return items.slice(1).some(hasSpace);
}

/** A list's item, or of a map its first key: where the parser puts the blank line. */
function spaced(item: unknown): { spaceBefore?: boolean } | null {
	if (isMap(item) || isSeq(item) || isScalar(item)) return item;
	return null;
}

const hasSpace = (item: unknown): boolean => spaced(item)?.spaceBefore === true;

function setSpaces(list: YAMLSeq, airy: boolean): void {
	if (!airy) return;
	for (const [i, item] of list.items.entries()) {
		const holder = spaced(item);
		if (holder !== null) holder.spaceBefore = i > 0;
	}
}

function insert(
	document: Document.Parsed,
	path: Path,
	at: number,
	value: Raw,
): boolean {
	const list = listAt(document, path);
	if (list === null) {
		document.setIn(path, made(document, [value]));
		return true;
	}
	const airy = isAiry(list);
	list.items.splice(at, 0, made(document, value));
	// `[]` would stay on one line for ever.
	if (list.items.length === 1) list.flow = false;
	setSpaces(list, airy);
	return true;
}

function move(
	document: Document.Parsed,
	path: Path,
	from: number,
	to: number,
): boolean {
	const list = listAt(document, path);
	if (list === null || to < 0 || to >= list.items.length) return false;
	const airy = isAiry(list);
	const [item] = list.items.splice(from, 1);
	list.items.splice(to, 0, item);
	setSpaces(list, airy);
	return true;
}

function shift(document: Document.Parsed, from: Path, to: Path): boolean {
	const node = document.getIn(from, true);
	if (node === undefined || !document.deleteIn(from)) return false;
	document.setIn(to, node);
	return true;
}

function rename(
	document: Document.Parsed,
	path: Path,
	from: string,
	to: string,
): boolean {
	const map: unknown = document.getIn(path, true);
	if (!isMap(map) || map.has(to)) return false;
	const pair = map.items.find((item) => isPair(item) && keyOf(item) === from);
	if (pair === undefined || !isScalar(pair.key)) return false;
	pair.key.value = to;
	return true;
}
