/**
 * Own drawings on a grid of 24 units, drawn with one round stroke. The font has
 * no arrows, ticks or crosses, so these are drawn too.
 */

import type { Ink } from "../../ink.ts";
import { disc, rectangle, stroked } from "../../layout/shapes.ts";
import type { PathOp, Shape } from "../../layout/sheet.ts";
import type { IconName } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";

const GRID = 24;
const KAPPA = 0.5522847498;

/** Upper half of an ellipse from (x1, y) to (x2, y), rising by `ry`. */
function dome(x1: number, x2: number, y: number, ry: number): PathOp[] {
	const cx = (x1 + x2) / 2;
	const kx = ((x2 - x1) / 2) * KAPPA;
	const ky = ry * KAPPA;
	return [
		{ op: "M", x: x1, y },
		{ op: "C", x1, y1: y - ky, x2: cx - kx, y2: y - ry, x: cx, y: y - ry },
		{ op: "C", x1: cx + kx, y1: y - ry, x2, y2: y - ky, x: x2, y },
	];
}

/** A polyline through pairs of coordinates; `close` joins the ends. */
function trace(coordinates: string, close = false): PathOp[] {
	const ops = coordinates.split(" ").map((pair, i): PathOp => {
		const [x = 0, y = 0] = pair.split(",").map(Number);
		return { op: i === 0 ? "M" : "L", x, y };
	});
	return close ? [...ops, { op: "Z" }] : ops;
}

/** One cubic from the current point. */
const curve = (
	x1: number,
	y1: number,
	x2: number,
	y2: number,
	x: number,
	y: number,
): PathOp => ({
	op: "C",
	x1,
	y1,
	x2,
	y2,
	x,
	y,
});

const DRAWINGS: { readonly [N in IconName]: readonly PathOp[] } = {
	home: [
		...trace("3,11.5 12,3.5 21,11.5"),
		...trace("5.5,10 5.5,20.5 18.5,20.5 18.5,10"),
		...trace("10,20.5 10,14.5 14,14.5 14,20.5"),
	],
	desk: [
		...disc(12, 7, 3.4),
		...dome(5.5, 18.5, 17, 5),
		...trace("2.5,20.5 21.5,20.5"),
	],
	phone: [...rectangle(6.5, 2.5, 11, 19, 2), ...trace("10.5,18 13.5,18")],
	idcard: [
		...rectangle(2, 5, 20, 14, 2),
		...disc(8, 10.7, 2.1),
		...dome(4.8, 11.2, 16, 2.6),
		...trace("14.5,10 19,10"),
		...trace("14.5,14 19,14"),
	],
	link: [...rectangle(2, 8, 12, 8, 4), ...rectangle(10, 8, 12, 8, 4)],
	login: [
		...trace("12,3.5 20,3.5 20,20.5 12,20.5"),
		...trace("3,12 14.5,12"),
		...trace("10.5,8 14.5,12 10.5,16"),
	],
	warn: [
		...trace("12,3 22,20.5 2,20.5", true),
		...trace("12,9.5 12,14.5"),
		...trace("12,17.4 12,17.5"),
	],
	shield: [
		{ op: "M", x: 12, y: 2.5 },
		{ op: "L", x: 20, y: 5.5 },
		{ op: "L", x: 20, y: 11.5 },
		curve(20, 16.5, 16.5, 20, 12, 21.8),
		curve(7.5, 20, 4, 16.5, 4, 11.5),
		{ op: "L", x: 4, y: 5.5 },
		{ op: "Z" },
		...trace("8.3,12 11,14.7 15.8,9.5"),
	],
	call: [
		{ op: "M", x: 5, y: 3 },
		{ op: "L", x: 9, y: 3 },
		{ op: "L", x: 10.5, y: 8 },
		{ op: "L", x: 8, y: 9.8 },
		curve(9.2, 12.6, 11.4, 14.8, 14.2, 16),
		{ op: "L", x: 16, y: 13.5 },
		{ op: "L", x: 21, y: 15 },
		{ op: "L", x: 21, y: 19 },
		curve(21, 20.1, 20.1, 21, 19, 21),
		curve(10.2, 20.6, 3.4, 13.8, 3, 5),
		curve(3, 3.9, 3.9, 3, 5, 3),
		{ op: "Z" },
	],
	bolt: trace("13.5,2.5 5,13.5 11,13.5 10,21.5 19,9.8 13,9.8", true),
	pin: [
		{ op: "M", x: 12, y: 21.5 },
		curve(7.5, 16.5, 5.5, 13, 5.5, 9.5),
		curve(5.5, 5.9, 8.4, 3, 12, 3),
		curve(15.6, 3, 18.5, 5.9, 18.5, 9.5),
		curve(18.5, 13, 16.5, 16.5, 12, 21.5),
		{ op: "Z" },
		...disc(12, 9.5, 2.3),
	],
	clock: [...disc(12, 12, 9), ...trace("12,6.5 12,12 16,14.5")],
	doc: [
		...trace("5,2.5 14.5,2.5 19.5,7.5 19.5,21.5 5,21.5", true),
		...trace("8.5,11 16,11"),
		...trace("8.5,15 16,15"),
	],
	family: [
		...disc(8, 7, 3),
		...disc(17, 9, 2.4),
		...dome(2.5, 13.5, 20, 7),
		{ op: "M", x: 13, y: 20 },
		curve(13, 17, 14.9, 14.5, 17.25, 14.5),
		curve(19.6, 14.5, 21.5, 17, 21.5, 20),
	],
	check: trace("5,12.5 10,17.5 19,7"),
	cross: [...trace("6,6 18,18"), ...trace("18,6 6,18")],
	scissors: [
		...disc(6, 6.5, 2.8),
		...disc(6, 17.5, 2.8),
		...trace("8.5,8.2 21,17"),
		...trace("8.5,15.8 21,7"),
	],
	water: [
		{ op: "M", x: 12, y: 2.8 },
		curve(16.5, 8.3, 18.8, 11.4, 18.8, 14.8),
		curve(18.8, 18.6, 15.8, 21.4, 12, 21.4),
		curve(8.2, 21.4, 5.2, 18.6, 5.2, 14.8),
		curve(5.2, 11.4, 7.5, 8.3, 12, 2.8),
		{ op: "Z" },
		{ op: "M", x: 9, y: 14.8 },
		curve(9, 16.5, 10.3, 17.7, 12, 17.7),
	],
	rain: [
		{ op: "M", x: 7, y: 15 },
		curve(4.2, 15, 2.5, 13.2, 2.5, 10.9),
		curve(2.5, 8.7, 4.2, 7, 6.4, 6.9),
		curve(7.2, 4.6, 9.2, 3, 11.8, 3),
		curve(15, 3, 17.5, 5.3, 17.8, 8.3),
		curve(20, 8.4, 21.5, 9.8, 21.5, 11.7),
		curve(21.5, 13.6, 20, 15, 18, 15),
		{ op: "Z" },
		...trace("7.6,18.2 6.6,21.2"),
		...trace("12.5,18.2 11.5,21.2"),
		...trace("17.4,18.2 16.4,21.2"),
	],
	fire: [
		{ op: "M", x: 12.2, y: 2.5 },
		curve(13, 7, 18.5, 9, 18.5, 14.6),
		curve(18.5, 18.6, 15.6, 21.5, 12, 21.5),
		curve(8.4, 21.5, 5.5, 18.6, 5.5, 14.6),
		curve(5.5, 12, 6.6, 10, 8.2, 8.4),
		curve(8.5, 10.6, 9.3, 11.6, 10.3, 11.6),
		curve(12.2, 11.6, 11, 6.5, 12.2, 2.5),
		{ op: "Z" },
	],
	syringe: [
		...trace("13,5 19,11 10.5,19.5 4.5,13.5", true),
		...trace("7.5,16.5 2.5,21.5"),
		...trace("16,8 20,4"),
		...trace("18,2 22,6"),
		...trace("7.6,10.4 9.6,12.4"),
		...trace("10.4,7.6 12.4,9.6"),
	],
	heart: [
		{ op: "M", x: 12, y: 20.5 },
		curve(5, 15.5, 2.5, 12, 2.5, 8.6),
		curve(2.5, 5.6, 4.8, 3.5, 7.3, 3.5),
		curve(9.3, 3.5, 11, 4.6, 12, 6.6),
		curve(13, 4.6, 14.7, 3.5, 16.7, 3.5),
		curve(19.2, 3.5, 21.5, 5.6, 21.5, 8.6),
		curve(21.5, 12, 19, 15.5, 12, 20.5),
		{ op: "Z" },
	],
	money: [
		...rectangle(2, 6, 20, 12, 2),
		...disc(12, 12, 2.6),
		...trace("5.7,12 5.8,12"),
		...trace("18.2,12 18.3,12"),
	],
	school: [
		{ op: "M", x: 12, y: 6.8 },
		curve(10, 5, 7, 4.5, 2.5, 4.5),
		{ op: "L", x: 2.5, y: 18.3 },
		curve(7, 18.3, 10, 18.7, 12, 20.5),
		curve(14, 18.7, 17, 18.3, 21.5, 18.3),
		{ op: "L", x: 21.5, y: 4.5 },
		curve(17, 4.5, 14, 5, 12, 6.8),
		{ op: "L", x: 12, y: 20.5 },
	],
	car: [
		...trace(
			"4.6,16.8 2.5,16.8 2.5,12 5.3,10.8 7.8,6 15.6,6 18.4,10.8 21.5,12",
		),
		...trace("21.5,12 21.5,16.8 19.4,16.8"),
		...trace("9.4,16.8 14.6,16.8"),
		...trace("5.3,10.8 18.4,10.8"),
		...disc(7, 16.8, 2.3),
		...disc(17, 16.8, 2.3),
	],
	vote: [
		...rectangle(3, 12.5, 18, 8.5, 1.5),
		...trace("7.5,12.5 7.5,3 16.5,3 16.5,12.5"),
		...trace("9.9,7.4 11.5,9 14.2,6"),
	],
	trash: [
		...trace("5.5,7 6.8,21 17.2,21 18.5,7"),
		...trace("3.2,7 20.8,7"),
		...trace("9,7 9,3.3 15,3.3 15,7"),
		...trace("10,11 10.4,17"),
		...trace("14,11 13.6,17"),
	],
	animal: [
		{ op: "M", x: 12, y: 12.4 },
		curve(9, 12.4, 6.5, 15.4, 6.5, 18),
		curve(6.5, 20, 8, 21.2, 9.5, 21.2),
		curve(10.5, 21.2, 11.2, 20.6, 12, 20.6),
		curve(12.8, 20.6, 13.5, 21.2, 14.5, 21.2),
		curve(16, 21.2, 17.5, 20, 17.5, 18),
		curve(17.5, 15.4, 15, 12.4, 12, 12.4),
		{ op: "Z" },
		...disc(4.3, 11.4, 1.7),
		...disc(9, 5.7, 1.9),
		...disc(15, 5.7, 1.9),
		...disc(19.7, 11.4, 1.7),
	],
	plant: [
		...trace("12,21 12,10.8"),
		{ op: "M", x: 12, y: 13.6 },
		curve(7, 13.6, 4, 10.8, 4, 6),
		curve(9, 6, 12, 8.8, 12, 13.6),
		{ op: "M", x: 12, y: 10.8 },
		curve(12, 6, 15, 3.2, 20, 3.2),
		curve(20, 8, 17, 10.8, 12, 10.8),
		...trace("5.5,21 18.5,21"),
	],
};

/** A pictogram of side `size`; `stroke` is in units of the 24-unit grid. */
export function pictogram(
	name: IconName,
	x: Pt,
	y: Pt,
	size: Pt,
	ink: Ink,
	stroke = 2,
): Shape {
	const k = size / GRID;
	const ops = DRAWINGS[name].map((op): PathOp => {
		if (op.op === "Z") return op;
		if (op.op === "C")
			return {
				op: "C",
				x1: x + op.x1 * k,
				y1: y + op.y1 * k,
				x2: x + op.x2 * k,
				y2: y + op.y2 * k,
				x: x + op.x * k,
				y: y + op.y * k,
			};
		return { op: op.op, x: x + op.x * k, y: y + op.y * k };
	});
	return stroked(ops, ink, stroke * k, { round: true });
}
