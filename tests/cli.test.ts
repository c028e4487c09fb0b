import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { slugOf } from "../src/batch/slug.ts";
import { attachmentsOf } from "../src/pdf-reader/attachments.ts";
import { openPdf } from "../src/pdf-reader/open-pdf.ts";
import { runIn } from "./cli-world.ts";

const founding = readFileSync("content/vneid-dich-vu-cong.yaml", "utf8");
const world = { "content/vneid.yaml": founding };
const wrong = founding.replace("title:", "tilte:");
/** Where the slip in `wrong` stands. */
const line =
	wrong.split("\n").findIndex((text) => text.startsWith("tilte:")) + 1;

const codes = (stdout: string): readonly string[] =>
	JSON.parse(stdout).diagnostics.map((d: { code: string }) => d.code);

describe("build", () => {
	test("makes a flyer and a poster of content/, paths on stdout", async () => {
		const { exit, stdout, stderr, written } = await runIn(world, []);
		expect(stderr).toContain("Xong 2 tệp PDF.");
		expect(stdout).toBe("out/vneid.flyer-a4.pdf\nout/vneid.poster-a3.pdf\n");
		expect(written).toEqual(stdout.trim().split("\n"));
		expect(exit).toBe(0);
	});

	test("carries the source inside, so that nobody loses it", async () => {
		const { files } = await runIn(world, ["-s", "flyer-a4"]);
		const file = openPdf(
			files.get("out/vneid.flyer-a4.pdf") ?? new Uint8Array(),
		);
		const carried = file === null ? [] : attachmentsOf(file);
		expect(carried.map(({ name }) => name)).toEqual(["vneid.yaml"]);
	});

	test("to the same bytes when its letters were typed in pieces", async () => {
		const pieces = Object.fromEntries(
			Object.entries(world).map(([path, text]) => [
				path,
				text.normalize("NFD"),
			]),
		);
		const [composed, decomposed] = await Promise.all(
			[world, pieces].map((files) => runIn(files, ["-s", "flyer-a4"])),
		);
		const name = "out/vneid.flyer-a4.pdf";
		expect(decomposed?.files.get(name)).toEqual(composed?.files.get(name));
	});

	test("quietly", async () => {
		const { stderr } = await runIn(world, ["-q", "-s", "flyer-a4"]);
		expect(stderr).toBe("");
	});

	test("names saver sheets, and other directories", async () => {
		const { stdout } = await runIn(world, [
			"build",
			"content/vneid.yaml",
			"--ink=saver",
			"-s",
			"flyer-a4",
			"-o",
			"in",
		]);
		expect(stdout).toBe("in/vneid.flyer-a4.saver.pdf\n");
	});

	test("writes one PDF to stdout, and nothing else", async () => {
		const { exit, stdout, stderr, written } = await runIn(world, [
			"-s",
			"flyer-a4",
			"-o",
			"-",
		]);
		expect(stdout.slice(0, 5)).toBe("%PDF-");
		expect(stderr).toBe("");
		expect(written).toEqual([]);
		expect(exit).toBe(0);
	});

	test("does not write two PDFs to stdout", async () => {
		const { exit, stdout } = await runIn(world, ["-o", "-"]);
		expect(exit).toBe(2);
		expect(stdout).toBe("");
	});

	test("says when stdout was closed on a PDF", async () => {
		const argv = ["-s", "flyer-a4", "-o", "-"];
		const { exit } = await runIn(world, argv, { closedStdout: true });
		expect(exit).toBe(3);
	});

	test("makes the good notices, and says what is wrong with all the others", async () => {
		const files = { ...world, "content/a.yaml": wrong, "content/b.yaml": "" };
		const { exit, stderr, written } = await runIn(files, ["-s", "flyer-a4"]);
		expect(exit).toBe(1);
		expect(written).toEqual(["out/vneid.flyer-a4.pdf"]);
		expect(stderr).toContain("lỗi[content/unknown-key]");
		expect(stderr).toContain(`--> content/a.yaml:${line}:1`);
		expect(stderr).toContain("--> content/b.yaml");
		expect(stderr).toContain("2 thông báo có lỗi");
		expect(stderr).not.toContain("Xong");
	});

	test("is strict about warnings when asked", async () => {
		const warned = founding.replace(
			"cloud.binhduong.gov.vn",
			"cloud.example.com",
		);
		const files = { "content/a.yaml": warned };
		const argv = ["-s", "flyer-a4"];
		const lenient = await runIn(files, argv);
		expect(lenient.stderr).toContain("cảnh báo[content/link-untrusted]");
		expect(lenient.exit).toBe(0);
		const strict = await runIn(files, [...argv, "--strict"]);
		expect(strict.exit).toBe(1);
		expect(strict.written).toEqual([]);
	});
});

describe("what is there already", () => {
	const path = "out/vneid.flyer-a4.pdf";
	const argv = ["-s", "flyer-a4"];

	test("is replaced when bangtin made it", async () => {
		const first = await runIn(world, argv);
		const again = { ...world, [path]: first.files.get(path) ?? "" };
		const second = await runIn(again, argv);
		expect(second.exit).toBe(0);
		expect(second.files.get(path)).toEqual(first.files.get(path));
	});

	test.each(["%PDF-1.4 of someone else", "minutes of a meeting", ""])(
		"is kept when it is “%s”",
		async (text) => {
			const { exit, stderr, written } = await runIn(
				{ ...world, [path]: text },
				argv,
			);
			expect(exit).toBe(3);
			expect(written).toEqual([]);
			expect(stderr).toContain("lỗi[cli/foreign-file]");
			expect(stderr).not.toContain("Xong");
		},
	);

	test("gives way to --force", async () => {
		const files = { ...world, [path]: "minutes" };
		const { exit, written } = await runIn(files, [...argv, "--force"]);
		expect(exit).toBe(0);
		expect(written).toEqual([path]);
	});

	test("may be out of reach", async () => {
		const denied = { [path]: "EACCES" };
		const { exit, stderr } = await runIn(world, argv, { denied });
		expect(exit).toBe(3);
		expect(stderr).toContain("lỗi[cli/unwritable]");
		expect(stderr).toContain("không có quyền");
	});
});

describe("inputs", () => {
	test("no content/", async () => {
		const { exit, stderr } = await runIn({}, []);
		expect(exit).toBe(3);
		expect(stderr).toContain("lỗi[cli/no-file]");
	});

	test("a folder without notices", async () => {
		const { exit } = await runIn({ "a/b.txt": "" }, ["a"]);
		expect(exit).toBe(3);
	});

	test("a missing file does not stop the others", async () => {
		const { exit, written } = await runIn(world, [
			"khong-co.yaml",
			"content/vneid.yaml",
			"-s",
			"flyer-a4",
		]);
		expect(exit).toBe(3);
		expect(written).toEqual(["out/vneid.flyer-a4.pdf"]);
	});

	test("a file named twice is made once", async () => {
		const argv = ["content", "./content/vneid.yaml", "-s", "flyer-a4"];
		const { written } = await runIn(world, argv);
		expect(written).toHaveLength(1);
	});

	test("two notices for one name are not made", async () => {
		const files = { "a/Đợt 1.yaml": founding, "b/dot-1.yml": founding };
		const { exit, written, stderr } = await runIn(files, ["a", "b"]);
		expect(exit).toBe(2);
		expect(written).toEqual([]);
		expect(stderr).toContain("lỗi[cli/same-name]");
	});

	test("a file that cannot be read", async () => {
		const denied = { "content/vneid.yaml": "EACCES" };
		const { exit, stderr } = await runIn(world, [], { denied });
		expect(exit).toBe(3);
		expect(stderr).toContain("lỗi[cli/unreadable]");
	});

	test("an unknown font is the notice's fault", async () => {
		const files = { "a.yaml": `${founding}\nfont: Khong Co\n` };
		const { exit, stdout } = await runIn(files, ["a.yaml", "--json"]);
		expect(exit).toBe(1);
		expect(codes(stdout)).toEqual(["fonts/unknown-family"]);
		expect(JSON.parse(stdout).diagnostics[0].place.column).toBe(7);
	});

	test("a font that is none is a file's fault", async () => {
		const files = {
			"a.yaml": `${founding}\nfont: Hong\n`,
			"fonts/Hong-Regular.ttf": "not a font",
		};
		const { exit, stdout } = await runIn(files, ["a.yaml", "--json"]);
		expect(exit).toBe(3);
		expect(codes(stdout)).toEqual(["cli/unreadable"]);
	});
});

describe("check", () => {
	test("says that all is well and writes nothing", async () => {
		const { exit, stdout, stderr, written } = await runIn(world, ["check"]);
		expect(exit).toBe(0);
		expect(stdout).toBe("");
		expect(stderr).toBe("1 thông báo không có lỗi.\n");
		expect(written).toEqual([]);
	});

	test("finds faults", async () => {
		const files = { "a.yaml": wrong };
		const { exit } = await runIn(files, ["check", "a.yaml"]);
		expect(exit).toBe(1);
	});
});

describe("usage", () => {
	test.each([
		[["--shet=a"], "--sheet"],
		[["biuld"], "bangtin build"],
		[["-s", "flyer-a3"], "flyer-a4"],
		[["-t", "tuyne"], "tuyen"],
		[["--ink", "savr"], "saver"],
	])("%j suggests %s", async (argv, suggestion) => {
		const { exit, stdout } = await runIn(world, [...argv, "--json"]);
		expect(exit).toBe(2);
		expect(JSON.parse(stdout).diagnostics[0].params.suggestion).toBe(
			suggestion,
		);
	});

	test.each([
		[["-o"]],
		[["-o", "--force"]],
		[["--force=yes"]],
		[["-s", ","]],
		[["--lang", "fr"]],
		[["check", "--force"]],
		[["schema", "x.yaml"]],
		[["-z"]],
	])("%j is wrong", async (argv) => {
		const { exit, stdout, stderr, written } = await runIn(world, argv);
		expect(exit).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toContain("lỗi[cli/usage]");
		expect(written).toEqual([]);
	});

	test("all faults are told at once", async () => {
		const { stdout } = await runIn({}, ["--a", "--b", "--ink", "x", "--json"]);
		expect(codes(stdout)).toHaveLength(3);
	});

	test("English when asked", async () => {
		const { stderr } = await runIn({}, ["--lang", "en", "--bad"]);
		expect(stderr).toContain("error[cli/usage]  there is no option --bad");
	});

	test("--help and --version answer on stdout", async () => {
		const help = await runIn({}, ["-h", "--lang", "en"]);
		expect(help).toMatchObject({ exit: 0, stderr: "" });
		expect(help.stdout).toContain("bangtin check");
		const version = await runIn({}, ["--version"]);
		expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
	});
});

describe("--json is one document", () => {
	test.each([
		[["--json", "-s", "flyer-a4"], 0],
		[["check", "--json"], 0],
		[["--json", "khong-co.yaml"], 3],
		[["--json", "--nope"], 2],
		[["--json", "-o", "-"], 2],
		[["--json", "--help"], 0],
		[["--json", "schema"], 0],
	])("%j", async (argv, expected) => {
		const { exit, stdout } = await runIn(world, argv);
		expect(exit).toBe(expected);
		expect(() => JSON.parse(stdout)).not.toThrow();
	});

	test("with files and places", async () => {
		const files = { ...world, "content/z.yaml": wrong };
		const argv = ["--json", "-s", "flyer-a4", "--lang", "en"];
		const { stdout } = await runIn(files, argv);
		expect(JSON.parse(stdout)).toMatchObject({
			ok: false,
			exit: 1,
			files: [
				{
					path: "out/vneid.flyer-a4.pdf",
					notice: "content/vneid.yaml",
					sheet: "flyer-a4",
					ink: "full",
				},
			],
			diagnostics: [
				{
					code: "content/unknown-key",
					file: "content/z.yaml",
					place: { line, column: 1, length: 5 },
					fix: "did you mean: title?",
				},
			],
		});
	});
});

test("slugs are plain ASCII", () => {
	expect(slugOf("Tiêm chủng Đợt 2")).toBe("tiem-chung-dot-2");
	expect(slugOf("...")).toBe("thong-bao");
	expect(slugOf("vneid-dich-vu-cong")).toBe("vneid-dich-vu-cong");
});
