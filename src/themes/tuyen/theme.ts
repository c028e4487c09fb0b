/** Tuyến, "The Line": one red line leads from the date past every step to the deed. */
import { fitted } from "../shared/search.ts";
import type { Theme } from "../theme.ts";
import { NoticeMeasures, PageTrials } from "./trial.ts";

export const tuyen: Theme = {
	name: "tuyen",
	display: false,
	compose: fitted((notice, target, typeface) => {
		const known = new NoticeMeasures(notice, target, typeface);
		return (page) => new PageTrials(notice, page, target, typeface, known);
	}),
};
