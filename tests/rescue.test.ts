/** Whatever comes in: nothing throws, nothing is lost, and mending ends. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decode } from "../src/content/decode.ts";
import { changedLines } from "../src/content/fix/diff.ts";
import { fixBytes, fixSource } from "../src/content/fix/fix.ts";
import { readAnnouncement } from "../src/content/read.ts";
import { normaliseSource } from "../src/content/text.ts";
import { hasErrors } from "../src/diagnostics.ts";
import { fc } from "./support/fast-check.ts";

const founding = readFileSync("content/vneid-dich-vu-cong.yaml", "utf8");
const figures = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** From the first letter on that does not come again in its turn; a mend may add some. */
function lost(before: string, after: string): string {
	let at = 0;
	for (const letter of after) if (letter === before[at]) at += 1;
	return before.slice(at);
}

/** Bits that turn up in notices and mean something to YAML. */
const SLIPS = [
	": ",
	":",
	",",
	" #",
	"\t",
	"“",
	"”",
	'"',
	"- ",
	"-",
	"*",
	"&",
	"{",
	"}",
	"[",
	"\u00a0",
	"  ",
	"\n",
];

describe("rescue", { timeout: 120_000 }, () => {
	test("loses no letter of a notice with a few slips in it", () => {
		const slip = fc.tuple(fc.nat(founding.length), fc.constantFrom(...SLIPS));
		fc.assert(
			fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
				const broken = normaliseSource(
					slips.reduce(
						(text, [at, piece]) => text.slice(0, at) + piece + text.slice(at),
						founding,
					),
				);
				const fixed = fixSource(broken);
				expect(lost(figures(broken), figures(fixed))).toBe("");
				if (!hasErrors(readAnnouncement(broken).diagnostics))
					expect(fixed).toBe(broken);
				expect(fixSource(fixed)).toBe(fixed);
			}),
			{ numRuns: 120 },
		);
	});

	test("keeps a line that stands twice because two entries ran together", () => {
		const notice = founding.replace("      - title:\n", "      # title:\n");
		expect(notice).not.toBe(founding);
		expect(figures(fixSource(notice))).toBe(figures(notice));
	});

	test("of any bytes does not throw", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
				decode(bytes);
				fixBytes(bytes);
			}),
			{ numRuns: 300 },
		);
	});

	test("of a very long line or very many faults ends", () => {
		const head = founding.split("body:")[0] ?? "";
		const many = `${head}body:\n${"  - note: Giờ: 7h\n".repeat(60)}`;
		expect(hasErrors(readAnnouncement(fixSource(many)).diagnostics)).toBe(
			false,
		);
		const long = `${head}lead: ${"Giờ: 7h ".repeat(3000)}\nbody:\n  - note: A\n`;
		expect(fixSource(long)).toBe(normaliseSource(long));
	});
});

describe("the lines that changed", () => {
	test.each([
		["a\nb\nc", "a\nB\nc", [[2, "b", "B"]]],
		["a\nb\nc", "a\nc", [[2, "b", null]]],
		["a\nc", "a\nb\nc", [[2, null, "b"]]],
		["a", "a", []],
		[
			"a\nb\nc\nd",
			"A\nb\nC\nd",
			[
				[1, "a", "A"],
				[3, "c", "C"],
			],
		],
	])("%j → %j", (before, after, expected) => {
		const changes = changedLines(before, after);
		expect(changes.map((c) => [c.line, c.before, c.after])).toEqual(expected);
	});
});
