/** The bytes of a list of villages, whatever program saved it. */
import { decode } from "../content/decode.ts";
import { readCsv } from "./csv.ts";
import type { Grid } from "./grid.ts";
import { readXlsx } from "./xlsx.ts";

const isZip = ([first, second]: Uint8Array): boolean =>
	first === 0x50 && second === 0x4b;

/** Throws when it is neither a workbook nor a text. */
export function readList(bytes: Uint8Array): Grid {
	if (isZip(bytes)) return readXlsx(bytes);
	const decoded = decode(bytes);
	if (decoded.kind === "other") throw new Error(`.${decoded.what}`);
	return readCsv(decoded.text);
}
