/** How many leaflets each village of a list needs. */
import { diagnostic } from "../diagnostics.ts";
import { keyOf, type Row, type Table } from "./table.ts";
import type { RowFinding } from "./village.ts";

const COPY_KEYS: ReadonlySet<string> = new Set([
	"soto",
	"soban",
	"soluong",
	"soho",
	"copies",
]);

export interface Copies {
	readonly village: string;
	readonly row: number;
	readonly copies: number;
	readonly finding: RowFinding | null;
}

/** A cell that is no number is told. */
export function copiesOf(table: Table, village: string, row: Row): Copies {
	const column = table.columns.find(({ key }) => COPY_KEYS.has(keyOf(key)));
	const cell = column === undefined ? "" : (row.cells[column.index] ?? "");
	// "1.200" is twelve hundred in Vietnam.
	const plain = cell.replace(/(?<=\d)[.\s](?=\d{3}\b)/gu, "");
	const line = { village, row: row.number };
	if (/^\d{1,6}$/u.test(plain)) {
		return { ...line, copies: Number(plain), finding: null };
	}
	const params = {
		value: cell,
		columns: table.columns.map(({ name }) => name),
	};
	const d =
		column === undefined
			? diagnostic("warning", "print/no-copies", "", params)
			: diagnostic("warning", "print/copies", "", params);
	const columns = column === undefined ? [] : [column.letter];
	return {
		...line,
		copies: 0,
		finding: { diagnostic: d, columns, sheets: [] },
	};
}
