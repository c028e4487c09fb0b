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

export interface Arrangement {
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

/** What stands on a page, drawn where `arrange` puts it. */
export interface Drawn {
	readonly top: readonly Node[];
	readonly parts: readonly (readonly Node[])[];
	readonly terminus: readonly Node[] | null;
	readonly footer: readonly Node[];
}

/** The whole page: the line, and on it everything that was drawn. */
export function compose(
	drawn: Drawn,
	{ top, parts }: Measured,
	{ lineTop, lineBottom }: Arrangement,
	kit: Kit,
): readonly Node[] {
	const { u } = kit;
	const half = u(kit.look.line) / 2;
	// A line from nothing to nothing says nothing.
	const hasLine =
		top.lineTop !== null ||
		drawn.terminus !== null ||
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
		...(hasLine ? [line] : []),
		...drawn.top,
		...drawn.parts.flat(),
		...(drawn.terminus ?? (hasLine ? [terminal] : [])),
		...drawn.footer,
	];
}
