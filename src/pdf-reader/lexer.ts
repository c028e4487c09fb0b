/** Bytes to tokens: the syntax that files and page contents share. */
import { latin1, type PdfValue } from "./values.ts";

export type Token =
	| { readonly kind: "value"; readonly value: PdfValue }
	/** A word, or a bracket: `[`, `]`, `<<`, `>>`. */
	| { readonly kind: "word"; readonly word: string }
	| { readonly kind: "end" };

const END: Token = { kind: "end" };
const bracket = (word: string): Token => ({ kind: "word", word });
const BRACKETS = new Map([..."[]{}()>"].map((one) => [one, bracket(one)]));
const [OPENS_DICT, CLOSES_DICT] = [bracket("<<"), bracket(">>")];
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

/** A power of two. */
const WORDS_KEPT = 1024;
const LONGEST_KEPT = 32;
/**
 * The same few words and names stand in all files: each is made once, until
 * another one takes its place.
 */
const words: string[] = new Array(WORDS_KEPT).fill("");

function standsAt(word: string, bytes: Uint8Array, at: number): boolean {
	for (let i = 0; i < word.length; i++)
		if (word.charCodeAt(i) !== bytes[at + i]) return false;
	return true;
}

/** What a word says never changes. */
function remembered(make: (word: string) => Token): (word: string) => Token {
	const known = new Map<string, Token>();
	return (word) => {
		const before = known.get(word);
		if (before !== undefined) return before;
		const token = make(word);
		if (known.size >= WORDS_KEPT) known.clear();
		if (word.length <= LONGEST_KEPT) known.set(word, token);
		return token;
	};
}

const nameToken = remembered((word): Token => {
	const name = word.includes("#")
		? decodeUtf8(
				word.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
					String.fromCharCode(Number.parseInt(hex, 16)),
				),
			)
		: word;
	return { kind: "value", value: { kind: "name", name } };
});

/** Of what is no name, string or bracket, nor a plain number. */
const wordToken = remembered((word): Token => {
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
});

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
			if (this.#bytes[this.at + 1] === LESS)
				return this.#bracket(OPENS_DICT, 2);
			return this.#hex();
		}
		if (byte === GREATER && this.#bytes[this.at + 1] === GREATER)
			return this.#bracket(CLOSES_DICT, 2);
		if (CLASS[byte] === DELIMITER)
			return this.#bracket(BRACKETS.get(String.fromCharCode(byte)) ?? END, 1);
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

	#bracket(token: Token, length: number): Token {
		this.at += length;
		return token;
	}

	#word(): string {
		const start = this.at;
		let hash = 0;
		while (this.at - start < LONGEST_WORD) {
			const byte = this.#bytes[this.at];
			if (byte === undefined || CLASS[byte] !== REGULAR) break;
			hash = (Math.imul(hash, 31) + byte) | 0;
			this.at++;
		}
		const length = this.at - start;
		const place = hash & (WORDS_KEPT - 1);
		const known = words[place] ?? "";
		if (known.length === length && standsAt(known, this.#bytes, start))
			return known;
		const word = latin1(this.#bytes.subarray(start, this.at));
		if (length <= LONGEST_KEPT) words[place] = word;
		return word;
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
		return wordToken(this.#word());
	}

	#name(): Token {
		this.at++;
		return nameToken(this.#word());
	}

	#hex(): Token {
		const start = this.at + 1;
		const close = this.#bytes.indexOf(GREATER, start);
		const end = close < 0 ? this.#bytes.length : close;
		this.at = close < 0 ? end : end + 1;
		let digits = 0;
		for (let at = start; at < end; at++) if (this.#hexDigit(at) >= 0) digits++;
		// A last digit alone is followed by a 0.
		const bytes = new Uint8Array(Math.ceil(digits / 2));
		let next = 0;
		for (let at = start; at < end; at++) {
			const digit = this.#hexDigit(at);
			if (digit < 0) continue;
			bytes[next >> 1] =
				(bytes[next >> 1] ?? 0) + (next % 2 === 0 ? digit * 16 : digit);
			next++;
		}
		return { kind: "value", value: { kind: "string", bytes } };
	}

	#hexDigit(at: number): number {
		return HEX[this.#bytes[at] ?? 0] ?? -1;
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
