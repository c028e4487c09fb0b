/** Programs of the machine that some tests need, besides what `npm ci` installs. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Where tests must not be left out in silence. */
export const MUST_RUN = process.env.CI !== undefined;

/** Says so where tests are left out, and fails where all must run. */
export function needs(what: string, isThere: boolean, remedy: string): void {
	if (!isThere)
		console.warn(`No ${what} here: tests are LEFT OUT. To mend: ${remedy}.`);
	test(`${what} is there where tests must all run`, () => {
		if (MUST_RUN) expect(isThere).toBe(true);
	});
}

/** Whether a program answers to `--version`, with these words in its answer. */
export function hasProgram(
	name: string,
	debianPackage: string,
	words = "",
): boolean {
	const { status, stdout } = spawnSync(name, ["--version"], {
		encoding: "utf8",
	});
	const isThere = status === 0 && stdout.includes(words);
	needs(name, isThere, `on Debian, apt-get install ${debianPackage}`);
	return isThere;
}
