/** The tear-off block calendar that says when. */
import { disc, filled, rectangle } from "../../layout/shapes.ts";
import type { Mark, Node, Shape } from "../../layout/sheet.ts";
import {
	followedBySpace,
	measureLine,
	type Paragraph,
	placeParagraph,
	setParagraph,
	spansOf,
} from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import { calendarWords } from "../../model/dates.ts";
import { mm, type Pt } from "../../units.ts";
import {
	artifact,
	content,
	element,
	frameShape,
	heightAround,
	type Kit,
	solidTone,
} from "./kit.ts";
import { bend, CLOSE, draw, move } from "./path.ts";
import { ROLES, type Role } from "./type-scale.ts";

export interface CalendarBlock {
	/** With the leaves behind it. */
	readonly width: Pt;
	readonly height: Pt;
	/** What stands out above and below. */
	readonly above: Pt;
	readonly below: Pt;
	/** The same drawn taller, up to what suits its width. */
	readonly stretched: (height: Pt) => CalendarBlock;
	readonly place: (x: Pt, y: Pt) => readonly Node[];
}

export const CALENDAR_FIELDS = [
	"when",
	"calendar",
] as const satisfies readonly (keyof Announcement)[];
type CalendarFields = Pick<Announcement, (typeof CALENDAR_FIELDS)[number]>;

const RADIUS = 1.6;
const FRAME = 0.7;
const LEAF_FRAME = 0.45;
const LEAVES = [
	{ x: 1.6, y: 3, shorter: 1.2 },
	{ x: 0.8, y: 1.5, shorter: 0.6 },
] as const;
const RING = 1.5;
const RING_BAR = { width: 1.5, height: 3.4 };
/** Part of the height. */
const STRIP = 0.165;
/** Centres, and the capitals of the day, in parts of what is below the strip. */
const LABEL = 0.105;
const DAYS = 0.51;
const DAYS_ALONE = 0.58;
const WEEKDAY = 0.875;
const MOST_CAP = 0.5;
const MOST_WIDTH = 0.82;
const HOURS_ALONE = 1.3;
const MOST_SHAPE = 1.32;
/** Two days side by side are wide rather than high. */
const MOST_RANGE_SHAPE = 1.12;

interface Line {
	readonly paragraph: Paragraph;
	/** Of its capitals, from the top of the block. */
	readonly centre: Pt;
}

/** On one line, as large as its role, its room and its floor allow. */
function lineOf(
	text: string,
	role: Role,
	room: { readonly width: Pt; readonly cap: Pt },
	kit: Kit,
	over: Partial<Parameters<Kit["style"]>[1]> = {},
): Paragraph {
	const style = kit.style(role, over);
	const spans = spansOf(text);
	const unit = measureLine(spans, { ...style, size: 1 }, kit.typeface);
	const capHeight = kit.typeface.face(style.weight).capHeight;
	const [floor, target, most] = ROLES[role].sizes[kit.format.name];
	const wished = Math.max(target, Math.min(most, style.size));
	const size = Math.max(
		floor,
		Math.min(wished, room.width / unit, room.cap / capHeight),
	);
	return setParagraph(
		spans,
		{ ...style, size },
		kit.width,
		kit.typeface,
		"when",
	);
}

/** Of the strip: the rings stand at its ends. */
const monthRoom = (leaf: Pt, kit: Kit): Pt =>
	leaf * 0.8 - 2 * kit.k(RING + 0.9);

/** As wide as a month needs at its least size. */
function leafFor(month: string, kit: Kit): Pt {
	const [size] = ROLES.calendarMonth.sizes[kit.format.name];
	const style = kit.style("calendarMonth", { size });
	const width = measureLine(spansOf(month), style, kit.typeface);
	return (width * 1.01 + 2 * kit.k(RING + 0.9)) / 0.8;
}

export function setCalendar(
	notice: CalendarFields,
	wished: Pt,
	usualHeight: Pt,
	kit: Kit,
): CalendarBlock | null {
	const { when, calendar } = notice;
	if (when === null) return null;
	const words = calendar === null ? null : calendarWords(calendar);
	const leaf = Math.max(
		wished - kit.k(LEAVES[0].x),
		words === null ? 0 : leafFor(words.month, kit),
	);
	const width = leaf + kit.k(LEAVES[0].x);
	const hours = words === null ? kit.words(when) : (calendar?.hours ?? null);
	const line = kit.style("calendarLine");
	// Hours without a day have the block to themselves.
	const size = line.size * (words === null ? HOURS_ALONE : 1);
	const hoursSet =
		hours === null
			? null
			: kit.setSpans(hours, { ...line, size }, leaf * 0.88, when.path);
	const hoursRoom = hoursSet === null ? 0 : heightAround(hoursSet, kit.k(1));
	if (words === null) {
		if (hoursSet === null) return null;
		return hoursOnly(hoursSet, width, hoursRoom + kit.k(5), kit);
	}
	return dayBlock(words, hoursSet, hoursRoom, leaf, width, usualHeight, kit);
}

function dayBlock(
	words: NonNullable<ReturnType<typeof calendarWords>>,
	hours: Paragraph | null,
	hoursRoom: Pt,
	leaf: Pt,
	width: Pt,
	height: Pt,
	kit: Kit,
): CalendarBlock {
	const { red } = kit.look;
	const month = lineOf(
		words.month,
		"calendarMonth",
		{
			width: monthRoom(leaf, kit),
			cap: height * STRIP * 0.56,
		},
		kit,
		solidTone(kit, red),
	);
	const strip = Math.max(height * STRIP, heightAround(month, kit.k(0.9)));
	const below = height - strip;
	const label = lineOf(
		words.label,
		"calendarLabel",
		{ width: leaf * 0.86, cap: below * 0.075 },
		kit,
	);
	const weekday =
		words.weekday === null
			? null
			: lineOf(
					words.weekday,
					"calendarLine",
					{ width: leaf * MOST_WIDTH, cap: below * 0.09 },
					kit,
					{ capitals: true },
				);
	const days = lineOf(
		words.days,
		"calendarDays",
		{ width: leaf * MOST_WIDTH, cap: below * MOST_CAP },
		kit,
		{ ink: red },
	);
	// What is written over the day keeps its marks off the strip.
	const labelCentre = Math.max(
		strip + below * LABEL,
		strip + label.rise + label.height / 2 + kit.k(0.7),
	);
	const lines: Line[] = [
		{ paragraph: label, centre: labelCentre },
		{
			paragraph: days,
			centre: strip + below * (weekday === null ? DAYS_ALONE : DAYS),
		},
		{ paragraph: month, centre: strip / 2 },
		...(weekday === null
			? []
			: [{ paragraph: weekday, centre: strip + below * WEEKDAY }]),
		...(hours === null
			? []
			: [{ paragraph: hours, centre: height - below * 0.045 + hoursRoom / 2 }]),
	];
	const whole = height + hoursRoom;
	return {
		width,
		height: whole,
		above: kit.k(RING_BAR.height - 0.6),
		below: kit.k(LEAVES[0].y - LEAVES[0].shorter + 0.3),
		stretched: (given) => {
			const taller = Math.min(
				given - hoursRoom,
				leaf * (weekday === null ? MOST_RANGE_SHAPE : MOST_SHAPE),
			);
			return taller <= height
				? dayBlock(words, hours, hoursRoom, leaf, width, height, kit)
				: dayBlock(words, hours, hoursRoom, leaf, width, taller, kit);
		},
		place: (x, y) => {
			const shapes: Mark[] = [
				...LEAVES.map((behind) =>
					frameShape(
						kit,
						x + kit.k(behind.x),
						y + kit.k(behind.y),
						leaf,
						whole - kit.k(behind.shorter),
						kit.k(RADIUS),
						"black",
						LEAF_FRAME,
					),
				),
				frameShape(kit, x, y, leaf, whole, kit.k(RADIUS), "black", FRAME),
				...header(kit, x, y, leaf, strip),
				...[0.1, 0.9].flatMap((at) => ring(kit, x + leaf * at, y)),
			];
			return [
				artifact(...shapes),
				element(
					"P",
					content(
						...lines.flatMap(({ paragraph, centre }, i) =>
							placeParagraph(
								i < lines.length - 1
									? followedBySpace(paragraph, kit.typeface)
									: paragraph,
								x + leaf / 2,
								y + centre - paragraph.height / 2,
								"centre",
							),
						),
					),
				),
			];
		},
	};
}

/** No day is named: the hours on a plain leaf. */
function hoursOnly(
	hours: Paragraph,
	width: Pt,
	height: Pt,
	kit: Kit,
): CalendarBlock {
	const block: CalendarBlock = {
		width,
		height,
		above: 0,
		below: 0,
		stretched: () => block,
		place: (x, y) => [
			artifact(
				frameShape(
					kit,
					x,
					y,
					width,
					height,
					kit.k(RADIUS),
					kit.look.red,
					FRAME,
				),
			),
			element(
				"P",
				content(
					...placeParagraph(
						hours,
						x + width / 2,
						y + (height - hours.height) / 2,
						"centre",
					),
				),
			),
		],
	};
	return block;
}

/** The strip of the month: filled, or ruled off. */
function header(kit: Kit, x: Pt, y: Pt, width: Pt, strip: Pt): Shape[] {
	const half = kit.k(FRAME) / 2;
	if (!kit.look.solid)
		return [
			filled(
				rectangle(x + half, y + strip, width - 2 * half, kit.k(FRAME)),
				"black",
			),
		];
	const [left, right] = [x + 2 * half, x + width - 2 * half];
	const [top, bottom] = [y + 2 * half, y + strip];
	const r = kit.k(RADIUS) - 2 * half;
	const c = r * 0.4477;
	return [
		filled(
			[
				move(left, bottom),
				draw(left, top + r),
				bend(left, top + c, left + c, top, left + r, top),
				draw(right - r, top),
				bend(right - c, top, right, top + c, right, top + r),
				draw(right, bottom),
				CLOSE,
			],
			kit.look.red,
		),
	];
}

const ring = (kit: Kit, cx: Pt, y: Pt): Shape[] => {
	const stroke = {
		ink: "black",
		width: Math.max(mm(0.25), kit.k(0.6)),
		round: true,
		dash: null,
	} as const;
	const { width, height } = RING_BAR;
	const shape = (ops: Shape["ops"]): Shape => ({
		kind: "shape",
		ops,
		fill: "white",
		stroke,
	});
	return [
		shape(disc(cx, y + kit.k(0.6), kit.k(RING))),
		shape(
			rectangle(
				cx - kit.k(width / 2),
				y + kit.k(0.6 - height),
				kit.k(width),
				kit.k(height),
				kit.k(width / 2),
			),
		),
	];
};
