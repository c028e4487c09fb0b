/** The map by which text is read back out of a PDF (ISO 32000-1, 9.10.3). */

/** A range of codes may not go beyond one first byte. */
const RANGE = 256;

/** Code points by code, from 0 on. */
export function toUnicode(letters: readonly (readonly number[])[]): string {
	const ranges: string[] = [];
	for (let start = 0; start < letters.length; start += RANGE) {
		const end = Math.min(start + RANGE, letters.length);
		const texts = letters.slice(start, end).map(utf16);
		ranges.push(`<${hex(start)}> <${hex(end - 1)}> [${texts.join("")}]`);
	}
	return [
		"/CIDInit /ProcSet findresource begin",
		"12 dict begin",
		"begincmap",
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
		"/CMapName /Adobe-Identity-UCS def",
		"/CMapType 2 def",
		"1 begincodespacerange",
		"<0000> <ffff>",
		"endcodespacerange",
		`${ranges.length} beginbfrange`,
		...ranges,
		"endbfrange",
		"endcmap",
		"CMapName currentdict /CMap defineresource pop",
		"end",
		"end",
	].join("\n");
}

function utf16(codePoints: readonly number[]): string {
	const text = String.fromCodePoint(...codePoints);
	const units = Array.from({ length: text.length }, (_, i) =>
		hex(text.charCodeAt(i)),
	);
	return `<${units.join("")}>`;
}

const hex = (word: number): string => word.toString(16).padStart(4, "0");
