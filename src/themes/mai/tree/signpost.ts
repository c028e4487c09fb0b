/** An answer, on a sign that points the way. */
import type { Node, PathOp, Shape } from "../../../layout/sheet.ts";
import type { Text } from "../../../model/announcement.ts";
import type { Pt } from "../../../units.ts";
import { artifact, heightAround, type Kit, textNode } from "../kit.ts";
import { CLOSE, corner, draw, move } from "../path.ts";

const LEAST_HEIGHT = { down: 8.6, right: 8 };
const LEAST_WIDTH = { down: 24, right: 18 };
const AROUND = { down: 9, right: 10 };
/** Depth of the point, of the height of one line. */
const DEPTH = { down: 0.26, right: 0.36 };
const RADIUS = 1;
const CLEAR = 1.25;

export type Direction = "down" | "right";

export interface Signpost {
	readonly width: Pt;
	readonly height: Pt;
	/** By its top left; drawn as large as it is told, if that is larger. */
	readonly place: (
		x: Pt,
		y: Pt,
		size?: { readonly width?: Pt; readonly height?: Pt },
	) => readonly Node[];
}

function outline(
	x: Pt,
	y: Pt,
	width: Pt,
	height: Pt,
	depth: Pt,
	r: Pt,
	direction: Direction,
): PathOp[] {
	const [right, bottom] = [x + width, y + height];
	return direction === "down"
		? [
				move(x + r, y),
				draw(right - r, y),
				corner(right - r, y, right, y, right, y + r),
				draw(right, bottom - depth),
				draw(x + width / 2, bottom),
				draw(x, bottom - depth),
				draw(x, y + r),
				corner(x, y + r, x, y, x + r, y),
				CLOSE,
			]
		: [
				move(x + r, y),
				draw(right - depth, y),
				draw(right, y + height / 2),
				draw(right - depth, bottom),
				draw(x + r, bottom),
				corner(x + r, bottom, x, bottom, x, bottom - r),
				draw(x, y + r),
				corner(x, y + r, x, y, x + r, y),
				CLOSE,
			];
}

export function setSignpost(
	label: Text,
	direction: Direction,
	most: Pt,
	kit: Kit,
): Signpost {
	const { k, look } = kit;
	const paragraph = kit.set(label, "signpost", most - k(AROUND[direction]), {
		ground: look.sign,
	});
	const depth = k(LEAST_HEIGHT[direction]) * DEPTH[direction];
	const around = heightAround(paragraph, k(CLEAR));
	const least = k(LEAST_HEIGHT[direction]);
	// The words of a sign that points down may stand a little into its point.
	const height =
		direction === "down"
			? Math.max(least, around + depth * 0.55)
			: Math.max(least, around);
	const natural = Math.max(
		Math.min(k(LEAST_WIDTH[direction]), most),
		paragraph.width + k(AROUND[direction]),
	);
	return {
		width: natural,
		height,
		place: (x, y, size = {}) => {
			const width = Math.max(natural, size.width ?? 0);
			const tall = Math.max(height, size.height ?? 0);
			const centre =
				direction === "down"
					? { x: x + width / 2, y: y + (tall - depth * 0.62) / 2 }
					: { x: x + (width - depth * 0.62) / 2, y: y + tall / 2 };
			const sign: Shape = {
				kind: "shape",
				ops: outline(x, y, width, tall, depth, k(RADIUS), direction),
				fill: look.sign,
				stroke: {
					ink: "black",
					width: k(look.signFrame),
					round: true,
					dash: null,
				},
			};
			return [
				artifact(sign),
				textNode(
					"Lbl",
					paragraph,
					centre.x,
					centre.y - paragraph.height / 2,
					"centre",
				),
			];
		},
	};
}
