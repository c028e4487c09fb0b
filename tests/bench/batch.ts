/** A leaflet for each of many villages: whole processes, files on disk. */
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, processes } from "./measure.ts";
import { BANGTIN, FONTS, fresh, NOTICE, TYPST } from "./notice.ts";
import { amount, type Row, times } from "./rows.ts";
import { villagesCsv } from "./villages.ts";

const BATCH_ROUNDS = 3;
const BATCH = 1_000;
const LONG_BATCH = 10_000;
const THREADS = [1, 2] as const;

interface Batch {
	readonly ours: Cost;
	readonly theirs: Cost;
}

async function batch(
	count: number,
	threads: number,
	rounds: number,
	folder: string,
	typst: string,
): Promise<Batch> {
	const list = join(folder, `${count}.csv`);
	writeFileSync(list, villagesCsv(count));
	const merge = ["merge", NOTICE, list, "-s", "leaflet-a5", "-q"];
	const [mine, others] = ["merged", "typst-merged"];
	const [ours, theirs] = await processes(rounds, [
		() => [BANGTIN, ...merge, "-j", String(threads), "-o", fresh(folder, mine)],
		() => [
			TYPST,
			typst,
			FONTS,
			fresh(folder, others),
			String(count),
			String(threads),
		],
	]);
	const made = [mine, others].map(
		(name) =>
			readdirSync(join(folder, name)).filter(
				(file) =>
					file.endsWith(".pdf") && statSync(join(folder, name, file)).size > 0,
			).length,
	);
	if (!ours || !theirs || made.some((files) => files !== count))
		throw new Error(`${made} of ${count} leaflets`);
	return { ours, theirs };
}

export async function batchRows(
	folder: string,
	typst: string,
	isLong: boolean,
): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const threads of THREADS) {
		const workers = `${threads} ${threads === 1 ? "worker" : "workers"}`;
		const thousand = await batch(BATCH, threads, BATCH_ROUNDS, folder, typst);
		rows.push(...thousandRows(workers, thousand));
		if (!isLong) continue;
		const many = await batch(LONG_BATCH, threads, 1, folder, typst);
		rows.push(...manyRows(workers, many, thousand.ours));
	}
	return rows;
}

function thousandRows(
	workers: string,
	{ ours, theirs }: Batch,
): readonly Row[] {
	const what = `${BATCH} leaflets to files, ${workers}`;
	return [
		times(`${what}, time`, "Typst", ours.seconds / theirs.seconds, {
			first: 1,
			next: 0.5,
		}),
		times(`${what}, processor`, "Typst", ours.cpuSeconds / theirs.cpuSeconds),
		amount(
			`${what}, processor a leaflet`,
			(ours.cpuSeconds * 1000) / BATCH,
			"ms",
		),
		amount(`${what}, peak memory`, ours.megabytes, "MB"),
		times(`${what}, peak memory`, "Typst", ours.megabytes / theirs.megabytes),
	];
}

function manyRows(
	workers: string,
	{ ours, theirs }: Batch,
	thousand: Cost,
): readonly Row[] {
	const what = `${LONG_BATCH} leaflets to files, ${workers}`;
	const growth = ours.cpuSeconds / LONG_BATCH / (thousand.cpuSeconds / BATCH);
	return [
		times(`${what}, time`, "Typst", ours.seconds / theirs.seconds),
		times(`${what}, processor a leaflet`, `${BATCH} leaflets`, growth, {
			first: 1.05,
			next: 1.05,
		}),
		amount(`${what}, peak memory`, ours.megabytes, "MB", {
			first: 250,
			next: 150,
		}),
		times(`${what}, peak memory`, "Typst", ours.megabytes / theirs.megabytes),
	];
}
