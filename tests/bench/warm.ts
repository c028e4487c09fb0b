/** A running process: the next village of the same notice, one sheet at a time. */
import { create } from "fontkit";
import type { FormatName } from "../../src/formats/formats.ts";
import { paintPdf } from "../../src/paint/pdf.ts";
import { proofPainted } from "../../src/proof/bytes/proof-pdf.ts";
import { warm } from "./measure.ts";
import { attachment, FONTS, fontFiles, openFonts, setSheet } from "./notice.ts";
import { drawPlainly, type PlainFonts } from "./plain-pdf.ts";
import { amount, type Row, times } from "./rows.ts";
import { TypstNotice } from "./typst-notice.ts";
import { benchVillage } from "./villages.ts";

export async function warmRows(
	name: FormatName,
	typst: string,
): Promise<readonly Row[]> {
	const typeface = openFonts();
	const parsed: PlainFonts = new Map(
		fontFiles.map(({ weight, bytes }) => [weight, create(bytes)]),
	);
	const reference = new TypstNotice(typst, FONTS, name);
	// Neither has seen the village of this round.
	let [village, theirVillage] = [0, 0];
	const plain = setSheet(0, name, typeface);
	let painted = paintPdf(plain, typeface, { attachments: [attachment] });
	let sheet = plain;
	const [ours, proof, theirs, bare] = await warm([
		() => {
			sheet = setSheet(village++, name, typeface);
			painted = paintPdf(sheet, typeface, { attachments: [attachment] });
		},
		() => {
			if (proofPainted(painted, sheet, "all").length > 0)
				throw new Error("not proof");
		},
		() => reference.pdf(benchVillage(theirVillage++)),
		() => drawPlainly(plain, parsed),
	]);
	if (!ours || !proof || !theirs || !bare) return [];
	const goal = name === "flyer-a4" ? { first: 1, next: 0.5 } : null;
	const what = `warm: ${name}, another village`;
	return [
		times(what, "Typst", ours / theirs, goal),
		times(what, "bare PDFKit, no layout", ours / bare),
		times(
			`apart: ${name}, its bytes read back and proofed`,
			"Typst",
			proof / theirs,
		),
		amount(
			`size: ${name}, archival, notice inside`,
			painted.length / 1000,
			"kB",
			name === "flyer-a4" ? { first: 60, next: 45 } : null,
		),
		times(
			`size: ${name}`,
			"Typst",
			painted.length / reference.pdf(benchVillage(0)).length,
		),
	];
}
