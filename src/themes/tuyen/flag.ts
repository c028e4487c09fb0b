/** The line starts in a flag (when) and ends in a flag (do). */
import type { Node } from "../../layout/sheet.ts";
import {
	measureLine,
	type Paragraph,
	setParagraph,
} from "../../layout/text.ts";
import type { Span, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { LEFT, RIGHT, SNAPS } from "./grid.ts";
import {
	artifact,
	bodyShape,
	centredCapTop,
	heightAround,
	type Kit,
	textNode,
} from "./kit.ts";
import { onBody } from "./look.ts";
import { ROLES } from "./type-scale.ts";

const RADIUS = 1;

export interface Flag {
	readonly width: Pt;
	readonly height: Pt;
	readonly place: (y: Pt) => readonly Node[];
}

/** Height of the flag in units for its text size: the capitals with white above and below. */
const CAP_SHARE = 0.44;

const heightOf = (paragraph: Paragraph, kit: Kit): Pt =>
	Math.max(
		paragraph.height + paragraph.capHeight * (1 / CAP_SHARE - 1),
		heightAround(kit, kit.look.flag, paragraph),
	);

/** Words in the middle of their flag, at the left margin. */
function hoisted(
	paragraph: Paragraph,
	width: Pt,
	height: Pt,
	tag: "P" | "H2",
	kit: Kit,
): Flag {
	const { u } = kit;
	return {
		width,
		height,
		place: (y) => [
			artifact(
				bodyShape(kit, kit.look.flag, u(LEFT), y, width, height, u(RADIUS)),
			),
			textNode(
				tag,
				paragraph,
				u(LEFT) + width / 2,
				centredCapTop(paragraph, y + height / 2),
				"centre",
			),
		],
	};
}

/** Narrower flags look like labels. */
const FIRST_EDGE = 29;
/** Up to here a flag leaves room for a lead beside it. */
const LAST_BESIDE = 38;

/**
 * The first snap edge at which the text reaches its goal. A lead beside the flag
 * is worth a smaller date; otherwise the flag may take the whole measure.
 */
function flagEdge(
	sizeFor: (edge: number) => Pt,
	{ goal, floor }: { readonly goal: Pt; readonly floor: Pt },
	beside: boolean,
): number {
	const edges = SNAPS.filter((edge) => edge >= FIRST_EDGE);
	const large = edges.find((edge) => sizeFor(edge) >= goal);
	const near = edges.find(
		(edge) => edge <= LAST_BESIDE && sizeFor(edge) >= floor,
	);
	if (beside && near !== undefined)
		return large !== undefined && large <= LAST_BESIDE ? large : near;
	return large ?? RIGHT;
}

/**
 * The flag of the time: as wide as a snap edge allows, its text filling it. The
 * first edge at which the text reaches its target (or, failing that, its floor).
 */
export function setWhenFlag(when: Text, beside: boolean, kit: Kit): Flag {
	const { u } = kit;
	const spans = kit.words(when);
	const tone = onBody(kit.look.flag);
	const style = kit.style("flag", tone);
	const [floor, target, most] = ROLES.flag.sizes[kit.format.name];
	const goal = Math.max(target * 0.96, style.size);
	const padding = u(kit.format.distant ? 1.9 : 1.5);
	const unitWidth = measureLine(spans, { ...style, size: 1 }, kit.typeface);
	const sizeFor = (edge: number) =>
		Math.min(most, (u(edge - LEFT) - 2 * padding) / unitWidth);
	const edge = flagEdge(sizeFor, { goal, floor }, beside);
	const size = sizeFor(edge);
	// Many hours take several lines rather than letters under the floor.
	const paragraph =
		size < floor
			? kit.set(when, "flag", u(edge - LEFT) - 2 * padding, {
					...tone,
					size: floor,
				})
			: setParagraph(spans, { ...style, size }, u(60), kit.typeface, when.path);
	const height = Math.max(u(4.4), heightOf(paragraph, kit));
	return hoisted(paragraph, u(edge - LEFT), height, "P", kit);
}

/** The flag of the deed, hugging its words. */
export function setDoFlag(
	words: readonly Span[],
	kit: Kit,
	path = "",
	mostWidth = 60,
): Flag {
	const { u } = kit;
	const style = kit.style("flagDo", onBody(kit.look.flag));
	const padding = u(1.5);
	const unitWidth = measureLine(words, { ...style, size: 1 }, kit.typeface);
	const room = u(mostWidth) - 2 * padding;
	const [floor] = ROLES.flagDo.sizes[kit.format.name];
	const size = Math.max(floor, Math.min(style.size, room / unitWidth));
	const paragraph = kit.setSpans(
		words,
		{ ...style, size },
		// The size came of a division: a line that fills the room must not break.
		room * 1.0001,
		path,
	);
	const width = paragraph.width + 2 * padding;
	return hoisted(paragraph, width, heightOf(paragraph, kit), "H2", kit);
}
