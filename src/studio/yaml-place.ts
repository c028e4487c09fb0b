/** Where in the YAML the cursor is, told from the lines: unfinished YAML too. */
import type { Path } from "../content/path.ts";

export interface YamlPlace {
	/** Of the map around the cursor; positions in lists are counted. */
	readonly path: Path;
	/** The key whose value is typed; null where a key is typed. */
	readonly key: string | null;
	/** From where on the word under the cursor is typed. */
	readonly from: number;
	/** Column of the keys of this map. */
	readonly indent: number;
}

const LINE =
	/^(\s*)((?:-\s+)*)(?:([^\s:#'"{}[\],][^:#]*?)\s*:(?=\s|$))?\s*(.*)$/u;

interface Line {
	/** Column where the key or the value begins, after dashes. */
	readonly indent: number;
	/** Columns of the dashes. */
	readonly dashes: readonly number[];
	readonly key: string | null;
	readonly rest: string;
}

function readLine(text: string): Line | null {
	if (/^\s*(?:#|$)/u.test(text)) return null;
	const [, spaces = "", dashes = "", key, rest = ""] = LINE.exec(text) ?? [];
	const columns = [...dashes.matchAll(/-/gu)].map(
		({ index }) => spaces.length + index,
	);
	return {
		indent: spaces.length + dashes.length,
		dashes: columns,
		key: key ?? null,
		rest,
	};
}

/** The path of the map in which a line of this column stands. */
function pathAbove(
	lines: readonly string[],
	row: number,
	indent: number,
): Path {
	const path: (string | number)[] = [];
	let within = indent;
	let count: number | null = null;
	const own = readLine(lines[row] ?? "");
	const steps = own === null ? [] : own.dashes;
	const pending = [...steps].reverse();
	for (let at = row; at >= 0; at--) {
		const line = at === row ? own : readLine(lines[at] ?? "");
		if (line === null) continue;
		const dashes = at === row ? pending : [...line.dashes].reverse();
		for (const dash of dashes) {
			if (count !== null && dash === within) count += 1;
			else if (dash < within) {
				if (count !== null) path.unshift(count);
				count = 0;
				within = dash;
			}
		}
		if (at === row || line.key === null) continue;
		const key = line.indent;
		// A list may stand in the column of its key.
		const isList = count !== null && line.dashes.length === 0;
		const isParent = isList ? key <= within : key < within;
		if (!isParent) continue;
		if (count !== null) path.unshift(count);
		count = null;
		path.unshift(line.key);
		within = line.dashes.at(-1) ?? key;
		// Dashes of the same line stand around the key.
		for (const dash of [...line.dashes].reverse()) {
			count = 0;
			within = dash;
		}
	}
	if (count !== null) path.unshift(count);
	return path;
}

export function placeAt(source: string, offset: number): YamlPlace {
	const before = source.slice(0, offset);
	const start = before.lastIndexOf("\n") + 1;
	const row = before.split("\n").length - 1;
	const typed = before.slice(start);
	const lines = source.split("\n");
	const line = readLine(typed);
	const indent = line?.indent ?? typed.length;
	const own = [...lines.slice(0, row), typed === "" ? "" : typed];
	const path = pathAbove(own, row, indent);
	const key = line?.key ?? null;
	const word = /[^\s:,{[]*$/u.exec(typed)?.[0] ?? "";
	return { path, key, from: offset - word.length, indent };
}

/** The key on which an offset lies, with the path to it. */
export function keyAt(source: string, offset: number): Path | null {
	const start = source.lastIndexOf("\n", offset - 1) + 1;
	const end = source.indexOf("\n", offset);
	const text = source.slice(start, end < 0 ? undefined : end);
	const line = readLine(text);
	if (line?.key == null) return null;
	const column = offset - start;
	if (column < line.indent || column > line.indent + line.key.length)
		return null;
	const row = source.slice(0, start).split("\n").length - 1;
	return [...pathAbove(source.split("\n"), row, line.indent), line.key];
}
