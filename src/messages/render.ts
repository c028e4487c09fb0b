/** Diagnostics in words, with the line they are about. */
import type { Diagnostic, Place, Spot } from "../diagnostics.ts";
import { cliWords } from "./cli-words.ts";
import type { MessageCode } from "./codes.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { vi } from "./vi.ts";
import type { Said, Words } from "./words.ts";

/** Where in a list of villages. */
export interface RowPlace {
	readonly file: string;
	/** As the spreadsheet counts; several when all have the same fault. */
	readonly rows: readonly number[];
	/** Letters of the columns; none for the whole row. */
	readonly columns: readonly string[];
}

export interface RenderContext {
	/** As the user named it; "" when the diagnostic is about no file. */
	readonly file: string;
	/** What places count in: the normalised source; "" when there is none. */
	readonly source: string;
	readonly lang: Language;
	/** The sheets it concerns, when not all of them. */
	readonly sheets?: readonly string[];
	/** `check --fix` mends it. */
	readonly fixable?: boolean;
	readonly row?: RowPlace | null;
}

const LABELS = {
	vi: { error: "lỗi", warning: "cảnh báo" },
	en: { error: "error", warning: "warning" },
} as const;

const WORDS: Readonly<Record<Language, Words>> = { vi, en };

/** Columns shown of a long line; wider ones wrap and the caret goes astray. */
const MOST_COLUMNS = 100;

/** The message and the remedy by themselves. */
export function wordsFor<C extends MessageCode>(
	d: Diagnostic<C>,
	lang: Language,
): Said {
	const words: Words[C] = WORDS[lang][d.code];
	return words(d.params);
}

const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /\p{M}|[\u200c-\u200f]/u;

/** Columns a terminal gives to a text. */
export function columnsOf(text: string): number {
	let columns = 0;
	for (const character of text) {
		if (WIDE.test(character)) columns += 2;
		else if (!ZERO.test(character)) columns += 1;
	}
	return columns;
}

interface Excerpt {
	readonly text: string;
	/** Column of the mark in `text`, from 1, in UTF-16 units. */
	readonly column: number;
}

/** The part of a long line around the mark. */
function excerpt(line: string, column: number): Excerpt {
	const plain = line.replaceAll("\t", " ");
	if (columnsOf(plain) <= MOST_COLUMNS) return { text: plain, column };
	const start = Math.max(0, column - 1 - MOST_COLUMNS / 2);
	const piece = plain.slice(start, start + MOST_COLUMNS);
	const before = start > 0 ? "…" : "";
	const after = start + MOST_COLUMNS < plain.length ? "…" : "";
	return {
		text: `${before}${piece}${after}`,
		column: column - start + before.length,
	};
}

function quote(place: Place, source: string): readonly string[] {
	const line = source.split("\n")[place.line - 1];
	if (line === undefined) return [];
	const { text, column } = excerpt(line, place.column);
	const number = `${place.line} | `;
	const before = columnsOf(text.slice(0, column - 1));
	const marked = text.slice(column - 1, column - 1 + place.length);
	const carets = "^".repeat(Math.max(1, columnsOf(marked)));
	const margin = `${" ".repeat(number.length - 2)}| `;
	return [`${number}${text}`, `${margin}${" ".repeat(before)}${carets}`];
}

const MOST_ROWS = 5;

/** "thon.xlsx: dòng 5, ô C5" */
function rowWords({ file, rows, columns }: RowPlace, lang: Language): string {
	const [row, cell] = lang === "vi" ? ["dòng", "ô"] : ["row", "cell"];
	const [first] = rows;
	const shown = rows.slice(0, MOST_ROWS).join(", ");
	const more = rows.length > MOST_ROWS ? `, … (${rows.length})` : "";
	const cells = columns.map((letter) => `${letter}${first}`).join(", ");
	const where = rows.length === 1 && cells !== "" ? `, ${cell} ${cells}` : "";
	return `${file}: ${row} ${shown}${more}${where}`;
}

/** ", trang 2, cách trái 20 mm, cách trên 31 mm" */
function spoken({ page, xMm, yMm }: Spot, lang: Language): string {
	if (xMm === null || yMm === null)
		return lang === "vi" ? `, trang ${page}` : `, page ${page}`;
	return lang === "vi"
		? `, trang ${page}, cách trái ${xMm} mm, cách trên ${yMm} mm`
		: `, page ${page}, ${xMm} mm from the left, ${yMm} mm from the top`;
}

/** `   sửa thành:  - "Giờ: 7h"        (hoặc: bangtin check --fix a.yaml)` */
const remedy = (fix: string, orFix: string): readonly string[] => {
	if (fix === "" && orFix === "") return [];
	if (orFix === "") return [`   ${fix}`];
	return [fix === "" ? `   ${orFix}` : `   ${fix}        (${orFix})`];
};

/** A diagnostic as it is shown on a terminal; no line end after it. */
export function renderDiagnostic(
	d: Diagnostic,
	context: RenderContext,
): string {
	const { file, source, lang, sheets = [], row = null } = context;
	const orFix = context.fixable ? cliWords[lang].orFix(file) : "";
	const { say, fix } = wordsFor(d, lang);
	const subject = d.path === "" ? "" : `${d.path}: `;
	const label = LABELS[lang][d.severity];
	const only = sheets.length === 0 ? "" : ` (${sheets.join(", ")})`;
	const on = d.spot ? spoken(d.spot, lang) : "";
	const at = d.place ? `:${d.place.line}:${d.place.column}` : "";
	return [
		`${label}[${d.code}]  ${subject}${say}${only}`,
		...(row === null ? [] : [`  --> ${rowWords(row, lang)}`]),
		...(file === "" ? [] : [`  --> ${file}${at}${on}`]),
		...(d.place ? quote(d.place, source) : []),
		...remedy(fix ?? "", orFix),
	].join("\n");
}
