import { diagnostic } from "../../diagnostics.ts";
import { toMm } from "../../units.ts";
import { type Rule, rounded, TOLERANCE } from "../rule.ts";

/** Modules wide enough for a phone at the sheet's distance, and the code as a whole. */
export const codeModule: Rule = ({ page, format }) =>
	page.codes.flatMap(({ code }) => {
		const least = Math.max(format.module.floor, format.codeSide / code.modules);
		if (code.module >= least - TOLERANCE) return [];
		return [
			diagnostic("error", "proof/code-module", code.path, {
				mm: rounded(toMm(code.module)),
				leastMm: rounded(toMm(least)),
			}),
		];
	});
