/** Which lines changed between two texts. */
export interface LineChange {
	/** In the text before; of a line that is new, where it came in. */
	readonly line: number;
	readonly before: string | null;
	readonly after: string | null;
}

/** Longer middles are told as one change per line, in order. */
const MOST_LINES = 1500;

export function changedLines(
	before: string,
	after: string,
): readonly LineChange[] {
	const a = before.split("\n");
	const b = after.split("\n");
	let head = 0;
	while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
	let tail = 0;
	while (
		tail < Math.min(a.length, b.length) - head &&
		a[a.length - 1 - tail] === b[b.length - 1 - tail]
	)
		tail += 1;
	const left = a.slice(head, a.length - tail);
	const right = b.slice(head, b.length - tail);
	const kept =
		left.length === right.length || left.length > MOST_LINES
			? sameLines(left, right)
			: commonLines(left, right);
	return between(left, right, kept, head);
}

type Pairs = readonly (readonly [number, number])[];

/** No line was added or taken away: each stands where it stood. */
const sameLines = (left: readonly string[], right: readonly string[]): Pairs =>
	left.flatMap((line, index) =>
		line === right[index] ? [[index, index] as const] : [],
	);

/** The longest common subsequence. */
function commonLines(left: readonly string[], right: readonly string[]): Pairs {
	const width = right.length + 1;
	const best = new Uint16Array((left.length + 1) * width);
	const at = (i: number, j: number): number => best[i * width + j] ?? 0;
	for (let i = left.length - 1; i >= 0; i--)
		for (let j = right.length - 1; j >= 0; j--)
			best[i * width + j] =
				left[i] === right[j]
					? at(i + 1, j + 1) + 1
					: Math.max(at(i + 1, j), at(i, j + 1));
	const pairs: [number, number][] = [];
	let i = 0;
	let j = 0;
	while (i < left.length && j < right.length) {
		if (left[i] === right[j]) pairs.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return pairs;
}

function between(
	left: readonly string[],
	right: readonly string[],
	kept: Pairs,
	head: number,
): readonly LineChange[] {
	const changes: LineChange[] = [];
	let [i, j] = [0, 0];
	for (const [ni, nj] of [...kept, [left.length, right.length] as const]) {
		for (; i < ni || j < nj; ) {
			const line = head + Math.min(i, left.length) + 1;
			const before = i < ni ? (left[i++] ?? "") : null;
			const after = j < nj ? (right[j++] ?? "") : null;
			changes.push({ line, before, after });
		}
		i = ni + 1;
		j = nj + 1;
	}
	return changes;
}
