/** How wide the columns of a table are. */
import {
	measureLine,
	plain,
	type Style,
	widestGroup,
	widestPart,
} from "../../layout/text.ts";
import type { Block, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import type { TextKit } from "./text-kit.ts";

type Table = Extract<Block, { kind: "table" }>;

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

/** What the widths depend on besides the words. */
export interface TableSetting {
	/** Room for all columns, and between two. */
	readonly width: Pt;
	readonly gap: Pt;
	readonly head: Style;
	readonly cell: (column: number, words: string) => Style;
}

export function tableColumns(
	table: Table,
	{ width, gap, head: headStyle, cell: styleOf }: TableSetting,
	{ words: wordsOf, typeface }: Pick<TextKit<never>, "words" | "typeface">,
): readonly Pt[] {
	const columns = table.columns.map((head, column) => {
		const cells = table.rows.flatMap((row) => {
			const text = row[column];
			return text === undefined ? [] : [text];
		});
		const styled = (cell: Text) => {
			const spans = wordsOf(cell);
			return { spans, style: styleOf(column, plain(spans)) };
		};
		const all = [
			{ spans: wordsOf(head), style: headStyle },
			...cells.map(styled),
		];
		const widestOf = (measure: typeof widestGroup): Pt =>
			Math.max(
				...all.map(({ spans, style }) => measure(spans, style, typeface)),
			);
		return {
			natural: widestOf(measureLine) + 0.01,
			// What reads badly when divided, such as "Tổ 4" or "7:00 – 9:00".
			group: widestOf(widestGroup) + 0.01,
			word: widestOf(widestPart) + 0.01,
		};
	});
	const available = width - gap * (columns.length - 1);
	const naturals = columns.map((column) => column.natural);
	const groups = columns.map((column) => column.group);
	const words = columns.map((column) => column.word);
	const holdsGroups =
		groups.reduce((sum, group) => sum + group, 0) <= available;
	return holdsGroups
		? columnWidths(naturals, groups, available)
		: columnWidths(groups, words, available);
}
