/** `bangtin new`, and what it gives: templates that build as they stand. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noticeJsonSchema } from "../src/content/schema.ts";
import { SHEET_NAMES } from "../src/formats/formats.ts";
import { runIn } from "./cli-world.ts";

const FOLDER = "content/templates/";
const files = readdirSync(FOLDER);
const text = (bytes: Uint8Array | undefined): string =>
	new TextDecoder().decode(bytes);

describe("a template", { timeout: 60_000 }, () => {
	test("is there for each usual notice", () =>
		expect(files).toEqual([
			"canh-bao-lua-dao.yaml",
			"cat-dien.yaml",
			"cat-nuoc.yaml",
			"hop-dan.yaml",
			"lich-theo-thon.yaml",
			"thu-tuc.yaml",
			"tiem-chung.yaml",
		]));

	test.each(files)(
		"%s builds on every sheet without a warning",
		async (name) => {
			const source = readFileSync(`${FOLDER}${name}`, "utf8");
			const argv = ["check", "a.yaml", "-s", SHEET_NAMES.join(","), "--strict"];
			const { exit, stderr } = await runIn({ "a.yaml": source }, argv);
			expect(stderr).toBe("1 thông báo không có lỗi.\n");
			expect(exit).toBe(0);
		},
	);

	test.each(files)(
		"%s says what it is, and that nothing in it is real",
		(name) => {
			const source = readFileSync(`${FOLDER}${name}`, "utf8");
			const [schema, purpose = ""] = source.split("\n");
			expect(schema).toBe(
				"# yaml-language-server: $schema=./thong-bao.schema.json",
			);
			expect(purpose).toMatch(/^# Mẫu: \S/u);
			expect(source).toContain("Xã Ví Dụ không có thật");
			expect(source.match(/0\d{3} \d{3} \d{4}/gu)).toEqual(
				source.match(/0200 000 0000/gu),
			);
		},
	);
});

describe("new", () => {
	test("asks nothing when nobody is there, and writes the schema beside", async () => {
		const { exit, stdout, stderr, written, files } = await runIn({}, ["new"]);
		expect(exit).toBe(0);
		expect(stdout).toBe("content/hop-dan.yaml\n");
		expect(stderr).toContain("bangtin build content/hop-dan.yaml");
		expect(written).toEqual([
			"content/hop-dan.yaml",
			"content/thong-bao.schema.json",
		]);
		expect(
			JSON.parse(text(files.get("content/thong-bao.schema.json"))),
		).toEqual(noticeJsonSchema());
	});

	test.each([
		["2", "cắt điện"],
		["cat-nuoc", "cấp nước"],
		["Cắt nước", "cấp nước"],
		["", "mời họp"],
	])("somebody may type “%s”", async (typed, purpose) => {
		const { stdout, stderr, files } = await runIn({}, ["new"], {
			typed: [typed],
		});
		expect(stderr).toContain("  2  cắt điện  (cat-dien)");
		expect(text(files.get(stdout.trim()))).toContain(purpose);
	});

	test.each([
		["Họp thôn Cầu Tre", "content/hop-thon-cau-tre.yaml"],
		["so/Đợt 2", "so/dot-2.yaml"],
		["a.yaml", "a.yaml"],
	])("%s is %s", async (slug, file) => {
		const { stdout } = await runIn({}, ["new", slug]);
		expect(stdout).toBe(`${file}\n`);
	});

	test("never overwrites", async () => {
		const mine = { "content/a.yaml": "của tôi" };
		const { exit, stderr, written } = await runIn(mine, ["new", "a"]);
		expect(exit).toBe(3);
		expect(stderr).toContain("lỗi[cli/exists]");
		expect(written).toEqual([]);
	});

	test("numbers a name that nobody chose", async () => {
		const mine = { "content/hop-dan.yaml": "của tôi" };
		const { stdout } = await runIn(mine, ["new"]);
		expect(stdout).toBe("content/hop-dan-2.yaml\n");
	});

	test("keeps a schema that is there", async () => {
		const mine = { "content/thong-bao.schema.json": "{}" };
		const { written } = await runIn(mine, ["new"]);
		expect(written).toEqual(["content/hop-dan.yaml"]);
	});

	test("suggests a template", async () => {
		const { exit, stdout } = await runIn({}, [
			"new",
			"--from",
			"cat-dine",
			"--json",
		]);
		expect(exit).toBe(2);
		expect(JSON.parse(stdout).diagnostics[0].params.suggestion).toBe(
			"cat-dien",
		);
	});

	test("tells its file in JSON", async () => {
		const { stdout } = await runIn({}, ["new", "--json"]);
		expect(JSON.parse(stdout).files).toMatchObject([
			{ path: "content/hop-dan.yaml" },
		]);
	});
});
