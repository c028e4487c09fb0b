/** A thread that makes villages; `makers.ts` sends it rows. */
import { parentPort, workerData } from "node:worker_threads";
import type { MakerSetup, VillageFiles } from "../batch/maker.ts";
import { openMaker } from "../batch/maker.ts";
import type { Row } from "../batch/table.ts";

export interface Task {
	readonly id: number;
	readonly row: Row;
}

export interface Answer {
	readonly id: number;
	readonly made: VillageFiles;
}

// Only makers.ts starts this file, with this data.
const making = openMaker(workerData as MakerSetup);

parentPort?.on("message", async ({ id, row }: Task) => {
	const make = await making;
	const made = make(row);
	const answer: Answer = { id, made };
	const buffers = made.files.map(({ bytes }) => bytes.buffer as ArrayBuffer);
	parentPort?.postMessage(answer, [...new Set(buffers)]);
});
