/**
 * Reads a finished PDF back, whoever saved it last, and holds it to every rule.
 * Knows nothing of the sheet it was painted from.
 */
import type { Diagnostic } from "../../diagnostics.ts";
import { openPdf } from "../../pdf-reader/open-pdf.ts";
import { proofedPdf } from "./proofed-pdf.ts";
import { found } from "./rule.ts";
import { BYTES_RULES } from "./rules.ts";

export function proofPdf(bytes: Uint8Array): readonly Diagnostic[] {
	const file = openPdf(bytes);
	if (file === null) return [found("proof/not-pdf", {})];
	// What is locked cannot be judged.
	if (file.trouble.has("encrypted"))
		return [found("proof/damaged", { what: "encrypted" })];
	const pdf = proofedPdf(file);
	return BYTES_RULES.flatMap((rule) => rule(pdf));
}

/** All letters of each page, in the order of painting, as a reader would copy them. */
export function pageTexts(bytes: Uint8Array): readonly string[] {
	const file = openPdf(bytes);
	if (file === null) return [];
	return proofedPdf(file).pages.map(({ content }) =>
		content.marks
			.map((mark) => (mark.kind === "text" ? mark.text : ""))
			.join(""),
	);
}
