/**
 * `bangtin pack`: everything the print room needs. For one notice, or for each
 * village of a list: leaflets two up, the poster over four A4, the plan.
 */

import { join } from "node:path";
import { keyOf, type Row } from "../batch/table.ts";
import { type RowFinding, typesetVillage } from "../batch/village.ts";
import { carriedNotice } from "../content/carried.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import { cliWords } from "../messages/cli-words.ts";
import { paintPdf } from "../paint/pdf.ts";
import { type PrintPlan, planPrint, planSheet } from "../print/plan.ts";
import { forShop } from "../print/shop.ts";
import { tileOverA4 } from "../print/tiles.ts";
import type { Args } from "./args.ts";
import { about, mayReplace, readJob, slugOfFile, usage } from "./build.ts";
import type { Effects } from "./effects.ts";
import { gather } from "./inputs.ts";
import {
	gatherFindings,
	isFault,
	type MergePlan,
	planVillages,
} from "./merge-plan.ts";
import { startProgress } from "./progress.ts";
import {
	type Finding,
	type MadeFile,
	nothingMade,
	type Outcome,
} from "./report.ts";
import { typesetNotice } from "./typeset-notice.ts";

/** What one sheet becomes in the print room. */
interface Prepared {
	/** Of the file, between the notice's name and ".pdf". */
	readonly name: string;
	readonly sheet: Sheet;
	readonly diagnostics: readonly Diagnostic[];
}

function prepare(
	name: SheetName,
	sheet: Sheet,
	args: Args,
	typeface: OpenTypeface,
): Prepared {
	const ink = args.ink === "saver" ? ".saver" : "";
	if (args.print === "shop")
		return { name: `${name}.shop`, sheet: forShop(sheet), diagnostics: [] };
	if (name !== "poster-a3")
		return { name: `${name}${ink}`, sheet, diagnostics: [] };
	const tiling = tileOverA4(sheet, typeface);
	const diagnostics = tiling.cuts.map(({ kind, text }) =>
		diagnostic("warning", "print/seam", "", { what: kind, text }),
	);
	return { name: `poster-a3.4xa4${ink}`, sheet: tiling.sheet, diagnostics };
}

/** Writes files one by one, and remembers what became of them. */
class Desk {
	readonly made: MadeFile[] = [];
	readonly trouble: Finding[] = [];

	constructor(
		private readonly args: Args,
		private readonly effects: Effects,
	) {}

	async write(name: string, bytes: Uint8Array): Promise<void> {
		const { args, effects } = this;
		const path = join(args.out, name);
		const isPdf = name.endsWith(".pdf");
		if (isPdf && !args.force && !(await mayReplace(path, effects))) {
			const d = diagnostic("error", "cli/foreign-file", "", { file: path });
			this.trouble.push(about(path, d));
			return;
		}
		const written = await effects.writeFile(path, bytes);
		if (written.kind === "written") {
			this.made.push({ path, bytes: bytes.length });
			return;
		}
		const params = { file: path, reason: written.reason };
		const d = diagnostic("error", "cli/unwritable", "", params);
		this.trouble.push(about(path, d));
	}
}

const COPY_KEYS: ReadonlySet<string> = new Set([
	"soto",
	"soban",
	"soluong",
	"soho",
	"copies",
]);

interface Copies {
	readonly village: string;
	readonly row: number;
	readonly copies: number;
	readonly finding: RowFinding | null;
}

/** How many leaflets a village needs; a cell that is no number is told. */
function copiesOf({ table }: MergePlan, village: string, row: Row): Copies {
	const column = table.columns.find(({ key }) => COPY_KEYS.has(keyOf(key)));
	const cell = column === undefined ? "" : (row.cells[column.index] ?? "");
	// "1.200" is twelve hundred in Vietnam.
	const plain = cell.replace(/(?<=\d)[.\s](?=\d{3}\b)/gu, "");
	const line = { village, row: row.number };
	if (/^\d{1,6}$/u.test(plain)) {
		return { ...line, copies: Number(plain), finding: null };
	}
	const params = {
		value: cell,
		columns: table.columns.map(({ name }) => name),
	};
	const d =
		column === undefined
			? diagnostic("warning", "print/no-copies", "", params)
			: diagnostic("warning", "print/copies", "", params);
	const columns = column === undefined ? [] : [column.letter];
	return {
		...line,
		copies: 0,
		finding: { diagnostic: d, columns, sheets: [] },
	};
}

const jsonOf = (plan: PrintPlan): Uint8Array =>
	new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`);

async function packVillages(args: Args, effects: Effects): Promise<Outcome> {
	const { strict } = args;
	const planned = await planVillages(args, effects);
	if (isFault(planned)) return nothingMade(planned.faults, strict);
	const { plan, chosen } = planned;
	const { setup, template, columns, job, slug } = plan;
	const typeface = await openAnyTypeface(setup.family, setup.fonts);
	const { attachment } = setup;
	const desk = new Desk(args, effects);
	const found: { finding: RowFinding; row: number }[] = [];
	const lines: Copies[] = [];
	let first: Sheet | null = null;
	let isDuplex = false;
	let bad = 0;
	const progress = startProgress(chosen.length, args, effects);
	for (const village of chosen) {
		await effects.breathe();
		if (desk.trouble.length > 0) break;
		const { row, name } = village;
		const made = typesetVillage(template, row, columns, job, typeface);
		const note = (finding: RowFinding): void => {
			found.push({ finding, row: row.number });
		};
		made.findings.forEach(note);
		if (made.sheets.length === 0) bad += 1;
		else {
			const copies = copiesOf(plan, name, row);
			if (copies.finding) note(copies.finding);
			lines.push(copies);
		}
		for (const { name: sheetName, sheet } of made.sheets) {
			first ??= sheet;
			isDuplex ||= sheetName === "leaflet-a5-2up" && sheet.pages.length > 1;
			const ready = prepare(sheetName, sheet, args, typeface);
			for (const d of ready.diagnostics)
				note({ diagnostic: d, columns: [], sheets: [sheetName] });
			const bytes = paintPdf(ready.sheet, typeface, { attachment });
			await desk.write(`${slug}.${village.slug}.${ready.name}.pdf`, bytes);
		}
		progress.step();
	}
	progress.end();
	if (first !== null && desk.trouble.length === 0) {
		const numbers = lines.map(({ village, row, copies }) => ({
			village,
			row,
			copies,
		}));
		const printPlan = planPrint(numbers, isDuplex);
		// The notice's own title may still wait for a village's name.
		const title = slugOfFile(plan.notice);
		const sheet = planSheet(printPlan, { ...first, title }, typeface);
		await desk.write(`${slug}.ke-hoach-in.pdf`, paintPdf(sheet, typeface));
		await desk.write(`${slug}.ke-hoach-in.json`, jsonOf(printPlan));
	}
	const nameless = plan.findings.filter(
		({ diagnostic: d }) => d.severity === "error",
	).length;
	const words = cliWords[args.lang];
	const wrong = bad + nameless;
	const findings = [
		...plan.findings,
		...gatherFindings(found, plan),
		...desk.trouble,
	];
	const summary =
		desk.trouble.length > 0
			? null
			: wrong > 0
				? words.mergedBut(desk.made.length, wrong)
				: words.packed(desk.made.length);
	return { findings, made: desk.made, summary, strict };
}

async function packNotice(
	file: string,
	args: Args,
	effects: Effects,
): Promise<Outcome> {
	const { strict } = args;
	const job = readJob(args);
	if (!("sheets" in job)) return nothingMade(job, strict);
	const { inputs, problems } = await gather([file], effects);
	const findings = problems.map((p) => about(p.file, p.diagnostic));
	const desk = new Desk(args, effects);
	for (const input of inputs) {
		const notice = await typesetNotice(input, job, new Map(), effects);
		findings.push(...notice.findings);
		const { typeface } = notice;
		if (!typeface) continue;
		const slug = slugOfFile(input.file);
		const attachment = carriedNotice(slug, input.bytes);
		for (const { name, sheet } of notice.sheets) {
			await effects.breathe();
			const ready = prepare(name, sheet, args, typeface);
			for (const d of ready.diagnostics)
				findings.push({ ...about(input.file, d), sheets: [name] });
			const bytes = paintPdf(ready.sheet, typeface, { attachment });
			await desk.write(`${slug}.${ready.name}.pdf`, bytes);
		}
	}
	findings.push(...desk.trouble);
	const failed = hasErrors(findings.map(({ diagnostic: d }) => d));
	const summary = failed ? null : cliWords[args.lang].packed(desk.made.length);
	return { findings, made: desk.made, summary, strict };
}

export async function pack(args: Args, effects: Effects): Promise<Outcome> {
	const [notice, list] = args.inputs;
	if (notice === undefined)
		return nothingMade(
			[usage(cliWords[args.lang].needsNotice("pack"))],
			args.strict,
		);
	return list === undefined
		? packNotice(notice, args, effects)
		: packVillages(args, effects);
}
