/** `npm run fuzz -- --runs 10000 --seed 1`: many spoilt notices, the same for the same seed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { type Fuzzed, fuzzOnce, hanging, NOTHING, together } from "./fuzz.ts";
import { type Share, watched } from "./watched.ts";

const FOLDER = "content";
const EVERY = 500;
const MOST_SHOWN = 10;

const texts = readdirSync(FOLDER)
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => readFileSync(join(FOLDER, name), "utf8"));

/** The runs of one thread, each told when it is done. */
async function work({ seed, from, runs, step }: Share): Promise<void> {
	for (let run = from; run < runs; run += step)
		parentPort?.postMessage(await fuzzOnce(texts, seed, run));
}

async function direct(): Promise<void> {
	const { values } = parseArgs({
		options: {
			runs: { type: "string", default: "10000" },
			seed: { type: "string", default: "1" },
			threads: { type: "string", default: "2" },
			seconds: { type: "string", default: "60" },
		},
	});
	const runs = Number(values.runs);
	const seed = Number(values.seed);
	const threads = Number(values.threads);
	const seconds = Number(values.seconds);
	let all = NOTHING;
	const tell = (one: Fuzzed): void => {
		all = together(all, one);
		if (all.runs % EVERY === 0) process.stderr.write(`${all.runs}\n`);
	};
	await Promise.all(
		Array.from({ length: threads }, (_, from) =>
			watched(
				new URL(import.meta.url),
				{ seed, from, runs, step: threads },
				seconds,
				tell,
				(run) =>
					tell({
						...NOTHING,
						runs: 1,
						broken: [hanging(texts, seed, run, seconds)],
					}),
			),
		),
	);
	report(all, seed);
}

function report({ runs, made, codes, broken }: Fuzzed, seed: number): void {
	const sorted = [...codes].sort((a, b) => b[1] - a[1]);
	for (const [code, count] of sorted)
		process.stdout.write(`${String(count).padStart(7)}  ${code}\n`);
	process.stdout.write(
		`seed ${seed}: ${runs} notices, ${made} of them still good, ${broken.length} broken promises\n`,
	);
	for (const { run, what, source } of broken.slice(0, MOST_SHOWN))
		process.stdout.write(`\n#${run}: ${what}\n${source.slice(0, 2000)}\n`);
	process.exitCode = broken.length === 0 ? 0 : 1;
}

await (isMainThread ? direct() : work(workerData));
