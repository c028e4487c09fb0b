/** Whom to ask: beside a single code, or in the foot. */
import type { Node } from "../../layout/sheet.ts";
import { spaceBetween, spansOf } from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { artifact, drawn, type Kit, textNode } from "./kit.ts";
import { pictogram } from "./pictograms.ts";

type ContactFields = Pick<Announcement, "contact">;

const HANDSET = 6;
const AFTER_ICON = 2.2;

export interface Block {
	readonly width: Pt;
	readonly height: Pt;
	readonly place: (x: Pt, y: Pt) => readonly Node[];
}

/** A code alone leaves half of its strip to the contact. */
export const isBesideCode = (
	{ codes, contact }: Pick<Announcement, "codes" | "contact">,
	last: boolean,
): boolean => last && codes.length === 1 && contact !== null;

/** The office, and its number as large as numbers that are called. */
export function setContact(
	{ contact }: ContactFields,
	measure: Pt,
	kit: Kit,
): Block | null {
	if (contact === null) return null;
	const { k } = kit;
	const left = k(HANDSET + AFTER_ICON);
	const office =
		kit.words(contact.office).length === 0
			? null
			: kit.set(contact.office, "office", measure - left);
	const phone =
		contact.phone === null
			? null
			: kit.setSpans(
					spansOf(contact.phone),
					kit.style("phone"),
					measure - left,
					"contact.phone",
				);
	const lines = [office, phone].filter((line) => line !== null);
	if (lines.length === 0) return null;
	const space =
		office === null || phone === null
			? 0
			: spaceBetween(office, phone, office.style.size * 0.5);
	const text = lines.reduce((sum, line) => sum + line.height, space);
	const rise = lines[0]?.rise ?? 0;
	const drop = lines.at(-1)?.drop ?? 0;
	const height = Math.max(k(HANDSET), text + 2 * Math.max(rise, drop));
	return {
		width: left + Math.max(...lines.map((line) => line.width)),
		height,
		place: (x, y) => {
			const middle = y + height / 2;
			const capTop = middle - text / 2;
			return [
				artifact(
					...pictogram(
						"call",
						x,
						middle - k(HANDSET / 2),
						k(HANDSET),
						drawn(kit, "black", k(HANDSET)),
					),
				),
				...(office === null ? [] : [textNode("P", office, x + left, capTop)]),
				...(phone === null
					? []
					: [
							textNode(
								"P",
								phone,
								x + left,
								office === null ? capTop : capTop + office.height + space,
							),
						]),
			];
		},
	};
}
