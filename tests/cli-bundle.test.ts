/** The bundle as it is shipped, in a process of its own. */
import { spawn } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const BUNDLE = resolve("dist/bangtin.js");
const founding = readFileSync("content/vneid-dich-vu-cong.yaml");

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "bangtin-"));
	mkdirSync(join(folder, "content"));
	writeFileSync(join(folder, "content/vneid.yaml"), founding);
});
afterEach(() => {
	chmodSync(folder, 0o755);
	rmSync(folder, { recursive: true });
});

interface Ran {
	readonly exit: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

function bangtin(...argv: readonly string[]): Promise<Ran> {
	const child = spawn(process.execPath, [BUNDLE, ...argv], { cwd: folder });
	const said = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (text) => {
		said.stdout += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		said.stderr += text;
	});
	return new Promise((done) => {
		child.on("close", (exit) => done({ exit, ...said }));
	});
}

test("builds the notices of the working directory", async () => {
	const { exit, stdout, stderr } = await bangtin("build", "-s", "flyer-a4");
	expect(stdout).toBe(`${join("out", "vneid.flyer-a4.pdf")}\n`);
	expect(stderr).toBe("Xong 1 tệp PDF.\n");
	expect(exit).toBe(0);
	// No temporary file is left beside it.
	expect(readdirSync(join(folder, "out"))).toEqual(["vneid.flyer-a4.pdf"]);
});

test("writes nothing for a wrong notice", async () => {
	writeFileSync(join(folder, "content/vneid.yaml"), "kind: a: b\n");
	const { exit, stdout, stderr } = await bangtin();
	expect(exit).toBe(1);
	expect(stdout).toBe("");
	expect(stderr).toContain(
		[
			'lỗi[content/colon]  câu có dấu ": " phải đặt trong ngoặc kép',
			`  --> ${join("content", "vneid.yaml")}:1:8`,
			"1 | kind: a: b",
			"  |        ^",
			'   sửa thành:  kind: "a: b"',
		].join("\n"),
	);
	expect(readdirSync(folder)).toEqual(["content"]);
});

test("prints one JSON document and nothing else", async () => {
	const { exit, stdout, stderr } = await bangtin("check", "--json");
	expect(stderr).toBe("");
	expect(JSON.parse(stdout)).toMatchObject({ ok: true, exit: 0 });
	expect(exit).toBe(0);
});

test("prints a JSON Schema that knows its words", async () => {
	const { exit, stdout } = await bangtin("schema");
	expect(exit).toBe(0);
	expect(JSON.parse(stdout).required).toEqual([
		"kind",
		"issuer",
		"date",
		"as_of",
		"title",
		"body",
	]);
});

test("cannot write where a file stands in the way of the folder", async () => {
	writeFileSync(join(folder, "out"), "");
	const { exit, stderr } = await bangtin("-s", "flyer-a4");
	expect(exit).toBe(3);
	expect(stderr).toContain("lỗi[cli/unwritable]");
	expect(readdirSync(folder).sort()).toEqual(["content", "out"]);
});

test("survives a reader that leaves", async () => {
	const child = spawn(process.execPath, [BUNDLE, "-s", "flyer-a4"], {
		cwd: folder,
	});
	child.stdout.destroy();
	const exit = await new Promise((done) => child.on("close", done));
	expect(exit).toBe(0);
	expect(readdirSync(join(folder, "out"))).toHaveLength(1);
});

test("can be interrupted and leaves nothing half-written", async () => {
	for (let i = 0; i < 30; i++) {
		writeFileSync(join(folder, `content/n${i}.yaml`), founding);
	}
	const child = spawn(process.execPath, [BUNDLE], { cwd: folder });
	// Its first file shows that it is at work.
	const watch = setInterval(() => {
		if (existsSync(join(folder, "out"))) child.kill("SIGINT");
	}, 5);
	const exit = await new Promise((done) => child.on("close", done));
	clearInterval(watch);
	expect(exit).toBe(130);
	const left = readdirSync(folder, { recursive: true }).map(String);
	expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
