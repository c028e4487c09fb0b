/** The notice comes back out of its PDF, whoever saved it last. */
import { execFileSync } from "node:child_process";
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zlibSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { safeName } from "../src/cli/open.ts";
import { inflate, MOST_DECODED } from "../src/pdf-reader/filters.ts";
import { openPdf, readAll } from "../src/pdf-reader/open-pdf.ts";
import { runIn } from "./cli-world.ts";
import { hasProgram } from "./support/machine.ts";
import { name, string, Workbench, withFields } from "./support/rewrite-pdf.ts";

const samples = readdirSync("content").filter((file) => file.endsWith(".yaml"));
const sourceOf = (file: string): Buffer => readFileSync(join("content", file));

const built = await runIn(
	Object.fromEntries(
		samples.map((file) => [`content/${file}`, sourceOf(file)]),
	),
	["build", "-s", "flyer-a4,leaflet-a5,poster-a3", "--ink", "saver"],
);
const pdfs = [...built.files].filter(([path]) => path.endsWith(".pdf"));
const pdfOf = (file: string): Uint8Array =>
	built.files.get(`out/${file.replace(".yaml", ".flyer-a4.saver.pdf")}`) ??
	new Uint8Array();
const FIRST = "cat-dien.yaml";
const good = pdfOf(FIRST);

const open = (pdf: Uint8Array | string, ...argv: readonly string[]) =>
	runIn({ "a.pdf": pdf }, ["open", "a.pdf", ...argv]);

const hasQpdf = hasProgram("qpdf", "qpdf");
const folder = mkdtempSync(join(tmpdir(), "open-"));
afterAll(() => rmSync(folder, { recursive: true }));

function resaved(pdf: Uint8Array, ...options: readonly string[]): Uint8Array {
	const [before, after] = [join(folder, "a.pdf"), join(folder, "b.pdf")];
	writeFileSync(before, pdf);
	execFileSync("qpdf", ["--deterministic-id", ...options, before, after]);
	return readFileSync(after);
}

test("all samples were built", () => {
	expect(built.exit).toBe(0);
	expect(pdfs).toHaveLength(samples.length * 3);
});

describe.each(pdfs)("%s", (path, pdf) => {
	const source = sourceOf(path.replace(/^out\//, "").replace(/\..*/, ".yaml"));
	test.each([
		["as it was made", (bytes: Uint8Array) => bytes],
		["written anew", (bytes: Uint8Array) => new Workbench(bytes).save()],
		[
			"in object streams",
			(bytes: Uint8Array) => new Workbench(bytes).save({ objectStreams: true }),
		],
		[
			"its tables broken",
			(bytes: Uint8Array) => {
				const broken = Uint8Array.from(bytes);
				broken.fill(0x30, bytes.length - 30, bytes.length - 8);
				return broken;
			},
		],
		[
			"object streams and no tables",
			(bytes: Uint8Array) => {
				const modern = new Workbench(bytes).save({ objectStreams: true });
				return modern.slice(0, modern.length - 20);
			},
		],
	])("gives back its notice, byte for byte: %s", async (_, save) => {
		const { exit, files } = await open(save(pdf), "-o", "back");
		expect(exit).toBe(0);
		const [[, bytes] = []] = [...files].filter(([p]) => p.startsWith("back"));
		expect(Buffer.from(bytes ?? []).equals(source)).toBe(true);
	});
});

describe.runIf(hasQpdf)("after qpdf", () => {
	test.each([
		[["--object-streams=generate"]],
		[["--linearize"]],
		[["--qdf", "--object-streams=disable"]],
		[
			[
				"--object-streams=generate",
				"--recompress-flate",
				"--normalize-content=y",
			],
		],
	])("%j", async (options) => {
		for (const [path, pdf] of pdfs.slice(0, 6)) {
			const { exit, files } = await open(
				resaved(pdf, ...options),
				"-o",
				"back",
			);
			expect(exit).toBe(0);
			const yaml = path.replace(/^out\//, "").replace(/\..*/, ".yaml");
			const back = Buffer.from(files.get(`back/${yaml}`) ?? []);
			expect(back.equals(sourceOf(yaml))).toBe(true);
		}
	});
});

describe("open", () => {
	test("writes here, and says what", async () => {
		const { exit, stdout, stderr } = await open(good);
		expect([exit, stdout]).toEqual([0, `${FIRST}\n`]);
		expect(stderr).toContain("Đã lấy lại 1 tệp");
	});

	test("gives the bytes to stdout, and nothing else", async () => {
		const { exit, stdout, stderr, written } = await open(good, "-o", "-");
		expect(exit).toBe(0);
		expect(Buffer.from(stdout, "latin1").equals(sourceOf(FIRST))).toBe(true);
		expect([stderr, written]).toEqual(["", []]);
	});

	test("tells machines too", async () => {
		const { stdout } = await open(good, "--json");
		expect(JSON.parse(stdout)).toMatchObject({
			ok: true,
			files: [{ path: FIRST, bytes: sourceOf(FIRST).length }],
		});
	});

	test("leaves another file of that name alone, unless forced", async () => {
		const world = { "a.pdf": good, [FIRST]: "mine" };
		const { exit, stderr, written } = await runIn(world, ["open", "a.pdf"]);
		expect([exit, written]).toEqual([3, []]);
		expect(stderr).toContain("lỗi[cli/exists]");
		const forced = await runIn(world, ["open", "a.pdf", "--force"]);
		expect([forced.exit, forced.written]).toEqual([0, [FIRST]]);
	});

	test("is content with the same file", async () => {
		const world = { "a.pdf": good, [FIRST]: sourceOf(FIRST) };
		expect((await runIn(world, ["open", "a.pdf"])).exit).toBe(0);
	});

	const why = async (pdf: Uint8Array | string): Promise<unknown> => {
		const { exit, stdout, written } = await open(pdf, "--json");
		expect([exit, written]).toEqual([3, []]);
		const [first] = JSON.parse(stdout).diagnostics;
		expect(first.code).toBe("cli/no-source");
		return first.params.why;
	};

	test("says that a file is no PDF", async () =>
		expect(await why("kind: Thông báo")).toBe("not-pdf"));

	test("says that a PDF is another program's, even if it carries YAML", async () => {
		const bench = new Workbench(good);
		for (const id of bench.find({ Subtype: "XML" }))
			bench.edit(id, (xmp) => xmp.replaceAll("bangtin", "Word"));
		const info = bench.trailer.entries.get("Info");
		if (typeof info === "object" && info?.kind === "ref")
			bench.set(info.id, { Producer: string("Word"), Creator: undefined });
		expect(await why(bench.save())).toBe("foreign");
	});

	test("says that the notice was taken out", async () => {
		const bench = new Workbench(good);
		for (const id of bench.find({ Type: "Catalog" }))
			bench.set(id, { AF: undefined, Names: undefined });
		expect(await why(bench.save())).toBe("stripped");
	});

	test("says that the notice is damaged", async () => {
		const bench = new Workbench(good);
		for (const id of bench.find({ Type: "EmbeddedFile" })) {
			const value = bench.objects.get(id) ?? null;
			if (typeof value !== "object" || value?.kind !== "stream") continue;
			bench.objects.set(id, { ...value, raw: value.raw.slice(0, 40) });
		}
		expect(await why(bench.save())).toBe("damaged");
		expect(await why(good.slice(0, good.length >> 1))).toBe("damaged");
	});

	test("says that a PDF is locked", async () => {
		const bench = new Workbench(good);
		bench.trailer = withFields(bench.trailer, { Encrypt: bench.ref(1) });
		expect(await why(bench.save())).toBe("encrypted");
	});

	test("needs a PDF, and one for stdout", async () => {
		expect((await runIn({}, ["open"])).exit).toBe(2);
		const two = { "a.pdf": good, "b.pdf": good };
		const argv = ["open", "a.pdf", "b.pdf", "-o", "-"];
		expect((await runIn(two, argv)).exit).toBe(2);
		expect((await runIn({}, ["open", "no.pdf"])).exit).toBe(3);
	});
});

test.each([
	["../../etc/passwd", "passwd"],
	["C:\\Windows\\a.yaml", "a.yaml"],
	["..", "thong-bao.yaml"],
	["", "thong-bao.yaml"],
	["con.yaml", "_con.yaml"],
	["a\u0000b?.yaml", "ab.yaml"],
	[".bashrc", "bashrc"],
])("a file that calls itself %j is written as %j", (typed, safe) =>
	expect(safeName(typed)).toBe(safe),
);

describe("the reader", () => {
	test("never throws, whatever byte is changed or lost", () => {
		let seed = 1;
		const random = (below: number): number => {
			seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
			return (seed >>> 8) % below;
		};
		for (let round = 0; round < 300; round++) {
			const bytes = Uint8Array.from(good);
			for (let i = 0; i < 20; i++) bytes[random(bytes.length)] = random(256);
			const cut = random(3) === 0 ? random(bytes.length) : bytes.length;
			const file = openPdf(bytes.subarray(0, cut));
			if (file !== null) readAll(file);
		}
	});

	test("is not led in circles", () => {
		const bench = new Workbench(good);
		const [pages = 0] = bench.find({ Type: "Pages" });
		bench.set(pages, { Kids: { kind: "array", items: [bench.ref(pages)] } });
		const loop = bench.add(null);
		bench.objects.set(
			typeof loop === "object" && loop?.kind === "ref" ? loop.id : 0,
			loop,
		);
		bench.set(pages, { Count: loop, Type: name("Pages") });
		const file = openPdf(bench.save());
		expect(file?.get(loop)).toBeNull();
		expect(file?.trouble.has("object")).toBe(true);
	});

	test("does not unpack without end", () => {
		const bomb = zlibSync(new Uint8Array(MOST_DECODED + 1));
		expect(bomb.length).toBeLessThan(MOST_DECODED / 500);
		const { bytes, whole } = inflate(bomb);
		expect(whole).toBe(false);
		expect(bytes.length).toBeLessThan(MOST_DECODED * 2);
	});
});
