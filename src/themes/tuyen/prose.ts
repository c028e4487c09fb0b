/** Lists and notes: text beside the line, without a station. */
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import { spaceBetween } from "../../layout/text.ts";
import type { Block, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { CONTENT, CONTENT_WIDTH } from "./grid.ts";
import { artifact, element, type Kit, type Part, textNode } from "./kit.ts";
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
	const [first] = items;
	const itemsTop =
		title === null || first === undefined
			? 0
			: title.height + spaceBetween(title, first, between);
	/** White below each item; nothing below the last. */
	const spaces = items.map((item, i) => {
		const next = items[i + 1];
		return next === undefined ? 0 : spaceBetween(item, next, between);
	});
	const height = items.reduce(
		(sum, item, i) => sum + item.height + (spaces[i] ?? 0),
		itemsTop,
	);
	return {
		height,
		place: (y) => {
			const nodes: Node[] = [];
			if (title !== null) nodes.push(textNode("P", title, u(CONTENT), y));
			let capTop = y + itemsTop;
			const bullets: Mark[] = [];
			const entries = items.map((item, i) => {
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
					textNode("LBody", item, u(CONTENT + BESIDE_BULLET), capTop),
				);
				capTop += item.height + (spaces[i] ?? 0);
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
	/** White below each row; nothing below the last. */
	const spaces = rows.map((row, r) =>
		Math.max(
			0,
			...(rows[r + 1] ?? []).flatMap((below) =>
				row.map((above) => spaceBetween(above, below, u(1.4))),
			),
		),
	);
	return {
		height: [...rowHeights, ...spaces].reduce((sum, h) => sum + h, 0),
		place: (y) => {
			let capTop = y;
			return rows.flatMap((row, r) => {
				const placed = row.map((note, c) =>
					textNode("Note", note, u(c === 0 ? CONTENT : SECOND_HALF), capTop),
				);
				capTop += (rowHeights[r] ?? 0) + (spaces[r] ?? 0);
				return placed;
			});
		},
	};
}
