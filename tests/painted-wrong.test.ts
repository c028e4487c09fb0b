/** Whatever writes a PDF reads it back first: a painter that loses words writes none. */
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Node, Sheet } from "../src/layout/sheet.ts";
import type * as Painter from "../src/paint/pdf.ts";
import { runIn } from "./cli-world.ts";

const withoutRuns = (node: Node): Node =>
	"marks" in node
		? { ...node, marks: node.marks.filter(({ kind }) => kind !== "run") }
		: { ...node, children: node.children.map(withoutRuns) };

vi.mock("../src/paint/pdf.ts", async (original) => {
	const { paintPdf } = await original<typeof Painter>();
	return {
		paintPdf(sheet: Sheet, ...rest: Tail<Parameters<typeof paintPdf>>) {
			const pages = sheet.pages.map(({ nodes, ...page }) => ({
				...page,
				nodes: nodes.map(withoutRuns),
			}));
			return paintPdf({ ...sheet, pages }, ...rest);
		},
	};
});
type Tail<T> = T extends [unknown, ...infer Rest] ? Rest : never;

const fixture = (name: string): string =>
	readFileSync(`tests/fixtures/villages/${name}`, "utf8");

test.each([
	["merge", ["merge", "a/hop.yaml", "a/thon.csv"]],
	["merge --one-file", ["merge", "a/hop.yaml", "a/thon.csv", "--one-file"]],
	["pack of villages", ["pack", "a/hop.yaml", "a/thon.csv"]],
	["pack of a notice", ["pack", "a/mot.yaml"]],
	["build", ["build", "a/mot.yaml"]],
])("%s writes no sheet that has lost words", async (_, argv) => {
	const { exit, stderr, written } = await runIn(
		{
			"a/hop.yaml": fixture("hop-thon.yaml"),
			"a/thon.csv": fixture("thon.csv"),
			"a/mot.yaml": readFileSync("content/hop-thon.yaml", "utf8"),
		},
		argv,
	);
	expect(exit).not.toBe(0);
	expect(stderr).toContain("proof/text-lost");
	expect(written.filter((path) => path.endsWith(".pdf"))).toEqual([]);
});
