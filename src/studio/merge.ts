/** Three versions of a text by lines: what changed from the first to the third, done to the second. */

/** Beyond this many pairs of lines comparing takes too long for a keystroke. */
const MOST_PAIRS = 4_000_000;

/** For each line of `a` the line of `b` that it became, -1 for none. */
function matchLines(
	a: readonly string[],
	b: readonly string[],
): number[] | null {
	const matches = new Array<number>(a.length).fill(-1);
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) {
		matches[start] = start;
		start += 1;
	}
	let tail = 0;
	while (
		tail < Math.min(a.length, b.length) - start &&
		a[a.length - 1 - tail] === b[b.length - 1 - tail]
	) {
		matches[a.length - 1 - tail] = b.length - 1 - tail;
		tail += 1;
	}
	const rows = a.length - start - tail;
	const columns = b.length - start - tail;
	if (rows * columns > MOST_PAIRS) return null;
	// longest[i][j]: the longest common run of lines from i in a and j in b on.
	const width = columns + 1;
	const longest = new Uint32Array((rows + 1) * width);
	const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
	for (let i = rows - 1; i >= 0; i--)
		for (let j = columns - 1; j >= 0; j--)
			longest[i * width + j] =
				a[start + i] === b[start + j]
					? at(i + 1, j + 1) + 1
					: Math.max(at(i + 1, j), at(i, j + 1));
	for (let i = 0, j = 0; i < rows && j < columns; ) {
		if (a[start + i] === b[start + j]) matches[start + i++] = start + j++;
		else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return matches;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((line, i) => line === b[i]);

/** Lines that differ only in their spaces are one line in two writings. */
const bare = (line: string): string => line.replace(/\s+/gu, "");

const indent = (line: string): string => /^\s*/u.exec(line)?.[0] ?? "";

/**
 * `base` → `theirs`, done to `ours`, another writing of `base`. Where both
 * changed the same lines, theirs are taken. null when the texts are too long.
 */
export function mergeLines(
	base: string,
	ours: string,
	theirs: string,
): string | null {
	const [b, o, t] = [base, ours, theirs].map((text) => text.split("\n"));
	if (b === undefined || o === undefined || t === undefined) return null;
	const toOurs = matchLines(b.map(bare), o.map(bare));
	const toTheirs = matchLines(b, t);
	if (toOurs === null || toTheirs === null) return null;
	// A line that has moved is written as it was.
	const writing = new Map<string, string>();
	for (const [i, line] of b.entries()) {
		const own = o[toOurs[i] ?? -1];
		if (own !== undefined && indent(own) === indent(line))
			writing.set(line, own);
	}
	const out: string[] = [];
	let from = { b: 0, o: 0, t: 0 };
	const upTo = (end: typeof from): void => {
		const piece = {
			b: b.slice(from.b, end.b),
			o: o.slice(from.o, end.o),
			t: t.slice(from.t, end.t),
		};
		out.push(
			...(same(piece.b, piece.t)
				? piece.o
				: piece.t.map((line) => writing.get(line) ?? line)),
		);
		from = end;
	};
	for (let i = 0; i < b.length; i++) {
		const inOurs = toOurs[i] ?? -1;
		const inTheirs = toTheirs[i] ?? -1;
		if (inOurs < 0 || inTheirs < 0) continue;
		upTo({ b: i, o: inOurs, t: inTheirs });
		out.push(o[inOurs] ?? "");
		from = { b: i + 1, o: inOurs + 1, t: inTheirs + 1 };
	}
	upTo({ b: b.length, o: o.length, t: t.length });
	return out.join("\n");
}

export interface Change {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** The one piece in which two texts differ; null when they do not. */
export function changeBetween(before: string, after: string): Change | null {
	if (before === after) return null;
	const most = Math.min(before.length, after.length);
	let from = 0;
	while (from < most && before[from] === after[from]) from += 1;
	let tail = 0;
	while (
		tail < most - from &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	)
		tail += 1;
	const insert = after.slice(from, after.length - tail);
	return { from, to: before.length - tail, insert };
}
