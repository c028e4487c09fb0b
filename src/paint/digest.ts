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
	for (const [lane, value] of hash(chunks).entries())
		view.setUint32(lane * 4, stir(value));
	return bytes;
}

/** A number below `limit` for a text. */
export function shortDigest(text: string, limit: number): number {
	const [value = 0] = hash([new TextEncoder().encode(text)]);
	return stir(value) % limit;
}

/** All lanes in one pass: a file is read once. */
function hash(chunks: readonly Uint8Array[]): readonly number[] {
	let [a = 0, b = 0, c = 0, d = 0] = LANES.map((lane) => OFFSET_BASIS ^ lane);
	for (const chunk of chunks)
		for (let i = 0; i < chunk.length; i++) {
			const byte = chunk[i] ?? 0;
			a = Math.imul(a ^ byte, PRIME);
			b = Math.imul(b ^ byte, PRIME);
			c = Math.imul(c ^ byte, PRIME);
			d = Math.imul(d ^ byte, PRIME);
		}
	return [a, b, c, d];
}

/** Spreads the last bytes over the whole word (MurmurHash3's finalizer). */
function stir(value: number): number {
	let word = value;
	word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	return (word ^ (word >>> 16)) >>> 0;
}
