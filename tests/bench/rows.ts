/** Results beside what was promised of them. */

/** The first step, and the one after it. */
export interface Goal {
	readonly first: number;
	readonly next: number;
}

export interface Row {
	readonly what: string;
	/** What it is a multiple of; null for a quantity of its own. */
	readonly reference: string | null;
	readonly value: number;
	readonly unit: "×" | "MB" | "kB" | "ms" | "s";
	readonly goal: Goal | null;
}

const DECIMALS = { "×": 2, MB: 0, kB: 1, ms: 1, s: 2 } as const;

const shown = ({ value, unit }: Row): string =>
	`${value.toFixed(DECIMALS[unit])} ${unit}`;

function verdict({ value, goal }: Row): string {
	if (goal === null) return "";
	const { first, next } = goal;
	const isMet = value <= next;
	const last = `${isMet ? "met" : "not met"}: ≤ ${next}`;
	if (first === next) return last;
	return value <= first
		? `met: ≤ ${first}; ${isMet ? last : `not yet: ≤ ${next}`}`
		: `not met: ≤ ${first}`;
}

/** Lines of one width a column, the numbers under one another. */
export function table(rows: readonly Row[]): string {
	const cells = [
		["what", "against", "result", "goal"],
		...rows.map((row) => [
			row.what,
			row.reference ?? "",
			shown(row),
			verdict(row),
		]),
	];
	const widths = [0, 1, 2].map((column) =>
		Math.max(...cells.map((row) => row[column]?.length ?? 0)),
	);
	return cells
		.map(([what = "", against = "", result = "", goal = ""]) =>
			[
				what.padEnd(widths[0] ?? 0),
				against.padEnd(widths[1] ?? 0),
				result.padStart(widths[2] ?? 0),
				goal,
			]
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

export const times = (
	what: string,
	reference: string,
	value: number,
	goal: Goal | null = null,
): Row => ({ what, reference, value, unit: "×", goal });

export const amount = (
	what: string,
	value: number,
	unit: Row["unit"],
	goal: Goal | null = null,
): Row => ({ what, reference: null, value, unit, goal });
