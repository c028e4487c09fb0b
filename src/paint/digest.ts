/**
 * Fingerprints that tell files apart; no secrets depend on them. FNV-1a
 * (http://www.isthe.com/chongo/tech/comp/fnv/) in four lanes with different starts.
 */
const PRIME = 0x01000193;
const OFFSET_BASIS = 0x811c9dc5;
const LANES = [0, 0x9e3779b9, 0x7f4a7c15, 0xf39cc060];

/** 16 bytes for any number of chunks, as if they were one. */
export function digest(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(LANES.length * 4);
	const view = new DataView(bytes.buffer);
	for (const [lane, start] of LANES.entries())
		view.setUint32(lane * 4, stir(hash(chunks, OFFSET_BASIS ^ start)));
	return bytes;
}

/** A number below `limit` for a text. */
export function shortDigest(text: string, limit: number): number {
	const bytes = new TextEncoder().encode(text);
	return stir(hash([bytes], OFFSET_BASIS)) % limit;
}

function hash(chunks: readonly Uint8Array[], start: number): number {
	let value = start;
	for (const chunk of chunks)
		for (const byte of chunk) value = Math.imul(value ^ byte, PRIME);
	return value;
}

/** Spreads the last bytes over the whole word (MurmurHash3's finalizer). */
function stir(value: number): number {
	let word = value;
	word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	return (word ^ (word >>> 16)) >>> 0;
}
