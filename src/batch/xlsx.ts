/**
 * The first visible sheet of an Excel workbook (ECMA-376), each cell as it is
 * shown: with its number format, so that phones keep their zero and hours stay hours.
 */
import { strFromU8, unzipSync } from "fflate";
import { format, isDateFormat } from "numfmt";
import { walkXml, type XmlTag } from "../xml.ts";
import { columnIndex, type Grid } from "./grid.ts";

/** Unpacked; a list of villages has some kilobytes. */
const MOST_BYTES = 100_000_000;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1000;
const LOCALE = "vi";
const DAYS_TO_1904 = 1462;
const VIETNAMESE_DATE = "dd/mm/yyyy";

/** Formats that files name by number only; those of dates follow the country. */
const BUILT_IN: Readonly<Record<number, string>> = {
	0: "General",
	1: "0",
	2: "0.00",
	3: "#,##0",
	4: "#,##0.00",
	9: "0%",
	10: "0.00%",
	11: "0.00E+00",
	12: "# ?/?",
	13: "# ??/??",
	14: VIETNAMESE_DATE,
	15: "d-mmm-yy",
	16: "d-mmm",
	17: "mmm-yy",
	18: "h:mm AM/PM",
	19: "h:mm:ss AM/PM",
	20: "h:mm",
	21: "h:mm:ss",
	22: "dd/mm/yyyy h:mm",
	37: "#,##0;(#,##0)",
	38: "#,##0;(#,##0)",
	39: "#,##0.00;(#,##0.00)",
	40: "#,##0.00;(#,##0.00)",
	45: "mm:ss",
	46: "[h]:mm:ss",
	47: "mm:ss.0",
	49: "@",
};
/** Month before day: read in Vietnam it would be another day. */
const AMERICAN_DATE = /m{1,2}([./-])d{1,2}\1y{2,4}/giu;

/** Every tag of a file, in order. */
function tagsOf(xml: string): readonly XmlTag[] {
	const tags: XmlTag[] = [];
	walkXml(xml, { open: (tag) => tags.push(tag) });
	return tags;
}

/** Texts that cells share; the reading aids of East Asian text are left out. */
function sharedTexts(xml: string): readonly string[] {
	const texts: string[] = [];
	let item = "";
	let isText = false;
	let isAid = false;
	walkXml(xml, {
		open({ name }) {
			if (name === "si") item = "";
			if (name === "rPh") isAid = true;
			isText = name === "t";
		},
		text(said) {
			if (isText && !isAid) item += said;
		},
		close(name) {
			if (name === "si") texts.push(item);
			if (name === "rPh") isAid = false;
			isText = false;
		},
	});
	return texts;
}

/** The number format of every cell style. */
function formatsOf(xml: string): readonly string[] {
	const own = new Map<number, string>();
	const formats: string[] = [];
	let isCells = false;
	walkXml(xml, {
		open({ name, attributes }) {
			if (name === "numFmt")
				own.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
			if (name === "cellXfs") isCells = true;
			if (name !== "xf" || !isCells) return;
			const id = Number(attributes.numFmtId ?? 0);
			formats.push(own.get(id) ?? BUILT_IN[id] ?? "General");
		},
		close(name) {
			if (name === "cellXfs") isCells = false;
		},
	});
	return formats.map((code) => code.replace(AMERICAN_DATE, VIETNAMESE_DATE));
}

interface Workbook {
	readonly files: Readonly<Record<string, Uint8Array>>;
	readonly sheet: string;
	/** Days count from 1904 in files of old Macs. */
	readonly from1904: boolean;
}

const read = (files: Workbook["files"], name: string): string => {
	const bytes = files[name];
	return bytes === undefined ? "" : strFromU8(bytes);
};

function openWorkbook(bytes: Uint8Array): Workbook {
	let total = 0;
	const files = unzipSync(bytes, {
		filter({ name, originalSize }) {
			const isWanted = /^xl\/.*\.(?:xml|rels)$/u.test(name);
			if (isWanted) total += originalSize;
			if (total > MOST_BYTES) throw new Error("too large");
			return isWanted;
		},
	});
	const tags = tagsOf(read(files, "xl/workbook.xml"));
	const sheet = tags.find(
		({ name, attributes: { state } }) =>
			name === "sheet" && state !== "hidden" && state !== "veryHidden",
	);
	const relation = tagsOf(read(files, "xl/_rels/workbook.xml.rels")).find(
		({ attributes: { Id } }) => Id === sheet?.attributes.id,
	);
	const target = relation?.attributes.Target ?? "worksheets/sheet1.xml";
	const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
	if (files[path] === undefined) throw new Error("no sheet");
	const { date1904 } =
		tags.find(({ name }) => name === "workbookPr")?.attributes ?? {};
	return {
		files,
		sheet: path,
		from1904: date1904 === "1" || date1904 === "true",
	};
}

interface Cell {
	readonly type: string;
	readonly style: number;
	readonly value: string;
}

/** Throws when the bytes are no workbook. */
export function readXlsx(bytes: Uint8Array): Grid {
	const { files, sheet, from1904 } = openWorkbook(bytes);
	const texts = sharedTexts(read(files, "xl/sharedStrings.xml"));
	const formats = formatsOf(read(files, "xl/styles.xml"));

	/** What the cell shows. */
	function shown({ type, style, value }: Cell): string {
		if (type === "s") return texts[Number(value)] ?? "";
		if (type === "b") return value === "1" ? "TRUE" : "FALSE";
		if (type === "str" || type === "inlineStr" || type === "e") return value;
		if (value === "") return "";
		const code = formats[style] ?? "General";
		const number = Number(value);
		// ISO dates, which some programs write.
		if (Number.isNaN(number)) return value;
		const isShifted = from1904 && isDateFormat(code) && number >= 1;
		const days = isShifted ? number + DAYS_TO_1904 : number;
		return format(code, days, { locale: LOCALE, nbsp: false }).trim();
	}

	const rows: string[][] = [];
	let row = 0;
	let column = -1;
	let cell: Cell = { type: "n", style: 0, value: "" };
	let isValue = false;
	walkXml(read(files, sheet), {
		open({ name, attributes }) {
			if (name === "row") {
				row = Number(attributes.r ?? row + 1);
				column = -1;
				if (row > MOST_ROWS) throw new Error("too many rows");
			}
			if (name === "c") {
				column =
					attributes.r === undefined ? column + 1 : columnIndex(attributes.r);
				cell = {
					type: attributes.t ?? "n",
					style: Number(attributes.s ?? 0),
					value: "",
				};
			}
			isValue = name === "v" || (name === "t" && cell.type === "inlineStr");
		},
		text(said) {
			if (isValue) cell = { ...cell, value: cell.value + said };
		},
		close(name) {
			isValue = false;
			if (name !== "c" || column < 0 || column >= MOST_COLUMNS) return;
			while (rows.length < row) rows.push([]);
			const cells = rows[row - 1];
			while (cells && cells.length < column) cells.push("");
			if (cells) cells[column] = shown(cell);
		},
	});
	return rows;
}
