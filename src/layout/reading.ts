/**
 * What is the same of a text at every size: its words, where its lines may end,
 * and its letters in em. The fit asks for it at many sizes, and the next sheet
 * and the next village ask again, so each typeface remembers what was read.
 */
import type { Cut, Glyph, Typeface } from "../fonts/face.ts";
import type { Span } from "../model/announcement.ts";
import { breakCosts } from "./binding.ts";
import { Recall } from "./recall.ts";
import { textOf, type Word, wordsOf } from "./words.ts";

/** Em. */
export interface Extent {
	readonly advance: number;
	readonly letters: number;
	readonly top: number;
	readonly bottom: number;
}

/** A fragment of a word in its weight. */
export interface Shaped {
	readonly text: string;
	readonly weight: Cut;
	readonly glyphs: readonly Glyph[];
	readonly extent: Extent;
}

export interface ShapedWord {
	readonly fragments: readonly Shaped[];
	readonly spaced: boolean;
}

export interface Weights {
	readonly weight: Cut;
	/** Weight of **strong** spans. */
	readonly strong: Cut;
}

/** Words, and what it costs to start a line with each. */
export interface Reading {
	readonly words: readonly Word[];
	readonly texts: readonly string[];
	readonly costs: readonly number[];
}

/** Inside an address a line may end, though it is better not to. */
export const ADDRESS_BREAK = 20;

function readWords(spans: readonly Span[], capitals: boolean): Reading {
	const words = wordsOf(spans, capitals);
	const texts = words.map(textOf);
	const between = breakCosts(texts);
	const costs = words.map((word, i) =>
		word.spaced ? (between[i] ?? 0) : ADDRESS_BREAK,
	);
	return { words, texts, costs };
}

/** Cut before each word that costs less than `bound`, and inside addresses. */
function groupsOf({ words, costs }: Reading, bound: number): Span[][] {
	const groups: Span[][] = [];
	words.forEach((word, i) => {
		const pieces = word.fragments.map(({ text, strong }) => ({ text, strong }));
		const last = groups.at(-1);
		if (last === undefined || (costs[i] ?? 0) < bound || !word.spaced)
			groups.push(pieces);
		else last.push({ text: " ", strong: false }, ...pieces);
	});
	return groups;
}

function extentOf(glyphs: readonly Glyph[]): Extent {
	let advance = 0;
	let top = 0;
	let bottom = 0;
	for (const glyph of glyphs) {
		advance += glyph.advance;
		if (glyph.ink === null) continue;
		top = Math.max(top, glyph.ink.top);
		bottom = Math.min(bottom, glyph.ink.bottom);
	}
	return { advance, letters: glyphs.length, top, bottom };
}

const shapedOf = (
	text: string,
	weight: Cut,
	glyphs: readonly Glyph[],
): Shaped => ({ text, weight, glyphs, extent: extentOf(glyphs) });

export const shapedWords = (
	words: readonly Word[],
	{ weight, strong }: Weights,
	typeface: Typeface,
): readonly ShapedWord[] =>
	words.map(({ fragments, spaced }) => ({
		fragments: fragments.map((fragment) => {
			const wanted = fragment.strong ? strong : weight;
			const glyphs = typeface.face(wanted).shape(fragment.text);
			return shapedOf(fragment.text, wanted, glyphs);
		}),
		spaced,
	}));

/** Texts of several notices: about eighty stand on one. */
const MOST_TEXTS = 256;
/** Sizes and measures of one text; a fit asks for some forty. */
const MOST_SETTINGS = 160;

/** A text, and how it was set so far. */
export class KnownText<S extends object> implements Reading {
	readonly words: readonly Word[];
	readonly texts: readonly string[];
	readonly costs: readonly number[];
	readonly #typeface: Typeface;
	readonly #shaped = new Map<number, readonly ShapedWord[]>();
	readonly #settings = new Map<number, S[]>();
	readonly #groups = new Map<string, readonly KnownText<S>[]>();
	#kept = 0;

	constructor({ words, texts, costs }: Reading, typeface: Typeface) {
		this.words = words;
		this.texts = texts;
		this.costs = costs;
		this.#typeface = typeface;
	}

	shaped({ weight, strong }: Weights): readonly ShapedWord[] {
		const key = weight * 1000 + strong;
		const known = this.#shaped.get(key);
		if (known !== undefined) return known;
		const weights = { weight, strong };
		const made = shapedWords(this.words, weights, this.#typeface);
		this.#shaped.set(key, made);
		return made;
	}

	/** The words in groups: what stands between two costs under `bound`. */
	groups(bound: number, capitals: boolean): readonly KnownText<S>[] {
		const key = `${bound} ${capitals}`;
		const known = this.#groups.get(key);
		if (known !== undefined) return known;
		const made = groupsOf(this, bound).map(
			(spans) => new KnownText<S>(readWords(spans, capitals), this.#typeface),
		);
		this.#groups.set(key, made);
		return made;
	}

	/** The setting of this size that is the same as what `make` would give. */
	setting(size: number, isSame: (setting: S) => boolean, make: () => S): S {
		const known = this.#settings.get(size)?.find(isSame);
		if (known !== undefined) return known;
		const made = make();
		if (this.#kept >= MOST_SETTINGS) {
			this.#settings.clear();
			this.#kept = 0;
		}
		const ofSize = this.#settings.get(size);
		if (ofSize === undefined) this.#settings.set(size, [made]);
		else ofSize.push(made);
		this.#kept += 1;
		return made;
	}
}

/** Different texts with the same words are one text. */
const keyOf = (spans: readonly Span[]): string =>
	JSON.stringify(spans.map(({ text, strong }) => [text, strong ? 1 : 0]));

/** The texts a typeface was asked to set. */
export class Texts<S extends object> {
	readonly #typeface: Typeface;
	readonly #written = new Recall<string, KnownText<S>>(MOST_TEXTS);
	readonly #capitals = new Recall<string, KnownText<S>>(MOST_TEXTS);
	/** Asking for the same array again costs one look. */
	readonly #bySpans = {
		written: new WeakMap<readonly Span[], KnownText<S>>(),
		capitals: new WeakMap<readonly Span[], KnownText<S>>(),
	};
	readonly #spaces = new Map<string, Shaped>();

	constructor(typeface: Typeface) {
		this.#typeface = typeface;
	}

	read(spans: readonly Span[], capitals: boolean): KnownText<S> {
		const bySpans = this.#bySpans[capitals ? "capitals" : "written"];
		const known = bySpans.get(spans);
		if (known !== undefined) return known;
		const recall = capitals ? this.#capitals : this.#written;
		const text = recall.get(
			keyOf(spans),
			() => new KnownText(readWords(spans, capitals), this.#typeface),
		);
		bySpans.set(spans, text);
		return text;
	}

	/** The space, widened when the style asks for it. */
	space(weight: Cut, wordSpacing: number): Shaped {
		const key = `${weight} ${wordSpacing}`;
		const known = this.#spaces.get(key);
		if (known !== undefined) return known;
		const space = this.#typeface.face(weight).shape(" ");
		const glyphs =
			wordSpacing === 0
				? space
				: space.map((glyph) => ({
						...glyph,
						advance: glyph.advance + wordSpacing,
					}));
		const made = shapedOf(" ", weight, glyphs);
		this.#spaces.set(key, made);
		return made;
	}
}
