/** Blocks in order as the parts that they become on a page. */
import type { Block, Text } from "../../model/announcement.ts";

/** Neighbouring notes are one part. */
export type StackItem =
	| Exclude<Block, { kind: "note" }>
	| { readonly kind: "notes"; readonly notes: readonly Text[] };

/** Blocks in order as the parts that they become. */
export function stackOf(blocks: readonly Block[]): readonly StackItem[] {
	const items: StackItem[] = [];
	let notes: Text[] = [];
	const flush = () => {
		if (notes.length > 0) items.push({ kind: "notes", notes });
		notes = [];
	};
	for (const block of blocks) {
		if (block.kind === "note") {
			notes.push(block.text);
			continue;
		}
		flush();
		items.push(block);
	}
	flush();
	return items;
}
