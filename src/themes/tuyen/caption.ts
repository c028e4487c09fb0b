/** The words under a code: what it opens, and the address people are told to compare. */
import type { Mark, Node } from "../../layout/sheet.ts";
import { placeParagraph, spaceBetween } from "../../layout/text.ts";
import { openAddress } from "../../messages/sheet-words.ts";
import type { Code } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { hostSpans, setPathname } from "../shared/codes.ts";
import { artifact, content, type Kit, textNode } from "./kit.ts";
import { discShape, numeral } from "./station.ts";

const TITLE_DISC = 1.2;

export interface Caption {
	readonly height: Pt;
	/** Ink above the first cap-top. */
	readonly rise: Pt;
	readonly place: (x: Pt, capTop: Pt) => readonly Node[];
}

/** Title, host and path; `number` is the step served, as a disc before the title. */
export function setCaption(
	code: Code,
	measure: Pt,
	number: number | null,
	kit: Kit,
): Caption {
	const { u } = kit;
	const indent = number === null ? 0 : u(2 * TITLE_DISC + 0.5);
	const title = kit.set(code.label, "codeTitle", measure - indent);
	const host = kit.setSpans(
		hostSpans(code.host),
		kit.style("codeHost"),
		measure,
		code.path,
	);
	const path = kit.density.paths
		? setPathname(code, kit.style("codePath"), measure, kit.typeface)
		: null;
	const discBelow =
		number === null ? 0 : Math.max(0, u(TITLE_DISC) - title.capHeight / 2);
	const hostTop = Math.max(
		title.height + spaceBetween(title, host, u(0.85)),
		title.capHeight + discBelow + u(0.75),
	);
	const pathTop =
		hostTop +
		host.height +
		(path === null ? 0 : spaceBetween(host, path, u(0.62)));
	return {
		height: path === null ? hostTop + host.height : pathTop + path.height,
		rise: Math.max(title.rise, discBelow),
		place: (x, capTop) => {
			const cy = capTop + title.capHeight / 2;
			const disc: Mark[] =
				number === null
					? []
					: [
							...discShape(kit, x + u(TITLE_DISC), cy, u(TITLE_DISC)),
							...numeral(kit, number, x + u(TITLE_DISC), cy, "tinyNumeral"),
						];
			return [
				artifact(...disc),
				textNode("P", title, x + indent, capTop),
				{
					kind: "link",
					href: code.url,
					says: openAddress(code.host),
					children: [
						content(
							...placeParagraph(host, x, capTop + hostTop),
							...(path === null
								? []
								: placeParagraph(path, x, capTop + pathTop)),
						),
					],
				},
			];
		},
	};
}
