/** The sheet from top and bottom: slack falls into the line before the terminus. */
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import type { Announcement, Block } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { type StackPart, setItem, stackOf } from "./blocks.ts";
import { type Footer, setFooter } from "./footer.ts";
import { type GapName, TRACK } from "./grid.ts";
import { artifact, type Kit } from "./kit.ts";
import { setFirstTop, type Top } from "./opening.ts";
import { setRunningHead, setTurn } from "./running.ts";
import { discShape } from "./station.ts";
import { setTerminus, type Terminus } from "./terminus.ts";

/** Where there is nothing to do at its end, the line ends in a disc. */
const TERMINAL = 1.3;
/** Room for the descenders of the words above a code. */
const DESCENT = 0.35;
/** What hangs lowest, em: ạ of the heaviest weight. */
const LOWEST = 0.26;
const TERMINAL_GAP = 1.2;

/** Which part of the notice a page carries. */
export interface PageSpec {
	readonly blocks: readonly Block[];
	/** From 1. */
	readonly number: number;
	readonly last: boolean;
}

/** What ends in a frame or a rule has nothing hanging below it. */
const endsInWords = ({ blocks }: PageSpec): boolean => {
	const kind = blocks.at(-1)?.kind;
	return kind === "step" || kind === "list" || kind === "note";
};

const gapAbove = (part: MeasuredPart, afterFlag: boolean): GapName => {
	if (part.opens === "station")
		return afterFlag ? "flagToStation" : "bodyToStation";
	return afterFlag ? "flagToText" : "bodyToText";
};

export type MeasuredTop = Pick<Top, "bottom" | "lineTop" | "endsInFlag">;
export type MeasuredPart = Pick<StackPart, "height" | "opens" | "fits">;
export type MeasuredTerminus = Pick<Terminus, "height" | "clear">;
export type MeasuredFooter = Pick<Footer, "top">;

/** The measures of everything on a page. */
export interface Measured {
	readonly top: MeasuredTop;
	readonly parts: readonly MeasuredPart[];
	readonly terminus: MeasuredTerminus | null;
	readonly footer: MeasuredFooter;
}

interface Arrangement {
	/** Of each part. */
	readonly tops: readonly Pt[];
	readonly terminusTop: Pt;
	/** Of the line. */
	readonly lineTop: Pt;
	readonly lineBottom: Pt;
	/** Height left over; negative when the notice does not fit. */
	readonly slack: Pt;
}

/** Everything of a page in its place, and how much height is left. */
export function arrange(
	page: PageSpec,
	{ top, parts, terminus, footer }: Measured,
	kit: Kit,
): Arrangement {
	const { u } = kit;
	const terminusTop =
		footer.top -
		(terminus === null ? u(0.6) : kit.gap("captionToFooter") + terminus.height);
	const tops: Pt[] = [];
	let y = top.bottom;
	let first: Pt | null = null;
	parts.forEach((part, i) => {
		y += kit.gap(gapAbove(part, i === 0 && top.endsInFlag));
		first ??= y;
		tops.push(y);
		y += part.height;
	});
	const above = Math.max(
		kit.gap("lastToTerminus"),
		(terminus?.clear ?? 0) +
			Math.max(
				u(DESCENT),
				endsInWords(page)
					? LOWEST *
							Math.max(kit.style("body").size, kit.style("optionTitle").size)
					: 0,
			),
	);
	return {
		tops,
		terminusTop,
		lineTop: top.lineTop ?? (first ?? top.bottom) + u(1),
		lineBottom: terminus === null ? y + u(TERMINAL_GAP) : terminusTop,
		slack: terminusTop - above - y,
	};
}

/** The whole page, drawn. */
export function compose(
	notice: Announcement,
	page: PageSpec,
	kit: Kit,
): readonly Node[] {
	const { u } = kit;
	const top =
		page.number === 1
			? setFirstTop(notice, kit)
			: setRunningHead(notice, page.number, kit);
	const parts = stackOf(page.blocks).map((item) => setItem(item, kit));
	const footer = setFooter(notice, kit);
	const terminus = page.last
		? setTerminus(notice, kit)
		: setTurn(page.number + 1, kit);
	const { tops, terminusTop, lineTop, lineBottom } = arrange(
		page,
		{ top, parts, terminus, footer },
		kit,
	);
	const half = u(kit.look.line) / 2;
	// A line from nothing to nothing says nothing.
	const drawn =
		top.lineTop !== null ||
		terminus !== null ||
		parts.some((part) => part.opens === "station");
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
	const terminal = artifact(
		...discShape(kit, u(TRACK), lineBottom, u(TERMINAL)),
	);
	return [
		...(drawn ? [line] : []),
		...top.nodes,
		...parts.flatMap((part, i) => part.place(tops[i] ?? 0)),
		...(terminus?.place(terminusTop) ?? (drawn ? [terminal] : [])),
		...footer.nodes,
	];
}
