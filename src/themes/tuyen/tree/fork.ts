/** Fork: cards side by side; at most one of them is a further question with two cards. */
import type { Node } from "../../../layout/sheet.ts";
import type { Answer, Question, Text } from "../../../model/announcement.ts";
import { asks } from "../../../model/flatten.ts";
import type { Pt } from "../../../units.ts";
import { outcomeOf } from "../../shared/tree.ts";
import { arrowDown, arrowRight, bus, stem } from "../arms.ts";
import { type Bar, setBar } from "../bar.ts";
import { type Card, setCard } from "../card.ts";
import { CONTENT, CONTENT_WIDTH, TRACK } from "../grid.ts";
import { artifact, element, type Kit, type Part } from "../kit.ts";
import { type Pill, setPill } from "../pill.ts";
import { setWarnings } from "../warning.ts";

import type { Tree } from "./tree.ts";

const GUTTER = 2;
const SUB_BAR = 3.5;
/** Least white above a label, and the arrowhead below it. */
const BAR_TO_LABEL = 0.15;
const LABEL_TO_CARD = 1.3;
/** The arrow that says "then go on with the neighbour". */
const THEN_HEAD = { length: 1.1, width: 1.8, line: 0.56 };
const THEN_TIP_GAP = 0.1;

interface Arm {
	readonly answer: Answer;
	readonly pill: Pill;
	readonly x: Pt;
	readonly width: Pt;
}

const armsOf = (
	answers: readonly Answer[],
	x: Pt,
	widths: readonly Pt[],
	kit: Kit,
): Arm[] => {
	let left = x;
	return answers.map((answer, i) => {
		const width = widths[i] ?? 0;
		const arm = {
			answer,
			pill: setPill(
				answer.label,
				answer.polarity,
				kit,
				(width / kit.u(1)) * 0.98,
			),
			x: left,
			width,
		};
		left += width + kit.u(GUTTER);
		return arm;
	});
};

/** From the bar to the bus and on to the cards: room for the tallest label between them. */
function aroundBus(
	arms: readonly Arm[],
	kit: Kit,
): { readonly toBus: Pt; readonly toCards: Pt } {
	const { u } = kit;
	const half = Math.max(0, ...arms.map((arm) => arm.pill.height)) / 2;
	return {
		toBus: Math.max(kit.gap("barToBus"), half + u(BAR_TO_LABEL)),
		toCards: Math.max(kit.gap("busToCards"), half + u(LABEL_TO_CARD)),
	};
}

const centre = (arm: Arm): Pt => arm.x + arm.width / 2;

interface Leaf {
	readonly arm: Arm;
	readonly card: Card;
}

const leafOf = (arm: Arm, kit: Kit, icons: boolean): Leaf | null => {
	const outcome = outcomeOf(arm.answer);
	return outcome === null
		? null
		: { arm, card: setCard(outcome, arm.width, kit, icons) };
};

/** One card of a fork with its label, as a list item. */
function placeLeaf({ arm, card }: Leaf, busY: Pt, top: Pt, height: Pt): Node {
	return element(
		"LI",
		...arm.pill.place(centre(arm) - arm.pill.width / 2, busY),
		element("LBody", ...card.place(arm.x, top, height)),
	);
}

/** The arrow into the right-hand neighbour, where an outcome says so. */
function thenArrows(
	leaves: readonly Leaf[],
	top: Pt,
	height: Pt,
	kit: Kit,
): Node[] {
	return leaves.flatMap(({ arm }, i) => {
		const next = leaves[i + 1];
		if (next === undefined || outcomeOf(arm.answer)?.goesOn !== true) return [];
		return [
			artifact(
				...arrowRight(
					kit,
					arm.x + arm.width,
					next.arm.x - kit.u(THEN_TIP_GAP),
					top + height / 2,
					THEN_HEAD,
				),
			),
		];
	});
}

/** Cards of one row, all with their pictograms or all without. */
function leavesOf(arms: readonly Arm[], kit: Kit, icons: boolean): Leaf[] {
	const set = (withIcons: boolean) =>
		arms.flatMap((arm) => leafOf(arm, kit, withIcons) ?? []);
	const leaves = set(icons);
	return icons && leaves.some((leaf) => !leaf.card.keepsIcon)
		? set(false)
		: leaves;
}

interface Level extends Tree {
	/** Of the sub-question's bar, or of the cards. */
	readonly arms: readonly Arm[];
}

const tallest = (cards: readonly Card[]): Pt =>
	Math.max(0, ...cards.map((card) => card.height));

/** A row of cards under a bus. `from` is where the bus comes from. */
function cardsLevel(
	question: Question,
	arms: readonly Arm[],
	from: { readonly x: Pt; readonly stem: boolean },
	kit: Kit,
	icons: boolean,
): Level {
	const leaves = leavesOf(arms, kit, icons);
	const cardHeight = tallest(leaves.map((leaf) => leaf.card));
	const { toBus, toCards } = aroundBus(arms, kit);
	const first = arms[0];
	const last = arms.at(-1);
	const warnings =
		first === undefined || last === undefined
			? setWarnings([], 0, 0, kit)
			: setWarnings(
					[from.stem && kit.density.wideWarning ? null : question.warning],
					first.x,
					last.x + last.width - first.x,
					kit,
				);
	const height = toBus + toCards + cardHeight + warnings.height;
	return {
		arms,
		height,
		fits: leaves.every((leaf) => leaf.card.fitsFork),
		place: (barBottom) => {
			const busY = barBottom + toBus;
			const top = busY + toCards;
			const ends = arms.map(centre);
			const left = from.stem ? Math.min(from.x, ...ends) : from.x;
			const right = Math.max(from.x, ...ends);
			const list = element(
				"L",
				...thenArrows(leaves, top, cardHeight, kit),
				...leaves.map((leaf) => placeLeaf(leaf, busY, top, cardHeight)),
			);
			return [
				artifact(
					...(from.stem ? [stem(kit, from.x, barBottom, busY)] : []),
					bus(kit, left, right, busY),
					...arms.flatMap((arm) => arrowDown(kit, centre(arm), busY, top)),
				),
				list,
				...warnings.place(top + cardHeight),
			];
		},
	};
}

function leafAndSubtree(question: Question, kit: Kit): Tree {
	const { u } = kit;
	// The arm that ends goes left, the arm that asks again goes right.
	const ordered = [...question.answers].sort(
		(a, b) => Number(asks(a)) - Number(asks(b)),
	);
	const arms = armsOf(ordered, u(CONTENT), [u(16), u(34)], kit);
	const [leafArm, askArm] = arms;
	const sub =
		askArm?.answer.to.kind === "question" ? askArm.answer.to.question : null;
	if (leafArm === undefined || askArm === undefined || sub === null)
		throw new Error(
			"a fork of depth two needs one answer that ends and one that asks",
		);
	const leaf = leafOf(leafArm, kit, true);
	if (leaf === null) throw new Error("the left arm of a fork ends");
	const bar: Bar = setBar(
		sub.ask,
		{
			role: "subQuestion",
			x: askArm.x,
			width: askArm.width,
			textLeft: null,
			least: SUB_BAR,
		},
		kit,
	);
	const subArms = armsOf(sub.answers, askArm.x, [u(16), u(16)], kit);
	const below = cardsLevel(
		sub,
		subArms,
		{ x: centre(askArm), stem: true },
		kit,
		kit.fit.cardIcons && kit.density.lowerIcons,
	);
	const across = (text: Text | null): Part =>
		setWarnings([text], u(CONTENT), u(CONTENT_WIDTH), kit);
	const subWarning = across(kit.density.wideWarning ? sub.warning : null);
	const warning = across(question.warning);
	const { toBus, toCards } = aroundBus(arms, kit);
	const inner = Math.max(bar.height + below.height, leaf.card.height);
	return {
		height: toBus + toCards + inner + subWarning.height + warning.height,
		fits: below.fits && leaf.card.fitsTall && bar.lines <= 2,
		place: (barBottom) => {
			const busY = barBottom + toBus;
			const top = busY + toCards;
			const { ground, words } = bar.place(top + bar.height / 2);
			const asking = element(
				"LI",
				...askArm.pill.place(centre(askArm) - askArm.pill.width / 2, busY),
				element(
					"LBody",
					ground,
					element("H3", words),
					...below.place(top + bar.height),
					...subWarning.place(top + inner),
				),
			);
			const ending = placeLeaf(leaf, busY, top, inner);
			const inSourceOrder =
				question.answers[0] === leafArm.answer
					? [ending, asking]
					: [asking, ending];
			return [
				artifact(
					bus(kit, u(TRACK), centre(askArm), busY),
					...arms.flatMap((arm) => arrowDown(kit, centre(arm), busY, top)),
				),
				element("L", ...inSourceOrder),
				...warning.place(top + inner + subWarning.height),
			];
		},
	};
}

export function setFork(question: Question, kit: Kit): Tree {
	if (question.answers.some(asks)) return leafAndSubtree(question, kit);
	const { u } = kit;
	const count = question.answers.length;
	const width = (CONTENT_WIDTH - GUTTER * (count - 1)) / count;
	const arms = armsOf(
		question.answers,
		u(CONTENT),
		question.answers.map(() => u(width)),
		kit,
	);
	return cardsLevel(question, arms, { x: u(TRACK), stem: false }, kit, true);
}
