/** From the bytes of a file to its text, whatever program saved it. */
import { fromTcvn3, fromVni, fromWindows1258 } from "./legacy.ts";
import { type Fit, vietnameseFit } from "./syllables.ts";

export const LEGACY = ["TCVN3 (ABC)", "VNI", "Windows-1258"] as const;
export type Legacy = (typeof LEGACY)[number];

/** Files that people take for texts, by how they begin. */
export type OtherFile = "word" | "excel" | "office" | "pdf" | "rtf" | "image";

export type Decoded =
	| {
			readonly kind: "text";
			readonly text: string;
			readonly encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE";
	  }
	/** An encoding of before Unicode; `text` is what it says, beyond doubt. */
	| {
			readonly kind: "legacy";
			readonly text: string;
			readonly encoding: Legacy;
	  }
	| { readonly kind: "other"; readonly what: OtherFile }
	/** Nothing to be sure of; `text` has U+FFFD where it is not UTF-8. */
	| { readonly kind: "unknown"; readonly text: string };

const BEGINNINGS: readonly (readonly [OtherFile, string])[] = [
	["pdf", "%PDF-"],
	["rtf", "{\\rtf"],
	["office", "\u00d0\u00cf\u0011\u00e0"],
	["image", "\u0089PNG"],
	["image", "\u00ff\u00d8\u00ff"],
];

const latin1 = (bytes: Uint8Array): string => {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
};

function otherFile(bytes: Uint8Array): OtherFile | null {
	const head = latin1(bytes.subarray(0, 4000));
	const known = BEGINNINGS.find(([, begins]) => head.startsWith(begins));
	if (known) return known[0];
	if (!head.startsWith("PK\u0003\u0004")) return null;
	if (head.includes("word/")) return "word";
	return head.includes("xl/") ? "excel" : "office";
}

/** By its mark, or by the zeros that ASCII letters have in UTF-16. */
function utf16(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return "UTF-16LE";
	if (first === 0xfe && second === 0xff) return "UTF-16BE";
	const head = bytes.subarray(0, 400 - (bytes.length % 2));
	if (head.length < 8) return null;
	const zeros = [0, 0];
	for (const [index, byte] of head.entries()) {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	}
	const [even = 0, odd = 0] = zeros;
	const many = head.length / 6;
	if (odd > many && even === 0) return "UTF-16LE";
	return even > many && odd === 0 ? "UTF-16BE" : null;
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Fewer words with accents prove nothing. */
const FEWEST_WORDS = 3;
/** A name or two may be foreign. */
const SURE = 0.97;
const DOUBTFUL = 0.7;

/** Bytes for which the encoding has no letter. */
const CONTROLS = /[\u0080-\u009f\ufffd]/u;

interface Guess extends Fit {
	readonly encoding: Legacy;
	readonly text: string;
}

/** One reading must be Vietnamese through and through, and all others not. */
function certain(readings: Readonly<Record<Legacy, string | null>>) {
	const guesses: readonly Guess[] = LEGACY.flatMap((encoding) => {
		const text = readings[encoding];
		return text === null ? [] : [{ encoding, text, ...vietnameseFit(text) }];
	});
	const sure = guesses.filter(
		({ words, share, text }) =>
			words >= FEWEST_WORDS && share >= SURE && !CONTROLS.test(text),
	);
	const [only] = sure;
	const others = guesses.filter((guess) => guess !== only);
	return only && others.every(({ share }) => share < DOUBTFUL) ? only : null;
}

/** Typographic marks say nothing about the letters. */
const MARKS = /[\u2013-\u2026]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is all of Latin-1 that is meant.
const BEYOND_LATIN = /[^\u0000-\u00ff]/u;
const LATIN = /[\u0080-\u00ff]/u;

/** A text whose letters are really TCVN3 or VNI, pasted as if they were Western. */
function pasted(text: string): Guess | null {
	const letters = text.replace(MARKS, "");
	// Real Vietnamese has letters beyond Latin-1 within a few words.
	if (BEYOND_LATIN.test(letters) || !LATIN.test(letters)) return null;
	if (vietnameseFit(text).share >= DOUBTFUL) return null;
	return certain({
		"TCVN3 (ABC)": fromTcvn3(text),
		VNI: fromVni(text),
		"Windows-1258": null,
	});
}

function legacy(bytes: Uint8Array): Guess | null {
	const letters = latin1(bytes);
	return certain({
		"TCVN3 (ABC)": fromTcvn3(letters),
		VNI: fromVni(letters),
		"Windows-1258": fromWindows1258(bytes),
	});
}

export function decode(bytes: Uint8Array): Decoded {
	const what = otherFile(bytes);
	if (what !== null) return { kind: "other", what };
	const wide = utf16(bytes);
	if (wide !== null) {
		const text = new TextDecoder(wide).decode(bytes);
		return { kind: "text", text, encoding: wide };
	}
	const text = utf8(bytes);
	const guess = text === null ? legacy(bytes) : pasted(text);
	if (guess) {
		return { kind: "legacy", text: guess.text, encoding: guess.encoding };
	}
	return text === null
		? { kind: "unknown", text: new TextDecoder().decode(bytes) }
		: { kind: "text", text, encoding: "UTF-8" };
}

/** The same file in UTF-8 where that is only a matter of form. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
	const decoded = decode(bytes);
	return decoded.kind === "text" && decoded.encoding !== "UTF-8"
		? new TextEncoder().encode(decoded.text)
		: bytes;
}
