#!/usr/bin/env node
/** The only door to the process. */
import { fileURLToPath } from "node:url";
import { EXIT } from "./exit.ts";
import { nodeEffects } from "./node-effects.ts";
import { run } from "./run.ts";

// The bundle lies in dist/, beside fonts/.
const fonts = fileURLToPath(new URL("../fonts", import.meta.url));
const effects = nodeEffects(fonts);

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
