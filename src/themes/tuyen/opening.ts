/** The top of the first page: masthead, headline, the flag of the time and the lead. */
import { setHeadline } from "../../layout/headline.ts";
import type { Node } from "../../layout/sheet.ts";
import {
	clearanceAt,
	type Paragraph,
	placeParagraph,
} from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { type Flag, setWhenFlag } from "./flag.ts";
import { CONTENT, CONTENT_WIDTH, FULL, LEFT, RIGHT, SNAPS } from "./grid.ts";
import { content, element, type Kit, textNode } from "./kit.ts";
import { MASTHEAD_FIELDS, setMasthead } from "./masthead.ts";
import { ROLES } from "./type-scale.ts";

/** Ink height a headline may take, units: at its target, and grown in a short notice. */
const HEADLINE_INK = { usual: 15.2, most: 57 };
const HEADLINE_LINES = 4;
/** White under a headline that has grown, in its size. */
const BELOW_HEADLINE = 0.08;
/** Least room for a lead beside the flag. */
const LEAD_BESIDE = 23;
const MOST_LEAD_LINES = 4;
/** A sheet whose type has grown further has room for date and lead, one under the other. */
const MOST_TYPE_BESIDE = 1.2;
/** A lead may stand this far above and below its flag. */
const LEAD_OVERHANG = 0.15;

/** The part of a page above its blocks. */
export interface Top {
	readonly nodes: readonly Node[];
	readonly bottom: Pt;
	/** Where the line starts; null for the first station. */
	readonly lineTop: Pt | null;
	/** False when it ends in words. */
	readonly endsInFlag: boolean;
}
export type MeasuredTop = Omit<Top, "nodes">;

export const HEAD_FIELDS = [
	...MASTHEAD_FIELDS,
	"title",
] as const satisfies readonly (keyof Announcement)[];
type HeadFields = Pick<Announcement, (typeof HEAD_FIELDS)[number]>;

export const OPENING_FIELDS = [
	"when",
	"lead",
] as const satisfies readonly (keyof Announcement)[];
type OpeningFields = Pick<Announcement, (typeof OPENING_FIELDS)[number]>;

function headlineOf({ title }: HeadFields, kit: Kit): Paragraph {
	const { u, fit } = kit;
	const style = kit.style("headline");
	const grown = Math.max(0, fit.headline - 1);
	const budget =
		HEADLINE_INK.usual + (HEADLINE_INK.most - HEADLINE_INK.usual) * grown;
	const [floor, , most] = ROLES.headline.sizes[kit.format.name];
	const limits = {
		measure: u(FULL),
		size: Math.min(style.size, most * kit.look.headline),
		height: u(budget),
		maxLines: HEADLINE_LINES,
	};
	const display = setHeadline(
		kit.words(title),
		style,
		limits,
		kit.typeface,
		title.path,
	);
	if (display !== null && display.style.size >= floor * 0.999) return display;
	return kit.set(title, "headline", u(FULL), { size: floor });
}

/** Headline lines hang on their ink, not on their side bearing. */
function headlineNode(headline: Paragraph, x: Pt, capTop: Pt): Node {
	const runs = headline.lines.flatMap((line) => {
		const bearing = line.pieces[0]?.glyphs[0]?.ink?.left ?? 0;
		return placeParagraph(
			{ ...headline, lines: [line] },
			x - bearing * headline.style.size,
			capTop,
		);
	});
	return element("H1", content(...runs));
}

/** How far the flag is moved down, so that a taller lead stays under the headline. */
function leadOverFlag(lead: Paragraph, flag: Flag, kit: Kit): Pt {
	const above = (lead.height - flag.height) / 2;
	return Math.max(
		0,
		above - kit.u(LEAD_OVERHANG),
		above + marksOver(lead, kit),
	);
}

/** How far the marks of a lead rise over the gap under the headline; negative when they do not. */
const marksOver = (lead: Paragraph, kit: Kit): Pt =>
	lead.rise + clearanceAt(lead.style.size) - kit.gap("headlineToFlag");

/** How the time and the lead stand to each other, and the heights of what stands there. */
export type OpeningShape =
	| { readonly kind: "nothing" }
	/** `over` is added above it, for its marks. */
	| { readonly kind: "lead"; readonly over: Pt; readonly height: Pt }
	/** A lead beside the flag may be taller, by as much above as below. */
	| { readonly kind: "flag"; readonly over: Pt; readonly flag: Pt }
	| {
			readonly kind: "leadBelow";
			readonly flag: Pt;
			readonly gap: Pt;
			readonly height: Pt;
	  };

export interface Opening {
	readonly shape: OpeningShape;
	readonly place: (top: Pt) => readonly Node[];
}

/** An opening that starts at `top`. */
export function openingAt(shape: OpeningShape, top: Pt): MeasuredTop {
	switch (shape.kind) {
		case "nothing":
			return { bottom: top, lineTop: null, endsInFlag: true };
		case "lead": {
			const capTop = top + shape.over;
			const bottom = capTop + shape.height;
			return { bottom, lineTop: null, endsInFlag: false };
		}
		case "flag": {
			const lineTop = top + shape.over + shape.flag;
			return { bottom: lineTop + shape.over, lineTop, endsInFlag: true };
		}
		case "leadBelow": {
			const lineTop = top + shape.flag;
			const bottom = lineTop + shape.gap + shape.height;
			return { bottom, lineTop, endsInFlag: false };
		}
	}
}

/** The flag of the time, and the lead beside or below it. */
export function setOpening(notice: OpeningFields, kit: Kit): Opening {
	const { u } = kit;
	const lead =
		notice.lead !== null && kit.words(notice.lead).length > 0
			? notice.lead
			: null;
	const wantsBeside = lead !== null && kit.fit.type <= MOST_TYPE_BESIDE;
	const flag: Flag | null =
		notice.when === null ? null : setWhenFlag(notice.when, wantsBeside, kit);
	if (flag === null) {
		if (lead === null) return { shape: { kind: "nothing" }, place: () => [] };
		const paragraph = kit.set(lead, "lead", u(FULL));
		const over = Math.max(
			kit.gap("headlineToLead") - kit.gap("headlineToFlag"),
			marksOver(paragraph, kit),
		);
		return {
			shape: { kind: "lead", over, height: paragraph.height },
			place: (top) => [textNode("P", paragraph, u(LEFT), top + over)],
		};
	}
	const flagEdge = LEFT + flag.width / u(1);
	const leadLeft = (SNAPS.find((snap) => snap >= flagEdge - 0.01) ?? RIGHT) + 2;
	const room = RIGHT - leadLeft;
	const beside =
		lead !== null && room >= LEAD_BESIDE
			? kit.set(lead, "lead", u(room))
			: null;
	if (
		lead === null ||
		(beside !== null && beside.lines.length <= MOST_LEAD_LINES)
	) {
		const over = beside === null ? 0 : leadOverFlag(beside, flag, kit);
		return {
			shape: { kind: "flag", over, flag: flag.height },
			place: (top) => {
				const flagY = top + over;
				const words =
					beside === null
						? []
						: [
								textNode(
									"P",
									beside,
									u(leadLeft),
									flagY + flag.height / 2 - beside.height / 2,
								),
							];
				return [...flag.place(flagY), ...words];
			},
		};
	}
	const below = kit.set(lead, "lead", u(CONTENT_WIDTH));
	const gap = kit.gap("flagToText");
	return {
		shape: { kind: "leadBelow", flag: flag.height, gap, height: below.height },
		place: (top) => [
			...flag.place(top),
			textNode("P", below, u(CONTENT), top + flag.height + gap),
		],
	};
}

/** Masthead and headline. */
export interface Head {
	readonly nodes: readonly Node[];
	/** Where the opening starts. */
	readonly bottom: Pt;
}

export function setHead(notice: HeadFields, kit: Kit): Head {
	const { u } = kit;
	const masthead = setMasthead(notice, kit);
	const headline = headlineOf(notice, kit);
	const capTop =
		masthead.bottom + kit.gap("mastheadToHeadline") + headline.rise;
	const below = Math.max(
		kit.gap("headlineToFlag"),
		BELOW_HEADLINE * headline.style.size,
	);
	return {
		nodes: [...masthead.nodes, headlineNode(headline, u(LEFT), capTop)],
		bottom: capTop + headline.height + headline.drop + below,
	};
}
