/** A content stream as operators with their operands (ISO 32000-1, 7.8.2). */
import { Lexer } from "../../../pdf-reader/lexer.ts";
import { valueFrom } from "../../../pdf-reader/parse.ts";
import type { PdfValue } from "../../../pdf-reader/values.ts";

export interface Operator {
	readonly name: string;
	readonly operands: readonly PdfValue[];
}

/** A page has some ten thousand; a trap has no end. */
const MOST_OPERATORS = 2_000_000;

/** Gives one after the other, then null. No generator: those cost more than the reading. */
export function operatorsOf(bytes: Uint8Array): () => Operator | null {
	const lexer = new Lexer(bytes);
	let count = 0;
	return () => {
		const operands: PdfValue[] = [];
		while (count++ < MOST_OPERATORS) {
			const number = lexer.number();
			if (number !== null) {
				operands.push(number);
				continue;
			}
			const token = lexer.next();
			if (token.kind === "end") return null;
			const value = valueFrom(token, lexer, false);
			if (value !== undefined) {
				operands.push(value);
				continue;
			}
			const name = token.kind === "word" ? token.word : "";
			if (name === "ID") skipPicture(bytes, lexer);
			else if (name !== "BI") return { name, operands };
		}
		return null;
	};
}

const isSpace = (byte: number | undefined): boolean =>
	byte === undefined || byte <= 32;

/** The bytes of an inline picture end at a lone `EI`. */
function skipPicture(bytes: Uint8Array, lexer: Lexer): void {
	for (let at = lexer.at + 1; at < bytes.length; at++)
		if (
			bytes[at] === 0x45 &&
			bytes[at + 1] === 0x49 &&
			isSpace(bytes[at - 1]) &&
			isSpace(bytes[at + 2])
		) {
			lexer.at = at;
			return;
		}
	lexer.at = bytes.length;
}
