/** The pages of a file, in order, with what they inherit. */
import type { PdfFile } from "./open-pdf.ts";
import {
	asDict,
	asKind,
	itemsOf,
	type PdfDict,
	type PdfValue,
} from "./values.ts";

export interface PdfPage {
	/** The number of its object; null when it has none. */
	readonly id: number | null;
	readonly dict: PdfDict;
}

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"];
const MOST_PAGES = 10_000;
const MOST_DEPTH = 32;

export function pagesOf(file: PdfFile): readonly PdfPage[] {
	const pages: PdfPage[] = [];
	const seen = new Set<number>();
	const visit = (
		value: PdfValue,
		above: ReadonlyMap<string, PdfValue>,
		depth: number,
	): void => {
		const id = asKind(value, "ref")?.id ?? null;
		if (depth > MOST_DEPTH || pages.length >= MOST_PAGES) return;
		if (id !== null) {
			if (seen.has(id)) return;
			seen.add(id);
		}
		const dict = asDict(file.get(value));
		if (dict === null) return;
		const own = new Map(above);
		for (const key of INHERITED) {
			const given = dict.entries.get(key);
			if (given !== undefined) own.set(key, given);
		}
		const kids = itemsOf(file.field(dict, "Kids"));
		if (dict.entries.has("Kids"))
			for (const kid of kids) visit(kid, own, depth + 1);
		else {
			const entries = new Map([...own, ...dict.entries]);
			pages.push({ id, dict: { kind: "dict", entries } });
		}
	};
	const root = asDict(file.field(file.trailer, "Root"));
	visit(root?.entries.get("Pages") ?? null, new Map(), 0);
	return pages;
}
