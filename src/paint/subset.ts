/** What a document takes of a font: the same for all documents that use the same letters. */
import type { Glyph } from "../fonts/face.ts";
import type { FontProgram } from "../fonts/program.ts";
import { deflated } from "./deflate.ts";
import { shortDigest } from "./digest.ts";
import { toUnicode } from "./to-unicode.ts";

/** A glyph as a font of the PDF has it. */
export interface FontCode {
	/** Four hexadecimal digits. */
	readonly hex: string;
	/** The width the PDF gives, in 1/1000 em. */
	readonly width: number;
}

/** The same object for the same letters, as long as it is remembered. */
export interface Subset {
	readonly name: string;
	/** By code, in 1/1000 em. */
	readonly widths: readonly number[];
	readonly code: (glyph: Glyph) => FontCode;
	readonly isTrueType: boolean;
	readonly file: Uint8Array;
	/** Of the file before it was deflated, in bytes. */
	readonly length: number;
	readonly unicode: Uint8Array;
}

/** Letters before the name of a subset. */
const TAG_LENGTH = 6;
const LETTERS = 26;
/** What .notdef stands for: a character that cannot be shown. */
const REPLACEMENT = 0xfffd;

/** By `letterKey`. */
export type Letters = ReadonlyMap<number, Glyph>;

/**
 * Fonts draw some letters alike, such as the space that breaks and the one that
 * does not: each gets a code of its own, so that each can be read back.
 */
export const letterKey = ({ id, codePoints }: Glyph): number =>
	(codePoints[0] ?? 0) * 0x10000 + id;

/**
 * Villages of one notice use much the same letters; subsets of late are kept. So
 * many hit nine times of ten in a list of thousands, and take some 2 MB.
 */
const KEPT = 256;
const known = new WeakMap<FontProgram, Map<string, Subset>>();

/** The letters get the codes from 1 on, in their order. Throws for one that the font has not. */
export function subsetOf(program: FontProgram, letters: Letters): Subset {
	const recent = known.get(program) ?? new Map<string, Subset>();
	known.set(program, recent);
	const sorted = [...letters].sort(([a], [b]) => a - b);
	const key = sorted
		.map(([letter, { codePoints }]) => `${letter}/${codePoints.join(" ")}`)
		.join();
	const subset = recent.get(key) ?? makeSubset(program, sorted);
	// Last in the map is latest used.
	recent.delete(key);
	recent.set(key, subset);
	const [oldest] = recent.keys();
	if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
	return subset;
}

function makeSubset(
	program: FontProgram,
	letters: readonly (readonly [number, Glyph])[],
): Subset {
	const glyphs = letters.map(([, glyph]) => glyph);
	const missing = glyphs.find(({ id }) => id === 0);
	if (missing !== undefined)
		throw new Error(
			`no glyph for “${String.fromCodePoint(...missing.codePoints)}”`,
		);
	const { unitsPerEm, postscriptName } = program.metrics;
	const ids = [0, ...glyphs.map(({ id }) => id)];
	// Whole, because some readers cut off the fraction; runs make up for it.
	const widths = ids.map((id) =>
		Math.round((program.advance(id) * 1000) / unitsPerEm),
	);
	const codes = new Map(
		// Code 0 is .notdef.
		letters.map(([key], i) => [
			key,
			{ hex: hex(i + 1), width: widths[i + 1] ?? 0 },
		]),
	);
	const { outlines, bytes } = program.subset(ids);
	const unicode = toUnicode([
		[REPLACEMENT],
		...glyphs.map(({ codePoints }) => codePoints),
	]);
	return {
		name: `${subsetTag(postscriptName, ids)}+${postscriptName.replaceAll(" ", "_")}`,
		widths,
		code(glyph) {
			const code = codes.get(letterKey(glyph));
			if (code === undefined) throw new Error(`glyph ${glyph.id} came late`);
			return code;
		},
		isTrueType: outlines === "truetype",
		file: deflated(bytes),
		length: bytes.length,
		unicode: deflated(new TextEncoder().encode(unicode)),
	};
}

const hex = (code: number): string => code.toString(16).padStart(4, "0");

/** Told from what is in it, so that merged files keep subsets apart. */
function subsetTag(name: string, glyphs: readonly number[]): string {
	const content = `${name} ${glyphs.join(" ")}`;
	let number = shortDigest(content, LETTERS ** TAG_LENGTH);
	let tag = "";
	for (let i = 0; i < TAG_LENGTH; i++) {
		tag += String.fromCharCode(0x41 + (number % LETTERS));
		number = Math.floor(number / LETTERS);
	}
	return tag;
}
