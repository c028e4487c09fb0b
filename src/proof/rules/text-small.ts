import { diagnostic } from "../../diagnostics.ts";
import type { Format } from "../../formats/formats.ts";
import type { TextRole } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";
import { type Rule, rounded, TOLERANCE, worstOf } from "../rule.ts";

const leastOf = (format: Format): { readonly [R in TextRole]: Pt } => ({
	headline: format.body.floor,
	body: format.body.floor,
	host: format.hostSize,
	small: format.smallest,
});

/** No text under the floor of its role. */
export const textSmall: Rule = ({ page, format }) => {
	const leasts = leastOf(format);
	const small = page.runs
		.filter(({ run }) => run.size < leasts[run.role] - TOLERANCE)
		.map(({ run }) => ({ run, least: leasts[run.role] }));
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
