/** Bytes to tokens: the syntax that files and page contents share. */
import { latin1, type PdfValue } from "./values.ts";

export type Token =
	| { readonly kind: "value"; readonly value: PdfValue }
	/** A word, or a bracket: `[`, `]`, `<<`, `>>`. */
	| { readonly kind: "word"; readonly word: string }
	| { readonly kind: "end" };

const END: Token = { kind: "end" };
/** A name or number that is longer is no PDF's. */
const LONGEST_WORD = 4096;

/** Of every byte: it is looked up for each one of a page. */
const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
const CLASS = new Uint8Array(256).fill(REGULAR);
for (const space of [0, 9, 10, 12, 13, 32]) CLASS[space] = SPACE;
for (const letter of "()<>[]{}/%") CLASS[letter.charCodeAt(0)] = DELIMITER;
/** The end of the bytes ends a word, too. */
const endsWord = (byte: number | undefined): boolean =>
	byte === undefined || CLASS[byte] !== REGULAR;

const ESCAPES: Readonly<Record<string, number>> = {
	n: 10,
	r: 13,
	t: 9,
	b: 8,
	f: 12,
};

const [LF, CR, PERCENT] = [10, 13, 0x25];
const [OPEN, CLOSE, BACKSLASH] = [0x28, 0x29, 0x5c];
const [ZERO, DOT, MINUS] = [0x30, 0x2e, 0x2d];
const CONSTANTS = new Map([
	["true", true],
	["false", false],
	["null", null],
]);
/** As many as a double holds without a doubt. */
const MOST_DIGITS = 15;
const [LESS, GREATER, SLASH] = [0x3c, 0x3e, 0x2f];

const HEX = new Int8Array(256).fill(-1);
for (const [digit, letter] of [..."0123456789abcdef"].entries()) {
	HEX[letter.charCodeAt(0)] = digit;
	HEX[letter.toUpperCase().charCodeAt(0)] = digit;
}

export class Lexer {
	readonly #bytes: Uint8Array;
	/** Where the next token is looked for. */
	at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.#bytes = bytes;
		this.at = at;
	}

	next(): Token {
		this.skipSpace();
		const byte = this.#bytes[this.at];
		if (byte === undefined) return END;
		if (byte === OPEN) return this.#literal();
		if (byte === SLASH) return this.#name();
		if (byte === LESS) {
			if (this.#bytes[this.at + 1] === LESS) return this.#bracket("<<");
			return this.#hex();
		}
		if (byte === GREATER && this.#bytes[this.at + 1] === GREATER)
			return this.#bracket(">>");
		if (CLASS[byte] === DELIMITER)
			return this.#bracket(String.fromCharCode(byte));
		return this.#regular();
	}

	/** White space and comments. */
	skipSpace(): void {
		for (;;) {
			const byte = this.#bytes[this.at];
			if (byte === undefined) return;
			if (CLASS[byte] === SPACE) this.at++;
			else if (byte === PERCENT) this.#skipLine();
			else return;
		}
	}

	#skipLine(): void {
		for (;;) {
			const byte = this.#bytes[this.at];
			if (byte === undefined || byte === LF || byte === CR) return;
			this.at++;
		}
	}

	#bracket(word: string): Token {
		this.at += word.length;
		return { kind: "word", word };
	}

	#word(): string {
		const start = this.at;
		while (this.at - start < LONGEST_WORD) {
			if (endsWord(this.#bytes[this.at])) break;
			this.at++;
		}
		return latin1(this.#bytes.subarray(start, this.at));
	}

	/** The next token if it is a plain number: nearly all are, and no token is made for them. */
	number(): number | null {
		this.skipSpace();
		return this.#number();
	}

	#number(): number | null {
		let at = this.at;
		const negative = this.#bytes[at] === MINUS;
		if (negative) at++;
		let value = 0;
		let scale = 0;
		let digits = 0;
		for (; digits <= MOST_DIGITS; at++) {
			const byte = this.#bytes[at];
			if (byte === DOT && scale === 0) {
				scale = 1;
				continue;
			}
			const digit = (byte ?? 0) - ZERO;
			if (digit < 0 || digit > 9) {
				if (!endsWord(byte) || digits === 0) return null;
				this.at = at;
				const whole = scale === 0 ? value : value / scale;
				return negative ? -whole : whole;
			}
			value = value * 10 + digit;
			if (scale > 0) scale *= 10;
			digits++;
		}
		return null;
	}

	#regular(): Token {
		const number = this.#number();
		if (number !== null) return { kind: "value", value: number };
		const word = this.#word();
		if (/^[A-Za-z]/.test(word) && !CONSTANTS.has(word))
			return { kind: "word", word };
		if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word))
			return { kind: "value", value: Number(word) };
		// Some writers put two signs, or a sign inside: readers take what is before.
		if (/^[+-]{1,2}[\d.]/.test(word)) {
			const value = Number.parseFloat(word.replace(/^[+-]*(?=[+-])/, ""));
			if (Number.isFinite(value)) return { kind: "value", value };
		}
		const value = CONSTANTS.get(word);
		return value === undefined
			? { kind: "word", word }
			: { kind: "value", value };
	}

	#name(): Token {
		this.at++;
		const word = this.#word();
		const name = word.includes("#")
			? decodeUtf8(
					word.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
						String.fromCharCode(Number.parseInt(hex, 16)),
					),
				)
			: word;
		return { kind: "value", value: { kind: "name", name } };
	}

	#hex(): Token {
		this.at++;
		const digits: number[] = [];
		for (;;) {
			const byte = this.#bytes[this.at];
			if (byte === undefined) break;
			this.at++;
			if (byte === GREATER) break;
			const digit = HEX[byte] ?? -1;
			if (digit >= 0) digits.push(digit);
		}
		if (digits.length % 2 === 1) digits.push(0);
		const bytes = new Uint8Array(digits.length / 2);
		for (let i = 0; i < bytes.length; i++)
			bytes[i] = (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0);
		return { kind: "value", value: { kind: "string", bytes } };
	}

	#literal(): Token {
		this.at++;
		const out: number[] = [];
		let depth = 1;
		for (;;) {
			const byte = this.#bytes[this.at];
			if (byte === undefined) break;
			this.at++;
			if (byte === CLOSE && --depth === 0) break;
			if (byte === OPEN) depth++;
			if (byte === BACKSLASH) this.#escape(out);
			else out.push(byte);
		}
		const bytes = Uint8Array.from(out);
		return { kind: "value", value: { kind: "string", bytes } };
	}

	#escape(out: number[]): void {
		const byte = this.#bytes[this.at];
		if (byte === undefined) return;
		this.at++;
		if (byte === LF) return;
		if (byte === CR) {
			if (this.#bytes[this.at] === LF) this.at++;
			return;
		}
		const letter = String.fromCharCode(byte);
		if (!/[0-7]/.test(letter)) {
			out.push(ESCAPES[letter] ?? byte);
			return;
		}
		let code = byte - 0x30;
		for (let i = 0; i < 2; i++) {
			const digit = (this.#bytes[this.at] ?? 0) - 0x30;
			if (digit < 0 || digit > 7) break;
			code = code * 8 + digit;
			this.at++;
		}
		out.push(code & 0xff);
	}
}

const decodeUtf8 = (letters: string): string => {
	const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
	return new TextDecoder().decode(bytes);
};
