/** A picture that a notice brings along: pixels, or areas in colours of their own. */
import type { PathOp } from "../path.ts";

/** Red, green, blue: 0 to 255. */
export type Rgb = readonly [number, number, number];

export interface Pixels {
	readonly kind: "pixels";
	readonly width: number;
	readonly height: number;
	/** Red, green, blue of each pixel, row by row; what was clear is white. */
	readonly rgb: Uint8Array;
}

export interface Area {
	/** In the units of the drawing. */
	readonly ops: readonly PathOp[];
	readonly fill: Rgb | null;
	/** How what lies inside is told: by crossings or by winding. */
	readonly evenOdd: boolean;
	readonly stroke: {
		readonly rgb: Rgb;
		readonly width: number;
		/** Round caps and joins, or square corners. */
		readonly round: boolean;
	} | null;
}

export interface Drawing {
	readonly kind: "drawing";
	/** Its own units; y downwards, origin at the top left. */
	readonly width: number;
	readonly height: number;
	readonly areas: readonly Area[];
}

export type Picture = Pixels | Drawing;

/** The issuer's own picture. */
export interface Logo {
	readonly path: string;
	/** As the notice names it, from the notice's folder. */
	readonly file: string;
	/** null until whoever may read files has read it. */
	readonly picture: Picture | null;
}
