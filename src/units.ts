/** Lengths inside the program are PostScript points; millimetres live at the edges. */
export type Pt = number;

export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export const mm = (value: number): Pt => value * POINTS_PER_MM;

/** Points to millimetres. */
export const toMm = (value: Pt): number => value / POINTS_PER_MM;

export interface Box {
	readonly x: Pt;
	readonly y: Pt;
	readonly width: Pt;
	readonly height: Pt;
}
