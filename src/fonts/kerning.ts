/**
 * Kerning of pairs, from the GPOS table or else the older kern table.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/gpos
 */
import { type Kerning, readKernTable } from "./kern-table.ts";
import { search } from "./search.ts";
import { type FontTables, tagAt } from "./sfnt.ts";

/** Scripts whose rules ours go by, the best first. */
const SCRIPTS = ["latn", "DFLT", "dflt"];
const PAIRS = 2;
const EXTENSION = 9;
/** Lookup flags that skip letters; those that skip marks never meet one. */
const SKIPS_LETTERS = 0x0002 | 0x0004;
const X_ADVANCE = 0x0004;
/** Fields of a value for other directions and for placement. */
const OTHER_FIELDS = 0x0001 | 0x0002 | 0x0008;

/** Value of a pair of glyphs; null where a table has no rule for it. */
type PairRule = (first: number, second: number) => number | null;

interface Feature {
	readonly tag: string;
	/** Places in the list of lookups, in the order they are applied. */
	readonly lookups: readonly number[];
}

/** null where the font kerns in a way that is not known here. */
export function readKerning(tables: FontTables): Kerning | null {
	const gpos = tables.get("GPOS");
	const features = gpos === undefined ? [] : latinFeatures(gpos);
	if (features.some(({ tag }) => tag === "curs")) return null;
	const kern = features.findLast(({ tag }) => tag === "kern");
	if (gpos === undefined || kern === undefined)
		return readKernTable(tables.get("kern"));
	const lookups = kern.lookups.map((index) => readLookup(gpos, index));
	const known = lookups.filter((lookup) => lookup !== null);
	return known.length < lookups.length ? null : sumOf(known);
}

/** Each lookup adds what its first table with a rule for the pair says. */
const sumOf =
	(lookups: readonly (readonly PairRule[])[]): Kerning =>
	(first, second) => {
		let sum = 0;
		for (const rules of lookups)
			for (const rule of rules) {
				const value = rule(first, second);
				if (value === null) continue;
				sum += value;
				break;
			}
		return sum;
	};

/** Features with lookups of a layout table, for Latin in no particular language. */
export function latinFeatures(table: DataView): readonly Feature[] {
	const scripts = viewAt(table, table.getUint16(4));
	const offsets = new Map(
		indices(scripts.getUint16(0)).map((i) => [
			tagAt(scripts, 2 + 6 * i),
			scripts.getUint16(6 + 6 * i),
		]),
	);
	const [offset] = SCRIPTS.flatMap((tag) => offsets.get(tag) ?? []);
	if (offset === undefined) return [];
	const script = viewAt(scripts, offset);
	if (script.getUint16(0) === 0) return [];
	const language = viewAt(script, script.getUint16(0));
	const list = viewAt(table, table.getUint16(6));
	const features = indices(language.getUint16(4)).map((i) => {
		const at = 2 + 6 * language.getUint16(6 + 2 * i);
		const feature = viewAt(list, list.getUint16(at + 4));
		const lookups = indices(feature.getUint16(2))
			.map((k) => feature.getUint16(4 + 2 * k))
			.sort((a, b) => a - b);
		return { tag: tagAt(list, at), lookups };
	});
	return features.filter(({ lookups }) => lookups.length > 0);
}

function readLookup(gpos: DataView, index: number): readonly PairRule[] | null {
	const list = viewAt(gpos, gpos.getUint16(8));
	const lookup = viewAt(list, list.getUint16(2 + 2 * index));
	if ((lookup.getUint16(2) & SKIPS_LETTERS) !== 0) return null;
	const rules = indices(lookup.getUint16(4)).map((i) => {
		const table = viewAt(lookup, lookup.getUint16(6 + 2 * i));
		return readSubtable(lookup.getUint16(0), table);
	});
	const known = rules.filter((rule) => rule !== null);
	return known.length < rules.length ? null : known;
}

function readSubtable(type: number, table: DataView): PairRule | null {
	if (type === EXTENSION)
		return table.getUint16(2) === PAIRS
			? readPairs(viewAt(table, table.getUint32(4)))
			: null;
	return type === PAIRS ? readPairs(table) : null;
}

/** null where pairs are moved in other ways than by their first advance. */
function readPairs(table: DataView): PairRule | null {
	const format = table.getUint16(4);
	if ((format & OTHER_FIELDS) !== 0 || table.getUint16(6) !== 0) return null;
	const size = 2 * bitCount(format);
	const valueAt = (at: number): number =>
		(format & X_ADVANCE) === 0 ? 0 : table.getInt16(at);
	const covered = readCoverage(viewAt(table, table.getUint16(2)));
	switch (table.getUint16(0)) {
		case 1:
			return listedPairs(table, covered, size, valueAt);
		case 2:
			return classPairs(table, covered, size, valueAt);
		default:
			return null;
	}
}

function listedPairs(
	table: DataView,
	covered: (glyph: number) => number | null,
	size: number,
	valueAt: (at: number) => number,
): PairRule {
	return (first, second) => {
		const index = covered(first);
		if (index === null) return null;
		const set = table.getUint16(10 + 2 * index);
		const pair = search(
			table.getUint16(set),
			(i) => second - table.getUint16(set + 2 + (2 + size) * i),
		);
		return pair === null ? null : valueAt(set + 4 + (2 + size) * pair);
	};
}

/** A rule for every second glyph: class 0 is all the others. */
function classPairs(
	table: DataView,
	covered: (glyph: number) => number | null,
	size: number,
	valueAt: (at: number) => number,
): PairRule {
	const firstClass = readClasses(viewAt(table, table.getUint16(8)));
	const secondClass = readClasses(viewAt(table, table.getUint16(10)));
	const secondClasses = table.getUint16(14);
	return (first, second) => {
		if (covered(first) === null) return null;
		const cell = firstClass(first) * secondClasses + secondClass(second);
		return valueAt(16 + size * cell);
	};
}

function readCoverage(table: DataView): (glyph: number) => number | null {
	const count = table.getUint16(2);
	if (table.getUint16(0) === 1)
		return (glyph) => search(count, (i) => glyph - table.getUint16(4 + 2 * i));
	return (glyph) => {
		const at = rangeAt(table, 4, count, glyph);
		return at === null
			? null
			: table.getUint16(at + 4) + glyph - table.getUint16(at);
	};
}

function readClasses(table: DataView): (glyph: number) => number {
	if (table.getUint16(0) === 1) {
		const first = table.getUint16(2);
		const end = first + table.getUint16(4);
		return (glyph) =>
			glyph >= first && glyph < end
				? table.getUint16(6 + 2 * (glyph - first))
				: 0;
	}
	const count = table.getUint16(2);
	return (glyph) => {
		const at = rangeAt(table, 4, count, glyph);
		return at === null ? 0 : table.getUint16(at + 4);
	};
}

/** Where the record of first glyph, last glyph and a value lies. */
function rangeAt(
	table: DataView,
	start: number,
	count: number,
	glyph: number,
): number | null {
	const range = search(count, (i) => {
		const at = start + 6 * i;
		if (glyph < table.getUint16(at)) return -1;
		return glyph > table.getUint16(at + 2) ? 1 : 0;
	});
	return range === null ? null : start + 6 * range;
}

const viewAt = (view: DataView, offset: number): DataView =>
	new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);

const indices = (count: number): readonly number[] =>
	Array.from({ length: count }, (_, i) => i);

/** Of 16 bits. */
const bitCount = (word: number): number =>
	indices(16).reduce((sum, bit) => sum + ((word >> bit) & 1), 0);
