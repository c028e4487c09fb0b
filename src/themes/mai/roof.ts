/** The tiled roof of the notice board. It never carries text. */
import { disc, filled, segment, stroked } from "../../layout/shapes.ts";
import type { PathOp, Shape } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";
import type { Kit } from "./kit.ts";
import { bend, CLOSE, draw, move } from "./path.ts";

/** Of the roof with its tile ends, scaled millimetres. */
export const ROOF_HEIGHT = 10.2;
/** Tips of the eaves reach this far out of the content. */
const TIP = 2.2;

/** All in points, from the left end of the content. */
interface Roof {
	readonly x: Pt;
	readonly width: Pt;
	readonly k: (value: number) => Pt;
	readonly ridge: Pt;
	readonly eave: Pt;
	readonly top: Pt;
}

/** x of the left half, mirrored for the right. */
const mirror = ({ x, width }: Roof, at: Pt): Pt => 2 * x + width - at;

function body(roof: Roof): PathOp[] {
	const { x, width, k, ridge, eave } = roof;
	const [r1, r2] = [x + k(13), x + width - k(13)];
	const right = x + width;
	return [
		move(r1, ridge),
		draw(r2, ridge),
		bend(
			r2 + k(4.5),
			ridge + k(4.2),
			r2 + k(9),
			eave - k(2.4),
			right + k(TIP),
			eave - k(4.2),
		),
		bend(right + k(0.6), eave - k(1), right - k(4), eave, right - k(10), eave),
		draw(x + k(10), eave),
		bend(x + k(4), eave, x - k(0.6), eave - k(1), x - k(TIP), eave - k(4.2)),
		bend(r1 - k(9), eave - k(2.4), r1 - k(4.5), ridge + k(4.2), r1, ridge),
		CLOSE,
	];
}

/** The bar on top, its ends curled up. */
function ridgeBar(roof: Roof): PathOp[] {
	const { x, width, k, top } = roof;
	const [r1, r2] = [x + k(13), x + width - k(13)];
	const at = (value: number): Pt => top + k(value);
	return [
		move(r1, at(0.5)),
		draw(r2, at(0.5)),
		bend(r2 + k(1.6), at(0.5), r2 + k(3.2), at(0.2), r2 + k(4.5), at(-0.9)),
		bend(r2 + k(4.1), at(1), r2 + k(2.6), at(2.4), r2, at(2.4)),
		draw(r1, at(2.4)),
		bend(
			mirror(roof, r2 + k(2.6)),
			at(2.4),
			mirror(roof, r2 + k(4.1)),
			at(1),
			mirror(roof, r2 + k(4.5)),
			at(-0.9),
		),
		bend(
			mirror(roof, r2 + k(3.2)),
			at(0.2),
			mirror(roof, r2 + k(1.6)),
			at(0.5),
			r1,
			at(0.5),
		),
		CLOSE,
	];
}

/** Depth of the roof at x: the eave rises towards its tips. */
function eaveAt({ x, width, k, eave }: Roof, at: Pt): Pt {
	const inset = Math.min(at - x, x + width - at);
	if (inset >= k(10)) return eave;
	// Along the curve from the tip, x grows all the way.
	const [a, b, c, d] = [-k(TIP), -k(0.6), k(4), k(10)] as const;
	const [p, q] = [eave - k(4.2), eave - k(1)] as const;
	let [low, high] = [0, 1];
	for (let i = 0; i < 24; i++) {
		const t = (low + high) / 2;
		const along =
			a * (1 - t) ** 3 +
			3 * b * t * (1 - t) ** 2 +
			3 * c * t ** 2 * (1 - t) +
			d * t ** 3;
		if (along < inset) low = t;
		else high = t;
	}
	return (
		p * (1 - low) ** 3 +
		3 * q * low * (1 - low) ** 2 +
		3 * eave * low ** 2 * (1 - low) +
		eave * low ** 3
	);
}

/** Joints of the tiles, fanning out, each from the ridge down to the eave. */
function ribs(roof: Roof, pitch: number): PathOp[] {
	const { x, width, k, ridge, eave } = roof;
	const count = Math.round(width / k(pitch));
	return Array.from({ length: count - 1 }, (_, i) => {
		const t = (i + 1) / count;
		const from = x + k(13) + t * (width - k(26));
		const to = x - k(TIP) + t * (width + k(2 * TIP));
		const foot = eave + k(1);
		const at = (s: number) => from + (to - from) * s;
		let [low, high] = [0, 1];
		for (let step = 0; step < 24; step++) {
			const s = (low + high) / 2;
			if (ridge + (foot - ridge) * s < eaveAt(roof, at(s))) low = s;
			else high = s;
		}
		return segment(from, ridge, at(low), ridge + (foot - ridge) * low);
	}).flat();
}

/** Round ends of the tiles along the eave. */
function tileEnds(roof: Roof, pitch: number): PathOp[] {
	const { x, width, k, eave } = roof;
	const count = Math.round(width / k(pitch));
	return Array.from({ length: count }, (_, i) => {
		const t = (i + 0.5) / count;
		return x - k(TIP) + t * (width + k(2 * TIP));
	})
		.filter((cx) => cx > x + k(8) && cx < x + width - k(8))
		.flatMap((cx) => disc(cx, eave + k(0.2), k(1.25)));
}

export function roofShapes(
	kit: Kit,
	top: Pt,
	k: (value: number) => Pt,
): Shape[] {
	const { red, solid } = kit.look;
	const roof: Roof = {
		x: kit.left,
		width: kit.width,
		k,
		ridge: top + k(1.5),
		eave: top + k(8.6),
		top,
	};
	const both = (ops: readonly PathOp[], width: number): Shape => ({
		kind: "shape",
		ops,
		fill: solid ? red : "white",
		stroke: {
			ink: solid ? "white" : red,
			width: k(width),
			round: true,
			dash: null,
		},
	});
	return solid
		? [
				filled(body(roof), red),
				stroked(ribs(roof, 4.4), "white", k(0.45)),
				both(tileEnds(roof, 4.4), 0.45),
				both(ridgeBar(roof), 0.5),
			]
		: [
				both(body(roof), 0.5),
				stroked(ribs(roof, 6.2), red, k(0.25)),
				both(tileEnds(roof, 6.2), 0.35),
				both(ridgeBar(roof), 0.5),
			];
}
