/** A short run of `npm run fuzz`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";
import { Chance, mutated } from "./fuzz/mutate.ts";

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

test("the same seed spoils alike", () => {
	const spoilt = (seed: number): string => mutated(texts, new Chance(seed));
	expect(spoilt(3)).toBe(spoilt(3));
	expect(spoilt(3)).not.toBe(spoilt(4));
});
