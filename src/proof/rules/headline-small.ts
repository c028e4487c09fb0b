import { diagnostic } from "../../diagnostics.ts";
import { type Pt, toMm } from "../../units.ts";
import type { InkedRun } from "../ink.ts";
import { type Rule, rounded, TOLERANCE } from "../rule.ts";

/** Capitals with a flat top: their ink ends at the cap height, marks below or not. */
const FLAT_CAPITAL = /^[BDĐEFHIKLMNPRTUVWXYZ]\u0323?$/u;
/** Of Be Vietnam Pro, for headlines without such a capital. */
const USUAL_CAP_HEIGHT = 0.74;

/** A sheet has no fonts, but it has the ink of their letters. */
function capHeightOf({ run }: InkedRun): Pt {
	const tops = run.glyphs.flatMap(({ codePoints, ink }) => {
		const letter = String.fromCodePoint(...codePoints).normalize("NFD");
		return ink !== null && FLAT_CAPITAL.test(letter) ? [ink.top] : [];
	});
	return run.size * (tops.length === 0 ? USUAL_CAP_HEIGHT : Math.max(...tops));
}

/** A headline is read from across the room. */
export const headlineSmall: Rule = ({ page, format }) => {
	const least = format.headlineCap.warnUnder;
	const [smallest] = page.runs
		.filter(({ run }) => run.role === "headline")
		.map((inked) => ({ run: inked.run, cap: capHeightOf(inked) }))
		.sort((a, b) => a.cap - b.cap);
	if (smallest === undefined || smallest.cap >= least - TOLERANCE) return [];
	return [
		diagnostic("warning", "proof/headline-small", smallest.run.path, {
			capMm: rounded(toMm(smallest.cap)),
			leastMm: rounded(toMm(least)),
		}),
	];
};
