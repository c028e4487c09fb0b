/** `bangtin merge`: one notice and a list of villages in, a sheet for each village out. */
import { join } from "node:path";
import { openMaker, type VillageFiles } from "../batch/maker.ts";
import type { Village } from "../batch/names.ts";
import type { Shard } from "../batch/shard.ts";
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import { about, mayReplace } from "./build.ts";
import type { Effects, Makers } from "./effects.ts";
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

/** Under this many villages a second thread starts slower than the first ends. */
const WORTH_A_THREAD = 12;
/** From so many on even one goes to a thread of its own, whose garbage is kept small. */
const MANY = 100;

async function openMakers(
	plan: MergePlan,
	count: number,
	args: Args,
	effects: Effects,
): Promise<Makers & { readonly lanes: number }> {
	const { batch } = effects;
	const useful = Math.ceil(count / WORTH_A_THREAD);
	const jobs = args.jobs ?? Math.min(batch?.cores ?? 1, useful);
	if (!batch || (jobs <= 1 && count < MANY)) {
		const make = await openMaker(plan.setup);
		return {
			// One is made while the other is written.
			lanes: 2,
			async make(row) {
				await effects.breathe();
				return make(row);
			},
			async stop() {},
		};
	}
	// Two rows for each thread: one in work, one waiting.
	return { ...batch.startMakers(jobs, plan.setup), lanes: 2 * jobs };
}

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

	const makers = await openMakers(plan, todo.length, args, effects);
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

	const rest = todo.values();
	async function lane(): Promise<void> {
		for (const village of rest) {
			// A full disk is as full for the next village.
			if (isStopped()) return;
			const result = await makers.make(village.row);
			for (const finding of result.findings) {
				found.push({ finding, row: village.row.number });
			}
			if (result.files.length === 0) bad += 1;
			await write(village, result);
			progress.step();
		}
	}
	try {
		await Promise.all(Array.from({ length: makers.lanes }, lane));
	} finally {
		progress.end();
		await makers.stop();
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
