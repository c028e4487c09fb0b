/** Headings: with a number where things are done in order. */
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, placeParagraph } from "../../layout/text.ts";
import type { Text } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import {
	artifact,
	centredCapTop,
	content,
	element,
	heightAround,
	type Kit,
	numberDisc,
	numberRuns,
} from "./kit.ts";

export interface Head {
	readonly height: Pt;
	/** Placed by its top. */
	readonly place: (y: Pt) => readonly Node[];
}

/** From the left edge to what stands right of a numbered disc. */
export const besideDisc = (kit: Kit): Pt =>
	2 * mm(kit.layout.disc) + kit.k(2.6);

/** A numbered heading. */
export function setNumbered(number: number, title: Text, kit: Kit): Head {
	const x = kit.left + besideDisc(kit);
	const paragraph = kit.setFreely(title, "head", kit.right - x);
	const r = mm(kit.layout.disc);
	const height = Math.max(2 * r, heightAround(paragraph, 0));
	return {
		height,
		place: (y) => {
			const cy = y + height / 2;
			// Beside several lines the number stands by the first.
			const capTop = centredCapTop(paragraph, cy);
			const discY =
				paragraph.lines.length > 1 ? capTop + paragraph.capHeight / 2 : cy;
			return [
				artifact(...numberDisc(kit, kit.left + r, Math.max(y + r, discY))),
				element(
					"H2",
					content(
						...numberRuns(kit, number, kit.left + r, Math.max(y + r, discY)),
					),
					content(...placeParagraph(paragraph, x, capTop)),
				),
			];
		},
	};
}

/** A heading of a list or a table. */
export function setTitle(title: Text, kit: Kit): Paragraph {
	return kit.setFreely(title, "head", kit.width);
}
