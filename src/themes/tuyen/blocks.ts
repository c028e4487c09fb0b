/** Every kind of block to the component that sets it. A new kind fails to compile here. */
import type { Block, Text } from "../../model/announcement.ts";
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
	readonly path: string;
}

const stack = (
	part: Part,
	opens: StackPart["opens"],
	path: string,
	fits = true,
): StackPart => ({
	...part,
	opens,
	path,
	fits,
});

function setBlock(
	block: Exclude<Block, { kind: "note" }>,
	kit: Kit,
): StackPart {
	const { u } = kit;
	switch (block.kind) {
		case "step":
			return stack(setStep(block, kit), "station", block.path);
		case "question": {
			const part = setQuestion(block, kit);
			return stack(part, "station", block.path, part.fits);
		}
		case "table": {
			const part = setTable(block, kit);
			return stack(part, "text", block.path, part.fits);
		}
		case "facts":
			return stack(setFacts(block, kit), "station", block.path);
		case "list":
			return stack(setList(block, kit), "text", block.path);
		case "warning":
			return stack(
				setWarning(block.text, u(CONTENT), u(CONTENT_WIDTH), kit),
				"text",
				block.path,
			);
	}
}

/** Blocks in order; neighbouring notes stand side by side. */
export function setBlocks(blocks: readonly Block[], kit: Kit): StackPart[] {
	const parts: StackPart[] = [];
	let notes: Text[] = [];
	const flush = () => {
		const first = notes[0];
		if (first !== undefined)
			parts.push(stack(setNotes(notes, kit), "text", first.path));
		notes = [];
	};
	for (const block of blocks) {
		if (block.kind === "note") {
			notes.push(block.text);
			continue;
		}
		flush();
		parts.push(setBlock(block, kit));
	}
	flush();
	return parts;
}
