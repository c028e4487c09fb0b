/**
 * Objects packed together and compressed, and the table that finds them
 * (ISO 32000-1, 7.5.7 and 7.5.8). The tags of a sheet are hundreds of small
 * objects; packed they take a quarter of the room.
 */

/** An object as it would be written, bytes as Latin-1 letters. */
export interface PackedObject {
	readonly id: number;
	readonly text: string;
}

export interface ObjectStream {
	/** Where the first object begins. */
	readonly first: number;
	readonly bytes: Uint8Array;
}

/** The objects after a list of their numbers and places. */
export function packObjects(objects: readonly PackedObject[]): ObjectStream {
	const places: string[] = [];
	const body: string[] = [];
	let at = 0;
	for (const { id, text } of objects) {
		places.push(`${id} ${at}`);
		body.push(text);
		at += text.length + 1;
	}
	const head = `${places.join(" ")}\n`;
	return {
		first: head.length,
		bytes: latin1Bytes(`${head}${body.join("\n")}\n`),
	};
}

/** Where an object is: at an offset of the file, or packed as so-and-so many-th. */
export type ObjectPlace =
	| { readonly kind: "offset"; readonly offset: number }
	| {
			readonly kind: "packed";
			readonly stream: number;
			readonly index: number;
	  };

/** Bytes of the three fields of an entry: kind, offset or stream, index. */
export const ENTRY_WIDTHS: readonly number[] = [1, 4, 2];
const ENTRY = ENTRY_WIDTHS.reduce((sum, width) => sum + width, 0);
/** The chain of free numbers, of which there are none, begins at object 0. */
const FREE_GENERATION = 0xffff;

/** One entry each for object 0 and for the numbers from 1 on. */
export function crossReferences(places: readonly ObjectPlace[]): Uint8Array {
	const bytes = new Uint8Array(ENTRY * (places.length + 1));
	const view = new DataView(bytes.buffer);
	view.setUint16(5, FREE_GENERATION);
	for (const [i, place] of places.entries()) {
		const at = ENTRY * (i + 1);
		const isPacked = place.kind === "packed";
		view.setUint8(at, isPacked ? 2 : 1);
		view.setUint32(at + 1, isPacked ? place.stream : place.offset);
		view.setUint16(at + 5, isPacked ? place.index : 0);
	}
	return bytes;
}

function latin1Bytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}
