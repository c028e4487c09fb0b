/** `bangtin merge`: one notice and a list of villages in, a sheet for each village out. */
import { join } from "node:path";
import type { VillageFiles } from "../batch/maker.ts";
import type { Village } from "../batch/names.ts";
import type { Shard } from "../batch/shard.ts";
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import { about, mayReplace } from "./build.ts";
import type { Effects } from "./effects.ts";
import { makeVillages } from "./lanes.ts";
import { keysOf, openLedger } from "./ledger.ts";
import { writeBooks } from "./merge-book.ts";
import {
	type Found,
	fileName,
	gatherFindings,
	isFault,
	type MergePlan,
	planVillages,
} from "./merge-plan.ts";
import { startProgress } from "./progress.ts";
import {
	type Finding,
	type Made,
	nothingMade,
	type Outcome,
} from "./report.ts";

export async function merge(args: Args, effects: Effects): Promise<Outcome> {
	const planned = await planVillages(args, effects);
	if (isFault(planned)) return nothingMade(planned.faults, args.strict);
	const { plan, chosen, shard } = planned;
	return args.oneFile
		? writeBooks(plan, chosen, args, effects)
		: mergeFiles(plan, chosen, shard, args, effects);
}

async function mergeFiles(
	plan: MergePlan,
	chosen: readonly Village[],
	shard: Shard | null,
	args: Args,
	effects: Effects,
): Promise<Outcome> {
	const keyOf = keysOf(plan);
	const isWhole = args.only.length === 0 && args.preview === null;
	const ledger = await openLedger(plan, shard, isWhole, args, effects);
	const todo: Village[] = [];
	for (const village of chosen) {
		const names = plan.job.sheets.map((sheet) =>
			fileName(plan, village, sheet),
		);
		const isKept = await ledger.isGood(names, keyOf(village));
		if (!isKept) todo.push(village);
	}
	await ledger.begin(
		todo.flatMap((village) =>
			plan.job.sheets.map((sheet) => fileName(plan, village, sheet)),
		),
	);

	const progress = startProgress(todo.length, args, effects);
	const found: Found[] = [];
	const made: (Made & { readonly row: number })[] = [];
	const trouble: Finding[] = [];
	let bad = 0;

	const isStopped = (): boolean =>
		trouble.some(({ diagnostic: d }) => d.code === "cli/unwritable");

	async function write(
		village: Village,
		{ files }: VillageFiles,
	): Promise<void> {
		for (const { sheet, bytes } of files) {
			const name = fileName(plan, village, sheet);
			const path = join(args.out, name);
			if (!args.force && !(await mayReplace(path, effects))) {
				trouble.push(
					about(
						path,
						diagnostic("error", "cli/foreign-file", "", { file: path }),
					),
				);
				return;
			}
			const written = await effects.writeFile(path, bytes, "later");
			if (written.kind === "failed") {
				// The other threads' files meet the same disk.
				if (isStopped()) return;
				const params = { file: path, reason: written.reason };
				trouble.push(
					about(path, diagnostic("error", "cli/unwritable", "", params)),
				);
				return;
			}
			await ledger.note({
				file: name,
				key: keyOf(village),
				bytes: bytes.length,
			});
			const { notice, job } = plan;
			const ink = job.ink;
			made.push({
				path,
				notice,
				sheet,
				ink,
				bytes: bytes.length,
				row: village.row.number,
			});
		}
	}

	async function take(
		village: Village,
		result: VillageFiles,
	): Promise<"go on" | "stop"> {
		for (const finding of result.findings)
			found.push({ finding, row: village.row.number });
		if (result.files.length === 0) bad += 1;
		await write(village, result);
		progress.step();
		// A full disk is as full for the next village.
		return isStopped() ? "stop" : "go on";
	}
	try {
		await makeVillages(todo, plan.setup, args, effects, take);
	} finally {
		progress.end();
	}
	if (trouble.length === 0) await ledger.end();
	const nameless = plan.findings.filter(
		({ diagnostic: d }) => d.severity === "error",
	);
	const words = cliWords[args.lang];
	const villagesWrong = bad + nameless.length;
	const findings = [
		...plan.findings,
		...gatherFindings(found, plan),
		...trouble,
	];
	const summary =
		trouble.length > 0
			? null
			: villagesWrong > 0
				? words.mergedBut(made.length, villagesWrong)
				: words.merged(made.length, chosen.length - todo.length);
	const inOrder = made
		.toSorted((a, b) => a.row - b.row)
		.map(({ row: _, ...one }): Made => one);
	return { findings, made: inOrder, summary, strict: args.strict };
}
