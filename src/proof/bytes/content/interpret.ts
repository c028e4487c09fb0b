/** Carries out a page's operators on no device, and keeps what was painted. */
import type { PathOp } from "../../../layout/sheet.ts";
import type { PdfFile } from "../../../pdf-reader/open-pdf.ts";
import {
	asDict,
	asKind,
	asName,
	asNumber,
	itemsOf,
	type PdfDict,
	type PdfStream,
	type PdfValue,
} from "../../../pdf-reader/values.ts";
import { around, grown, pathBox, type Rect, TOUCH } from "../../geometry.ts";
import { type PdfFont, readFont } from "../pdf-font.ts";
import { BLACK, type Colour } from "./colour.ts";
import { filledForm } from "./filled-form.ts";
import {
	apply,
	heightScaleOf,
	IDENTITY,
	type Matrix,
	matrixFrom,
	scaleOf,
	times,
} from "./matrix.ts";
import { type Operator, operatorsOf } from "./operators.ts";
import { type Outline, outlineOf, PathBuilder } from "./outline.ts";
import type {
	ContentFault,
	Marked,
	PageContent,
	PageMark,
	ShownGlyph,
} from "./page-content.ts";

/** Forms inside forms. */
const MOST_FORMS = 8;
const MOST_STATES = 256;
/** Text that is there to be searched, not seen. */
const INVISIBLE = new Set([3, 7]);

/** Changed in place, and copied when it is saved: it changes with every other operator. */
interface State {
	/** What may be painted on; null for everything. */
	clip: Rect | null;
	ctm: Matrix;
	fill: Colour;
	stroke: Colour;
	lineWidth: number;
	/** 0: lines end where they end. */
	cap: number;
	dashed: number;
	font: PdfFont | null;
	size: number;
	letterSpace: number;
	wordSpace: number;
	stretch: number;
	leading: number;
	rise: number;
	mode: number;
}

const START: Readonly<Omit<State, "ctm">> = {
	clip: null,
	fill: BLACK,
	stroke: BLACK,
	lineWidth: 1,
	cap: 0,
	dashed: 1,
	font: null,
	size: 0,
	letterSpace: 0,
	wordSpace: 0,
	stretch: 1,
	leading: 0,
	rise: 0,
	mode: 0,
};

const SPACES: Readonly<Record<string, Colour["space"]>> = {
	DeviceGray: "gray",
	CalGray: "gray",
	G: "gray",
	DeviceRGB: "rgb",
	CalRGB: "rgb",
	RGB: "rgb",
	DeviceCMYK: "cmyk",
	CMYK: "cmyk",
};
const BY_PARTS: Readonly<Record<number, Colour["space"]>> = {
	1: "gray",
	3: "rgb",
	4: "cmyk",
};

/** Operators that change nothing a proof looks at. */
const IGNORED = new Set([
	..."jMi".split(""),
	"ri",
	"gs",
	"MP",
	"DP",
	"BX",
	"EX",
	"d0",
	"d1",
]);

const NONE: readonly number[] = [];

const isNumbers = (
	operands: readonly PdfValue[],
): operands is readonly number[] => {
	for (const value of operands) if (typeof value !== "number") return false;
	return true;
};

/** By hand: it runs for every operator of every page. */
function numbersIn(operands: readonly PdfValue[]): readonly number[] {
	if (operands.length === 0) return NONE;
	if (isNumbers(operands)) return operands;
	const numbers: number[] = [];
	for (const value of operands)
		if (typeof value === "number") numbers.push(value);
	return numbers;
}

/** A glyph's ink, whose own axis points upwards, where a matrix puts it. */
function movedBox({ left, top, right, bottom }: Rect, m: Matrix): Rect {
	const [low, high] = [-bottom, -top];
	const x = m[0] * left + m[2] * low + m[4];
	const y = m[1] * left + m[3] * low + m[5];
	const [ax, ay] = [m[0] * (right - left), m[1] * (right - left)];
	const [bx, by] = [m[2] * (high - low), m[3] * (high - low)];
	return {
		left: x + Math.min(0, ax) + Math.min(0, bx),
		right: x + Math.max(0, ax) + Math.max(0, bx),
		top: y + Math.min(0, ay) + Math.min(0, by),
		bottom: y + Math.max(0, ay) + Math.max(0, by),
	};
}

/** How much of a line is drawn, of dashes and the gaps between them. */
function drawnShare(dashes: readonly number[]): number {
	const all = dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes];
	const whole = all.reduce((sum, length) => sum + length, 0);
	const drawn = all.reduce((sum, d, i) => sum + (i % 2 === 0 ? d : 0), 0);
	return whole > 0 ? drawn / whole : 1;
}

/** `fonts` is shared by the pages of a file. */
export function interpretPage(
	file: PdfFile,
	contents: readonly Uint8Array[],
	resources: PdfValue,
	base: Matrix,
	fonts: Map<PdfValue, PdfFont>,
): PageContent {
	const interpreter = new Interpreter(file, base, fonts);
	interpreter.run(joined(contents), resources, 0);
	return interpreter.finish();
}

/** Pieces of one page's contents are one text, with space between. */
function joined(contents: readonly Uint8Array[]): Uint8Array {
	const total = contents.reduce((sum, piece) => sum + piece.length + 1, 0);
	const bytes = new Uint8Array(total).fill(10);
	let at = 0;
	for (const piece of contents) {
		bytes.set(piece, at);
		at += piece.length + 1;
	}
	return bytes;
}

const NOTHING: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

/** What two have in common; turned inside out when they have nothing. */
const shared = (a: Rect, b: Rect): Rect => ({
	left: Math.max(a.left, b.left),
	top: Math.max(a.top, b.top),
	right: Math.min(a.right, b.right),
	bottom: Math.min(a.bottom, b.bottom),
});

const contains = (outer: Rect, inner: Rect): boolean =>
	inner.left >= outer.left - TOUCH &&
	inner.top >= outer.top - TOUCH &&
	inner.right <= outer.right + TOUCH &&
	inner.bottom <= outer.bottom + TOUCH;

/** Half of the width on every side, but not beyond the ends of a straight line without caps. */
function strokedBox(
	{ ops, box: path }: Outline,
	width: number,
	cap: number,
): Rect {
	const [from, to, third] = ops;
	const isLine =
		cap === 0 && from?.op === "M" && to?.op === "L" && third === undefined;
	const length = isLine ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
	if (!isLine || length === 0) return grown(path, width / 2);
	const across = (Math.abs(to.y - from.y) / length) * (width / 2);
	const along = (Math.abs(to.x - from.x) / length) * (width / 2);
	return {
		left: path.left - across,
		right: path.right + across,
		top: path.top - along,
		bottom: path.bottom + along,
	};
}

class Interpreter {
	readonly #file: PdfFile;
	readonly #fonts: Map<PdfValue, PdfFont>;
	readonly #marks: PageMark[] = [];
	readonly #spaces = new Set<Colour["space"]>();
	readonly #mcids: number[] = [];
	readonly #faults: ContentFault[] = [];
	readonly #open: Marked[] = [];
	#state: State;
	#saved: State[] = [];
	readonly #path = new PathBuilder();
	/** `W` takes effect with the operator that ends the path. */
	#clips = false;
	#text: Matrix = IDENTITY;
	#line: Matrix = IDENTITY;

	constructor(file: PdfFile, base: Matrix, fonts: Map<PdfValue, PdfFont>) {
		this.#file = file;
		this.#fonts = fonts;
		this.#state = { ...START, ctm: base };
	}

	finish(): PageContent {
		if (this.#open.length > 0) this.#faults.push({ kind: "unclosed" });
		return {
			marks: this.#marks,
			spaces: this.#spaces,
			mcids: this.#mcids,
			faults: this.#faults,
		};
	}

	run(bytes: Uint8Array, resources: PdfValue, depth: number): void {
		const outer = this.#saved;
		this.#saved = [];
		const next = operatorsOf(bytes);
		for (let operator = next(); operator !== null; operator = next())
			this.#do(operator, resources, depth);
		if (this.#saved.length > 0)
			this.#faults.push({ kind: "operator", name: "q" });
		this.#saved = outer;
	}

	#do({ name, operands }: Operator, resources: PdfValue, depth: number): void {
		const n = numbersIn(operands);
		// The most frequent first.
		const isKnown =
			this.#doPath(name, n) ||
			this.#doState(name, n, operands, resources) ||
			this.#doColour(name, n, operands, resources) ||
			this.#doText(name, n, operands) ||
			this.#doMarks(name, operands, resources) ||
			this.#doObject(name, operands, resources, depth) ||
			IGNORED.has(name);
		if (!isKnown) this.#faults.push({ kind: "operator", name });
	}

	#doState(
		name: string,
		n: readonly number[],
		operands: readonly PdfValue[],
		resources: PdfValue,
	): boolean {
		switch (name) {
			case "q":
				if (this.#saved.length < MOST_STATES)
					this.#saved.push({ ...this.#state });
				return true;
			case "Q": {
				const before = this.#saved.pop();
				if (before === undefined)
					this.#faults.push({ kind: "operator", name: "Q" });
				else this.#state = before;
				return true;
			}
			case "cm": {
				const matrix = matrixFrom(n);
				if (matrix !== null) this.#state.ctm = times(matrix, this.#state.ctm);
				return true;
			}
			case "w":
				this.#state.lineWidth = n[0] ?? 1;
				return true;
			case "d": {
				const dashes = itemsOf(operands[0] ?? null);
				this.#state.dashed = drawnShare(numbersIn(dashes));
				return true;
			}
			case "J":
				this.#state.cap = n[0] ?? 0;
				return true;
			case "Tf": {
				const key = asName(operands[0] ?? null) ?? "";
				const fonts = this.#file.field(resources, "Font");
				const dict = asDict(this.#file.field(fonts, key));
				const font = dict === null ? null : this.#fontOf(dict);
				this.#state.font = font;
				this.#state.size = n[0] ?? 0;
				return true;
			}
			case "Tc":
				this.#state.letterSpace = n[0] ?? 0;
				return true;
			case "Tw":
				this.#state.wordSpace = n[0] ?? 0;
				return true;
			case "Tz":
				this.#state.stretch = (n[0] ?? 100) / 100;
				return true;
			case "TL":
				this.#state.leading = n[0] ?? 0;
				return true;
			case "Ts":
				this.#state.rise = n[0] ?? 0;
				return true;
			case "Tr":
				this.#state.mode = n[0] ?? 0;
				return true;
			default:
				return false;
		}
	}

	#fontOf(dict: PdfDict): PdfFont {
		const known = this.#fonts.get(dict);
		if (known !== undefined) return known;
		const font = readFont(this.#file, dict);
		this.#fonts.set(dict, font);
		return font;
	}

	#doPath(name: string, n: readonly number[]): boolean {
		if (this.#path.add(name, n, this.#state.ctm)) return true;
		switch (name) {
			case "W":
			case "W*":
				this.#clips = true;
				return true;
			case "n":
				this.#endPath();
				return true;
			case "f":
			case "F":
			case "f*":
				this.#paint(true, false);
				return true;
			case "S":
			case "s":
				this.#paint(false, true);
				return true;
			case "B":
			case "B*":
			case "b":
			case "b*":
				this.#paint(true, true);
				return true;
			default:
				return false;
		}
	}

	#paint(fills: boolean, strokes: boolean): void {
		// What the path leaves of the paper is for what follows.
		const { clip } = this.#state;
		const outline = outlineOf(this.#endPath());
		if (outline !== null) this.#paintOutline(outline, clip, fills, strokes);
	}

	#paintOutline(
		outline: Outline,
		clip: Rect | null,
		fills: boolean,
		strokes: boolean,
	): void {
		const { ctm, fill, stroke, lineWidth, cap, dashed } = this.#state;
		const width = strokes ? lineWidth * scaleOf(ctm) : 0;
		const box = strokedBox(outline, width, cap);
		this.#marks.push({
			kind: "path",
			...this.#painted(box, clip),
			outline,
			fill: fills ? fill : null,
			stroke: strokes ? stroke : null,
			width,
			dashed,
		});
	}

	/** The path, and what it leaves of the paper for what follows. */
	#endPath(): readonly PathOp[] {
		const ops = this.#path.take();
		if (this.#clips) {
			const { clip } = this.#state;
			const path = pathBox(ops) ?? NOTHING;
			this.#state.clip = clip === null ? path : shared(clip, path);
		}
		this.#clips = false;
		return ops;
	}

	/** Of the marked content around, the innermost that counts; of the mark, the part that shows. */
	#painted<B extends Rect | null>(box: B, clip: Rect | null) {
		const marked = this.#open.findLast(
			({ artifact, mcid }) => artifact || mcid !== null,
		);
		const seen = box === null || clip === null ? box : shared(box, clip);
		const hidden =
			seen !== null && (seen.right < seen.left || seen.bottom < seen.top);
		return {
			order: this.#marks.length,
			marked: marked ?? null,
			box: seen ?? box,
			hidden,
			whole: box === null || clip === null || contains(clip, box),
		};
	}

	#doColour(
		name: string,
		n: readonly number[],
		operands: readonly PdfValue[],
		resources: PdfValue,
	): boolean {
		const set = (colour: Colour, stroke: boolean): true => {
			this.#spaces.add(colour.space);
			if (stroke) this.#state.stroke = colour;
			else this.#state.fill = colour;
			return true;
		};
		switch (name) {
			case "g":
			case "G":
				return set({ space: "gray", parts: n }, name === "G");
			case "rg":
			case "RG":
				return set({ space: "rgb", parts: n }, name === "RG");
			case "k":
			case "K":
				return set({ space: "cmyk", parts: n }, name === "K");
			case "cs":
			case "CS": {
				const space = this.#spaceOf(operands[0] ?? null, resources);
				const parts = space === "cmyk" ? [0, 0, 0, 1] : [0, 0, 0];
				return set({ space, parts }, name === "CS");
			}
			case "sc":
			case "scn":
			case "SC":
			case "SCN": {
				const stroke = name.startsWith("S");
				const { space } = stroke ? this.#state.stroke : this.#state.fill;
				return set({ space, parts: n }, stroke);
			}
			default:
				return false;
		}
	}

	#spaceOf(value: PdfValue, resources: PdfValue): Colour["space"] {
		const typed = asName(value) ?? "";
		const plain = SPACES[typed];
		if (plain !== undefined) return plain;
		const spaces = this.#file.field(resources, "ColorSpace");
		const named = this.#file.field(spaces, typed);
		const [kind, profile] = itemsOf(named).map((v) => this.#file.get(v));
		const family = asName(kind ?? named) ?? "";
		if (family !== "ICCBased") return SPACES[family] ?? "other";
		const parts = asNumber(this.#file.field(profile, "N")) ?? 0;
		return BY_PARTS[parts] ?? "other";
	}

	#doText(
		name: string,
		n: readonly number[],
		operands: readonly PdfValue[],
	): boolean {
		switch (name) {
			case "BT":
				this.#setLine(IDENTITY);
				return true;
			case "ET":
				return true;
			case "Tm":
				this.#setLine(matrixFrom(n) ?? IDENTITY);
				return true;
			case "Td":
				this.#move(n[0] ?? 0, n[1] ?? 0);
				return true;
			case "TD":
				this.#state.leading = -(n[1] ?? 0);
				this.#move(n[0] ?? 0, n[1] ?? 0);
				return true;
			case "T*":
				this.#move(0, -this.#state.leading);
				return true;
			case "Tj":
				this.#show(operands);
				return true;
			case "TJ":
				this.#show(itemsOf(operands[0] ?? null));
				return true;
			case "'":
				this.#move(0, -this.#state.leading);
				this.#show(operands);
				return true;
			case '"':
				this.#state.wordSpace = n[0] ?? 0;
				this.#state.letterSpace = n[1] ?? 0;
				this.#move(0, -this.#state.leading);
				this.#show(operands.slice(2));
				return true;
			default:
				return false;
		}
	}

	#setLine(matrix: Matrix): void {
		this.#text = matrix;
		this.#line = matrix;
	}

	#move(x: number, y: number): void {
		this.#setLine(times([1, 0, 0, 1, x, y], this.#line));
	}

	#advance(x: number): void {
		const [a, b, c, d, e, f] = this.#text;
		this.#text = [a, b, c, d, a * x + e, b * x + f];
	}

	#show(pieces: readonly PdfValue[]): void {
		const { font, size, stretch, ctm, fill, mode } = this.#state;
		if (font === null) {
			this.#faults.push({ kind: "operator", name: "Tf" });
			return;
		}
		const glyphs: ShownGlyph[] = [];
		const seen = heightScaleOf(times(this.#text, ctm)) * Math.abs(size);
		for (const piece of pieces) {
			const shift = asNumber(piece);
			if (shift !== null) this.#advance((-shift / 1000) * size * stretch);
			const bytes = asKind(piece, "string")?.bytes;
			if (bytes !== undefined) this.#showCodes(font, bytes, glyphs);
		}
		if (glyphs.length === 0) return;
		const box = around(glyphs.flatMap(({ ink }) => ink ?? []));
		this.#marks.push({
			kind: "text",
			...this.#painted(box, this.#state.clip),
			font,
			size: seen,
			glyphs,
			text: glyphs.map(({ letters }) => letters ?? "\ufffd").join(""),
			colour: fill,
			visible: !INVISIBLE.has(mode),
		});
	}

	#showCodes(font: PdfFont, bytes: Uint8Array, glyphs: ShownGlyph[]): void {
		const { size, stretch, letterSpace, wordSpace, rise, ctm } = this.#state;
		const step = font.codeLength;
		const em: Matrix = [size * stretch, 0, 0, size, 0, rise];
		// Between letters only the pen moves.
		const [right, down] = times(this.#text, ctm);
		const [a, b, c, d, e, f] = times(times(em, this.#text), ctm);
		let pen = 0;
		for (let i = 0; i + step <= bytes.length; i += step) {
			const first = bytes[i] ?? 0;
			const code = step === 1 ? first : first * 256 + (bytes[i + 1] ?? 0);
			const glyph = font.glyph(code);
			const shape = glyph === null ? null : (font.program?.ink(glyph) ?? null);
			const ink =
				shape === null
					? null
					: movedBox(shape, [a, b, c, d, e + right * pen, f + down * pen]);
			glyphs.push({ code, glyph, letters: font.letters(code), ink });
			const space = step === 1 && code === 32 ? wordSpace : 0;
			const wide = (font.width(code) / 1000) * size;
			pen += (wide + letterSpace + space) * stretch;
		}
		this.#advance(pen);
	}

	#doMarks(
		name: string,
		operands: readonly PdfValue[],
		resources: PdfValue,
	): boolean {
		if (name === "EMC") {
			if (this.#open.pop() === undefined)
				this.#faults.push({ kind: "unopened" });
			return true;
		}
		if (name !== "BMC" && name !== "BDC") return false;
		const tag = asName(operands[0] ?? null) ?? "";
		const typed = operands[1] ?? null;
		const key = asName(typed);
		const properties =
			key === null
				? typed
				: this.#file.field(this.#file.field(resources, "Properties"), key);
		const mcid = asNumber(this.#file.field(properties, "MCID"));
		const artifact = tag === "Artifact";
		const inside = this.#open.some(
			(mark) => mark.artifact || mark.mcid !== null,
		);
		if (inside && (artifact || mcid !== null))
			this.#faults.push({ kind: "nested" });
		if (mcid !== null) this.#mcids.push(mcid);
		this.#open.push({ tag, mcid, artifact });
		return true;
	}

	#doObject(
		name: string,
		operands: readonly PdfValue[],
		resources: PdfValue,
		depth: number,
	): boolean {
		if (name === "sh" || name === "EI") {
			this.#picture(null);
			return true;
		}
		if (name !== "Do") return false;
		const objects = this.#file.field(resources, "XObject");
		const key = asName(operands[0] ?? null) ?? "";
		const object = asKind(this.#file.field(objects, key), "stream");
		if (object === null) {
			this.#faults.push({ kind: "operator", name: "Do" });
			return true;
		}
		if (asName(this.#file.field(object, "Subtype")) !== "Form") {
			this.#picture(object);
			return true;
		}
		if (depth >= MOST_FORMS) return true;
		const before = { ...this.#state };
		const numbers = itemsOf(this.#file.field(object, "Matrix"));
		const matrix = matrixFrom(numbersIn(numbers.map((v) => this.#file.get(v))));
		if (matrix !== null) this.#state.ctm = times(matrix, before.ctm);
		const own = this.#file.field(object, "Resources");
		const { bytes } = this.#file.decode(object);
		const { ctm, clip } = this.#state;
		const outlines = this.#path.isEmpty ? filledForm(bytes, ctm) : null;
		if (outlines === null) this.run(bytes, own ?? resources, depth + 1);
		else
			for (const outline of outlines)
				this.#paintOutline(outline, clip, true, false);
		this.#state = before;
		return true;
	}

	/** A picture fills the unit square. */
	#picture(stream: PdfStream | null): void {
		const { ctm } = this.#state;
		const corners = [0, 1].flatMap((x) => [0, 1].map((y) => apply(ctm, x, y)));
		const box = around(
			corners.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })),
		);
		if (box !== null)
			this.#marks.push({
				kind: "picture",
				stream,
				...this.#painted(box, this.#state.clip),
			});
	}
}
