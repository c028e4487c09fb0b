/**
 * Copies a laid-out sheet into SVG, for screens: the same places and outlines
 * as in the PDF. A run is one path: a browser takes longest over many elements.
 * What is drawn for a field says which, in `data-path`.
 */
import { encode } from "fast-png";
import type { OpenTypeface } from "../fonts/open.ts";
import type { FontProgram, OutlineOp } from "../fonts/program.ts";
import { byInk, INKS } from "../ink.ts";
import {
	type Area,
	type CodeMark,
	type Mark,
	marksIn,
	type PathOp,
	type Picture,
	type PictureMark,
	type Rgb,
	type Run,
	type Shape,
	type Sheet,
	type Stroke,
} from "../layout/sheet.ts";
import { outlineModules } from "../qr/outline.ts";
import type { Pt } from "../units.ts";

import { factor, place } from "./operators.ts";

export interface SvgSheet {
	readonly width: Pt;
	readonly height: Pt;
	readonly title: string;
	readonly pages: readonly SvgPage[];
}

/** In the order of painting. */
export type SvgPage = readonly SvgMark[];

/** One element: what is drawn, apart from where. */
export interface SvgMark {
	/** The element without its transform. */
	readonly shape: string;
	/** The transform; "" for none. */
	readonly at: string;
}

const hex = (rgb: Rgb): string =>
	`#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

const INK = byInk((ink) => {
	if (ink === "black") return "#000";
	return ink === "white" ? "#fff" : hex(INKS[ink].rgb);
});

export const drawSvg = (sheet: Sheet, typeface: OpenTypeface): SvgSheet =>
	svgPainter(typeface)(sheet);

interface DrawnMark {
	readonly mark: Mark;
	readonly drawn: SvgMark;
}

/**
 * Remembers the sheet it drew last: to write a mark takes far longer than to see
 * that it has the form of one that was there.
 */
export function svgPainter(typeface: OpenTypeface): (sheet: Sheet) => SvgSheet {
	let last: readonly (readonly DrawnMark[])[] = [];
	return ({ width, height, title, pages }) => {
		last = pages.map(({ nodes }, page) => {
			const before = last[page] ?? [];
			const marks = marksIn(nodes);
			// What comes after a mark that is new has the same place from the end.
			const shift = before.length - marks.length;
			return marks.map((mark, i) => ({
				mark,
				drawn:
					redrawn(mark, before[i], typeface) ??
					redrawn(mark, before[i + shift], typeface) ??
					draw(mark, typeface),
			}));
		});
		const shown = last.map((marks) =>
			marks.flatMap(({ drawn }) => (drawn.shape === "" ? [] : [drawn])),
		);
		return { width, height, title, pages: shown };
	};
}

function draw(mark: Mark, typeface: OpenTypeface): SvgMark {
	switch (mark.kind) {
		case "run":
			return runMark(mark, typeface.program(mark.weight));
		case "shape":
			return { shape: shapeElement(mark), at: "" };
		case "code":
			return codeMark(mark);
		case "picture":
			return { shape: pictureElement(mark), at: "" };
	}
}

/** With the form it had, in its own place; null when its form is another. */
function redrawn(
	mark: Mark,
	before: DrawnMark | undefined,
	typeface: OpenTypeface,
): SvgMark | null {
	if (before === undefined || before.drawn.shape === "") return null;
	const { mark: was, drawn } = before;
	if (mark.kind === "run" && was.kind === "run" && isSameRun(mark, was))
		return {
			shape: drawn.shape,
			at: runPlace(mark, typeface.program(mark.weight)),
		};
	if (mark.kind === "shape" && was.kind === "shape" && isSameShape(mark, was))
		return drawn;
	return null;
}

const isSameRun = (a: Run, b: Run): boolean =>
	a.path === b.path &&
	a.weight === b.weight &&
	a.ink === b.ink &&
	a.tracking / a.size === b.tracking / b.size &&
	a.glyphs.length === b.glyphs.length &&
	a.glyphs.every((glyph, i) => {
		const other = b.glyphs[i];
		return (
			glyph === other ||
			(glyph.id === other?.id && glyph.advance === other.advance)
		);
	});

const isSameShape = (a: Shape, b: Shape): boolean =>
	a.fill === b.fill &&
	isSameStroke(a.stroke, b.stroke) &&
	a.ops.length === b.ops.length &&
	a.ops.every((op, i) => isSameOp(op, b.ops[i]));

const isSameStroke = (a: Stroke | null, b: Stroke | null): boolean =>
	a === b ||
	(a !== null &&
		b !== null &&
		a.ink === b.ink &&
		a.width === b.width &&
		a.round === b.round &&
		a.dash?.[0] === b.dash?.[0] &&
		a.dash?.[1] === b.dash?.[1]);

function isSameOp(a: PathOp, b: PathOp | undefined): boolean {
	if (b === undefined || a.op !== b.op) return false;
	if (a.op === "Z" || b.op === "Z") return true;
	if (a.x !== b.x || a.y !== b.y) return false;
	return (
		a.op !== "C" ||
		b.op !== "C" ||
		(a.x1 === b.x1 && a.y1 === b.y1 && a.x2 === b.x2 && a.y2 === b.y2)
	);
}

/** Only paths are put in their place by a transform. */
const elementOf = ({ shape, at }: SvgMark): string =>
	at === "" ? shape : shape.replace("<path", `<path transform="${at}"`);

/** A page as a file of its own. */
export function svgFile(sheet: SvgSheet, page: number): string {
	const size = `width="${place(sheet.width)}pt" height="${place(sheet.height)}pt"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${place(sheet.width)} ${place(sheet.height)}">`,
		`<title>${escaped(sheet.title)}</title>`,
		`<rect width="100%" height="100%" fill="#fff"/>`,
		...(sheet.pages[page] ?? []).map(elementOf),
		"</svg>\n",
	].join("\n");
}

const escaped = (text: string): string =>
	text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");

const ofField = (path: string): string =>
	path === "" ? "" : ` data-path="${escaped(path)}"`;

/** A font's letters stand upright in units of their own. */
function runPlace(
	{ size, x, baseline }: Run,
	{ metrics: { unitsPerEm } }: FontProgram,
): string {
	const scale = factor(size / unitsPerEm);
	const down = factor(-size / unitsPerEm);
	return `translate(${place(x)} ${place(baseline)}) scale(${scale} ${down})`;
}

function runMark(run: Run, program: FontProgram): SvgMark {
	const { size, tracking } = run;
	const em = program.metrics.unitsPerEm;
	let d = "";
	let pen = 0;
	for (const { id, advance, ink } of run.glyphs) {
		if (ink !== null) {
			const { x, y, rest } = letterPath(program, id);
			d += `M${unit(pen + x)} ${unit(y)}${rest}`;
		}
		pen += advance * em + (tracking / size) * em;
	}
	if (d === "") return { shape: "", at: "" };
	return {
		shape: `<path${ofField(run.path)} fill="${INK[run.ink]}" d="${d}"/>`,
		at: runPlace(run, program),
	};
}

/** Where a letter form begins, and the rest of its path from there on. */
interface LetterPath {
	readonly x: number;
	readonly y: number;
	readonly rest: string;
}

/** By font and glyph: the same letters come with every sheet. */
const known = new WeakMap<FontProgram, Map<number, LetterPath>>();

function letterPath(program: FontProgram, id: number): LetterPath {
	const paths = known.get(program) ?? new Map<number, LetterPath>();
	known.set(program, paths);
	const path = paths.get(id) ?? relativePath(program.outline(id));
	paths.set(id, path);
	return path;
}

/** Font units, of which a thousand or more are an em. */
const unit = (value: number): string => String(Math.round(value * 100) / 100);

/** Every place is told from the one before: the letter can stand anywhere. */
function relativePath(ops: readonly OutlineOp[]): LetterPath {
	let at = { x: 0, y: 0 };
	let begin = at;
	const from = (x: number, y: number): string =>
		`${unit(x - at.x)} ${unit(y - at.y)}`;
	const steps = ops.map((op) => {
		if (op.op === "Z") {
			at = begin;
			return "z";
		}
		const places =
			op.op === "C"
				? [from(op.x1, op.y1), from(op.x2, op.y2), from(op.x, op.y)]
				: op.op === "Q"
					? [from(op.x1, op.y1), from(op.x, op.y)]
					: [from(op.x, op.y)];
		at = { x: op.x, y: op.y };
		if (op.op === "M") begin = at;
		return `${op.op.toLowerCase()}${places.join(" ")}`;
	});
	const [first] = ops;
	// A path begins where it is moved to; the pen does that.
	return first?.op === "M"
		? { x: first.x, y: first.y, rest: steps.slice(1).join("") }
		: { x: 0, y: 0, rest: "" };
}

/** The `d` of a path. */
export const pathData = (ops: readonly (PathOp | OutlineOp)[]): string =>
	ops.map(pathStep).join("");

function pathStep(op: PathOp | OutlineOp): string {
	switch (op.op) {
		case "M":
		case "L":
			return `${op.op}${places(op.x, op.y)}`;
		case "Q":
			return `Q${places(op.x1, op.y1, op.x, op.y)}`;
		case "C":
			return `C${places(op.x1, op.y1, op.x2, op.y2, op.x, op.y)}`;
		case "Z":
			return "Z";
	}
}

const places = (...values: readonly number[]): string =>
	values.map(place).join(" ");

/** "" for a shape without a path, or with neither fill nor stroke. */
export function shapeElement({ ops, fill, stroke }: Shape): string {
	if (ops.length === 0 || (fill === null && stroke === null)) return "";
	const attributes = [
		`d="${pathData(ops)}"`,
		`fill="${fill === null ? "none" : INK[fill]}"`,
	];
	if (stroke !== null) {
		const { ink, width, round, dash } = stroke;
		attributes.push(`stroke="${INK[ink]}" stroke-width="${place(width)}"`);
		if (round)
			attributes.push('stroke-linecap="round" stroke-linejoin="round"');
		// PDF's limit for mitres; SVG has another.
		else attributes.push('stroke-miterlimit="10"');
		if (dash !== null)
			attributes.push(`stroke-dasharray="${dash.map(place).join(" ")}"`);
	}
	return `<path ${attributes.join(" ")}/>`;
}

/** A frame of its own: what lies outside of it is not shown. */
function pictureElement(mark: PictureMark): string {
	const { x, y, width, height, picture, path } = mark;
	const where = `${ofField(path)} x="${place(x)}" y="${place(y)}" width="${place(width)}" height="${place(height)}"`;
	if (picture.kind === "pixels")
		return `<image${where} preserveAspectRatio="none" href="${pngAddress(picture)}"/>`;
	const areas = picture.areas.map(areaElement).join("");
	return `<svg${where} viewBox="0 0 ${place(picture.width)} ${place(picture.height)}" preserveAspectRatio="none">${areas}</svg>`;
}

function areaElement({ ops, fill, evenOdd, stroke }: Area): string {
	const attributes = [
		`d="${pathData(ops)}"`,
		`fill="${fill === null ? "none" : hex(fill)}"`,
	];
	if (evenOdd) attributes.push('fill-rule="evenodd"');
	if (stroke !== null) {
		attributes.push(
			`stroke="${hex(stroke.rgb)}" stroke-width="${place(stroke.width)}"`,
		);
		if (stroke.round)
			attributes.push('stroke-linecap="round" stroke-linejoin="round"');
	}
	return `<path ${attributes.join(" ")}/>`;
}

type Pixels = Extract<Picture, { kind: "pixels" }>;

/** Encoded once: the same picture comes with every sheet. */
const addresses = new WeakMap<Pixels, string>();

function pngAddress(picture: Pixels): string {
	const known = addresses.get(picture);
	if (known !== undefined) return known;
	const { width, height, rgb } = picture;
	const png = encode({ width, height, data: rgb, channels: 3, depth: 8 });
	let binary = "";
	for (const byte of png) binary += String.fromCharCode(byte);
	const address = `data:image/png;base64,${btoa(binary)}`;
	addresses.set(picture, address);
	return address;
}

/** The dark modules as one path, in module units. */
function codeMark(code: CodeMark): SvgMark {
	const d = outlineModules(code.matrix, code.modules)
		.map((corners) => `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`)
		.join("");
	return {
		shape: `<path${ofField(code.path)} fill="#000" d="${d}"/>`,
		at: `translate(${place(code.x)} ${place(code.y)}) scale(${factor(code.module)})`,
	};
}
