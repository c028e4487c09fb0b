/** A card says what to do. Red frame, round corners. */
import { framed } from "../../layout/shapes.ts";
import type { Mark, Node, Shape } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Pt } from "../../units.ts";
import type { Deed } from "../shared/tree.ts";
import { artifact, type Kit, MARK_TO_EDGE, textNode } from "./kit.ts";
import { pictogram } from "./pictograms.ts";
import { discShape, numeral } from "./station.ts";

const RADIUS = 0.9;
const PADDING = 1.4;
const RIGHT_PADDING = 1.2;
const TITLE_TOP = 1.65;
const ICON = 3;
const ICON_LEFT = 1.25;
const ICON_TOP = 1.3;
const BESIDE_ICON = 5.15;
const TITLE_TO_BODY = 1.15;
const BOTTOM = 1.25;
/** A card with this much height to spare carries its pictogram on top. */
const SPARE = 5.2;
const JUMP_DISC = 1.4;
const TALL_ICON_TOP = 1.55;
const TALL_ICON_GAP = 1;

/** What a fork's card may hold before the tree is better drawn another way. */
const MOST_TITLE_LINES = 2;
const MOST_BODY_LINES = 4;
const MOST_TALL_BODY_LINES = 7;

/** What a card says. */
export type CardContent = Deed;

export interface Card {
	/** Least height. */
	readonly height: Pt;
	readonly place: (x: Pt, y: Pt, height: Pt) => readonly Node[];
	/** False when the pictogram had to make room for the title. */
	readonly keepsIcon: boolean;
	/** True when a fork may use it beside others, or beside a subtree. */
	readonly fitsFork: boolean;
	readonly fitsTall: boolean;
}

interface Setting {
	readonly title: Paragraph;
	readonly body: Paragraph | null;
	readonly titleLeft: number;
	readonly titleTop: number;
	readonly icon: {
		readonly size: number;
		readonly left: number;
		readonly top: number;
	} | null;
	readonly bodyLeft: number;
	/** From the title's last baseline to the body's first cap-top. */
	readonly titleToBody: Pt;
	/** From the card's top to the last baseline. */
	readonly bottom: Pt;
}

function setting(
	outcome: CardContent,
	width: Pt,
	kit: Kit,
	form: "beside" | "tall" | "bare",
): Setting {
	const { u } = kit;
	const icon =
		outcome.icon === null || form === "bare"
			? null
			: form === "tall"
				? {
						size: kit.density.tallIcon,
						left: PADDING - 0.35,
						top: TALL_ICON_TOP,
					}
				: { size: ICON, left: ICON_LEFT, top: ICON_TOP };
	const titleLeft = icon !== null && form === "beside" ? BESIDE_ICON : PADDING;
	const titleTop =
		icon !== null && form === "tall"
			? TALL_ICON_TOP + kit.density.tallIcon + TALL_ICON_GAP
			: TITLE_TOP;
	const title = kit.set(
		outcome.title,
		"cardTitle",
		width - u(titleLeft + RIGHT_PADDING),
	);
	const oneLine =
		title.lines.length === 1 && icon !== null && form === "beside";
	const bodyLeft = oneLine ? BESIDE_ICON : PADDING;
	const body = setBody(outcome, width - u(bodyLeft + RIGHT_PADDING), kit);
	const titleToBody = bodyGap(title, body, kit);
	let bottom = u(titleTop) + title.height + titleToBody + (body?.height ?? 0);
	if (icon !== null) bottom = Math.max(bottom, u(icon.top + icon.size));
	return {
		title,
		body,
		titleLeft,
		titleTop,
		icon,
		bodyLeft,
		titleToBody,
		bottom,
	};
}

/** What is under the title; null when this sheet leaves it out. */
function setBody(
	{ text }: CardContent,
	measure: Pt,
	kit: Kit,
): Paragraph | null {
	return text === null || kit.words(text).length === 0
		? null
		: kit.set(text, "body", measure);
}

const bodyGap = (title: Paragraph, body: Paragraph | null, kit: Kit): Pt =>
	body === null ? 0 : spaceBetween(title, body, kit.u(TITLE_TO_BODY));

const frameOf = (kit: Kit, x: Pt, y: Pt, width: Pt, height: Pt): Shape =>
	framed(
		x,
		y,
		width,
		height,
		kit.u(kit.look.cardBorder),
		kit.u(RADIUS),
		kit.look.accent,
	);

/** With its pictogram, unless that squeezes the title into a column. */
function besideOrBare(
	outcome: CardContent,
	width: Pt,
	kit: Kit,
	icons: boolean,
): Setting {
	const bare = setting(outcome, width, kit, "bare");
	if (!icons || outcome.icon === null) return bare;
	const beside = setting(outcome, width, kit, "beside");
	return beside.title.lines.length > MOST_TITLE_LINES &&
		bare.title.lines.length < beside.title.lines.length
		? bare
		: beside;
}

export function setCard(
	outcome: CardContent,
	width: Pt,
	kit: Kit,
	icons = true,
): Card {
	const { u } = kit;
	const beside = besideOrBare(outcome, width, kit, icons);
	const tall = setting(outcome, width, kit, icons ? "tall" : "bare");
	const height = beside.bottom + u(BOTTOM);
	return {
		height,
		keepsIcon: outcome.icon === null || beside.icon !== null,
		fitsFork:
			beside.title.lines.length <= MOST_TITLE_LINES &&
			(beside.body?.lines.length ?? 0) <= MOST_BODY_LINES,
		fitsTall: (tall.body?.lines.length ?? 0) <= MOST_TALL_BODY_LINES,
		place: (x, y, given) => {
			const roomy =
				given >= height + u(SPARE) && given >= tall.bottom + u(BOTTOM);
			const use = roomy ? tall : beside;
			const frame: Mark[] = [frameOf(kit, x, y, width, given)];
			if (use.icon !== null && outcome.icon !== null)
				frame.push(
					pictogram(
						outcome.icon,
						x + u(use.icon.left),
						y + u(use.icon.top),
						u(use.icon.size),
						"black",
					),
				);
			const capTop = y + u(use.titleTop);
			const nodes: Node[] = [
				artifact(...frame),
				textNode("P", use.title, x + u(use.titleLeft), capTop),
			];
			if (use.body !== null)
				nodes.push(
					textNode(
						"P",
						use.body,
						x + u(use.bodyLeft),
						capTop + use.title.height + use.titleToBody,
					),
				);
			return nodes;
		},
	};
}

const ROW_ICON_LEFT = 1.2;
const ROW_BESIDE_ICON = 5.1;
const ROW_PADDING = 1.3;
const ROW_ICON_ROOM = 4.1;
const ROW_LEAST = 3.4;

/** A card in a row of its own: everything centred on the row. */
export function setRowCard(
	says: CardContent,
	width: Pt,
	kit: Kit,
): { readonly height: Pt; readonly place: (x: Pt, y: Pt) => readonly Node[] } {
	const { u } = kit;
	const marked = says.icon !== null || says.jump !== null;
	const left = u(marked ? ROW_BESIDE_ICON : PADDING);
	const measure = width - left - u(RIGHT_PADDING);
	const title = kit.set(says.title, "cardTitle", measure);
	const body = setBody(says, measure, kit);
	const titleToBody = bodyGap(title, body, kit);
	const textHeight = title.height + titleToBody + (body?.height ?? 0);
	const marks = Math.max(title.rise, (body ?? title).drop);
	const height = Math.max(
		u(marked ? ROW_ICON_ROOM : ROW_LEAST),
		textHeight + 2 * u(ROW_PADDING),
		textHeight + 2 * (marks + u(kit.look.cardBorder + MARK_TO_EDGE)),
	);
	return {
		height,
		place: (x, y) => {
			const cy = y + height / 2;
			const capTop = cy - textHeight / 2;
			const frame: Mark[] = [frameOf(kit, x, y, width, height)];
			const iconX = x + u(ROW_ICON_LEFT);
			if (says.jump !== null)
				frame.push(
					...discShape(kit, iconX + u(ICON / 2), cy, u(JUMP_DISC)),
					...numeral(kit, says.jump, iconX + u(ICON / 2), cy, "smallNumeral"),
				);
			else if (says.icon !== null)
				frame.push(
					pictogram(says.icon, iconX, cy - u(ICON / 2), u(ICON), "black"),
				);
			return [
				artifact(...frame),
				textNode("P", title, x + left, capTop),
				...(body === null
					? []
					: [
							textNode(
								"P",
								body,
								x + left,
								capTop + title.height + titleToBody,
							),
						]),
			];
		},
	};
}
