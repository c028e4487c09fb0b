/** Letters to add, take away, change or swap to make one word the other. */
export function editDistance(a: string, b: string): number {
	const left = [...a];
	const right = [...b];
	let twoBack: readonly number[] = [];
	let last: readonly number[] = Array.from(
		{ length: right.length + 1 },
		(_, i) => i,
	);
	for (const [i, letter] of left.entries()) {
		const row = [i + 1];
		for (const [j, other] of right.entries()) {
			const swapped =
				letter === right[j - 1] && other === left[i - 1]
					? (twoBack[j - 1] ?? Number.POSITIVE_INFINITY) + 1
					: Number.POSITIVE_INFINITY;
			row.push(
				Math.min(
					(row[j] ?? 0) + 1,
					(last[j + 1] ?? 0) + 1,
					(last[j] ?? 0) + (letter === other ? 0 : 1),
					swapped,
				),
			);
		}
		twoBack = last;
		last = row;
	}
	return last[right.length] ?? 0;
}

/** Nobody misspells more than this of a word and still means it. */
const tolerated = (word: string): number =>
	word.length <= 3 ? 1 : word.length < 8 ? 2 : 3;

/** The known word that was most likely meant, or null. */
export function suggest(word: string, known: readonly string[]): string | null {
	// A distance costs length × length; no known word is nearly so long.
	if (word.length > 64) return null;
	const typed = word.toLowerCase();
	const nearest = known
		.map((name) => ({ name, far: editDistance(typed, name.toLowerCase()) }))
		.filter(({ name, far }) => far <= tolerated(name) && far < name.length)
		.sort((a, b) => a.far - b.far)[0];
	return nearest?.name ?? null;
}
