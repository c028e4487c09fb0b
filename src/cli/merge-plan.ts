/** What `merge` is to make: the notice and its list read, matched, named and chosen from. */

import { dirname, join } from "node:path";
import { type Columns, matchColumns } from "../batch/columns.ts";
import { readList } from "../batch/list.ts";
import type { MakerSetup } from "../batch/maker.ts";
import { nameRows, type Village } from "../batch/names.ts";
import { inShard, parseShard, type Shard } from "../batch/shard.ts";
import { slugOf } from "../batch/slug.ts";
import { readTable, type Table, villageColumn } from "../batch/table.ts";
import type { RowFinding } from "../batch/village.ts";
import { carriedNotice } from "../content/carried.ts";
import { decode } from "../content/decode.ts";
import {
	readTemplate,
	type Template,
	templateWithPicture,
} from "../content/read.ts";
import { diagnostic, hasErrors } from "../diagnostics.ts";
import { DEFAULT_FAMILY } from "../fonts/table.ts";
import type { SheetName } from "../formats/formats.ts";
import { cliWords } from "../messages/cli-words.ts";
import { suggest } from "../suggest.ts";
import type { Args } from "./args.ts";
import { about, readJob, slugOfFile, usage } from "./build.ts";
import type { Effects } from "./effects.ts";
import { findFonts } from "./font-files.ts";
import { readLogo } from "./logo.ts";
import type { Finding } from "./report.ts";
import type { Job } from "./typeset-notice.ts";

/** Everything that is known before the first sheet is made. */
export interface MergePlan {
	readonly notice: string;
	readonly slug: string;
	readonly list: string;
	readonly template: Template;
	readonly columns: Columns;
	readonly table: Table;
	readonly job: Job;
	readonly setup: MakerSetup;
	/** All of the list, in its order. */
	readonly villages: readonly Village[];
	readonly findings: readonly Finding[];
}

const fault = (
	findings: readonly Finding[],
): { readonly faults: readonly Finding[] } => ({
	faults: findings,
});
export type Faults = ReturnType<typeof fault>;

export const isFault = <T extends object>(
	result: T | Faults,
): result is Faults => "faults" in result;

async function readBytes(
	file: string,
	effects: Effects,
): Promise<{ readonly bytes: Uint8Array } | Faults> {
	const read = await effects.readFile(file);
	if (read.kind === "bytes") return { bytes: read.bytes };
	const d =
		read.kind === "missing"
			? diagnostic("error", "cli/no-file", "", { file })
			: diagnostic("error", "cli/unreadable", "", {
					file,
					reason: read.reason,
				});
	return fault([about(file, d)]);
}

/** The text of a notice; what no decoder knows is left to its reader to refuse. */
function textOf(bytes: Uint8Array): string {
	const decoded = decode(bytes);
	return decoded.kind === "other" ? "\ufffd" : decoded.text;
}

function listOf(
	bytes: Uint8Array,
	file: string,
	template: Template,
): { readonly table: Table } | Faults {
	try {
		const wanted = template.fields.flatMap(({ names }) => names);
		const table = readTable(readList(bytes), wanted);
		if (table && table.rows.length > 0) return { table };
		return fault([about(file, diagnostic("error", "merge/no-rows", "", {}))]);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const d = diagnostic("error", "merge/unreadable-list", "", { reason });
		return fault([about(file, d)]);
	}
}

/** A finding about a row of the list, and the line of the notice it shows in. */
function rowFinding(
	{ diagnostic: d, columns, sheets }: RowFinding,
	rows: readonly number[],
	plan: Pick<MergePlan, "notice" | "list"> & { readonly template: Template },
): Finding {
	const { notice, list, template } = plan;
	return {
		file: d.path === "" ? "" : notice,
		source: template.source,
		diagnostic: d,
		sheets,
		row: { file: list, rows, columns },
	};
}

interface Named {
	readonly villages: readonly Village[];
	readonly findings: readonly Finding[];
}

function nameVillages(
	table: Table,
	plan: Parameters<typeof rowFinding>[2],
): Named {
	const column = villageColumn(table);
	const villages: Village[] = [];
	const findings: Finding[] = [];
	for (const { row, name, slug, isRenamed } of nameRows(table)) {
		const letters = column === null ? [] : [column.letter];
		const find = (d: RowFinding["diagnostic"]): void => {
			const found = { diagnostic: d, columns: letters, sheets: [] };
			findings.push(rowFinding(found, [row.number], plan));
		};
		if (name === "") {
			const params = { column: column?.name ?? "A" };
			find(diagnostic("error", "merge/no-name", "", params));
			continue;
		}
		if (isRenamed) {
			const params = { name, file: slug };
			find(diagnostic("warning", "merge/same-village", "", params));
		}
		villages.push({ row, name, slug });
	}
	return { villages, findings };
}

async function setUp(
	notice: {
		readonly file: string;
		readonly bytes: Uint8Array;
		readonly text: string;
	},
	template: Template,
	table: Table,
	columns: Columns,
	job: Job,
	effects: Effects,
): Promise<MakerSetup | Faults> {
	const family = template.font ?? DEFAULT_FAMILY;
	const { logo } = template;
	const pictured =
		logo === null ? null : await readLogo(logo, dirname(notice.file), effects);
	if (pictured !== null && pictured.value === null)
		return fault(
			pictured.diagnostics.map((d) => ({
				...about(notice.file, { ...d, place: template.locate(d.path) }),
				source: template.source,
			})),
		);
	const fonts = await findFonts(family, job.theme, effects);
	if (fonts.kind === "unknown") {
		const { known } = fonts;
		const d = diagnostic(
			"error",
			"fonts/unknown-family",
			"font",
			{ family, known },
			template.locate("font"),
		);
		return fault([{ ...about(notice.file, d), source: template.source }]);
	}
	if (fonts.kind === "failed") {
		const { file, reason } = fonts;
		return fault([
			about(file, diagnostic("error", "cli/unreadable", "", { file, reason })),
		]);
	}
	return {
		source: notice.text,
		slug: slugOfFile(notice.file),
		attachment: carriedNotice(slugOfFile(notice.file), notice.bytes),
		columns: table.columns,
		names: columns.names,
		job,
		print: null,
		family,
		fonts: fonts.files,
		logo: pictured?.value ?? null,
	};
}

/** Reads the notice and the list, and matches them. */
async function planMerge(
	args: Args,
	effects: Effects,
): Promise<MergePlan | Faults> {
	const job = readJob(args);
	if (!("sheets" in job)) return fault(job);
	const [notice, named, ...rest] = args.inputs;
	if (notice === undefined || rest.length > 0)
		return fault([usage(cliWords[args.lang].needsNotice(args.command))]);
	const read = await readBytes(notice, effects);
	if (isFault(read)) return read;
	const text = textOf(read.bytes);
	const template = readTemplate(text);
	const inNotice = (ds: Template["diagnostics"]): readonly Finding[] =>
		ds.map((d) => ({ ...about(notice, d), source: template.source }));
	if (hasErrors(template.diagnostics))
		return fault(inNotice(template.diagnostics));

	const list =
		named ??
		(template.villages === null
			? null
			: join(dirname(notice), template.villages));
	if (list === null)
		return fault(inNotice([diagnostic("error", "merge/no-list", "", {})]));
	const listed = await readBytes(list, effects);
	if (isFault(listed)) return listed;
	const found = listOf(listed.bytes, list, template);
	if (isFault(found)) return found;
	const { table } = found;
	const matched = matchColumns(template, table);
	if (!matched.value) return fault(inNotice(matched.diagnostics));
	const { villages, findings } = nameVillages(table, {
		notice,
		list,
		template,
	});
	const setup = await setUp(
		{ file: notice, bytes: read.bytes, text },
		template,
		table,
		matched.value,
		job,
		effects,
	);
	if (isFault(setup)) return setup;
	return {
		notice,
		slug: slugOfFile(notice),
		list,
		template: templateWithPicture(template, setup.logo),
		columns: matched.value,
		table,
		job,
		setup,
		villages,
		findings: [...inNotice(template.diagnostics), ...findings],
	};
}

/** The villages that were asked for. */
function chooseVillages(
	{ villages }: MergePlan,
	args: Args,
	effects: Effects,
):
	| { readonly chosen: readonly Village[]; readonly shard: Shard | null }
	| Faults {
	const words = cliWords[args.lang];
	const wrong: Finding[] = [];
	let chosen = villages;
	if (args.only.length > 0) {
		const slugs = args.only.map(slugOf);
		for (const [index, slug] of slugs.entries()) {
			if (villages.some((v) => v.slug === slug || slugOf(v.name) === slug))
				continue;
			const near = suggest(
				slug,
				villages.map((v) => v.slug),
			);
			const meant = villages.find((v) => v.slug === near)?.name ?? null;
			wrong.push(usage(words.noVillage(args.only[index] ?? ""), meant));
		}
		chosen = chosen.filter(
			(v) => slugs.includes(v.slug) || slugs.includes(slugOf(v.name)),
		);
	}
	if (args.preview !== null) {
		chosen = chosen.filter(({ row }) => row.number === args.preview);
		if (chosen.length === 0) wrong.push(usage(words.noRow(args.preview)));
	}
	const env = effects.batch?.env ?? (() => undefined);
	const shard = args.shard === null ? null : parseShard(args.shard, env);
	if (args.shard !== null && shard === null)
		wrong.push(usage(words.notAShard(args.shard)));
	// By the place in the whole list: every machine counts alike.
	const places = new Map(villages.map((village, index) => [village, index]));
	chosen = chosen.filter((v) => inShard(places.get(v) ?? 0, shard));
	return wrong.length > 0 ? fault(wrong) : { chosen, shard };
}

/** The plan and the villages of this run; all faults of both when there are any. */
export async function planVillages(
	args: Args,
	effects: Effects,
): Promise<
	| {
			readonly plan: MergePlan;
			readonly chosen: readonly Village[];
			readonly shard: Shard | null;
	  }
	| Faults
> {
	const plan = await planMerge(args, effects);
	if (isFault(plan)) return plan;
	const choice = chooseVillages(plan, args, effects);
	return isFault(choice)
		? fault([...plan.findings, ...choice.faults])
		: { plan, ...choice };
}

export interface Found {
	readonly finding: RowFinding;
	readonly row: number;
}

/** Where one row alone does not fit, its longest text is the likeliest cause. */
function longestCell(
	number: number,
	{ diagnostic: d }: RowFinding,
	{ villages, columns }: MergePlan,
): readonly string[] {
	const village = villages.find(({ row }) => row.number === number);
	if (!village || !d.code.startsWith("layout/")) return [];
	const used = columns.names.flatMap((name) => columns.columnOf(name) ?? []);
	const lengths = used.map(
		({ index }) => village.row.cells[index]?.length ?? 0,
	);
	const longest = used[lengths.indexOf(Math.max(...lengths))];
	return longest ? [longest.letter] : [];
}

/** A fault that does not come from a cell is told once, with all its rows. */
export function gatherFindings(
	found: readonly Found[],
	plan: MergePlan,
): readonly Finding[] {
	const groups = new Map<string, { finding: RowFinding; rows: number[] }>();
	for (const { finding, row } of found.toSorted((a, b) => a.row - b.row)) {
		const { diagnostic: d, columns, sheets } = finding;
		const own = columns.length > 0 ? row : null;
		const key = JSON.stringify([
			own,
			d.severity,
			d.code,
			d.path,
			d.params,
			columns,
			sheets,
		]);
		const known = groups.get(key);
		if (known) known.rows.push(row);
		else groups.set(key, { finding, rows: [row] });
	}
	return [...groups.values()].map(({ finding, rows }) => {
		const [only] = rows.length === 1 ? rows : [];
		const columns =
			finding.columns.length === 0 && only !== undefined
				? longestCell(only, finding, plan)
				: finding.columns;
		return rowFinding({ ...finding, columns }, rows, plan);
	});
}

export const fileName = (
	plan: MergePlan,
	village: Village,
	sheet: SheetName,
): string => {
	const ink = plan.job.ink === "saver" ? ".saver" : "";
	return `${plan.slug}.${village.slug}.${sheet}${ink}.pdf`;
};
