/** The machine's part in long runs: processors, environment, a terminal. */
import { appendFile, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { BatchEffects } from "./effects.ts";
import { startMakers } from "./makers.ts";
import { reasonOf } from "./node-effects.ts";

/** `worker` is the file of `merge-worker.ts` as bundled. */
export function nodeBatch(worker: URL): BatchEffects {
	return {
		cores: availableParallelism(),
		columns: process.stderr.isTTY ? process.stderr.columns : null,
		env: (name) => process.env[name],
		async append(path, text) {
			try {
				await appendFile(path, text);
				return { kind: "written" };
			} catch (error) {
				return { kind: "failed", reason: reasonOf(error) };
			}
		},
		async size(path) {
			try {
				return (await stat(path)).size;
			} catch {
				return null;
			}
		},
		remove: (path) => rm(path, { force: true }),
		startMakers: (count, setup) => startMakers(worker, count, setup),
	};
}
