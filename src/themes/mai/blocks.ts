/** Every kind of block to the component that sets it. A new kind fails to compile here. */
import type { StackItem } from "../shared/stack.ts";
import { setFacts } from "./facts.ts";
import type { Kit, Part } from "./kit.ts";
import { setList, setNotes } from "./prose.ts";
import { setStep } from "./step.ts";
import { setTable } from "./table.ts";
import { setQuestion } from "./tree/question.ts";
import { setWarning } from "./warning.ts";

export function setItem(block: StackItem, kit: Kit): Part {
	switch (block.kind) {
		case "step":
			return setStep(block, kit);
		case "question":
			return setQuestion(block, kit);
		case "table":
			return setTable(block, kit);
		case "facts":
			return setFacts(block, kit);
		case "list":
			return setList(block, kit);
		case "warning":
			return setWarning(block.text, kit.left, kit.width, kit, "warning");
		case "notes":
			return setNotes(block.notes, kit);
	}
}
