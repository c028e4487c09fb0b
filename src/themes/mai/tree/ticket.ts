/** What to do: a notched ticket with a letter, so that one can say "xem ô B". */
import { segment, stroked } from "../../../layout/shapes.ts";
import type { Mark, Node, PathOp, Shape } from "../../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../../layout/text.ts";
import type { Pt } from "../../../units.ts";
import type { Deed } from "../../shared/tree.ts";
import {
	artifact,
	centredCapTop,
	centredSign,
	discShapes,
	drawn,
	heightAround,
	type Kit,
	solidTone,
	textNode,
} from "../kit.ts";
import { bend, CLOSE, corner, draw, move } from "../path.ts";
import { pictogram } from "../pictograms.ts";

const KAPPA = 0.5522847498;
const PERFORATION = { width: 0.45, on: 1.3, off: 1.1 };

const HEADER = 9.6;
const RADIUS = 2.6;
const NOTCH = 2.1;
const DISC = 3.6;
const DISC_LEFT = 7;
const TITLE_LEFT = 12.2;
const TITLE_RIGHT = 3.4;
const ICON = 7.4;
const ICON_RIGHT = 10.8;
const ICON_FROM = 50;
const BODY_LEFT = 4;
const BODY_RIGHT = 3;
const BODY_TOP = 2.3;
const BODY_BOTTOM = 3;
/** Empty height that takes a large pictogram. */
const SPARE = 14;
const MOST_ICON = 17;
const MOST_TITLE_LINES = 2;
const MOST_BODY_LINES = 7;

/** Half a circle into the shape, from (x, y1) to (x, y2) or across. */
function notchDown(x: Pt, y: Pt, r: Pt, into: 1 | -1): PathOp[] {
	const c = r * KAPPA;
	const [top, bottom] = into < 0 ? [y - r, y + r] : [y + r, y - r];
	const s = into < 0 ? 1 : -1;
	return [
		draw(x, top),
		bend(x + into * c, top, x + into * r, y - s * c, x + into * r, y),
		bend(x + into * r, y + s * c, x + into * c, bottom, x, bottom),
	];
}

function notchAcross(x: Pt, y: Pt, r: Pt, into: 1 | -1): PathOp[] {
	const c = r * KAPPA;
	const [first, last] = into > 0 ? [x - r, x + r] : [x + r, x - r];
	const s = into > 0 ? 1 : -1;
	return [
		draw(first, y),
		bend(first, y + into * c, x - s * c, y + into * r, x, y + into * r),
		bend(x + s * c, y + into * r, last, y + into * c, last, y),
	];
}

interface Edge {
	readonly x: Pt;
	readonly y: Pt;
	readonly width: Pt;
	readonly height: Pt;
}

/** Within its outer size, as frames are. */
const inset = ({ x, y, width, height }: Edge, by: Pt): Edge => ({
	x: x + by,
	y: y + by,
	width: width - 2 * by,
	height: height - 2 * by,
});

/** Round corners, and a notch on both sides at the line that is torn. */
function outline(
	edge: Edge,
	border: Pt,
	r: Pt,
	notch: Pt,
	tear:
		| { readonly kind: "across"; readonly y: Pt }
		| { readonly kind: "down"; readonly x: Pt }
		| null,
): PathOp[] {
	const { x, y, width, height } = inset(edge, border / 2);
	const [right, bottom] = [x + width, y + height];
	const across = tear?.kind === "across" ? tear.y : null;
	const down = tear?.kind === "down" ? tear.x : null;
	return [
		move(x + r, y),
		...(down === null ? [] : notchAcross(down, y, notch, 1)),
		draw(right - r, y),
		corner(right - r, y, right, y, right, y + r),
		...(across === null ? [] : notchDown(right, across, notch, -1)),
		draw(right, bottom - r),
		corner(right, bottom - r, right, bottom, right - r, bottom),
		...(down === null ? [] : notchAcross(down, bottom, notch, -1)),
		draw(x + r, bottom),
		corner(x + r, bottom, x, bottom, x, bottom - r),
		...(across === null ? [] : notchDown(x, across, notch, 1)),
		draw(x, y + r),
		corner(x, y + r, x, y, x + r, y),
		CLOSE,
	];
}

function paper(kit: Kit, ops: PathOp[]): Shape {
	const { k, look } = kit;
	return {
		kind: "shape",
		ops,
		fill: look.ticket,
		stroke: {
			ink: look.green,
			width: k(look.ticketFrame),
			round: true,
			dash: null,
		},
	};
}

const perforation = (kit: Kit, x1: Pt, y1: Pt, x2: Pt, y2: Pt): Shape =>
	stroked(segment(x1, y1, x2, y2), kit.look.green, kit.k(PERFORATION.width), {
		dash: [kit.k(PERFORATION.on), kit.k(PERFORATION.off)],
	});

/** The letter of an outcome, or the number of the question to go on with. */
const signOf = (deed: Deed, letter: string): string =>
	deed.jump === null ? letter : String(deed.jump);

function lettered(
	kit: Kit,
	sign: string,
	cx: Pt,
	cy: Pt,
	r: Pt,
): readonly Mark[] {
	const { green } = kit.look;
	return [
		...discShapes(kit, cx, cy, r, green),
		...centredSign(kit, sign, cx, cy, "letter", solidTone(kit, green)),
	];
}

const bodyOf = (deed: Deed, measure: Pt, kit: Kit): Paragraph | null =>
	deed.text === null || kit.words(deed.text).length === 0
		? null
		: kit.set(deed.text, "body", measure, {
				ground: kit.look.ticket,
				leading: 1.34,
			});

/** A ticket of a board: letter and title over the line, the deed below it. */
export interface Ticket {
	readonly header: Pt;
	/** Least height under a header. */
	readonly under: Pt;
	readonly fits: boolean;
	/** False when the pictogram had to make room for the title. */
	readonly keepsIcon: boolean;
	readonly place: (x: Pt, y: Pt, height: Pt, header: Pt) => readonly Node[];
}

export function setTicket(
	deed: Deed,
	letter: string,
	width: Pt,
	icons: boolean,
	kit: Kit,
): Ticket {
	const { k, look } = kit;
	const ground = look.ticket;
	const titleIn = (right: number) =>
		kit.set(deed.title, "ticketTitle", width - k(TITLE_LEFT + right), {
			ground,
		});
	const bare = titleIn(TITLE_RIGHT);
	const hasRoom =
		icons &&
		deed.icon !== null &&
		width >= k(ICON_FROM) &&
		bare.lines.length === 1;
	const beside =
		hasRoom && bare.width <= width - k(TITLE_LEFT + ICON_RIGHT + 1)
			? bare
			: null;
	const title = beside ?? bare;
	const header = Math.max(k(HEADER), heightAround(title, k(1.5)));
	const body = bodyOf(deed, width - k(BODY_LEFT + BODY_RIGHT), kit);
	const bodyTop = body === null ? 0 : Math.max(k(BODY_TOP), body.rise + k(0.9));
	const bodyBottom =
		body === null
			? 0
			: bodyTop + body.height + Math.max(k(BODY_BOTTOM), body.drop + k(1.2));
	return {
		header,
		under: bodyBottom,
		fits:
			title.lines.length <= MOST_TITLE_LINES &&
			(body?.lines.length ?? 0) <= MOST_BODY_LINES,
		keepsIcon: deed.icon === null || beside !== null,
		place: (x, y, height, headerHeight) => {
			const rest = height - headerHeight - bodyBottom;
			// Nothing is torn off a ticket that says no more than its title.
			const isTorn = body !== null || rest > k(4);
			const tear = isTorn ? y + headerHeight : null;
			const cy = isTorn ? y + headerHeight / 2 : y + height / 2;
			const isLarge = deed.icon !== null && rest >= k(SPARE);
			const marks: Mark[] = [
				paper(
					kit,
					outline(
						{ x, y, width, height },
						k(look.ticketFrame),
						k(RADIUS),
						k(NOTCH),
						tear === null ? null : { kind: "across", y: tear },
					),
				),
				...(tear === null
					? []
					: [
							perforation(
								kit,
								x + k(NOTCH + 1),
								tear,
								x + width - k(NOTCH + 1),
								tear,
							),
						]),
				...lettered(kit, signOf(deed, letter), x + k(DISC_LEFT), cy, k(DISC)),
			];
			if (deed.icon !== null && isLarge) {
				const side = Math.min(rest - k(4), k(MOST_ICON));
				marks.push(
					...pictogram(
						deed.icon,
						x + (width - side) / 2,
						y +
							headerHeight +
							bodyBottom +
							(rest - side) / 2 -
							k(body === null ? 0 : 0.8),
						side,
						drawn(kit, look.green, side, ground),
					),
				);
			} else if (deed.icon !== null && beside !== null && icons)
				marks.push(
					...pictogram(
						deed.icon,
						x + width - k(ICON_RIGHT),
						cy - k(ICON / 2),
						k(ICON),
						drawn(kit, look.green, k(ICON), ground),
					),
				);
			return [
				artifact(...marks),
				textNode("P", title, x + k(TITLE_LEFT), centredCapTop(title, cy)),
				...(body === null || tear === null
					? []
					: [textNode("P", body, x + k(BODY_LEFT), tear + bodyTop)]),
			];
		},
	};
}

const STUB = 12;
const STUB_NOTCH = 1.9;
const STUB_RADIUS = 2.4;
const STEP_TEXT = 15.6;
const STEP_RIGHT = 3.4;
const STEP_LEAST = 12;
const STEP_PADDING = 1.9;
const STEP_ICON = 8.6;
/** A wider step has room for its pictogram. */
const STEP_ICON_FROM = 96;

export interface StepTicket {
	readonly height: Pt;
	readonly place: (x: Pt, y: Pt, height: Pt) => readonly Node[];
}

/** A ticket of a ladder: the letter on its stub, everything else beside it. */
export function setStepTicket(
	deed: Deed,
	letter: string,
	width: Pt,
	kit: Kit,
): StepTicket {
	const { k, look } = kit;
	const ground = look.ticket;
	const hasIcon = deed.icon !== null && width >= k(STEP_ICON_FROM);
	const measure =
		width - k(STEP_TEXT + STEP_RIGHT + (hasIcon ? STEP_ICON + 2 : 0));
	const title = kit.set(deed.title, "ticketTitle", measure, { ground });
	const body = bodyOf(deed, measure, kit);
	const space =
		body === null ? 0 : spaceBetween(title, body, title.style.size * 0.52);
	const text = title.height + space + (body?.height ?? 0);
	const marks = Math.max(title.rise, (body ?? title).drop);
	const height = Math.max(
		k(STEP_LEAST),
		text + 2 * Math.max(k(STEP_PADDING), title.style.size * 0.5),
		text + 2 * (marks + k(1)),
	);
	return {
		height,
		place: (x, y, given) => {
			const cy = y + given / 2;
			const tear = x + k(STUB);
			const capTop = cy - text / 2;
			return [
				artifact(
					paper(
						kit,
						outline(
							{ x, y, width, height: given },
							k(look.ticketFrame),
							k(STUB_RADIUS),
							k(STUB_NOTCH),
							{ kind: "down", x: tear },
						),
					),
					perforation(
						kit,
						tear,
						y + k(STUB_NOTCH + 1),
						tear,
						y + given - k(STUB_NOTCH + 1),
					),
					...lettered(kit, signOf(deed, letter), x + k(STUB / 2), cy, k(DISC)),
					...(hasIcon && deed.icon !== null
						? pictogram(
								deed.icon,
								x + width - k(STEP_RIGHT + STEP_ICON),
								cy - k(STEP_ICON / 2),
								k(STEP_ICON),
								drawn(kit, look.green, k(STEP_ICON), ground),
							)
						: []),
				),
				textNode("P", title, x + k(STEP_TEXT), capTop),
				...(body === null
					? []
					: [
							textNode(
								"P",
								body,
								x + k(STEP_TEXT),
								capTop + title.height + space,
							),
						]),
			];
		},
	};
}
