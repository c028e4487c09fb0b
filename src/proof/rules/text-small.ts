import { diagnostic } from "../../diagnostics.ts";
import type { Format } from "../../formats/formats.ts";
import type { TextRole } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";
import { type Rule, rounded, TOLERANCE, worstOf } from "../rule.ts";

const leastFor = (role: TextRole, format: Format): Pt =>
	({
		headline: format.body.floor,
		body: format.body.floor,
		host: format.hostSize,
		small: format.smallest,
	})[role];

/** No text under the floor of its role. */
export const textSmall: Rule = ({ page, format }) => {
	const small = page.runs
		.map(({ run }) => ({ run, least: leastFor(run.role, format) }))
		.filter(({ run, least }) => run.size < least - TOLERANCE);
	return worstOf(
		small,
		({ run }) => run.path || run.text,
		({ run, least }) => least - run.size,
	).map(({ run, least }) =>
		diagnostic("error", "proof/text-small", run.path, {
			size: rounded(run.size),
			least,
			text: run.text.trim(),
		}),
	);
};
