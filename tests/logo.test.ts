/** The issuer's own picture, from the file beside the notice to the bytes of the PDF. */
import { spawnSync } from "node:child_process";
import {
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { encode } from "fast-png";
import { afterAll, describe, expect, test } from "vitest";
import { nodeEffects } from "../src/cli/node-effects.ts";
import { readAnnouncement } from "../src/content/read.ts";
import { withPicture } from "../src/model/with-picture.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { openPdf, type PdfFile } from "../src/pdf-reader/open-pdf.ts";
import { asKind, asName, asNumber } from "../src/pdf-reader/values.ts";
import { readPicture } from "../src/pictures/read.ts";
import { forShop } from "../src/print/shop.ts";
import { proofPdf } from "../src/proof/bytes/proof-pdf.ts";
import { typeset } from "../src/typeset.ts";
import { runIn } from "./cli-world.ts";
import { openBundled } from "./support/typeface.ts";

const SVG = readFileSync("content/xa-vi-du.svg", "utf8");

/** Red on the left, clear on the right. */
function png(pixels: number): Uint8Array {
	const data = new Uint8Array(pixels * pixels * 4);
	for (let at = 0; at < pixels * pixels; at++)
		data.set(
			at % pixels < pixels / 2 ? [200, 16, 46, 255] : [9, 9, 9, 0],
			at * 4,
		);
	return encode({ width: pixels, height: pixels, data, channels: 4 });
}

const notice = (logo: string): string => `kind: Thông báo
issuer: { name: Ủy ban nhân dân xã Ví Dụ, parent: Tờ mẫu, logo: ${logo} }
date: 2026-12-07
as_of: 2026-12-07
title: Cắt điện
when: { on: 2026-12-13 }
body:
  - facts: [{ icon: clock, text: "7:30 – 11:00" }]
`;

const build = (
	logo: string,
	beside: Readonly<Record<string, string | Uint8Array>>,
	...more: readonly string[]
) =>
	runIn({ "a.yaml": notice(logo), ...beside }, [
		"build",
		"a.yaml",
		"--json",
		...more,
	]);

const codesIn = (stdout: string): readonly string[] => {
	const { diagnostics } = JSON.parse(stdout) as {
		diagnostics: readonly { code: string; place: { line: number } }[];
	};
	return diagnostics.map(({ code, place }) => `${code} ${place.line}`);
};

describe("bangtin build", () => {
	test("prints a PNG and an SVG on every sheet, and every rule passes", async () => {
		for (const [name, bytes] of [
			["logo.png", png(400)],
			["hinh/logo.svg", SVG],
		] as const) {
			const ran = await build(
				name,
				{ [name]: bytes },
				"--strict",
				"-s",
				"flyer-a4,poster-a3,leaflet-a5",
			);
			expect(codesIn(ran.stdout)).toEqual([]);
			expect(ran.exit).toBe(0);
			const pdfs = [...ran.files].filter(([path]) => path.endsWith(".pdf"));
			expect(pdfs).toHaveLength(3);
			for (const [, pdf] of pdfs) expect(await proofPdf(pdf)).toEqual([]);
		}
	});

	test("finds a file that is named as Windows names it", async () => {
		const ran = await build("'hinh\\logo.svg'", { "hinh/logo.svg": SVG });
		expect(ran.exit).toBe(0);
	});

	test.each([
		["missing.png", {}, "pictures/missing 2"],
		["../logo.png", { "../logo.png": png(400) }, "pictures/outside 2"],
		["/etc/logo.png", {}, "pictures/outside 2"],
		["'C:\\logo.png'", {}, "pictures/outside 2"],
		["https://vidu.gov.vn/logo.png", {}, "pictures/outside 2"],
		["quoc_huy.svg", { "quoc_huy.svg": SVG }, "pictures/emblem 2"],
		["Quốc-huy.svg", { "Quốc-huy.svg": SVG }, "pictures/emblem 2"],
		["a.yaml", {}, "pictures/kind 2"],
		[
			"big.png",
			{ "big.png": new Uint8Array(2_000_001) },
			"pictures/too-large 2",
		],
		["bad.png", { "bad.png": png(40).subarray(0, 60) }, "pictures/broken 2"],
		[
			"text.svg",
			{ "text.svg": SVG.replace("<path", "<text/><path") },
			"pictures/svg 2",
		],
	])("writes nothing and names the line for %s", async (logo, beside, code) => {
		const ran = await build(logo, beside);
		expect(codesIn(ran.stdout)).toEqual([code]);
		expect([ran.exit, ran.written]).toEqual([1, []]);
	});

	test("warns of a picture that will look blurred", async () => {
		const ran = await build(
			"logo.png",
			{ "logo.png": png(60) },
			"-s",
			"flyer-a4",
		);
		expect(codesIn(ran.stdout)).toEqual(["pictures/coarse 2"]);
		expect(ran.exit).toBe(0);
	});
});

describe("bangtin merge", () => {
	const folder = "tests/fixtures/villages";
	const hop = readFileSync(join(folder, "hop-thon.yaml"), "utf8").replace(
		/^issuer:$/mu,
		"issuer:\n  logo: logo.png",
	);
	const world = {
		"a/hop.yaml": hop,
		"a/thon.csv": readFileSync(join(folder, "thon.csv")),
		"a/logo.png": png(400),
	};
	const argv = ["merge", "a/hop.yaml", "-o", "out"];

	test("prints it on every village's sheet, anew when it has changed", async () => {
		expect(hop).toContain("logo.png");
		const first = await runIn(world, argv);
		expect([
			first.exit,
			first.written.filter((path) => path.endsWith(".pdf")).length,
		]).toEqual([0, 3]);
		for (const [path, pdf] of first.files)
			if (path.endsWith(".pdf")) expect(imagesOf(pdf)).toHaveLength(1);
	});

	test("makes the sheets anew when it has changed, and only then", () => {
		const root = mkdtempSync(join(tmpdir(), "bangtin-logo-"));
		try {
			const made = (): number => {
				const argv = ["merge", "hop.yaml", "-j", "1", "--failed"];
				const { status, stdout } = spawnSync(
					process.execPath,
					[resolve("dist/bangtin.js"), ...argv],
					{ cwd: root, encoding: "utf8" },
				);
				expect(status).toBe(0);
				return stdout.split("\n").filter((line) => line !== "").length;
			};
			for (const [path, data] of Object.entries(world))
				writeFileSync(join(root, path.slice(2)), data);
			expect([made(), made()]).toEqual([3, 0]);
			writeFileSync(join(root, "logo.png"), png(402));
			expect([made(), made()]).toEqual([3, 0]);
		} finally {
			rmSync(root, { recursive: true });
		}
	});

	test("writes nothing without it", async () => {
		const { "a/logo.png": _, ...rest } = world;
		const ran = await runIn(rest, [...argv, "--json"]);
		expect(codesIn(ran.stdout)).toEqual(["pictures/missing 4"]);
		expect([ran.exit, ran.written]).toEqual([1, []]);
	});
});

describe("files that are links", () => {
	const root = mkdtempSync(join(tmpdir(), "bangtin-logo-"));
	afterAll(() => rmSync(root, { recursive: true }));
	const effects = nodeEffects({
		fonts: "fonts",
		templates: "content/templates",
	});

	test("are followed within the folder and not out of it", async () => {
		const outside = join(root, "outside.png");
		writeFileSync(outside, "secret");
		const folder = mkdtempSync(join(root, "notice-"));
		writeFileSync(join(folder, "real.png"), "picture");
		symlinkSync("real.png", join(folder, "inside.png"));
		symlinkSync(outside, join(folder, "out.png"));
		symlinkSync(root, join(folder, "up"));
		expect(await effects.readInside(folder, "inside.png", 100)).toMatchObject({
			kind: "bytes",
		});
		for (const file of ["out.png", "up/outside.png", "../outside.png"])
			expect(await effects.readInside(folder, file, 100)).toEqual({
				kind: "outside",
			});
		expect(await effects.readInside(folder, "none.png", 100)).toEqual({
			kind: "missing",
		});
		expect(await effects.readInside(folder, "real.png", 3)).toEqual({
			kind: "too-large",
			bytes: 7,
		});
	});
});

const typeface = openBundled();

function sheetWith(bytes: Uint8Array, ink: "full" | "saver") {
	const { value: announcement } = readAnnouncement(notice("logo.png"));
	const { value: picture } = readPicture(bytes, "issuer.logo");
	if (!announcement || !picture) throw new Error("no notice");
	const { value } = typeset(
		withPicture(announcement, picture),
		{ sheet: "flyer-a4", theme: "tuyen", ink },
		typeface,
	);
	if (value === null) throw new Error("no sheet");
	return value;
}

function imagesOf(bytes: Uint8Array): readonly string[] {
	const file: PdfFile | null = openPdf(bytes);
	if (file === null) throw new Error("no PDF");
	return file.ids.flatMap((id) => {
		const stream = asKind(
			file.get({ kind: "ref", id, generation: 0 }),
			"stream",
		);
		if (stream === null || asName(file.field(stream, "Subtype")) !== "Image")
			return [];
		const side = asNumber(file.field(stream, "Width"));
		return [
			`${asName(file.field(stream, "ColorSpace"))} ${side} ${file.decode(stream).bytes.length}`,
		];
	});
}

describe("the bytes", () => {
	test("hold a picture once, in the colours of the printing, at 300 to the inch", () => {
		// 4.6 of 70 parts of 210 mm at 300 to the inch are 163 pixels.
		const area = 163 * 163;
		const full = sheetWith(png(400), "full");
		expect(imagesOf(paintPdf(full, typeface))).toEqual([
			`DeviceRGB 163 ${area * 3}`,
		]);
		expect(imagesOf(paintPdf(sheetWith(png(400), "saver"), typeface))).toEqual([
			`DeviceGray 163 ${area}`,
		]);
		expect(imagesOf(paintPdf(forShop(full), typeface))).toEqual([
			`DeviceCMYK 163 ${area * 4}`,
		]);
	});

	test("are the same twice", () => {
		const once = paintPdf(
			sheetWith(new TextEncoder().encode(SVG), "full"),
			typeface,
		);
		const again = paintPdf(
			sheetWith(new TextEncoder().encode(SVG), "full"),
			typeface,
		);
		expect(again).toEqual(once);
	});

	test("without its picture a notice is not laid out", () => {
		const { value: announcement } = readAnnouncement(notice("logo.png"));
		if (announcement === null) throw new Error("no notice");
		const request = { sheet: "flyer-a4", theme: "tuyen", ink: "full" } as const;
		expect(typeset(announcement, request, typeface)).toMatchObject({
			value: null,
			diagnostics: [{ code: "pictures/missing", path: "issuer.logo" }],
		});
	});
});
