import type { Run } from "../layout/sheet.ts";
import type { BookFont } from "./font-book.ts";
import { factor, type Palette, place } from "./operators.ts";

/** An error below this many thousandths of an em is left for the next glyph. */
const NEGLIGIBLE = 0.01;

/**
 * Text exactly where layout put it: after each glyph the difference between
 * layout's advance and the font's width is made up.
 */
export function runOperators(
	run: Run,
	font: BookFont,
	palette: Palette,
): string {
	const { size, tracking, x, baseline } = run;
	return [
		"BT",
		palette.fill[run.ink],
		`/${font.resource} ${factor(size)} Tf`,
		`${factor(tracking)} Tc`,
		`1 0 0 -1 ${place(x)} ${place(baseline)} Tm`,
		`[${glyphArray(run, font)}] TJ`,
		"ET",
	].join(" ");
}

function glyphArray({ glyphs }: Run, font: BookFont): string {
	const parts: string[] = [];
	let codes = "";
	let owed = 0;
	for (const glyph of glyphs) {
		const { hex, width } = font.code(glyph);
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
