/**
 * Copyfitting: an ordered list of settings from the most generous to the most
 * frugal. The sheet takes the first that holds the whole notice.
 */
import type { Format } from "../../formats/formats.ts";
import type { Pt } from "../../units.ts";

/** Positions run from 0 (floor) over 1 (target) to 2 (most). */
export interface Fit {
	readonly type: number;
	readonly headline: number;
	readonly gaps: number;
	readonly code: number;
	readonly words: "long" | "short";
	/** Open: short trees side by side, table rows on one line each. Stacked: one under the other. */
	readonly form: "open" | "stacked";
	readonly cardIcons: boolean;
}

const PAGE_UNITS = 70;

/** A page is 70 units wide, so that one set of numbers serves every ISO sheet. */
export const unitOf = (format: Format): Pt => format.width / PAGE_UNITS;

/** A fit, and the slack that each gap gets on top, in units. */
export interface Setting extends Fit {
	readonly air: number;
}

const between = (from: number, to: number, t: number) => from + (to - from) * t;

type Spread = Omit<Fit, "words" | "form" | "cardIcons">;

const spread = (a: Spread, b: Spread, t: number): Spread => ({
	type: between(a.type, b.type, t),
	headline: between(a.headline, b.headline, t),
	gaps: between(a.gaps, b.gaps, t),
	code: between(a.code, b.code, t),
});

/** A short notice shouts first: its headline grows faster than its type. */
const HEADLINE_LEADS = 1.7;

/** One descent: everything grows together, then gaps, headline, type and codes give way in turn. */
function descent(base: Pick<Fit, "words" | "form">): Fit[] {
	const fits: Fit[] = [];
	const push = (fit: Spread, cardIcons = true) =>
		fits.push({ ...base, cardIcons, ...fit });
	const growth = 24;
	for (let i = 0; i <= growth; i++) {
		const t = i / growth;
		push({
			type: between(2, 1, t),
			headline: Math.min(2, 1 + HEADLINE_LEADS * between(1, 0, t)),
			gaps: 1,
			code: 1,
		});
	}
	// Every stage starts where the one before it ended.
	const stages: readonly [steps: number, to: Spread][] = [
		[4, { type: 1, headline: 1, gaps: 0.4, code: 1 }],
		[3, { type: 0.8, headline: 0.9, gaps: 0.3, code: 0.6 }],
		[6, { type: 0.4, headline: 0.8, gaps: 0, code: 0.5 }],
		[6, { type: 0, headline: 0.6, gaps: 0, code: 0 }],
		[8, { type: 0, headline: 0, gaps: 0, code: 0 }],
	];
	let from: Spread = { type: 1, headline: 1, gaps: 1, code: 1 };
	for (const [steps, to] of stages) {
		for (let i = 1; i <= steps; i++) push(spread(from, to, i / steps));
		from = to;
	}
	push({ type: 0, headline: 0, gaps: 0, code: 0 }, false);
	return fits;
}

const descentsIn = (
	words: readonly Fit["words"][],
): readonly (readonly Fit[])[] =>
	(["open", "stacked"] as const).flatMap((form) =>
		words.map((w) => descent({ words: w, form })),
	);

const NEAR = descentsIn(["long", "short"]);
const DISTANT = descentsIn(["short"]);

/** The descents in order; each is searched on its own, for it alone is monotone. */
export const descents = (format: Format): readonly (readonly Fit[])[] =>
	format.distant ? DISTANT : NEAR;

/** The most frugal setting there is. */
export const FRUGAL: Fit = {
	type: 0,
	headline: 0,
	gaps: 0,
	code: 0,
	words: "short",
	form: "stacked",
	cardIcons: false,
};
