/** A PDF as objects, whoever wrote it. Bounded, pure, and never throws. */
import { type Decoded, decodeStream } from "./filters.ts";
import { Lexer } from "./lexer.ts";
import { indirectObject, valueFrom } from "./parse.ts";
import {
	asDict,
	asKind,
	asName,
	asNumber,
	EMPTY_DICT,
	latin1,
	type PdfDict,
	type PdfStream,
	type PdfValue,
} from "./values.ts";
import { type Entry, readXref, rebuildXref, type Xref } from "./xref.ts";

/** What is wrong with a file as a file. */
export type Trouble =
	/** Its tables lead nowhere; the objects were found by looking for them. */
	| "tables"
	/** A stream is cut off, or its length is wrong. */
	| "stream"
	/** A reference to an object that is not there. */
	| "object"
	| "encrypted";

export interface PdfFile {
	readonly bytes: Uint8Array;
	readonly trailer: PdfDict;
	/** Every object's number, ascending. */
	readonly ids: readonly number[];
	/** Grows as the file is read. */
	readonly trouble: ReadonlySet<Trouble>;
	/** Follows references. */
	readonly get: (value: PdfValue | undefined) => PdfValue;
	/** A field of a dictionary, its reference followed. */
	readonly field: (owner: PdfValue | undefined, key: string) => PdfValue;
	readonly decode: (stream: PdfStream) => Decoded;
}

/** References to references. */
const MOST_HOPS = 16;
/** The header may come after some other bytes. */
const HEADER_WITHIN = 1024;

/** null for what is no PDF at all. */
export function openPdf(bytes: Uint8Array): PdfFile | null {
	const head = latin1(bytes.subarray(0, HEADER_WITHIN));
	if (!head.includes("%PDF-")) return null;
	const trouble = new Set<Trouble>();
	const regular = readXref(bytes);
	if (regular !== null) {
		const file = fileOf(bytes, regular, trouble);
		if (isSound(file, regular, bytes)) return file;
	}
	trouble.add("tables");
	return fileOf(bytes, rebuildXref(bytes), trouble);
}

/** Whether the tables lead to what they promise. */
function isSound(file: PdfFile, { entries }: Xref, bytes: Uint8Array): boolean {
	const root = file.field(file.trailer, "Root");
	if (asDict(file.field(root, "Pages")) === null) return false;
	for (const [id, entry] of entries) {
		if (entry.kind !== "at") continue;
		const lexer = new Lexer(bytes, entry.offset);
		const [number, generation, word] = [
			lexer.number(),
			lexer.number(),
			lexer.next(),
		];
		const begins = word.kind === "word" && word.word === "obj";
		if (number !== id || generation === null || !begins) return false;
	}
	return true;
}

function fileOf(
	bytes: Uint8Array,
	{ entries, trailer }: Xref,
	trouble: Set<Trouble>,
): PdfFile {
	const known = new Map<number, PdfValue>();
	const reading = new Set<number>();
	const containers = new Map<number, readonly PdfValue[]>();
	const decoded = new WeakMap<PdfStream, Decoded>();
	if (trailer.entries.get("Encrypt") != null) trouble.add("encrypted");

	const object = (id: number): PdfValue => {
		const ready = known.get(id);
		if (ready !== undefined) return ready;
		const entry = entries.get(id);
		if (entry === undefined || reading.has(id)) {
			trouble.add("object");
			return null;
		}
		reading.add(id);
		const value = load(id, entry);
		reading.delete(id);
		known.set(id, value);
		return value;
	};

	const load = (id: number, entry: Entry): PdfValue => {
		if (entry.kind === "in")
			return inside(entry.container)[entry.index] ?? null;
		const lexer = new Lexer(bytes, entry.offset);
		const parsed = indirectObject(bytes, lexer, lengthOf, () =>
			trouble.add("stream"),
		);
		if (parsed?.id !== id) trouble.add("object");
		return parsed?.id === id ? parsed.value : null;
	};

	const lengthOf = (dict: PdfDict): number | null =>
		asNumber(get(dict.entries.get("Length")));

	const inside = (container: number): readonly PdfValue[] => {
		const ready = containers.get(container);
		if (ready !== undefined) return ready;
		// An object stream cannot lie in another one, nor in itself.
		containers.set(container, []);
		const stream = asKind(object(container), "stream");
		const values = stream === null ? [] : valuesIn(stream);
		containers.set(container, values);
		return values;
	};

	const valuesIn = (stream: PdfStream): readonly PdfValue[] => {
		const { bytes: unpacked } = decode(stream);
		const count = asNumber(field(stream, "N")) ?? 0;
		const first = asNumber(field(stream, "First")) ?? 0;
		const index = new Lexer(unpacked);
		const values: PdfValue[] = [];
		for (let i = 0; i < count; i++) {
			index.next();
			const offset = index.next();
			const at = offset.kind === "value" ? asNumber(offset.value) : null;
			if (at === null) break;
			const lexer = new Lexer(unpacked, first + at);
			values.push(valueFrom(lexer.next(), lexer, true) ?? null);
		}
		return values;
	};

	const get = (value: PdfValue | undefined): PdfValue => {
		let at = value ?? null;
		for (let hop = 0; hop < MOST_HOPS; hop++) {
			const reference = asKind(at, "ref");
			if (reference === null) return at;
			at = object(reference.id);
		}
		trouble.add("object");
		return null;
	};

	const field = (owner: PdfValue | undefined, key: string): PdfValue =>
		get((asDict(get(owner)) ?? EMPTY_DICT).entries.get(key));

	const decode = (stream: PdfStream): Decoded => {
		const ready = decoded.get(stream);
		if (ready !== undefined) return ready;
		const result = decodeStream(stream, get);
		if (!result.whole) trouble.add("stream");
		decoded.set(stream, result);
		return result;
	};

	const ids = [...entries.keys()].sort((a, b) => a - b);
	return { bytes, trailer, ids, trouble, get, field, decode };
}

/** Reads every object, so that all trouble is known. */
export function readAll(file: PdfFile): void {
	for (const id of file.ids) {
		const value = file.get({ kind: "ref", id, generation: 0 });
		const stream = asKind(value, "stream");
		const type = asName(stream?.dict.entries.get("Type") ?? null);
		if (stream !== null && type !== "XRef") file.decode(stream);
	}
}
