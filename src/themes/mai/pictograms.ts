/**
 * Own drawings on a grid of 48 units: solid shapes from which others are cut, or,
 * to save ink, their outlines.
 */
import type { Ink } from "../../ink.ts";
import { stroked } from "../../layout/shapes.ts";
import type { PathOp, Shape } from "../../layout/sheet.ts";
import type { IconName } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { pathOf, scaled } from "./path.ts";

const GRID = 48;

type Stroke =
	/** `halo` clears the ground around it first. */
	| { readonly kind: "fill"; readonly d: string; readonly halo: number }
	| { readonly kind: "hole"; readonly d: string }
	| { readonly kind: "line"; readonly d: string; readonly width: number }
	| { readonly kind: "cut"; readonly d: string; readonly width: number };

const fill = (d: string, halo = 0): Stroke => ({ kind: "fill", d, halo });
const hole = (d: string): Stroke => ({ kind: "hole", d });
const line = (d: string, width: number): Stroke => ({ kind: "line", d, width });
const cut = (d: string, width: number): Stroke => ({ kind: "cut", d, width });

/** The theme's own, besides those an author may name. */
type OwnName = "megaphone" | "farmer" | "elder" | "youth" | "accounts";
export type DrawingName = IconName | OwnName;

const DRAWINGS: { readonly [N in DrawingName]: readonly Stroke[] } = {
	home: [
		fill("M21 4L41 21.5L36 21.5L36 43L6 43L6 21.5L1 21.5Z"),
		fill(
			"M27 17L42 17C44.21 17 46 18.79 46 21L46 43C46 45.21 44.21 47 42 47L27 47C24.79 47 23 45.21 23 43L23 21C23 18.79 24.79 17 27 17Z",
			2.4,
		),
		hole("M26.5 21.5L42.5 21.5L42.5 39.5L26.5 39.5Z"),
		line("M30 30.5L33.5 34L39.5 27", 3),
		hole(
			"M33 43.3C33 42.47 33.67 41.8 34.5 41.8C35.33 41.8 36 42.47 36 43.3C36 44.13 35.33 44.8 34.5 44.8C33.67 44.8 33 44.13 33 43.3Z",
		),
	],
	desk: [
		fill(
			"M16.8 17.5C16.8 14.93 18.17 12.55 20.4 11.26C22.63 9.98 25.37 9.98 27.6 11.26C29.83 12.55 31.2 14.93 31.2 17.5C31.2 20.07 29.83 22.45 27.6 23.74C25.37 25.02 22.63 25.02 20.4 23.74C18.17 22.45 16.8 20.07 16.8 17.5Z",
		),
		fill(
			"M11 9C13 4 20 2 24 2C28 2 35 4 37 9L34 13.5C32 17.5 16 17.5 14 13.5Z",
			1.4,
		),
		cut("M14.5 12.2C18 10.4 30 10.4 33.5 12.2", 1.3),
		fill("M9 32C9 27.5 13 25.8 18 25.6L24 30.5L30 25.6C35 25.8 39 27.5 39 32Z"),
		fill("M2 34L46 34L46 38.5L43.5 38.5L43.5 46L4.5 46L4.5 38.5L2 38.5Z"),
		hole("M18 38.5L30 38.5L30 42L18 42Z"),
	],
	phone: [
		fill(
			"M15 2L33 2C35.21 2 37 3.79 37 6L37 42C37 44.21 35.21 46 33 46L15 46C12.79 46 11 44.21 11 42L11 6C11 3.79 12.79 2 15 2Z",
		),
		hole("M14.5 8L33.5 8L33.5 38L14.5 38Z"),
		hole(
			"M22.3 42C22.3 41.39 22.62 40.83 23.15 40.53C23.68 40.22 24.32 40.22 24.85 40.53C25.38 40.83 25.7 41.39 25.7 42C25.7 42.61 25.38 43.17 24.85 43.47C24.32 43.78 23.68 43.78 23.15 43.47C22.62 43.17 22.3 42.61 22.3 42Z",
		),
		fill(
			"M19.8 17C19.8 15.5 20.6 14.11 21.9 13.36C23.2 12.61 24.8 12.61 26.1 13.36C27.4 14.11 28.2 15.5 28.2 17C28.2 18.5 27.4 19.89 26.1 20.64C24.8 21.39 23.2 21.39 21.9 20.64C20.6 19.89 19.8 18.5 19.8 17Z",
		),
		fill(
			"M16.5 30C16.5 25 19.5 23 24 23C28.5 23 31.5 25 31.5 30L31.5 31L16.5 31Z",
		),
		line("M17 35L31 35", 1.8),
	],
	idcard: [
		fill(
			"M5 9L43 9C44.66 9 46 10.34 46 12L46 36C46 37.66 44.66 39 43 39L5 39C3.34 39 2 37.66 2 36L2 12C2 10.34 3.34 9 5 9Z",
		),
		hole(
			"M10 20C10 17.79 11.79 16 14 16C16.21 16 18 17.79 18 20C18 22.21 16.21 24 14 24C11.79 24 10 22.21 10 20Z",
		),
		hole("M7.5 33C7.5 28 10 26 14 26C18 26 20.5 28 20.5 33Z"),
		cut("M25 18L41 18M25 25L41 25M25 32L35 32", 2.6),
	],
	link: [
		line(
			"M20 30L14 36C10.87 37.97 6.79 37.48 4.22 34.82C1.66 32.15 1.31 28.05 3.4 25L11 17.4C14.04 14.37 18.96 14.37 22 17.4",
			4.6,
		),
		line(
			"M28 18L34 12C37.13 10.03 41.21 10.52 43.78 13.18C46.34 15.85 46.69 19.95 44.6 23L37 30.6C33.96 33.63 29.04 33.63 26 30.6",
			4.6,
		),
		line("M18 30L30 18", 4.6),
	],
	login: [
		fill(
			"M9 2L27 2C29.21 2 31 3.79 31 6L31 42C31 44.21 29.21 46 27 46L9 46C6.79 46 5 44.21 5 42L5 6C5 3.79 6.79 2 9 2Z",
		),
		hole("M8.5 8L27.5 8L27.5 38L8.5 38Z"),
		hole(
			"M16.3 42C16.3 41.39 16.62 40.83 17.15 40.53C17.68 40.22 18.32 40.22 18.85 40.53C19.38 40.83 19.7 41.39 19.7 42C19.7 42.61 19.38 43.17 18.85 43.47C18.32 43.78 17.68 43.78 17.15 43.47C16.62 43.17 16.3 42.61 16.3 42Z",
		),
		line("M46 23L20 23", 4.4),
		line("M26 15L18 23L26 31", 4.4),
	],
	warn: [
		fill(
			"M24 3.5C25.2 3.5 26.2 4 26.9 5.2L46 39.5C47.3 42 45.8 44.5 43 44.5L5 44.5C2.2 44.5 0.7 42 2 39.5L21.1 5.2C21.8 4 22.8 3.5 24 3.5Z",
		),
		cut("M24 16L24 28.5", 5),
		hole(
			"M21.1 36.6C21.1 35.56 21.65 34.61 22.55 34.09C23.45 33.57 24.55 33.57 25.45 34.09C26.35 34.61 26.9 35.56 26.9 36.6C26.9 37.64 26.35 38.59 25.45 39.11C24.55 39.63 23.45 39.63 22.55 39.11C21.65 38.59 21.1 37.64 21.1 36.6Z",
		),
	],
	shield: [
		fill("M24 2L43 8.5L43 22C43 33.5 35 42 24 46.5C13 42 5 33.5 5 22L5 8.5Z"),
		cut("M14.5 23.5L21.5 30.5L34 17", 5),
	],
	call: [
		fill(
			"M12 3L18.5 4.5L21 15L15.5 19.5C18 25.5 22.5 30 28.5 32.5L33 27L43.5 29.5L45 36C45 41.5 41.5 45 36 45C18.5 43.5 4.5 29.5 3 12C3 6.5 6.5 3 12 3Z",
		),
	],
	bolt: [fill("M28 2L8 27L21 27L18 46L40 19L26 19Z")],
	pin: [
		fill(
			"M24 2C34 2 41 9.2 41 18.6C41 30 28 42 24 46.5C20 42 7 30 7 18.6C7 9.2 14 2 24 2Z",
		),
		hole(
			"M17.5 18.5C17.5 14.91 20.41 12 24 12C27.59 12 30.5 14.91 30.5 18.5C30.5 22.09 27.59 25 24 25C20.41 25 17.5 22.09 17.5 18.5Z",
		),
	],
	clock: [
		line(
			"M4 24C4 12.95 12.95 4 24 4C35.05 4 44 12.95 44 24C44 35.05 35.05 44 24 44C12.95 44 4 35.05 4 24Z",
			4.5,
		),
		line("M24 12L24 24L32.5 30", 4.5),
	],
	doc: [
		fill("M9 2L29 2L40 13L40 46L9 46Z"),
		cut("M16 20L33 20M16 27L33 27M16 34L27 34", 2.8),
		cut("M28.5 3.5L28.5 13.5L39 13.5", 2),
	],
	family: [
		fill("M1 46L1 38C1 31 7 27.5 14.5 27.5C22 27.5 28 31 28 38L28 46Z"),
		fill(
			"M7 15C7 10.86 10.36 7.5 14.5 7.5C18.64 7.5 22 10.86 22 15C22 19.14 18.64 22.5 14.5 22.5C10.36 22.5 7 19.14 7 15Z",
		),
		fill(
			"M22 46L22 41C22 35.5 27.5 32 34.5 32C41.5 32 47 35.5 47 41L47 46Z",
			1.8,
		),
		fill(
			"M28.5 21C28.5 17.69 31.19 15 34.5 15C37.81 15 40.5 17.69 40.5 21C40.5 24.31 37.81 27 34.5 27C31.19 27 28.5 24.31 28.5 21Z",
			1.8,
		),
	],
	check: [line("M6 25L18 37L42 11", 7)],
	cross: [line("M10 10L38 38M38 10L10 38", 7)],
	scissors: [
		line(
			"M4 13C4 9.69 6.69 7 10 7C13.31 7 16 9.69 16 13C16 16.31 13.31 19 10 19C6.69 19 4 16.31 4 13Z",
			3.2,
		),
		line(
			"M4 35C4 31.69 6.69 29 10 29C13.31 29 16 31.69 16 35C16 38.31 13.31 41 10 41C6.69 41 4 38.31 4 35Z",
			3.2,
		),
		line("M15 16.5L45 36M15 31.5L45 12", 3.2),
	],
	megaphone: [
		fill("M16 17L38 5L38 43L16 31Z"),
		fill("M38 3L42 3C43.1 3 44 3.9 44 5L44 43C44 44.1 43.1 45 42 45L38 45Z"),
		fill(
			"M7 17L14 17L14 31L7 31C5.34 31 4 29.66 4 28L4 20C4 18.34 5.34 17 7 17Z",
		),
		fill(
			"M10 33L18 33L21 43C21.15 43.73 20.97 44.48 20.5 45.06C20.04 45.64 19.34 45.99 18.6 46L15.4 46C14.23 45.98 13.23 45.15 13 44Z",
		),
	],
	farmer: [
		fill("M6 48L6 43C6 34 14 30 24 30C34 30 42 34 42 43L42 48Z"),
		fill(
			"M15 22C15 17.03 19.03 13 24 13C28.97 13 33 17.03 33 22C33 26.97 28.97 31 24 31C19.03 31 15 26.97 15 22Z",
		),
		fill(
			"M24 2C25 2 25.6 2.4 26.4 3.2L46 19.2C47 20.2 46.4 21.6 45 21.6L3 21.6C1.6 21.6 1 20.2 2 19.2L21.6 3.2C22.4 2.4 23 2 24 2Z",
			1.6,
		),
	],
	elder: [
		fill("M6 48L6 43C6 34 14 30 24 30C34 30 42 34 42 43L42 48Z"),
		fill(
			"M13 17C13 10.92 17.92 6 24 6C30.08 6 35 10.92 35 17C35 23.08 30.08 28 24 28C17.92 28 13 23.08 13 17Z",
		),
		cut(
			"M15 17C15 18.29 15.69 19.47 16.8 20.12C17.91 20.76 19.29 20.76 20.4 20.12C21.51 19.47 22.2 18.29 22.2 17C22.2 15.71 21.51 14.53 20.4 13.88C19.29 13.24 17.91 13.24 16.8 13.88C15.69 14.53 15 15.71 15 17M25.8 17C25.8 18.29 26.49 19.47 27.6 20.12C28.71 20.76 30.09 20.76 31.2 20.12C32.31 19.47 33 18.29 33 17C33 15.71 32.31 14.53 31.2 13.88C30.09 13.24 28.71 13.24 27.6 13.88C26.49 14.53 25.8 15.71 25.8 17M22.2 16.4L25.8 16.4",
			1.6,
		),
		hole("M24 31L19.5 30.4L24 38L28.5 30.4Z"),
	],
	youth: [
		fill("M6 48L6 43C6 34 14 30 24 30C34 30 42 34 42 43L42 48Z"),
		fill(
			"M13 17C13 10.92 17.92 6 24 6C30.08 6 35 10.92 35 17C35 23.08 30.08 28 24 28C17.92 28 13 23.08 13 17Z",
		),
		fill(
			"M30 33L40 33C41.1 33 42 33.9 42 35L42 48L28 48L28 35C28 33.9 28.9 33 30 33Z",
			1.8,
		),
		hole("M31.5 37L38.5 37L38.5 45L31.5 45Z"),
	],
	accounts: [
		fill(
			"M4 6L18 6C19.38 6 20.5 7.12 20.5 8.5L20.5 41C20.5 42.38 19.38 43.5 18 43.5L4 43.5C2.62 43.5 1.5 42.38 1.5 41L1.5 8.5C1.5 7.12 2.62 6 4 6Z",
		),
		cut("M6 14L16 14M6 20L16 20M6 26L16 26M6 32L12 32", 2.2),
		line(
			"M30 7.5L44 7.5C44.83 7.5 45.5 8.17 45.5 9L45.5 40.5C45.5 41.33 44.83 42 44 42L30 42C29.17 42 28.5 41.33 28.5 40.5L28.5 9C28.5 8.17 29.17 7.5 30 7.5Z",
			2.6,
		),
		line("M33 20L41 29M41 20L33 29", 2.8),
	],
};

/** What a drawing is made of. */
export interface Tone {
	readonly ink: Ink;
	readonly ground: Ink;
	readonly outlined: boolean;
}

const OUTLINE = 2.2;
const MOST_LINE = 3.4;
const MOST_CUT = 2.6;

export function pictogram(
	name: DrawingName,
	x: Pt,
	y: Pt,
	size: Pt,
	{ ink, ground, outlined }: Tone,
): Shape[] {
	const k = size / GRID;
	const round = { round: true };
	const shapesOf = (stroke: Stroke): Shape[] => {
		const ops = scaled(pathOf(stroke.d), x, y, k);
		switch (stroke.kind) {
			case "fill":
				return outlined
					? [both(ops, ground, ink, OUTLINE * k)]
					: stroke.halo > 0
						? [both(ops, ground, ground, 2 * stroke.halo * k), solid(ops, ink)]
						: [solid(ops, ink)];
			case "hole":
				return [
					outlined ? both(ops, ground, ink, OUTLINE * k) : solid(ops, ground),
				];
			case "line": {
				const width = outlined
					? Math.min(stroke.width, MOST_LINE)
					: stroke.width;
				return [stroked(ops, ink, width * k, round)];
			}
			case "cut":
				return outlined
					? [stroked(ops, ink, Math.min(stroke.width, MOST_CUT) * k, round)]
					: [stroked(ops, ground, stroke.width * k, round)];
		}
	};
	return DRAWINGS[name].flatMap(shapesOf);
}

const solid = (ops: readonly PathOp[], ink: Ink): Shape => ({
	kind: "shape",
	ops,
	fill: ink,
	stroke: null,
});

const both = (
	ops: readonly PathOp[],
	inside: Ink,
	edge: Ink,
	width: Pt,
): Shape => ({
	kind: "shape",
	ops,
	fill: inside,
	stroke: { ink: edge, width, round: true, dash: null },
});
