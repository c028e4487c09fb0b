/** Which facts of a short notice are shouted, and how loud. */
import { measureLine, plain, type Style } from "../../layout/text.ts";
import type { Block, Fact } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { drawable, type TextKit } from "./text-kit.ts";
import { TARGET } from "./type-roles.ts";

type Facts = Extract<Block, { kind: "facts" }>;

/** Letters. Longer facts are sentences, set as text. */
const SHOUTED = 24;
/** Where none is longer, all are shouted: two sizes would make one look the lesser. */
const SHOUTED_TOGETHER = 36;
/** A hair under the measure, or rounding may break the line. */
const SNUG = 0.999;

export interface Shouted {
	readonly facts: ReadonlySet<Fact>;
	/** One for all: the largest at which each keeps to one line, if that is over its target. */
	readonly size: Pt;
}

export function shoutedFacts(
	{ facts }: Facts,
	measure: Pt,
	kit: TextKit<"fact">,
	over: Partial<Style> = {},
): Shouted {
	const lengthOf = (fact: Fact): number => plain(kit.words(fact.text)).length;
	const longest = Math.max(0, ...facts.map(lengthOf));
	const loud =
		longest <= SHOUTED_TOGETHER
			? facts
			: facts.filter((fact) => lengthOf(fact) <= SHOUTED);
	const style = kit.style("fact", over);
	const widest = Math.max(
		...loud.map(({ text }) => {
			const words = kit.words(text);
			return measureLine(
				words,
				drawable(words, style, kit.typeface),
				kit.typeface,
			);
		}),
	);
	const onOneLine = style.size * Math.min(1, (SNUG * measure) / widest);
	const target = kit.styleAt("fact", TARGET).size;
	return {
		facts: new Set(loud),
		size: Math.min(style.size, Math.max(target, onOneLine)),
	};
}
