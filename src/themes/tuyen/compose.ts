/** The sheet from top and bottom: slack falls into the line before the terminus. */
import type { Diagnostic } from "../../diagnostics.ts";
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import type { Announcement, Block } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { type StackPart, setBlocks } from "./blocks.ts";
import { setFooter } from "./footer.ts";
import { type GapName, TRACK } from "./grid.ts";
import { artifact, type Kit } from "./kit.ts";
import { setFirstTop } from "./opening.ts";
import { setRunningHead, setTurn } from "./running.ts";
import { discShape } from "./station.ts";
import { setTerminus } from "./terminus.ts";

export interface Trial {
	/** Drawn only when the trial is the one that is used. */
	readonly nodes: () => readonly Node[];
	/** Height left over; negative when the notice does not fit. */
	readonly slack: Pt;
	/** Gaps that can take some of the slack. */
	readonly stretches: number;
	readonly fits: boolean;
	readonly faults: readonly Diagnostic[];
}

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

const gapAbove = (part: StackPart, afterFlag: boolean): GapName => {
	if (part.opens === "station")
		return afterFlag ? "flagToStation" : "bodyToStation";
	return afterFlag ? "flagToText" : "bodyToText";
};

/** One trial of the fit: everything of a page placed, and how much height is left. */
export function compose(notice: Announcement, page: PageSpec, kit: Kit): Trial {
	const { u } = kit;
	const top =
		page.number === 1
			? setFirstTop(notice, kit)
			: setRunningHead(notice, page.number, kit);
	const parts = setBlocks(page.blocks, kit);
	const footer = setFooter(notice, kit);
	const terminus = page.last
		? setTerminus(notice, kit)
		: setTurn(page.number + 1, kit);
	const terminusTop =
		footer.top -
		(terminus === null ? u(0.6) : kit.gap("captionToFooter") + terminus.height);
	const tops: Pt[] = [];
	let y = top.bottom;
	let first: Pt | null = null;
	parts.forEach((part: StackPart, i) => {
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
	const slack = terminusTop - above - y;
	const lineTop = top.lineTop ?? (first ?? top.bottom) + u(1);
	const lineBottom = terminus === null ? y + u(TERMINAL_GAP) : terminusTop;
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
	return {
		nodes: () => [
			...(drawn ? [line] : []),
			...top.nodes,
			...parts.flatMap((part, i) => part.place(tops[i] ?? 0)),
			...(terminus?.place(terminusTop) ?? (drawn ? [terminal] : [])),
			...footer.nodes,
		],
		slack,
		stretches: parts.length + 1,
		fits: slack >= 0 && parts.every((part) => part.fits),
		faults: kit.faults,
	};
}
