/**
 * From characters to glyphs: the cmap table.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
import { search } from "./search.ts";

/** 0 for a character the font does not have. */
export type GlyphOf = (codePoint: number) => number;

/** Platform and encoding of the tables for Unicode, the best first. */
const UNICODE = [
	[3, 10],
	[0, 6],
	[0, 4],
	[3, 1],
	[0, 3],
	[0, 2],
	[0, 1],
	[0, 0],
] as const;

/** null where the table is of a rare kind. */
export function readCmap(cmap: DataView): GlyphOf | null {
	const offset = unicodeOffset(cmap);
	if (offset === null) return null;
	const table = new DataView(
		cmap.buffer,
		cmap.byteOffset + offset,
		cmap.byteLength - offset,
	);
	switch (table.getUint16(0)) {
		case 4:
			return segments(table);
		case 12:
			return groups(table);
		default:
			return null;
	}
}

function unicodeOffset(cmap: DataView): number | null {
	const records = Array.from({ length: cmap.getUint16(2) }, (_, i) => ({
		platform: cmap.getUint16(4 + 8 * i),
		encoding: cmap.getUint16(6 + 8 * i),
		offset: cmap.getUint32(8 + 8 * i),
	}));
	for (const [platform, encoding] of UNICODE) {
		const found = records.find(
			(record) => record.platform === platform && record.encoding === encoding,
		);
		if (found !== undefined) return found.offset;
	}
	return null;
}

/** Format 4: four parallel arrays, one entry a segment. */
function segments(table: DataView): GlyphOf {
	const size = table.getUint16(6);
	const ends = 14;
	const starts = ends + size + 2;
	const deltas = starts + size;
	const offsets = deltas + size;
	return (codePoint) => {
		const segment = search(size / 2, (i) => {
			if (codePoint > table.getUint16(ends + 2 * i)) return 1;
			return codePoint < table.getUint16(starts + 2 * i) ? -1 : 0;
		});
		if (segment === null) return 0;
		const delta = table.getUint16(deltas + 2 * segment);
		const at = offsets + 2 * segment;
		const offset = table.getUint16(at);
		if (offset === 0) return (codePoint + delta) & 0xffff;
		// The offset counts from its own place in the table.
		const start = table.getUint16(starts + 2 * segment);
		const place = at + offset + 2 * (codePoint - start);
		const glyph = place + 2 <= table.byteLength ? table.getUint16(place) : 0;
		return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
	};
}

/** Format 12: ranges of characters with glyphs in a row. */
function groups(table: DataView): GlyphOf {
	const first = 16;
	const size = 12;
	const count = table.getUint32(12);
	return (codePoint) => {
		const group = search(count, (i) => {
			const at = first + size * i;
			if (codePoint < table.getUint32(at)) return -1;
			return codePoint > table.getUint32(at + 4) ? 1 : 0;
		});
		if (group === null) return 0;
		const at = first + size * group;
		return table.getUint32(at + 8) + codePoint - table.getUint32(at);
	};
}
