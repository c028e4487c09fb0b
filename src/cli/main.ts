#!/usr/bin/env node
/** The only door to the process. */
import module from "node:module";
import { fileURLToPath } from "node:url";
import { EXIT } from "./exit.ts";
import { nodeBatch } from "./node-batch.ts";
import { nodeEffects } from "./node-effects.ts";
import { run } from "./run.ts";

// From Node 22 on, code compiled by one run serves the next: what is imported on
// demand below starts a tenth sooner. Node keeps it in the folder for passing things.
if (
	"enableCompileCache" in module &&
	typeof module.enableCompileCache === "function"
)
	module.enableCompileCache();

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

let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.on(signal, () => {
		const exit = (): void => {
			effects.cleanUp();
			process.exit(EXIT.interrupted);
		};
		// Whoever asks twice does not want to wait for a slow disk.
		if (isInterrupted) return exit();
		isInterrupted = true;
		void effects.finishWriting().then(exit);
	});
}

// A reader that has had enough (`| head`) is no fault; the files are still made.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Not `exit()`: what was written to a pipe must still drain.
process.exitCode = await run(process.argv.slice(2), effects);
