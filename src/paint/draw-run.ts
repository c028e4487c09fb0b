import type { Run } from "../layout/sheet.ts";
import type { BookFont } from "./font-book.ts";
import { factor, type Palette, place } from "./operators.ts";
import type { Subset } from "./subset.ts";

/** An error below this many thousandths of an em is left for the next glyph. */
const NEGLIGIBLE = 0.01;

interface Drawn extends BookFont {
	readonly palette: Palette;
	readonly operators: string;
}

/** Villages share most runs, and most subsets. */
const known = new WeakMap<Run, Drawn>();

/**
 * Text exactly where layout put it: after each glyph the difference between
 * layout's advance and the font's width is made up.
 */
export function runOperators(
	run: Run,
	{ resource, subset }: BookFont,
	palette: Palette,
): string {
	const before = known.get(run);
	const isSame =
		before?.subset === subset &&
		before.resource === resource &&
		before.palette === palette;
	if (isSame) return before.operators;
	const { size, tracking, x, baseline } = run;
	const operators = [
		"BT",
		palette.fill[run.ink],
		`/${resource} ${factor(size)} Tf`,
		`${factor(tracking)} Tc`,
		`1 0 0 -1 ${place(x)} ${place(baseline)} Tm`,
		`[${glyphArray(run, subset)}] TJ`,
		"ET",
	].join(" ");
	known.set(run, { resource, subset, palette, operators });
	return operators;
}

function glyphArray({ glyphs }: Run, subset: Subset): string {
	const parts: string[] = [];
	let codes = "";
	let owed = 0;
	for (const glyph of glyphs) {
		const { hex, width } = subset.code(glyph);
		codes += hex;
		owed += glyph.advance * 1000 - width;
		if (Math.abs(owed) < NEGLIGIBLE) continue;
		// Numbers in the array move against the reading direction.
		const shift = place(-owed);
		parts.push(`<${codes}>`, shift);
		owed += Number(shift);
		codes = "";
	}
	if (codes !== "") parts.push(`<${codes}>`);
	return parts.join("");
}
