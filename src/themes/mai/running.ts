/** From page to page: the head of a further page, and the sign that sends the reader there. */
import type { Node } from "../../layout/sheet.ts";
import {
	placeParagraph,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../../layout/text.ts";
import { pageNumber, pageTurn } from "../../messages/sheet-words.ts";
import type { Announcement } from "../../model/announcement.ts";
import { mm } from "../../units.ts";
import {
	artifact,
	boxShapes,
	content,
	element,
	heightAround,
	type Kit,
	type Part,
	part,
	solidTone,
} from "./kit.ts";
import type { Top } from "./opening.ts";
import { ROOF_HEIGHT, roofShapes } from "./roof.ts";

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
	const k = (value: number) => mm(value * kit.layout.mastheadScale);
	const roofTop = mm(kit.layout.roofTop);
	const number = setParagraph(
		spansOf(pageNumber(page)),
		kit.style("dated"),
		kit.width / 3,
		kit.typeface,
	);
	const measure = kit.width - number.width - kit.k(6);
	const issuer = kit.set(notice.issuer, "dated", measure);
	const title = kit.set(notice.title, "head", kit.width);
	const capTop =
		roofTop + k(ROOF_HEIGHT) + Math.max(k(4), issuer.rise + k(1.4));
	const titleTop = capTop + issuer.height + spaceBetween(issuer, title, k(3));
	return {
		nodes: [
			artifact(
				...roofShapes(kit, roofTop, k),
				...placeParagraph(issuer, kit.left, capTop),
				...placeParagraph(number, kit.right, capTop, "right"),
				...placeParagraph(title, kit.left, titleTop),
			),
		],
		bottom: titleTop + title.height + title.drop + k(0.6),
	};
}

/** The notice goes on overleaf. */
export function setTurn(page: number, kit: Kit): Part {
	const { k } = kit;
	const tone = solidTone(kit, kit.look.green);
	const words = setParagraph(
		spansOf(pageTurn(page)),
		kit.style("turn", tone),
		kit.width,
		kit.typeface,
	);
	const width = words.width + k(10);
	const height = heightAround(words, k(1.4));
	return part(height, (y): readonly Node[] => {
		const x = kit.right - width;
		return [
			artifact(
				...boxShapes(kit, x, y, width, height, height / 2, kit.look.green),
			),
			element(
				"P",
				content(
					...placeParagraph(
						words,
						x + width / 2,
						y + (height - words.height) / 2,
						"centre",
					),
				),
			),
		];
	});
}
