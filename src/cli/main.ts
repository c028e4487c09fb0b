#!/usr/bin/env node
/** The only door to the process. */
import { fileURLToPath } from "node:url";
import { EXIT } from "./exit.ts";
import { nodeBatch } from "./node-batch.ts";
import { nodeEffects } from "./node-effects.ts";
import { run } from "./run.ts";

// The bundle lies in dist/, beside fonts/ and content/.
const beside = (folder: string): string =>
	fileURLToPath(new URL(`../${folder}`, import.meta.url));
const system = nodeEffects({
	fonts: beside("fonts"),
	templates: beside("content/templates"),
});
const effects = {
	...system,
	batch: nodeBatch(new URL("./merge-worker.js", import.meta.url)),
};

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.on(signal, () => {
		effects.cleanUp();
		process.exit(EXIT.interrupted);
	});
}

// A reader that has had enough (`| head`) is no fault; the files are still made.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Not `exit()`: what was written to a pipe must still drain.
process.exitCode = await run(process.argv.slice(2), effects);
