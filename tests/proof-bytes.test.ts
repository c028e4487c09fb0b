/** Finished PDFs read back: all samples pass, and every rule finds what it is for. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zlibSync } from "fflate";
import { encode as encodeJpeg } from "jpeg-js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sheet } from "../src/layout/sheet.ts";
import type { MessageParams } from "../src/messages/codes.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import {
	asDict,
	asKind,
	itemsOf,
	type PdfValue,
	textOf,
} from "../src/pdf-reader/values.ts";
import {
	pageTexts,
	proofPainted,
	proofPdf,
} from "../src/proof/bytes/proof-pdf.ts";
import { BYTES_RULES } from "../src/proof/bytes/rules.ts";
import { readToUnicode } from "../src/proof/bytes/to-unicode.ts";
import { readXml } from "../src/proof/bytes/xml.ts";
import { encodeQr } from "../src/qr/encode.ts";
import { mm } from "../src/units.ts";
import { runIn } from "./cli-world.ts";
import {
	array,
	dictOf,
	name,
	string,
	Workbench,
	withFields,
} from "./support/rewrite-pdf.ts";
import {
	artifact as asArtifact,
	content,
	element,
	frame,
	sampleSheet,
	textRun,
} from "./support/sheet.ts";
import { openBundled } from "./support/typeface.ts";

const samples = readdirSync("content").filter((file) => file.endsWith(".yaml"));
const world = Object.fromEntries(
	samples.map((file) => [
		`content/${file}`,
		readFileSync(join("content", file)),
	]),
);
/** Milliseconds; all samples on all sheets take some seconds on a busy machine. */
const PATIENCE = 120_000;
const SHEETS = "flyer-a4,poster-a3,leaflet-a5,leaflet-a5-2up";

const codesOf = (bytes: Uint8Array): readonly string[] => [
	...new Set(proofPdf(bytes).map(({ code }) => code)),
];

describe.each(["full", "saver"])("all samples in %s ink", (ink) => {
	let pdfs: readonly (readonly [string, Uint8Array])[] = [];
	beforeAll(async () => {
		const { files } = await runIn(world, ["-s", SHEETS, "--ink", ink]);
		pdfs = [...files].filter(([path]) => path.endsWith(".pdf"));
	}, PATIENCE);

	test("are there on every sheet", () =>
		expect(pdfs).toHaveLength(samples.length * SHEETS.split(",").length));

	test("pass", { timeout: PATIENCE }, () => {
		for (const [path, bytes] of pdfs)
			expect([path, proofPdf(bytes)]).toEqual([path, []]);
	});

	test("pass after they were put together anew, in object streams too", {
		timeout: PATIENCE,
	}, () => {
		for (const [path, bytes] of pdfs.slice(0, 12)) {
			const bench = new Workbench(bytes);
			expect([path, codesOf(bench.save())]).toEqual([path, []]);
			const modern = bench.save({ objectStreams: true });
			expect([path, codesOf(modern)]).toEqual([path, []]);
		}
	});
});

/** One with two codes and links, a list and figures; one with a table. */
const made = await runIn(
	{
		"content/codes.yaml": readFileSync("content/vneid-dich-vu-cong.yaml"),
		"content/table.yaml": readFileSync("content/tiem-phong-cho-meo.yaml"),
		"content/two.yaml": readFileSync("content/bao-hiem-y-te.yaml"),
	},
	["-s", "flyer-a4"],
);
const good = made.files.get("out/codes.flyer-a4.pdf") ?? new Uint8Array();
const twoPages = made.files.get("out/two.flyer-a4.pdf") ?? new Uint8Array();
const withTable = made.files.get("out/table.flyer-a4.pdf") ?? new Uint8Array();

const idOf = (value: PdfValue | undefined): number =>
	asKind(value ?? null, "ref")?.id ?? -1;

const first = (
	bench: Workbench,
	wanted: Readonly<Record<string, string>>,
): number => {
	const [id] = bench.find(wanted);
	if (id === undefined) throw new Error(`none: ${JSON.stringify(wanted)}`);
	return id;
};

const pageOf = (bench: Workbench): number => first(bench, { Type: "Page" });
const rootOf = (bench: Workbench): number => first(bench, { Type: "Catalog" });
const contentsOf = (bench: Workbench): number =>
	idOf(asDict(bench.get(bench.ref(pageOf(bench))))?.entries.get("Contents"));
const infoOf = (bench: Workbench): number =>
	idOf(bench.trailer.entries.get("Info"));

/** The content stream of the page, changed. */
const paint =
	(change: (text: string) => string) =>
	(bench: Workbench): void =>
		bench.edit(contentsOf(bench), change);

const after = (text: string, added: string) =>
	paint((content) => {
		const at = content.indexOf(text);
		if (at < 0) throw new Error(`no ${text}`);
		return (
			content.slice(0, at + text.length) +
			added +
			content.slice(at + text.length)
		);
	});

const artifact = (operators: string): string =>
	`\n/Artifact BMC q ${operators} Q EMC\n`;

const append = (operators: string) =>
	paint((content) => content + artifact(operators));

/** Where the page shows its first code. */
const CODE = /q 0 g ([\d.]+ 0 0 [\d.]+ [\d.]+ [\d.]+) cm \/Qr1 Do Q/;

const codeAt = (content: string): readonly number[] =>
	(CODE.exec(content)?.[1] ?? "").split(" ").map(Number);

const profileOf = (bench: Workbench): number => {
	const [intent = null] = itemsOf(
		bench.field(bench.ref(rootOf(bench)), "OutputIntents"),
	);
	return idOf(asDict(bench.get(intent))?.entries.get("DestOutputProfile"));
};
const xmpOf = (bench: Workbench): number => first(bench, { Subtype: "XML" });

/** Changes the first tag of a type. */
const retag =
	(type: string, changes: Readonly<Record<string, PdfValue | undefined>>) =>
	(bench: Workbench): void =>
		bench.set(first(bench, { S: type }), changes);

const linkOf = (bench: Workbench): number => first(bench, { Subtype: "Link" });

/** A code whose middle is one black square. */
const spoilCode = (bench: Workbench): void =>
	bench.edit(first(bench, { Subtype: "Form" }), (code) => {
		const numbers = [...code.matchAll(/(\d+) (\d+) [ml]/g)].map(([, x]) =>
			Number(x),
		);
		const end = Math.max(...numbers) - 9;
		const square = `9 9 m ${end} 9 l ${end} ${end} l 9 ${end} l h`;
		return code.replace(/f$/, `${square}\nf`);
	});

/** What the tags of the codes say, in order. */
const addressesIn = (bytes: Uint8Array): readonly string[] => {
	const bench = new Workbench(bytes);
	return bench
		.find({ S: "Figure" })
		.flatMap((id) => textOf(bench.field(bench.ref(id), "Alt")) ?? [])
		.flatMap((alt) => /https:\/\/\S+/.exec(alt)?.[0] ?? []);
};

interface Breakage {
	readonly code: string;
	readonly what: string;
	readonly pdf?: Uint8Array;
	readonly spoil: (bench: Workbench) => void;
	/** After the objects are together again. */
	readonly bytes?: (bytes: Uint8Array) => Uint8Array;
}

const breakages: readonly Breakage[] = [
	{
		code: "proof/damaged",
		what: "the tables lead nowhere",
		spoil: () => {},
		bytes: (bytes) => {
			const text = Buffer.from(bytes).toString("latin1");
			return Buffer.from(
				text.replace(/startxref\n\d+/, "startxref\n17"),
				"latin1",
			);
		},
	},
	{
		code: "proof/page-size",
		what: "none we know",
		spoil: (bench) => {
			const box = array(0, 0, 700, 900);
			bench.set(pageOf(bench), { MediaBox: box, TrimBox: box });
		},
	},
	{
		code: "proof/page-box",
		what: "no trim",
		spoil: (bench) => bench.set(pageOf(bench), { TrimBox: undefined }),
	},
	{
		code: "proof/title",
		what: "not shown",
		spoil: (bench) =>
			bench.set(rootOf(bench), { ViewerPreferences: undefined }),
	},
	{
		code: "proof/title",
		what: "none",
		spoil: (bench) => bench.set(infoOf(bench), { Title: undefined }),
	},
	{
		code: "proof/language",
		what: "none",
		spoil: (bench) => bench.set(rootOf(bench), { Lang: undefined }),
	},
	{
		code: "proof/no-tags",
		what: "not marked",
		spoil: (bench) => bench.set(rootOf(bench), { MarkInfo: undefined }),
	},
	{
		code: "proof/tab-order",
		what: "of rows",
		spoil: (bench) => bench.set(pageOf(bench), { Tabs: name("R") }),
	},
	{
		code: "proof/file-id",
		what: "none",
		spoil: (bench) => {
			bench.trailer = withFields(bench.trailer, { ID: undefined });
		},
	},
	{
		code: "proof/xmp",
		what: "a bare &",
		spoil: (bench) =>
			bench.edit(xmpOf(bench), (xmp) =>
				xmp.replace("<pdf:Producer>", "<pdf:Producer>A & B "),
			),
	},
	{
		code: "proof/xmp",
		what: "none",
		spoil: (bench) => bench.set(rootOf(bench), { Metadata: undefined }),
	},
	{
		code: "proof/xmp-claim",
		what: "no PDF/UA",
		spoil: (bench) =>
			bench.edit(xmpOf(bench), (xmp) =>
				xmp.replace("<pdfuaid:part>1</pdfuaid:part>", ""),
			),
	},
	{
		code: "proof/xmp-claim",
		what: "PDF/A-3b",
		spoil: (bench) =>
			bench.edit(xmpOf(bench), (xmp) =>
				xmp.replace("conformance>A<", "conformance>B<"),
			),
	},
	{
		code: "proof/xmp-info",
		what: "another title",
		spoil: (bench) => bench.set(infoOf(bench), { Title: string("Khac") }),
	},
	{
		code: "proof/xmp-info",
		what: "another day",
		spoil: (bench) =>
			bench.set(infoOf(bench), { ModDate: string("D:20200101000000Z") }),
	},
	{
		code: "proof/output-intent",
		what: "none",
		spoil: (bench) => bench.set(rootOf(bench), { OutputIntents: undefined }),
	},
	{
		code: "proof/colour",
		what: "CMYK in a file for RGB",
		spoil: append("0 0 0 1 k 100 100 10 10 re f"),
	},
	{
		code: "proof/font-embedded",
		what: "no font file",
		spoil: (bench) =>
			bench.set(first(bench, { Type: "FontDescriptor" }), {
				FontFile2: undefined,
			}),
	},
	{
		code: "proof/font-subset",
		what: "a name without tag",
		spoil: (bench) =>
			bench.set(first(bench, { Subtype: "Type0" }), {
				BaseFont: name("BeVietnamPro"),
			}),
	},
	{
		code: "proof/font-unicode",
		what: "no map",
		spoil: (bench) =>
			bench.set(first(bench, { Subtype: "Type0" }), { ToUnicode: undefined }),
	},
	{
		code: "proof/font-width",
		what: "a letter wider than it is",
		spoil: (bench) => {
			const id = first(bench, { Subtype: "CIDFontType2" });
			const [start = 0, list = null] = itemsOf(bench.field(bench.ref(id), "W"));
			const [box = 0, letter = 0, ...rest] = itemsOf(bench.get(list));
			const wider = array(box, Number(letter) + 2, ...rest);
			bench.set(id, { W: array(start, wider) });
		},
	},
	{
		code: "proof/letter-undrawn",
		what: "the box",
		spoil: paint((content) =>
			content.replace(/\[<[0-9a-f]{4}/, (start) =>
				start.replace(/[0-9a-f]{4}/, "0000"),
			),
		),
	},
	{
		code: "proof/untagged",
		what: "a text",
		spoil: paint((content) => {
			const text = /BT [\s\S]*? ET/.exec(content)?.[0] ?? "";
			return `${content}\n${text}`;
		}),
	},
	{
		code: "proof/untagged",
		what: "a shape",
		spoil: paint((content) => `${content}\n100 100 10 10 re f`),
	},
	{
		code: "proof/marked-content",
		what: "never closed",
		spoil: paint((content) => `${content}\n/Artifact BMC`),
	},
	{
		code: "proof/marked-content",
		what: "closed twice",
		spoil: paint((content) => `${content}\nEMC`),
	},
	{
		code: "proof/marked-content",
		what: "decoration inside a tag",
		spoil: after("\nBT ", "/Artifact BMC EMC "),
	},
	{
		code: "proof/operator",
		what: "one there is not",
		spoil: append("1 2 nonsense"),
	},
	{
		code: "proof/operator",
		what: "a state never restored",
		spoil: paint((content) => `${content}\nq`),
	},
	{
		code: "proof/parent-tree",
		what: "a number twice",
		spoil: paint((content) => content.replace("/MCID 1\n", "/MCID 0\n")),
	},
	{
		code: "proof/parent-tree",
		what: "led back to another tag",
		spoil: (bench) => {
			const root = first(bench, { Type: "StructTreeRoot" });
			const tree = bench.field(bench.ref(root), "ParentTree");
			const [key = 0, row = null, ...rest] = itemsOf(bench.field(tree, "Nums"));
			const [a = null, b = null, ...more] = itemsOf(bench.get(row));
			const Nums = array(key, array(b, a, ...more), ...rest);
			bench.set(root, { ParentTree: dictOf({ Nums }) });
		},
	},
	{
		code: "proof/parent-tree",
		what: "a page that leads nowhere",
		spoil: (bench) => bench.set(pageOf(bench), { StructParents: 999 }),
	},
	{
		code: "proof/heading-order",
		what: "the first of level 3",
		spoil: retag("H1", { S: name("H3") }),
	},
	{
		code: "proof/list-shape",
		what: "a paragraph among items",
		spoil: retag("LI", { S: name("P") }),
	},
	{
		code: "proof/list-shape",
		what: "a label as body",
		spoil: retag("LBody", { S: name("Lbl") }),
	},
	{
		code: "proof/table-shape",
		what: "a row that is a paragraph",
		pdf: withTable,
		spoil: retag("Table", { S: name("Sect") }),
	},
	{
		code: "proof/table-scope",
		what: "headers of nothing",
		pdf: withTable,
		spoil: (bench) => {
			for (const id of bench.find({ S: "TH" })) bench.set(id, { A: undefined });
		},
	},
	{
		code: "proof/table-cells",
		what: "a cell that spans two",
		pdf: withTable,
		spoil: retag("TD", { A: dictOf({ O: name("Table"), ColSpan: 2 }) }),
	},
	{
		code: "proof/figure-alt",
		what: "none",
		spoil: retag("Figure", { Alt: string(" ") }),
	},
	{
		code: "proof/figure-box",
		what: "none",
		spoil: retag("Figure", { A: undefined }),
	},
	{
		code: "proof/link-words",
		what: "empty",
		spoil: (bench) => bench.set(linkOf(bench), { Contents: string("") }),
	},
	{
		code: "proof/link-tag",
		what: "that leads back elsewhere",
		spoil: (bench) => bench.set(linkOf(bench), { StructParent: 999 }),
	},
	{
		code: "proof/link-tag",
		what: "that is none",
		spoil: (bench) => {
			const link = first(bench, { S: "Link" });
			const kids = itemsOf(bench.field(bench.ref(link), "K"));
			bench.set(link, {
				K: array(...kids.filter((kid) => typeof kid === "number")),
			});
		},
	},
	{
		code: "proof/source",
		what: "taken out",
		spoil: (bench) =>
			bench.set(rootOf(bench), { AF: undefined, Names: undefined }),
	},
	{
		code: "proof/standard",
		what: "doubtful tags",
		spoil: (bench) =>
			bench.set(rootOf(bench), {
				MarkInfo: dictOf({ Marked: true, Suspects: true }),
			}),
	},
	{
		code: "proof/outside-safe-area",
		what: "a line at the edge",
		spoil: append(`100 ${mm(4)} m 200 ${mm(4)} l S`),
	},
	{
		code: "proof/text-small",
		what: "8 pt on A4",
		spoil: paint((content) => content.replace(/\/F2 [\d.]+ Tf/, "/F2 8 Tf")),
	},
	{
		code: "proof/contrast",
		what: "gray on white",
		spoil: paint((content) => content.replace("BT 0 g", "BT 0.6 g")),
	},
	{
		code: "proof/ink-coverage",
		what: "all red black",
		spoil: paint((content) =>
			content.replace(/[\d.]+ [\d.]+ [\d.]+ (rg|RG)/g, (_, operator) =>
				operator === "rg" ? "0 g" : "0 G",
			),
		),
	},
	{
		code: "proof/code-missing",
		what: "no outline",
		spoil: paint((content) =>
			content.replace(CODE, "q 0 g $1 cm 0 0 20 20 re f Q"),
		),
	},
	{
		code: "proof/code-module",
		what: "half as large",
		spoil: paint((content) => {
			const [module = 0] = codeAt(content);
			return content.replace(
				/q 0 g [\d.]+ 0 0 [\d.]+ (?=[\d. ]+ cm \/Qr1 )/,
				`q 0 g ${module / 2} 0 0 ${module / 2} `,
			);
		}),
	},
	{
		code: "proof/code-quiet-zone",
		what: "a line beside it",
		spoil: paint((content) => {
			const [module = 0, , , , x = 0, y = 0] = codeAt(content);
			const at = x - 2 * module;
			return `${content}${artifact(`0 G 1 w ${at} ${y} m ${at} ${y + 20} l S`)}`;
		}),
	},
	{
		code: "proof/code-unreadable",
		what: "its middle black",
		spoil: spoilCode,
	},
	{
		code: "proof/code-address",
		what: "another address in words",
		spoil: (bench) => {
			const id = bench
				.find({ S: "Figure" })
				.find((one) =>
					textOf(bench.field(bench.ref(one), "Alt"))?.includes("https:"),
				);
			bench.set(id ?? -1, { Alt: string("QR https://example.gov.vn/") });
		},
	},
];

describe("of a good PDF, spoilt in one way, one rule finds it", () => {
	test.each(breakages)("$code: $what", ({ code, pdf, spoil, bytes }) => {
		const bench = new Workbench(pdf ?? good);
		spoil(bench);
		const saved = bench.save();
		expect(codesOf(bytes === undefined ? saved : bytes(saved))).toEqual([code]);
	});

	/** What the standards forbid or ask for, one after the other. */
	const offences: readonly (readonly [
		what: MessageParams["proof/standard"]["what"],
		spoil: (bench: Workbench) => void,
		bytes?: (saved: Uint8Array) => Uint8Array,
	])[] = [
		[
			"header",
			() => {},
			(saved) => saved.map((byte, i) => (i > 9 && i < 14 ? 65 : byte)),
		],
		["footer", () => {}, (saved) => Uint8Array.of(...saved, 65, 10)],
		[
			"packing",
			(bench) =>
				void bench.add({
					kind: "stream",
					dict: dictOf({ Filter: name("LZWDecode") }),
					raw: Uint8Array.of(
						0x80,
						0x0b,
						0x60,
						0x50,
						0x22,
						0x0c,
						0x0c,
						0x85,
						0x01,
					),
				}),
		],
		[
			"outside",
			(bench) =>
				void bench.add({
					kind: "stream",
					dict: dictOf({ F: string("other.bin") }),
					raw: new Uint8Array(),
				}),
		],
		[
			"profile",
			(bench) =>
				bench.edit(profileOf(bench), (icc) => icc.replace("acsp", "ACSP")),
		],
		[
			"packet-head",
			(bench) =>
				bench.edit(xmpOf(bench), (xmp) =>
					xmp.replace(' id="W5M0', ' encoding="UTF-8" id="W5M0'),
				),
		],
		[
			"packet-schema",
			(bench) =>
				bench.edit(xmpOf(bench), (xmp) =>
					xmp
						.replace(
							/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/,
							"",
						)
						.replaceAll("http://www.aiim.org/pdfa/ns/schema#", "urn:none"),
				),
		],
		[
			"action",
			(bench) =>
				bench.set(rootOf(bench), {
					OpenAction: dictOf({ S: name("JavaScript"), JS: string("1") }),
				}),
		],
		["action", (bench) => bench.set(pageOf(bench), { AA: dictOf({}) })],
		[
			"form",
			(bench) =>
				bench.set(rootOf(bench), {
					AcroForm: dictOf({ NeedAppearances: true }),
				}),
		],
		[
			"layer",
			(bench) =>
				bench.set(rootOf(bench), {
					OCProperties: dictOf({ OCGs: array(), D: dictOf({}) }),
				}),
		],
		[
			"annotation-kind",
			(bench) =>
				bench.set(pageOf(bench), {
					Annots: array(
						...itemsOf(bench.field(bench.ref(pageOf(bench)), "Annots")),
						dictOf({ Subtype: name("Movie"), F: 4 }),
					),
				}),
		],
		[
			"annotation-flags",
			(bench) => bench.set(first(bench, { Subtype: "Link" }), { F: 6 }),
		],
		[
			"attachment-name",
			(bench) =>
				bench.set(first(bench, { Type: "Filespec" }), { F: undefined }),
		],
		[
			"attachment-kind",
			(bench) =>
				bench.set(first(bench, { Type: "EmbeddedFile" }), {
					Subtype: undefined,
				}),
		],
		[
			"attachment-relation",
			(bench) => bench.set(rootOf(bench), { AF: undefined }),
		],
		[
			"picture",
			(bench) =>
				void bench.add({
					kind: "stream",
					dict: dictOf({ Subtype: name("Image"), Interpolate: true }),
					raw: new Uint8Array(),
				}),
		],
		[
			"font-map",
			(bench) =>
				bench.set(first(bench, { Subtype: "CIDFontType2" }), {
					CIDToGIDMap: undefined,
				}),
		],
		[
			"font-set",
			(bench) =>
				bench.set(first(bench, { Type: "FontDescriptor" }), {
					CIDSet: bench.add({
						kind: "stream",
						dict: dictOf({}),
						raw: Uint8Array.of(0x80),
					}),
				}),
		],
		[
			"private-letter",
			(bench) => {
				const id = first(bench, { Subtype: "Type0" });
				const map = bench.get(bench.ref(id));
				const letters = idOf(asDict(map)?.entries.get("ToUnicode"));
				bench.edit(letters, (cmap) => cmap.replace("<002c>", "<e000>"));
			},
		],
		[
			"tag-type",
			(bench) => bench.set(first(bench, { S: "Sect" }), { S: name("Khối") }),
		],
		[
			"tag-role",
			(bench) => {
				const root = idOf(
					asDict(bench.get(bench.ref(rootOf(bench))))?.entries.get(
						"StructTreeRoot",
					),
				);
				bench.set(root, { RoleMap: dictOf({ Quote: name("P") }) });
			},
		],
		[
			"note-id",
			(bench) => bench.set(first(bench, { S: "P" }), { S: name("Note") }),
		],
		[
			"heading-kinds",
			(bench) => bench.set(first(bench, { S: "P" }), { S: name("H") }),
		],
	];

	test.each(offences.map(([what, spoil, bytes]) => ({ what, spoil, bytes })))(
		"proof/standard: $what",
		({ what, spoil, bytes }) => {
			const bench = new Workbench(good);
			spoil(bench);
			const saved = bench.save();
			const found = proofPdf(bytes === undefined ? saved : bytes(saved));
			expect(found.map(({ code, params }) => [code, params])).toEqual([
				["proof/standard", { what }],
			]);
		},
	);

	test("proof/standard: bookmarks, of several pages", () => {
		const bench = new Workbench(twoPages);
		bench.set(rootOf(bench), { Outlines: undefined });
		expect(proofPdf(twoPages)).toEqual([]);
		expect(proofPdf(bench.save()).map(({ params }) => params)).toEqual([
			{ what: "bookmarks" },
		]);
	});

	/** The first code as pixels, four a module, in place of its outline. */
	const pictured =
		(url: string, packing: "bits" | "rgb" | "jpeg") =>
		(bench: Workbench): void => {
			const { size, matrix } = encodeQr(url, "Q");
			const side = 4 * size;
			const isDark = (x: number, y: number): boolean =>
				matrix[(y >> 2) * size + (x >> 2)] === 1;
			const pixels = Array.from({ length: side * side }, (_, i) =>
				isDark(i % side, Math.floor(i / side)) ? 0 : 255,
			);
			const common = {
				Subtype: name("Image"),
				Width: side,
				Height: side,
				BitsPerComponent: packing === "bits" ? 1 : 8,
				ColorSpace: name(packing === "bits" ? "DeviceGray" : "DeviceRGB"),
			};
			const rows = (): Uint8Array => {
				const row = Math.ceil(side / 8);
				const bits = new Uint8Array(row * side);
				for (const [i, gray] of pixels.entries())
					if (gray > 0) {
						const at = Math.floor(i / side) * row + ((i % side) >> 3);
						bits[at] = (bits[at] ?? 0) | (128 >> ((i % side) & 7));
					}
				return bits;
			};
			const [raw, filter] = {
				bits: (): [Uint8Array, string] => [zlibSync(rows()), "FlateDecode"],
				rgb: (): [Uint8Array, string] => [
					zlibSync(Uint8Array.from(pixels.flatMap((p) => [p, p, p]))),
					"FlateDecode",
				],
				jpeg: (): [Uint8Array, string] => {
					const data = Uint8Array.from(pixels.flatMap((p) => [p, p, p, 255]));
					const image = { width: side, height: side, data };
					return [encodeJpeg(image, 80).data, "DCTDecode"];
				},
			}[packing]();
			const image = bench.add({
				kind: "stream",
				dict: dictOf({ ...common, Filter: name(filter) }),
				raw,
			});
			const page = asDict(bench.get(bench.ref(pageOf(bench))));
			const resources = idOf(page?.entries.get("Resources"));
			const forms = asDict(bench.field(bench.ref(resources), "XObject"));
			bench.set(resources, {
				XObject: dictOf({
					...Object.fromEntries(forms?.entries ?? []),
					Code: image,
				}),
			});
			paint((content) => {
				const [module = 0, , , , x = 0, y = 0] = codeAt(content);
				const wide = size * module;
				return content.replace(
					CODE,
					`q ${wide} 0 0 ${-wide} ${x} ${y + wide} cm /Code Do Q`,
				);
			})(bench);
		};

	test.each(["bits", "rgb", "jpeg"] as const)(
		"a code of pixels is read, and told from one in outlines: %s",
		(packing) => {
			const [url = ""] = addressesIn(good);
			const bench = new Workbench(good);
			pictured(url, packing)(bench);
			expect(
				proofPdf(bench.save()).map(({ code, params }) => [code, params]),
			).toEqual([["proof/code-picture", { says: url, as: "known" }]]);
		},
	);

	test("a code drawn on the page itself, or turned, is a code as well", () => {
		for (const turn of ["1 0 0 1 0 0", "0 1 -1 0 SIZE 0"]) {
			const bench = new Workbench(good);
			let code = "";
			bench.edit(first(bench, { Subtype: "Form" }), (drawing) => {
				code = drawing;
				return `${drawing} `;
			});
			const size = Math.max(
				...[...code.matchAll(/(\d+) \d+ [ml]/g)].map(([, x]) => Number(x)),
			);
			const turned = `${turn.replace("SIZE", `${size}`)} cm`;
			paint((content) =>
				content.replace(CODE, `q 0 g $1 cm ${turned}\n${code} Q`),
			)(bench);
			expect(codesOf(bench.save())).toEqual([]);
		}
	});

	test("a code of pixels that leads elsewhere is found out", () => {
		const bench = new Workbench(good);
		pictured("https://example.com/", "bits")(bench);
		expect(
			proofPdf(bench.save()).map(({ code, params }) => [code, params]),
		).toEqual([
			["proof/code-missing", { url: addressesIn(good)[0] }],
			["proof/code-picture", { says: "https://example.com/", as: "other" }],
		]);
	});

	test("every rule has its breakage", () => {
		const silent = BYTES_RULES.filter((rule) => rule.name === "");
		expect(silent).toEqual([]);
		expect(
			// Codes of pixels have breakages of their own, above.
			new Set(breakages.map(({ code }) => code)).size + 1,
		).toBeGreaterThanOrEqual(BYTES_RULES.length);
	});
});

describe("the command", () => {
	const proof = (
		files: Readonly<Record<string, string | Uint8Array>>,
		...argv: readonly string[]
	) => runIn(files, ["proof", ...argv]);

	test("passes good PDFs, named or in a folder", async () => {
		const { exit, stderr } = await proof(
			{ "out/a.pdf": good, "out/b.pdf": withTable, "out/c.txt": "" },
			"out",
		);
		expect([exit, stderr]).toEqual([0, "2 tệp PDF không có lỗi.\n"]);
	});

	const small = () => {
		const bench = new Workbench(good);
		paint((content) => content.replace(/\/F2 [\d.]+ Tf/, "/F2 8 Tf"))(bench);
		return bench.save();
	};

	test("says what is wrong, on which page and where", async () => {
		const { exit, stderr } = await proof({ "a.pdf": small() }, "a.pdf");
		expect(exit).toBe(1);
		expect(stderr).toMatch(
			/^lỗi\[proof\/text-small\] {2}chữ cỡ 8 pt, .*\n {2}--> a\.pdf, trang 1, cách trái [\d.]+ mm, cách trên [\d.]+ mm\n\n1 tệp PDF có lỗi\.\n$/,
		);
		const { stderr: english } = await proof(
			{ "a.pdf": small() },
			"a.pdf",
			"--lang=en",
		);
		expect(english).toContain("--> a.pdf, page 1, ");
	});

	test("tells machines too", async () => {
		const { stdout } = await proof({ "a.pdf": small() }, "a.pdf", "--json");
		expect(JSON.parse(stdout)).toMatchObject({
			ok: false,
			exit: 1,
			diagnostics: [
				{
					code: "proof/text-small",
					file: "a.pdf",
					spot: { page: 1, xMm: expect.any(Number), yMm: expect.any(Number) },
				},
			],
		});
	});

	test.each([
		[{ "a.pdf": "minutes" }, "proof/not-pdf", 1],
		[{}, "cli/no-file", 3],
	])("of %j says %s", async (files, code, status) => {
		const { exit, stderr } = await proof(files, "a.pdf");
		expect(exit).toBe(status);
		expect(stderr).toContain(`lỗi[${code}]`);
	});

	test("needs a PDF", async () => expect((await proof({})).exit).toBe(2));

	test("of a locked PDF says only that", () => {
		const bench = new Workbench(good);
		bench.trailer = withFields(bench.trailer, { Encrypt: dictOf({}) });
		expect(codesOf(bench.save())).toEqual(["proof/damaged"]);
	});
});

describe("whatever bytes it is shown", () => {
	test("it never throws", { timeout: PATIENCE }, () => {
		let seed = 7;
		const random = (below: number): number => {
			seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
			return (seed >>> 8) % below;
		};
		for (let round = 0; round < 25; round++) {
			const bench = new Workbench(good);
			paint((content) => {
				const letters = [...content];
				for (let i = 0; i < 30; i++)
					letters[random(letters.length)] = String.fromCharCode(random(256));
				return letters.join("");
			})(bench);
			const bytes = bench.save();
			for (let i = 0; i < 5; i++) bytes[random(bytes.length)] = random(256);
			proofPdf(bytes);
		}
	});
});

test("the text of a page is what was set", () => {
	const [text] = pageTexts(good);
	expect(text).toContain("Làm dịch vụ công");
	expect(text).not.toContain("\ufffd");
});

test("reads maps of codes to letters, ranges and all", () => {
	const map = readToUnicode(
		new TextEncoder().encode(
			"1 beginbfchar <0001> <1EA0> endbfchar 2 beginbfrange <0002> <0004> <0041> <0005> <0006> [<0061> <00660069>] endbfrange",
		),
	);
	expect([...map]).toEqual([
		[1, "Ạ"],
		[2, "A"],
		[3, "B"],
		[4, "C"],
		[5, "a"],
		[6, "fi"],
	]);
});

test.each([
	"<a><b></a></b>",
	"<a>",
	"<a>&</a>",
	"<a b=c/>",
	'<a b="1" b="2"/>',
	"<a/><b/>",
	"<x:a/>",
	"text",
	"",
])("is no XML: %s", (text) => expect(readXml(text).kind).toBe("wrong"));

describe("what the print room gets passes", () => {
	test.each([
		["office", "vneid-dich-vu-cong"],
		["shop", "vneid-dich-vu-cong"],
		["office", "bao-hiem-y-te"],
		["shop", "bao-hiem-y-te"],
	])("for %s printing: %s", async (print, slug) => {
		const { files, exit } = await runIn(world, [
			"pack",
			`content/${slug}.yaml`,
			"--print",
			print,
			"-o",
			"pack",
		]);
		expect(exit).toBe(0);
		const pdfs = [...files].filter(([path]) => /^pack.*pdf$/.test(path));
		expect(pdfs.length).toBeGreaterThan(1);
		for (const [path, bytes] of pdfs)
			expect([path, proofPdf(bytes)]).toEqual([path, []]);
	});
});

test("what villages get passes, the plan for printing too", async () => {
	const list = readFileSync("tests/fixtures/villages/thon.csv");
	const notice = readFileSync("tests/fixtures/villages/hop-thon.yaml");
	const given = { "hop.yaml": notice, "thon.csv": list };
	for (const argv of [
		["merge", "hop.yaml", "thon.csv"],
		["merge", "hop.yaml", "thon.csv", "--one-file"],
		["pack", "hop.yaml", "thon.csv"],
	]) {
		const { files } = await runIn(given, [...argv, "-o", "out"]);
		const pdfs = [...files].filter(([path]) => path.endsWith(".pdf"));
		expect(pdfs.length).toBeGreaterThan(0);
		for (const [path, bytes] of pdfs)
			expect([path, proofPdf(bytes)]).toEqual([path, []]);
	}
});

test("several pages have bookmarks, one has none", async () => {
	const long = Buffer.from(world["content/hop-thon.yaml"] ?? [])
		.toString()
		.replace(
			"body:\n",
			`body:\n${Array.from({ length: 24 }, (_, i) => `  - note: "Việc thứ ${i + 1}: mang theo giấy tờ của cả nhà, đến đúng giờ, ngồi theo tổ, nghe đọc hết rồi mới biểu quyết."\n`).join("")}`,
		);
	const { files, stderr } = await runIn({ "a.yaml": long }, [
		"a.yaml",
		"-s",
		"leaflet-a5",
	]);
	expect(stderr).toContain("Xong 1 tệp PDF");
	const pdf = files.get("out/a.leaflet-a5.pdf") ?? new Uint8Array();
	expect(pageTexts(pdf).length).toBe(2);
	const titles = (bytes: Uint8Array): readonly (string | null)[] => {
		const bench = new Workbench(bytes);
		const outline = bench.field(bench.ref(rootOf(bench)), "Outlines");
		const found: (string | null)[] = [];
		for (
			let item = bench.field(outline, "First");
			asDict(item) !== null;
			item = bench.field(item, "Next")
		)
			found.push(textOf(bench.field(item, "Title")));
		return found;
	};
	expect(titles(pdf)).toEqual(["Họp thôn Cầu Tre", "Trang 2"]);
	expect(titles(good)).toEqual([]);
});

describe("against the sheet it was painted from", () => {
	const typeface = openBundled();
	const sheet = sampleSheet(typeface);
	const painted = paintPdf(sheet, typeface);
	const lost = (other: Sheet): readonly unknown[] =>
		proofPainted(painted, other, "all")
			.filter(({ code }) => code === "proof/text-lost")
			.map(({ spot, params }) => [spot?.page, params]);

	test("a PDF has the same text, word by word", () =>
		expect(lost(sheet)).toEqual([]));

	test("a word that is not there is missed, on its page", () => {
		const [one = { nodes: [] }] = sheet.pages;
		const nodes = [
			element("P", content(textRun(typeface, "Trang thứ ba", 40, 60))),
		];
		expect(lost({ ...sheet, pages: [one, { nodes }] })).toEqual([
			[2, { wanted: "Trang thứ ba", found: "Trang thứ haiGhi chú" }],
		]);
	});

	test("what takes long is asked only when all is", () => {
		const box = frame(0, 0, sheet.width, sheet.height);
		const solid: Sheet = {
			...sheet,
			pages: [{ nodes: [asArtifact({ ...box, fill: "black", stroke: null })] }],
		};
		const bytes = paintPdf(solid, typeface);
		const asked = (depth: "quick" | "all"): readonly string[] =>
			proofPainted(bytes, solid, depth)
				.map(({ code }) => code)
				.filter((code) => /outside-safe|coverage/.test(code));
		expect(asked("quick")).toEqual(["proof/outside-safe-area"]);
		expect(asked("all")).toEqual([
			"proof/outside-safe-area",
			"proof/ink-coverage",
		]);
	});
});
