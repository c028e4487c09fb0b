/** Takes the filters off a stream. Never throws, and never grows without bound. */
import { Inflate, Unzlib, unzlibSync } from "fflate";
import {
	asDict,
	asName,
	asNumber,
	hashOf,
	isSame,
	itemsOf,
	type PdfDict,
	type PdfStream,
	type PdfValue,
} from "./values.ts";

/** A page of vectors has some hundred kilobytes; more than this is a trap. */
export const MOST_DECODED = 64 * 1024 * 1024;
const CHUNK = 16 * 1024;

export interface Decoded {
	readonly bytes: Uint8Array;
	/** False when bytes are missing or wrong. */
	readonly whole: boolean;
	/** The filter we cannot take off, such as a picture's; null for none. */
	readonly unknown: string | null;
}

type Get = (value: PdfValue) => PdfValue;

const listOf = (value: PdfValue): readonly PdfValue[] =>
	value === null
		? []
		: value && typeof value === "object" && value.kind === "array"
			? value.items
			: [value];

const field = (dict: PdfDict, keys: readonly string[]): PdfValue => {
	for (const key of keys) {
		const value = dict.entries.get(key);
		if (value !== undefined) return value;
	}
	return null;
};

/** `F` and `DP` are the short names in inline pictures. */
export function decodeStream(stream: PdfStream, get: Get): Decoded {
	const { dict } = stream;
	const names = listOf(get(field(dict, ["Filter", "F"]))).map((value) =>
		asName(get(value)),
	);
	const parameters = listOf(get(field(dict, ["DecodeParms", "DP"])));
	let bytes = stream.raw;
	let whole = true;
	for (const [index, name] of names.entries()) {
		const given = asDict(get(parameters[index] ?? null));
		const step = decodeStep(name, bytes, given, get);
		if (step === null) return { bytes, whole, unknown: name ?? "?" };
		bytes = step.bytes;
		whole &&= step.whole;
	}
	return { bytes, whole, unknown: null };
}

type Step = Omit<Decoded, "unknown">;

function decodeStep(
	name: string | null,
	bytes: Uint8Array,
	parameters: PdfDict | null,
	get: Get,
): Step | null {
	switch (name) {
		case "FlateDecode":
		case "Fl": {
			const step = inflate(bytes);
			return { ...step, bytes: unpredict(step.bytes, parameters, get) };
		}
		case "ASCIIHexDecode":
		case "AHx":
			return { bytes: fromHex(bytes), whole: true };
		case "ASCII85Decode":
		case "A85":
			return { bytes: fromAscii85(bytes), whole: true };
		case "Crypt":
			return { bytes, whole: true };
		default:
			return null;
	}
}

class TooLong extends Error {}

/** Made once: a new one for every stream is most of the work of a small one. */
const scratch = new Uint8Array(512 * 1024);
/**
 * Streams of late that came twice: villages' PDFs have the same codes and fonts, with
 * some hundred choices of letters. Of the others only that they were seen is kept.
 */
const KEPT = 256;
const SEEN = 4096;
/** Of packed and of unpacked bytes. */
const LONGEST_KEPT = 64 * 1024;
const seen = new Set<number>();
const kept = new Map<
	number,
	{ readonly packed: Uint8Array; readonly step: Step }
>();

/** Follows from the bytes alone, so that remembering it is safe; and gives the same array again. */
export function inflate(packed: Uint8Array): Step {
	if (packed.length > LONGEST_KEPT) return inflated(packed);
	const key = hashOf(packed);
	const known = kept.get(key);
	if (known !== undefined && isSame(known.packed, packed)) {
		// Last in the map is latest used.
		kept.delete(key);
		kept.set(key, known);
		return known.step;
	}
	const step = inflated(packed);
	if (step.bytes.length > LONGEST_KEPT) return step;
	if (seen.has(key)) kept.set(key, { packed: packed.slice(), step });
	if (seen.size >= SEEN) seen.clear();
	seen.add(key);
	const [oldest] = kept.keys();
	if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
	return step;
}

function inflated(packed: Uint8Array): Step {
	return inflatedShort(packed) ?? inflatedInPieces(packed);
}

/** null for what is long, broken, or does not fit. */
function inflatedShort(packed: Uint8Array): Step | null {
	// Longer ones could keep it busy long after it is full.
	if (packed.length > LONGEST_KEPT) return null;
	try {
		const bytes = unzlibSync(packed, { out: scratch });
		if (bytes.length === scratch.length) return null;
		return { bytes: bytes.slice(), whole: true };
	} catch {
		return null;
	}
}

/** So that a small file cannot become a large one before we notice, and what is whole of a broken one is kept. */
function inflatedInPieces(packed: Uint8Array): Step {
	const step = run(Unzlib, packed);
	// Some writers leave out the two bytes of zlib.
	return step.bytes.length === 0 && !step.whole && packed.length > 0
		? run(Inflate, packed)
		: step;
}

function run(
	Decoder: typeof Unzlib | typeof Inflate,
	packed: Uint8Array,
): Step {
	const chunks: Uint8Array[] = [];
	let length = 0;
	let ended = false;
	const decoder = new Decoder((chunk, final) => {
		chunks.push(chunk);
		length += chunk.length;
		ended ||= final;
		if (length > MOST_DECODED) throw new TooLong();
	});
	let whole = true;
	try {
		for (let at = 0; at < packed.length; at += CHUNK) {
			const last = at + CHUNK >= packed.length;
			decoder.push(packed.slice(at, at + CHUNK), last);
		}
	} catch {
		whole = false;
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return { bytes, whole: whole && ended };
}

/** Undoes what makes rows compress better (PNG filters; TIFF's for bytes). */
function unpredict(
	bytes: Uint8Array,
	parameters: PdfDict | null,
	get: Get,
): Uint8Array {
	const number = (key: string, otherwise: number): number =>
		asNumber(get(parameters?.entries.get(key) ?? null)) ?? otherwise;
	const predictor = number("Predictor", 1);
	if (predictor < 2) return bytes;
	const bits = number("Colors", 1) * number("BitsPerComponent", 8);
	const width = Math.ceil((bits * number("Columns", 1)) / 8);
	const left = Math.max(1, bits >> 3);
	if (!(width > 0) || width > MOST_DECODED) return bytes;
	return predictor === 2
		? addLeft(bytes, width, left)
		: unfilter(bytes, width, left);
}

function addLeft(bytes: Uint8Array, width: number, left: number): Uint8Array {
	const out = Uint8Array.from(bytes);
	for (let i = 0; i < out.length; i++)
		if (i % width >= left) out[i] = (out[i] ?? 0) + (out[i - left] ?? 0);
	return out;
}

function unfilter(bytes: Uint8Array, width: number, left: number): Uint8Array {
	const rows = Math.floor((bytes.length + width) / (width + 1));
	const out = new Uint8Array(rows * width);
	for (let row = 0; row < rows; row++) {
		const from = row * (width + 1);
		const filter = bytes[from] ?? 0;
		for (let x = 0; x < width; x++) {
			const at = row * width + x;
			const a = x >= left ? (out[at - left] ?? 0) : 0;
			const b = row > 0 ? (out[at - width] ?? 0) : 0;
			const c = row > 0 && x >= left ? (out[at - width - left] ?? 0) : 0;
			out[at] = (bytes[from + 1 + x] ?? 0) + predicted(filter, a, b, c);
		}
	}
	return out;
}

function predicted(filter: number, a: number, b: number, c: number): number {
	if (filter === 1) return a;
	if (filter === 2) return b;
	if (filter === 3) return (a + b) >> 1;
	if (filter !== 4) return 0;
	const p = a + b - c;
	const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
	if (pa <= pb && pa <= pc) return a;
	return pb <= pc ? b : c;
}

function fromHex(bytes: Uint8Array): Uint8Array {
	const digits: number[] = [];
	for (const byte of bytes) {
		if (byte === 0x3e) break;
		const digit = Number.parseInt(String.fromCharCode(byte), 16);
		if (!Number.isNaN(digit)) digits.push(digit);
	}
	if (digits.length % 2 === 1) digits.push(0);
	return Uint8Array.from(
		{ length: digits.length / 2 },
		(_, i) => (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0),
	);
}

function fromAscii85(bytes: Uint8Array): Uint8Array {
	const out: number[] = [];
	let group: number[] = [];
	const flush = (count: number): void => {
		const padded = [...group, 84, 84, 84, 84].slice(0, 5);
		const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
		for (let i = 0; i < count; i++)
			out.push(Math.floor(value / 256 ** (3 - i)) & 0xff);
		group = [];
	};
	for (const byte of bytes) {
		if (byte === 0x7e) break;
		if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
		if (byte < 0x21 || byte > 0x75) continue;
		group.push(byte - 0x21);
		if (group.length === 5) flush(4);
	}
	if (group.length > 1) flush(group.length - 1);
	return Uint8Array.from(out);
}

export const namesOf = (value: PdfValue): readonly string[] =>
	itemsOf(value).flatMap((item) => asName(item) ?? []);
