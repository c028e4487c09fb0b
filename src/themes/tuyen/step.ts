/** A step: numbered station, title, and under it a text or the ways to do it. */
import type { Mark, Node } from "../../layout/sheet.ts";
import {
	overhang,
	type Paragraph,
	placeParagraph,
	spaceBetween,
} from "../../layout/text.ts";
import type { Block, Option } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { CONTENT, CONTENT_WIDTH, STATION_RADIUS } from "./grid.ts";
import {
	artifact,
	centredCapTop,
	content,
	element,
	type Kit,
	type Part,
	type PartOnLine,
	textNode,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";
import { station } from "./station.ts";

type Step = Extract<Block, { kind: "step" }>;

const GUTTER = 2;
const ICON = 3.6;
const BESIDE_ICON = 4.2;
const COMPACT_ICON = 3;
const BESIDE_COMPACT_ICON = 3.7;
const TITLE_TO_TEXT = 1.05;
const BETWEEN_ROWS = 1.6;

interface Cell {
	readonly height: Pt;
	/** First and last words, for the space between rows. */
	readonly first: Paragraph;
	readonly last: Paragraph;
	/** Placed in a row of the given height; a cell without text is centred in it. */
	readonly place: (x: Pt, rowTop: Pt, rowHeight: Pt) => readonly Node[];
}

function setCell(option: Option, width: Pt, kit: Kit): Cell {
	const { u } = kit;
	const words = option.text === null ? [] : kit.words(option.text);
	const compact = words.length === 0;
	const iconSide = compact ? COMPACT_ICON : ICON;
	const left =
		option.icon === null ? 0 : compact ? BESIDE_COMPACT_ICON : BESIDE_ICON;
	const title = kit.set(option.title, "optionTitle", width - u(left));
	const text: Paragraph | null =
		option.text === null || compact
			? null
			: kit.set(option.text, "body", width - u(left), { leading: 1.4 });
	const textTop =
		title.height +
		(text === null ? 0 : spaceBetween(title, text, u(TITLE_TO_TEXT)));
	const height = text === null ? title.height : textTop + text.height;
	return {
		height: option.icon === null ? height : Math.max(height, u(iconSide - 0.6)),
		first: title,
		last: text ?? title,
		place: (x, rowTop, rowHeight) => {
			const capTop = compact ? rowTop + (rowHeight - title.height) / 2 : rowTop;
			const marks: Mark[] = [];
			if (option.icon !== null)
				marks.push(
					pictogram(
						option.icon,
						x - u(0.3),
						compact
							? capTop + title.height / 2 - u(iconSide) / 2
							: capTop - u(0.3),
						u(iconSide),
						"black",
					),
				);
			const body: Node[] = [textNode("P", title, x + u(left), capTop)];
			if (text !== null)
				body.push(textNode("P", text, x + u(left), capTop + textTop));
			return [artifact(...marks), element("LI", element("LBody", ...body))];
		},
	};
}

/** Options in rows of two or three, as wide as the column count allows. */
function setOptions(
	options: readonly Option[],
	kit: Kit,
): Part & { readonly rise: Pt } {
	const { u } = kit;
	const across = options.length === 1 ? 1 : options.length === 3 ? 3 : 2;
	const width = (CONTENT_WIDTH - GUTTER * (across - 1)) / across;
	const cells = options.map((option) => setCell(option, u(width), kit));
	const rows: Cell[][] = [];
	cells.forEach((cell, i) => {
		if (i % across === 0) rows.push([]);
		rows.at(-1)?.push(cell);
	});
	const heights = rows.map((row) =>
		Math.max(...row.map((cell) => cell.height)),
	);
	const spaces = rows
		.slice(1)
		.map((row, r) =>
			Math.max(
				...(rows[r] ?? []).flatMap((above) =>
					row.map((below) =>
						spaceBetween(above.last, below.first, u(BETWEEN_ROWS)),
					),
				),
			),
		);
	const height = [...heights, ...spaces].reduce((sum, h) => sum + h, 0);
	const [firstRow = []] = rows;
	return {
		height,
		rise: Math.max(0, ...firstRow.map((cell) => cell.first.rise)),
		place: (capTop) => {
			let y = capTop;
			const nodes = rows.flatMap((row, r) => {
				const placed = row.flatMap((cell, c) =>
					cell.place(u(CONTENT + c * (width + GUTTER)), y, heights[r] ?? 0),
				);
				y += (heights[r] ?? 0) + (spaces[r] ?? 0);
				return placed;
			});
			return [element("L", ...nodes)];
		},
	};
}

/** From the top of the disc to the last baseline. */
export function setStep(step: Step, kit: Kit): PartOnLine {
	const { u } = kit;
	const title = kit.setFreely(step.title, "stepTitle", u(CONTENT_WIDTH));
	const half = Math.max(u(STATION_RADIUS), title.height / 2 + overhang(title));
	const words = step.text === null ? [] : kit.words(step.text);
	const text =
		step.text === null || words.length === 0
			? null
			: kit.set(step.text, "body", u(CONTENT_WIDTH));
	const options =
		step.options.length === 0 ? null : setOptions(step.options, kit);
	const titleBottom = half + title.height / 2;
	const firstRise = text?.rise ?? options?.rise ?? 0;
	const bodyTop = Math.max(
		half + kit.gap("stationToBody"),
		titleBottom + Math.max(u(2.4), title.drop + firstRise + u(0.2)),
	);
	const optionsTop =
		text === null
			? bodyTop
			: bodyTop +
				text.height +
				Math.max(u(1.8), text.drop + (options?.rise ?? 0) + u(0.2));
	const height =
		options !== null
			? optionsTop + options.height
			: text !== null
				? bodyTop + text.height
				: 2 * half;
	return {
		height: Math.max(height, half + u(STATION_RADIUS)),
		joins: half,
		ends: null,
		place: (y) => {
			const cy = y + half;
			const stop = station(kit, step.number, cy);
			return [
				element(
					"Sect",
					stop.under,
					element(
						"H2",
						content(...stop.label),
						content(
							...placeParagraph(title, u(CONTENT), centredCapTop(title, cy)),
						),
					),
					...(text === null
						? []
						: [textNode("P", text, u(CONTENT), y + bodyTop)]),
					...(options === null ? [] : options.place(y + optionsTop)),
				),
			];
		},
	};
}
