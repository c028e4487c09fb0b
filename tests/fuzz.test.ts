/** A short run of `npm run fuzz`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";
import { Chance, mutated } from "./fuzz/mutate.ts";
import { watched } from "./fuzz/watched.ts";

const texts = readdirSync("content")
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => readFileSync(join("content", name), "utf8"));

test("spoilt notices are told what is wrong, where, and nothing is written", {
	timeout: 300_000,
}, async () => {
	const { broken, codes } = await fuzz(texts, 150, 7);
	expect(broken).toEqual([]);
	expect(codes.size).toBeGreaterThan(10);
});

test("a run that never ends is told, and the others are done", {
	timeout: 120_000,
}, async () => {
	const module = new URL(
		`data:text/javascript,${encodeURIComponent(`
			import { parentPort, workerData } from "node:worker_threads";
			for (let run = workerData.from; run < workerData.runs; run += workerData.step) {
				if (run === 2) for (;;);
				parentPort.postMessage(run);
			}
		`)}`,
	);
	const done: number[] = [];
	const hung: number[] = [];
	await watched<number>(
		module,
		{ seed: 1, from: 0, runs: 6, step: 1 },
		5,
		(run) => done.push(run),
		(run) => hung.push(run),
	);
	expect([done, hung]).toEqual([[0, 1, 3, 4, 5], [2]]);
});

test("the same seed spoils alike", () => {
	const spoilt = (seed: number): string => mutated(texts, new Chance(seed));
	expect(spoilt(3)).toBe(spoilt(3));
	expect(spoilt(3)).not.toBe(spoilt(4));
});
