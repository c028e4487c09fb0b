/**
 * Where a page has ink: the marks of its nodes in the order of painting, each
 * with the box of its ink, not of its letters' em squares.
 */
import {
	type CodeMark,
	type Mark,
	marksIn,
	type Page,
	type PictureMark,
	type Run,
	type Shape,
} from "../layout/sheet.ts";
import type { Pt } from "../units.ts";
import { type Near, nearby } from "./bands.ts";
import {
	around,
	flatten,
	grown,
	type Polyline,
	pathBox,
	type Rect,
} from "./geometry.ts";

export interface InkedRun {
	readonly run: Run;
	readonly order: number;
	readonly box: Rect;
	/** One for each glyph that has ink. */
	readonly glyphs: readonly Rect[];
	/** The same for runs that continue each other on one baseline. */
	readonly line: number;
}

export interface InkedShape {
	readonly shape: Shape;
	readonly order: number;
	/** Half of the stroke's width included. */
	readonly box: Rect;
	/** Flattened when first asked for: most shapes never are. */
	readonly lines: () => readonly Polyline[];
}

export interface InkedCode {
	readonly code: CodeMark;
	readonly order: number;
	/** The dark area, without the quiet zone. */
	readonly box: Rect;
}

export interface InkedPicture {
	readonly picture: PictureMark;
	readonly order: number;
	readonly box: Rect;
}

export interface PageInk {
	readonly runs: readonly InkedRun[];
	readonly shapes: readonly InkedShape[];
	readonly codes: readonly InkedCode[];
	readonly pictures: readonly InkedPicture[];
	readonly runsNear: Near<InkedRun>;
	readonly shapesNear: Near<InkedShape>;
}

/** A run goes on where the one before ended, within a rounding error. */
const CONTINUES: Pt = 0.01;

/** Where a run has ink, wherever on its page it comes. */
interface RunInk {
	readonly glyphs: readonly Rect[];
	/** Null where it is all spaces. */
	readonly box: Rect | null;
	/** Where a run that continues it begins. */
	readonly end: Pt;
}

/** Sheets of one notice share most of their marks, and no mark is ever changed. */
const knownRuns = new WeakMap<Run, RunInk>();

function runInk(run: Run): RunInk {
	const known = knownRuns.get(run);
	if (known !== undefined) return known;
	const { size, baseline, tracking } = run;
	const glyphs: Rect[] = [];
	let x = run.x;
	for (const { ink, advance } of run.glyphs) {
		if (ink !== null)
			glyphs.push({
				left: x + ink.left * size,
				top: baseline - ink.top * size,
				right: x + ink.right * size,
				bottom: baseline - ink.bottom * size,
			});
		x += advance * size + tracking;
	}
	const made = { glyphs, box: around(glyphs), end: x };
	knownRuns.set(run, made);
	return made;
}

/** Runs with ink; a run of spaces only carries its line on. */
function inkedRuns(marks: readonly Mark[]): InkedRun[] {
	const runs: InkedRun[] = [];
	let line = -1;
	let pen: { x: Pt; baseline: Pt } | null = null;
	marks.forEach((mark, order) => {
		if (mark.kind !== "run") return;
		const { glyphs, box, end } = runInk(mark);
		const continues =
			pen !== null &&
			Math.abs(pen.x - mark.x) < CONTINUES &&
			Math.abs(pen.baseline - mark.baseline) < CONTINUES;
		if (!continues) line += 1;
		pen = { x: end, baseline: mark.baseline };
		if (box !== null) runs.push({ run: mark, order, box, glyphs, line });
	});
	return runs;
}

type ShapeInk = Pick<InkedShape, "box" | "lines">;
const knownShapes = new WeakMap<Shape, ShapeInk | "nothing">();

/**
 * Half of the width on every side is exact for round joins and for the right
 * angles of frames, the only strokes there are.
 */
function shapeInk(shape: Shape): ShapeInk | "nothing" {
	if (shape.fill === null && shape.stroke === null) return "nothing";
	const path = pathBox(shape.ops);
	if (path === null) return "nothing";
	const box = grown(path, (shape.stroke?.width ?? 0) / 2);
	let lines: readonly Polyline[] | null = null;
	return {
		box,
		lines: () => {
			lines ??= flatten(shape.ops);
			return lines;
		},
	};
}

function inkedShape(shape: Shape, order: number): InkedShape | null {
	const ink = knownShapes.get(shape) ?? shapeInk(shape);
	knownShapes.set(shape, ink);
	return ink === "nothing"
		? null
		: { shape, order, box: ink.box, lines: ink.lines };
}

function inkedCode(code: CodeMark, order: number): InkedCode {
	const side = code.modules * code.module;
	const { x, y } = code;
	return {
		code,
		order,
		box: { left: x, top: y, right: x + side, bottom: y + side },
	};
}

function inkedPicture(picture: PictureMark, order: number): InkedPicture {
	const { x, y, width, height } = picture;
	const box = { left: x, top: y, right: x + width, bottom: y + height };
	return { picture, order, box };
}

export function inkOf(page: Page): PageInk {
	const marks = marksIn(page.nodes);
	const runs = inkedRuns(marks);
	const shapes: InkedShape[] = [];
	const codes: InkedCode[] = [];
	const pictures: InkedPicture[] = [];
	marks.forEach((mark, order) => {
		if (mark.kind === "shape") {
			const inked = inkedShape(mark, order);
			if (inked !== null) shapes.push(inked);
		} else if (mark.kind === "code") codes.push(inkedCode(mark, order));
		else if (mark.kind === "picture") pictures.push(inkedPicture(mark, order));
	});
	return {
		runs,
		shapes,
		codes,
		pictures,
		runsNear: nearby(runs),
		shapesNear: nearby(shapes),
	};
}
