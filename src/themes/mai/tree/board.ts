/** Board: the ways side by side, each to its ticket; one of them may lead to a further question. */
import { filled, polygon } from "../../../layout/shapes.ts";
import type { Node } from "../../../layout/sheet.ts";
import type { Answer, Question } from "../../../model/announcement.ts";
import { asks } from "../../../model/flatten.ts";
import { mm, type Pt } from "../../../units.ts";
import { depth, leaves, outcomeOf } from "../../shared/tree.ts";
import { artifact, element, type Kit, type Part } from "../kit.ts";
import { setWarnings } from "../warning.ts";
import { type Pill, setPill } from "./pill.ts";
import { ROAD, roadShapes, type Way } from "./road.ts";
import { type Signpost, setSignpost } from "./signpost.ts";
import { setTicket, type Ticket } from "./ticket.ts";

const GUTTER = 4;
const TRUNK = 3.1;
const TIP_TO_CARD = 0.9;
const INTO_CARD = 1;
/** A ticket beside a further question is a little narrower than its share. */
const BESIDE_QUESTION = 0.83;
const MOST_LEAVES = 4;
const MOST_DEPTH = 2;

/** Letters of outcomes by their answer, in reading order. */
export type Letters = ReadonlyMap<Answer, string>;

/** A tree below its question. */
export interface Tree {
	readonly height: Pt;
	readonly fits: boolean;
	readonly place: (pillBottom: Pt, height: Pt) => readonly Node[];
}

function widthsOf(question: Question, width: Pt, kit: Kit): readonly Pt[] {
	const { answers } = question;
	const gutter = kit.k(GUTTER);
	const total = leaves(question);
	const share = (width - (total - 1) * gutter) / total;
	if (!answers.some(asks)) return answers.map(() => share);
	const fixed = answers.filter((answer) => !asks(answer));
	const rest =
		width -
		(answers.length - 1) * gutter -
		fixed.length * share * BESIDE_QUESTION;
	const below = answers.reduce((sum, { to }) => {
		return sum + (to.kind === "question" ? leaves(to.question) : 0);
	}, 0);
	return answers.map(({ to }) =>
		to.kind === "question"
			? (rest * leaves(to.question)) / below
			: share * BESIDE_QUESTION,
	);
}

function narrowest(question: Question, width: Pt, kit: Kit): Pt {
	const widths = widthsOf(question, width, kit);
	return Math.min(
		...question.answers.map(({ to }, i) => {
			const own = widths[i] ?? 0;
			return to.kind === "question" ? narrowest(to.question, own, kit) : own;
		}),
	);
}

/** Whether the ways of a question can stand side by side at all. */
export function suitsBoard(question: Question, kit: Kit): boolean {
	const least = kit.layout.leastTicket;
	return (
		least !== null &&
		depth(question) <= MOST_DEPTH &&
		leaves(question) <= MOST_LEAVES &&
		question.answers.filter(asks).length <= 1 &&
		narrowest(question, kit.width, kit) >= mm(least) - 0.01
	);
}

interface Arm {
	readonly answer: Answer;
	readonly x: Pt;
	readonly width: Pt;
	readonly sign: Signpost;
	readonly end:
		| { readonly kind: "ticket"; readonly ticket: Ticket }
		| {
				readonly kind: "question";
				readonly pill: Pill;
				readonly below: Tree;
		  };
}

const centreOf = ({ x, width }: Arm): Pt => x + width / 2;

const heightOf = ({ end }: Arm, header: Pt): Pt =>
	end.kind === "ticket"
		? header + end.ticket.under
		: end.pill.height + end.below.height;

function armsOf(
	question: Question,
	x: Pt,
	width: Pt,
	letters: Letters,
	icons: boolean,
	kit: Kit,
): Arm[] {
	const widths = widthsOf(question, width, kit);
	let left = x;
	return question.answers.map((answer, i): Arm => {
		const own = widths[i] ?? 0;
		const at = left;
		left += own + kit.k(GUTTER);
		const sign = setSignpost(answer.label, "down", own - kit.k(2), kit);
		const { to } = answer;
		const deed = outcomeOf(answer);
		const base = { answer, x: at, width: own, sign };
		if (to.kind === "question" || deed === null) {
			const asked = to.kind === "question" ? to.question : question;
			const pill = setPill(asked.ask, own, kit);
			const below = setBoard(asked, at, own, letters, kit);
			return { ...base, end: { kind: "question", pill, below } };
		}
		const letter = letters.get(answer) ?? "";
		const ticket = setTicket(deed, letter, own, icons, kit);
		return { ...base, end: { kind: "ticket", ticket } };
	});
}

const losesIcon = ({ end }: Arm): boolean =>
	end.kind === "ticket" && !end.ticket.keepsIcon;

/** The arrow into the right-hand neighbour, where an outcome says so. */
function onward(from: Arm, to: Arm, y: Pt, kit: Kit): Node {
	const { k, look } = kit;
	const tip = to.x - k(0.2);
	const base = tip - k(2.2);
	const half = k(0.7);
	return artifact(
		filled(
			polygon(
				[from.x + from.width - k(0.2), y - half],
				[base, y - half],
				[base, y - k(2)],
				[tip, y],
				[base, y + k(2)],
				[base, y + half],
				[from.x + from.width - k(0.2), y + half],
			),
			look.green,
		),
	);
}

export function setBoard(
	question: Question,
	x: Pt,
	width: Pt,
	letters: Letters,
	kit: Kit,
): Tree {
	const { k } = kit;
	const withIcons = armsOf(question, x, width, letters, true, kit);
	// All tickets of a row have their pictograms, or none.
	const arms = withIcons.some(losesIcon)
		? armsOf(question, x, width, letters, false, kit)
		: withIcons;
	const header = Math.max(
		0,
		...arms.map(({ end }) => (end.kind === "ticket" ? end.ticket.header : 0)),
	);
	const signHeight = Math.max(...arms.map(({ sign }) => sign.height));
	const gap = Math.max(
		kit.gap("board"),
		signHeight + k(TIP_TO_CARD + ROAD + 0.4),
	);
	const below = Math.max(...arms.map((arm) => heightOf(arm, header)));
	const warning: Part = setWarnings([question.warning], x, width, kit);
	const fits = arms.every(({ end }) =>
		end.kind === "ticket"
			? end.ticket.fits
			: end.pill.lines <= 3 && end.below.fits,
	);
	const height = gap + below + warning.height;
	return {
		height,
		fits,
		place: (pillBottom, given) => {
			const inner = below + Math.max(0, given - height);
			const cardTop = pillBottom + gap;
			const signTop = cardTop - k(TIP_TO_CARD) - signHeight;
			const trunk = Math.min(
				pillBottom + k(TRUNK),
				signTop - k(ROAD / 2 + 0.1),
			);
			const road = roadOf(arms, x + width / 2, pillBottom, trunk, cardTop, kit);
			const rows = arms.map((arm, i): Node => {
				const sign = arm.sign.place(
					centreOf(arm) - arm.sign.width / 2,
					signTop,
					{ height: signHeight },
				);
				const { end } = arm;
				if (end.kind === "ticket")
					return element(
						"LI",
						...sign,
						element(
							"LBody",
							...end.ticket.place(arm.x, cardTop, inner, header),
							...arrowFrom(arm, arms[i + 1], cardTop + inner / 2, kit),
						),
					);
				const { ground, words } = end.pill.place(arm.x, cardTop);
				const ownBottom = cardTop + end.pill.height;
				const [ownRoad, ...others] = end.below.place(
					ownBottom,
					inner - end.pill.height,
				);
				return element(
					"LI",
					...sign,
					element(
						"LBody",
						...(ownRoad === undefined ? [] : [ownRoad]),
						ground,
						element("H3", words),
						...others,
					),
				);
			});
			return [road, element("L", ...rows), ...warning.place(cardTop + inner)];
		},
	};
}

const arrowFrom = (
	arm: Arm,
	next: Arm | undefined,
	y: Pt,
	kit: Kit,
): readonly Node[] =>
	next !== undefined && outcomeOf(arm.answer)?.goesOn === true
		? [onward(arm, next, y, kit)]
		: [];

/** From the question to every card: the outermost ways are one road. */
function roadOf(
	arms: readonly Arm[],
	middle: Pt,
	pillBottom: Pt,
	trunk: Pt,
	cardTop: Pt,
	kit: Kit,
): Node {
	const { k } = kit;
	const centres = arms.map(centreOf);
	const [first = middle] = centres;
	const last = centres.at(-1) ?? middle;
	const inner = centres.slice(1, -1);
	const end = cardTop + k(INTO_CARD);
	const odd =
		centres.length % 2 === 1 ? centres[(centres.length - 1) / 2] : undefined;
	const stem = Math.max(
		first + k(ROAD),
		Math.min(last - k(ROAD), odd ?? middle),
	);
	const around: Way = [
		[first, end],
		[first, trunk],
		[last, trunk],
		[last, end],
	];
	const lanes = inner.map(
		(x): Way => [
			[x, trunk],
			[x, end],
		],
	);
	return artifact(
		...roadShapes(
			kit,
			[
				[
					[stem, pillBottom - k(0.4)],
					[stem, trunk],
				],
			],
			[around, ...lanes],
		),
	);
}
