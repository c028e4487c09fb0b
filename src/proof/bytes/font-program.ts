/**
 * An embedded TrueType program, as far as a proof needs it: how wide each glyph
 * is and where its ink. Read apart from fonts/, so that one slip there is not
 * excused here. Never throws.
 */
import { latin1 } from "../../pdf-reader/values.ts";
import type { Rect } from "../geometry.ts";

export interface FontProgram {
	readonly glyphs: number;
	/** In thousandths of an em. */
	readonly width: (glyph: number) => number;
	/** In em, y downwards from the baseline; null for a glyph without ink. */
	readonly ink: (glyph: number) => Rect | null;
}

/** Numbers of a table; 0 beyond its end, as no table's end is to be trusted. */
class Table {
	readonly #view: DataView;

	constructor(bytes: Uint8Array, offset: number, length: number) {
		const start = Math.min(offset, bytes.length);
		const size = Math.min(length, bytes.length - start);
		this.#view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
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

/** null for what is no TrueType font with outlines. */
export function readFontProgram(bytes: Uint8Array): FontProgram | null {
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
	return {
		glyphs,
		width: (glyph) =>
			(hmtx.uint16(4 * Math.min(glyph, metrics - 1)) * 1000) / em,
		ink: (glyph) => {
			const at = offset(glyph);
			if (glyph >= glyphs || offset(glyph + 1) <= at) return null;
			return {
				left: glyf.int16(at + 2) / em,
				top: -glyf.int16(at + 8) / em,
				right: glyf.int16(at + 6) / em,
				bottom: -glyf.int16(at + 4) / em,
			};
		},
	};
}
