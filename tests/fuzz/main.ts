/** `npm run fuzz -- --runs 10000 --seed 1`: many spoilt notices, the same for the same seed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "10000" },
		seed: { type: "string", default: "1" },
	},
});
const FOLDER = "content";
const EVERY = 500;
const MOST_SHOWN = 10;

const texts = readdirSync(FOLDER)
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => readFileSync(join(FOLDER, name), "utf8"));
const { runs, made, codes, broken } = await fuzz(
	texts,
	Number(values.runs),
	Number(values.seed),
	(run) => {
		if ((run + 1) % EVERY === 0) process.stderr.write(`${run + 1}\n`);
	},
);

const sorted = [...codes].sort((a, b) => b[1] - a[1]);
for (const [code, count] of sorted)
	process.stdout.write(`${String(count).padStart(7)}  ${code}\n`);
process.stdout.write(
	`${runs} notices, ${made} of them still good, ${broken.length} broken promises\n`,
);
for (const { run, what, source } of broken.slice(0, MOST_SHOWN))
	process.stdout.write(`\n#${run}: ${what}\n${source.slice(0, 2000)}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
