/**
 * What a village's PDF carries of the list, so that `open` and then `merge` make
 * the same sheet again. Lists are personal data: no row but its own goes in, and of
 * that only the village's name and what the notice asks for, which is printed anyway.
 */
import { rowsOfSheet } from "../messages/sheet-words.ts";
import type { Columns } from "./columns.ts";
import { type Column, type Row, villageColumn } from "./table.ts";

/** The name of the notice's file, before the end; ASCII. */
export function carriedRows(
	slug: string,
	columns: readonly Column[],
	{ names, columnOf }: Columns,
	rows: readonly Row[],
) {
	const name = villageColumn({ columns, rows });
	const asked = new Set(names.flatMap((one) => columnOf(one) ?? []));
	const carried = columns.filter((one) => one === name || asked.has(one));
	const lines = [
		carried.map((column) => column.name),
		...rows.map(({ cells }) => carried.map(({ index }) => cells[index] ?? "")),
	];
	const csv = lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
	return {
		name: `${slug}.thon.csv`,
		mediaType: "text/csv",
		description: rowsOfSheet,
		bytes: new TextEncoder().encode(csv),
	};
}

/** RFC 4180. */
const quoted = (cell: string): string =>
	/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
