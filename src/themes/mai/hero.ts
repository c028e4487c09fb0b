/** The sun, and before it the kind of notice, its headline and the calendar. */

import { setHeadline } from "../../layout/headline.ts";
import { filled } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import {
	type Line,
	type Paragraph,
	placeParagraph,
} from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { drawable } from "../shared/text-kit.ts";
import {
	CALENDAR_FIELDS,
	type CalendarBlock,
	setCalendar,
} from "./calendar.ts";
import {
	artifact,
	boxShapes,
	centredCapTop,
	content,
	drawn,
	element,
	heightAround,
	type Kit,
	solidTone,
	textNode,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";
import { rays } from "./rays.ts";
import { ROLES } from "./type-scale.ts";

export const HERO_FIELDS = [
	...CALENDAR_FIELDS,
	"kind",
	"dated",
	"title",
] as const satisfies readonly (keyof Announcement)[];
type HeroFields = Pick<Announcement, (typeof HERO_FIELDS)[number]>;

/** Ink of a headline, of the page's height: at its target, and grown in a short notice. */
const HEADLINE_INK = { usual: 0.27, most: 0.62 };
const HEADLINE_LINES = 4;
/** What has more words than any headline would fill the page with black; its author is warned. */
const LONG_TITLE = 0.75;
const TAG = { height: 6.2, padding: 2.4, radius: 1, toDated: 3 };
const TAG_TO_HEADLINE = 2.6;
/** Under the last line of the headline, in its size. */
const BELOW_HEADLINE = 0.06;
const CALENDAR_TOP = 4.4;
const CALENDAR_GAP = 6;
const VILLAGERS = {
	height: 18.5,
	width: 2.16,
	least: 0.7,
	before: 7,
	after: 4,
};

interface TagRow {
	readonly height: Pt;
	readonly place: (x: Pt, y: Pt) => readonly Node[];
}

/** What kind of notice, of which day. */
function setTagRow({ kind, dated }: HeroFields, measure: Pt, kit: Kit): TagRow {
	const { k } = kit;
	const tone = solidTone(kit, kit.look.red);
	const tag = kit.set(kind, "tag", measure * 0.6, tone);
	const width = tag.width + 2 * k(TAG.padding);
	const date = kit.set(dated, "dated", measure - width - k(TAG.toDated), {
		ink: kit.look.mute,
	});
	const tagHeight = Math.max(k(TAG.height), heightAround(tag, k(0.7)));
	const height = Math.max(tagHeight, heightAround(date, 0));
	return {
		height,
		place: (x, y) => {
			const cy = y + height / 2;
			return [
				artifact(
					...boxShapes(
						kit,
						x,
						cy - tagHeight / 2,
						width,
						tagHeight,
						k(TAG.radius),
						kit.look.red,
					),
				),
				textNode("P", tag, x + width / 2, centredCapTop(tag, cy), "centre"),
				textNode(
					"P",
					date,
					x + width + k(TAG.toDated),
					centredCapTop(date, cy),
				),
			];
		},
	};
}

/** From the first ink to the last: the mark of a last ế reaches beyond its letter. */
function inkWidth({ pieces, width }: Line, size: Pt): Pt {
	const letters = pieces
		.flatMap((piece) => piece.glyphs)
		.filter(({ ink }) => ink !== null);
	const first = letters[0];
	const last = letters.at(-1);
	if (!first?.ink || !last?.ink) return width;
	return width + (last.ink.right - last.advance - first.ink.left) * size;
}

const widest = ({ lines, style }: Paragraph): Pt =>
	Math.max(...lines.map((line) => inkWidth(line, style.size)));

/** `boost` makes it larger than the search would, where that costs no height. */
function setTitle(
	{ title }: HeroFields,
	measure: Pt,
	boost: number,
	kit: Kit,
): Paragraph {
	const { fit, format } = kit;
	const words = kit.words(title);
	const style = drawable(words, kit.style("headline"), kit.typeface);
	const grown = Math.max(0, fit.headline - 1);
	const { usual, most: mostInk } = HEADLINE_INK;
	const [floor, , most] = ROLES.headline.sizes[format.name];
	const limits = {
		size: Math.min(style.size * boost, most * kit.look.headline),
		height: format.height * (usual + (mostInk - usual) * grown) * boost ** 2,
		maxLines: HEADLINE_LINES,
	};
	const setIn = (room: Pt): Paragraph | null =>
		setHeadline(
			words,
			style,
			{ ...limits, measure: room },
			kit.typeface,
			title.path,
		);
	const first = setIn(measure);
	const over = first === null ? 0 : widest(first) - measure;
	const set = over > 0 ? setIn(measure - 1.1 * over) : first;
	if (set !== null && set.style.size >= floor * 0.999) return set;
	const size = set === null ? floor * LONG_TITLE : floor;
	return kit.set(title, "headline", measure, { size });
}

/**
 * Lines hang on their ink, not on their side bearing. What is particular comes
 * last in Vietnamese: the last line is red.
 */
const placeTitle = (title: Paragraph, x: Pt, capTop: Pt, { look }: Kit): Node =>
	element(
		"H1",
		content(
			...title.lines.flatMap((line, i) => {
				const bearing = line.pieces[0]?.glyphs[0]?.ink?.left ?? 0;
				return placeParagraph(
					{
						...title,
						style: {
							...title.style,
							ink: i === title.lines.length - 1 ? look.red : "black",
						},
						lines: [line],
					},
					x - bearing * title.style.size,
					capTop,
				);
			}),
		),
	);

/** Who it is for: they stand where the headline leaves them room. */
function villagers(x: Pt, bottom: Pt, height: Pt, kit: Kit): Node {
	const { green, red } = kit.look;
	const draw = (
		name: "elder" | "farmer" | "youth",
		at: number,
		size: number,
		ink: typeof green,
	) =>
		pictogram(name, x + at * height, bottom - size * height, size * height, {
			...drawn(kit, ink, height),
			outlined: !kit.look.solid,
		});
	return artifact(
		...draw("elder", 0, 0.92, green),
		...draw("youth", 1.24, 0.92, "black"),
		...draw("farmer", 0.57, 1, red),
	);
}

export interface Hero {
	readonly height: Pt;
	readonly place: (y: Pt) => readonly Node[];
}

/** Everything in front of the rays, at its place in the box. */
interface Stage {
	readonly height: Pt;
	/** Height that words leave empty beside the calendar. */
	readonly hollow: Pt;
	/** Where the sun rises, from the top left of the box. */
	readonly sun: readonly [x: Pt, y: Pt];
	readonly place: (y: Pt) => readonly Node[];
}

const rayed = (stage: Stage, kit: Kit): Hero => ({
	height: stage.height,
	place: (y) => {
		const box = {
			x: kit.left,
			y,
			width: kit.width,
			height: stage.height,
		};
		const [dx, dy] = stage.sun;
		const shine = kit.look.solid
			? [
					artifact(
						rays(box, [kit.left + dx, y + dy], kit.layout.rays),
						...paperCorners(kit, y, stage.height),
					),
				]
			: [];
		return [...shine, ...stage.place(y)];
	},
});

/** The box of the rays has round corners: paper covers the square ones. */
function paperCorners(kit: Kit, y: Pt, height: Pt) {
	const r = kit.k(3);
	const { left, right } = kit;
	const at = (x: Pt, top: Pt, dx: 1 | -1, dy: 1 | -1) => {
		const c = r * 0.4477;
		return filled(
			[
				{ op: "M", x, y: top } as const,
				{ op: "L", x: x + dx * r, y: top } as const,
				{
					op: "C",
					x1: x + dx * c,
					y1: top,
					x2: x,
					y2: top + dy * c,
					x,
					y: top + dy * r,
				} as const,
				{ op: "Z" } as const,
			],
			"white",
		);
	};
	return [
		at(left, y, 1, 1),
		at(right, y, -1, 1),
		at(left, y + height, 1, -1),
		at(right, y + height, -1, -1),
	];
}

/** Where the headline gives way the calendar does, where it grows the calendar does. */
const LEAST_CALENDAR = 0.78;
const calendarScale = ({ fit: { headline } }: Kit): number =>
	headline < 1
		? LEAST_CALENDAR + (1 - LEAST_CALENDAR) * headline
		: 1 + 0.5 * (headline - 1);

function calendarOf(notice: HeroFields, kit: Kit): CalendarBlock | null {
	const { width, height } = kit.layout.calendar;
	const scale = calendarScale(kit);
	return setCalendar(notice, mm(width) * scale, mm(height) * scale, kit);
}

/** With the largest headline that makes the box no higher, where it is the calendar that makes it high. */
const BOOSTS = [1.7, 1.55, 1.4, 1.28, 1.18, 1.09] as const;
const HOLLOW = 5;

function filledOut(stageAt: (boost: number) => Stage, kit: Kit): Hero {
	const usual = stageAt(1);
	if (usual.hollow < kit.k(HOLLOW)) return rayed(usual, kit);
	const boosted = BOOSTS.map(stageAt);
	const found = boosted.find(({ height }) => height <= usual.height + 0.01);
	return rayed(found ?? usual, kit);
}

/** Where the words of a headline stand. */
interface TitlePlace {
	readonly title: Paragraph;
	readonly top: Pt;
	/** Under its last ink, with the white it needs. */
	readonly bottom: Pt;
}

function titlePlace(title: Paragraph, rowHeight: Pt, kit: Kit): TitlePlace {
	const { k } = kit;
	const { size } = title.style;
	const top =
		rowHeight + Math.max(k(TAG_TO_HEADLINE), title.rise + k(0.9)) + k(0.6);
	const drop = Math.max(title.drop, size * 0.1);
	return {
		title,
		top,
		bottom: top + title.height + drop + k(1) + size * BELOW_HEADLINE,
	};
}

/** Without a calendar the sun rises here, in parts of the box. */
const SUN = { x: 0.86, y: 0.8 };

/** Headline left, calendar right. */
export function setBeside(notice: HeroFields, kit: Kit): Hero {
	const { k } = kit;
	const found = calendarOf(notice, kit);
	const measure =
		found === null ? kit.width : kit.width - found.width - k(CALENDAR_GAP);
	const row = setTagRow(notice, measure, kit);
	const reach = found === null ? 0 : found.below + k(0.8);
	const top = k(CALENDAR_TOP);
	const stageAt = (boost: number): Stage => {
		const placed = titlePlace(
			setTitle(notice, measure, boost, kit),
			row.height,
			kit,
		);
		const height = Math.max(
			placed.bottom,
			found === null ? 0 : top + found.height + reach,
		);
		const calendar = found?.stretched(height - top - reach) ?? null;
		const calendarTop =
			calendar === null
				? 0
				: top + Math.max(0, height - top - reach - calendar.height) / 2;
		const calendarWidth = calendar?.width ?? 0;
		return {
			height,
			hollow: height - placed.bottom,
			sun:
				calendar === null
					? [kit.width * SUN.x, height * SUN.y]
					: [kit.width - calendarWidth / 2, calendarTop + calendar.height / 2],
			place: (y) => [
				...row.place(kit.left, y + k(0.6)),
				...villagersBeside(placed, calendarWidth, height, y, kit),
				placeTitle(placed.title, kit.left, y + placed.top, kit),
				...(calendar?.place(kit.right - calendarWidth, y + calendarTop) ?? []),
			],
		};
	};
	return filledOut(stageAt, kit);
}

/** The villagers right of the last line of the headline, before the calendar. */
function villagersBeside(
	{ title, top }: TitlePlace,
	calendarWidth: Pt,
	height: Pt,
	y: Pt,
	kit: Kit,
): readonly Node[] {
	const { k } = kit;
	const right =
		calendarWidth === 0
			? kit.left + kit.width * SUN.x + k(VILLAGERS.height * 1.08)
			: kit.right - calendarWidth - k(VILLAGERS.after);
	const bottom = y + height;
	// As high as the lines beside them leave free.
	const fits = (size: Pt): boolean => {
		const left = right - VILLAGERS.width * size;
		return title.lines.every((line) => {
			const baseline = y + top + title.capHeight + line.baseline;
			const clear = baseline + line.descent + k(1.5) <= bottom - size;
			const width = inkWidth(line, title.style.size);
			return clear || kit.left + width + k(VILLAGERS.before) <= left;
		});
	};
	const most = k(VILLAGERS.height) * Math.max(1, calendarScale(kit));
	const size = [1, 0.9, 0.8, VILLAGERS.least]
		.map((share) => share * most)
		.find((wished) => wished < height * 0.7 && fits(wished));
	if (size === undefined) return [];
	const at = Math.min(right, kit.right - k(2)) - VILLAGERS.width * size;
	return [villagers(at, bottom, size, kit)];
}

/** The villagers under the headline, in what the calendar leaves. */
function villagersBelow(
	{ bottom }: TitlePlace,
	room: Pt,
	height: Pt,
	y: Pt,
	kit: Kit,
): readonly Node[] {
	const { k } = kit;
	const { least, width } = VILLAGERS;
	const size = Math.min(
		(height - bottom) * 0.84,
		k(VILLAGERS.height) * 1.8,
		(room * 0.7) / width,
	);
	if (size < k(VILLAGERS.height) * least) return [];
	const x = kit.left + (room - width * size) / 2;
	return [villagers(x, y + height, size, kit)];
}

/** Headline across, calendar at the right under it, the lead beside the calendar. */
export function setAbove(
	notice: HeroFields,
	leadIn: (measure: Pt) => Paragraph | null,
	kit: Kit,
): Hero {
	const { k } = kit;
	const calendar = calendarOf(notice, kit);
	const row = setTagRow(notice, kit.width, kit);
	const lead = leadIn(
		calendar === null ? kit.width * 0.82 : kit.width - calendar.width - k(7),
	);
	const room = kit.width - (calendar?.width ?? 0) - k(4);
	const stageAt = (boost: number): Stage => {
		const placed = titlePlace(
			setTitle(notice, kit.width, boost, kit),
			row.height,
			kit,
		);
		const { title } = placed;
		const leadHeight =
			lead === null ? 0 : k(3) + lead.rise + lead.height + lead.drop + k(3);
		const wordsBottom = placed.bottom + leadHeight;
		const calendarTop =
			calendar === null
				? 0
				: title.lines.reduce((top, line) => {
						const beneath =
							placed.top +
							title.capHeight +
							line.baseline +
							line.descent +
							k(2.4) +
							calendar.above;
						return inkWidth(line, title.style.size) > room
							? Math.max(top, beneath)
							: top;
					}, k(CALENDAR_TOP) + row.height);
		const foot = calendar === null ? 0 : calendar.below + k(1);
		const height = Math.max(
			wordsBottom,
			calendar === null ? 0 : calendarTop + calendar.height + foot,
		);
		const hollow = height - wordsBottom;
		// It sits at the foot of the box, as its ground.
		const at =
			calendar === null
				? 0
				: Math.max(calendarTop, height - calendar.height - foot);
		const leadTop = placed.bottom + k(3) + (lead?.rise ?? 0) + hollow * 0.4;
		return {
			height,
			hollow,
			sun:
				calendar === null
					? [kit.width * SUN.x, height * SUN.y]
					: [kit.width - calendar.width / 2, at + calendar.height / 2],
			place: (y) => [
				...row.place(kit.left, y + k(0.6)),
				...(lead !== null
					? []
					: calendar === null
						? villagersBeside(placed, 0, height, y, kit)
						: villagersBelow(placed, room, height, y, kit)),
				placeTitle(title, kit.left, y + placed.top, kit),
				...(calendar?.place(kit.right - calendar.width, y + at) ?? []),
				...(lead === null ? [] : [textNode("P", lead, kit.left, y + leadTop)]),
			],
		};
	};
	return filledOut(stageAt, kit);
}
