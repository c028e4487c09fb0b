/**
 * TrueType outlines, glyph by glyph, unread but for their boxes.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/glyf
 */
import type { UnitBox } from "./program.ts";
import { type FontTables, neededTable } from "./sfnt.ts";

export interface Outlines {
	readonly count: number;
	/** Empty for a glyph without outline. */
	readonly data: (glyph: number) => DataView;
	readonly box: (glyph: number) => UnitBox | null;
}

export function readOutlines(tables: FontTables): Outlines {
	const glyf = neededTable(tables, "glyf");
	const loca = neededTable(tables, "loca");
	const isLong = neededTable(tables, "head").getInt16(50) === 1;
	const count = neededTable(tables, "maxp").getUint16(4);
	const offset = (glyph: number): number =>
		isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
	const data = (glyph: number): DataView => {
		if (glyph >= count) throw new Error(`no glyph ${glyph} of ${count}`);
		const start = offset(glyph);
		const end = offset(glyph + 1);
		return new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
	};
	const box = (glyph: number): UnitBox | null => {
		const outline = data(glyph);
		if (outline.byteLength === 0) return null;
		return {
			left: outline.getInt16(2),
			bottom: outline.getInt16(4),
			right: outline.getInt16(6),
			top: outline.getInt16(8),
		};
	};
	return { count, data, box };
}
