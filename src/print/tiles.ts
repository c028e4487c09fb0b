/**
 * A poster over four A4 sheets at 100 %: each carries its part and a strip of
 * its neighbours', so that nothing is missing where they are glued together.
 */
import type { Typeface } from "../fonts/face.ts";
import { filled, rectangle, segment, stroked } from "../layout/shapes.ts";
import {
	artifact,
	content,
	element,
	figure,
	type Mark,
	marksOf,
	type Node,
	type Page,
	type Sheet,
} from "../layout/sheet.ts";
import * as say from "../messages/print-words.ts";
import { type Box, mm, type Pt } from "../units.ts";
import { boxOf } from "./boxes.ts";
import { moveBy, moveMark } from "./move.ts";
import { findSeam, type Obstacle, obstaclesOf, type Seam } from "./seams.ts";
import { words } from "./words.ts";

const WIDTH = mm(210);
const HEIGHT = mm(297);
/** What office printers leave blank. */
const MARGIN = mm(7);
/** For the name of the sheet, under its part. */
const LABEL = mm(9);
const OVERLAP = mm(10);

const TICK = { length: mm(4), least: mm(0.5), gap: mm(0.8), width: mm(0.25) };
const LABEL_SIZE = 10;
const LETTERS = ["A", "B"] as const;

export interface Tile {
	/** "A1": row and column. */
	readonly name: string;
	/** The part of the poster it shows, overlap included. */
	readonly window: Box;
	/** Where the window's top left corner lies on the A4 sheet. */
	readonly at: { readonly x: Pt; readonly y: Pt };
	/** Seams on its left and on top, in the poster; null at the poster's edge. */
	readonly cutLeft: Pt | null;
	readonly cutTop: Pt | null;
}

export interface Tiling {
	/** Per page of the poster. */
	readonly tiles: readonly (readonly Tile[])[];
	/** Four sheets and a picture of how they go together, for each page. */
	readonly sheet: Sheet;
	/** What a seam cuts although it should not. */
	readonly cuts: readonly Obstacle[];
}

interface Cut {
	readonly tiles: readonly Tile[];
	readonly cuts: readonly Obstacle[];
}

/** How far from the middle a seam may lie: both parts must fit their paper. */
function limits(length: Pt, room: Pt): { from: Pt; to: Pt } {
	const half = OVERLAP / 2;
	return { from: length - room + half, to: room - half };
}

function cutPage(page: Page, { width, height }: Sheet): Cut {
	const obstacles = obstaclesOf(page);
	const roomX = WIDTH - 2 * MARGIN;
	const roomY = HEIGHT - 2 * MARGIN - LABEL;
	const across = findSeam(limits(height, roomY), height / 2, obstacles, "y");
	const half = OVERLAP / 2;
	const rows = [
		{ from: 0, to: across.at },
		{ from: across.at, to: height },
	];
	const downs = rows.map(({ from, to }): Seam => {
		const inRow = obstacles.filter(({ y }) => y.to > from && y.from < to);
		return findSeam(limits(width, roomX), width / 2, inRow, "x");
	});
	const tiles = downs.flatMap(({ at: down }, row) =>
		[0, 1].map((column): Tile => {
			const left = column === 0 ? 0 : down - half;
			const right = column === 0 ? down + half : width;
			const top = row === 0 ? 0 : across.at - half;
			const bottom = row === 0 ? across.at + half : height;
			const window = {
				x: left,
				y: top,
				width: right - left,
				height: bottom - top,
			};
			return {
				name: `${LETTERS[row]}${column + 1}`,
				window,
				at: {
					x: (WIDTH - window.width) / 2,
					y: MARGIN + (roomY - window.height) / 2,
				},
				cutLeft: column === 0 ? null : down,
				cutTop: row === 0 ? null : across.at,
			};
		}),
	);
	return {
		tiles,
		cuts: [...across.cuts, ...downs.flatMap(({ cuts }) => cuts)],
	};
}

const touches = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width &&
	a.x + a.width > b.x &&
	a.y < b.y + b.height &&
	a.y + a.height > b.y;

/** Paper over everything outside the window. */
function frameOfPaper({ window, at }: Tile): readonly Mark[] {
	const right = at.x + window.width;
	const bottom = at.y + window.height;
	return [
		rectangle(0, 0, WIDTH, at.y),
		rectangle(0, bottom, WIDTH, HEIGHT - bottom),
		rectangle(0, at.y, at.x, window.height),
		rectangle(right, at.y, WIDTH - right, window.height),
	].map((ops) => filled(ops, "white"));
}

const within = (place: Pt, side: Pt): Pt =>
	Math.min(side - MARGIN, Math.max(MARGIN, place));

/** Short lines outside the window where a seam meets its edges. */
function ticks(tile: Tile, others: readonly Tile[]): readonly Mark[] {
	const { window, at } = tile;
	const { gap, length, width } = TICK;
	/** As much of it as printers reach; a dot would be dirt. */
	const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): readonly Mark[] => {
		const [left, right] = [x1, x2].map((x) => within(x, WIDTH));
		const [above, below] = [y1, y2].map((y) => within(y, HEIGHT));
		if (left == null || right == null || above == null || below == null)
			return [];
		return right - left + below - above < TICK.least
			? []
			: [stroked(segment(left, above, right, below), "black", width)];
	};
	const inside = (from: Pt, size: Pt, place: Pt): boolean =>
		place > from && place < from + size;
	const sameRow = others.filter(({ name }) => name[0] === tile.name[0]);
	const xs = new Set(sameRow.flatMap(({ cutLeft }) => cutLeft ?? []));
	const ys = new Set(others.flatMap(({ cutTop }) => cutTop ?? []));
	const top = at.y - gap;
	const bottom = at.y + window.height + gap;
	const left = at.x - gap;
	const right = at.x + window.width + gap;
	return [
		...[...xs]
			.filter((x) => inside(window.x, window.width, x))
			.flatMap((x) => {
				const place = at.x + x - window.x;
				return [
					...line(place, top - length, place, top),
					...line(place, bottom, place, bottom + length),
				];
			}),
		...[...ys]
			.filter((y) => inside(window.y, window.height, y))
			.flatMap((y) => {
				const place = at.y + y - window.y;
				return [
					...line(left - length, place, left, place),
					...line(right, place, right + length, place),
				];
			}),
	];
}

const labelOf = ({ name, cutLeft, cutTop }: Tile): string =>
	say.tileLabel(name, cutLeft !== null, cutTop !== null);

function tilePage(
	page: Page,
	tile: Tile,
	all: readonly Tile[],
	typeface: Typeface,
): Page {
	const { window, at } = tile;
	const move = moveBy(at.x - window.x, at.y - window.y);
	const marks = page.nodes.flatMap(marksOf).filter((mark) => {
		const box = boxOf(mark);
		return box !== null && touches(box, window);
	});
	const label = words(
		labelOf(tile),
		WIDTH / 2,
		HEIGHT - MARGIN - mm(1),
		typeface,
		{ size: LABEL_SIZE, weight: 600, align: "center" },
	);
	const nodes: readonly Node[] = [
		// For the eye only: the whole poster is read aloud from its own file.
		artifact(...marks.map((mark) => moveMark(mark, move))),
		artifact(...frameOfPaper(tile), ...ticks(tile, all)),
		paragraph(label),
	];
	return { nodes };
}

const paragraph = (...marks: readonly Mark[]): Node =>
	element("P", content(...marks));

const PICTURE = { scale: 0.42, top: mm(40), titleSize: 20, size: 12 };

/** In the small picture a code is only a place: so small it could not be scanned. */
function standIn(mark: Mark): Mark {
	if (mark.kind !== "code") return mark;
	const { x, y, module, modules } = mark;
	const side = module * modules;
	return stroked(
		[
			...rectangle(x, y, side, side),
			...segment(x, y, x + side, y + side),
			...segment(x + side, y, x, y + side),
		],
		"black",
		2,
	);
}

/** The poster, small, with its seams and the names of its sheets. */
function assemblyPage(
	page: Page,
	{ width, height }: Sheet,
	tiles: readonly Tile[],
	typeface: Typeface,
): Page {
	const { scale, top, titleSize, size } = PICTURE;
	const left = (WIDTH - width * scale) / 2;
	const move = { scale, dx: left, dy: top };
	const small = page.nodes
		.flatMap(marksOf)
		.map((mark) => moveMark(standIn(mark), move));
	const edge = stroked(
		rectangle(left, top, width * scale, height * scale),
		"black",
		0.5,
	);
	const names: Mark[] = [];
	const seams: Mark[] = [];
	for (const { name, cutLeft, cutTop, window } of tiles) {
		const x1 = cutLeft ?? window.x;
		const y1 = cutTop ?? window.y;
		const x = left + x1 * scale;
		const y = top + y1 * scale;
		const x2 = left + (window.x + window.width) * scale;
		const y2 = top + (window.y + window.height) * scale;
		const dash = { dash: [mm(2), mm(1.2)] as const };
		const across = segment(x, y, x2, y);
		const down = segment(x, y, x, y2);
		if (cutTop !== null) seams.push(stroked(across, "black", 1, dash));
		if (cutLeft !== null) seams.push(stroked(down, "black", 1, dash));
		const cx = (x + x2) / 2;
		const cy = (y + y2) / 2;
		names.push(
			filled(rectangle(cx - mm(9), cy - mm(8), mm(18), mm(13), mm(2)), "white"),
			stroked(
				rectangle(cx - mm(9), cy - mm(8), mm(18), mm(13), mm(2)),
				"black",
				1,
			),
			words(name, cx, cy + mm(1.6), typeface, {
				size: 24,
				weight: 800,
				align: "center",
			}),
		);
	}
	const middle = (text: string, baseline: Pt, points: Pt, bold = false): Node =>
		paragraph(
			words(text, WIDTH / 2, baseline, typeface, {
				size: points,
				weight: bold ? 700 : 400,
				align: "center",
			}),
		);
	const below = top + height * scale + mm(12);
	return {
		nodes: [
			middle(say.assemblyTitle, mm(24), titleSize, true),
			figure(say.assemblyPicture, ...small, edge, ...seams, ...names),
			...say.assemblySteps.map((step, index) =>
				middle(step, below + index * mm(7), size),
			),
		],
	};
}

/** Every page of the poster as four sheets of A4 and a picture of how they join. */
export function tileOverA4(poster: Sheet, typeface: Typeface): Tiling {
	const cuts = poster.pages.map((page) => cutPage(page, poster));
	const pages = poster.pages.flatMap((page, index) => {
		const { tiles = [] } = cuts[index] ?? {};
		return [
			assemblyPage(page, poster, tiles, typeface),
			...tiles.map((tile) => tilePage(page, tile, tiles, typeface)),
		];
	});
	const titles = cuts.flatMap(({ tiles }) => [
		say.assemblyTitle,
		...tiles.map(labelOf),
	]);
	const bookmarks = titles.map((title, page) => ({ title, page }));
	return {
		tiles: cuts.map(({ tiles }) => tiles),
		sheet: { ...poster, width: WIDTH, height: HEIGHT, pages, bookmarks },
		cuts: cuts.flatMap((cut) => cut.cuts),
	};
}
