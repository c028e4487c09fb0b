/** Who speaks, what kind of notice, of which day. No emblem, number or seal is ever drawn. */

import { placePicture } from "../../layout/picture.ts";
import { figure, type Node } from "../../layout/sheet.ts";
import { type Paragraph, plain, spaceBetween } from "../../layout/text.ts";
import { logoOf } from "../../messages/sheet-words.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { LEFT, MASTHEAD_TOP, RIGHT } from "./grid.ts";
import { type Kit, textNode } from "./kit.ts";

export interface Masthead {
	readonly nodes: readonly Node[];
	/** Last baseline, or as far below it as a logo reaches further. */
	readonly bottom: Pt;
}

const ISSUER_CAP_TOP = 0.85;
const PLACE_STEP = 2.15;
const CENTRE_GUTTER = 2;
/** The issuer's own picture stands at the left edge, the text beside it. */
const LOGO = { side: 4.6, text: 11, belowBaseline: 0.2 };

export const MASTHEAD_FIELDS = [
	"kind",
	"dated",
	"logo",
	"issuer",
	"parent",
] as const satisfies readonly (keyof Announcement)[];
type MastheadFields = Pick<Announcement, (typeof MASTHEAD_FIELDS)[number]>;

function setLogo({ logo, issuer }: MastheadFields, kit: Kit): Node | null {
	const { u } = kit;
	if (logo === null || logo.picture === null) return null;
	const { picture } = logo;
	const side = u(LOGO.side);
	const slot = { x: u(LEFT), y: u(MASTHEAD_TOP), width: side, height: side };
	return figure(
		logoOf(plain(issuer.long)),
		placePicture({ ...logo, picture }, slot, kit.ink),
	);
}

export function setMasthead(notice: MastheadFields, kit: Kit): Masthead {
	const { u } = kit;
	const kind = kit.set(notice.kind, "issuer", u(24));
	const dated = kit.set(notice.dated, "place", u(24));
	const rightWidth = Math.max(kind.width, dated.width);
	const logo = setLogo(notice, kit);
	const left = logo === null ? LEFT : LOGO.text;
	const measure = u(RIGHT - left - CENTRE_GUTTER) - rightWidth;
	const issuer = kit.set(notice.issuer, "issuer", measure);
	const capTop = u(MASTHEAD_TOP + ISSUER_CAP_TOP);
	const issuerBottom = capTop + issuer.height;
	const under = (above: Paragraph, below: Paragraph): Pt =>
		capTop +
		above.height +
		spaceBetween(above, below, u(PLACE_STEP) - above.capHeight);
	const nodes: Node[] = [
		...(logo === null ? [] : [logo]),
		textNode("P", issuer, u(left), capTop),
	];
	let bottom = issuerBottom;
	if (notice.parent !== null) {
		const parent = kit.set(notice.parent, "place", measure);
		const placeCapTop = under(issuer, parent);
		nodes.push(textNode("P", parent, u(left), placeCapTop));
		bottom = placeCapTop + parent.height;
	}
	const datedCapTop = under(kind, dated);
	nodes.push(
		textNode("P", kind, u(RIGHT), capTop, "right"),
		textNode("P", dated, u(RIGHT), datedCapTop, "right"),
	);
	const logoBottom =
		logo === null ? 0 : u(MASTHEAD_TOP + LOGO.side - LOGO.belowBaseline);
	return {
		nodes,
		bottom: Math.max(bottom, datedCapTop + dated.height, logoBottom),
	};
}
