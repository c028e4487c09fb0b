/** Chooses how an address becomes a code: level and modules for the space there is. */
import type { Format } from "../formats/formats.ts";
import { encodeQr, type QrMatrix, QUIET_ZONE } from "../qr/encode.ts";
import type { Pt } from "../units.ts";

export interface SizedCode {
	readonly matrix: QrMatrix;
	readonly level: "M" | "Q";
	/** Least and wished-for side, without the quiet zone. */
	readonly least: Pt;
	readonly target: Pt;
}

/** A sheet has three codes at most, but tries them at many sizes. */
const MOST_KEPT = 16;
const kept = new Map<string, QrMatrix>();

function encoded(url: string, level: "M" | "Q"): QrMatrix {
	const key = `${level} ${url}`;
	const known = kept.get(key);
	if (known !== undefined) return known;
	const matrix = encodeQr(url, level);
	if (kept.size >= MOST_KEPT) kept.clear();
	kept.set(key, matrix);
	return matrix;
}

/** Clear paper around a code of this module width. */
export const quietZone = (module: Pt): Pt => QUIET_ZONE * module;

/**
 * Level Q where its modules still reach the floor within `most`, for glare and
 * copies; else M. Null when even M would need modules under the floor.
 */
export function sizeCode(
	url: string,
	format: Format,
	most: Pt,
): SizedCode | null {
	for (const level of ["Q", "M"] as const) {
		const matrix = encoded(url, level);
		const least = Math.max(format.codeSide, matrix.size * format.module.floor);
		if (least <= most + 1e-6)
			return {
				matrix,
				level,
				least,
				target: Math.max(least, matrix.size * format.module.target),
			};
	}
	return null;
}
