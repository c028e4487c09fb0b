/** A schedule: a green head, every other row on a pale ground. */

import type { Ink } from "../../ink.ts";
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import {
	overhang,
	type Paragraph,
	plain,
	type Style,
} from "../../layout/text.ts";
import type { Block } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { tableColumns } from "../shared/columns.ts";
import { unitOf } from "../shared/fit.ts";
import { setTitle } from "./head.ts";
import {
	artifact,
	element,
	type Kit,
	type Part,
	part,
	textNode,
} from "./kit.ts";

type Table = Extract<Block, { kind: "table" }>;

const PADDING = 2.6;
const COLUMN_GAP = 4.4;
const HEAD = 7;
const ROW = 7.8;
/** Part of the air of a gap that each row takes. */
const ROW_AIR = 0.35;
const AROUND = 1.8;
const THIN = 0.25;
const THICK = 0.7;

const isTime = (words: string): boolean => /\d{1,2}[:h]\d{0,2}/u.test(words);

function cellStyle(column: number, words: string): Partial<Style> {
	if (column === 0) return { weight: 700 };
	return isTime(words) ? { weight: 600 } : {};
}

const tallest = (cells: readonly Paragraph[]): Pt =>
	Math.max(0, ...cells.map((cell) => cell.height));
const mostOverhang = (cells: readonly Paragraph[]): Pt =>
	Math.max(0, ...cells.map(overhang));

export function setTable(table: Table, kit: Kit): Part {
	const { k, look } = kit;
	const gap = k(COLUMN_GAP);
	const padding = k(PADDING);
	const headTone = look.solid
		? ({ ink: "white", ground: look.green } as const)
		: ({ ink: "black", ground: "white" } as const);
	const columns = tableColumns(
		table,
		{
			width: kit.width - 2 * padding,
			gap,
			head: kit.style("tableHead"),
			cell: (column, words) => kit.style("tableCell", cellStyle(column, words)),
		},
		kit,
	);
	const lefts = columns.map((_, i) =>
		columns
			.slice(0, i)
			.reduce((x, width) => x + width + gap, kit.left + padding),
	);
	const title = table.title === null ? null : setTitle(table.title, kit);
	const heads = table.columns.map((head, i) =>
		kit.set(head, "tableHead", columns[i] ?? 0, headTone),
	);
	const groundOf = (row: number): Ink =>
		look.solid && row % 2 === 1 ? look.ticket : "white";
	const rows = table.rows.map((row, r) =>
		row.map((cell, i) =>
			kit.set(cell, "tableCell", columns[i] ?? 0, {
				...cellStyle(i, plain(kit.words(cell))),
				ground: groundOf(r),
			}),
		),
	);
	const clear = k(0.9);
	const scale = Math.max(0.86, kit.style("tableCell").size / (k(1) * 4.233));
	const heightOf = (cells: readonly Paragraph[], least: number): Pt =>
		Math.max(
			k(least) * scale,
			tallest(cells) + 2 * k(AROUND),
			tallest(cells) + 2 * (mostOverhang(cells) + clear),
		);
	const headHeight = heightOf(heads, HEAD);
	const air = ROW_AIR * kit.fit.air * unitOf(kit.format);
	const rowHeights = rows.map((cells) => air + heightOf(cells, ROW));
	const titleTop = title?.rise ?? 0;
	const top =
		title === null
			? 0
			: titleTop +
				title.height +
				Math.max(kit.gap("headToBody"), title.drop + k(1));
	const height =
		top + headHeight + rowHeights.reduce((sum, row) => sum + row, 0);
	const oneLine = rows.every((row) =>
		row.every((cell) => cell.lines.length <= 1),
	);
	return part(
		height,
		(y) => {
			const marks: Mark[] = [];
			const headY = y + top;
			const band = (at: Pt, tall: Pt, ink: Ink): void => {
				marks.push(filled(rectangle(kit.left, at, kit.width, tall), ink));
			};
			if (look.solid) band(headY, headHeight, look.green);
			else {
				band(headY, k(0.9), "black");
				band(headY + headHeight - k(0.6), k(0.6), "black");
			}
			const centred = (
				tag: "TH" | "TD",
				cells: readonly Paragraph[],
				at: Pt,
				tall: Pt,
			): Node =>
				element(
					"TR",
					...cells.map((cell, i) =>
						textNode(
							tag,
							cell,
							lefts[i] ?? 0,
							at + (tall - tallest(cells)) / 2,
						),
					),
				);
			const headRow = centred("TH", heads, headY, headHeight);
			let at = headY + headHeight;
			const bodyRows = rows.map((cells, r) => {
				const tall = rowHeights[r] ?? 0;
				if (groundOf(r) !== "white") band(at, tall, groundOf(r));
				const row = centred("TD", cells, at, tall);
				at += tall;
				const isLast = r === rows.length - 1;
				const rule = Math.max(mm(0.25), k(isLast ? THICK : THIN));
				band(at - rule / 2, rule, isLast ? "black" : look.line);
				return row;
			});
			return [
				...(title === null
					? []
					: [textNode("P", title, kit.left, y + titleTop)]),
				artifact(...marks),
				element("Table", headRow, ...bodyRows),
			];
		},
		oneLine || kit.fit.form === "stacked",
	);
}
