/** Lists saved as text, by whatever program: Excel, Google, a database. */
import Papa from "papaparse";
import type { Grid } from "./grid.ts";

const DELIMITERS = [",", ";", "\t"] as const;
/** Excel writes `sep=;` in front of some files. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/iu;

/** The delimiter that splits the first lines into the most columns, evenly. */
function delimiterOf(text: string): string {
	const widths = DELIMITERS.map((delimiter) => {
		const { data } = Papa.parse<string[]>(text, { delimiter, preview: 20 });
		const counts = data.map((row) => row.length);
		const commonest = Math.max(...counts, 0);
		const even = counts.filter((count) => count === commonest).length;
		return commonest > 1 ? commonest * even : 0;
	});
	return DELIMITERS[widths.indexOf(Math.max(...widths))] ?? ",";
}

/** Cells as typed; a quotation mark that is never closed throws. */
export function readCsv(text: string): Grid {
	const plain = text.replace(/^\ufeff/u, "");
	const told = SEPARATOR_LINE.exec(plain);
	const body = told ? plain.slice(told[0].length) : plain;
	const delimiter = told?.[1] ?? delimiterOf(body);
	const { data, errors } = Papa.parse<string[]>(body, { delimiter });
	const broken = errors.find(({ type }) => type === "Quotes");
	if (broken) throw new Error(`${broken.message} (${(broken.row ?? 0) + 1})`);
	// That line is a row of the file too: numbers must agree with the spreadsheet.
	return told ? [[], ...data] : data;
}
