/** A step: numbered heading, and under it a text or a card for each way to do it. */
import type { Mark, Node } from "../../layout/sheet.ts";
import { overhang, type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Block, Option } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { besideDisc, setNumbered } from "./head.ts";
import {
	artifact,
	drawn,
	element,
	frameShape,
	type Kit,
	type Part,
	part,
	textNode,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";

type Step = Extract<Block, { kind: "step" }>;

const GUTTER = 4;
const RADIUS = 2.6;
const ICON_LEFT = 4;
const LARGE_ICON = 13.4;
const SMALL_ICON = 8.6;
/** A narrower card has no room for the large one. */
const LARGE_FROM = 70;
const AFTER_ICON = 3.4;
const SIDE = 4.2;
const PADDING = 2.6;
const LEAST = 12;
const TITLE_TO_TEXT = 0.5;

interface Card {
	readonly height: Pt;
	readonly place: (x: Pt, y: Pt, height: Pt) => readonly Node[];
}

/** Whether words or a drawing set the height of a card. */
interface CardShape {
	/** Side of the pictogram; 0 for none. */
	readonly icon: Pt;
	readonly title: Paragraph;
	readonly text: Paragraph | null;
	readonly space: Pt;
	readonly height: Pt;
}

function shapeOf(option: Option, width: Pt, icon: Pt, kit: Kit): CardShape {
	const { k } = kit;
	const left = icon === 0 ? k(SIDE) : k(ICON_LEFT + AFTER_ICON) + icon;
	const measure = width - left - k(SIDE);
	const title = kit.set(option.title, "cardTitle", measure);
	const words = option.text === null ? [] : kit.words(option.text);
	const text =
		option.text === null || words.length === 0
			? null
			: kit.set(option.text, "body", measure);
	const space =
		text === null
			? 0
			: spaceBetween(title, text, title.style.size * TITLE_TO_TEXT);
	const height = title.height + space + (text?.height ?? 0);
	return { icon, title, text, space, height };
}

function setCard(option: Option, width: Pt, hasIcons: boolean, kit: Kit): Card {
	const { k } = kit;
	const small = shapeOf(option, width, hasIcons ? k(SMALL_ICON) : 0, kit);
	const shape =
		hasIcons &&
		width >= k(LARGE_FROM) &&
		(small.text !== null || small.title.lines.length > 1)
			? shapeOf(option, width, k(LARGE_ICON), kit)
			: small;
	const { icon, title, text, space } = shape;
	const marks = Math.max(overhang(title), text?.drop ?? title.drop);
	const height = Math.max(
		k(LEAST),
		shape.height +
			2 * Math.max(k(PADDING), title.style.size * 0.66, marks + k(1)),
		icon + 2 * k(1.8),
	);
	return {
		height,
		place: (x, y, given) => {
			const cy = y + given / 2;
			const capTop = cy - shape.height / 2;
			const left = icon === 0 ? k(SIDE) : k(ICON_LEFT + AFTER_ICON) + icon;
			const frame: Mark[] = [
				frameShape(
					kit,
					x,
					y,
					width,
					given,
					k(RADIUS),
					kit.look.green,
					kit.look.ticketFrame,
				),
			];
			if (option.icon !== null && icon > 0)
				frame.push(
					...pictogram(
						option.icon,
						x + k(ICON_LEFT),
						cy - icon / 2,
						icon,
						drawn(kit, kit.look.green, icon),
					),
				);
			return [
				artifact(...frame),
				element(
					"LI",
					element(
						"LBody",
						textNode("P", title, x + left, capTop),
						...(text === null
							? []
							: [textNode("P", text, x + left, capTop + title.height + space)]),
					),
				),
			];
		},
	};
}

/** How many cards stand in each row: two and three fill it, others go two by two. */
function rowsOf(options: readonly Option[], across: number): Option[][] {
	const rows: Option[][] = [];
	options.forEach((option, i) => {
		if (i % across === 0) rows.push([]);
		rows.at(-1)?.push(option);
	});
	return rows;
}

function setOptions(options: readonly Option[], kit: Kit): Part {
	const { k } = kit;
	const across = options.length === 1 ? 1 : options.length === 3 ? 3 : 2;
	const gutter = k(GUTTER);
	// Cards are of one kind: with pictograms all, or none.
	const hasIcons = options.every(({ icon }) => icon !== null);
	const rows = rowsOf(options, across).map((row) => {
		const width = (kit.width - gutter * (row.length - 1)) / row.length;
		const cards = row.map((option) => setCard(option, width, hasIcons, kit));
		const height = Math.max(...cards.map((card) => card.height));
		return { width, cards, height };
	});
	const gap = kit.gap("between");
	return part(
		rows.reduce((sum, row) => sum + row.height, gap * (rows.length - 1)),
		(y) => {
			let top = y;
			const nodes = rows.flatMap(({ width, cards, height }) => {
				const placed = cards.flatMap((card, i) =>
					card.place(kit.left + i * (width + gutter), top, height),
				);
				top += height + gap;
				return placed;
			});
			return [element("L", ...nodes)];
		},
	);
}

export function setStep(step: Step, kit: Kit): Part {
	const { k } = kit;
	const head = setNumbered(step.number, step.title, kit);
	const words = step.text === null ? [] : kit.words(step.text);
	const x = kit.left + besideDisc(kit);
	const text =
		step.text === null || words.length === 0
			? null
			: kit.set(step.text, "body", kit.right - x);
	const options =
		step.options.length === 0 ? null : setOptions(step.options, kit);
	const gap = kit.gap("headToBody");
	const textTop =
		text === null
			? head.height
			: head.height + Math.max(gap, text.rise + k(0.8));
	const textBottom = text === null ? head.height : textTop + text.height;
	const optionsTop =
		options === null
			? textBottom
			: textBottom +
				(text === null ? gap : Math.max(gap * 1.4, text.drop + k(1.2)));
	const height = options !== null ? optionsTop + options.height : textBottom;
	return part(height, (y) => [
		element(
			"Sect",
			...head.place(y),
			...(text === null ? [] : [textNode("P", text, x, y + textTop)]),
			...(options?.place(y + optionsTop) ?? []),
		),
	]);
}
