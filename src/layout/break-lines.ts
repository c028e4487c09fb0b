/**
 * Optimum-fit line breaking for ragged-right text: of all ways to break, the one
 * with the least sum of squared slack and costs. Nothing is hyphenated.
 */
import type { Pt } from "../units.ts";
import { BOUND, RELEASED } from "./binding.ts";

export interface Atom {
	readonly width: Pt;
	/** Width of the space before it; 0 inside an address. */
	readonly space: Pt;
	/** Cost of starting a line here. */
	readonly cost: number;
}

/** In the coin of raggedness, 100 × (slack ÷ measure)². */
const LINE = 40;
/** One syllable alone on a line looks like an accident, the last line most of all. */
const WIDOW = 30;
const LONE = 25;
/** Longer words may stand alone. */
const LONE_SHARE = 0.35;
/** A word wider than the measure; the caller reports it. */
const OVERSET = 100_000;
/** A bound group may fill this much of the measure before it is let go. */
const GROUP_SHARE = 0.6;

/** Bound groups that would fill the line are released, or the rag grows ugly. */
function releaseWideGroups(atoms: readonly Atom[], measure: Pt): number[] {
	const costs = atoms.map((atom) => atom.cost);
	for (let start = 0; start < atoms.length; ) {
		let end = start + 1;
		let width = atoms[start]?.width ?? 0;
		while (end < atoms.length && (atoms[end]?.cost ?? 0) >= BOUND) {
			width += (atoms[end]?.space ?? 0) + (atoms[end]?.width ?? 0);
			end++;
		}
		if (width > measure * GROUP_SHARE)
			for (let i = start + 1; i < end; i++) costs[i] = RELEASED;
		start = end;
	}
	return costs;
}

/** Indices at which lines start, the first being 0. */
export function breakLines(atoms: readonly Atom[], measure: Pt): number[] {
	const count = atoms.length;
	const costs = releaseWideGroups(atoms, measure);
	const best = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
	const from = new Array<number>(count + 1).fill(0);
	best[0] = 0;
	for (let start = 0; start < count; start++) {
		const before =
			(best[start] ?? 0) + LINE + (start === 0 ? 0 : (costs[start] ?? 0));
		let width = 0;
		for (let end = start + 1; end <= count; end++) {
			const atom = atoms[end - 1];
			if (atom === undefined) break;
			width += atom.width + (end - 1 > start ? atom.space : 0);
			const tooWide = width > measure + 1e-6;
			if (tooWide && end > start + 1) break;
			const slack = Math.max(0, measure - width) / measure;
			let total = before + 100 * slack * slack + (tooWide ? OVERSET : 0);
			if (end === start + 1 && count > 1 && width < LONE_SHARE * measure)
				total += end === count ? WIDOW : LONE;
			if (total < (best[end] ?? Number.POSITIVE_INFINITY)) {
				best[end] = total;
				from[end] = start;
			}
		}
	}
	const starts: number[] = [];
	for (let at = count; at > 0; at = from[at] ?? 0)
		starts.unshift(from[at] ?? 0);
	return starts;
}
