/**
 * Every sheet of every sample looks as it did when somebody last looked.
 * `npm run accept-goldens` makes the pictures anew.
 */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { SHEET_NAMES, type SheetName } from "../src/formats/formats.ts";
import type { ThemeName } from "../src/themes/themes.ts";
import { runIn } from "./cli-world.ts";
import { pageCount, rasteriseRgba } from "./support/pdf.ts";
import {
	differingPixels,
	type Picture,
	pictureOf,
	readPng,
	writePng,
} from "./support/picture.ts";

/** Set by `vitest --mode accept`. */
const ACCEPT = process.env.MODE === "accept";
const COMMAND = "npm run accept-goldens";
const CONTENT = new URL("../content/", import.meta.url);
const GOLDENS = new URL("goldens/", import.meta.url);

/** The short side of a sheet is about 420 pixels. */
const DPI: Readonly<Record<SheetName, number>> = {
	"flyer-a4": 51,
	"poster-a3": 36,
	"leaflet-a5": 72,
	"leaflet-a5-2up": 51,
};
/** The front page of README.md shows these; about 800 pixels. */
const LARGER: ReadonlyMap<string, number> = new Map([
	["vneid-dich-vu-cong.flyer-a4", 97],
	["vneid-dich-vu-cong.poster-a3", 69],
]);

interface Job {
	/** Name of the PDF without its ending. */
	readonly name: string;
	readonly notice: string;
	readonly sheet: SheetName;
	readonly ink: "full" | "saver";
	readonly theme: ThemeName;
}

/** Of the second theme a few, in which each of its drawings is seen. */
const MAI: readonly (readonly [
	slug: string,
	sheet: SheetName,
	ink: Job["ink"],
])[] = [
	["vneid-dich-vu-cong", "flyer-a4", "full"],
	["vneid-dich-vu-cong", "flyer-a4", "saver"],
	["vneid-dich-vu-cong", "poster-a3", "full"],
	["vneid-dich-vu-cong", "leaflet-a5", "full"],
	["mot-cua", "flyer-a4", "full"],
	["cap-can-cuoc-tai-thon", "flyer-a4", "full"],
	["cat-dien", "poster-a3", "full"],
	["bao-hiem-y-te", "flyer-a4", "full"],
];

const notices = readdirSync(CONTENT).filter((file) => file.endsWith(".yaml"));

const saverOf = (ink: Job["ink"]): string => (ink === "saver" ? ".saver" : "");

const maiJobs = MAI.map(
	([slug, sheet, ink]): Job => ({
		name: `mai.${slug}.${sheet}${saverOf(ink)}`,
		notice: `${slug}.yaml`,
		sheet,
		ink,
		theme: "mai",
	}),
);

const tuyenJobs = notices.flatMap((notice): readonly Job[] => {
	const slug = basename(notice, ".yaml");
	const full = SHEET_NAMES.map((sheet): Job => {
		const name = `${slug}.${sheet}`;
		return { name, notice, sheet, ink: "full", theme: "tuyen" };
	});
	const name = `${slug}.flyer-a4.saver`;
	const saver = { sheet: "flyer-a4", ink: "saver", theme: "tuyen" } as const;
	return [...full, { name, notice, ...saver }];
});

const jobs: readonly Job[] = [...tuyenJobs, ...maiJobs];

async function pdfOf(
	{ name, notice, sheet, ink, theme }: Job,
	source: string,
): Promise<Uint8Array> {
	const file = `content/${notice}`;
	const argv = ["build", file, "--sheet", sheet, "--ink", ink, "-t", theme];
	const { files, stderr } = await runIn({ [file]: source }, argv);
	for (const [path, bytes] of files)
		if (`${theme === "mai" ? "mai." : ""}${basename(path)}` === `${name}.pdf`)
			return bytes;
	throw new Error(`${name}.pdf was not made: ${stderr}`);
}

/** Pictures of all pages by the file names they are kept under. */
async function picturesOf(
	job: Job,
	source: string,
): Promise<ReadonlyMap<string, Picture>> {
	const pdf = await pdfOf(job, source);
	const dpi = LARGER.get(job.name) ?? DPI[job.sheet];
	const pictures = new Map<string, Picture>();
	for (let page = 0; page < (await pageCount(pdf)); page++) {
		const number = page === 0 ? "" : `.page-${page + 1}`;
		const picture = pictureOf(await rasteriseRgba(pdf, dpi, page));
		pictures.set(`${job.name}${number}.png`, picture);
	}
	return pictures;
}

const sourceOf = ({ notice }: Job): string =>
	readFileSync(new URL(notice, CONTENT), "utf8");

const goldenOf = (file: string): Picture | null => {
	const url = new URL(file, GOLDENS);
	return existsSync(url) ? readPng(readFileSync(url)) : null;
};

/** What is wrong with a picture, as a sentence; null when it is the golden one. */
function complaint(file: string, now: Picture): string | null {
	const golden = goldenOf(file);
	if (golden === null) return "is not kept yet";
	const count = differingPixels(golden, now);
	if (count === 0) return null;
	return count === null
		? `is ${now.width} × ${now.height} pixels, it was ${golden.width} × ${golden.height}`
		: `differs in ${count} of ${now.pixels.length} pixels`;
}

/** Compares one picture, or takes it as the golden one; null when all is well. */
function judge(file: string, now: Picture): string | null {
	const actual = file.replace(/\.png$/u, ".actual.png");
	rmSync(new URL(actual, GOLDENS), { force: true });
	const problem = complaint(file, now);
	if (problem === null) return null;
	mkdirSync(GOLDENS, { recursive: true });
	writeFileSync(new URL(ACCEPT ? file : actual, GOLDENS), writePng(now));
	if (ACCEPT) return null;
	return `tests/goldens/${file} ${problem}: look at tests/goldens/${actual}, then \`${COMMAND}\``;
}

/** Pictures nobody makes any more. */
function removeOrReport(files: readonly string[]): readonly string[] {
	if (!ACCEPT)
		return files.map((file) => `tests/goldens/${file} has no sheet any more`);
	for (const file of files) rmSync(new URL(file, GOLDENS));
	return [];
}

const kept = (): readonly string[] =>
	existsSync(GOLDENS)
		? readdirSync(GOLDENS).filter((file) => !file.endsWith(".actual.png"))
		: [];

const PAGE = /(?:\.page-\d+)?\.png$/u;

describe("the samples look as they did", () => {
	test.each(jobs)(
		"$name",
		async (job) => {
			const pictures = await picturesOf(job, sourceOf(job));
			const problems = [...pictures].flatMap(
				([file, picture]) => judge(file, picture) ?? [],
			);
			const pages = kept().filter(
				(file) => file.replace(PAGE, "") === job.name && !pictures.has(file),
			);
			expect([...problems, ...removeOrReport(pages)]).toEqual([]);
		},
		30_000,
	);

	test("and every picture has its sample", () => {
		const names = jobs.map(({ name }) => name);
		const orphans = kept().filter(
			(file) => !names.includes(file.replace(PAGE, "")),
		);
		expect(removeOrReport(orphans)).toEqual([]);
	});
});

describe("the comparison can fail", () => {
	const [job] = jobs;
	if (job === undefined) throw new Error("content/ is empty");

	test("by one mark on one letter", async () => {
		const source = sourceOf(job);
		const altered = source.replace(/^title: .*$/mu, (title) =>
			title.normalize("NFD").replace(/\p{M}/u, "").normalize("NFC"),
		);
		expect(altered).not.toBe(source);
		const [[file, now] = []] = await picturesOf(job, altered);
		if (file === undefined || now === undefined)
			throw new Error("a sheet has no page");
		expect(complaint(file, now)).toMatch(/^differs in [1-9]\d* of \d+ pixels$/);
	});

	test("by one step of one pixel", () => {
		const picture = (pixel: number): Picture => ({
			width: 3,
			height: 2,
			pixels: Uint16Array.of(0xfff, 0xc13, 0, 0x777, pixel, 0xfff),
		});
		expect(differingPixels(picture(0x888), picture(0x888))).toBe(0);
		expect(differingPixels(picture(0x888), picture(0x887))).toBe(1);
	});

	test("by size", () => {
		const pixels = new Uint16Array(6);
		const wide: Picture = { width: 3, height: 2, pixels };
		expect(differingPixels(wide, { ...wide, width: 2, height: 3 })).toBeNull();
	});

	test("for want of a picture", () =>
		expect(
			complaint("no-such.png", {
				width: 1,
				height: 1,
				pixels: new Uint16Array(1),
			}),
		).toBe("is not kept yet"));
});

test("a picture survives its file", () => {
	const pixels = Uint16Array.from(
		{ length: 17 * 5 },
		(_, i) => (i * 61) % 4096,
	);
	const picture: Picture = { width: 17, height: 5, pixels };
	expect(readPng(writePng(picture))).toEqual(picture);
});
