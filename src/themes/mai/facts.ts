/** Facts of a short notice: a pictogram and words as large as they can be. */
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Block, Fact } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import { type Shouted, shoutedFacts } from "../shared/facts.ts";
import { besideDisc } from "./head.ts";
import {
	artifact,
	centredCapTop,
	discShapes,
	element,
	inkHeight,
	type Kit,
	type Part,
	part,
	solidTone,
	textNode,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";

type Facts = Extract<Block, { kind: "facts" }>;

const PLAIN = 0.34;
const ICON_SHARE = 0.62;
const AFTER = 3;
const MOST_DISC = 2.4;

interface SetFact {
	readonly height: Pt;
	readonly paragraph: Paragraph;
	readonly place: (y: Pt) => readonly Node[];
}

/** Of the discs: they keep pace with the words beside them. */
function radiusOf(size: Pt, kit: Kit): Pt {
	const base = mm(kit.layout.disc);
	const capitals = size * 0.7;
	return Math.max(base, Math.min(base * MOST_DISC, capitals * 0.72));
}

/** Left edge of the words beside discs of this radius. */
const besideDiscs = (r: Pt, kit: Kit): Pt =>
	kit.left + Math.max(besideDisc(kit), 2 * r + Math.max(kit.k(AFTER), r * 0.5));

function setFact(fact: Fact, shouted: Shouted, kit: Kit): SetFact {
	const r = radiusOf(shouted.size, kit);
	const x = besideDiscs(r, kit);
	const measure = kit.right - x;
	const paragraph = shouted.facts.has(fact)
		? kit.set(fact.text, "fact", measure, { size: shouted.size })
		: kit.set(fact.text, "lead", measure);
	const height = Math.max(2 * r, inkHeight(paragraph));
	return {
		height,
		paragraph,
		place: (y) => {
			const cy = y + height / 2;
			const cx = kit.left + r;
			const { green } = kit.look;
			const side = 2 * r * ICON_SHARE;
			return [
				fact.icon === null
					? artifact(...discShapes(kit, cx, cy, r * PLAIN, green))
					: artifact(
							...discShapes(kit, cx, cy, r, green),
							...pictogram(fact.icon, cx - side / 2, cy - side / 2, side, {
								...solidTone(kit, green),
								outlined: false,
							}),
						),
				element(
					"LI",
					textNode("LBody", paragraph, x, centredCapTop(paragraph, cy)),
				),
			];
		},
	};
}

const around = ({ height, paragraph }: SetFact): Pt =>
	(height - paragraph.height) / 2;

export function setFacts(block: Facts, kit: Kit): Part {
	const largest = radiusOf(kit.style("fact").size, kit);
	const shouted = shoutedFacts(
		block,
		kit.right - besideDiscs(largest, kit),
		kit,
	);
	const facts = block.facts.map((fact) => setFact(fact, shouted, kit));
	const between = kit.gap("section") * 0.8;
	/** White below each fact; nothing below the last. */
	const spaces = facts.map((fact, i) => {
		const next = facts[i + 1];
		if (next === undefined) return 0;
		const marks = spaceBetween(fact.paragraph, next.paragraph, 0);
		return Math.max(between, marks - around(fact) - around(next));
	});
	const last = facts.at(-1);
	const hanging =
		last === undefined ? 0 : Math.max(0, last.paragraph.drop - around(last));
	return part(
		facts.reduce(
			(sum, fact, i) => sum + fact.height + (spaces[i] ?? 0),
			hanging,
		),
		(y) => {
			let top = y;
			const nodes = facts.flatMap((fact, i) => {
				const placed = fact.place(top);
				top += fact.height + (spaces[i] ?? 0);
				return placed;
			});
			return [element("L", ...nodes)];
		},
	);
}
