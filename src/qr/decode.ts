/** Reads a code back as a phone would, before the sheet is handed over. */
import jsQR from "jsqr";
import { QUIET_ZONE } from "./encode.ts";

const PIXELS_PER_MODULE = 4;
const CHANNELS = 4;
const WHITE = 255;

/**
 * Reading takes ten milliseconds, and the same code stands on every sheet of
 * every village, and again in the PDF. What it says depends on nothing else.
 */
const known = new Map<string, string | null>();
const MOST_KNOWN = 64;

/** What the code says; null when it cannot be read. */
export function decodeMatrix(matrix: Uint8Array, size: number): string | null {
	const key = `${size} ${String.fromCharCode(...matrix)}`;
	const before = known.get(key);
	if (before !== undefined) return before;
	const says = read(matrix, size);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, says);
	return says;
}

function read(matrix: Uint8Array, size: number): string | null {
	const width = (size + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
	const code = jsQR(drawModules(matrix, size, width), width, width, {
		inversionAttempts: "dontInvert",
	});
	if (code === null) return null;
	return new TextDecoder().decode(Uint8Array.from(code.binaryData));
}

/** An opaque picture of the modules in their quiet zone. */
function drawModules(
	matrix: Uint8Array,
	size: number,
	width: number,
): Uint8ClampedArray {
	const pixels = new Uint8ClampedArray(width * width * CHANNELS).fill(WHITE);
	for (let y = 0; y < width; y++)
		for (let x = 0; x < width; x++) {
			const column = Math.floor(x / PIXELS_PER_MODULE) - QUIET_ZONE;
			const row = Math.floor(y / PIXELS_PER_MODULE) - QUIET_ZONE;
			if (column < 0 || column >= size || row < 0 || row >= size) continue;
			if (matrix[row * size + column] !== 1) continue;
			const at = (y * width + x) * CHANNELS;
			pixels.fill(0, at, at + CHANNELS - 1);
		}
	return pixels;
}
