/** The foot: whom to ask, where it comes from, and of which day it is true. */
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween, spansOf } from "../../layout/text.ts";
import { askMore, asOf, source } from "../../messages/sheet-words.ts";
import type { Announcement, Span } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { FULL, LEFT, RIGHT } from "./grid.ts";
import { artifact, type Kit, textNode } from "./kit.ts";
import { pictogram } from "./pictograms.ts";

const RULE = 0.1;
const HANDSET = 1.75;
const BESIDE_HANDSET = 2.6;
const LINE_STEP = 1.55;
const BETWEEN = 2;

interface Item {
	readonly spans: readonly Span[];
	readonly path: string;
	readonly handset: boolean;
}

/** What the foot says, and what it depends on. */
export const FOOTER_FIELDS = [
	"contact",
	"codes",
	"asOf",
	"source",
	"posting",
] as const satisfies readonly (keyof Announcement)[];
type FooterFields = Pick<Announcement, (typeof FOOTER_FIELDS)[number]>;

function itemsOf(notice: FooterFields, kit: Kit): Item[] {
	const items: Item[] = [];
	const { contact } = notice;
	// Without a code the terminus already carries the phone.
	if (contact !== null && (contact.phone === null || notice.codes.length > 0))
		items.push({
			spans: askMore(kit.words(contact.office), contact.phone),
			path: contact.office.path,
			handset: true,
		});
	items.push({
		spans: spansOf(asOf(notice.asOf)),
		path: "as_of",
		handset: false,
	});
	if (notice.source !== null)
		items.push({
			spans: source(kit.words(notice.source)),
			path: notice.source.path,
			handset: false,
		});
	if (notice.posting !== null)
		items.push({
			spans: kit.words(notice.posting),
			path: notice.posting.path,
			handset: false,
		});
	return items;
}

interface SetItem {
	readonly paragraph: Paragraph;
	readonly handset: boolean;
}

interface FootLine {
	readonly left: SetItem;
	right: SetItem | null;
}

const paragraphsOf = (line: FootLine | undefined): readonly Paragraph[] =>
	line === undefined
		? []
		: [line.left, ...(line.right === null ? [] : [line.right])].map(
				(item) => item.paragraph,
			);

export interface Footer {
	/** Top of the rule. */
	readonly top: Pt;
	readonly nodes: readonly Node[];
}

/** Two items a line where they do not collide, one otherwise; anchored at the safe area's foot. */
export function setFooter(notice: FooterFields, kit: Kit): Footer {
	const { u, format } = kit;
	const style = kit.style("footer");
	const set = itemsOf(notice, kit).map((item): SetItem => {
		const measure = u(FULL) - (item.handset ? u(BESIDE_HANDSET) : 0);
		const paragraph = kit.setSpans(item.spans, style, measure, item.path);
		return { paragraph, handset: item.handset };
	});
	const width = (item: SetItem) =>
		item.paragraph.width + (item.handset ? u(BESIDE_HANDSET) : 0);
	const lines: FootLine[] = [];
	for (const item of set) {
		const open = lines.at(-1);
		if (
			open !== undefined &&
			open.right === null &&
			width(open.left) + u(BETWEEN) + width(item) <= u(FULL)
		)
			open.right = item;
		else lines.push({ left: item, right: null });
	}
	const heights = lines.map(({ left, right }) =>
		Math.max(left.paragraph.height, right?.paragraph.height ?? 0),
	);
	const last = lines.at(-1);
	const lastDrop = Math.max(
		last?.left.paragraph.drop ?? 0,
		last?.right?.paragraph.drop ?? 0,
		last?.left.handset ? (u(HANDSET) - last.left.paragraph.capHeight) / 2 : 0,
	);
	const step = Math.max(u(LINE_STEP), style.size * style.leading);
	const capHeight = set[0]?.paragraph.capHeight ?? 0;
	const spaces = lines
		.slice(1)
		.map((line, i) =>
			Math.max(
				...paragraphsOf(lines[i]).flatMap((above) =>
					paragraphsOf(line).map((below) =>
						spaceBetween(above, below, step - capHeight),
					),
				),
			),
		);
	const textHeight =
		heights.reduce((sum, h) => sum + h, 0) +
		spaces.reduce((sum, space) => sum + space, 0);
	const rise = Math.max(
		0,
		...paragraphsOf(lines[0]).map((paragraph) => paragraph.rise),
	);
	const firstCapTop =
		format.height - format.safe - u(0.05) - lastDrop - textHeight;
	const top =
		firstCapTop -
		Math.max(kit.gap("ruleToFooter"), u(RULE) + rise + style.size * 0.08);
	const nodes: Node[] = [
		artifact(filled(rectangle(u(LEFT), top, u(FULL), u(RULE)), "black")),
	];
	let capTop = firstCapTop;
	lines.forEach(({ left, right }, i) => {
		if (left.handset)
			nodes.push(
				artifact(
					pictogram(
						"call",
						u(LEFT),
						capTop + capHeight / 2 - u(HANDSET / 2),
						u(HANDSET),
						"black",
						2.2,
					),
				),
			);
		nodes.push(
			textNode(
				"P",
				left.paragraph,
				u(LEFT) + (left.handset ? u(BESIDE_HANDSET) : 0),
				capTop,
			),
		);
		if (right !== null)
			nodes.push(textNode("P", right.paragraph, u(RIGHT), capTop, "right"));
		capTop += (heights[i] ?? 0) + (spaces[i] ?? 0);
	});
	return { top, nodes };
}
