/** Reads a finished sheet against the numbers of its format. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Format } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";

export function proofSheet(_sheet: Sheet, _format: Format): Diagnostic[] {
	return [];
}
