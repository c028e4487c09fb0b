/** Compression, by the same code everywhere: Node's own zlib varies. */
import { zlibSync } from "fflate";
import type { Chunk } from "pdfkit";

const COMPRESSION = 9;

export const deflated = (bytes: Uint8Array): Chunk =>
	zlibSync(bytes, { level: COMPRESSION });

/** Enough for what the sheets of one run share. */
const KEPT = 12;
const kept: { readonly bytes: Uint8Array; readonly result: Chunk }[] = [];

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/** The same, of bytes that are likely to come again. Told by their content, so that nobody can change them meanwhile. */
export function deflatedBefore(bytes: Uint8Array): Chunk {
	const known = kept.find((one) => isSame(one.bytes, bytes));
	if (known !== undefined) return known.result;
	const result = deflated(bytes);
	kept.push({ bytes: bytes.slice(), result });
	if (kept.length > KEPT) kept.shift();
	return result;
}
