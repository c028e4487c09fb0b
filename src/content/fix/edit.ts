/** Changes of a source, by offsets. */

export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export const apply = (source: string, { start, end, text }: Edit): string =>
	source.slice(0, start) + text + source.slice(end);

/** The line around an offset, without its end. */
export function lineAt(
	source: string,
	offset: number,
): { readonly start: number; readonly text: string } {
	const start = offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1;
	const end = source.indexOf("\n", start);
	return { start, text: source.slice(start, end < 0 ? source.length : end) };
}

/** Offset of the beginning of a line; lines count from 1. */
export function offsetOfLine(source: string, line: number): number {
	let start = 0;
	for (let n = 1; n < line; n++) {
		const end = source.indexOf("\n", start);
		if (end < 0) return source.length;
		start = end + 1;
	}
	return start;
}

/** How the line reads after the edit, without indentation. */
export const lineWith = (source: string, edit: Edit): string =>
	lineAt(apply(source, edit), edit.start).text.trim();

/** The line around `offset` becomes `line`, its indentation kept. */
export function replaceLine(
	source: string,
	offset: number,
	line: string,
): Edit {
	const { start, text } = lineAt(source, offset);
	const indent = /^\s*/u.exec(text)?.[0] ?? "";
	return { start, end: start + text.length, text: indent + line };
}
