import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { MessageParams } from "../../messages/codes.ts";
import { type Pt, toMm } from "../../units.ts";
import { type Rect, TOUCH } from "../geometry.ts";
import type { InkedShape } from "../ink.ts";
import { type Proofed, type Rule, rounded, worstOf } from "../rule.ts";

interface Inked {
	readonly what: MessageParams["proof/outside-safe-area"]["what"];
	readonly text: string;
	readonly path: string;
	readonly box: Rect;
}

/** White is paper. */
const isSeen = ({ shape: { fill, stroke } }: InkedShape): boolean =>
	(fill !== null && fill !== "white") ||
	(stroke !== null && stroke.ink !== "white");

/** All ink that `isOut` says this of, in words of its own. */
function inkWhere(
	{ page }: Proofed,
	isOut: (inked: { readonly box: Rect }) => boolean,
): readonly Inked[] {
	return [
		...page.runs.filter(isOut).map(
			({ run, box }): Inked => ({
				what: "text",
				text: run.text.trim(),
				path: run.path,
				box,
			}),
		),
		...page.shapes
			.filter((inked) => isOut(inked) && isSeen(inked))
			.map(({ box }): Inked => ({ what: "shape", text: "", path: "", box })),
		...page.pictures.filter(isOut).map(
			({ picture, box }): Inked => ({
				what: "shape",
				text: "",
				path: picture.path,
				box,
			}),
		),
		...page.codes.filter(isOut).map(
			({ code, box }): Inked => ({
				what: "code",
				text: code.url,
				path: code.path,
				box,
			}),
		),
	];
}

/** How far ink comes into the margin that printers leave blank. */
function beyond({ sheet, format }: Proofed, box: Rect): Pt {
	const nearest = Math.min(
		box.left,
		box.top,
		sheet.width - box.right,
		sheet.height - box.bottom,
	);
	return format.safe - nearest;
}

export const outsideSafeArea: Rule = (proofed): readonly Diagnostic[] => {
	const outside = inkWhere(
		proofed,
		({ box }) => beyond(proofed, box) > TOUCH,
	).map((inked) => ({ ...inked, by: beyond(proofed, inked.box) }));
	return worstOf(
		outside,
		({ what, path, text }) => `${what} ${path || text}`,
		({ by }) => by,
	).map(({ what, text, path, by }) =>
		diagnostic("error", "proof/outside-safe-area", path, {
			what,
			text,
			mm: rounded(toMm(by)),
		}),
	);
};
