/**
 * A font file's table of contents, and a look at it before anyone trusts it:
 * damage that readers meet later is hard to tell from a fault of theirs.
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

/** Tables by their four letters. */
export type FontTables = ReadonlyMap<string, DataView>;

/** For a file without damage. */
export function fontTables(bytes: Uint8Array): FontTables {
	const view = viewOf(bytes);
	const records = [...(readDirectory(view) ?? [])];
	return new Map(
		records.map(([tag, { offset, length }]) => [
			tag,
			new DataView(bytes.buffer, bytes.byteOffset + offset, length),
		]),
	);
}

export function neededTable(tables: FontTables, tag: string): DataView {
	const table = tables.get(tag);
	if (table === undefined) throw new Error(`table ${tag} is missing`);
	return table;
}

export const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** null when the font may be used. */
export function fontDamage(bytes: Uint8Array): FontDamage | null {
	const view = viewOf(bytes);
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
		tables.set(tagAt(view, at), {
			offset: view.getUint32(at + 8),
			length: view.getUint32(at + 12),
		});
	}
	return tables;
}

/** Four letters. */
export const tagAt = (view: DataView, at: number): string =>
	String.fromCharCode(
		view.getUint8(at),
		view.getUint8(at + 1),
		view.getUint8(at + 2),
		view.getUint8(at + 3),
	);

function missingTable(tables: ReadonlyMap<string, TableRecord>): string | null {
	const outlines = tables.has("CFF ") ? [] : ["glyf", "loca"];
	return [...NEEDED, ...outlines].find((tag) => !tables.has(tag)) ?? null;
}

function isRestricted(view: DataView, os2: TableRecord | undefined): boolean {
	if (os2 === undefined || os2.length < FS_TYPE_OFFSET + 2) return false;
	return (view.getUint16(os2.offset + FS_TYPE_OFFSET) & 0x000f) === RESTRICTED;
}
