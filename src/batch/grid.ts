/** A list as a spreadsheet shows it: rows of texts, the first row is number 1. */
export type Grid = readonly (readonly string[])[];

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnLetter(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The inverse: "AA12" → 26; -1 when no letter comes first. */
export function columnIndex(reference: string): number {
	const letters = /^[A-Z]+/u.exec(reference)?.[0] ?? "";
	return (
		[...letters].reduce(
			(sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
			0,
		) - 1
	);
}
