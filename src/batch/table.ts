/** A list with its head understood: which column is which, and its rows. */
import { columnLetter, type Grid } from "./grid.ts";

export interface Column {
	readonly index: number;
	/** As spreadsheets call it. */
	readonly letter: string;
	/** As its head says. */
	readonly name: string;
	/** Equal for names that people take for the same. */
	readonly key: string;
}

export interface Row {
	/** As the spreadsheet counts. */
	readonly number: number;
	readonly cells: readonly string[];
}

export interface Table {
	readonly columns: readonly Column[];
	/** Without those that are empty. */
	readonly rows: readonly Row[];
}

/** "Số điện thoại", "so_dien_thoai" and "SO DIEN THOAI" are one name. */
export const keyOf = (name: string): string =>
	name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll("đ", "d")
		.replace(/[^\p{L}\p{N}]/gu, "");

/** Rows above the head that hold a title; no list has more. */
const MOST_TITLE_ROWS = 20;

const cleaned = (cell: string): string =>
	cell.normalize("NFC").replace(/\s+/gu, " ").trim();

/**
 * The head is the row that names most of what is wanted, so that a title may
 * stand above it; else the first that is not empty. null for an empty list.
 */
export function readTable(grid: Grid, wanted: readonly string[]): Table | null {
	const keys = new Set(wanted.map(keyOf));
	const heads = grid.slice(0, MOST_TITLE_ROWS).map((row) => {
		const found = new Set(row.map(keyOf).filter((key) => keys.has(key)));
		return found.size;
	});
	const most = Math.max(0, ...heads);
	const at =
		most > 0
			? heads.indexOf(most)
			: grid.findIndex((row) => row.some((cell) => cleaned(cell) !== ""));
	const head = grid[at];
	if (head === undefined) return null;
	const columns = head.flatMap((cell, index): readonly Column[] => {
		const name = cleaned(cell);
		if (name === "") return [];
		return [{ index, letter: columnLetter(index), name, key: keyOf(name) }];
	});
	const rows = grid.slice(at + 1).flatMap((cells, index): readonly Row[] => {
		const said = cells.map(cleaned);
		if (said.every((cell) => cell === "")) return [];
		return [{ number: at + index + 2, cells: said }];
	});
	return { columns, rows };
}

/** The columns whose heads name the villages, the likeliest first. */
const VILLAGE_KEYS: readonly string[] = [
	"thon",
	"tenthon",
	"ap",
	"tenap",
	"ban",
	"tenban",
	"khupho",
	"tenkhupho",
	"todanpho",
	"khudancu",
	"lang",
	"buon",
	"soc",
	"diadanh",
	"ten",
	"village",
	"name",
];

/** The column that tells the villages apart. */
export function villageColumn({ columns }: Table): Column | null {
	const known = VILLAGE_KEYS.flatMap((key) =>
		columns.filter((column) => column.key === key),
	);
	const joined = columns.filter(({ key }) =>
		/^(?:ten)?(?:thon|ap|ban|khupho|to)+(?:$|khupho|todanpho)/u.test(key),
	);
	return (
		known[0] ??
		joined[0] ??
		columns.find(({ key }) => !/^(?:stt|tt|so|id)$/u.test(key)) ??
		null
	);
}

const PHONE_KEY = /dienthoai|^sdt|sdt$|^dt$|didong|phone|zalo|hotline/u;
/** A mobile or a land line whose 0 a spreadsheet took for a number's. */
const LOST_ZERO = /^(?:[35789]\d{8}|2\d{9})$/u;

/** The phone with its 0 again; null when none is lost. */
export function mendedPhone({ key }: Column, cell: string): string | null {
	const isLost = PHONE_KEY.test(key) && LOST_ZERO.test(cell);
	return isLost ? `0${cell}` : null;
}
