/** Arms of the line: straight bars with heads, in units of the grid's ink weight. */
import { filled, polygon, rectangle } from "../../layout/shapes.ts";
import type { Shape } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";
import type { Kit } from "./kit.ts";

const HEAD_WIDTH = 2;
const HEAD_LENGTH = 1.3;

/** A horizontal bar with square ends. */
export const bus = (kit: Kit, x1: Pt, x2: Pt, y: Pt): Shape => {
	const half = kit.u(kit.look.arm) / 2;
	return filled(
		rectangle(Math.min(x1, x2), y - half, Math.abs(x2 - x1), 2 * half),
		kit.look.accent,
	);
};

export const stem = (kit: Kit, x: Pt, y1: Pt, y2: Pt): Shape => {
	const half = kit.u(kit.look.arm) / 2;
	return filled(rectangle(x - half, y1, 2 * half, y2 - y1), kit.look.accent);
};

/** A stem with an arrowhead, its tip at `tip`. */
export function arrowDown(kit: Kit, x: Pt, from: Pt, tip: Pt): Shape[] {
	const { u } = kit;
	const base = tip - u(HEAD_LENGTH);
	return [
		stem(kit, x, from, base + u(0.1)),
		filled(
			polygon(
				[x - u(HEAD_WIDTH / 2), base],
				[x + u(HEAD_WIDTH / 2), base],
				[x, tip],
			),
			kit.look.accent,
		),
	];
}

export function arrowRight(
	kit: Kit,
	from: Pt,
	tip: Pt,
	y: Pt,
	head: {
		readonly length: number;
		readonly width: number;
		readonly line?: number;
	} = {
		length: HEAD_LENGTH,
		width: HEAD_WIDTH,
	},
): Shape[] {
	const { u } = kit;
	const base = tip - u(head.length);
	const half = u(head.line ?? kit.look.arm) / 2;
	return [
		filled(
			rectangle(from, y - half, base + u(0.1) - from, 2 * half),
			kit.look.accent,
		),
		filled(
			polygon(
				[base, y - u(head.width / 2)],
				[tip, y],
				[base, y + u(head.width / 2)],
			),
			kit.look.accent,
		),
	];
}
