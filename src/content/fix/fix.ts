/**
 * Mends what is certain in a notice and leaves the rest alone. A mend counts
 * only if the notice reads better for it, nothing else in it is worse, and no
 * word of it is lost.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import { decode, type Legacy } from "../decode.ts";
import { rawOf, readAnnouncement } from "../read.ts";
import { isOfKeys, isOfYaml } from "../stages.ts";
import { normaliseSource } from "../text.ts";
import { changedLines, type LineChange } from "./diff.ts";
import { apply, type Edit } from "./edit.ts";
import { type Proposal, proposalsFor } from "./proposals.ts";

/** A file that needs more is another file by mistake; each reads it anew. */
const MOST_TRIALS = 500;

/** Fewer are quickly tried one by one. */
const FEW = 4;

interface State {
	readonly source: string;
	readonly faults: readonly Diagnostic[];
	readonly ofYaml: number;
}

function stateOf(source: string): State {
	const faults = readAnnouncement(source).diagnostics.filter(
		(d) => d.severity === "error",
	);
	const ofYaml = faults.filter(({ code }) => isOfYaml(code)).length;
	return { source, faults, ofYaml };
}

const letters = (text: string): string =>
	text.replace(/[^\p{L}\p{N}]+/gu, "").normalize("NFC");

const nameOf = (d: Diagnostic): string => `${d.code} ${d.path}`;

/** Fewer faults of the YAML; or as few, fewer others, and none that is new. */
function isBetter(before: State, after: State): boolean {
	if (after.ofYaml !== before.ofYaml) return after.ofYaml < before.ofYaml;
	if (after.faults.length >= before.faults.length) return false;
	const known = before.faults.map(nameOf);
	return after.faults.every((fault) => {
		const at = known.indexOf(nameOf(fault));
		if (at >= 0) known.splice(at, 1);
		return at >= 0;
	});
}

/** Every field is where its name is known; what is wrong is only what it says. */
const isWhole = ({ faults }: State): boolean =>
	faults.every(({ code }) => !isOfYaml(code) && !isOfKeys(code));

/** The one way to mend a fault, or null when there is none or a choice. */
function settled(before: State, proposal: Proposal): State | null {
	const mended = proposal.choices.flatMap((edit: Edit) => {
		const source = apply(before.source, edit);
		const loses =
			proposal.keepsWords && letters(source) !== letters(before.source);
		if (loses) return [];
		const after = stateOf(source);
		if (proposal.moves && !isWhole(after)) return [];
		return isBetter(before, after) ? [after] : [];
	});
	const least = Math.min(...mended.map(({ faults }) => faults.length));
	const best = mended.filter(({ faults }) => faults.length === least);
	const [first] = best;
	if (!first) return null;
	const notices = new Set(
		best.map(({ source }) => JSON.stringify(rawOf(source))),
	);
	return notices.size === 1 ? first : null;
}

/** The source with everything mended that is certain. */
export function fixSource(typed: string): string {
	let state = allAtOnce(stateOf(normaliseSource(typed)));
	const budget = { left: MOST_TRIALS };
	while (budget.left > 0) {
		const next = nextMend(state, budget);
		if (!next) break;
		state = next;
	}
	return state.source;
}

/** Edits of different lines that each mend one fault; the last first. */
function separate(proposals: readonly Proposal[]): readonly Edit[] {
	const seen = new Set<number>();
	return proposals
		.flatMap(({ line, moves, choices }) => {
			const [edit, ...others] = choices;
			if (!edit || others.length > 0 || moves || seen.has(line)) return [];
			seen.add(line);
			return [edit];
		})
		.toSorted((a, b) => b.start - a.start)
		.filter((edit, index, edits) => {
			const next = edits[index - 1];
			return !next || edit.end <= next.start;
		});
}

/**
 * The same slip on many lines is mended in one go, if every one of the faults
 * is gone for it; otherwise they are tried one by one.
 */
function allAtOnce(before: State): State {
	const proposals = safeProposals(before);
	const edits = separate(proposals);
	if (edits.length < FEW || proposals.some(({ keepsWords }) => !keepsWords))
		return before;
	const source = edits.reduce(apply, before.source);
	if (letters(source) !== letters(before.source)) return before;
	const after = stateOf(source);
	const mended = before.faults.length - after.faults.length;
	return mended >= edits.length && isBetter(before, after) ? after : before;
}

/** What could not be mended before may be now. */
function nextMend(state: State, budget: { left: number }): State | null {
	if (state.faults.length === 0) return null;
	for (const proposal of safeProposals(state)) {
		if (budget.left <= 0) return null;
		budget.left -= proposal.choices.length;
		const after = settled(state, proposal);
		if (after) return after;
	}
	return null;
}

/** The parser may give up on a source that was only just read. */
function safeProposals({ source, faults }: State): readonly Proposal[] {
	if (faults.some(({ code }) => code === "content/too-large")) return [];
	try {
		return proposalsFor(source, faults);
	} catch {
		return [];
	}
}

export interface Fixed {
	/** The whole file as it should be; null when nothing is to be changed. */
	readonly text: string | null;
	/** The encoding it was in, when that was one of before Unicode. */
	readonly legacy: Legacy | null;
	/** UTF-16, letters in pieces or invisible characters were made plain. */
	readonly tidied: boolean;
	readonly changes: readonly LineChange[];
}

const NOTHING: Fixed = {
	text: null,
	legacy: null,
	tidied: false,
	changes: [],
};

/** The same for the bytes of a file. Line ends stay as they are. */
export function fixBytes(bytes: Uint8Array): Fixed {
	const decoded = decode(bytes);
	if (decoded.kind === "other" || decoded.kind === "unknown") return NOTHING;
	const typed = decoded.text.replace(/^\ufeff/u, "");
	const before = normaliseSource(typed);
	const after = fixSource(typed);
	const legacy = decoded.kind === "legacy" ? decoded.encoding : null;
	const isUtf8 = decoded.kind === "text" && decoded.encoding === "UTF-8";
	const tidied =
		legacy === null && (!isUtf8 || typed.replace(/\r\n?/gu, "\n") !== before);
	if (after === before && legacy === null && !tidied) return NOTHING;
	const text = typed.includes("\r\n") ? after.replace(/\n/gu, "\r\n") : after;
	return { text, legacy, tidied, changes: changedLines(before, after) };
}

/** Faults of `before` that `fixSource` does away with. */
export function mendable(
	before: readonly Diagnostic[],
	source: string,
): ReadonlySet<Diagnostic> {
	const fixed = fixSource(source);
	if (fixed === source) return new Set();
	const lines = new Set(changedLines(source, fixed).map(({ line }) => line));
	const left = new Set(
		readAnnouncement(fixed).diagnostics.map((d) => nameOf(d)),
	);
	return new Set(
		before.filter(
			(d) =>
				d.severity === "error" &&
				d.place !== null &&
				lines.has(d.place.line) &&
				(d.path === "" || !left.has(nameOf(d))),
		),
	);
}
