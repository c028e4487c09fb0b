/**
 * Copyfitting: an ordered list of settings from the most generous to the most
 * frugal. The sheet takes the first that holds the whole notice.
 */
import type { Format } from "../../formats/formats.ts";

/** Positions run from 0 (floor) over 1 (target) to 2 (most). */
export interface Fit {
	readonly type: number;
	readonly headline: number;
	readonly gaps: number;
	readonly code: number;
	readonly words: "long" | "short";
	/** A tree may be drawn as a fork only if its cards hold their texts. */
	readonly tree: "fork" | "stacked";
	readonly cardIcons: boolean;
}

const between = (from: number, to: number, t: number) => from + (to - from) * t;

/** One descent: everything grows together, then gaps, headline, type and codes give way in turn. */
function descent(base: Pick<Fit, "words" | "tree">): Fit[] {
	const fits: Fit[] = [];
	const push = (fit: Omit<Fit, "words" | "tree" | "cardIcons">, cardIcons = true) =>
		fits.push({ ...base, cardIcons, ...fit });
	const growth = 24;
	for (let i = 0; i <= growth; i++) {
		const t = i / growth;
		push({ type: between(2, 1, t), headline: between(2, 1, t), gaps: 1, code: 1 });
	}
	for (let i = 1; i <= 4; i++) push({ type: 1, headline: 1, gaps: 1 - i / 4, code: 1 });
	for (let i = 1; i <= 4; i++) push({ type: 1, headline: between(1, 0.75, i / 4), gaps: 0, code: 1 });
	for (let i = 1; i <= 12; i++) push({ type: 1 - i / 12, headline: 0.75, gaps: 0, code: 1 });
	for (let i = 1; i <= 4; i++) push({ type: 0, headline: 0.75, gaps: 0, code: 1 - i / 4 });
	for (let i = 1; i <= 8; i++) push({ type: 0, headline: between(0.75, 0, i / 8), gaps: 0, code: 0 });
	push({ type: 0, headline: 0, gaps: 0, code: 0 }, false);
	return fits;
}

/** The descents in order; each is searched on its own, for it alone is monotone. */
export function descents(format: Format): readonly (readonly Fit[])[] {
	const words = format.distant ? (["short"] as const) : (["long", "short"] as const);
	return (["fork", "stacked"] as const).flatMap((tree) =>
		words.map((w) => descent({ words: w, tree })),
	);
}
