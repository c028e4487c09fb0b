/**
 * Methods of 2023 for browsers of 2022. The last Chrome for Windows 7 is one of
 * them, and offices keep their computers long.
 */
const copies = {
	toReversed<T>(this: readonly T[]): T[] {
		return [...this].reverse();
	},
	toSorted<T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
		return [...this].sort(compare);
	},
};

for (const [name, value] of Object.entries(copies))
	if (!(name in Array.prototype))
		Object.defineProperty(Array.prototype, name, {
			value,
			configurable: true,
			writable: true,
		});
