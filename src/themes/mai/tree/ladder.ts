/** Ladder: the road runs down, each answer branches off to the right. */
import type { Node } from "../../../layout/sheet.ts";
import type { Question } from "../../../model/announcement.ts";
import { mm, type Pt } from "../../../units.ts";
import { outcomeOf } from "../../shared/tree.ts";
import { artifact, element, type Kit } from "../kit.ts";
import { setWarnings } from "../warning.ts";
import type { Letters, Tree } from "./board.ts";
import { type Pill, setPill } from "./pill.ts";
import { roadShapes, type Way } from "./road.ts";
import { type Signpost, setSignpost } from "./signpost.ts";
import { type StepTicket, setStepTicket } from "./ticket.ts";

const ROAD_LEFT = 5.7;
const SIGN_LEFT = 11.4;
const AFTER_SIGN = 2;
const INTO_CARD = 1;
/** Of the width, for a sign. */
const MOST_SIGN = 0.34;

interface Signs {
	readonly signs: readonly Signpost[];
	/** All signs of a question are as wide as the widest. */
	readonly width: Pt;
	/** From the left edge of the question to its tickets. */
	readonly cardLeft: Pt;
}

function signsOf(question: Question, width: Pt, kit: Kit): Signs {
	const { k } = kit;
	const most = Math.max(k(24), (width - k(SIGN_LEFT)) * MOST_SIGN);
	const signs = question.answers.map(({ label }) =>
		setSignpost(label, "right", most, kit),
	);
	const widest = Math.max(...signs.map((sign) => sign.width));
	return {
		signs,
		width: widest,
		cardLeft: k(SIGN_LEFT + AFTER_SIGN) + widest,
	};
}

/** Width of the narrowest ticket when every further question is indented. */
function narrowest(question: Question, width: Pt, kit: Kit): Pt {
	const room = width - signsOf(question, width, kit).cardLeft;
	return Math.min(
		room,
		...question.answers.map(({ to }) =>
			to.kind === "question" ? narrowest(to.question, room, kit) : room,
		),
	);
}

interface Rung {
	readonly height: Pt;
	/** Where the way to it turns right, from its top. */
	readonly turn: Pt;
	/** Where that way ends. */
	readonly reach: Pt;
	readonly place: (y: Pt) => Node;
}

function ticketRung(
	ticket: StepTicket,
	sign: Signpost,
	signWidth: Pt,
	x: Pt,
	cardLeft: Pt,
	kit: Kit,
): Rung {
	const height = Math.max(ticket.height, sign.height);
	return {
		height,
		turn: height / 2,
		reach: cardLeft,
		place: (y) =>
			element(
				"LI",
				...sign.place(x + kit.k(SIGN_LEFT), y + (height - sign.height) / 2, {
					width: signWidth,
				}),
				element("LBody", ...ticket.place(x + cardLeft, y, height)),
			),
	};
}

/** A further question beside its sign, or under it where there is no room beside. */
function questionRung(
	pill: Pill,
	below: Tree,
	sign: Signpost,
	signWidth: Pt,
	x: Pt,
	at: { readonly left: Pt; readonly isUnder: boolean },
	kit: Kit,
): Rung {
	const row = Math.max(pill.height, sign.height);
	const pillTop = at.isUnder
		? sign.height + kit.gap("between")
		: (row - pill.height) / 2;
	const signTop = at.isUnder ? 0 : (row - sign.height) / 2;
	const pillBottom = pillTop + pill.height;
	return {
		height: pillBottom + below.height,
		turn: signTop + sign.height / 2,
		reach: at.isUnder ? kit.k(SIGN_LEFT + 2) : at.left,
		place: (y) => {
			const { ground, words } = pill.place(x + at.left, y + pillTop);
			const [road, ...others] = below.place(y + pillBottom, below.height);
			return element(
				"LI",
				...sign.place(x + kit.k(SIGN_LEFT), y + signTop, { width: signWidth }),
				element(
					"LBody",
					...(road === undefined ? [] : [road]),
					ground,
					element("H3", words),
					...others,
				),
			);
		},
	};
}

export function setLadder(
	question: Question,
	x: Pt,
	width: Pt,
	letters: Letters,
	kit: Kit,
): Tree {
	const { k } = kit;
	const { signs, width: signWidth, cardLeft } = signsOf(question, width, kit);
	const room = width - cardLeft;
	const gap = kit.gap("between");
	const rungs = question.answers.flatMap((answer, i): Rung[] => {
		const sign = signs[i];
		if (sign === undefined) return [];
		const { to } = answer;
		if (to.kind === "question") {
			const isUnder =
				narrowest(to.question, room, kit) < mm(kit.layout.leastStep);
			const left = isUnder ? k(SIGN_LEFT) : cardLeft;
			const pill = setPill(to.question.ask, width - left, kit);
			const below = setLadder(
				to.question,
				x + left,
				width - left,
				letters,
				kit,
			);
			return [
				questionRung(pill, below, sign, signWidth, x, { left, isUnder }, kit),
			];
		}
		const deed = outcomeOf(answer);
		if (deed === null) return [];
		const ticket = setStepTicket(deed, letters.get(answer) ?? "", room, kit);
		return [ticketRung(ticket, sign, signWidth, x, cardLeft, kit)];
	});
	const warning = setWarnings([question.warning], x, width, kit);
	const height =
		rungs.reduce((sum, rung) => sum + gap + rung.height, 0) + warning.height;
	return {
		height,
		fits: true,
		place: (pillBottom) => {
			let y = pillBottom;
			const tops = rungs.map((rung) => {
				const top = y + gap;
				y = top + rung.height;
				return top;
			});
			const road = x + k(ROAD_LEFT);
			const way = (i: number, from: Pt): Way => {
				const rung = rungs[i];
				const turn = (tops[i] ?? 0) + (rung?.turn ?? 0);
				return [
					[road, from],
					[road, turn],
					[x + (rung?.reach ?? 0) + k(INTO_CARD), turn],
				];
			};
			const last = rungs.length - 1;
			const branches = rungs.slice(0, -1).map((rung, i): Way => {
				const turn = (tops[i] ?? 0) + rung.turn;
				return [
					[road, turn],
					[x + rung.reach + k(INTO_CARD), turn],
				];
			});
			return [
				artifact(
					...roadShapes(kit, branches, [way(last, pillBottom - k(0.4))]),
				),
				element("L", ...rungs.map((rung, i) => rung.place(tops[i] ?? 0))),
				...warning.place(y),
			];
		},
	};
}
