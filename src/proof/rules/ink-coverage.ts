import { diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import { byInk, INKS, type Ink } from "../../ink.ts";
import type { CodeMark, Run, Shape, Sheet } from "../../layout/sheet.ts";
import type { Rgb } from "../../model/picture.ts";
import type { Pt } from "../../units.ts";
import { mostStroked, Plate, strokeAreas } from "../coverage.ts";
import { darkness } from "../darkness.ts";
import { areaOf, flatten, type Polyline, signedArea } from "../geometry.ts";
import {
	type InkedPicture,
	type InkedRun,
	type InkedShape,
	inkOf,
	type PageInk,
} from "../ink.ts";
import type { Proofed, Rule } from "../rule.ts";

const darkOf = ([r, g, b]: Rgb): number => darkness(r / 255, g / 255, b / 255);

const DARKNESS = byInk((ink) => (ink === "white" ? 0 : darkOf(INKS[ink].rgb)));

/** Each letter's box, and how much of it is inked. */
function lettersOf({ run, glyphs }: InkedRun, typeface: Typeface) {
	const { inkShare } = typeface.face(run.weight);
	const inked = run.glyphs.filter(({ ink }) => ink !== null);
	return glyphs.map((box, i) => ({ box, share: inkShare(inked[i]?.id ?? 0) }));
}

function inkRun(plate: Plate, inked: InkedRun, typeface: Typeface): void {
	for (const { box, share } of lettersOf(inked, typeface))
		plate.patch(box, share, DARKNESS[inked.run.ink]);
}

function inkShape(plate: Plate, { shape, box, lines }: InkedShape): void {
	const { fill, stroke } = shape;
	if (fill !== null) plate.fill(lines(), DARKNESS[fill], box);
	if (stroke === null) return;
	const [dash, gap] = stroke.dash ?? [1, 0];
	const areas = strokeAreas(lines(), stroke.width);
	plate.fill(areas, (DARKNESS[stroke.ink] * dash) / (dash + gap), box);
}

function inkPicture(plate: Plate, { picture: mark, box }: InkedPicture): void {
	const { picture, x, y, width, height } = mark;
	if (picture.kind === "pixels") {
		const { rgb } = picture;
		let sum = 0;
		for (let at = 0; at < rgb.length; at += 3)
			sum += darkOf([rgb[at] ?? 255, rgb[at + 1] ?? 255, rgb[at + 2] ?? 255]);
		plate.patch(box, 1, sum / (rgb.length / 3));
		return;
	}
	const [across, down] = [width / picture.width, height / picture.height];
	const placed = (lines: readonly Polyline[]): readonly Polyline[] =>
		lines.map(({ points, closed }) => ({
			closed,
			points: points.map((at) => ({
				x: x + at.x * across,
				y: y + at.y * down,
			})),
		}));
	for (const { ops, fill, stroke } of picture.areas) {
		const lines = flatten(ops);
		if (fill !== null) plate.fill(placed(lines), darkOf(fill), box);
		if (stroke !== null)
			plate.fill(
				placed(strokeAreas(lines, stroke.width)),
				darkOf(stroke.rgb),
				box,
			);
	}
}

const darkShare = ({ matrix }: CodeMark): number =>
	matrix.reduce((sum, module) => sum + module, 0) / matrix.length;

/** Holes run against the outline around them. */
const enclosed = (lines: readonly Polyline[]): number =>
	Math.abs(lines.reduce((sum, line) => sum + signedArea(line), 0));

/** Sheets of one notice share most of their marks, and no mark is ever changed. */
const knownRuns = new WeakMap<Typeface, WeakMap<Run, number>>();
const knownShapes = new WeakMap<Shape, number>();

/** In square points of solid black. */
function mostInkOfRun(
	inked: InkedRun,
	known: WeakMap<Run, number>,
	typeface: Typeface,
): number {
	const { run } = inked;
	const dark = DARKNESS[run.ink];
	if (dark === 0) return 0;
	const before = known.get(run);
	if (before !== undefined) return before;
	let ink = 0;
	for (const { box, share } of lettersOf(inked, typeface))
		ink += areaOf(box) * share * dark;
	known.set(run, ink);
	return ink;
}

function mostInkOfShape({ shape, lines }: InkedShape): number {
	const before = knownShapes.get(shape);
	if (before !== undefined) return before;
	const { fill, stroke } = shape;
	let ink = 0;
	if (fill !== null && DARKNESS[fill] !== 0)
		ink += enclosed(lines()) * DARKNESS[fill];
	if (stroke !== null && DARKNESS[stroke.ink] !== 0)
		ink += mostStroked(lines(), stroke.width) * DARKNESS[stroke.ink];
	knownShapes.set(shape, ink);
	return ink;
}

/** As if nothing lay on anything: never less than it is, and soon added up. */
function mostCoverage({ page, sheet, typeface }: Proofed): number {
	const known = knownRuns.get(typeface) ?? new WeakMap<Run, number>();
	knownRuns.set(typeface, known);
	let ink = 0;
	for (const inked of page.runs) ink += mostInkOfRun(inked, known, typeface);
	for (const inked of page.shapes) ink += mostInkOfShape(inked);
	for (const { box, code } of page.codes) ink += areaOf(box) * darkShare(code);
	for (const { box } of page.pictures) ink += areaOf(box);
	return ink / (sheet.width * sheet.height);
}

/** A mark, and what puts it on a plate. */
interface Inking {
	readonly mark: object;
	readonly order: number;
	readonly ink: (plate: Plate) => void;
}

/** A page counted before. */
interface Counted {
	readonly marks: readonly object[];
	readonly width: Pt;
	readonly height: Pt;
	readonly share: number;
}

/** The second pages of villages are alike to the last mark, and counting takes longer than all other rules. */
const MOST_COUNTED = 4;
const known = new WeakMap<Typeface, readonly Counted[]>();

/** In the order of painting, for what lies under white is white. */
function coverageOf({
	page,
	sheet: { width, height },
	typeface,
}: Pick<Proofed, "page" | "sheet" | "typeface">): number {
	const inkings: Inking[] = [
		...page.runs.map((run) => ({
			mark: run.run,
			order: run.order,
			ink: (plate: Plate) => inkRun(plate, run, typeface),
		})),
		...page.shapes.map((shape) => ({
			mark: shape.shape,
			order: shape.order,
			ink: (plate: Plate) => inkShape(plate, shape),
		})),
		...page.pictures.map((picture) => ({
			mark: picture.picture,
			order: picture.order,
			ink: (plate: Plate) => inkPicture(plate, picture),
		})),
		...page.codes.map(({ order, box, code }) => ({
			mark: code,
			order,
			ink: (plate: Plate) => plate.patch(box, darkShare(code), 1),
		})),
	].sort((a, b) => a.order - b.order);
	const before = known.get(typeface) ?? [];
	const same = before.find(
		(one) =>
			one.width === width &&
			one.height === height &&
			one.marks.length === inkings.length &&
			inkings.every(({ mark }, i) => one.marks[i] === mark),
	);
	if (same !== undefined) return same.share;
	const plate = new Plate(width, height);
	for (const { ink } of inkings) ink(plate);
	const marks = inkings.map(({ mark }) => mark);
	const counted = { marks, width, height, share: plate.share() };
	known.set(typeface, [counted, ...before].slice(0, MOST_COUNTED));
	return counted.share;
}

/** Of all its pages together. */
export const sheetCoverage = (sheet: Sheet, typeface: Typeface): number =>
	sheet.pages.reduce(
		(sum, page) => sum + coverageOf({ page: inkOf(page), sheet, typeface }),
		0,
	) / sheet.pages.length;

const isColour = (ink: Ink | null | undefined): boolean =>
	ink != null && ink !== "black" && ink !== "white";

/** Where nothing is coloured, black is the only ink. */
const isColoured = ({ runs, shapes }: PageInk): boolean =>
	runs.some(({ run }) => isColour(run.ink)) ||
	shapes.some(
		({ shape }) => isColour(shape.fill) || isColour(shape.stroke?.ink),
	);

export const inkCoverage: Rule = (proofed) => {
	const { page, format } = proofed;
	const most = format.coverage[isColoured(page) ? "full" : "saver"];
	if (mostCoverage(proofed) <= most) return [];
	const share = coverageOf(proofed);
	return share <= most
		? []
		: [
				diagnostic("error", "proof/ink-coverage", "title", {
					percent: Math.ceil(share * 100),
					most: Math.round(most * 100),
				}),
			];
};
