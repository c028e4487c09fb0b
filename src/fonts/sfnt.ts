/**
 * A look at a font file's table of contents before anyone trusts it: the parser
 * answers damage with undefined tables, long after the file was opened.
 */
import type { FontFault } from "./error.ts";

export interface FontDamage {
	readonly fault: FontFault;
	readonly detail: string;
}

const SIGNATURES: ReadonlySet<number> = new Set([
	0x00010000, // TrueType outlines
	0x74727565, // "true", the same from Apple
	0x4f54544f, // "OTTO", PostScript outlines
]);
const DIRECTORY_START = 12;
const RECORD_SIZE = 16;
const NEEDED = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "post"];
/** OS/2 fsType: bit 1 alone forbids embedding. */
const FS_TYPE_OFFSET = 8;
const RESTRICTED = 0x0002;

interface TableRecord {
	readonly offset: number;
	readonly length: number;
}

/** null when the font may be used. */
export function fontDamage(bytes: Uint8Array): FontDamage | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < DIRECTORY_START || !SIGNATURES.has(view.getUint32(0)))
		return { fault: "format", detail: "not a TrueType or OpenType font" };
	const tables = readDirectory(view);
	if (tables === null)
		return { fault: "damaged", detail: "the list of tables is cut short" };
	const cut = [...tables].find(
		([, table]) => table.offset + table.length > bytes.length,
	);
	if (cut !== undefined)
		return { fault: "damaged", detail: `table ${cut[0]} is cut short` };
	const missing = missingTable(tables);
	if (missing !== null)
		return { fault: "damaged", detail: `table ${missing} is missing` };
	if (isRestricted(view, tables.get("OS/2")))
		return { fault: "restricted", detail: "its licence forbids embedding" };
	return null;
}

function readDirectory(view: DataView): Map<string, TableRecord> | null {
	const count = view.getUint16(4);
	if (DIRECTORY_START + count * RECORD_SIZE > view.byteLength) return null;
	const tables = new Map<string, TableRecord>();
	for (let i = 0; i < count; i++) {
		const at = DIRECTORY_START + i * RECORD_SIZE;
		const tag = String.fromCharCode(
			view.getUint8(at),
			view.getUint8(at + 1),
			view.getUint8(at + 2),
			view.getUint8(at + 3),
		);
		tables.set(tag, {
			offset: view.getUint32(at + 8),
			length: view.getUint32(at + 12),
		});
	}
	return tables;
}

function missingTable(tables: ReadonlyMap<string, TableRecord>): string | null {
	const outlines = tables.has("CFF ") ? [] : ["glyf", "loca"];
	return [...NEEDED, ...outlines].find((tag) => !tables.has(tag)) ?? null;
}

function isRestricted(view: DataView, os2: TableRecord | undefined): boolean {
	if (os2 === undefined || os2.length < FS_TYPE_OFFSET + 2) return false;
	return (view.getUint16(os2.offset + FS_TYPE_OFFSET) & 0x000f) === RESTRICTED;
}
