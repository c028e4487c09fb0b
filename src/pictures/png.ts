import { type DecodedPng, decode } from "fast-png";
import { Unzlib } from "fflate";
import type { Picture } from "../model/picture.ts";
import { broken, type Fault, reasonOf, sizeFault } from "./fault.ts";

/** Signature, and length and name of the chunk that gives the size. */
const SIZE_AT = 16;
const DEPTH_AT = 24;
const INTERLACE_AT = 28;
const HEAD = 33;
const FIRST_CHUNK = 8;
const MOST_CHANNELS = 4;
const BYTES_PER_SAMPLE = 2;

export function readPng(bytes: Uint8Array): Picture | Fault {
	if (bytes.length < HEAD) return broken("cut short");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const width = view.getUint32(SIZE_AT);
	const height = view.getUint32(SIZE_AT + 4);
	const fault = sizeFault(width, height);
	if (fault !== null) return fault;
	// The decoder would read their rows wrongly, and not always notice.
	if (view.getUint8(INTERLACE_AT) !== 0 && view.getUint8(DEPTH_AT) < 8)
		return broken("interlaced, with less than 8 bits");
	// One byte more a row says how it is filtered; interlaced pictures have twice the rows.
	const most = (width * MOST_CHANNELS * BYTES_PER_SAMPLE + 1) * height * 2;
	try {
		if (unpacksBeyond(bytes, view, most)) return broken("more than its size");
		const png = decode(bytes, { checkCrc: true });
		return { kind: "pixels", width, height, rgb: onWhite(png) };
	} catch (error) {
		return broken(reasonOf(error));
	}
}

/** A megabyte can unpack to a thousand: found out before all of it is there. */
function unpacksBeyond(
	bytes: Uint8Array,
	view: DataView,
	most: number,
): boolean {
	let found = 0;
	const unpacking = new Unzlib((part) => {
		found += part.length;
	});
	let at = FIRST_CHUNK;
	while (at + 12 <= bytes.length) {
		const length = view.getUint32(at);
		const name = view.getUint32(at + 4);
		if (name === 0x49444154 /* IDAT */)
			unpacking.push(bytes.subarray(at + 8, at + 8 + length));
		if (found > most) return true;
		at += length + 12;
	}
	return false;
}

/** Samples of 8 bits, whatever the file packs them in. */
function samplesOf({ data, width, height, depth, channels }: DecodedPng) {
	if (depth === 16) return Uint8Array.from(data, (sample) => sample >> 8);
	if (depth === 8) return data;
	const perRow = width * channels;
	const rowBytes = Math.ceil((perRow * depth) / 8);
	const most = (1 << depth) - 1;
	const samples = new Uint8Array(perRow * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < perRow; x++) {
			const bit = x * depth;
			const byte = data[y * rowBytes + (bit >> 3)] ?? 0;
			samples[y * perRow + x] = (byte >> (8 - depth - (bit & 7))) & most;
		}
	return samples;
}

function onWhite(png: DecodedPng): Uint8Array {
	const { width, height, depth, channels, palette } = png;
	const samples = samplesOf(png);
	const scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
	const clear = clearOf(png);
	const rgb = new Uint8Array(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel++) {
		const at = pixel * channels;
		const sample = (channel: number): number => samples[at + channel] ?? 0;
		let [r, g, b, a] = [0, 0, 0, 255];
		if (palette) {
			const colour = palette[sample(0)];
			if (colour === undefined) throw new Error("a colour it does not name");
			[r = 0, g = 0, b = 0, a = 255] = colour;
		} else if (channels < 3) {
			r = g = b = sample(0) * scale;
			if (channels === 2) a = sample(1);
		} else {
			[r, g, b] = [sample(0), sample(1), sample(2)];
			if (channels === 4) a = sample(3);
		}
		if (clear?.every((part, channel) => part === sample(channel))) a = 0;
		const over = (part: number): number =>
			Math.round((part * a + 255 * (255 - a)) / 255);
		rgb.set([over(r), over(g), over(b)], pixel * 3);
	}
	return rgb;
}

/** The one colour that stands for none, in the samples' own scale. */
function clearOf({ transparency, depth, palette }: DecodedPng) {
	if (palette || !transparency?.length) return null;
	return [...transparency].map((part) => (depth === 16 ? part >> 8 : part));
}
