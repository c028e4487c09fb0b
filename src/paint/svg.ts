/**
 * Copies a laid-out sheet into SVG, for screens: the same places and outlines
 * as in the PDF. Every letter form is drawn once and used by number. What is
 * drawn for a field says which, in `data-path`.
 */
import { encode } from "fast-png";
import type { OpenTypeface } from "../fonts/open.ts";
import type { FontProgram, OutlineOp } from "../fonts/program.ts";
import { type Ink, RED_RGB } from "../ink.ts";
import {
	type Area,
	type CodeMark,
	type Mark,
	marksOf,
	type PathOp,
	type Picture,
	type PictureMark,
	type Rgb,
	type Run,
	type Shape,
	type Sheet,
} from "../layout/sheet.ts";
import { outlineModules } from "../qr/outline.ts";
import type { Pt } from "../units.ts";

import { factor, place } from "./operators.ts";

export interface SvgSheet {
	readonly width: Pt;
	readonly height: Pt;
	readonly title: string;
	/** Paths of letter forms by their id; in font units, y upwards. */
	readonly glyphs: ReadonlyMap<string, string>;
	readonly pages: readonly SvgPage[];
}

/** One element for each mark, in the order of painting. */
export type SvgPage = readonly string[];

const hex = (rgb: Rgb): string =>
	`#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

const INK: Readonly<Record<Ink, string>> = {
	black: "#000",
	white: "#fff",
	red: hex(RED_RGB),
};

export function drawSvg(sheet: Sheet, typeface: OpenTypeface): SvgSheet {
	const glyphs = new Map<string, string>();
	const element = (mark: Mark): string => {
		switch (mark.kind) {
			case "run":
				return runElement(mark, typeface.program(mark.weight), glyphs);
			case "shape":
				return shapeElement(mark);
			case "code":
				return codeElement(mark);
			case "picture":
				return pictureElement(mark);
		}
	};
	const { width, height, title } = sheet;
	const pages = sheet.pages.map(({ nodes }) =>
		nodes
			.flatMap(marksOf)
			.map(element)
			.filter((text) => text !== ""),
	);
	return { width, height, title, glyphs, pages };
}

/** A page as a file of its own, with the letter forms it uses. */
export function svgFile(sheet: SvgSheet, page: number): string {
	const marks = (sheet.pages[page] ?? []).join("\n");
	const used = new Set(
		[...marks.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id),
	);
	const defs = [...sheet.glyphs]
		.filter(([id]) => used.has(id))
		.map(([id, d]) => glyphElement(id, d));
	const size = `width="${place(sheet.width)}pt" height="${place(sheet.height)}pt"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${place(sheet.width)} ${place(sheet.height)}">`,
		`<title>${escaped(sheet.title)}</title>`,
		`<defs>${defs.join("")}</defs>`,
		`<rect width="100%" height="100%" fill="#fff"/>`,
		marks,
		"</svg>\n",
	].join("\n");
}

export const glyphElement = (id: string, d: string): string =>
	`<path id="${id}" d="${d}"/>`;

const escaped = (text: string): string =>
	text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");

const ofField = (path: string): string =>
	path === "" ? "" : ` data-path="${escaped(path)}"`;

function runElement(
	run: Run,
	program: FontProgram,
	glyphs: Map<string, string>,
): string {
	const { size, tracking, x, baseline } = run;
	const em = program.metrics.unitsPerEm;
	const uses: string[] = [];
	let pen = 0;
	for (const { id, advance, ink } of run.glyphs) {
		if (ink !== null) {
			const name = `g${program.weight}-${id}`;
			if (!glyphs.has(name)) glyphs.set(name, glyphPath(program, id));
			uses.push(`<use href="#${name}" x="${place(pen)}"/>`);
		}
		pen += advance * em + (tracking / size) * em;
	}
	if (uses.length === 0) return "";
	const scale = factor(size / em);
	const down = factor(-size / em);
	return `<g${ofField(run.path)} fill="${INK[run.ink]}" transform="translate(${place(x)} ${place(baseline)}) scale(${scale} ${down})">${uses.join("")}</g>`;
}

/** By font and glyph: the same letters come with every sheet. */
const known = new WeakMap<FontProgram, Map<number, string>>();

function glyphPath(program: FontProgram, id: number): string {
	const paths = known.get(program) ?? new Map<number, string>();
	known.set(program, paths);
	const path = paths.get(id) ?? pathData(program.outline(id));
	paths.set(id, path);
	return path;
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
function codeElement(code: CodeMark): string {
	const d = outlineModules(code.matrix, code.modules)
		.map((corners) => `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`)
		.join("");
	const transform = `translate(${place(code.x)} ${place(code.y)}) scale(${factor(code.module)})`;
	return `<path${ofField(code.path)} fill="#000" transform="${transform}" d="${d}"/>`;
}
