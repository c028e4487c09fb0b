/** Line: who answers so stays on the line and is asked again; who does not leaves to the right. */
import type { Node } from "../../../layout/sheet.ts";
import { placeParagraph, setParagraph, spansOf } from "../../../layout/text.ts";
import type { Answer, Question } from "../../../model/announcement.ts";
import { asks } from "../../../model/flatten.ts";
import type { Pt } from "../../../units.ts";
import { outcomeOf } from "../../shared/tree.ts";
import { arrowDown } from "../arms.ts";
import { setBarOnLine } from "../bar.ts";
import { setRowCard } from "../card.ts";
import { CONTENT, CONTENT_WIDTH, FULL, LEFT, TRACK } from "../grid.ts";
import {
	artifact,
	centredCapTop,
	element,
	type Kit,
	type Part,
} from "../kit.ts";
import { onBody } from "../look.ts";
import { setPill } from "../pill.ts";
import { discShape } from "../station.ts";
import { setWarnings } from "../warning.ts";
import { setRow } from "./rows.ts";

import type { Tree } from "./tree.ts";

const BAR = 3.5;
const SUB_DISC = 1.75;
const FIRST_GAP = 0.8;
const ROW_GAP = 0.7;
const STAYING_LEFT = 5.4;
const AROUND_STAYING = 0.45;
const TO_RESULT = 2;

/** The answer that keeps the reader on the line: the one that asks, or the last. */
function stayingAnswer(question: Question): Answer | undefined {
	return question.answers.find(asks) ?? question.answers.at(-1);
}

function subBar(question: Question, kit: Kit): Part {
	const { u } = kit;
	const bar = setBarOnLine(question.ask, "lineQuestion", BAR, kit);
	const height = Math.max(bar.height, u(2 * SUB_DISC));
	const mark = setParagraph(
		spansOf("?"),
		kit.style("smallNumeral", onBody(kit.look.station)),
		u(4),
		kit.typeface,
	);
	return {
		height,
		place: (y) => {
			const cy = y + height / 2;
			const { ground, words } = bar.place(cy);
			return [
				ground,
				artifact(
					...discShape(kit, u(TRACK), cy, u(SUB_DISC)),
					...placeParagraph(mark, u(TRACK), centredCapTop(mark, cy), "centre"),
				),
				element("H3", words),
			];
		},
	};
}

/** The last staying arm ends in a card across the full measure. */
function result(answer: Answer, kit: Kit): Part | null {
	const outcome = outcomeOf(answer);
	if (outcome === null) return null;
	const { u } = kit;
	const card = setRowCard(outcome, u(FULL), kit);
	return {
		height: card.height,
		place: (y) => card.place(u(LEFT), y),
	};
}

/** Everything below a bar, down to the last answer. */
export function setLine(question: Question, kit: Kit): Tree {
	const { u } = kit;
	const staying = stayingAnswer(question);
	const rows = question.answers.flatMap((answer) => {
		const row = answer === staying ? null : setRow(answer, kit);
		return row === null ? [] : [{ ...row, answer }];
	});
	const pill =
		staying === undefined
			? null
			: setPill(staying.label, staying.polarity, kit, 40);
	const next = staying?.to.kind === "question" ? staying.to.question : null;
	const nextBar = next === null ? null : subBar(next, kit);
	const below = next === null ? null : setLine(next, kit);
	const end =
		staying === undefined || next !== null ? null : result(staying, kit);
	const warnings = setWarnings(
		[question.warning],
		u(CONTENT),
		u(CONTENT_WIDTH),
		kit,
	);
	const around = u(AROUND_STAYING);
	const rowsHeight =
		rows.reduce((sum, row) => sum + row.height + u(ROW_GAP), 0) - u(ROW_GAP);
	const pillHeight = pill?.height ?? 0;
	const afterPill =
		nextBar !== null && below !== null
			? around + nextBar.height + below.height
			: end !== null
				? u(TO_RESULT) + end.height
				: 0;
	return {
		height:
			u(FIRST_GAP) +
			rowsHeight +
			around +
			pillHeight +
			afterPill +
			warnings.height,
		fits: true,
		place: (barBottom: Pt): readonly Node[] => {
			let y = barBottom + u(FIRST_GAP);
			const before: Node[] = [];
			const after: Node[] = [];
			const staysAt =
				staying === undefined ? -1 : question.answers.indexOf(staying);
			for (const row of rows) {
				// Read in the notice's order, though the staying answer stands last.
				const isBefore = question.answers.indexOf(row.answer) < staysAt;
				(isBefore ? before : after).push(...row.place(y));
				y += row.height + u(ROW_GAP);
			}
			y += around - u(ROW_GAP);
			const stay: Node[] = [];
			if (end !== null)
				stay.push(
					artifact(
						...arrowDown(
							kit,
							u(TRACK),
							y + pillHeight,
							y + pillHeight + u(TO_RESULT),
						),
					),
				);
			if (pill !== null)
				stay.push(...pill.place(u(STAYING_LEFT), y + pillHeight / 2));
			y += pillHeight;
			if (nextBar !== null && below !== null) {
				y += around;
				stay.push(
					element(
						"LBody",
						...nextBar.place(y),
						...below.place(y + nextBar.height),
					),
				);
				y += nextBar.height + below.height;
			} else if (end !== null) {
				y += u(TO_RESULT);
				stay.push(element("LBody", ...end.place(y)));
				y += end.height;
			}
			return [
				element("L", ...before, element("LI", ...stay), ...after),
				...warnings.place(y),
			];
		},
	};
}
