import type { Diagnostic } from "../diagnostics.ts";
import type { Typeface } from "../fonts/face.ts";
import type { Format } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { PageInk } from "./ink.ts";
import type { Standing } from "./standing.ts";

/** What every rule is shown. Rules look; none changes anything. */
export interface Proofed {
	readonly sheet: Pick<Sheet, "width" | "height">;
	readonly format: Format;
	readonly page: PageInk;
	readonly standings: readonly Standing[];
	readonly typeface: Typeface;
}

export type Rule = (proofed: Proofed) => readonly Diagnostic[];

/** Lengths and sizes that differ by less are equal. */
export const TOLERANCE = 1e-6;

/** For messages. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Of findings that say the same of one thing, the worst: one line for the author, not twenty. */
export function worstOf<T>(
	findings: readonly T[],
	keyOf: (finding: T) => string,
	badness: (finding: T) => number,
): readonly T[] {
	const worst = new Map<string, T>();
	for (const finding of findings) {
		const known = worst.get(keyOf(finding));
		if (known === undefined || badness(finding) > badness(known))
			worst.set(keyOf(finding), finding);
	}
	return [...worst.values()];
}
