/** `bangtin merge --one-file`: all villages in one PDF, village by village, with bookmarks. */
import { join } from "node:path";
import { carriedRows } from "../batch/carried-rows.ts";
import type { Village } from "../batch/names.ts";
import type { Row } from "../batch/table.ts";
import { type RowFinding, typesetVillage } from "../batch/village.ts";
import { diagnostic, hasErrors } from "../diagnostics.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Page, Sheet } from "../layout/sheet.ts";
import { cliWords } from "../messages/cli-words.ts";
import { paintPdf } from "../paint/pdf.ts";
import { depthFor, proofPainted } from "../proof/bytes/proof-pdf.ts";
import type { Args } from "./args.ts";
import { about, mayReplace } from "./build.ts";
import type { Effects } from "./effects.ts";
import { gatherFindings, type MergePlan } from "./merge-plan.ts";
import { startProgress } from "./progress.ts";
import type { Finding, Made, Outcome } from "./report.ts";

interface Book {
	readonly sheet: Sheet;
	readonly pages: Page[];
	readonly bookmarks: { readonly title: string; readonly page: number }[];
	readonly rows: Row[];
}

export async function writeBooks(
	plan: MergePlan,
	chosen: readonly Village[],
	args: Args,
	effects: Effects,
): Promise<Outcome> {
	const { setup, job, columns, template } = plan;
	const typeface = await openAnyTypeface(setup.family, setup.fonts);
	const books = new Map<SheetName, Book>();
	const found: { finding: RowFinding; row: number }[] = [];
	const progress = startProgress(chosen.length, args, effects);
	let bad = 0;
	for (const { row, name: village } of chosen) {
		await effects.breathe();
		const { findings, sheets } = typesetVillage(
			template,
			row,
			columns,
			job,
			typeface,
		);
		for (const finding of findings) found.push({ finding, row: row.number });
		if (sheets.length === 0) bad += 1;
		for (const { name, sheet } of sheets) {
			const book = books.get(name) ?? {
				sheet,
				pages: [],
				bookmarks: [],
				rows: [],
			};
			book.rows.push(row);
			book.bookmarks.push({ title: village, page: book.pages.length });
			book.pages.push(...sheet.pages);
			books.set(name, book);
		}
		progress.step();
	}
	progress.end();
	const findings: Finding[] = [
		...plan.findings,
		...gatherFindings(found, plan),
	];
	const made: Made[] = [];
	for (const [name, { sheet, pages, bookmarks, rows }] of books) {
		const ink = job.ink === "saver" ? ".saver" : "";
		const path = join(args.out, `${plan.slug}.tat-ca.${name}${ink}.pdf`);
		if (!args.force && !(await mayReplace(path, effects))) {
			findings.push(
				about(
					path,
					diagnostic("error", "cli/foreign-file", "", { file: path }),
				),
			);
			continue;
		}
		const whole = { ...sheet, pages, bookmarks };
		const own = carriedRows(plan.slug, setup.columns, columns, rows);
		const attachments = [setup.attachment, own];
		const bytes = paintPdf(whole, typeface, { attachments });
		const faults = proofPainted(bytes, whole, depthFor(args));
		findings.push(
			...faults.map((d) => ({ ...about(path, d), sheets: [name] })),
		);
		if (hasErrors(faults)) continue;
		const written = await effects.writeFile(path, bytes);
		if (written.kind === "failed") {
			const params = { file: path, reason: written.reason };
			findings.push(
				about(path, diagnostic("error", "cli/unwritable", "", params)),
			);
		} else
			made.push({
				path,
				notice: plan.notice,
				sheet: name,
				ink: job.ink,
				bytes: bytes.length,
			});
	}
	const nameless = plan.findings.filter(
		({ diagnostic: d }) => d.severity === "error",
	).length;
	const words = cliWords[args.lang];
	const isWritten = made.length === books.size;
	const summary = !isWritten
		? null
		: bad + nameless > 0
			? words.mergedBut(made.length, bad + nameless)
			: words.merged(made.length, 0);
	return { findings, made, summary, strict: args.strict };
}
