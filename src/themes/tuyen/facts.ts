/** Facts of a short notice: pictogram stations with words as large as they can be. */
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, spaceBetween } from "../../layout/text.ts";
import type { Block, Fact } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { type Shouted, shoutedFacts } from "../shared/facts.ts";
import { CONTENT, CONTENT_WIDTH, TRACK } from "./grid.ts";
import {
	artifact,
	centredCapTop,
	element,
	type Kit,
	type PartOnLine,
	textNode,
} from "./kit.ts";
import { discShape, pictogramStation } from "./station.ts";

type Facts = Extract<Block, { kind: "facts" }>;

const STATION = 2.8;
/** Beside a fact that is read, not shouted. */
const QUIET_STATION = 2.1;
const PLAIN_STOP = 1.1;
const BETWEEN = 1.3;

interface SetFact {
	readonly height: Pt;
	readonly paragraph: Paragraph;
	readonly place: (y: Pt) => readonly Node[];
}

const SHOUT = { weight: 800 } as const;

function setFact(fact: Fact, shouted: Shouted, kit: Kit): SetFact {
	const { u } = kit;
	const loud = shouted.facts.has(fact);
	const paragraph: Paragraph = loud
		? kit.set(fact.text, "fact", u(CONTENT_WIDTH), {
				...SHOUT,
				size: shouted.size,
			})
		: kit.set(fact.text, "lead", u(CONTENT_WIDTH), { strong: 800 });
	const ink = paragraph.rise + paragraph.height + paragraph.drop;
	const radius = loud ? STATION : QUIET_STATION;
	const height = Math.max(u(2 * radius), ink);
	return {
		height,
		paragraph,
		place: (y) => {
			const cy = y + height / 2;
			return [
				fact.icon === null
					? artifact(...discShape(kit, u(TRACK), cy, u(PLAIN_STOP)))
					: pictogramStation(kit, fact.icon, cy, radius),
				element(
					"LI",
					textNode(
						"LBody",
						paragraph,
						u(CONTENT),
						centredCapTop(paragraph, cy),
					),
				),
			];
		},
	};
}

/** White between the capitals of a fact and the edge of its height. */
const around = ({ height, paragraph }: SetFact): Pt =>
	(height - paragraph.height) / 2;

export function setFacts(block: Facts, kit: Kit): PartOnLine {
	const { u } = kit;
	const shouted = shoutedFacts(block, u(CONTENT_WIDTH), kit, SHOUT);
	const facts = block.facts.map((fact) => setFact(fact, shouted, kit));
	const between = u(BETWEEN + kit.fit.air);
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
	return {
		height: facts.reduce(
			(sum, fact, i) => sum + fact.height + (spaces[i] ?? 0),
			hanging,
		),
		joins: (facts[0]?.height ?? 0) / 2,
		ends: hanging + (last?.height ?? 0) / 2,
		place: (y) => {
			let top = y;
			const nodes = facts.flatMap((fact, i) => {
				const placed = fact.place(top);
				top += fact.height + (spaces[i] ?? 0);
				return placed;
			});
			return [element("L", ...nodes)];
		},
	};
}
