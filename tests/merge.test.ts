/** `bangtin merge`: every village has its own sheet, right, once, and whole. */
import { spawn } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runIn } from "./cli-world.ts";
import { pageCount, pageText } from "./support/pdf.ts";

const FIXTURES = resolve("tests/fixtures/villages");
const BUNDLE = resolve("dist/bangtin.js");
const notice = readFileSync(join(FIXTURES, "hop-thon.yaml"), "utf8");
const list = readFileSync(join(FIXTURES, "thon.csv"), "utf8");

/** One line of text, for whole sentences may be broken on the sheet. */
const textOf = async (pdf: Uint8Array, page = 0): Promise<string> =>
	(await pageText(pdf, page)).replace(/\s+/gu, " ");

const world = (changes: Readonly<Record<string, string>> = {}) => ({
	"a/hop.yaml": notice,
	"a/thon.csv": list,
	...changes,
});

describe("a village's sheet", () => {
	test("says what its row says, and nothing of the others", async () => {
		const { exit, files, stdout, stderr } = await runIn(world(), [
			"merge",
			"a/hop.yaml",
		]);
		expect(stderr).toBe("Xong 3 tệp PDF.\n");
		expect(exit).toBe(0);
		const paths = ["ao-sen", "ben-do", "cau-tre"].map((slug) =>
			join("out", `hop.${slug}.leaflet-a5.pdf`),
		);
		expect(stdout).toBe(paths.map((path) => `${path}\n`).join(""));
		const facts = [
			[
				"Ao Sen",
				"13/12/2026",
				"19:30",
				"bà Mẫu",
				"Bầu tổ hòa giải",
				"0200 000 0001",
			],
			["Bến Đò", "14/12/2026", "19:00", "ông Thử", "cạnh đê", "0200 000 0002"],
			["Cầu Tre", "15/12/2026", "7:30", "Đình", "Sửa cầu"],
		];
		for (const [index, path] of paths.entries()) {
			const text = await textOf(files.get(path) ?? new Uint8Array());
			for (const [other, said] of facts.entries())
				for (const fact of said) {
					const isHere = new RegExp(`(?<!\\d)${fact}`, "u").test(text);
					expect([path, fact, isHere]).toEqual([path, fact, other === index]);
				}
			expect(text).not.toContain("{{");
		}
	});

	test("needs the columns that the notice names", async () => {
		const wrong = list.replace("Giờ", "Gio hop");
		const { exit, stderr, written } = await runIn(
			world({ "a/thon.csv": wrong }),
			["merge", "a/hop.yaml", "a/thon.csv", "--lang", "en"],
		);
		expect(exit).toBe(1);
		expect(stderr).toContain("error[merge/no-column]");
		expect(stderr).toContain("needs column “Giờ”; found: Thôn, Ngày, Gio hop");
		expect(written).toEqual([]);
	});

	test("is left out when its row is wrong; the others are made", async () => {
		const wrong = list
			.replace("14/12/2026", "30/02/2026")
			.replace("Cầu Tre,", ",");
		const { exit, stdout, files, written } = await runIn(
			world({ "a/thon.csv": wrong }),
			["merge", "a/hop.yaml", "--json"],
		);
		const said = JSON.parse(stdout);
		expect(exit).toBe(1);
		expect(written).toEqual([join("out", "hop.ao-sen.leaflet-a5.pdf")]);
		expect(files.size).toBe(3);
		expect(
			said.diagnostics.map((d: { code: string; list: object }) => [
				d.code,
				d.list,
			]),
		).toEqual([
			[
				"merge/no-name",
				{ file: join("a", "thon.csv"), rows: [4], columns: ["A"] },
			],
			[
				"content/date",
				{ file: join("a", "thon.csv"), rows: [3], columns: ["B"] },
			],
		]);
	});

	test("must have what the notice cannot do without", async () => {
		const needs = notice.replace('"Họp thôn {{thôn}}"', '"{{noi hop}}"');
		const wrong = list.replace(",Đình,", ",,");
		const { exit, stderr } = await runIn(
			world({ "a/hop.yaml": needs, "a/thon.csv": wrong }),
			["merge", "a/hop.yaml", "--lang", "en"],
		);
		expect(exit).toBe(1);
		expect(stderr).toContain(
			"error[merge/empty-cell]  title: Nơi họp is empty, and this field must not be",
		);
		expect(stderr).toContain(`${join("a", "thon.csv")}: row 4, cell D4`);
	});

	test("tells a fault of the notice once, with its rows", async () => {
		const wrong = notice.replace("date: 2026-11-25", "date: 2026-13-25");
		const { stderr } = await runIn(world({ "a/hop.yaml": wrong }), [
			"merge",
			"a/hop.yaml",
		]);
		expect(stderr.match(/lỗi\[/gu)).toHaveLength(1);
		expect(stderr).toContain("thon.csv: dòng 2, 3, 4");
	});

	test("is made alone by name or by row", async () => {
		const by = async (...flags: readonly string[]) =>
			(await runIn(world(), ["merge", "a/hop.yaml", ...flags])).written;
		const benDo = [join("out", "hop.ben-do.leaflet-a5.pdf")];
		expect(await by("--only", "bến đò")).toEqual(benDo);
		expect(await by("--preview", "3")).toEqual(benDo);
		expect(await by("--only", "Bến Đo, Ao Sen")).toHaveLength(2);
		expect(await by("--only", "Xóm Khác")).toEqual([]);
		expect(await by("--preview", "1")).toEqual([]);
	});

	test("is not written over a stranger's file", async () => {
		const path = join("out", "hop.ao-sen.leaflet-a5.pdf");
		const { exit, stderr, files } = await runIn(world({ [path]: "mine" }), [
			"merge",
			"a/hop.yaml",
		]);
		expect(exit).toBe(3);
		expect(stderr).toContain("cli/foreign-file");
		expect(files.get(path)).toEqual(new TextEncoder().encode("mine"));
	});

	test.each([
		["ENOSPC", "hết chỗ trên đĩa"],
		["EROFS", "ổ đĩa chỉ đọc"],
	])("that cannot be written ends the run: %s", async (reason, words) => {
		const denied = { [join("out", "hop.ben-do.leaflet-a5.pdf")]: reason };
		const { exit, stderr } = await runIn(world(), ["merge", "a/hop.yaml"], {
			denied,
		});
		expect(exit).toBe(3);
		expect(stderr).toContain(words);
		expect(stderr).not.toContain("Xong");
	});

	test("stands with all others in one file, in the order of the list", async () => {
		const { exit, files } = await runIn(world(), [
			"merge",
			"a/hop.yaml",
			"--one-file",
		]);
		expect(exit).toBe(0);
		const pdf = files.get(join("out", "hop.tat-ca.leaflet-a5.pdf"));
		expect(pdf).toBeDefined();
		if (!pdf) return;
		expect(await pageCount(pdf)).toBe(3);
		expect(await textOf(pdf, 1)).toContain("Bến Đò");
	});
});

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "bangtin-merge-"));
	mkdirSync(join(folder, "a"));
	cpSync(FIXTURES, join(folder, "a"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ran {
	readonly exit: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

function start(argv: readonly string[], env: Readonly<Record<string, string>>) {
	const child = spawn(process.execPath, [BUNDLE, ...argv], {
		cwd: folder,
		env: { ...process.env, ...env },
	});
	const said = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (text) => {
		said.stdout += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		said.stderr += text;
	});
	const ended = new Promise<Ran>((done) => {
		child.on("close", (exit) => done({ exit, ...said }));
	});
	return { child, ended };
}

const merge = (
	argv: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Ran> => start(["merge", "a/hop-thon.yaml", ...argv], env).ended;

/** Names and bytes of the PDFs in a folder. */
const pdfsIn = (name: string): ReadonlyMap<string, string> =>
	new Map(
		readdirSync(join(folder, name))
			.filter((file) => !file.startsWith("."))
			.sort()
			.map((file) => [file, readFileSync(join(folder, name, file), "latin1")]),
	);

const MANY = "a/thon-100.xlsx";
const SOME = "a/some.csv";
const SOME_COUNT = 36;
const THOUSAND = 1000;

/** Enough villages for several threads, few enough for a test. */
function writeSome(count = SOME_COUNT): void {
	const rows = Array.from({ length: count }, (_, index) =>
		[
			`Vườn ${index}`,
			`${(index % 28) + 1}/12/2026`,
			"19:30",
			`Nhà số ${index}`,
			"bà Mẫu",
			"",
			"0200 000 0000",
		].join(","),
	);
	writeFileSync(
		join(folder, SOME),
		["Thôn,Ngày,Giờ,Nơi họp,Người mời,Việc riêng,Số điện thoại", ...rows].join(
			"\n",
		),
	);
}

/** Starts a merge and stops it as soon as so many files are there. */
async function cutShort(signal: NodeJS.Signals, enough: number): Promise<Ran> {
	const { child, ended } = start(
		["merge", "a/hop-thon.yaml", SOME, "-j", "2"],
		{},
	);
	const out = join(folder, "out");
	const waiting = setInterval(() => {
		if (!readdirSync(folder).includes("out")) return;
		const made = readdirSync(out).filter((name) => /^[^.].*\.pdf$/u.test(name));
		if (made.length < enough) return;
		// Once: a second Ctrl-C while it tidies up would be another story.
		clearInterval(waiting);
		child.kill(signal);
	}, 10);
	const ran = await ended;
	clearInterval(waiting);
	return ran;
}

const MANY_WITH_FAULTS = "a/thon-100-sai.xlsx";

describe("a hundred villages from a workbook", { timeout: 120_000 }, () => {
	test("three wrong: 97 sheets, three errors; --failed makes the three", async () => {
		const { exit, stdout, stderr } = await merge([MANY_WITH_FAULTS]);
		expect(exit).toBe(1);
		expect(stdout.trim().split("\n")).toHaveLength(97);
		const errors = [...stderr.matchAll(/lỗi\[(.+?)\]/gu)].map(
			([, code]) => code,
		);
		expect(errors.toSorted()).toEqual([
			"content/date",
			"layout/overset",
			"merge/no-name",
		]);
		for (const cell of ["dòng 24, ô B24", "dòng 34, ô C34", "dòng 44, ô B44"])
			expect(stderr).toContain(cell);

		cpSync(join(folder, MANY), join(folder, MANY_WITH_FAULTS));
		const again = await merge([MANY_WITH_FAULTS, "--failed"]);
		expect(again.exit).toBe(0);
		expect(again.stdout.trim().split("\n")).toEqual(
			["ao-sen-3", "ao-sen-4", "ao-sen-5"].map((slug) =>
				join("out", `hop-thon.${slug}.leaflet-a5.pdf`),
			),
		);
		expect((await merge([MANY, "-o", "whole"])).exit).toBe(0);
		expect(pdfsIn("out")).toEqual(pdfsIn("whole"));
		expect(pdfsIn("whole").size).toBe(100);
	});

	test("--failed makes a good row again when its cells were changed, and no other", async () => {
		writeSome();
		await merge([SOME]);
		const before = pdfsIn("out");
		const list = join(folder, SOME);
		const changed = readFileSync(list, "utf8").replace("Nhà số 7", "Sân kho");
		writeFileSync(list, changed);
		const again = await merge([SOME, "--failed"]);
		expect(again.exit).toBe(0);
		const path = join("out", "hop-thon.vuon-7.leaflet-a5.pdf");
		expect(again.stdout).toBe(`${path}\n`);
		const after = pdfsIn("out");
		const differ = [...after].filter(([name, pdf]) => before.get(name) !== pdf);
		expect(differ.map(([name]) => join("out", name))).toEqual([path]);
	});

	test("--failed makes rows again whose heads are written otherwise: the PDFs carry them", async () => {
		expect((await merge([])).exit).toBe(0);
		expect((await merge(["--failed"])).stdout).toBe("");
		const few = join(folder, "a", "thon.csv");
		const list = readFileSync(few, "utf8");
		writeFileSync(few, list.replace("Thôn,", "THÔN,"));
		const again = await merge(["--failed"]);
		expect(again.stdout.trim().split("\n")).toHaveLength(3);
	});

	test("are the same with any number of threads and in any shares", async () => {
		writeSome();
		const shared = Array.from({ length: 3 }, (_, index) => index + 1);
		const runs = await Promise.all([
			merge([SOME, "-o", "one", "-j", "1"]),
			merge([SOME, "-o", "two", "-j", "2"]),
		]);
		expect(runs.map(({ exit }) => exit)).toEqual([0, 0]);
		for (const number of shared)
			await merge([SOME, "-o", "shards", "--shard", `${number}/3`]);
		for (const index of shared)
			await merge([SOME, "-o", "jobs", "--shard", "auto/3"], {
				JOB_COMPLETION_INDEX: String(index - 1),
			});
		const whole = pdfsIn("one");
		expect(whole.size).toBe(SOME_COUNT);
		expect(pdfsIn("two")).toEqual(whole);
		expect(pdfsIn("shards")).toEqual(whole);
		expect(pdfsIn("jobs")).toEqual(whole);
	});

	test("are packed for the print room the same, and told in their order, with any number of threads", async () => {
		writeSome(14);
		const packed = async (out: string, threads: string): Promise<unknown> => {
			const argv = ["pack", "a/hop-thon.yaml", SOME, "-s", "leaflet-a5-2up"];
			const rest = ["--json", "-o", out, "-j", threads];
			const { exit, stdout } = await start([...argv, ...rest], {}).ended;
			expect(exit).toBe(0);
			return JSON.parse(stdout.replaceAll(out, "print"));
		};
		const one = await packed("print-1", "1");
		expect(await packed("print-2", "2")).toEqual(one);
		const whole = pdfsIn("print-1");
		expect(whole.size).toBe(16);
		expect(pdfsIn("print-2")).toEqual(whole);
	});

	test("cut short in the middle of a thousand, by either signal, leave no broken file, and go on", {
		timeout: 600_000,
	}, async () => {
		writeSome(THOUSAND);
		const whole = new Map<string, string>();
		for (const [signal, enough] of [
			["SIGKILL", 300],
			["SIGINT", 600],
		] as const) {
			const { exit, stderr } = await cutShort(signal, enough);
			if (signal === "SIGINT") {
				expect(exit).toBe(130);
				expect(stderr).not.toContain("Xong");
			}
			const made = pdfsIn("out");
			expect(made.size).toBeGreaterThanOrEqual(enough);
			expect(made.size).toBeLessThan(THOUSAND);
			for (const [name, pdf] of made) {
				expect(pdf.trimEnd()).toMatch(/%%EOF$/u);
				// What was there before was not made again into something else.
				expect(pdf).toBe(whole.get(name) ?? pdf);
				whole.set(name, pdf);
			}
		}

		const rest = await merge([SOME]);
		expect(rest.exit).toBe(0);
		expect(rest.stderr).toMatch(/thôn giữ nguyên từ lần trước/u);
		const made = rest.stdout.trim().split("\n");
		expect(made.length).toBeLessThanOrEqual(THOUSAND - 600);
		const after = pdfsIn("out");
		expect(after.size).toBe(THOUSAND);
		for (const [name, pdf] of whole) expect(after.get(name)).toBe(pdf);
		// What was in the making is gone.
		const hidden = readdirSync(join(folder, "out")).filter((file) =>
			file.endsWith(".tmp"),
		);
		expect(hidden).toEqual([]);
	});
});
