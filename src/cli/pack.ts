/**
 * `bangtin pack`: everything the print room needs. For one notice, or for each
 * village of a list: leaflets two up, the poster over four A4, the plan.
 */

import { join } from "node:path";
import { type Copies, copiesOf } from "../batch/copies.ts";
import type { VillageFiles } from "../batch/maker.ts";
import type { Village } from "../batch/names.ts";
import type { Row } from "../batch/table.ts";
import { type RowFinding, typesetVillage } from "../batch/village.ts";
import { carriedNotice } from "../content/carried.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import { cliWords } from "../messages/cli-words.ts";
import { paintPdf } from "../paint/pdf.ts";
import {
	type PrintPlan,
	planBytes,
	planPrint,
	planSheet,
} from "../print/plan.ts";
import { prepare } from "../print/prepare.ts";
import { depthFor, proofPainted } from "../proof/bytes/proof-pdf.ts";
import type { Args } from "./args.ts";
import { about, mayReplace, readJob, slugOfFile, usage } from "./build.ts";
import type { Effects } from "./effects.ts";
import { gather } from "./inputs.ts";
import { makeVillages } from "./lanes.ts";
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

/** What is about all villages comes after them. */
const LAST = Number.POSITIVE_INFINITY;

/** Writes files one by one, and remembers what became of them. */
class Desk {
	readonly #made: (MadeFile & { readonly row: number })[] = [];
	readonly trouble: Finding[] = [];

	constructor(
		private readonly args: Args,
		private readonly effects: Effects,
	) {}

	/** In the order of the list, whichever thread was first. */
	get made(): readonly MadeFile[] {
		return this.#made
			.toSorted((a, b) => a.row - b.row)
			.map(({ row: _, ...file }) => file);
	}

	/** What was found in a finished file. */
	note(name: string, faults: readonly Diagnostic[]): void {
		const path = join(this.args.out, name);
		this.trouble.push(...faults.map((d) => about(path, d)));
	}

	async write(name: string, bytes: Uint8Array, row = 0): Promise<void> {
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
			this.#made.push({ path, bytes: bytes.length, row });
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
	const desk = new Desk(args, effects);
	const found: { finding: RowFinding; row: number }[] = [];
	const packed: { readonly village: Village; readonly copies: Copies }[] = [];
	let isDuplex = false;
	let bad = 0;
	const progress = startProgress(chosen.length, args, effects);
	async function take(
		village: Village,
		{ findings, files }: VillageFiles,
	): Promise<"go on" | "stop"> {
		const { row, name, slug } = village;
		const note = (finding: RowFinding): void => {
			found.push({ finding, row: row.number });
		};
		findings.forEach(note);
		if (files.length === 0) {
			bad += 1;
			progress.step();
			return "go on";
		}
		const copies = copiesOf(plan.table, name, row);
		if (copies.finding) note(copies.finding);
		packed.push({ village, copies });
		isDuplex ||= files.some(
			({ sheet, pages }) => sheet === "leaflet-a5-2up" && pages > 1,
		);
		for (const file of files)
			await desk.write(
				`${plan.slug}.${slug}.${file.name}.pdf`,
				file.bytes,
				row.number,
			);
		progress.step();
		return desk.trouble.length > 0 ? "stop" : "go on";
	}
	try {
		const setup = { ...plan.setup, print: args.print };
		await makeVillages(chosen, setup, args, effects, take);
	} finally {
		progress.end();
	}
	// Threads give them in no order.
	packed.sort((a, b) => a.village.row.number - b.village.row.number);
	const [first] = packed;
	if (first !== undefined && desk.trouble.length === 0) {
		const lines = packed.map(({ copies }) => ({
			village: copies.village,
			row: copies.row,
			copies: copies.copies,
		}));
		const printPlan = planPrint(lines, isDuplex);
		await writePlan(plan, first.village.row, printPlan, desk);
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

/** In words, under the head of the first village's sheet, and in numbers. */
async function writePlan(
	{ setup, template, columns, job, slug, notice }: MergePlan,
	row: Row,
	printPlan: PrintPlan,
	desk: Desk,
): Promise<void> {
	const typeface = await openAnyTypeface(setup.family, setup.fonts);
	const [first] = typesetVillage(template, row, columns, job, typeface).sheets;
	if (first === undefined) throw new Error("a sheet that was made is not");
	// The notice's own title may still wait for a village's name.
	const title = slugOfFile(notice);
	const sheet = planSheet(printPlan, { ...first.sheet, title }, typeface);
	const bytes = paintPdf(sheet, typeface, { attachments: [setup.attachment] });
	const name = `${slug}.ke-hoach-in.pdf`;
	const faults = proofPainted(bytes, sheet, "all");
	desk.note(name, faults);
	if (!hasErrors(faults)) await desk.write(name, bytes, LAST);
	const numbers = planBytes(printPlan);
	await desk.write(`${slug}.ke-hoach-in.json`, numbers, LAST);
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
