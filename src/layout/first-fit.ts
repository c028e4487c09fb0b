/**
 * The first of an ordered list that fits, by bisection. Fitting is nearly, not
 * wholly, monotone (a line may break better at a larger size), so a few more
 * generous neighbours are tried at the end.
 */
const NEIGHBOURS = 3;

export function firstFit<S, R>(
	settings: readonly S[],
	attempt: (setting: S) => R,
	fits: (result: R) => boolean,
): R | null {
	const tried = new Map<number, R>();
	const at = (index: number): R | null => {
		const setting = settings[index];
		if (setting === undefined) return null;
		const known = tried.get(index);
		if (known !== undefined) return known;
		const result = attempt(setting);
		tried.set(index, result);
		return result;
	};
	const good = (index: number): boolean => {
		const result = at(index);
		return result !== null && fits(result);
	};
	let low = 0;
	let high = settings.length - 1;
	if (high < 0 || !good(high)) return null;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (good(middle)) high = middle;
		else low = middle + 1;
	}
	for (let i = Math.max(0, high - NEIGHBOURS); i < high; i++)
		if (good(i)) return at(i);
	return at(high);
}
