/** Who speaks, what kind of notice, of which day. No emblem, number or seal is ever drawn. */

import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { LEFT, MASTHEAD_TOP, RIGHT } from "./grid.ts";
import { type Kit, textNode } from "./kit.ts";

export interface Masthead {
	readonly nodes: readonly Node[];
	/** Last baseline. */
	readonly bottom: Pt;
}

const ISSUER_CAP_TOP = 0.85;
const PLACE_STEP = 2.15;
const CENTRE_GUTTER = 2;

export function setMasthead(notice: Announcement, kit: Kit): Masthead {
	const { u } = kit;
	const kind = kit.set(notice.kind, "issuer", u(24));
	const dated = kit.set(notice.dated, "place", u(24));
	const rightWidth = Math.max(kind.width, dated.width);
	const measure = u(RIGHT - LEFT - CENTRE_GUTTER) - rightWidth;
	const issuer = kit.set(notice.issuer, "issuer", measure);
	const capTop = u(MASTHEAD_TOP + ISSUER_CAP_TOP);
	const issuerBottom = capTop + issuer.height;
	const under = (above: Paragraph, below: Paragraph): Pt =>
		capTop +
		above.height +
		spaceBetween(above, below, u(PLACE_STEP) - above.capHeight);
	const nodes: Node[] = [textNode("P", issuer, u(LEFT), capTop)];
	let bottom = issuerBottom;
	if (notice.parent !== null) {
		const parent = kit.set(notice.parent, "place", measure);
		const placeCapTop = under(issuer, parent);
		nodes.push(textNode("P", parent, u(LEFT), placeCapTop));
		bottom = placeCapTop + parent.height;
	}
	const datedCapTop = under(kind, dated);
	nodes.push(
		textNode("P", kind, u(RIGHT), capTop, "right"),
		textNode("P", dated, u(RIGHT), datedCapTop, "right"),
	);
	return { nodes, bottom: Math.max(bottom, datedCapTop + dated.height) };
}
