/** A schedule is a route: one stop of the line per row. */
import { disc, filled, rectangle, stroked } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import {
	measureLine,
	overhang,
	type Paragraph,
	type Style,
	spaceBetween,
	widestGroup,
	widestPart,
} from "../../layout/text.ts";
import type { Block } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { CONTENT, CONTENT_WIDTH, TRACK } from "./grid.ts";
import { artifact, element, type FormPart, type Kit, textNode } from "./kit.ts";

type Table = Extract<Block, { kind: "table" }>;

const STOP_RADIUS = 0.82;
const THICK_RULE = 0.25;
const THIN_RULE = 0.08;
/** A thinner rule is lost in the copier. */
const LEAST_RULE = mm(0.25);
const ROW = 2.95;
const ROW_PADDING = 1.75;
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

/**
 * Column widths: what each would like, or, when that is too much, its least and
 * a share of the rest in proportion to what it lacks. Never more than there is:
 * where even the least is too much, some words will be too wide for their column.
 */
export function columnWidths(
	wishes: readonly Pt[],
	least: readonly Pt[],
	available: Pt,
): readonly Pt[] {
	const wished = wishes.reduce((sum, wish) => sum + wish, 0);
	if (wished <= available) {
		const spare = (available - wished) / Math.max(1, wishes.length);
		return wishes.map((wish) => wish + spare);
	}
	const bare = least.reduce((sum, width) => sum + width, 0);
	if (bare > available) return least.map((width) => (width * available) / bare);
	const lack = wishes.reduce(
		(sum, wish, i) => sum + Math.max(0, wish - (least[i] ?? 0)),
		0,
	);
	const share = lack === 0 ? 0 : (available - bare) / lack;
	return wishes.map(
		(wish, i) => (least[i] ?? 0) + Math.max(0, wish - (least[i] ?? 0)) * share,
	);
}

function widths(table: Table, kit: Kit): readonly Pt[] {
	const { u } = kit;
	const gap = u(COLUMN_GAP);
	const columns = table.columns.map((head, column) => {
		const cells = table.rows.flatMap((row) => {
			const text = row[column];
			return text === undefined ? [] : [text];
		});
		const styles = cells.map((cell) =>
			kit.style(
				"tableCell",
				cellStyle(
					column,
					kit
						.words(cell)
						.map((span) => span.text)
						.join(""),
				),
			),
		);
		const headStyle = kit.style("tableHead");
		const natural = Math.max(
			measureLine(kit.words(head), headStyle, kit.typeface),
			...cells.map((cell, i) =>
				measureLine(
					kit.words(cell),
					styles[i] ?? kit.style("tableCell"),
					kit.typeface,
				),
			),
		);
		const widestOf = (width: typeof widestGroup): Pt =>
			Math.max(
				width(kit.words(head), headStyle, kit.typeface),
				...cells.map((cell, i) =>
					width(
						kit.words(cell),
						styles[i] ?? kit.style("tableCell"),
						kit.typeface,
					),
				),
			);
		return {
			natural: natural + 0.01,
			// What reads badly when divided, such as "Tổ 4" or "7:00 – 9:00".
			group: widestOf(widestGroup) + 0.01,
			word: widestOf(widestPart) + 0.01,
		};
	});
	const available = u(CONTENT_WIDTH) - gap * (columns.length - 1);
	const naturals = columns.map((column) => column.natural);
	const groups = columns.map((column) => column.group);
	const words = columns.map((column) => column.word);
	const holdsGroups =
		groups.reduce((sum, width) => sum + width, 0) <= available;
	return holdsGroups
		? columnWidths(naturals, groups, available)
		: columnWidths(groups, words, available);
}

export function setTable(table: Table, kit: Kit): FormPart {
	const { u } = kit;
	const columns = widths(table, kit);
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
	const rowHeights = rows.map((cells) =>
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
