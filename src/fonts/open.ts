/**
 * Opens font files as a typeface for layout and painting. Works from bytes, so
 * that it runs in Node and in the browser; each file is parsed once, when a
 * face of its weight is first asked for.
 */
import { FontError } from "./error.ts";
import {
	type Cut,
	DISPLAY,
	type Face,
	type Glyph,
	type InkBox,
	type Typeface,
} from "./face.ts";
import { outlineArea } from "./outline-area.ts";
import type {
	FontProgram,
	FontSource,
	PlacedGlyph,
	UnitBox,
} from "./program.ts";
import { fontDamage } from "./sfnt.ts";
import { trueTypeProgram } from "./truetype.ts";

export interface OpenTypeface extends Typeface {
	/** Cuts that share a file share the program. */
	readonly program: (cut: Cut) => FontProgram;
}

/** Throws when it cannot make sense of the file. */
export type FontReader = (file: FontSource) => FontProgram;

/** Digits beside it are meant to shrink, which is not done here. */
const FRACTION_SLASH = 0x2044;

/**
 * Throws FontError when a file is no font we can embed. The reader at hand
 * knows common TrueType fonts; `openAnyTypeface` knows the others.
 */
export function openTypeface(
	family: string,
	files: readonly FontSource[],
	read: FontReader = trueTypeProgram,
): OpenTypeface {
	soundFiles(family, files);
	const cuts = files.map((file) => file.weight);
	const parsed = memo((weight: Cut) =>
		parse(family, fileOf(files, weight), read),
	);
	const opened = memo((weight: Cut) => openFace(family, parsed(weight)));
	return {
		family,
		program: memo((wanted) => parsed(nearestWeight(wanted, cuts))),
		face: memo((wanted) => opened(nearestWeight(wanted, cuts))),
	};
}

/** Throws FontError unless every file is whole, and there is one. */
export function soundFiles(family: string, files: readonly FontSource[]): void {
	if (files.length === 0)
		throw new FontError("empty", family, null, "no file was given");
	for (const { weight, bytes } of files) {
		const damage = fontDamage(bytes);
		if (damage !== null)
			throw new FontError(damage.fault, family, weight, damage.detail);
	}
}

/**
 * The closest weight; of two equally close the lighter, for a bold one the
 * heavier. A display face stands in for no weight.
 */
export function nearestWeight(wanted: Cut, cuts: readonly Cut[]): Cut {
	const preferHeavier = wanted > 500;
	const ranked = cuts
		.filter((cut) => cut !== DISPLAY || wanted === DISPLAY)
		.sort(
			(a, b) =>
				Math.abs(a - wanted) - Math.abs(b - wanted) ||
				(preferHeavier ? b - a : a - b),
		);
	return ranked[0] ?? wanted;
}

function fileOf(files: readonly FontSource[], weight: Cut): FontSource {
	const file = files.find((candidate) => candidate.weight === weight);
	if (file === undefined) throw new Error(`no font of weight ${weight}`);
	return file;
}

function parse(
	family: string,
	file: FontSource,
	read: FontReader,
): FontProgram {
	try {
		return read(file);
	} catch (cause) {
		throw new FontError("damaged", family, file.weight, reason(cause));
	}
}

const CAPITAL_H = "H";

function openFace(family: string, program: FontProgram): Face {
	const { weight, metrics } = program;
	const em = metrics.unitsPerEm;
	const ink = memo((glyph: number) => inEm(program.ink(glyph), em));
	const shape = memo((text: string): readonly Glyph[] => {
		try {
			const placed = program.shape(text);
			return [...text].map((letter, i) => glyphAt(letter, placed[i], em, ink));
		} catch (cause) {
			throw new FontError("shaping", family, weight, reason(cause));
		}
	});
	const has = memo(
		(codePoint: number) =>
			codePoint !== FRACTION_SLASH && program.has(codePoint),
	);
	// The field of the OS/2 table is often empty or rounded.
	const measured = shape(CAPITAL_H)[0]?.ink?.top;
	const capHeight = measured ?? (metrics.capHeight || metrics.ascent) / em;
	const inkShare = memo((glyph: number): number => {
		try {
			return shareOf(program, glyph);
		} catch (cause) {
			throw new FontError("damaged", family, weight, reason(cause));
		}
	});
	return { family, weight, capHeight, has, shape, inkShare };
}

function shareOf(program: FontProgram, glyph: number): number {
	const box = program.ink(glyph);
	if (box === null) return 0;
	const whole = (box.right - box.left) * (box.top - box.bottom);
	return whole > 0
		? Math.min(1, outlineArea(program.outline(glyph)) / whole)
		: 0;
}

function glyphAt(
	letter: string,
	placed: PlacedGlyph | undefined,
	em: number,
	ink: (glyph: number) => InkBox | null,
): Glyph {
	const codePoint = letter.codePointAt(0);
	if (placed === undefined || codePoint === undefined)
		throw new Error(`“${letter}” has no glyph`);
	const { id, advance } = placed;
	return {
		id,
		advance: advance / em,
		codePoints: [codePoint],
		ink: ink(id),
	};
}

function inEm(box: UnitBox | null, em: number): InkBox | null {
	if (box === null) return null;
	const { left, right, bottom, top } = box;
	return {
		left: left / em,
		right: right / em,
		bottom: bottom / em,
		top: top / em,
	};
}

/** Several notices' words; the names of ten thousand villages are not to be kept. */
const MOST_KNOWN = 4096;

/** Layout asks the same again and again: what is known costs one look. */
function memo<K, V extends object | number | boolean | null>(
	make: (key: K) => V,
): (key: K) => V {
	const known = new Map<K, V>();
	return (key) => {
		const value = known.get(key);
		if (value !== undefined) return value;
		const made = make(key);
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(key, made);
		return made;
	};
}

const reason = (cause: unknown): string =>
	cause instanceof Error ? cause.message : String(cause);
