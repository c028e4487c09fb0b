/** From page to page: the head of a further page, and the flag that sends the reader there. */
import { filled, rectangle } from "../../layout/shapes.ts";
import {
	placeParagraph,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../../layout/text.ts";
import { pageNumber, pageTurn } from "../../messages/sheet-words.ts";
import type { Announcement } from "../../model/announcement.ts";
import { setDoFlag } from "./flag.ts";
import { FULL, LEFT, MASTHEAD_TOP, RIGHT } from "./grid.ts";
import { artifact, type Kit } from "./kit.ts";
import type { Top } from "./opening.ts";
import type { Terminus } from "./terminus.ts";

const CAP_TOP = 0.85;
const TITLE_STEP = 2.3;
const RULE = 0.1;

export const RUNNING_FIELDS = [
	"issuer",
	"title",
] as const satisfies readonly (keyof Announcement)[];

/** Repeats who speaks and about what, so that a loose sheet explains itself. */
export function setRunningHead(
	notice: Pick<Announcement, (typeof RUNNING_FIELDS)[number]>,
	page: number,
	kit: Kit,
): Top {
	const { u } = kit;
	const number = setParagraph(
		spansOf(pageNumber(page)),
		kit.style("issuer"),
		u(20),
		kit.typeface,
	);
	const measure = u(FULL - 2) - number.width;
	const issuer = kit.set(notice.issuer, "issuer", measure);
	const title = kit.set(notice.title, "optionTitle", u(FULL), { weight: 800 });
	const capTop = u(MASTHEAD_TOP + CAP_TOP);
	const titleTop =
		capTop +
		issuer.height +
		spaceBetween(issuer, title, u(TITLE_STEP) - issuer.capHeight);
	const ruleTop = titleTop + title.height + title.drop + u(0.9);
	return {
		nodes: [
			artifact(
				...placeParagraph(issuer, u(LEFT), capTop),
				...placeParagraph(number, u(RIGHT), capTop, "right"),
				...placeParagraph(title, u(LEFT), titleTop),
				filled(rectangle(u(LEFT), ruleTop, u(FULL), u(RULE)), "black"),
			),
		],
		bottom: ruleTop + u(RULE),
		lineTop: ruleTop + u(RULE + 0.3),
		endsInFlag: true,
	};
}

/** The line goes on overleaf. */
export function setTurn(page: number, kit: Kit): Terminus {
	const flag = setDoFlag(spansOf(pageTurn(page)), kit);
	return { height: flag.height, clear: 0, place: flag.place };
}
