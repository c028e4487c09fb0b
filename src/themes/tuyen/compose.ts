/** The sheet from top and bottom: slack falls into the line before the terminus. */
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";
import type { PageSpec } from "../shared/pages.ts";
import type { StackPart } from "./blocks.ts";
import type { Footer } from "./footer.ts";
import { type GapName, TRACK } from "./grid.ts";
import { artifact, type Kit } from "./kit.ts";
import type { MeasuredTop } from "./opening.ts";
import { discShape } from "./station.ts";
import type { Terminus } from "./terminus.ts";

/** Where there is nothing to do at its end, the line ends in a disc. */
const TERMINAL = 1.3;
/** Room for the descenders of the words above a code. */
const DESCENT = 0.35;
/** What hangs lowest, em: ạ of the heaviest weight. */
const LOWEST = 0.26;
const TERMINAL_GAP = 1.2;
const TERMINAL_CLEAR = 0.5;

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

export type MeasuredPart = Pick<
	StackPart,
	"height" | "opens" | "joins" | "ends" | "fits"
>;
export type MeasuredTerminus = Pick<Terminus, "height" | "clear">;
export type MeasuredFooter = Pick<Footer, "top">;

/** The measures of everything on a page. */
export interface Measured {
	readonly top: MeasuredTop;
	readonly parts: readonly MeasuredPart[];
	readonly terminus: MeasuredTerminus | null;
	readonly footer: MeasuredFooter;
}

export interface Line {
	readonly top: Pt;
	readonly bottom: Pt;
	/** It ends in a disc of its own. */
	readonly isTerminal: boolean;
}

export interface Arrangement {
	/** Of each part. */
	readonly tops: readonly Pt[];
	readonly terminusTop: Pt;
	/** Null where nothing stands on it, for a line from nothing says nothing. */
	readonly line: Line | null;
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
	let lineTop = top.lineTop;
	parts.forEach((part, i) => {
		y += kit.gap(gapAbove(part, i === 0 && top.endsInFlag));
		if (part.joins !== null) lineTop ??= y + part.joins;
		tops.push(y);
		y += part.height;
	});
	const ends = parts.at(-1)?.ends ?? null;
	const isTerminal = terminus === null && lineTop !== null && ends === null;
	const above = Math.max(
		kit.gap("lastToTerminus"),
		isTerminal ? u(TERMINAL_GAP + TERMINAL + TERMINAL_CLEAR) : 0,
		(terminus?.clear ?? 0) +
			Math.max(
				u(DESCENT),
				endsInWords(page)
					? LOWEST *
							Math.max(kit.style("body").size, kit.style("optionTitle").size)
					: 0,
			),
	);
	const lineBottom = (): Pt => {
		if (terminus !== null) return terminusTop;
		return ends === null ? y + u(TERMINAL_GAP) : y - ends;
	};
	return {
		tops,
		terminusTop,
		line:
			lineTop === null
				? null
				: { top: lineTop, bottom: lineBottom(), isTerminal },
		slack: terminusTop - above - y,
	};
}

/** What stands on a page, drawn where `arrange` puts it. */
export interface Drawn {
	readonly line: readonly Node[];
	readonly top: readonly Node[];
	readonly parts: readonly (readonly Node[])[];
	/** What the line ends in. */
	readonly end: readonly Node[];
	readonly footer: readonly Node[];
}

/** The whole page: the line, and on it everything that was drawn. */
export const compose = (drawn: Drawn): readonly Node[] => [
	...drawn.line,
	...drawn.top,
	...drawn.parts.flat(),
	...drawn.end,
	...drawn.footer,
];

export function lineNode({ top, bottom }: Line, { u, look }: Kit): Node {
	const half = u(look.line) / 2;
	return artifact(
		filled(
			rectangle(u(TRACK) - half, top - u(0.3), 2 * half, bottom - top + u(0.6)),
			look.accent,
		),
	);
}

export const terminalNode = ({ bottom }: Line, kit: Kit): Node =>
	artifact(...discShape(kit, kit.u(TRACK), bottom, kit.u(TERMINAL)));
