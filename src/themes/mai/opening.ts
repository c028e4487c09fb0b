/** The top of the first page: masthead, headline and calendar, then the lead. */
import type { Node } from "../../layout/sheet.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { HERO_FIELDS, setAbove, setBeside } from "./hero.ts";
import { type Kit, textNode } from "./kit.ts";
import { MASTHEAD_FIELDS, setMasthead } from "./masthead.ts";

export interface Top {
	readonly nodes: readonly Node[];
	readonly bottom: Pt;
}

export const OPENING_FIELDS = [
	...MASTHEAD_FIELDS,
	...HERO_FIELDS,
	"lead",
] as const satisfies readonly (keyof Announcement)[];
type OpeningFields = Pick<Announcement, (typeof OPENING_FIELDS)[number]>;

export function setOpening(notice: OpeningFields, kit: Kit): Top {
	const masthead = setMasthead(notice, kit);
	const heroTop = masthead.bottom + kit.gap("masthead");
	const text =
		notice.lead !== null && kit.words(notice.lead).length > 0
			? notice.lead
			: null;
	if (kit.layout.calendarBelow) {
		const hero = setAbove(
			notice,
			(measure) => (text === null ? null : kit.set(text, "lead", measure)),
			kit,
		);
		return {
			nodes: [...masthead.nodes, ...hero.place(heroTop)],
			bottom: heroTop + hero.height,
		};
	}
	const hero = setBeside(notice, kit);
	const lead = text === null ? null : kit.set(text, "lead", kit.width);
	const heroBottom = heroTop + hero.height;
	const leadTop =
		lead === null
			? heroBottom
			: heroBottom + Math.max(kit.k(3), lead.rise + kit.k(1.4));
	return {
		nodes: [
			...masthead.nodes,
			...hero.place(heroTop),
			...(lead === null ? [] : [textNode("P", lead, kit.left, leadTop)]),
		],
		bottom:
			lead === null ? heroBottom : leadTop + lead.height + lead.drop * 0.6,
	};
}
