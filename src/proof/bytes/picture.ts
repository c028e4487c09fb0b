/** The pixels of a picture in a PDF, as light and dark; enough to find a code. */
import { decode } from "jpeg-js";
import type { PdfFile } from "../../pdf-reader/open-pdf.ts";
import {
	asKind,
	asName,
	asNumber,
	itemsOf,
	type PdfStream,
	type PdfValue,
} from "../../pdf-reader/values.ts";
import { darkness } from "../darkness.ts";

export interface Grays {
	readonly width: number;
	readonly height: number;
	/** 0 black to 255 white, row by row. */
	readonly data: Uint8Array;
}

/** An A3 page at 300 to the inch, and some. */
const MOST_PIXELS = 24_000_000;
const JPEG_MEGABYTES = 512;
/** A code of a scanned page has four pixels a module left. */
const MOST_SIDE = 2000;
const WHITE = 255;

/** null for what is packed or coloured in a way we do not read. */
export function graysOf(file: PdfFile, stream: PdfStream): Grays | null {
	const width = asNumber(file.field(stream, "Width")) ?? 0;
	const height = asNumber(file.field(stream, "Height")) ?? 0;
	if (!(width > 0 && height > 0 && width * height <= MOST_PIXELS)) return null;
	const { bytes, unknown } = file.decode(stream);
	const whole =
		unknown === null
			? samplesOf(file, stream, bytes, Math.floor(width), Math.floor(height))
			: unknown === "DCTDecode" || unknown === "DCT"
				? jpegOf(bytes)
				: null;
	return whole === null ? null : reduced(whole);
}

const grayOf = (r: number, g: number, b: number): number =>
	Math.round(WHITE * (1 - darkness(r / WHITE, g / WHITE, b / WHITE)));

function jpegOf(bytes: Uint8Array): Grays | null {
	try {
		const { width, height, data } = decode(bytes, {
			useTArray: true,
			formatAsRGBA: false,
			maxMemoryUsageInMB: JPEG_MEGABYTES,
		});
		return {
			width,
			height,
			data: Uint8Array.from({ length: width * height }, (_, i) =>
				grayOf(data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0),
			),
		};
	} catch {
		return null;
	}
}

/** From the samples of one pixel, 0 to 1 each, to its gray. */
type Mix = (parts: readonly number[]) => number;

interface Space {
	readonly parts: number;
	/** Samples count entries of a table, and are not light. */
	readonly indexed: boolean;
	readonly mix: Mix;
}

const light: Mix = ([part = 0]) => WHITE * part;
const DEVICE: Readonly<Record<number, Space>> = {
	1: { parts: 1, indexed: false, mix: light },
	3: {
		parts: 3,
		indexed: false,
		mix: ([r = 0, g = 0, b = 0]) => grayOf(WHITE * r, WHITE * g, WHITE * b),
	},
	4: {
		parts: 4,
		indexed: false,
		mix: ([c = 0, m = 0, y = 0, k = 0]) =>
			grayOf(
				WHITE * (1 - c) * (1 - k),
				WHITE * (1 - m) * (1 - k),
				WHITE * (1 - y) * (1 - k),
			),
	},
};
const PARTS: Readonly<Record<string, number>> = {
	DeviceGray: 1,
	CalGray: 1,
	G: 1,
	DeviceRGB: 3,
	CalRGB: 3,
	RGB: 3,
	DeviceCMYK: 4,
	CMYK: 4,
};

/** The family's name, and what follows it. */
function familyOf(
	file: PdfFile,
	value: PdfValue,
): readonly [name: string, ...rest: PdfValue[]] {
	const items = itemsOf(value).map((item) => file.get(item));
	return [asName(value) ?? asName(items[0] ?? null) ?? "", ...items.slice(1)];
}

function deviceOf(file: PdfFile, value: PdfValue): Space | null {
	const [name, profile = null] = familyOf(file, value);
	const parts =
		name === "ICCBased"
			? asNumber(file.field(profile, "N"))
			: (PARTS[name] ?? null);
	return DEVICE[parts ?? 0] ?? null;
}

function spaceOf(file: PdfFile, value: PdfValue): Space | null {
	const [name, second = null, , table = null] = familyOf(file, value);
	if (name !== "Indexed" && name !== "I") return deviceOf(file, value);
	// Never indexed again (ISO 32000-1, 8.6.6.3), or a file could lead in circles.
	const base = deviceOf(file, second);
	const stream = asKind(table, "stream");
	const entries =
		stream === null
			? asKind(table, "string")?.bytes
			: file.decode(stream).bytes;
	if (base === null || entries === undefined) return null;
	return {
		parts: 1,
		indexed: true,
		mix: ([entry = 0]) =>
			base.mix(
				Array.from(
					{ length: base.parts },
					(_, i) => (entries[entry * base.parts + i] ?? 0) / WHITE,
				),
			),
	};
}

function samplesOf(
	file: PdfFile,
	stream: PdfStream,
	bytes: Uint8Array,
	width: number,
	height: number,
): Grays | null {
	const isMask = file.field(stream, "ImageMask") === true;
	const space = isMask
		? (DEVICE[1] ?? null)
		: spaceOf(file, file.field(stream, "ColorSpace"));
	const bits = isMask
		? 1
		: (asNumber(file.field(stream, "BitsPerComponent")) ?? 8);
	if (space === null || ![1, 2, 4, 8].includes(bits)) return null;
	const most = 2 ** bits - 1;
	const [low = 0] = itemsOf(file.field(stream, "Decode")).map((item) =>
		asNumber(file.get(item)),
	);
	const isTurned = !space.indexed && low === 1;
	const row = Math.ceil((width * space.parts * bits) / 8);
	const data = new Uint8Array(width * height);
	const parts = new Array<number>(space.parts).fill(0);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			for (let part = 0; part < space.parts; part++) {
				const bit = (x * space.parts + part) * bits;
				const byte = bytes[y * row + (bit >> 3)] ?? 0;
				const sample = (byte >> (8 - bits - (bit & 7))) & most;
				const turned = isTurned ? most - sample : sample;
				parts[part] = space.indexed ? turned : turned / most;
			}
			data[y * width + x] = Math.round(space.mix(parts));
		}
	return { width, height, data };
}

/** Whole pixels put together until the longer side is short enough. */
function reduced({ width, height, data }: Grays): Grays {
	const step = Math.ceil(Math.max(width, height) / MOST_SIDE);
	if (step < 2) return { width, height, data };
	const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
	const small = new Uint8Array(across * down);
	for (let y = 0; y < down; y++)
		for (let x = 0; x < across; x++) {
			let sum = 0;
			for (let dy = 0; dy < step; dy++)
				for (let dx = 0; dx < step; dx++)
					sum += data[(y * step + dy) * width + x * step + dx] ?? WHITE;
			small[y * across + x] = Math.round(sum / (step * step));
		}
	return { width: across, height: down, data: small };
}
