/** The guide for staff: what it shows is so. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SHEET_NAMES } from "../src/formats/formats.ts";
import { studioWords } from "../src/messages/studio-words.ts";
import { ICON_NAMES } from "../src/model/announcement.ts";
import { runIn } from "./cli-world.ts";

const guide = readFileSync("content/README.md", "utf8");

/** What stands between ``` marks of a kind. */
const blocks = (kind: string): readonly string[] =>
	[...guide.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)]
		.filter((match) => match[1] === kind)
		.map((match) => match[2] ?? "");

describe("the guide", { timeout: 60_000 }, () => {
	test.each(
		blocks("yaml").map((source, index) => [index + 1, source] as const),
	)("example %i builds on every sheet without a warning", async (_, source) => {
		const argv = [
			"check",
			"content/a.yaml",
			"-s",
			SHEET_NAMES.join(","),
			"--strict",
		];
		const { exit, stderr } = await runIn({ "content/a.yaml": source }, argv);
		expect(stderr).toBe("1 thông báo không có lỗi.\n");
		expect(exit).toBe(0);
	});

	test("names every pictogram as the studio does", () => {
		const missing = ICON_NAMES.filter(
			(name) => !guide.includes(`\`${name}\` ${studioWords.vi.icons[name]} `),
		);
		expect(missing).toEqual([]);
	});

	test("shows the menu as it is", async () => {
		const { stderr } = await runIn({}, ["new"], { typed: ["1"] });
		const menu = [...stderr.matchAll(/^ {2}(\d) {2}.* \((.*)\)$/gmu)];
		const shown = [...guide.matchAll(/^\| (\d) +\| `([\w-]+)`/gmu)];
		expect(shown.map(([, n, name]) => [n, name])).toEqual(
			menu.map(([, n, name]) => [n, name]),
		);
	});

	test("names commands and options that there are", async () => {
		const { stdout: help } = await runIn({}, ["--help"]);
		const typed = blocks("").flatMap((block) =>
			block.split("\n").filter((line) => line.startsWith("npx bangtin")),
		);
		expect(typed.length).toBeGreaterThan(4);
		for (const line of typed) {
			const [, , command = ""] = line.split(" ");
			expect(help).toContain(`bangtin ${command}`);
			for (const option of line.match(/ --?[a-z]+/gu) ?? [])
				expect(help).toContain(option.trim());
		}
	});

	test("shows an error as it is told", async () => {
		const [shown = ""] = blocks("").filter((block) => block.startsWith("lỗi["));
		const source = `kind: A
issuer: { name: A }
date: 2026-12-07
as_of: 2026-12-07
lead: Lưu ý: mang theo kính
title: A
body:
  - note: A
`;
		const file = "content/kham-mat.yaml";
		const { stderr } = await runIn({ [file]: source }, ["check", file]);
		expect(stderr).toContain(shown.trimEnd());
	});

	test("has pictures that there are", () => {
		const pictures = [...guide.matchAll(/src="([^"]+)"/gu)].map(
			(match) => match[1] ?? "",
		);
		expect(pictures).not.toEqual([]);
		for (const picture of pictures)
			expect(existsSync(`content/${picture}`), picture).toBe(true);
	});
});
