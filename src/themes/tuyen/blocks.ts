/** Every kind of block to the component that sets it. A new kind fails to compile here. */
import type { Pt } from "../../units.ts";
import type { StackItem } from "../shared/stack.ts";
import { setFacts } from "./facts.ts";
import { CONTENT, CONTENT_WIDTH } from "./grid.ts";
import type { FormPart, Kit, Part, PartOnLine } from "./kit.ts";
import { setList, setNotes } from "./prose.ts";
import { setQuestion } from "./question.ts";
import { setStep } from "./step.ts";
import { setTable } from "./table.ts";
import { setWarning } from "./warning.ts";

export interface StackPart
	extends Part,
		Pick<FormPart, "fits">,
		Pick<PartOnLine, "ends"> {
	/** What the gap above is measured to. */
	readonly opens: "station" | "text";
	/** As of a part on the line; null when nothing of it stands there. */
	readonly joins: Pt | null;
}

const onLine = (part: PartOnLine, fits = true): StackPart => ({
	...part,
	opens: "station",
	fits,
});

const besideLine = (part: Part): StackPart => ({
	...part,
	opens: "text",
	joins: null,
	ends: null,
	fits: true,
});

export function setItem(block: StackItem, kit: Kit): StackPart {
	const { u } = kit;
	switch (block.kind) {
		case "step":
			return onLine(setStep(block, kit));
		case "question": {
			const part = setQuestion(block, kit);
			return onLine(part, part.fits);
		}
		case "table":
			return { ...setTable(block, kit), opens: "text" };
		case "facts":
			return onLine(setFacts(block, kit));
		case "list":
			return besideLine(setList(block, kit));
		case "warning":
			return besideLine(
				setWarning(block.text, u(CONTENT), u(CONTENT_WIDTH), kit, "warning"),
			);
		case "notes":
			return besideLine(setNotes(block.notes, kit));
	}
}
