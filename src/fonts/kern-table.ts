/**
 * The kern table, which fonts had before GPOS.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/kern
 */
import { search } from "./search.ts";

/** What is added to the advance of the first of two glyphs, in font units. */
export type Kerning = (first: number, second: number) => number;

const HORIZONTAL = 0x01;
const CROSS_STREAM = 0x04;
const OVERRIDE = 0x08;

/** Without a table nothing is kerned; null for a table of a rare kind. */
export function readKernTable(table: DataView | undefined): Kerning | null {
	if (table === undefined) return () => 0;
	// One list of pairs is all that fonts for Windows ever had.
	if (table.getUint16(0) !== 0 || table.getUint16(2) !== 1) return null;
	const format = table.getUint8(8);
	const coverage = table.getUint8(9);
	const isPlain =
		(coverage & (HORIZONTAL | CROSS_STREAM | OVERRIDE)) === HORIZONTAL;
	if (format !== 0 || !isPlain) return null;
	const count = table.getUint16(10);
	const first = 18;
	return (left, right) => {
		const pair = search(count, (i) => {
			const at = first + 6 * i;
			return left - table.getUint16(at) || right - table.getUint16(at + 2);
		});
		return pair === null ? 0 : table.getInt16(first + 6 * pair + 4);
	};
}
