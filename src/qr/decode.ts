/** Reads a code back as a phone would, before the sheet is handed over. */
import jsQR from "jsqr";
import { QUIET_ZONE } from "./encode.ts";

/** Modules are drawn sharp: more would say the same, later. */
const PIXELS_PER_MODULE = 2;
const CHANNELS = 4;
const WHITE = 255;

/**
 * Reading takes ten milliseconds, and the same code stands on every sheet of
 * every village, and again in the PDF. What it says depends on nothing else.
 */
const known = new Map<string, string | null>();
const MOST_KNOWN = 64;
/** The same matrix is asked about by several rules, and never changed. */
const asked = new WeakMap<Uint8Array, { readonly says: string | null }>();

/** What the code says; null when it cannot be read. */
export function decodeMatrix(matrix: Uint8Array, size: number): string | null {
	const answer = asked.get(matrix);
	if (answer !== undefined) return answer.says;
	const key = `${size} ${String.fromCharCode(...matrix)}`;
	const before = known.get(key);
	const says = before === undefined ? read(matrix, size) : before;
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, says);
	asked.set(matrix, { says });
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

/** Codes of one picture that are looked for: more than a sheet has. */
const MOST_CODES = 6;
/** Nothing smaller holds a code. */
const LEAST_SIDE = 21;

/** Any picture may come: what a decoder cannot take holds no code. */
function found(
	pixels: Uint8ClampedArray,
	width: number,
	height: number,
): ReturnType<typeof jsQR> {
	try {
		return jsQR(pixels, width, height, { inversionAttempts: "dontInvert" });
	} catch {
		return null;
	}
}

/** What the codes in a picture say, 0 being black and 255 white. */
export function decodeGrays(
	grays: Uint8Array,
	width: number,
	height: number,
): readonly string[] {
	if (Math.min(width, height) < LEAST_SIDE) return [];
	// On paper of its own: a code may reach the picture's edge.
	const margin = Math.ceil(Math.min(width, height) / 8);
	const [across, down] = [width + 2 * margin, height + 2 * margin];
	const pixels = new Uint8ClampedArray(across * down * CHANNELS).fill(WHITE);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const at = ((y + margin) * across + x + margin) * CHANNELS;
			pixels.fill(grays[y * width + x] ?? WHITE, at, at + CHANNELS - 1);
		}
	const said: string[] = [];
	while (said.length < MOST_CODES) {
		const code = found(pixels, across, down);
		if (code === null) return said;
		said.push(new TextDecoder().decode(Uint8Array.from(code.binaryData)));
		// It finds one at a time: what is read is covered with paper.
		const { location } = code;
		const corners = [
			location.topLeftCorner,
			location.topRightCorner,
			location.bottomLeftCorner,
			location.bottomRightCorner,
		];
		const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
		const left = Math.max(0, Math.floor(Math.min(...xs)));
		const right = Math.min(across, Math.ceil(Math.max(...xs)));
		const bottom = Math.min(down, Math.ceil(Math.max(...ys)));
		for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < bottom; y++)
			pixels.fill(
				WHITE,
				(y * across + left) * CHANNELS,
				(y * across + right) * CHANNELS,
			);
	}
	return said;
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
