/** Where the objects of a file lie, by its own tables (ISO 32000-1, 7.5.4 and 7.5.8). */
import { decodeStream } from "./filters.ts";
import { Lexer } from "./lexer.ts";
import { indirectObject, valueFrom } from "./parse.ts";
import {
	asKind,
	asName,
	asNumber,
	EMPTY_DICT,
	itemsOf,
	latin1,
	type PdfDict,
	type PdfValue,
} from "./values.ts";

export type Entry =
	| { readonly kind: "at"; readonly offset: number }
	/** Inside an object stream. */
	| { readonly kind: "in"; readonly container: number; readonly index: number };

export interface Xref {
	readonly entries: ReadonlyMap<number, Entry>;
	readonly trailer: PdfDict;
}

/** Far more than any notice has. */
export const MOST_OBJECTS = 200_000;
const MOST_SECTIONS = 1000;
const TAIL = 2048;

interface Section {
	readonly entries: ReadonlyMap<number, Entry>;
	/** Numbers whose objects were deleted. */
	readonly free: ReadonlySet<number>;
	readonly trailer: PdfDict;
}

/** null when the tables cannot be followed to their end. */
export function readXref(bytes: Uint8Array): Xref | null {
	const tail = latin1(bytes.subarray(Math.max(0, bytes.length - TAIL)));
	const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
	if (start === undefined) return null;
	const entries = new Map<number, Entry>();
	const gone = new Set<number>();
	const visited = new Set<number>();
	const waiting = [Number(start)];
	let trailer: PdfDict | null = null;
	while (waiting.length > 0 && visited.size < MOST_SECTIONS) {
		const offset = waiting.shift() ?? 0;
		if (visited.has(offset)) continue;
		visited.add(offset);
		const section = readSection(bytes, offset);
		if (section === null) return null;
		// The newest comes first, and what it says holds.
		for (const id of section.free) if (!entries.has(id)) gone.add(id);
		for (const [id, entry] of section.entries)
			if (!entries.has(id) && !gone.has(id)) entries.set(id, entry);
		trailer ??= section.trailer;
		const at = section.trailer.entries;
		const hybrid = asNumber(at.get("XRefStm") ?? null);
		const previous = asNumber(at.get("Prev") ?? null);
		if (hybrid !== null) waiting.push(hybrid);
		if (previous !== null) waiting.push(previous);
	}
	return trailer === null ? null : { entries, trailer };
}

function readSection(bytes: Uint8Array, offset: number): Section | null {
	if (offset < 0 || offset >= bytes.length) return null;
	const lexer = new Lexer(bytes, offset);
	const first = lexer.next();
	if (first.kind === "word" && first.word === "xref") return readTable(lexer);
	return readXrefStream(bytes, offset);
}

function readTable(lexer: Lexer): Section | null {
	const entries = new Map<number, Entry>();
	const free = new Set<number>();
	for (;;) {
		const token = lexer.next();
		if (token.kind === "word" && token.word === "trailer") break;
		const count = lexer.next();
		if (token.kind !== "value" || count.kind !== "value") return null;
		const [start, length] = [asNumber(token.value), asNumber(count.value)];
		if (start === null || length === null || length > MOST_OBJECTS) return null;
		for (let i = 0; i < length; i++) {
			const offset = lexer.next();
			lexer.next();
			const kind = lexer.next();
			if (offset.kind !== "value" || kind.kind !== "word") return null;
			const at = asNumber(offset.value);
			if (at === null) return null;
			if (kind.word === "n") entries.set(start + i, { kind: "at", offset: at });
			else if (start + i > 0) free.add(start + i);
		}
	}
	const trailer = valueFrom(lexer.next(), lexer, true) ?? null;
	const dict = asKind(trailer, "dict");
	return dict === null ? null : { entries, free, trailer: dict };
}

function readXrefStream(bytes: Uint8Array, offset: number): Section | null {
	const direct = (dict: PdfDict): number | null =>
		asNumber(dict.entries.get("Length") ?? null);
	const object = indirectObject(
		bytes,
		new Lexer(bytes, offset),
		direct,
		() => {},
	);
	return object === null ? null : sectionOfStream(object.value);
}

/** The table inside a stream of type XRef; null for any other value. */
export function sectionOfStream(value: PdfValue): Section | null {
	const stream = asKind(value, "stream");
	if (stream === null) return null;
	const { entries: at } = stream.dict;
	if (asName(at.get("Type") ?? null) !== "XRef") return null;
	const widths = itemsOf(at.get("W") ?? null).map((w) => asNumber(w) ?? 0);
	const [w0 = 0, w1 = 0, w2 = 0] = widths;
	const row = w0 + w1 + w2;
	const { bytes } = decodeStream(stream, (v) => v);
	if (row <= 0 || row > 32) return null;
	const size = asNumber(at.get("Size") ?? null) ?? 0;
	const index = itemsOf(at.get("Index") ?? null).map((n) => asNumber(n) ?? 0);
	const ranges = index.length > 0 ? index : [0, size];
	const entries = new Map<number, Entry>();
	const free = new Set<number>();
	const read = (from: number, width: number): number => {
		let value = 0;
		for (let i = 0; i < width; i++)
			value = value * 256 + (bytes[from + i] ?? 0);
		return value;
	};
	let from = 0;
	for (let range = 0; range + 1 < ranges.length; range += 2) {
		const start = ranges[range] ?? 0;
		for (let i = 0; i < (ranges[range + 1] ?? 0); i++) {
			if (from + row > bytes.length) break;
			const type = w0 === 0 ? 1 : read(from, w0);
			const second = read(from + w0, w1);
			const third = read(from + w0 + w1, w2);
			if (type === 1) entries.set(start + i, { kind: "at", offset: second });
			else if (type === 2)
				entries.set(start + i, { kind: "in", container: second, index: third });
			else if (type === 0) free.add(start + i);
			from += row;
		}
	}
	return { entries, free, trailer: stream.dict };
}

/** Finds the objects by looking at every byte: the tables are broken or gone. */
export function rebuildXref(bytes: Uint8Array): Xref {
	const text = new TextDecoder("latin1").decode(bytes);
	const entries = new Map<number, Entry>();
	for (const match of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
		if (entries.size >= MOST_OBJECTS) break;
		// Whoever comes last was written last.
		entries.set(Number(match[1]), { kind: "at", offset: match.index });
	}
	const fields = new Map<string, PdfValue>();
	const addAll = (dict: PdfDict): void => {
		for (const key of ["Root", "Info", "ID", "Encrypt", "Size"]) {
			const value = dict.entries.get(key);
			if (value !== undefined) fields.set(key, value);
		}
	};
	for (const match of text.matchAll(/\btrailer\b/g)) {
		const lexer = new Lexer(bytes, match.index + "trailer".length);
		addAll(
			asKind(valueFrom(lexer.next(), lexer, true) ?? null, "dict") ??
				EMPTY_DICT,
		);
	}
	const compressed = new Map<number, Entry>();
	for (const [id, entry] of entries) {
		if (entry.kind !== "at") continue;
		const direct = (dict: PdfDict): number | null =>
			asNumber(dict.entries.get("Length") ?? null);
		const lexer = new Lexer(bytes, entry.offset);
		const value = indirectObject(bytes, lexer, direct, () => {})?.value ?? null;
		const dict = asKind(value, "stream")?.dict ?? asKind(value, "dict");
		const type = asName(dict?.entries.get("Type") ?? null);
		if (type === "XRef" && dict !== null) addAll(dict);
		if (type === "Catalog" && !fields.has("Root"))
			fields.set("Root", { kind: "ref", id, generation: 0 });
		if (type === "ObjStm" && dict !== null) {
			const count = asNumber(dict.entries.get("N") ?? null) ?? 0;
			for (const [inner, index] of idsIn(value, count))
				compressed.set(inner, { kind: "in", container: id, index });
		}
	}
	for (const [id, entry] of compressed)
		if (!entries.has(id)) entries.set(id, entry);
	return { entries, trailer: { kind: "dict", entries: fields } };
}

/** The numbers of the objects in an object stream, with their order. */
function idsIn(value: PdfValue, count: number): readonly [number, number][] {
	const stream = asKind(value, "stream");
	if (stream === null) return [];
	const { bytes } = decodeStream(stream, (v) => v);
	const lexer = new Lexer(bytes);
	const found: [number, number][] = [];
	for (let index = 0; index < Math.min(count, MOST_OBJECTS); index++) {
		const id = lexer.next();
		lexer.next();
		const number = id.kind === "value" ? asNumber(id.value) : null;
		if (number === null) break;
		found.push([number, index]);
	}
	return found;
}
