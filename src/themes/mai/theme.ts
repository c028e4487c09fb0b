/** Mái, "The Roof": the village notice board with its roof, calendar, road, signposts and tickets. */
import { fitted } from "../shared/search.ts";
import type { Theme } from "../theme.ts";
import { PageTrials } from "./trial.ts";

export const mai: Theme = {
	name: "mai",
	display: true,
	compose: fitted(
		(notice, target, typeface) => (page) =>
			new PageTrials(notice, page, target, typeface),
	),
};
