/** Tuyến, "The Line": one red line leads from the date past every step to the deed. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import { firstFit } from "../../layout/first-fit.ts";
import type { Theme } from "../theme.ts";
import { compose, type Trial } from "./compose.ts";
import { descents, type Fit } from "./fit.ts";

/** Slack is first shared out to the gaps, at most this much each. */
const MOST_AIR = 1.2;
const LEAST_AIR = 0.05;
/** Parts of the way to the target that are tried. */
const SHARES = [1, 0.75, 0.5, 0.25] as const;

interface Found {
	readonly fit: Fit;
	readonly trial: Trial;
}

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
			return { value: [{ nodes: aired(enriched(found)) }], diagnostics: [] };
		}
		return { value: null, diagnostics: overset(last) };

		/** Spends what the ladder's coarse steps left over, on one thing after the other. */
		function enriched(found: Found): Found {
			let best = found;
			for (const knob of ["headline", "gaps", "code", "type"] as const) {
				const now = best.fit[knob];
				for (const share of SHARES) {
					const fit = {
						...best.fit,
						[knob]: now + (Math.max(1, now) - now) * share,
					};
					if (fit[knob] === now) break;
					const trial = compose(notice, format, fit, ink, typeface);
					if (!fits(trial)) continue;
					best = { fit, trial };
					break;
				}
			}
			return best;
		}

		function aired({ fit, trial }: Found): Trial["nodes"] {
			const slack = trial.slack / unit;
			const air = Math.min(MOST_AIR, slack / (trial.stretches + 1));
			if (air < LEAST_AIR) return trial.nodes;
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
