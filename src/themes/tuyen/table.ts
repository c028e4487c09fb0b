/** A schedule is a route: one stop of the line per row. */
import { disc, filled, rectangle, stroked } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import {
	overhang,
	type Paragraph,
	type Style,
	spaceBetween,
} from "../../layout/text.ts";
import type { Block } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { tableColumns } from "../shared/columns.ts";
import { CONTENT, CONTENT_WIDTH, TRACK } from "./grid.ts";
import {
	artifact,
	element,
	type FormPart,
	type Kit,
	type PartOnLine,
	textNode,
} from "./kit.ts";

type Table = Extract<Block, { kind: "table" }>;

const STOP_RADIUS = 0.82;
const THICK_RULE = 0.25;
const THIN_RULE = 0.08;
/** A thinner rule is lost in the copier. */
const LEAST_RULE = mm(0.25);
const ROW = 2.95;
const ROW_PADDING = 1.75;
/** Part of the air of a gap that each row takes. */
const ROW_AIR = 0.35;
const HEAD_TO_RULE = 0.8;
/** Least white from a mark to a rule, em. */
const MARK_TO_RULE = 0.08;
const TITLE_TO_HEAD = 1.8;
const COLUMN_GAP = 1.6;

const isTime = (words: string): boolean => /^\d{1,2}[:h]\d{0,2}/u.test(words);

function cellStyle(column: number, words: string): Partial<Style> {
	if (column === 0) return { weight: 800 };
	return isTime(words) ? { weight: 600 } : {};
}

export function setTable(table: Table, kit: Kit): FormPart & PartOnLine {
	const { u } = kit;
	const columns = tableColumns(
		table,
		{
			width: u(CONTENT_WIDTH),
			gap: u(COLUMN_GAP),
			head: kit.style("tableHead"),
			cell: (column, words) => kit.style("tableCell", cellStyle(column, words)),
		},
		kit,
	);
	const lefts = columns.map((_, i) =>
		columns
			.slice(0, i)
			.reduce((sum, width) => sum + width + u(COLUMN_GAP), u(CONTENT)),
	);
	const title =
		table.title === null
			? null
			: kit.set(table.title, "optionTitle", u(CONTENT_WIDTH));
	const heads = table.columns.map((head, i) =>
		kit.set(head, "tableHead", columns[i] ?? 0),
	);
	const rows = table.rows.map((row) =>
		row.map((cell, i) =>
			kit.set(
				cell,
				"tableCell",
				columns[i] ?? 0,
				cellStyle(
					i,
					kit
						.words(cell)
						.map((span) => span.text)
						.join(""),
				),
			),
		),
	);
	const mostOverhang = (cells: readonly Paragraph[]) =>
		Math.max(0, ...cells.map(overhang));
	const tallest = (cells: readonly Paragraph[]) =>
		Math.max(0, ...cells.map((cell) => cell.height));
	// Marks over capitals may rise into the rules: the row then grows.
	const clear = kit.style("tableCell").size * MARK_TO_RULE;
	const rowHeights = rows.map(
		(cells) =>
			u(ROW_AIR * kit.fit.air) +
			Math.max(
				u(ROW) * rowScale(kit),
				tallest(cells) + u(ROW_PADDING),
				tallest(cells) + 2 * mostOverhang(cells) + u(THICK_RULE) + 2 * clear,
			),
	);
	const headTop =
		title === null
			? 0
			: title.height +
				Math.max(
					u(TITLE_TO_HEAD),
					...heads.map((head) => spaceBetween(title, head, 0)),
				);
	const headHeight = tallest(heads);
	const ruleTop =
		headTop +
		headHeight +
		Math.max(u(HEAD_TO_RULE), ...heads.map((head) => head.drop + clear));
	const height =
		ruleTop + rowHeights.reduce((sum, h) => sum + h, 0) + u(THICK_RULE);
	const oneLine = rows.every((row) =>
		row.every((cell) => cell.lines.length <= 1),
	);
	return {
		height,
		joins: ruleTop + ((rowHeights[0] ?? 0) + u(THICK_RULE)) / 2,
		ends: ((rowHeights.at(-1) ?? 0) + u(THICK_RULE)) / 2,
		fits: oneLine || kit.fit.form === "stacked",
		place: (y) => {
			const nodes: Node[] = [];
			if (title !== null) nodes.push(textNode("P", title, u(CONTENT), y));
			const rules: Mark[] = [rule(kit, y + ruleTop, THICK_RULE)];
			const headRow = element(
				"TR",
				...heads.map((head, i) =>
					textNode(
						"TH",
						head,
						lefts[i] ?? 0,
						y + headTop + headHeight - head.height,
					),
				),
			);
			let top = y + ruleTop;
			const bodyRows = rows.map((cells, r) => {
				const rowHeight = rowHeights[r] ?? 0;
				const centre = top + rowHeight / 2 + u(THICK_RULE) / 2;
				const keyHeight = tallest(cells);
				rules.push(
					...stop(kit, centre),
					rule(
						kit,
						top + rowHeight,
						r === rows.length - 1 ? THICK_RULE : THIN_RULE,
					),
				);
				const row = element(
					"TR",
					...cells.map((cell, i) =>
						textNode("TD", cell, lefts[i] ?? 0, centre - keyHeight / 2),
					),
				);
				top += rowHeight;
				return row;
			});
			nodes.push(artifact(...rules), element("Table", headRow, ...bodyRows));
			return nodes;
		},
	};
}

/** Rows keep pace with type that has grown. */
const rowScale = (kit: Kit): number =>
	Math.max(0.88, kit.style("tableCell").size / (kit.u(1) * 1.411));

function rule(kit: Kit, y: Pt, thickness: number): Mark {
	const height = Math.max(kit.u(thickness), LEAST_RULE);
	return filled(
		rectangle(kit.u(CONTENT), y, kit.u(CONTENT_WIDTH), height),
		"black",
	);
}

function stop(kit: Kit, cy: Pt): Mark[] {
	const { u } = kit;
	const ring = u(kit.look.stopRing);
	return [
		filled(disc(u(TRACK), cy, u(STOP_RADIUS)), "white"),
		stroked(disc(u(TRACK), cy, u(STOP_RADIUS)), kit.look.accent, ring),
	];
}
