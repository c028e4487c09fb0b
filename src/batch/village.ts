/** One village: its row put into the notice, laid out and painted. */
import { formatPath, parsePath } from "../content/path.ts";
import type { FilledNotice, Template } from "../content/read.ts";
import {
	type Diagnostic,
	diagnostic,
	hasErrors,
	type Reported,
} from "../diagnostics.ts";
import { FontError } from "../fonts/error.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { ThemeName } from "../themes/themes.ts";
import { typeset } from "../typeset.ts";
import type { Columns } from "./columns.ts";
import { mendedPhone, type Row } from "./table.ts";

export interface VillageJob {
	readonly sheets: readonly SheetName[];
	readonly theme: ThemeName;
	readonly ink: "full" | "saver";
	/** Warnings stop a village as errors do. */
	readonly strict: boolean;
}

/** Something about one row of the list. */
export interface RowFinding {
	readonly diagnostic: Diagnostic;
	/** Columns of the row that it is about, as letters; none for the whole row. */
	readonly columns: readonly string[];
	/** The sheets it concerns; none for all. */
	readonly sheets: readonly SheetName[];
}

export interface VillageSheets {
	readonly findings: readonly RowFinding[];
	/** All that were asked for, or none. */
	readonly sheets: readonly {
		readonly name: SheetName;
		readonly sheet: Sheet;
	}[];
}

const isWithin = (path: string, outer: string): boolean =>
	path === outer ||
	path.startsWith(`${outer}.`) ||
	path.startsWith(`${outer}[`);

/** The columns whose placeholders stand in a field, or in what is inside it. */
function columnsAt(
	path: string,
	{ fields }: Template,
	columns: Columns,
): readonly string[] {
	const names = fields
		.filter((field) => isWithin(field.path, path) || isWithin(path, field.path))
		.flatMap((field) => field.names);
	return path === "" ? [] : columns.lettersOf(names);
}

/** A required field that the row leaves empty, instead of what the schema says of the hole. */
function holes(
	{ gone, diagnostics }: FilledNotice,
	template: Template,
	columns: Columns,
): { findings: readonly RowFinding[]; explained: ReadonlySet<Diagnostic> } {
	const explained = new Set<Diagnostic>();
	const findings = gone.flatMap((field): readonly RowFinding[] => {
		const caused = diagnostics.filter(
			(d) => d.severity === "error" && isCausedBy(d, field.path),
		);
		for (const d of caused) explained.add(d);
		const letters = columns.lettersOf(field.empty);
		const params = { columns: columns.namesOf(field.empty) };
		const place = template.locate(field.path);
		const found = (d: Diagnostic): readonly RowFinding[] => [
			{ diagnostic: d, columns: letters, sheets: [] },
		];
		if (caused.length > 0)
			return found(
				diagnostic("error", "merge/empty-cell", field.path, params, place),
			);
		return field.loses
			? found(
					diagnostic("warning", "merge/left-out", field.path, params, place),
				)
			: [];
	});
	return { findings, explained };
}

/** A field is missed where it was, in what held it, or by those who name it. */
function isCausedBy(d: Diagnostic, path: string): boolean {
	if (d.code === "content/missing") {
		const { key } = { key: "", ...d.params };
		const steps = d.path === "" ? [key] : [...parsePath(d.path), key];
		return isWithin(path, formatPath(steps));
	}
	const isAbout =
		d.path !== "" && (isWithin(path, d.path) || isWithin(d.path, path));
	return isAbout;
}

interface Values {
	readonly cellOf: (name: string) => string;
	/** Phones that had lost their 0. */
	readonly mended: readonly RowFinding[];
}

/** What the row says for each placeholder. */
function valuesOf({ cells }: Row, { names, columnOf }: Columns): Values {
	const values = new Map<string, string>();
	const mended = names.flatMap((name): readonly RowFinding[] => {
		const column = columnOf(name);
		if (!column) return [];
		const value = cells[column.index] ?? "";
		const phone = mendedPhone(column, value);
		values.set(name, phone ?? value);
		if (phone === null) return [];
		const d = diagnostic("warning", "merge/phone-zero", "", { value, phone });
		return [{ diagnostic: d, columns: [column.letter], sheets: [] }];
	});
	return { cellOf: (name) => values.get(name) ?? "", mended };
}

interface OnSheets {
	readonly d: Diagnostic;
	readonly on: readonly SheetName[];
}

/** The same fault on several sheets is one; on all of them it names none. */
function onWhichSheets(
	laidOut: readonly {
		readonly name: SheetName;
		readonly diagnostics: readonly Diagnostic[];
	}[],
): readonly OnSheets[] {
	const merged = new Map<string, OnSheets>();
	for (const { name, diagnostics } of laidOut)
		for (const d of diagnostics) {
			const key = JSON.stringify([d.severity, d.code, d.path, d.params]);
			const on = [...(merged.get(key)?.on ?? []), name];
			merged.set(key, { d, on });
		}
	return [...merged.values()].map(({ d, on }) => ({
		d,
		on: on.length === laidOut.length ? [] : on,
	}));
}

/** A damaged font shows itself only when its letters are asked for. */
function safely(lay: () => Reported<Sheet>): Reported<Sheet> {
	try {
		return lay();
	} catch (error) {
		if (!(error instanceof FontError)) throw error;
		const params = { file: error.family, reason: error.message };
		const d = diagnostic("error", "cli/unreadable", "", params);
		return { value: null, diagnostics: [d] };
	}
}

/** Puts a row into the notice and lays it out on every sheet asked for. */
export function typesetVillage(
	template: Template,
	row: Row,
	columns: Columns,
	job: VillageJob,
	typeface: OpenTypeface,
): VillageSheets {
	const { cellOf, mended } = valuesOf(row, columns);
	const filled = template.fill(cellOf);
	const { findings: empty, explained } = holes(filled, template, columns);
	const about = (
		d: Diagnostic,
		sheets: readonly SheetName[] = [],
	): RowFinding => {
		const place = d.place ?? (d.path === "" ? null : template.locate(d.path));
		return {
			diagnostic: { ...d, place },
			columns: columnsAt(d.path, template, columns),
			sheets,
		};
	};
	const findings: RowFinding[] = [
		...mended,
		...empty,
		...filled.diagnostics.filter((d) => !explained.has(d)).map((d) => about(d)),
	];
	const sheets: { name: SheetName; sheet: Sheet }[] = [];
	const { value: announcement } = filled;
	if (announcement) {
		const laidOut = job.sheets.map((name) => {
			const request = { sheet: name, theme: job.theme, ink: job.ink };
			const { value, diagnostics } = safely(() =>
				typeset(announcement, request, typeface),
			);
			if (value) sheets.push({ name, sheet: value });
			return { name, diagnostics };
		});
		for (const { d, on } of onWhichSheets(laidOut))
			findings.push(about({ ...d, path: filled.origin(d.path) }, on));
	}
	const found = findings.map((finding) => finding.diagnostic);
	const stops = hasErrors(found) || (job.strict && found.length > 0);
	return { findings, sheets: stops ? [] : sheets };
}
