/** Where a notice may be divided: never after a heading, never a table of one row. */
import type { Block } from "../../model/announcement.ts";

/** Which part of the notice a page carries. */
export interface PageSpec {
	readonly blocks: readonly Block[];
	/** From 1. */
	readonly number: number;
	readonly last: boolean;
}

export interface Division {
	readonly head: readonly Block[];
	readonly tail: readonly Block[];
	/** A table, a list or facts are cut in two. */
	readonly cut: boolean;
}

/** Rows or items that must stay together on each side. */
const KEPT = 2;

/** A step without words of its own is the heading of what follows it. */
const isHeading = (block: Block): boolean =>
	block.kind === "step" && block.text === null && block.options.length === 0;

function divideBlock(block: Block): { head: Block; tail: Block }[] {
	if (block.kind === "table")
		return cuts(block.rows.length).map((at) => ({
			head: { ...block, rows: block.rows.slice(0, at) },
			// The head of the columns is repeated, the title is not.
			tail: { ...block, title: null, rows: block.rows.slice(at) },
		}));
	if (block.kind === "list")
		return cuts(block.items.length).map((at) => ({
			head: { ...block, items: block.items.slice(0, at) },
			tail: { ...block, title: null, items: block.items.slice(at) },
		}));
	if (block.kind === "facts")
		return cuts(block.facts.length).map((at) => ({
			head: { ...block, facts: block.facts.slice(0, at) },
			tail: { ...block, facts: block.facts.slice(at) },
		}));
	return [];
}

const cuts = (count: number): number[] => {
	const found: number[] = [];
	for (let at = KEPT; at <= count - KEPT; at++) found.push(at);
	return found;
};

/** All ways to divide, the shortest first page first. */
export function divisions(blocks: readonly Block[]): Division[] {
	return blocks.flatMap((block, i) => {
		const before = blocks.slice(0, i);
		const after = blocks.slice(i + 1);
		const inside = divideBlock(block).map(({ head, tail }) => ({
			head: [...before, head],
			tail: [tail, ...after],
			cut: true,
		}));
		const previous = before.at(-1);
		const between =
			previous === undefined || isHeading(previous)
				? []
				: [{ head: before, tail: [block, ...after], cut: false }];
		return [...between, ...inside];
	});
}
