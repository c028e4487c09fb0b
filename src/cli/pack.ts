/**
 * `bangtin pack`: everything the print room needs. For one notice, or for each
 * village of a list: leaflets two up, the poster over four A4, the plan.
 */

import { join } from "node:path";
import { carriedRows } from "../batch/carried-rows.ts";
import { type Copies, copiesOf } from "../batch/copies.ts";
import { faultsOf, stops } from "../batch/maker.ts";
import { type RowFinding, typesetVillage } from "../batch/village.ts";
import { carriedNotice } from "../content/carried.ts";
import { diagnostic, hasErrors } from "../diagnostics.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import type { Sheet } from "../layout/sheet.ts";
import { cliWords } from "../messages/cli-words.ts";
import { paintPdf } from "../paint/pdf.ts";
import { planBytes, planPrint, planSheet } from "../print/plan.ts";
import { prepare } from "../print/prepare.ts";
import { depthFor, proofPainted } from "../proof/bytes/proof-pdf.ts";
import type { Args } from "./args.ts";
import { about, mayReplace, readJob, slugOfFile, usage } from "./build.ts";
import type { Effects } from "./effects.ts";
import { gather } from "./inputs.ts";
import { gatherFindings, isFault, planVillages } from "./merge-plan.ts";
import { startProgress } from "./progress.ts";
import {
	type Finding,
	type MadeFile,
	nothingMade,
	type Outcome,
} from "./report.ts";
import { typesetNotice } from "./typeset-notice.ts";

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
		const own = carriedRows(slug, setup.columns, columns, [row]);
		const attachments = [attachment, own];
		const files = made.sheets.map(({ name: sheetName, sheet }) => {
			const ready = prepare(sheetName, sheet, args, typeface);
			for (const d of ready.diagnostics)
				note({ diagnostic: d, columns: [], sheets: [sheetName] });
			const bytes = paintPdf(ready.sheet, typeface, { attachments });
			const faults = faultsOf(bytes, ready.sheet, sheetName, job);
			return { name: ready.name, bytes, faults };
		});
		const faults = files.flatMap((file) => file.faults);
		faults.forEach(note);
		if (files.length === 0 || stops(faults, job)) {
			bad += 1;
			progress.step();
			continue;
		}
		const copies = copiesOf(plan.table, name, row);
		if (copies.finding) note(copies.finding);
		lines.push(copies);
		for (const { name: sheetName, sheet } of made.sheets) {
			first ??= sheet;
			isDuplex ||= sheetName === "leaflet-a5-2up" && sheet.pages.length > 1;
		}
		for (const file of files)
			await desk.write(`${slug}.${village.slug}.${file.name}.pdf`, file.bytes);
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
		const bytes = paintPdf(sheet, typeface, { attachments: [attachment] });
		const name = `${slug}.ke-hoach-in.pdf`;
		const faults = proofPainted(bytes, sheet, "all");
		desk.trouble.push(...faults.map((d) => about(join(args.out, name), d)));
		if (!hasErrors(faults)) await desk.write(name, bytes);
		await desk.write(`${slug}.ke-hoach-in.json`, planBytes(printPlan));
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
			const bytes = paintPdf(ready.sheet, typeface, {
				attachments: [attachment],
			});
			const faults = proofPainted(bytes, ready.sheet, depthFor(args));
			for (const d of faults)
				findings.push({ ...about(input.file, d), sheets: [name] });
			if (!hasErrors(faults))
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
