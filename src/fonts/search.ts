/** The entry of a sorted list for which `compare` is 0; positive means further on. */
export function search(
	count: number,
	compare: (index: number) => number,
): number | null {
	let low = 0;
	let high = count - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const side = compare(middle);
		if (side === 0) return middle;
		if (side < 0) high = middle - 1;
		else low = middle + 1;
	}
	return null;
}
