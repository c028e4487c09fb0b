/** A question: a pill with a question mark in a disc. */
import type { Mark, Node } from "../../../layout/sheet.ts";
import { placeParagraph } from "../../../layout/text.ts";
import type { Text } from "../../../model/announcement.ts";
import type { Pt } from "../../../units.ts";
import {
	artifact,
	centredCapTop,
	centredSign,
	content,
	discShapes,
	frameShape,
	heightAround,
	type Kit,
	solidTone,
} from "../kit.ts";

const LEAST = 11.4;
const MOST_RADIUS = 6.1;
const DISC_INSET = 1.5;
const AFTER_DISC = 2.2;
const RIGHT = 4;
const PADDING = 2;

export interface Pill {
	readonly height: Pt;
	readonly lines: number;
	/** The pill, and its words for a heading. */
	readonly place: (
		x: Pt,
		y: Pt,
	) => { readonly ground: Node; readonly words: Node };
}

export function setPill(ask: Text, width: Pt, kit: Kit): Pill {
	const { k } = kit;
	const left = 2 * k(LEAST / 2) + k(AFTER_DISC);
	const paragraph = kit.setFreely(ask, "question", width - left - k(RIGHT));
	const height = Math.max(
		k(LEAST),
		heightAround(paragraph, k(PADDING)) - k(0.6),
		paragraph.height + 2 * k(PADDING + 0.9),
	);
	const radius = Math.min(height / 2, k(MOST_RADIUS));
	return {
		height,
		lines: paragraph.lines.length,
		place: (x, y) => {
			const { green } = kit.look;
			const cy = y + height / 2;
			const cx = x + radius;
			const marks: Mark[] = [
				frameShape(kit, x, y, width, height, radius, green, kit.look.frame),
				...discShapes(kit, cx, cy, radius - k(DISC_INSET), green),
				...centredSign(kit, "?", cx, cy, "askMark", solidTone(kit, green)),
			];
			return {
				ground: artifact(...marks),
				words: content(
					...placeParagraph(paragraph, x + left, centredCapTop(paragraph, cy)),
				),
			};
		},
	};
}
