/** A list shared out as README.md shows it, by GNU parallel itself. */
import { execFileSync } from "node:child_process";
import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hasProgram } from "./support/machine.ts";

const VILLAGES = "tests/fixtures/villages";
const [line = ""] =
	/^parallel .*$/mu.exec(readFileSync("README.md", "utf8")) ?? [];

const hasParallel = hasProgram("parallel", "parallel", "GNU parallel");

const folder = mkdtempSync(join(tmpdir(), "bangtin-parallel-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(hasParallel)("README's line for GNU parallel", () => {
	const bin = join(folder, "bin");
	const env = {
		...process.env,
		PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
		// Where it keeps its notes.
		HOME: folder,
	};
	const run = (command: string): void => {
		execFileSync("sh", ["-c", command], { cwd: folder, env, stdio: "pipe" });
	};
	const pdfs = (name: string): ReadonlyMap<string, string> =>
		new Map(
			readdirSync(join(folder, name))
				.filter((file) => file.endsWith(".pdf"))
				.toSorted()
				.map((file) => [
					file,
					readFileSync(join(folder, name, file)).toString("latin1"),
				]),
		);

	test("makes the whole, byte for byte", { timeout: 120_000 }, () => {
		mkdirSync(bin);
		const command = join(bin, "bangtin");
		const program = `"${process.execPath}" "${resolve("dist/bangtin.js")}"`;
		writeFileSync(command, `#!/bin/sh\nexec ${program} "$@"\n`);
		chmodSync(command, 0o755);
		copyFileSync(join(VILLAGES, "hop-thon.yaml"), join(folder, "hop.yaml"));
		const [heads = "", ...few] = readFileSync(
			join(VILLAGES, "thon.csv"),
			"utf8",
		)
			.trim()
			.split("\n");
		const rows = Array.from(
			{ length: 10 },
			(_, i) => `Thôn ${i + 1} ${few[i % few.length] ?? ""}`,
		);
		writeFileSync(join(folder, "thon.csv"), [heads, ...rows].join("\n"));

		expect(line).toContain("--shard {}/4");
		run(line);
		run("bangtin merge hop.yaml thon.csv -o whole");
		const whole = pdfs("whole");
		expect(whole.size).toBe(rows.length);
		expect(pdfs("out")).toEqual(whole);
	});
});
