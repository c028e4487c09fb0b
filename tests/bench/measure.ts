/** Clocks: work and whole processes, ours and others' in turn. */
import { spawnSync } from "node:child_process";

export type Work = () => unknown;

/** Odd numbers of runs only, so that the middle is one of them. */
export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? Number.NaN;

async function milliseconds(work: Work): Promise<number> {
	const begin = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - begin) / 1e6;
}

/** Each in turn, so that a busy moment meets all. */
async function inTurn<T>(
	rounds: number,
	measure: readonly (() => T | Promise<T>)[],
): Promise<readonly (readonly T[])[]> {
	const all = measure.map((): T[] => []);
	for (let round = 0; round < rounds; round++)
		for (const [index, one] of measure.entries()) all[index]?.push(await one());
	return all;
}

const WARM_RUNS = 41;
/** JavaScript needs some hundred rounds before it is as fast as it will be. */
const WARM_UP = 60;

/** Medians in milliseconds. */
export async function warm(works: readonly Work[]): Promise<readonly number[]> {
	const clocks = works.map((work) => () => milliseconds(work));
	await inTurn(WARM_UP, clocks);
	return (await inTurn(WARM_RUNS, clocks)).map(median);
}

/** What a whole process took. */
export interface Cost {
	readonly seconds: number;
	/** Of all its threads. */
	readonly cpuSeconds: number;
	/** Its peak, in MB of 1,000,000 bytes; threads are within it. */
	readonly megabytes: number;
}

/** A process's last word: what it used, the same on every system. */
const TELL = `--import=data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
	const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
	writeSync(2, "\\n" + JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
});`)}`;

function costOf(argv: readonly string[]): Cost {
	const begin = process.hrtime.bigint();
	const { status, stderr, error } = spawnSync(
		process.execPath,
		[TELL, ...argv],
		{ encoding: "utf8", maxBuffer: 1e9 },
	);
	const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
	if (error !== undefined) throw error;
	if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
	const [kibibytes, microseconds] = JSON.parse(stderr.split("\n").at(-1) ?? "");
	return {
		seconds,
		cpuSeconds: microseconds / 1e6,
		megabytes: (kibibytes * 1024) / 1e6,
	};
}

/** Medians of whole processes, each given as Node's arguments for its next round. */
export async function processes(
	rounds: number,
	commands: readonly (() => readonly string[])[],
): Promise<readonly Cost[]> {
	const all = await inTurn(
		rounds,
		commands.map((argv) => () => costOf(argv())),
	);
	return all.map((costs) => ({
		seconds: median(costs.map((cost) => cost.seconds)),
		cpuSeconds: median(costs.map((cost) => cost.cpuSeconds)),
		megabytes: median(costs.map((cost) => cost.megabytes)),
	}));
}
