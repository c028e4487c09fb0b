/** A list of villages beside a notice: who is in it, and the sheets of one. */
import { carriedRows } from "../batch/carried-rows.ts";
import { type Columns, matchColumns } from "../batch/columns.ts";
import { readList } from "../batch/list.ts";
import { nameRows, type Village } from "../batch/names.ts";
import { type Row, readTable, type Table } from "../batch/table.ts";
import { typesetVillage } from "../batch/village.ts";
import {
	readTemplate,
	type Template,
	templateWithPicture,
} from "../content/read.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { Picture } from "../model/picture.ts";
import type { Attachment } from "../paint/pdf-document.ts";
import type { SheetChoice } from "./protocol.ts";

export type ReadVillages =
	| {
			readonly kind: "list";
			readonly bytes: Uint8Array;
			readonly table: Table;
			readonly villages: readonly Village[];
	  }
	| { readonly kind: "wrong"; readonly diagnostics: readonly Diagnostic[] };

/** Reads a list for a notice; its placeholders tell which row is the head. */
export function readVillages(
	template: Template,
	bytes: Uint8Array,
): ReadVillages {
	const wrong = (...diagnostics: readonly Diagnostic[]): ReadVillages => ({
		kind: "wrong",
		diagnostics,
	});
	try {
		const table = tableFor(template, bytes);
		if (table === null || table.rows.length === 0)
			return wrong(diagnostic("error", "merge/no-rows", "", {}));
		return { kind: "list", bytes, table, villages: named(table) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return wrong(diagnostic("error", "merge/unreadable-list", "", { reason }));
	}
}

const tableFor = (template: Template, bytes: Uint8Array): Table | null =>
	readTable(
		readList(bytes),
		template.fields.flatMap(({ names }) => names),
	);

/** Rows without a name are left out, as `bangtin merge` does. */
const named = (table: Table): readonly Village[] =>
	nameRows(table).filter(({ name }) => name !== "");

export interface VillageSheet {
	readonly sheet: Sheet | null;
	readonly diagnostics: readonly Diagnostic[];
	/** The cells of the list, as spreadsheets call them, that a diagnostic is about. */
	readonly cells: ReadonlyMap<Diagnostic, readonly string[]>;
}

/** The template of a source, kept for the next village: a list has many of one notice. */
export function templateReader(): (source: string) => Template {
	let last: { readonly source: string; readonly template: Template } | null =
		null;
	return (source) => {
		if (last?.source !== source)
			last = { source, template: readTemplate(source) };
		return last.template;
	};
}

/** Which of the notice's pictures is at hand. */
export type PictureOf = (template: Template) => Picture | null;

export function sheetOfVillage(
	read: Template,
	list: Uint8Array,
	{ row }: Village,
	{ sheet, theme, ink }: SheetChoice,
	typeface: OpenTypeface,
	pictureOf: PictureOf,
): VillageSheet {
	const template = templateWithPicture(read, pictureOf(read));
	const none = (diagnostics: readonly Diagnostic[]): VillageSheet => ({
		sheet: null,
		diagnostics,
		cells: new Map(),
	});
	if (hasErrors(template.diagnostics)) return none(template.diagnostics);
	const table = tableFor(template, list);
	if (table === null)
		return none([diagnostic("error", "merge/no-rows", "", {})]);
	const columns = matchColumns(template, table);
	if (columns.value === null) return none(columns.diagnostics);
	return laidOut(template, row, columns.value, { sheet, theme, ink }, typeface);
}

/** What the village's PDF carries of the list, as `bangtin merge` has it. */
export function carriedVillage(
	slug: string,
	template: Template,
	{ table }: Extract<ReadVillages, { kind: "list" }>,
	{ row }: Village,
): readonly Attachment[] {
	const columns = matchColumns(template, table).value;
	return columns === null
		? []
		: [carriedRows(slug, table.columns, columns, [row])];
}

function laidOut(
	template: Template,
	row: Row,
	columns: Columns,
	{ sheet, theme, ink }: SheetChoice,
	typeface: OpenTypeface,
): VillageSheet {
	const job = { sheets: [sheet], theme, ink, strict: false };
	const made = typesetVillage(template, row, columns, job, typeface);
	return {
		sheet: made.sheets[0]?.sheet ?? null,
		diagnostics: [
			...template.diagnostics,
			...made.findings.map((finding) => finding.diagnostic),
		],
		cells: new Map(
			made.findings.map(({ diagnostic, columns }) => [
				diagnostic,
				columns.map((letter) => `${letter}${row.number}`),
			]),
		),
	};
}
