/** Lists, and notes in frames of their own. */
import { disc, filled, stroked } from "../../layout/shapes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Block, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { setTitle } from "./head.ts";
import {
	artifact,
	element,
	frameShape,
	type Kit,
	type Part,
	part,
	textNode,
} from "./kit.ts";

const BULLET = 1.15;
const BESIDE_BULLET = 5.4;
/** Between items, besides the leading of their lines. */
const BETWEEN_ITEMS = 0.28;
const COLUMN_GAP = 8;
/** From here on short items stand in two columns. */
const SEVERAL = 4;

type List = Extract<Block, { kind: "list" }>;

interface Column {
	readonly items: readonly Paragraph[];
	/** White below each item; nothing below the last. */
	readonly spaces: readonly Pt[];
	readonly height: Pt;
}

function columnOf(items: readonly Paragraph[], between: Pt): Column {
	const spaces = items.map((item, i) => {
		const next = items[i + 1];
		return next === undefined ? 0 : spaceBetween(item, next, between);
	});
	const height = items.reduce(
		(sum, item, i) => sum + item.height + (spaces[i] ?? 0),
		0,
	);
	return { items, spaces, height };
}

function columnsOf(list: List, kit: Kit): readonly Column[] {
	const { k } = kit;
	const style = kit.style("body");
	const capHeight = kit.typeface.face(style.weight).capHeight;
	const between = style.size * (style.leading - capHeight + BETWEEN_ITEMS);
	const half = (kit.width - k(COLUMN_GAP)) / 2 - k(BESIDE_BULLET);
	if (list.items.length >= SEVERAL) {
		const narrow = list.items.map((item) => kit.setFreely(item, "body", half));
		const isShort = narrow.every(
			({ lines, longWord, style: set }) =>
				lines.length === 1 && longWord === null && set.size === style.size,
		);
		if (isShort) {
			const first = Math.ceil(narrow.length / 2);
			return [
				columnOf(narrow.slice(0, first), between),
				columnOf(narrow.slice(first), between),
			];
		}
	}
	const measure = kit.width - k(BESIDE_BULLET);
	return [
		columnOf(
			list.items.map((item) => kit.set(item, "body", measure)),
			between,
		),
	];
}

export function setList(list: List, kit: Kit): Part {
	const { k } = kit;
	const title = list.title === null ? null : setTitle(list.title, kit);
	const columns = columnsOf(list, kit);
	const rise = Math.max(...columns.map(({ items }) => items[0]?.rise ?? 0));
	const capTop = title?.rise ?? rise;
	const itemsTop =
		title === null
			? rise
			: capTop +
				title.height +
				Math.max(
					kit.gap("headToBody") + k(1),
					title.drop + rise + Math.max(k(1), title.style.size * 0.2),
				);
	const height = itemsTop + Math.max(...columns.map((column) => column.height));
	const step = (kit.width + k(COLUMN_GAP)) / 2;
	return part(height, (y) => {
		const bullets: Mark[] = [];
		const entries = columns.flatMap(({ items, spaces }, c) => {
			const x = kit.left + c * step;
			let top = y + itemsTop;
			return items.map((item, i): Node => {
				const cy = top + item.capHeight / 2;
				bullets.push(bullet(x + k(BULLET), cy, kit));
				const entry = element(
					"LI",
					textNode("LBody", item, x + k(BESIDE_BULLET), top),
				);
				top += item.height + (spaces[i] ?? 0);
				return entry;
			});
		});
		return [
			...(title === null ? [] : [textNode("P", title, kit.left, y + capTop)]),
			artifact(...bullets),
			element("L", ...entries),
		];
	});
}

const bullet = (cx: Pt, cy: Pt, kit: Kit): Mark => {
	const { k, look } = kit;
	return look.solid
		? filled(disc(cx, cy, k(BULLET)), look.green)
		: stroked(disc(cx, cy, k(BULLET - 0.25)), look.green, k(0.5));
};

const NOTE_SIDE = 4.4;
const NOTE_PADDING = 3;
const NOTE_RADIUS = 2.6;
const NOTE_GUTTER = 4;

/** One note across, or notes two by two, each in a frame. */
export function setNotes(notes: readonly Text[], kit: Kit): Part {
	const { k } = kit;
	const gutter = k(NOTE_GUTTER);
	const rows: Text[][] = [];
	notes.forEach((note, i) => {
		if (i % 2 === 0) rows.push([note]);
		else rows.at(-1)?.push(note);
	});
	const set = rows.map((row) => {
		const width = (kit.width - gutter * (row.length - 1)) / row.length;
		const words = row.map((note) =>
			kit.set(note, "body", width - 2 * k(NOTE_SIDE)),
		);
		const height = Math.max(
			...words.map(
				(paragraph) =>
					paragraph.height +
					2 *
						Math.max(
							k(NOTE_PADDING),
							paragraph.rise + k(1.2),
							paragraph.drop + k(1.2),
						),
			),
		);
		return { width, words, height };
	});
	const gap = kit.gap("between");
	return part(
		set.reduce((sum, { height }) => sum + height, gap * (set.length - 1)),
		(y) => {
			let top = y;
			return set.flatMap(({ width, words, height }) => {
				const at = top;
				top += height + gap;
				return words.flatMap((paragraph, i): Node[] => {
					const x = kit.left + i * (width + gutter);
					return [
						artifact(
							frameShape(
								kit,
								x,
								at,
								width,
								height,
								k(NOTE_RADIUS),
								kit.look.line,
								kit.look.quietFrame,
							),
						),
						textNode(
							"Note",
							paragraph,
							x + k(NOTE_SIDE),
							at + (height - paragraph.height) / 2,
						),
					];
				});
			});
		},
	);
}
