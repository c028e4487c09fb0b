/** What README.md says is so. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/cli/args.ts";
import { FORMATS } from "../src/formats/formats.ts";
import { cliWords } from "../src/messages/cli-words.ts";
import { toMm } from "../src/units.ts";
import { runIn } from "./cli-world.ts";

const ROOT = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", ROOT), "utf8");

const found = (pattern: RegExp): readonly string[] =>
	[...readme.matchAll(pattern)].map((match) => match[1] ?? "");

test("its files are there", () => {
	const linked = [
		...found(/\]\(([^)]+)\)/gu),
		...found(/(?:src|href)="([^"]+)"/gu),
	];
	const ours = linked.filter((target) => !target.startsWith("https://"));
	expect(ours.length).toBeGreaterThan(20);
	expect(ours.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
});

test("it shows every sample", () => {
	const samples = readdirSync(new URL("content/", ROOT)).filter((file) =>
		file.endsWith(".yaml"),
	);
	expect(
		samples.filter((file) => !readme.includes(`href="content/${file}"`)),
	).toEqual([]);
});

test("its notice can be built, on every sheet", async () => {
	const [notice = ""] = found(/```yaml\n([\s\S]*?)```/gu);
	const sheets = "flyer-a4,poster-a3,leaflet-a5,leaflet-a5-2up";
	const argv = ["build", "--strict", "--sheet", sheets];
	const { exit, stderr, written } = await runIn(
		{ "content/a.yaml": notice },
		argv,
	);
	expect(stderr).toBe("Xong 4 tệp PDF.\n");
	expect(written).toHaveLength(4);
	expect(exit).toBe(0);
});

test("its mistake is told as it says", async () => {
	const [told = ""] = found(/```\n(lỗi[\s\S]*?)```/gu);
	const [notice = ""] = found(/```yaml\n([\s\S]*?)```/gu);
	const wrong = notice.replace(
		/^title: .*$/mu,
		"title: Khám bệnh: người cao tuổi",
	);
	const files = { "content/kham-suc-khoe.yaml": wrong };
	const { stderr } = await runIn(files, ["check"]);
	expect(told).not.toBe("");
	expect(stderr.replaceAll("\\", "/")).toContain(told);
});

test("its commands and options exist", () => {
	const commands = found(/^\| `bangtin (\w+)/gmu);
	const options = found(/^\| .*`(--[a-z-]+)/gmu);
	expect(commands.length).toBeGreaterThan(5);
	expect(options.length).toBeGreaterThan(18);
	expect(
		commands.filter((name) => !COMMANDS.some((known) => known === name)),
	).toEqual([]);
	expect(options.filter((name) => !cliWords.en.help.includes(name))).toEqual(
		[],
	);
});

test("its numbers are those of the sheets", () => {
	const columns = [
		FORMATS["leaflet-a5"],
		FORMATS["flyer-a4"],
		FORMATS["poster-a3"],
	];
	const rows = found(/^\| (.+) \|$/gmu).map((row) =>
		row.split("|").map((cell) => cell.trim()),
	);
	const row = (title: string): readonly string[] =>
		rows.find(([first]) => first?.startsWith(title))?.slice(1) ?? [];
	const mm = (points: number): number => Number(toMm(points).toFixed(2));
	expect(row("Trim")).toEqual(
		columns.map(({ width, height }) => `${mm(width)} × ${mm(height)}`),
	);
	expect(row("Running text")).toEqual(
		columns.map(({ body }) => `${body.target} / ${body.floor}`),
	);
	expect(row("Smallest")).toEqual(columns.map(({ smallest }) => `${smallest}`));
	expect(row("Headline")).toEqual(
		columns.map(
			({ headlineCap: { target, warnUnder } }) =>
				`${mm(target)} / ${mm(warnUnder)}`,
		),
	);
	expect(row("Module")).toEqual(
		columns.map(({ module }) => `${mm(module.target)} / ${mm(module.floor)}`),
	);
	expect(row("No ink")).toEqual(columns.map(({ safe }) => `${mm(safe)}`));
	expect(row("Pages")).toEqual(columns.map(({ pages }) => `${pages}`));
});
