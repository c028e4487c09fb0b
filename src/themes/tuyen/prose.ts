/** Lists and notes: text beside the line, without a station. */
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import { placeParagraph } from "../../layout/text.ts";
import type { Block, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { CONTENT, CONTENT_WIDTH } from "./grid.ts";
import { artifact, content, element, type Kit, type Part } from "./kit.ts";
import type { Role } from "./type-scale.ts";

const BULLET = 0.75;
const BESIDE_BULLET = 1.9;
/** Besides the leading, so that items stand further apart than their lines. */
const BETWEEN_ITEMS = 0.45;
const HALF = 25;
const SECOND_HALF = 40;

/** White between two lines of a role: from baseline to cap-top. */
function white(kit: Kit, role: Role): Pt {
	const style = kit.style(role);
	return (
		style.size * (style.leading - kit.typeface.face(style.weight).capHeight)
	);
}

type List = Extract<Block, { kind: "list" }>;

export function setList(list: List, kit: Kit): Part {
	const { u } = kit;
	const title =
		list.title === null
			? null
			: kit.set(list.title, "optionTitle", u(CONTENT_WIDTH));
	const items = list.items.map((item) =>
		kit.set(item, "body", u(CONTENT_WIDTH - BESIDE_BULLET)),
	);
	const between = white(kit, "body") + u(BETWEEN_ITEMS);
	const itemsTop = title === null ? 0 : title.height + between;
	const height =
		itemsTop +
		items.reduce((sum, item) => sum + item.height, 0) +
		between * Math.max(0, items.length - 1);
	return {
		height,
		place: (y) => {
			const nodes: Node[] = [];
			if (title !== null)
				nodes.push(
					element("P", content(...placeParagraph(title, u(CONTENT), y))),
				);
			let capTop = y + itemsTop;
			const bullets: Mark[] = [];
			const entries = items.map((item) => {
				bullets.push(
					filled(
						rectangle(
							u(CONTENT),
							capTop + item.capHeight / 2 - u(BULLET / 2),
							u(BULLET),
							u(BULLET),
						),
						kit.look.accent,
					),
				);
				const entry = element(
					"LI",
					element(
						"LBody",
						content(
							...placeParagraph(item, u(CONTENT + BESIDE_BULLET), capTop),
						),
					),
				);
				capTop += item.height + between;
				return entry;
			});
			nodes.push(artifact(...bullets), element("L", ...entries));
			return nodes;
		},
	};
}

/** One note across, or notes two by two. */
export function setNotes(notes: readonly Text[], kit: Kit): Part {
	const { u } = kit;
	const pairs: Text[][] = [];
	notes.forEach((note, i) => {
		if (i % 2 === 0) pairs.push([note]);
		else pairs.at(-1)?.push(note);
	});
	const rows = pairs.map((pair) =>
		pair.map((note) =>
			kit.set(note, "body", u(pair.length === 1 ? CONTENT_WIDTH : HALF)),
		),
	);
	const rowHeights = rows.map((row) =>
		Math.max(...row.map((note) => note.height)),
	);
	const between = u(1.4);
	return {
		height:
			rowHeights.reduce((sum, h) => sum + h, 0) + between * (rows.length - 1),
		place: (y) => {
			let capTop = y;
			return rows.flatMap((row, r) => {
				const placed = row.map((note, c) =>
					element(
						"Note",
						content(
							...placeParagraph(
								note,
								u(c === 0 ? CONTENT : SECOND_HALF),
								capTop,
							),
						),
					),
				);
				capTop += (rowHeights[r] ?? 0) + between;
				return placed;
			});
		},
	};
}
