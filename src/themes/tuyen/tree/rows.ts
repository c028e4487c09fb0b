/** Rows: each answer leaves the line on a row of its own. */
import type { Node } from "../../../layout/sheet.ts";
import type { Answer, Question } from "../../../model/announcement.ts";
import type { Pt } from "../../../units.ts";
import { outcomeOf } from "../../shared/tree.ts";
import { arrowRight } from "../arms.ts";
import { setRowCard } from "../card.ts";
import { CONTENT, CONTENT_WIDTH, RIGHT, TRACK } from "../grid.ts";
import { artifact, element, type Kit, type Part } from "../kit.ts";
import { setPill } from "../pill.ts";
import { setWarnings } from "../warning.ts";
import type { Tree } from "./tree.ts";

const PILL_LEFT = 11;
const CARD_LEFT = 29;
const ROW_GAP = 0.7;
const FIRST_GAP = 1;
/** Least arm to be seen between a pill and its card. */
const LEAST_ARM = 2.4;

/** One answer that ends, as a row: label, arrow, card. */
export function setRow(answer: Answer, kit: Kit): Part | null {
	const outcome = outcomeOf(answer);
	if (outcome === null) return null;
	const { u } = kit;
	const pill = setPill(
		answer.label,
		answer.polarity,
		kit,
		CARD_LEFT - PILL_LEFT - LEAST_ARM,
	);
	const card = setRowCard(outcome, u(RIGHT - CARD_LEFT), kit);
	const height = Math.max(card.height, pill.height + u(0.4));
	return {
		height,
		place: (y) => {
			const cy = y + height / 2;
			return [
				artifact(...arrowRight(kit, u(TRACK), u(CARD_LEFT), cy)),
				element(
					"LI",
					...pill.place(u(PILL_LEFT), cy),
					element(
						"LBody",
						...card.place(u(CARD_LEFT), y + (height - card.height) / 2),
					),
				),
			];
		},
	};
}

export function setRows(question: Question, kit: Kit): Tree {
	const { u } = kit;
	const rows = question.answers.flatMap((answer) => setRow(answer, kit) ?? []);
	const warnings = setWarnings(
		[question.warning],
		u(CONTENT),
		u(CONTENT_WIDTH),
		kit,
	);
	const rowsHeight =
		rows.reduce((sum, row) => sum + row.height, 0) +
		u(ROW_GAP) * Math.max(0, rows.length - 1);
	return {
		height: u(FIRST_GAP) + rowsHeight + warnings.height,
		fits: true,
		place: (barBottom: Pt) => {
			let y = barBottom + u(FIRST_GAP);
			const items: Node[] = [];
			for (const row of rows) {
				items.push(...row.place(y));
				y += row.height + u(ROW_GAP);
			}
			return [element("L", ...items), ...warnings.place(y - u(ROW_GAP))];
		},
	};
}
