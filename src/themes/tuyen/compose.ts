/** The sheet from top and bottom: slack falls into the line before the terminus. */
import type { Diagnostic } from "../../diagnostics.ts";
import type { Typeface } from "../../fonts/face.ts";
import type { Format } from "../../formats/formats.ts";
import { setHeadline } from "../../layout/headline.ts";
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, placeParagraph } from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { type StackPart, setBlocks } from "./blocks.ts";
import type { Fit } from "./fit.ts";
import { type Flag, setWhenFlag } from "./flag.ts";
import { setFooter } from "./footer.ts";
import {
	CONTENT,
	CONTENT_WIDTH,
	FULL,
	LEFT,
	RIGHT,
	SNAPS,
	TRACK,
} from "./grid.ts";
import { artifact, content, element, type Kit, makeKit } from "./kit.ts";
import { setMasthead } from "./masthead.ts";
import { setTerminus } from "./terminus.ts";
import { ROLES } from "./type-scale.ts";

export interface Trial {
	readonly nodes: readonly Node[];
	/** Height left over; negative when the notice does not fit. */
	readonly slack: Pt;
	/** Gaps that can take some of the slack. */
	readonly stretches: number;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

/** Ink height a headline may take, units: at its target, and grown in a short notice. */
const HEADLINE_INK = { usual: 15.2, most: 46 };
const HEADLINE_LINES = 4;
/** Least room for a lead beside the flag. */
const LEAD_BESIDE = 23;
const MOST_LEAD_LINES = 4;
/** A lead may stand this far above and below its flag. */
const LEAD_OVERHANG = 0.5;

function headlineOf(notice: Announcement, kit: Kit): Paragraph {
	const { u, fit } = kit;
	const style = kit.style("headline");
	const grown = Math.max(0, fit.headline - 1);
	const budget =
		HEADLINE_INK.usual + (HEADLINE_INK.most - HEADLINE_INK.usual) * grown;
	const [floor] = ROLES.headline.sizes[kit.format.name];
	const limits = {
		measure: u(FULL),
		size: style.size,
		height: u(budget),
		maxLines: HEADLINE_LINES,
	};
	const display = setHeadline(
		kit.words(notice.title),
		style,
		limits,
		kit.typeface,
		notice.title.path,
	);
	if (display !== null && display.style.size >= floor * 0.999) return display;
	return kit.set(notice.title, "headline", u(FULL), { size: floor });
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

interface Opening {
	readonly nodes: readonly Node[];
	readonly bottom: Pt;
	/** Where the line starts; null when the notice names no time. */
	readonly lineTop: Pt | null;
	readonly fits: boolean;
}

/** The flag of the time, and the lead beside or below it. */
function setOpening(notice: Announcement, top: Pt, kit: Kit): Opening {
	const { u } = kit;
	const flag: Flag | null =
		notice.when === null ? null : setWhenFlag(notice.when, kit);
	const lead =
		notice.lead !== null && kit.words(notice.lead).length > 0
			? notice.lead
			: null;
	if (flag === null) {
		if (lead === null)
			return { nodes: [], bottom: top, lineTop: null, fits: true };
		const paragraph = kit.set(lead, "lead", u(FULL));
		return {
			nodes: [
				element("P", content(...placeParagraph(paragraph, u(LEFT), top))),
			],
			bottom: top + paragraph.height,
			lineTop: null,
			fits: true,
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
		const extra =
			beside === null
				? 0
				: Math.max(0, (beside.height - flag.height) / 2 - u(LEAD_OVERHANG));
		const flagY = top + extra;
		return {
			nodes: [
				...flag.place(flagY),
				...(beside === null
					? []
					: [
							element(
								"P",
								content(
									...placeParagraph(
										beside,
										u(leadLeft),
										flagY + flag.height / 2 - beside.height / 2,
									),
								),
							),
						]),
			],
			bottom: flagY + flag.height + extra,
			lineTop: flagY + flag.height,
			fits: true,
		};
	}
	const below = kit.set(lead, "lead", u(CONTENT_WIDTH));
	const capTop = top + flag.height + kit.gap("flagToStation");
	return {
		nodes: [
			...flag.place(top),
			element("P", content(...placeParagraph(below, u(CONTENT), capTop))),
		],
		bottom: capTop + below.height,
		lineTop: top + flag.height,
		fits: true,
	};
}

/** One trial of the fit: everything placed, and how much height is left. */
export function compose(
	notice: Announcement,
	format: Format,
	fit: Fit,
	ink: "full" | "saver",
	typeface: Typeface,
	air = 0,
): Trial {
	const kit = makeKit(format, fit, ink, typeface, air);
	const { u } = kit;
	const masthead = setMasthead(notice, kit);
	const headline = headlineOf(notice, kit);
	const headlineCapTop =
		masthead.bottom + kit.gap("mastheadToHeadline") + headline.rise;
	const openingTop =
		headlineCapTop +
		headline.height +
		headline.drop +
		kit.gap("headlineToFlag");
	const opening = setOpening(notice, openingTop, kit);
	const parts = setBlocks(notice.blocks, kit);
	const footer = setFooter(notice, kit);
	const terminus = setTerminus(notice, kit);
	const terminusTop =
		footer.top -
		(terminus === null ? u(0.6) : kit.gap("captionToFooter") + terminus.height);
	const placed: Node[] = [];
	let y = opening.bottom;
	let firstTop: Pt | null = null;
	parts.forEach((part: StackPart, i) => {
		y += i === 0 ? kit.gap("flagToStation") : kit.gap(part.gap);
		firstTop ??= y;
		placed.push(...part.place(y));
		y += part.height;
	});
	const slack = terminusTop - kit.gap("lastToTerminus") - y;
	const lineTop =
		opening.lineTop ?? (firstTop === null ? openingTop : firstTop + u(1));
	const lineBottom = terminus === null ? y : terminusTop;
	const half = u(kit.look.line) / 2;
	const line = artifact(
		filled(
			rectangle(
				u(TRACK) - half,
				lineTop - u(0.3),
				2 * half,
				lineBottom - lineTop + u(0.6),
			),
			kit.look.accent,
		),
	);
	return {
		nodes: [
			line,
			...masthead.nodes,
			headlineNode(headline, u(LEFT), headlineCapTop),
			...opening.nodes,
			...placed,
			...(terminus === null ? [] : terminus.place(terminusTop)),
			...footer.nodes,
		],
		slack,
		stretches: parts.length + 1,
		fits: slack >= 0 && opening.fits && parts.every((part) => part.fits),
		faults: kit.faults,
	};
}
