/** The foot: which codes are safe, whom to ask, where it comes from, of which day it is true. */
import { diagnostic } from "../../diagnostics.ts";
import { filled, rectangle } from "../../layout/shapes.ts";
import type { Node } from "../../layout/sheet.ts";
import {
	type Paragraph,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../../layout/text.ts";
import {
	asOf,
	safetyLine,
	safetyLineHosts,
	source,
} from "../../messages/sheet-words.ts";
import type { Announcement, Span } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { type Block, isBesideCode, setContact } from "./contact.ts";
import { artifact, drawn, heightAround, type Kit, textNode } from "./kit.ts";
import { pictogram } from "./pictograms.ts";

const RULE = 0.6;
const SHIELD = 7;
const AFTER_ICON = 2.2;
const COLUMN_GAP = 8;
const BETWEEN = 5;
/** Lines of small print beside something else. */
const MOST_BESIDE = 3;

export const FOOTER_FIELDS = [
	"contact",
	"codes",
	"codesAreOfficial",
	"asOf",
	"source",
	"posting",
] as const satisfies readonly (keyof Announcement)[];
type FooterFields = Pick<Announcement, (typeof FOOTER_FIELDS)[number]>;

/** Printed only as far as it is true of every code. */
function setSafety(
	{ codes, codesAreOfficial }: FooterFields,
	measure: Pt,
	last: boolean,
	kit: Kit,
): Block | null {
	if (codes.length === 0 || !last) return null;
	const { k } = kit;
	const hosts = [...new Set(codes.map((code) => code.host))];
	const words = codesAreOfficial ? safetyLine() : safetyLineHosts(hosts);
	const left = k(SHIELD + AFTER_ICON);
	const paragraph = setParagraph(
		words,
		kit.style("safety"),
		measure - left,
		kit.typeface,
	);
	if (paragraph.longWord !== null)
		kit.faults.push(
			diagnostic("error", "layout/long-word", "links", {
				word: paragraph.longWord,
			}),
		);
	const height = Math.max(k(SHIELD), heightAround(paragraph, 0));
	return {
		width: left + paragraph.width,
		height,
		place: (x, y) => [
			artifact(
				...pictogram(
					"shield",
					x,
					y + (height - k(SHIELD)) / 2,
					k(SHIELD),
					drawn(kit, kit.look.green, k(SHIELD)),
				),
			),
			textNode("P", paragraph, x + left, y + (height - paragraph.height) / 2),
		],
	};
}

interface Small {
	readonly spans: readonly Span[];
	readonly path: string;
}

function smallsOf(notice: FooterFields, kit: Kit): readonly Small[] {
	const all: Small[] = [{ spans: spansOf(asOf(notice.asOf)), path: "as_of" }];
	if (notice.source !== null)
		all.push({
			spans: source(kit.words(notice.source)),
			path: notice.source.path,
		});
	if (notice.posting !== null)
		all.push({ spans: kit.words(notice.posting), path: notice.posting.path });
	return all;
}

/** The small print: two to a line, left and right, where they do not meet. */
function setSmalls(
	notice: FooterFields,
	kit: Kit,
): Block & { readonly drop: Pt } {
	const style = kit.style("footer", { ink: kit.look.mute });
	const set = smallsOf(notice, kit).map(({ spans, path }) =>
		kit.setSpans(spans, style, kit.width, path),
	);
	const lines: { left: Paragraph; right: Paragraph | null }[] = [];
	for (const paragraph of set) {
		const open = lines.at(-1);
		if (
			open !== undefined &&
			open.right === null &&
			open.left.width + kit.k(BETWEEN) + paragraph.width <= kit.width
		)
			open.right = paragraph;
		else lines.push({ left: paragraph, right: null });
	}
	const all = ({ left, right }: (typeof lines)[number]) =>
		right === null ? [left] : [left, right];
	const heights = lines.map((line) =>
		Math.max(...all(line).map(({ height }) => height)),
	);
	const step = style.size * style.leading;
	const spaces = lines.slice(1).map((line, i) => {
		const above = lines[i];
		return Math.max(
			...all(line).flatMap((below) =>
				(above === undefined ? [] : all(above)).map((over) =>
					spaceBetween(over, below, step - over.capHeight),
				),
			),
		);
	});
	const rise = Math.max(
		...lines
			.slice(0, 1)
			.flatMap(all)
			.map((p) => p.rise),
	);
	const drop = Math.max(
		...lines
			.slice(-1)
			.flatMap(all)
			.map((p) => p.drop),
	);
	const height =
		rise + [...heights, ...spaces].reduce((sum, value) => sum + value, 0);
	return {
		width: kit.width,
		height,
		drop,
		place: (x, y) => {
			let capTop = y + rise;
			return lines.flatMap((line, i) => {
				const at = capTop;
				capTop += (heights[i] ?? 0) + (spaces[i] ?? 0);
				return [
					textNode("P", line.left, x, at),
					...(line.right === null
						? []
						: [textNode("P", line.right, kit.right, at, "right")]),
				];
			});
		},
	};
}

/** The same, one under the other at the right edge; null where they would take more than their room. */
function setSmallsRight(
	notice: FooterFields,
	room: Pt,
	kit: Kit,
): Block | null {
	const style = kit.style("footer", { ink: kit.look.mute });
	const set = smallsOf(notice, kit).map(({ spans, path }) =>
		setParagraph(spans, style, kit.width, kit.typeface, path),
	);
	const [first] = set;
	if (
		first === undefined ||
		set.length > MOST_BESIDE ||
		set.some(({ width, lines }) => width > room || lines.length > 1)
	)
		return null;
	const step = style.size * style.leading;
	const tops: Pt[] = [];
	for (const paragraph of set) {
		const above = set[tops.length - 1];
		const aboveTop = tops.at(-1);
		tops.push(
			above === undefined || aboveTop === undefined
				? paragraph.rise
				: aboveTop +
						above.height +
						spaceBetween(above, paragraph, step - paragraph.capHeight),
		);
	}
	const last = set.at(-1) ?? first;
	return {
		width: Math.max(...set.map(({ width }) => width)),
		height: (tops.at(-1) ?? 0) + last.height + last.drop,
		place: (x, y) =>
			set.map((paragraph, i) =>
				textNode("P", paragraph, x, y + (tops[i] ?? 0), "right"),
			),
	};
}

export interface Footer {
	/** Top of the rule. */
	readonly top: Pt;
	readonly nodes: readonly Node[];
}

/** Anchored at the end of the page; which codes are safe is said beside them only. */
export function setFooter(
	notice: FooterFields,
	last: boolean,
	kit: Kit,
): Footer {
	const { k } = kit;
	const half = (kit.width - k(COLUMN_GAP)) / 2;
	const hasBoth = notice.codes.length > 1 && last && notice.contact !== null;
	const measure = hasBoth ? half : kit.width;
	const safety = setSafety(notice, measure, last, kit);
	const contact = isBesideCode(notice, last)
		? null
		: setContact(notice, measure, kit);
	const only = hasBoth ? null : (safety ?? contact);
	const beside =
		only === null
			? null
			: setSmallsRight(notice, kit.width - only.width - k(BETWEEN), kit);
	const gap = kit.gap("footer");
	const rule = Math.max(mm(0.25), k(RULE));
	const bottom = mm(kit.layout.bottom);
	const ruled = (top: Pt): Node =>
		artifact(filled(rectangle(kit.left, top, kit.width, rule), "black"));
	if (only !== null && beside !== null) {
		const row = Math.max(only.height, beside.height);
		const rowTop = bottom - row;
		const top = rowTop - gap - rule;
		return {
			top,
			nodes: [
				ruled(top),
				...only.place(kit.left, rowTop + (row - only.height) / 2),
				...beside.place(kit.right, rowTop + (row - beside.height) / 2),
			],
		};
	}
	const row = Math.max(safety?.height ?? 0, contact?.height ?? 0);
	const smalls = setSmalls(notice, kit);
	const smallsTop = bottom - smalls.drop - smalls.height;
	const rowTop = row === 0 ? smallsTop : smallsTop - gap * 0.7 - row;
	const top = rowTop - gap - rule;
	const contactX = hasBoth ? kit.right - half : kit.left;
	return {
		top,
		nodes: [
			ruled(top),
			...(safety?.place(kit.left, rowTop + (row - safety.height) / 2) ?? []),
			...(contact?.place(contactX, rowTop + (row - contact.height) / 2) ?? []),
			...smalls.place(kit.left, smallsTop),
		],
	};
}
