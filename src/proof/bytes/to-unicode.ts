/** Which letters codes stand for: the ToUnicode map of a font (ISO 32000-1, 9.10.3). */
import { Lexer } from "../../pdf-reader/lexer.ts";
import { valueFrom } from "../../pdf-reader/parse.ts";
import { asKind, itemsOf, type PdfValue } from "../../pdf-reader/values.ts";

const MOST_CODES = 0x20000;

const numberOf = (value: PdfValue | undefined): number | null => {
	const bytes = asKind(value ?? null, "string")?.bytes;
	return bytes === undefined || bytes.length === 0
		? null
		: bytes.reduce((sum, byte) => sum * 256 + byte, 0);
};

const UTF_16 = new TextDecoder("utf-16be");
const NO_BYTES = new Uint8Array();

const lettersOf = (value: PdfValue | undefined): string =>
	UTF_16.decode(asKind(value ?? null, "string")?.bytes ?? NO_BYTES);

/** The text with its last letter so many further on. */
function advanced(text: string, by: number): string {
	const last = text.codePointAt(text.length - 1) ?? 0;
	const point = Math.min(last + by, 0xffff);
	return text.slice(0, -1) + String.fromCharCode(point);
}

/** Villages' PDFs have the same fonts, and then the reader gives the same bytes. */
const known = new WeakMap<Uint8Array, ReadonlyMap<number, string>>();

export function readToUnicode(bytes: Uint8Array): ReadonlyMap<number, string> {
	const map = known.get(bytes) ?? mapOf(bytes);
	known.set(bytes, map);
	return map;
}

function mapOf(bytes: Uint8Array): ReadonlyMap<number, string> {
	const map = new Map<number, string>();
	const lexer = new Lexer(bytes);
	let operands: PdfValue[] = [];
	for (;;) {
		const token = lexer.next();
		if (token.kind === "end") return map;
		const value = valueFrom(token, lexer, false);
		if (value !== undefined) {
			operands.push(value);
			continue;
		}
		const word = token.kind === "word" ? token.word : "";
		if (word === "endbfchar") addCharacters(map, operands);
		if (word === "endbfrange") addRanges(map, operands);
		operands = [];
	}
}

function addCharacters(
	map: Map<number, string>,
	operands: readonly PdfValue[],
): void {
	for (let i = 0; i + 1 < operands.length; i += 2) {
		const code = numberOf(operands[i]);
		if (code !== null) map.set(code, lettersOf(operands[i + 1]));
	}
}

function addRanges(
	map: Map<number, string>,
	operands: readonly PdfValue[],
): void {
	for (let i = 0; i + 2 < operands.length; i += 3) {
		const first = numberOf(operands[i]);
		const last = numberOf(operands[i + 1]);
		const target = operands[i + 2] ?? null;
		if (first === null || last === null || last - first > MOST_CODES) continue;
		const each = asKind(target, "array") === null ? null : itemsOf(target);
		for (let code = first; code <= last; code++) {
			const step = code - first;
			map.set(
				code,
				each === null
					? advanced(lettersOf(target), step)
					: lettersOf(each[step]),
			);
		}
	}
}
