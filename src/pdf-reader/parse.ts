/** Tokens to values. */
import type { Lexer, Token } from "./lexer.ts";
import {
	asKind,
	type PdfDict,
	type PdfStream,
	type PdfValue,
} from "./values.ts";

/** Arrays and dictionaries inside one another; the parser is recursive. */
const MOST_NESTING = 64;

const isWord = (token: Token, word: string): boolean =>
	token.kind === "word" && token.word === word;

/** A whole number that can name an object. */
const isId = (value: PdfValue): value is number =>
	typeof value === "number" && Number.isInteger(value) && value >= 0;

/** The value that begins with a token; undefined when it is none. */
export function valueFrom(
	token: Token,
	lexer: Lexer,
	references: boolean,
	depth = 0,
): PdfValue | undefined {
	if (token.kind === "end" || depth > MOST_NESTING) return undefined;
	if (token.kind === "value")
		return references && isId(token.value)
			? numberOrReference(token.value, lexer)
			: token.value;
	if (token.word === "[") return arrayFrom(lexer, references, depth + 1);
	if (token.word === "<<") return dictFrom(lexer, references, depth + 1);
	return undefined;
}

function numberOrReference(id: number, lexer: Lexer): PdfValue {
	const back = lexer.at;
	const second = lexer.next();
	if (second.kind === "value" && isId(second.value)) {
		if (isWord(lexer.next(), "R"))
			return { kind: "ref", id, generation: second.value };
	}
	lexer.at = back;
	return id;
}

function arrayFrom(lexer: Lexer, references: boolean, depth: number): PdfValue {
	const items: PdfValue[] = [];
	for (;;) {
		const token = lexer.next();
		if (token.kind === "end" || isWord(token, "]")) break;
		const value = valueFrom(token, lexer, references, depth);
		if (value !== undefined) items.push(value);
		else if (isWord(token, "endobj") || depth >= MOST_NESTING) break;
	}
	return { kind: "array", items };
}

function dictFrom(lexer: Lexer, references: boolean, depth: number): PdfDict {
	const entries = new Map<string, PdfValue>();
	for (;;) {
		const token = lexer.next();
		if (token.kind === "end" || isWord(token, ">>")) break;
		const key =
			token.kind === "value" ? asKind(token.value, "name")?.name : undefined;
		if (key === undefined) {
			if (isWord(token, "endobj") || depth >= MOST_NESTING) break;
			continue;
		}
		const back = lexer.at;
		const value = valueFrom(lexer.next(), lexer, references, depth);
		if (value === undefined) lexer.at = back;
		else entries.set(key, value);
	}
	return { kind: "dict", entries };
}

export interface Parsed {
	readonly id: number;
	readonly value: PdfValue;
	/** The word after the value: `endobj`, or `stream` with where its bytes begin. */
	readonly end: number;
}

/** What stands between `n 0 obj` and `endobj`; null when there is no such thing here. */
export function indirectObject(
	bytes: Uint8Array,
	lexer: Lexer,
	lengthOf: (dict: PdfDict) => number | null,
	onTrouble: () => void,
): Parsed | null {
	const [id, generation] = [lexer.next(), lexer.next()];
	if (id.kind !== "value" || !isId(id.value)) return null;
	if (generation.kind !== "value" || !isId(generation.value)) return null;
	if (!isWord(lexer.next(), "obj")) return null;
	const value = valueFrom(lexer.next(), lexer, true);
	if (value === undefined) return { id: id.value, value: null, end: lexer.at };
	const after = lexer.at;
	const dict = asKind(value, "dict");
	if (dict === null || !isWord(lexer.next(), "stream")) {
		lexer.at = after;
		return { id: id.value, value, end: after };
	}
	const start = afterLineEnd(bytes, lexer.at);
	const length = lengthOf(dict);
	const end = streamEnd(bytes, start, length);
	if (end !== start + (length ?? -1)) onTrouble();
	const raw = bytes.subarray(start, end);
	const stream: PdfStream = { kind: "stream", dict, raw };
	return { id: id.value, value: stream, end };
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
	if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
	return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}

const ENDSTREAM = [..."endstream"].map((c) => c.charCodeAt(0));

const standsAt = (bytes: Uint8Array, at: number): boolean =>
	ENDSTREAM.every((byte, i) => bytes[at + i] === byte);

/** By its length if that leads to `endstream`, else by looking for the word. */
function streamEnd(
	bytes: Uint8Array,
	start: number,
	length: number | null,
): number {
	if (length !== null && length >= 0 && start + length <= bytes.length) {
		const end = start + length;
		for (let gap = 0; gap <= 2; gap++)
			if (standsAt(bytes, end + gap)) return end;
	}
	for (let at = start; at < bytes.length; at++)
		if (bytes[at] === ENDSTREAM[0] && standsAt(bytes, at)) {
			if (bytes[at - 1] === 10) return bytes[at - 2] === 13 ? at - 2 : at - 1;
			return bytes[at - 1] === 13 ? at - 1 : at;
		}
	return bytes.length;
}
