/** From the placeholders of a notice to the columns of a list. */
import type { Template } from "../content/read.ts";
import { type Diagnostic, diagnostic, type Reported } from "../diagnostics.ts";
import { suggest } from "../suggest.ts";
import { type Column, keyOf, type Table } from "./table.ts";

export interface Columns {
	/** Every name that is asked for, as typed in the notice. */
	readonly names: readonly string[];
	readonly columnOf: (name: string) => Column | null;
	readonly lettersOf: (names: readonly string[]) => readonly string[];
	/** As the list heads them. */
	readonly namesOf: (names: readonly string[]) => readonly string[];
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export function columnsFrom(
	found: readonly Column[],
	names: readonly string[],
): Columns {
	const byName = new Map<string, Column>(
		names.flatMap((name) => {
			const key = keyOf(name);
			const column = found.find((candidate) => candidate.key === key);
			return column ? [[name, column]] : [];
		}),
	);
	const of = (asked: readonly string[]): readonly Column[] =>
		asked.flatMap((name) => byName.get(name) ?? []);
	return {
		names,
		columnOf: (name) => byName.get(name) ?? null,
		lettersOf: (asked) => unique(of(asked).map(({ letter }) => letter)),
		namesOf: (asked) => unique(of(asked).map(({ name }) => name)),
	};
}

/** Every placeholder's column, or which there are none or two for. */
export function matchColumns(
	{ fields, locate }: Template,
	{ columns }: Table,
): Reported<Columns> {
	const found = columns.map(({ name }) => name);
	const names = unique(fields.flatMap((field) => field.names));
	const diagnostics = names.flatMap((name): readonly Diagnostic[] => {
		const path = fields.find((field) => field.names.includes(name))?.path ?? "";
		const key = keyOf(name);
		const fitting = columns.filter((column) => column.key === key);
		if (fitting.length === 1) return [];
		if (fitting.length > 1) {
			const letters = fitting.map(({ letter }) => letter);
			const params = { column: name, letters };
			return [
				diagnostic("error", "merge/same-column", path, params, locate(path)),
			];
		}
		const near = suggest(
			key,
			columns.map((column) => column.key),
		);
		const suggestion =
			columns.find((column) => column.key === near)?.name ?? null;
		const params = { column: name, found, suggestion };
		return [diagnostic("error", "merge/no-column", path, params, locate(path))];
	});
	return {
		value: diagnostics.length > 0 ? null : columnsFrom(columns, names),
		diagnostics,
	};
}
