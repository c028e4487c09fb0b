/** From fields of the notice to places in its source. */
import {
	type Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	type LineCounter,
	type Node,
} from "yaml";
import type { Place } from "../diagnostics.ts";
import type { Path } from "./path.ts";

export interface SourceMap {
	/** The value at the path, or the nearest thing around it that exists. */
	readonly value: (path: Path) => Place;
	/** The same, but a field that goes over many lines is shown by its name. */
	readonly field: (path: Path) => Place;
	/** The name of the field at the path; for `- ` items, the item. */
	readonly key: (path: Path) => Place;
	readonly offset: (start: number, end: number) => Place;
	/** A line without its line end; lines count from 1. */
	readonly line: (line: number) => string;
}

interface Step {
	readonly key: Node | null;
	readonly value: Node | null;
}

const nodeOrNull = (value: unknown): Node | null =>
	isNode(value) ? value : null;

/** One step down; undefined when there is no such field. */
function descend(
	document: Document,
	from: Node | null,
	step: string | number,
): Step | undefined {
	const node = isAlias(from) ? (from.resolve(document) ?? null) : from;
	if (isMap(node)) {
		const pair = node.items.find(
			(item) => isScalar(item.key) && item.key.value === String(step),
		);
		if (!pair) return undefined;
		return { key: nodeOrNull(pair.key), value: nodeOrNull(pair.value) };
	}
	if (isCollection(node) && typeof step === "number") {
		const item: unknown = node.items[step];
		if (item === undefined || isPair(item)) return undefined;
		return { key: null, value: nodeOrNull(item) };
	}
	return undefined;
}

/** As far down the path as the source goes, the top first. */
function walk(document: Document, path: Path): readonly Step[] {
	const steps: Step[] = [{ key: null, value: nodeOrNull(document.contents) }];
	for (const step of path) {
		const next = descend(document, steps.at(-1)?.value ?? null, step);
		if (!next) break;
		steps.push(next);
	}
	return steps;
}

const hasExtent = (node: Node | null): node is Node =>
	node?.range != null && node.range[1] > node.range[0];

export function sourceMap(
	source: string,
	document: Document,
	lines: LineCounter,
): SourceMap {
	const sourceLines = source.split("\n");
	const line = (number: number): string => sourceLines[number - 1] ?? "";

	/** Long values are shown by their first line. */
	function offset(start: number, end: number): Place {
		const { line: row, col } = lines.linePos(start);
		// The counter says line 0 for a source without any line end yet.
		const at = { line: Math.max(1, row), column: Math.max(1, col) };
		const rest = line(at.line).trimEnd().length - at.column + 1;
		return { ...at, length: Math.max(1, Math.min(end - start, rest)) };
	}

	function at(steps: readonly Step[], prefer: "key" | "value"): Place {
		const last = steps.at(-1);
		// An empty item, `- ` and nothing more, has a place but no extent.
		if (last && !last.key && last.value?.range && steps.length > 1) {
			return offset(last.value.range[0], last.value.range[1]);
		}
		for (const { key, value } of steps.toReversed()) {
			for (const node of prefer === "key" ? [key, value] : [value, key]) {
				if (hasExtent(node) && node.range) {
					return offset(node.range[0], node.range[1]);
				}
			}
		}
		return offset(0, 1);
	}

	const isWide = (node: Node | null): boolean =>
		isCollection(node) && node.flow !== true;

	return {
		value: (path) => at(walk(document, path), "value"),
		field: (path) => {
			const steps = walk(document, path);
			return at(steps, isWide(steps.at(-1)?.value ?? null) ? "key" : "value");
		},
		key: (path) => at(walk(document, path), "key"),
		offset,
		line,
	};
}
