/** The package as others get it: packed, installed without a network, and used. */
import { execFileSync } from "node:child_process";
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "bangtin-package-"));
const project = join(folder, "xa");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a network would be, nothing answers; what npm has stored is not there either. */
const CUT_OFF = {
	...process.env,
	npm_config_cache: join(folder, "cache"),
	npm_config_registry: "http://127.0.0.1:9/",
	HTTPS_PROXY: "http://127.0.0.1:9/",
	HTTP_PROXY: "http://127.0.0.1:9/",
};
const isWindows = process.platform === "win32";

const npm = (cwd: string, ...argv: readonly string[]): string =>
	execFileSync(isWindows ? "npm.cmd" : "npm", argv, {
		cwd,
		encoding: "utf8",
		env: CUT_OFF,
		shell: isWindows,
	});

const node = (...argv: readonly string[]): string =>
	execFileSync(process.execPath, argv, {
		cwd: project,
		encoding: "utf8",
		env: CUT_OFF,
	});

const bangtin = (...argv: readonly string[]): string =>
	node(join(project, "node_modules/bangtin/dist/bangtin.js"), ...argv);

const installed = (path: string): string =>
	join(project, "node_modules/bangtin", path);

beforeAll(() => {
	const tsc = resolve("node_modules/typescript/bin/tsc");
	execFileSync(process.execPath, [
		tsc,
		"-p",
		"src/typings/tsconfig.package.json",
	]);
	npm(
		resolve("."),
		"pack",
		"--ignore-scripts",
		"--silent",
		"--pack-destination",
		folder,
	);
	const [tarball = ""] = readdirSync(folder).filter((name) =>
		name.endsWith(".tgz"),
	);
	mkdirSync(project);
	writeFileSync(join(project, "package.json"), '{ "private": true }\n');
	npm(project, "install", "--offline", "--silent", join(folder, tarball));
}, 180_000);

describe("installed in an empty folder, without a network", {
	timeout: 120_000,
}, () => {
	test("it needs no other package", () => {
		const names = readdirSync(join(project, "node_modules"));
		expect(names.filter((name) => !name.startsWith("."))).toEqual(["bangtin"]);
	});

	test("bangtin new and bangtin build work", () => {
		const made = bangtin("new", "Cắt điện", "--from", "cat-dien", "-q").trim();
		expect(made).toBe(join("content", "cat-dien.yaml"));
		const pdfs = bangtin("build", "-q").trim().split("\n");
		expect(pdfs).toHaveLength(2);
		for (const pdf of pdfs) {
			const bytes = readFileSync(join(project, pdf));
			expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
		}
		expect(readdirSync(join(project, "content"))).toEqual([
			"cat-dien.yaml",
			"thong-bao.schema.json",
		]);
	});

	test("the example of the library makes the same sheet as the command", () => {
		bangtin("new", "hop", "--from", "hop-dan", "-q");
		copyFileSync("tests/examples/typeset.mjs", join(project, "typeset.mjs"));
		node("typeset.mjs", "content/hop.yaml", "hop.pdf");
		const bytes = readFileSync(join(project, "hop.pdf"));
		expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
		expect(bytes.length).toBeGreaterThan(10_000);
	});

	test("its types are whole", () => {
		writeFileSync(
			join(project, "use.mts"),
			`import { type Announcement, readAnnouncement, type Sheet, typeset, type Typeface } from "bangtin";
const read = readAnnouncement("title: x");
const notice: Announcement | null = read.value;
export const sheet = (typeface: Typeface): Sheet | null =>
	notice ? typeset(notice, { sheet: "flyer-a4", theme: "tuyen", ink: "full" }, typeface).value : null;
// @ts-expect-error: there is no such sheet.
export const wrong = (typeface: Typeface) => notice && typeset(notice, { sheet: "flyer-a9", theme: "tuyen", ink: "full" }, typeface);
`,
		);
		const options =
			"--noEmit --strict --module nodenext --moduleResolution nodenext --target es2022 --lib es2023,dom --skipLibCheck --types";
		const tsc = resolve("node_modules/typescript/bin/tsc");
		expect(node(tsc, ...options.split(" "), "", "use.mts")).toBe("");
	});

	test("the schema, the fonts and all licences are there", () => {
		const schema = readFileSync(installed("content/thong-bao.schema.json"));
		expect(JSON.parse(schema.toString()).required).toContain("title");
		expect(readdirSync(installed("fonts"))).toContain("OFL.txt");
		const notices = readFileSync(installed("dist/THIRD-PARTY.txt"), "utf8");
		for (const name of [
			"yaml",
			"zod",
			"pdfkit",
			"fontkit",
			"qrcode",
			"jsqr",
			"@codemirror/view",
			"@lezer/lr",
		])
			expect(notices).toMatch(new RegExp(`^${name} \\d`, "mu"));
	});

	test("nothing of the workshop is", () => {
		const inside = readdirSync(installed("."));
		expect(inside.toSorted()).toEqual(
			[
				"LICENSE",
				"README.md",
				"content",
				"dist",
				"fonts",
				"package.json",
			].filter((name) => inside.includes(name)),
		);
	});
});
