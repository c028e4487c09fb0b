/** Small pictures of printed pages: sixteen steps of each colour, as PNG with a palette. */
import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";
import type { Raster } from "./pdf.ts";

export interface Picture {
	readonly width: number;
	readonly height: number;
	/** Row by row, four bits each of red, green and blue; opaque. */
	readonly pixels: Uint16Array;
}

const WHOLE = 255;
/** Between two of the sixteen steps. */
const STEP = WHOLE / 15;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MAX_COLOURS = 256;
const PALETTE = 3;

/** From a raster of red, green, blue, opacity. */
export function pictureOf({ width, height, data }: Raster): Picture {
	const pixels = new Uint16Array(width * height);
	for (let i = 0; i < pixels.length; i++)
		pixels[i] =
			(step(data[4 * i]) << 8) |
			(step(data[4 * i + 1]) << 4) |
			step(data[4 * i + 2]);
	return { width, height, pixels };
}

const step = (value = WHOLE): number => Math.round(value / STEP);

/** How many pixels are not the same; null when the sizes differ. */
export function differingPixels(a: Picture, b: Picture): number | null {
	if (a.width !== b.width || a.height !== b.height) return null;
	return a.pixels.reduce(
		(count, pixel, i) => (pixel === b.pixels[i] ? count : count + 1),
		0,
	);
}

export const readPng = (bytes: Uint8Array): Picture =>
	pictureOf(PNG.sync.read(bytes));

export function writePng({ width, height, pixels }: Picture): Uint8Array {
	const palette = [...new Set(pixels)].sort((a, b) => a - b);
	if (palette.length > MAX_COLOURS)
		throw new Error(`${palette.length} colours are more than a palette holds`);
	const indices = new Map(palette.map((colour, index) => [colour, index]));
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, PALETTE], 8);
	// Every row begins with its filter, 0 for none.
	const rows = new Uint8Array((width + 1) * height);
	pixels.forEach((colour, i) => {
		rows[i + Math.floor(i / width) + 1] = indices.get(colour) ?? 0;
	});
	return Buffer.concat([
		Buffer.from(SIGNATURE),
		chunk("IHDR", header),
		chunk("PLTE", Uint8Array.from(palette.flatMap(channels))),
		chunk("IDAT", deflateSync(rows, { level: 9 })),
		chunk("IEND", new Uint8Array()),
	]);
}

const channels = (colour: number): readonly number[] =>
	[colour >> 8, (colour >> 4) & 15, colour & 15].map((value) => value * STEP);

function chunk(name: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(data.length, 0);
	ends.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
