/**
 * Reads a finished PDF back, whoever saved it last, and holds it to every rule.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import { marksOf, type Page, type Sheet } from "../../layout/sheet.ts";
import { openPdf } from "../../pdf-reader/open-pdf.ts";
import {
	type ProofedPage,
	type ProofedPdf,
	proofedPdf,
} from "./proofed-pdf.ts";
import { type BytesRule, found, foundOn } from "./rule.ts";
import { BYTES_RULES, QUICK_RULES } from "./rules.ts";

/** The PDF taken apart, or why that cannot be. */
function takenApart(bytes: Uint8Array): ProofedPdf | Diagnostic {
	const file = openPdf(bytes);
	if (file === null) return found("proof/not-pdf", {});
	// What is locked cannot be judged.
	return file.trouble.has("encrypted")
		? found("proof/damaged", { what: "encrypted" })
		: proofedPdf(file);
}

const byRules = (
	pdf: ProofedPdf,
	rules: readonly BytesRule[],
): readonly Diagnostic[] => rules.flatMap((rule) => rule(pdf));

/** Knows nothing of the sheet it was painted from. */
export function proofPdf(bytes: Uint8Array): readonly Diagnostic[] {
	const pdf = takenApart(bytes);
	return "code" in pdf ? [pdf] : byRules(pdf, BYTES_RULES);
}

/** All rules, or those that are soon done. */
export type Depth = "quick" | "all";

/** How far a PDF is looked at that is about to be written. */
export const depthFor = ({ strict }: { readonly strict: boolean }): Depth =>
	strict ? "all" : "quick";

/**
 * For a PDF whose sheet is at hand: its text is that of the sheet, word by word.
 */
export function proofPainted(
	bytes: Uint8Array,
	sheet: Sheet,
	depth: Depth,
): readonly Diagnostic[] {
	const pdf = takenApart(bytes);
	if ("code" in pdf) return [pdf];
	const rules = depth === "quick" ? QUICK_RULES : BYTES_RULES;
	return [...byRules(pdf, rules), ...lostText(pdf, sheet)];
}

/** All letters of a page, in the order of painting, as a reader would copy them. */
const textOf = ({ content }: ProofedPage): string =>
	content.marks.map((mark) => (mark.kind === "text" ? mark.text : "")).join("");

const textSet = ({ nodes }: Page): string =>
	nodes
		.flatMap(marksOf)
		.map((mark) => (mark.kind === "run" ? mark.text : ""))
		.join("");

/** Letters shown before and after the first difference. */
const AROUND = 12;

function lostText(pdf: ProofedPdf, sheet: Sheet): readonly Diagnostic[] {
	return sheet.pages.flatMap((page, index) => {
		const wanted = textSet(page);
		const read = pdf.pages[index];
		const there = read === undefined ? "" : textOf(read);
		if (there === wanted) return [];
		let at = 0;
		while (at < wanted.length && wanted[at] === there[at]) at++;
		const from = Math.max(0, at - AROUND);
		return [
			foundOn({ number: index + 1 }, null, "proof/text-lost", {
				wanted: wanted.slice(from, at + AROUND),
				found: there.slice(from, at + AROUND),
			}),
		];
	});
}

/** The text of each page. */
export function pageTexts(bytes: Uint8Array): readonly string[] {
	const pdf = takenApart(bytes);
	return "code" in pdf ? [] : pdf.pages.map(textOf);
}
