/** What is to be printed for whom: numbers first, then a page to tick off. */
import type { Typeface } from "../fonts/face.ts";
import { rectangle, segment, stroked } from "../layout/shapes.ts";
import {
	artifact,
	content,
	element,
	type Mark,
	type Node,
	type Page,
	type Sheet,
} from "../layout/sheet.ts";
import * as say from "../messages/print-words.ts";
import { mm, type Pt } from "../units.ts";
import { cutTo, type WordStyle, words } from "./words.ts";

/** Leaflets on one sheet of A4, and in one packet. */
export const PER_PAPER = 2;
export const PER_PACKET = 100;

export interface PlanLine {
	readonly village: string;
	/** Row of the list. */
	readonly row: number;
	readonly copies: number;
	/** Sheets of A4. */
	readonly paper: number;
	readonly packets: number;
}

export interface PrintPlan {
	readonly lines: readonly PlanLine[];
	readonly copies: number;
	readonly paper: number;
	readonly packets: number;
	readonly isDuplex: boolean;
}

const sum = (numbers: readonly number[]): number =>
	numbers.reduce((total, number) => total + number, 0);

export function planPrint(
	villages: readonly {
		readonly village: string;
		readonly row: number;
		readonly copies: number;
	}[],
	isDuplex: boolean,
): PrintPlan {
	const lines = villages.map(
		(line): PlanLine => ({
			...line,
			paper: Math.ceil(line.copies / PER_PAPER),
			packets: Math.ceil(line.copies / PER_PACKET),
		}),
	);
	return {
		lines,
		copies: sum(lines.map(({ copies }) => copies)),
		paper: sum(lines.map(({ paper }) => paper)),
		packets: sum(lines.map(({ packets }) => packets)),
		isDuplex,
	};
}

/** For programs. */
export const planBytes = (plan: PrintPlan): Uint8Array =>
	new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`);

const WIDTH = mm(210);
const HEIGHT = mm(297);
const LEFT = mm(20);
const RIGHT = mm(190);
const TOP = mm(34);
const ROW = mm(7);
const ROWS = 33;
const SIZE = 11;
const HEAD_SIZE = 10;
const TITLE_SIZE = 18;
const TICK_BOX = mm(4);

/** Right ends of the columns of numbers; the others begin at their left. */
const COLUMNS = {
	number: mm(30),
	village: mm(34),
	copies: mm(124),
	paper: mm(144),
	packets: mm(160),
	done: mm(178),
};

function tableRow(
	cells: readonly string[],
	y: Pt,
	tag: "TH" | "TD",
	typeface: Typeface,
): Node {
	const isHead = tag === "TH";
	const style = {
		size: isHead ? HEAD_SIZE : SIZE,
		weight: isHead ? 700 : 400,
	} as const;
	const [number = "", village = "", copies = "", paper = "", packets = ""] =
		cells;
	const right: WordStyle = { ...style, align: "right" };
	const name = cutTo(village, mm(74), typeface, style);
	const put = (text: string, x: Pt, how: WordStyle): Node =>
		element(
			tag,
			content(...(text === "" ? [] : [words(text, x, y, typeface, how)])),
		);
	return element(
		"TR",
		put(number, COLUMNS.number, right),
		put(name, COLUMNS.village, style),
		put(copies, COLUMNS.copies, right),
		put(paper, COLUMNS.paper, right),
		put(packets, COLUMNS.packets, right),
		put(isHead ? say.planColumns.done : "", COLUMNS.done, {
			...style,
			align: "center",
		}),
	);
}

function planPage(
	plan: PrintPlan,
	title: string,
	page: number,
	pages: number,
	typeface: Typeface,
): Page {
	const lines = plan.lines.slice(page * ROWS, (page + 1) * ROWS);
	const isLast = page === pages - 1;
	const { number, village, copies, paper, packets } = say.planColumns;
	const head = tableRow(
		[number, village, copies, paper, packets],
		TOP,
		"TH",
		typeface,
	);
	const at = (index: number): Pt => TOP + (index + 1) * ROW;
	const rows = lines.map((line, index) =>
		tableRow(
			[
				page * ROWS + index + 1,
				line.village,
				line.copies,
				line.paper,
				line.packets,
			].map(String),
			at(index),
			"TD",
			typeface,
		),
	);
	const total = isLast
		? [
				tableRow(
					["", say.planTotal, plan.copies, plan.paper, plan.packets].map(
						String,
					),
					at(lines.length) + mm(1),
					"TH",
					typeface,
				),
			]
		: [];
	const rule = (y: Pt, width: Pt): Mark =>
		stroked(segment(LEFT, y, RIGHT, y), "black", width);
	const rules = [
		rule(TOP + mm(2), 1),
		...lines.map((_, index) => rule(at(index) + mm(2), 0.4)),
	];
	const boxes = lines.map((_, index) =>
		stroked(
			rectangle(
				COLUMNS.done - TICK_BOX / 2,
				at(index) - TICK_BOX + mm(0.8),
				TICK_BOX,
				TICK_BOX,
			),
			"black",
			0.7,
		),
	);
	const small = { size: HEAD_SIZE } as const;
	const notes = [
		say.planNote(PER_PAPER, PER_PACKET),
		...(plan.isDuplex ? [say.planDuplex] : []),
		...(pages > 1 ? [say.planPage(page + 1, pages)] : []),
	];
	const heading = cutTo(`${say.planTitle}: ${title}`, RIGHT - LEFT, typeface, {
		size: TITLE_SIZE,
		weight: 700,
	});
	return {
		nodes: [
			element(
				"H1",
				content(
					words(heading, LEFT, mm(22), typeface, {
						size: TITLE_SIZE,
						weight: 700,
					}),
				),
			),
			artifact(...rules, ...boxes),
			element("Table", head, ...rows, ...total),
			...notes.map((note, index) =>
				element(
					"P",
					content(words(note, LEFT, mm(278) + index * mm(5), typeface, small)),
				),
			),
		],
	};
}

/** The plan on paper, as many pages as it needs. */
export function planSheet(
	plan: PrintPlan,
	of: Pick<Sheet, "title" | "issuer" | "date">,
	typeface: Typeface,
): Sheet {
	const pages = Math.max(1, Math.ceil(plan.lines.length / ROWS));
	const numbers = Array.from({ length: pages }, (_, page) => page);
	const title = `${say.planTitle}: ${of.title}`;
	const pageTitle = (page: number): string =>
		page === 0 ? title : `${page + 1}/${pages}`;
	return {
		width: WIDTH,
		height: HEIGHT,
		title,
		issuer: of.issuer,
		date: of.date,
		pages: numbers.map((page) =>
			planPage(plan, of.title, page, pages, typeface),
		),
		...(pages > 1
			? { bookmarks: numbers.map((page) => ({ title: pageTitle(page), page })) }
			: {}),
	};
}
