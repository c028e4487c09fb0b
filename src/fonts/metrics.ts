/** Measures of a whole font, which lie in the same tables whatever its outlines. */
import type { FontMetrics } from "./program.ts";
import { type FontTables, neededTable } from "./sfnt.ts";

/** Printable ASCII without PDF's delimiters: the name is written into the PDF. */
const POSTSCRIPT_NAME = /^[^\P{ASCII}\p{Cc}()<>[\]{}/%#]+$/u;
const NAME_ID = 6;
const ITALIC = 1 << 1;
/** Classes of https://learn.microsoft.com/en-us/typography/opentype/spec/ibmfc */
const LAST_SERIF_CLASS = 7;
const SCRIPT_CLASS = 10;

/** Throws when the tables make no sense. */
export function readMetrics(tables: FontTables): FontMetrics {
	const head = neededTable(tables, "head");
	const hhea = neededTable(tables, "hhea");
	const post = neededTable(tables, "post");
	const os2 = tables.get("OS/2");
	const unitsPerEm = head.getUint16(18);
	if (unitsPerEm === 0) throw new Error("the head cannot be read");
	const familyClass = os2 === undefined ? 0 : os2.getInt16(30) >> 8;
	return {
		postscriptName: postscriptName(neededTable(tables, "name")),
		unitsPerEm,
		ascent: hhea.getInt16(4),
		descent: hhea.getInt16(6),
		xHeight: heightIn(os2, 86),
		capHeight: heightIn(os2, 88),
		italicAngle: post.getInt32(4) / 0x10000,
		box: {
			left: head.getInt16(36),
			bottom: head.getInt16(38),
			right: head.getInt16(40),
			top: head.getInt16(42),
		},
		isFixedPitch: post.getUint32(12) !== 0,
		isSerif: familyClass >= 1 && familyClass <= LAST_SERIF_CLASS,
		isScript: familyClass === SCRIPT_CLASS,
		isItalic: (head.getUint16(44) & ITALIC) !== 0,
	};
}

/** The heights came with version 2 of the table. */
function heightIn(os2: DataView | undefined, at: number): number {
	const isThere =
		os2 !== undefined && os2.getUint16(0) >= 2 && os2.byteLength >= at + 2;
	return isThere ? os2.getInt16(at) : 0;
}

/** Advance of each glyph; those past the end have the last one's. */
export function readAdvances(tables: FontTables): (glyph: number) => number {
	const hmtx = neededTable(tables, "hmtx");
	const count = neededTable(tables, "hhea").getUint16(34);
	if (count === 0 || hmtx.byteLength < 4 * count)
		throw new Error("the widths cannot be read");
	return (glyph) => hmtx.getUint16(4 * Math.min(glyph, count - 1));
}

function postscriptName(table: DataView): string {
	const strings = table.getUint16(4);
	for (let i = 0; i < table.getUint16(2); i++) {
		const at = 6 + 12 * i;
		if (table.getUint16(at + 6) !== NAME_ID) continue;
		// Apple's platform writes bytes, the others UTF-16; ASCII looks the same in both.
		const isWide = table.getUint16(at) !== 1;
		const start = strings + table.getUint16(at + 10);
		const name = textAt(table, start, table.getUint16(at + 8), isWide);
		if (POSTSCRIPT_NAME.test(name)) return name;
	}
	throw new Error("it has no PostScript name");
}

function textAt(
	table: DataView,
	start: number,
	length: number,
	isWide: boolean,
): string {
	let text = "";
	for (let at = start; at < start + length; at += isWide ? 2 : 1)
		text += String.fromCharCode(
			isWide ? table.getUint16(at) : table.getUint8(at),
		);
	return text;
}
