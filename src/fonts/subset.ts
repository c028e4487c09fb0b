/**
 * A TrueType font with some of its glyphs, as PDF wants it: the tables that
 * draw, without the instructions for screens of few pixels, which are half of
 * the bytes. https://learn.microsoft.com/en-us/typography/opentype/spec/otff
 */
import { type Outlines, readOutlines } from "./outlines.ts";
import { type FontTables, neededTable, viewOf } from "./sfnt.ts";

/** Bits of a component of a composite glyph. */
const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

const GLYPH_HEADER = 10;
/** Short offsets count words of two bytes. */
const LONGEST_SHORT = 2 * 0xffff;

/** Glyphs get the numbers of their places in the list; parts of theirs follow. */
export function subsetTrueType(
	tables: FontTables,
	wanted: readonly number[],
): Uint8Array {
	const outlines = readOutlines(tables);
	const glyphs = withComponents(outlines, wanted);
	const numbers = new Map<number, number>();
	for (const [number, glyph] of glyphs.entries())
		if (!numbers.has(glyph)) numbers.set(glyph, number);
	const data = glyphs.map((glyph) =>
		plainOutline(outlines.data(glyph), numbers),
	);
	const { glyf, loca, isLong } = joinOutlines(data);

	const head = copyOf(neededTable(tables, "head"));
	head.view.setInt16(50, isLong ? 1 : 0);
	head.view.setUint32(8, 0);
	const hhea = copyOf(neededTable(tables, "hhea"));
	hhea.view.setUint16(34, glyphs.length);
	const maxp = copyOf(neededTable(tables, "maxp"));
	maxp.view.setUint16(4, glyphs.length);
	return joinTables([
		["glyf", glyf],
		["head", head.bytes],
		["hhea", hhea.bytes],
		["hmtx", metricsOf(tables, glyphs)],
		["loca", loca],
		["maxp", maxp.bytes],
	]);
}

function withComponents(
	outlines: Outlines,
	wanted: readonly number[],
): readonly number[] {
	const glyphs = [...wanted];
	const known = new Set(wanted);
	// The list grows while it is read: components have components.
	for (const glyph of glyphs)
		for (const { id } of componentsOf(outlines.data(glyph))) {
			if (known.has(id)) continue;
			known.add(id);
			glyphs.push(id);
		}
	return glyphs;
}

interface Component {
	readonly flags: number;
	readonly id: number;
	/** Where its flags are, and where what follows it begins. */
	readonly start: number;
	readonly end: number;
}

/** None for a glyph that is drawn by itself. */
function componentsOf(outline: DataView): readonly Component[] {
	if (!isComposite(outline)) return [];
	const components: Component[] = [];
	for (let start = GLYPH_HEADER; ; ) {
		const flags = outline.getUint16(start);
		const end = start + 4 + argumentsSize(flags);
		components.push({ flags, id: outline.getUint16(start + 2), start, end });
		if ((flags & MORE_COMPONENTS) === 0) return components;
		start = end;
	}
}

const isComposite = (outline: DataView): boolean =>
	outline.byteLength > 0 && outline.getInt16(0) < 0;

function argumentsSize(flags: number): number {
	const offsets = (flags & ARGS_ARE_WORDS) === 0 ? 2 : 4;
	if ((flags & HAS_MATRIX) !== 0) return offsets + 8;
	if ((flags & HAS_TWO_SCALES) !== 0) return offsets + 4;
	return (flags & HAS_SCALE) === 0 ? offsets : offsets + 2;
}

/** Without instructions; components by their new numbers. */
function plainOutline(
	outline: DataView,
	numbers: ReadonlyMap<number, number>,
): Uint8Array {
	if (outline.byteLength === 0) return new Uint8Array();
	return isComposite(outline)
		? plainComposite(outline, numbers)
		: plainSimple(outline);
}

function plainSimple(outline: DataView): Uint8Array {
	const instructions = GLYPH_HEADER + 2 * outline.getInt16(0);
	const rest = instructions + 2 + outline.getUint16(instructions);
	const bytes = bytesOf(outline);
	const plain = new Uint8Array(instructions + 2 + bytes.length - rest);
	plain.set(bytes.subarray(0, instructions));
	plain.set(bytes.subarray(rest), instructions + 2);
	return plain;
}

function plainComposite(
	outline: DataView,
	numbers: ReadonlyMap<number, number>,
): Uint8Array {
	const { bytes, view } = copyOf(outline);
	const components = componentsOf(outline);
	for (const { flags, id, start } of components) {
		view.setUint16(start, flags & ~HAS_INSTRUCTIONS);
		view.setUint16(start + 2, numbers.get(id) ?? 0);
	}
	return bytes.subarray(0, components.at(-1)?.end);
}

function joinOutlines(data: readonly Uint8Array[]): {
	readonly glyf: Uint8Array;
	readonly loca: Uint8Array;
	readonly isLong: boolean;
} {
	const offsets = [0];
	for (const { length } of data)
		offsets.push((offsets.at(-1) ?? 0) + length + (length % 2));
	const size = offsets.at(-1) ?? 0;
	const isLong = size > LONGEST_SHORT;
	const glyf = new Uint8Array(size);
	const loca = new Uint8Array(offsets.length * (isLong ? 4 : 2));
	const places = viewOf(loca);
	for (const [i, offset] of offsets.entries()) {
		if (isLong) places.setUint32(4 * i, offset);
		else places.setUint16(2 * i, offset / 2);
		glyf.set(data[i] ?? [], offset);
	}
	return { glyf, loca, isLong };
}

/** Advance and left bearing of each glyph. */
function metricsOf(tables: FontTables, glyphs: readonly number[]): Uint8Array {
	const hmtx = neededTable(tables, "hmtx");
	const count = neededTable(tables, "hhea").getUint16(34);
	const bytes = new Uint8Array(4 * glyphs.length);
	const view = viewOf(bytes);
	for (const [i, glyph] of glyphs.entries()) {
		const isShort = glyph >= count;
		const bearing = isShort ? 4 * count + 2 * (glyph - count) : 4 * glyph + 2;
		view.setUint16(4 * i, hmtx.getUint16(4 * Math.min(glyph, count - 1)));
		// A font cut to fewer bearings than glyphs draws the same.
		if (bearing + 2 <= hmtx.byteLength)
			view.setInt16(4 * i + 2, hmtx.getInt16(bearing));
	}
	return bytes;
}

/** A font file of some tables, in the order of their names. */
function joinTables(
	tables: readonly (readonly [tag: string, bytes: Uint8Array])[],
): Uint8Array {
	const start = 12 + 16 * tables.length;
	const size = tables.reduce(
		(sum, [, { length }]) => sum + padded(length),
		start,
	);
	const bytes = new Uint8Array(size);
	const view = viewOf(bytes);
	const power = Math.floor(Math.log2(tables.length));
	view.setUint32(0, 0x00010000);
	view.setUint16(4, tables.length);
	view.setUint16(6, 16 << power);
	view.setUint16(8, power);
	view.setUint16(10, 16 * tables.length - (16 << power));
	let offset = start;
	for (const [i, [tag, table]] of tables.entries()) {
		const record = 12 + 16 * i;
		bytes.set(table, offset);
		for (let k = 0; k < 4; k++) view.setUint8(record + k, tag.charCodeAt(k));
		view.setUint32(record + 4, checksum(view, offset, padded(table.length)));
		view.setUint32(record + 8, offset);
		view.setUint32(record + 12, table.length);
		offset += padded(table.length);
	}
	return bytes;
}

/** Sum of the words, as the format wants it. */
function checksum(view: DataView, start: number, length: number): number {
	let sum = 0;
	for (let at = start; at < start + length; at += 4)
		sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}

const padded = (length: number): number => (length + 3) & ~3;

const bytesOf = (view: DataView): Uint8Array =>
	new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function copyOf(table: DataView): { bytes: Uint8Array; view: DataView } {
	const bytes = bytesOf(table).slice();
	return { bytes, view: viewOf(bytes) };
}
