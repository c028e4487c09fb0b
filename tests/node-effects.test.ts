/** The machine's part: what an interruption leaves on the disk. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { nodeEffects } from "../src/cli/node-effects.ts";

const root = mkdtempSync(join(tmpdir(), "bangtin-effects-"));
afterAll(() => rmSync(root, { recursive: true }));

const bundled = { fonts: "fonts", templates: "content/templates" };

test("an end of the process waits for files that are being written", async () => {
	// At whatever moment of the writing it comes.
	for (let turns = 0; turns < 40; turns++) {
		const folder = join(root, `${turns}`);
		const effects = nodeEffects(bundled);
		for (let i = 0; i < 4; i++)
			void effects.writeFile(join(folder, `${i}.pdf`), new Uint8Array(1000));
		for (let turn = 0; turn < turns; turn++) await setImmediate();
		await effects.finishWriting();
		expect(readdirSync(folder).toSorted()).toEqual([
			"0.pdf",
			"1.pdf",
			"2.pdf",
			"3.pdf",
		]);
	}
});

test("no file is begun after that", async () => {
	const folder = join(root, "late");
	const effects = nodeEffects(bundled);
	await effects.writeFile(join(folder, "a.pdf"), new Uint8Array(10));
	await effects.finishWriting();
	void effects.writeFile(join(folder, "b.pdf"), new Uint8Array(10));
	for (let turn = 0; turn < 20; turn++) await setImmediate();
	expect(readdirSync(folder)).toEqual(["a.pdf"]);
});
