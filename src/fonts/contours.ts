/**
 * TrueType outlines as paths, quadratic as they are in the font.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/glyf
 */
import type { Outlines } from "./outlines.ts";
import type { OutlineOp } from "./program.ts";

/** Flags of a point. */
const ON_CURVE = 0x01;
const X_IS_BYTE = 0x02;
const Y_IS_BYTE = 0x04;
const REPEATED = 0x08;
/** For a byte: it is positive. For a word: it is left out, there is no move. */
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

/** Flags of a component. */
const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
/** The offset goes through the matrix too. */
const SCALED_OFFSET = 0x0800;

const HEADER = 10;
/** Components of components; a font in a ring would never end. */
const MOST_DEPTH = 8;
/** 2.14 fixed point. */
const FIXED_ONE = 1 << 14;

interface Point {
	readonly x: number;
	readonly y: number;
	readonly isOn: boolean;
}

type Contour = readonly Point[];

/** Empty for a glyph without outline. */
export const outlineOf = (
	outlines: Outlines,
	glyph: number,
): readonly OutlineOp[] =>
	contoursOf(outlines, glyph, MOST_DEPTH).flatMap(opsOf);

function contoursOf(
	outlines: Outlines,
	glyph: number,
	depth: number,
): readonly Contour[] {
	const data = outlines.data(glyph);
	if (data.byteLength === 0) return [];
	const count = data.getInt16(0);
	if (count >= 0) return simpleContours(data, count);
	if (depth === 0) throw new Error(`glyph ${glyph} is made of itself`);
	return componentsOf(data).flatMap(({ id, place }) =>
		contoursOf(outlines, id, depth - 1).map((contour) => contour.map(place)),
	);
}

function simpleContours(data: DataView, count: number): readonly Contour[] {
	const ends = Array.from({ length: count }, (_, i) =>
		data.getUint16(HEADER + 2 * i),
	);
	const points = (ends.at(-1) ?? -1) + 1;
	const instructions = HEADER + 2 * count;
	const flags: number[] = [];
	let at = instructions + 2 + data.getUint16(instructions);
	while (flags.length < points) {
		const flag = data.getUint8(at++);
		const times = (flag & REPEATED) === 0 ? 1 : data.getUint8(at++) + 1;
		for (let i = 0; i < times; i++) flags.push(flag);
	}
	const along = (isByte: number, isSame: number): readonly number[] => {
		let value = 0;
		return flags.slice(0, points).map((flag) => {
			if ((flag & isByte) !== 0) {
				const step = data.getUint8(at++);
				value += (flag & isSame) === 0 ? -step : step;
			} else if ((flag & isSame) === 0) {
				value += data.getInt16(at);
				at += 2;
			}
			return value;
		});
	};
	const xs = along(X_IS_BYTE, X_SAME_OR_POSITIVE);
	const ys = along(Y_IS_BYTE, Y_SAME_OR_POSITIVE);
	const all = xs.map((x, i): Point => {
		const isOn = ((flags[i] ?? 0) & ON_CURVE) !== 0;
		return { x, y: ys[i] ?? 0, isOn };
	});
	return ends.map((end, i) => all.slice((ends[i - 1] ?? -1) + 1, end + 1));
}

interface Component {
	readonly id: number;
	readonly place: (point: Point) => Point;
}

function componentsOf(data: DataView): readonly Component[] {
	const components: Component[] = [];
	let at = HEADER;
	for (;;) {
		const flags = data.getUint16(at);
		const id = data.getUint16(at + 2);
		at += 4;
		if ((flags & ARGS_ARE_OFFSETS) === 0)
			throw new Error("a component is placed by points, which is not known");
		const words = (flags & ARGS_ARE_WORDS) !== 0;
		const dx = words ? data.getInt16(at) : data.getInt8(at);
		const dy = words ? data.getInt16(at + 2) : data.getInt8(at + 1);
		at += words ? 4 : 2;
		const { matrix, size } = matrixAt(data, at, flags);
		at += size;
		components.push({ id, place: placing(matrix, dx, dy, flags) });
		if ((flags & MORE_COMPONENTS) === 0) return components;
	}
}

type Matrix = readonly [xx: number, xy: number, yx: number, yy: number];

function matrixAt(
	data: DataView,
	at: number,
	flags: number,
): { readonly matrix: Matrix; readonly size: number } {
	const fixed = (i: number): number => data.getInt16(at + 2 * i) / FIXED_ONE;
	if ((flags & HAS_MATRIX) !== 0)
		return { matrix: [fixed(0), fixed(1), fixed(2), fixed(3)], size: 8 };
	if ((flags & HAS_TWO_SCALES) !== 0)
		return { matrix: [fixed(0), 0, 0, fixed(1)], size: 4 };
	if ((flags & HAS_SCALE) !== 0)
		return { matrix: [fixed(0), 0, 0, fixed(0)], size: 2 };
	return { matrix: [1, 0, 0, 1], size: 0 };
}

function placing(
	[xx, xy, yx, yy]: Matrix,
	dx: number,
	dy: number,
	flags: number,
): (point: Point) => Point {
	const isScaled = (flags & SCALED_OFFSET) !== 0;
	const right = isScaled ? dx * Math.hypot(xx, xy) : dx;
	const up = isScaled ? dy * Math.hypot(yx, yy) : dy;
	return ({ x, y, isOn }) => ({
		x: x * xx + y * yx + right,
		y: x * xy + y * yy + up,
		isOn,
	});
}

const between = (a: Point, b: Point): Point => ({
	x: (a.x + b.x) / 2,
	y: (a.y + b.y) / 2,
	isOn: true,
});

/** Between two points off the curve lies one on it, which fonts leave out. */
function opsOf(contour: Contour): readonly OutlineOp[] {
	const first = contour[0];
	if (first === undefined) return [];
	const start = contour.findIndex(({ isOn }) => isOn);
	const turned = [...contour.slice(start), ...contour.slice(0, start)];
	const from =
		start >= 0 ? (turned[0] ?? first) : between(contour.at(-1) ?? first, first);
	const rest = start >= 0 ? turned.slice(1) : contour;
	const ops: OutlineOp[] = [{ op: "M", x: from.x, y: from.y }];
	let control: Point | null = null;
	for (const point of [...rest, from]) {
		if (control === null) {
			if (point.isOn) ops.push({ op: "L", x: point.x, y: point.y });
			else control = point;
			continue;
		}
		const to: Point = point.isOn ? point : between(control, point);
		ops.push({ op: "Q", x1: control.x, y1: control.y, x: to.x, y: to.y });
		control = point.isOn ? null : point;
	}
	return [...ops, { op: "Z" }];
}
