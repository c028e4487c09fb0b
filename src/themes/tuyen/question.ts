/** A question: numbered station, black bar, and its tree. */
import type { Block } from "../../model/announcement.ts";
import { setBarOnLine } from "./bar.ts";
import { STATION_RADIUS } from "./grid.ts";
import {
	content,
	element,
	type FormPart,
	type Kit,
	type PartOnLine,
} from "./kit.ts";
import { station } from "./station.ts";
import { setFork } from "./tree/fork.ts";
import { setLine } from "./tree/line.ts";
import { setRows } from "./tree/rows.ts";
import { treeShape } from "./tree/shape.ts";

type QuestionBlock = Extract<Block, { kind: "question" }>;

const BAR = 4;

export function setQuestion(
	block: QuestionBlock,
	kit: Kit,
): FormPart & PartOnLine {
	const { u } = kit;
	const { question } = block;
	const bar = setBarOnLine(question.ask, "question", BAR, kit);
	const half = Math.max(u(STATION_RADIUS), bar.height / 2);
	const shape = treeShape(question, kit.fit.form === "open");
	const tree = { fork: setFork, rows: setRows, line: setLine }[shape](
		question,
		kit,
	);
	const barBottom = half + bar.height / 2;
	return {
		height: barBottom + tree.height,
		joins: half,
		ends: null,
		fits: tree.fits,
		place: (y) => {
			const cy = y + half;
			const stop = station(kit, block.number, cy);
			const { ground, words } = bar.place(cy);
			return [
				element(
					"Sect",
					ground,
					stop.under,
					element("H2", content(...stop.label), words),
					...tree.place(y + barBottom),
				),
			];
		},
	};
}
