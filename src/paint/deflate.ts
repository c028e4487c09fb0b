/** Compression, by the same code everywhere: Node's own zlib varies. */
import { zlibSync } from "fflate";
import type { Chunk } from "pdfkit";

const COMPRESSION = 9;

export const deflated = (bytes: Uint8Array): Chunk =>
	zlibSync(bytes, { level: COMPRESSION });

/** Enough for what the sheets of one run share. */
const KEPT = 4;
const kept: { readonly bytes: Uint8Array; readonly result: Chunk }[] = [];

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The same, of bytes that are likely to come again. Told by their content, so that nobody can change them meanwhile. */
export function deflatedBefore(bytes: Uint8Array): Chunk {
	const known = kept.find((one) => isSame(one.bytes, bytes));
	if (known !== undefined) return known.result;
	const result = deflated(bytes);
	kept.push({ bytes: bytes.slice(), result });
	if (kept.length > KEPT) kept.shift();
	return result;
}
