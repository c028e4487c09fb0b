/** A question: white words on a black bar. */
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, placeParagraph } from "../../layout/text.ts";
import type { Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { CONTENT, RIGHT } from "./grid.ts";
import {
	artifact,
	bodyShape,
	centredCapTop,
	content,
	heightAround,
	type Kit,
} from "./kit.ts";
import { onBody } from "./look.ts";

const RADIUS = 0.9;
const RIGHT_PADDING = 1.2;

export interface Bar {
	readonly height: Pt;
	readonly lines: number;
	/** Placed by its centre line: the bar itself, and the words for a heading. */
	readonly place: (cy: Pt) => { readonly ground: Node; readonly words: Node };
}

export interface BarSpec {
	readonly role: "question" | "subQuestion" | "lineQuestion";
	readonly x: Pt;
	readonly width: Pt;
	/** From the bar's left edge; null centres the words. */
	readonly textLeft: Pt | null;
	/** Height for one line, units. */
	readonly least: number;
}

export function setBar(text: Text, spec: BarSpec, kit: Kit): Bar {
	const { u } = kit;
	const tone = onBody(kit.look.bar);
	const measure =
		spec.textLeft === null
			? spec.width - 2 * u(RIGHT_PADDING)
			: spec.width - spec.textLeft - u(RIGHT_PADDING);
	const paragraph: Paragraph = kit.setFreely(text, spec.role, measure, tone);
	const height = Math.max(
		u(spec.least),
		paragraph.height + u(spec.least) * 0.62,
		heightAround(kit, kit.look.bar, paragraph),
	);
	return {
		height,
		lines: paragraph.lines.length,
		place: (cy) => {
			const x =
				spec.textLeft === null
					? spec.x + spec.width / 2
					: spec.x + spec.textLeft;
			const runs = placeParagraph(
				paragraph,
				x,
				centredCapTop(paragraph, cy),
				spec.textLeft === null ? "centre" : "left",
			);
			return {
				ground: artifact(
					bodyShape(
						kit,
						kit.look.bar,
						spec.x,
						cy - height / 2,
						spec.width,
						height,
						u(RADIUS),
					),
				),
				words: content(...runs),
			};
		},
	};
}

const ON_LINE_LEFT = 9;

/** A bar that begins behind its disc on the line; its words stand on the first column. */
export const setBarOnLine = (
	text: Text,
	role: BarSpec["role"],
	least: number,
	kit: Kit,
): Bar =>
	setBar(
		text,
		{
			role,
			x: kit.u(ON_LINE_LEFT),
			width: kit.u(RIGHT - ON_LINE_LEFT),
			textLeft: kit.u(CONTENT - ON_LINE_LEFT),
			least,
		},
		kit,
	);
