/**
 * An embedded TrueType program, as far as a proof needs it: how wide each glyph
 * is and where its ink. Read apart from fonts/, so that one slip there is not
 * excused here. Never throws.
 */
import { hashOf, isSame, latin1 } from "../../pdf-reader/values.ts";
import type { Rect } from "../geometry.ts";

export interface FontProgram {
	readonly glyphs: number;
	/** In thousandths of an em. */
	readonly width: (glyph: number) => number;
	/** In em, y downwards from the baseline; null for a glyph without ink. */
	readonly ink: (glyph: number) => Rect | null;
	/** How much of the box around a glyph's ink is inked; 0 for what cannot be read. */
	readonly share: (glyph: number) => number;
}

/** Numbers of a table; 0 beyond its end, as no table's end is to be trusted. */
class Table {
	readonly #view: DataView;
	readonly #bytes: Uint8Array;

	constructor(bytes: Uint8Array, offset: number, length: number) {
		const start = Math.min(offset, bytes.length);
		const size = Math.min(length, bytes.length - start);
		this.#view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
		this.#bytes = bytes.subarray(start, start + size);
	}

	get bytes(): Uint8Array {
		return this.#bytes;
	}

	part(start: number, end: number): Table {
		return new Table(this.#bytes, start, end - start);
	}

	uint8(at: number): number {
		return at < this.length ? this.#view.getUint8(at) : 0;
	}

	get length(): number {
		return this.#view.byteLength;
	}

	uint16(at: number): number {
		return at + 2 <= this.length ? this.#view.getUint16(at) : 0;
	}

	int16(at: number): number {
		return at + 2 <= this.length ? this.#view.getInt16(at) : 0;
	}

	uint32(at: number): number {
		return at + 4 <= this.length ? this.#view.getUint32(at) : 0;
	}
}

/** Villages' PDFs have the same fonts, and then the reader gives the same bytes. */
const known = new WeakMap<
	Uint8Array,
	{ readonly program: FontProgram | null }
>();

/** null for what is no TrueType font with outlines. */
export function readFontProgram(bytes: Uint8Array): FontProgram | null {
	const read = known.get(bytes) ?? { program: programOf(bytes) };
	known.set(bytes, read);
	return read.program;
}

function programOf(bytes: Uint8Array): FontProgram | null {
	const head = new Table(bytes, 0, bytes.length);
	const count = head.uint16(4);
	const tables = new Map<string, Table>();
	for (let i = 0; i < Math.min(count, 64); i++) {
		const at = 12 + 16 * i;
		const tag = latin1(bytes.subarray(at, at + 4));
		tables.set(
			tag,
			new Table(bytes, head.uint32(at + 8), head.uint32(at + 12)),
		);
	}
	const [maxp, hhea, hmtx, loca, glyf, header] = [
		"maxp",
		"hhea",
		"hmtx",
		"loca",
		"glyf",
		"head",
	].map((tag) => tables.get(tag));
	if (!maxp || !hhea || !hmtx || !loca || !glyf || !header) return null;
	const em = header.uint16(18);
	const long = header.int16(50) === 1;
	const glyphs = maxp.uint16(4);
	const metrics = hhea.uint16(34);
	if (em === 0 || metrics === 0) return null;
	const offset = (glyph: number): number =>
		long ? loca.uint32(4 * glyph) : 2 * loca.uint16(2 * glyph);
	const areaOf = (glyph: number, depth: number): number => {
		const at = offset(glyph);
		if (glyph >= glyphs || offset(glyph + 1) <= at) return 0;
		return glyf.int16(at) >= 0
			? simpleArea(glyf.part(at, offset(glyph + 1)))
			: depth === 0
				? 0
				: componentsAt(glyf, at).reduce(
						(sum, { id, scale }) => sum + scale * areaOf(id, depth - 1),
						0,
					);
	};
	const inkOf = (glyph: number): Rect | null => {
		const at = offset(glyph);
		if (glyph >= glyphs || offset(glyph + 1) <= at) return null;
		return {
			left: glyf.int16(at + 2) / em,
			top: -glyf.int16(at + 8) / em,
			right: glyf.int16(at + 6) / em,
			bottom: -glyf.int16(at + 4) / em,
		};
	};
	const inks: (Rect | null)[] = [];
	const ink = (glyph: number): Rect | null => {
		const known = inks[glyph];
		if (known !== undefined) return known;
		const box = inkOf(glyph);
		inks[glyph] = box;
		return box;
	};
	const shares: number[] = [];
	const shareOf = (glyph: number): number => {
		const box = ink(glyph);
		if (box === null) return 0;
		const whole = (box.right - box.left) * (box.bottom - box.top) * em * em;
		return whole > 0 ? Math.min(1, areaOf(glyph, MOST_DEPTH) / whole) : 0;
	};
	return {
		glyphs,
		share: (glyph) => {
			const known = shares[glyph] ?? shareOf(glyph);
			shares[glyph] = known;
			return known;
		},
		width: (glyph) =>
			(hmtx.uint16(4 * Math.min(glyph, metrics - 1)) * 1000) / em,
		ink,
	};
}

const MOST_DEPTH = 4;
/** More than any letter has; a damaged count would take long. */
const MOST_POINTS = 10_000;
const MOST_COMPONENTS = 32;

/** Flags of points and of components: OpenType, "glyf". */
const ON_CURVE = 1;
const REPEATED = 8;
const ARGS_ARE_WORDS = 1;
const HAS_SCALE = 8;
const MORE = 32;
const HAS_TWO_SCALES = 64;
const HAS_MATRIX = 128;

interface OutlinePoint {
	readonly x: number;
	readonly y: number;
	readonly isOn: boolean;
}

/** Every village's subsets have other letters, all from the same fonts. */
const MOST_KNOWN = 2048;
const knownAreas = new Map<
	number,
	{ readonly outline: Uint8Array; readonly area: number }
>();

/** Follows from the bytes of the outline alone, so remembering it is safe. */
function simpleArea(outline: Table): number {
	const { bytes } = outline;
	const key = hashOf(bytes);
	const known = knownAreas.get(key);
	if (known !== undefined && isSame(known.outline, bytes)) return known.area;
	const area = Math.abs(signedArea(outline));
	if (knownAreas.size >= MOST_KNOWN) knownAreas.clear();
	knownAreas.set(key, { outline: bytes.slice(), area });
	return area;
}

/** Holes run against the outline around them. */
function signedArea(glyf: Table): number {
	const contours = glyf.int16(0);
	const ends = Array.from({ length: contours }, (_, i) =>
		glyf.uint16(10 + 2 * i),
	);
	const count = (ends.at(-1) ?? -1) + 1;
	if (count > MOST_POINTS) return 0;
	const instructions = 10 + 2 * contours;
	let read = instructions + 2 + glyf.uint16(instructions);
	const flags: number[] = [];
	while (flags.length < count) {
		const flag = glyf.uint8(read++);
		const times = (flag & REPEATED) === 0 ? 1 : glyf.uint8(read++) + 1;
		for (let i = 0; i < times; i++) flags.push(flag);
	}
	const along = (isByte: number, isSame: number): readonly number[] => {
		let value = 0;
		return flags.slice(0, count).map((flag) => {
			const same = (flag & isSame) !== 0;
			if ((flag & isByte) !== 0) value += (same ? 1 : -1) * glyf.uint8(read++);
			else if (!same) {
				value += glyf.int16(read);
				read += 2;
			}
			return value;
		});
	};
	const xs = along(2, 16);
	const ys = along(4, 32);
	const points = xs.map(
		(x, i): OutlinePoint => ({
			x,
			y: ys[i] ?? 0,
			isOn: ((flags[i] ?? 0) & ON_CURVE) !== 0,
		}),
	);
	return ends.reduce(
		(sum, end, i) =>
			sum + contourArea(points.slice((ends[i - 1] ?? -1) + 1, end + 1)),
		0,
	);
}

const cross = (a: OutlinePoint, b: OutlinePoint): number =>
	(a.x * b.y - b.x * a.y) / 2;

/** Between two points off the curve lies one on it, which fonts leave out. */
function contourArea(points: readonly OutlinePoint[]): number {
	const whole = points.flatMap((point, i): OutlinePoint[] => {
		const next = points[(i + 1) % points.length] ?? point;
		if (point.isOn || next.isOn) return [point];
		const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
		return [point, { ...middle, isOn: true }];
	});
	return whole.reduce((sum, point, i) => {
		const before = whole[(i + whole.length - 1) % whole.length] ?? point;
		const after = whole[(i + 1) % whole.length] ?? point;
		if (point.isOn) return sum + (after.isOn ? cross(point, after) : 0);
		// A parabola fills two thirds of the triangle of its control point.
		const chord = cross(before, after);
		const corner = cross(before, point) + cross(point, after);
		return sum + chord + ((corner - chord) * 2) / 3;
	}, 0);
}

function componentsAt(
	glyf: Table,
	glyph: number,
): readonly { readonly id: number; readonly scale: number }[] {
	const components: { id: number; scale: number }[] = [];
	let at = glyph + 10;
	for (let i = 0; i < MOST_COMPONENTS; i++) {
		const flags = glyf.uint16(at);
		const id = glyf.uint16(at + 2);
		at += 4 + ((flags & ARGS_ARE_WORDS) === 0 ? 2 : 4);
		const part = (n: number): number => glyf.int16(at + 2 * n) / (1 << 14);
		const [scale, size] =
			(flags & HAS_MATRIX) !== 0
				? [part(0) * part(3) - part(1) * part(2), 8]
				: (flags & HAS_TWO_SCALES) !== 0
					? [part(0) * part(1), 4]
					: (flags & HAS_SCALE) !== 0
						? [part(0) * part(0), 2]
						: [1, 0];
		components.push({ id, scale: Math.abs(scale) });
		at += size;
		if ((flags & MORE) === 0) break;
	}
	return components;
}
