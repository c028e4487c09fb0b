/** Every kind of block to the component that sets it. A new kind fails to compile here. */
import type { StackItem } from "../shared/stack.ts";
import { setFacts } from "./facts.ts";
import { CONTENT, CONTENT_WIDTH } from "./grid.ts";
import type { Kit, Part } from "./kit.ts";
import { setList, setNotes } from "./prose.ts";
import { setQuestion } from "./question.ts";
import { setStep } from "./step.ts";
import { setTable } from "./table.ts";
import { setWarning } from "./warning.ts";

export interface StackPart extends Part {
	/** False when this trial's drawing does not suit the content. */
	readonly fits: boolean;
	/** What the gap above is measured to. */
	readonly opens: "station" | "text";
}

const stack = (
	part: Part,
	opens: StackPart["opens"],
	fits = true,
): StackPart => ({
	...part,
	opens,
	fits,
});

export function setItem(block: StackItem, kit: Kit): StackPart {
	const { u } = kit;
	switch (block.kind) {
		case "step":
			return stack(setStep(block, kit), "station");
		case "question": {
			const part = setQuestion(block, kit);
			return stack(part, "station", part.fits);
		}
		case "table": {
			const part = setTable(block, kit);
			return stack(part, "text", part.fits);
		}
		case "facts":
			return stack(setFacts(block, kit), "station");
		case "list":
			return stack(setList(block, kit), "text");
		case "warning":
			return stack(
				setWarning(block.text, u(CONTENT), u(CONTENT_WIDTH), kit),
				"text",
			);
		case "notes":
			return stack(setNotes(block.notes, kit), "text");
	}
}
