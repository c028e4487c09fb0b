/** Tuyến, "The Line": one red line leads from the date past every step to the deed. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import { firstFit } from "../../layout/first-fit.ts";
import type { Theme } from "../theme.ts";
import { compose, type Trial } from "./compose.ts";
import { descents, type Fit } from "./fit.ts";

/** Slack is first shared out to the gaps, at most this much each. */
const MOST_AIR = 1.2;
const AIR_FROM = 1.5;

export const tuyen: Theme = {
	name: "tuyen",
	compose: (notice, { format, ink }, typeface) => {
		const unit = format.width / 70;
		const fits = (trial: Trial) => trial.fits && trial.faults.length === 0;
		let last: Trial | null = null;
		for (const fitsInOrder of descents(format)) {
			const attempt = (fit: Fit) => {
				const trial = compose(notice, format, fit, ink, typeface);
				last = trial;
				return { fit, trial };
			};
			const found = firstFit(fitsInOrder, attempt, ({ trial }) => fits(trial));
			if (found === null) continue;
			return { value: [{ nodes: aired(found.fit, found.trial) }], diagnostics: [] };
		}
		return { value: null, diagnostics: overset(last) };

		function aired(fit: Fit, trial: Trial): Trial["nodes"] {
			const slack = trial.slack / unit;
			if (slack < AIR_FROM) return trial.nodes;
			const air = Math.min(MOST_AIR, slack / (trial.stretches + 1));
			const loose = compose(notice, format, fit, ink, typeface, air);
			return fits(loose) ? loose.nodes : trial.nodes;
		}

		function overset(trial: Trial | null): Diagnostic[] {
			if (trial !== null && trial.faults.length > 0) return [...trial.faults];
			return [
				diagnostic("error", "layout/overset", "body", {
					sheet: format.name,
					words: 0,
					longest: [],
					holds: null,
				}),
			];
		}
	},
};
