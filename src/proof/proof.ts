/**
 * Reads a finished sheet against the numbers of its format, as a proof-reader
 * would: it knows where the ink is, not what layout meant.
 */
import type { Diagnostic } from "../diagnostics.ts";
import type { Typeface } from "../fonts/face.ts";
import type { Format } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import { inkOf } from "./ink.ts";
import { RULES } from "./rules.ts";
import { standingOf } from "./standing.ts";

export function proofSheet(
	sheet: Sheet,
	format: Format,
	typeface: Typeface,
): Diagnostic[] {
	return sheet.pages.flatMap((content) => {
		const page = inkOf(content);
		const standings = page.runs.map((run) => standingOf(run, page));
		return RULES.flatMap((rule) =>
			rule({ sheet, format, page, standings, typeface }),
		);
	});
}
