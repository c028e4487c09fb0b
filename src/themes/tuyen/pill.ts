/** An answer's label on its branch. Yes and no differ by fill, sign and word. */
import type { Mark, Node } from "../../layout/sheet.ts";
import type { Polarity, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import {
	artifact,
	bodyShape,
	centredCapTop,
	type Kit,
	textNode,
} from "./kit.ts";
import { onBody } from "./look.ts";
import { pictogram } from "./pictograms.ts";

export const PILL_HEIGHT = 2.6;
const SIGN = 1.56;
const SIGN_LEFT = 0.88;
const SIGN_GAP = 0.42;
const RIGHT_PADDING = 1.2;
const NEUTRAL_PADDING = 1.3;
const SIGN_STROKE = 3.6;
/** Two lines would run into round ends. */
const SEVERAL_RADIUS = 0.8;
const SEVERAL_PADDING = 2;
/** From a mark to the pill's outer edge: its border and a little white. */
const MARK_CLEARANCE = 0.5;

export interface Pill {
	readonly width: Pt;
	readonly height: Pt;
	/** Placed by its left edge and its centre line. */
	readonly place: (x: Pt, cy: Pt) => readonly Node[];
}

export function setPill(
	label: Text,
	polarity: Polarity,
	kit: Kit,
	most = 16,
): Pill {
	const { u } = kit;
	const body = polarity === "yes" ? kit.look.yes : kit.look.no;
	const tone = onBody(body);
	const left =
		polarity === "none" ? NEUTRAL_PADDING : SIGN_LEFT + SIGN + SIGN_GAP;
	const right = polarity === "none" ? NEUTRAL_PADDING : RIGHT_PADDING;
	const paragraph = kit.set(label, "pill", u(most - left - right), {
		...tone,
		leading: 1.4,
	});
	const width = paragraph.width + u(left + right);
	const several = paragraph.lines.length > 1;
	// Marks over capitals rise far: the pill grows round them, not they through it.
	const reach = paragraph.height / 2 + Math.max(paragraph.rise, paragraph.drop);
	const height = Math.max(
		u(PILL_HEIGHT),
		2 * (reach + u(MARK_CLEARANCE)),
		several ? paragraph.height + u(SEVERAL_PADDING) : 0,
	);
	const radius = several ? u(SEVERAL_RADIUS) : height / 2;
	return {
		width,
		height,
		place: (x, cy) => {
			const marks: Mark[] = [
				bodyShape(kit, body, x, cy - height / 2, width, height, radius),
			];
			if (polarity !== "none")
				marks.push(
					pictogram(
						polarity === "yes" ? "check" : "cross",
						x + u(SIGN_LEFT),
						cy - u(SIGN) / 2,
						u(SIGN),
						tone.ink,
						SIGN_STROKE,
					),
				);
			return [
				artifact(...marks),
				textNode("Lbl", paragraph, x + u(left), centredCapTop(paragraph, cy)),
			];
		},
	};
}
