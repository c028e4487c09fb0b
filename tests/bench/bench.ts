/**
 * `npm run bench`: how long bangtin takes, as ratios against something plain
 * that is measured in turn with it. Medians; nothing here passes or fails.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { create } from "fontkit";
import { readAnnouncement } from "../../src/content/read.ts";
import { type OpenTypeface, openTypeface } from "../../src/fonts/open.ts";
import { BUNDLED_FILES, DEFAULT_FAMILY } from "../../src/fonts/table.ts";
import { FORMAT_NAMES, type FormatName } from "../../src/formats/formats.ts";
import type { Sheet } from "../../src/layout/sheet.ts";
import type { Announcement } from "../../src/model/announcement.ts";
import { paintPdf } from "../../src/paint/pdf.ts";
import { typeset } from "../../src/typeset.ts";
import { drawPlainly, type PlainFonts } from "./plain-pdf.ts";
import { studioFigures } from "./studio.ts";

const NOTICE = "content/vneid-dich-vu-cong.yaml";
const COLD_RUNS = 9;
const WARM_RUNS = 21;
const WARM_UP = 5;

type Work = () => unknown;

/** Odd numbers of runs only, so that the middle is one of them. */
const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[(values.length - 1) / 2] ?? Number.NaN;

async function milliseconds(work: Work): Promise<number> {
	const begin = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - begin) / 1e6;
}

/** Ours and the reference in turn, so that a busy moment meets both. */
async function inTurn(
	runs: number,
	ours: () => Promise<number>,
	reference: () => Promise<number>,
): Promise<readonly [number, number]> {
	const both: [number[], number[]] = [[], []];
	for (let run = 0; run < runs; run++) {
		both[0].push(await ours());
		both[1].push(await reference());
	}
	return [median(both[0]), median(both[1])];
}

async function warmRatio(ours: Work, reference: Work): Promise<number> {
	for (let run = 0; run < WARM_UP; run++) {
		await ours();
		await reference();
	}
	const [mine, plain] = await inTurn(
		WARM_RUNS,
		() => milliseconds(ours),
		() => milliseconds(reference),
	);
	return mine / plain;
}

/** Says its peak of memory, in kilobytes on every system, as its last word. */
const TELL_PEAK = `--import=data:text/javascript,${encodeURIComponent(
	'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(2, "\\n" + process.resourceUsage().maxRSS));',
)}`;

function node(...argv: readonly string[]): string {
	const { status, stderr, error } = spawnSync(process.execPath, argv, {
		encoding: "utf8",
	});
	if (error !== undefined) throw error;
	if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
	return stderr;
}

async function peakOf(argv: readonly string[]): Promise<number> {
	const last = node(TELL_PEAK, ...argv)
		.split("\n")
		.at(-1);
	return Number(last);
}

interface Row {
	readonly what: string;
	readonly reference: string;
	readonly ratio: number;
}

async function coldRows(out: string): Promise<readonly Row[]> {
	const what = "build the founding notice, flyer and poster";
	const ours = ["dist/bangtin.js", "build", NOTICE, "-q", "-o", out];
	const bare = ["-e", "0"];
	const [time, bareTime] = await inTurn(
		COLD_RUNS,
		() => milliseconds(() => node(...ours)),
		() => milliseconds(() => node(...bare)),
	);
	const [peak, barePeak] = await inTurn(
		COLD_RUNS,
		() => peakOf(ours),
		() => peakOf(bare),
	);
	const reference = "node -e 0";
	return [
		{ what: `whole process, time: ${what}`, reference, ratio: time / bareTime },
		{
			what: `whole process, peak memory: ${what}`,
			reference,
			ratio: peak / barePeak,
		},
	];
}

const fontFiles = BUNDLED_FILES.map(({ weight, name }) => ({
	weight,
	bytes: new Uint8Array(readFileSync(resolve("fonts", name))),
}));

const openFonts = (): OpenTypeface => openTypeface(DEFAULT_FAMILY, fontFiles);

function setSheet(
	announcement: Announcement,
	sheet: FormatName,
	typeface: OpenTypeface,
): Sheet {
	const request = { sheet, theme: "tuyen", ink: "full" } as const;
	const { value } = typeset(announcement, request, typeface);
	if (value === null) throw new Error(`${sheet} cannot be laid out`);
	return value;
}

async function warmRows(
	announcement: Announcement,
	name: FormatName,
): Promise<readonly Row[]> {
	const typeface = openFonts();
	const sheet = setSheet(announcement, name, typeface);
	const make = (fonts: OpenTypeface): unknown =>
		paintPdf(setSheet(announcement, name, fonts), fonts);
	const parsed: PlainFonts = new Map(
		fontFiles.map(({ weight, bytes }) => [weight, create(bytes)]),
	);
	const files: PlainFonts = new Map(
		fontFiles.map(({ weight, bytes }) => [weight, bytes]),
	);
	return [
		{
			what: `${name}, fonts and words known from the sheet before`,
			reference: "bare PDFKit, fonts parsed before",
			ratio: await warmRatio(
				() => make(typeface),
				() => drawPlainly(sheet, parsed),
			),
		},
		{
			what: `${name}, fonts parsed for this sheet`,
			reference: "bare PDFKit, fonts parsed for this sheet",
			ratio: await warmRatio(
				() => make(openFonts()),
				() => drawPlainly(sheet, files),
			),
		},
	];
}

function table(rows: readonly Row[]): string {
	const cells = [
		["what", "reference", "× reference"],
		...rows.map(({ what, reference, ratio }) => [
			what,
			reference,
			ratio.toFixed(2),
		]),
	];
	const widths = [0, 1].map((column) =>
		Math.max(...cells.map((row) => row[column]?.length ?? 0)),
	);
	return cells
		.map((row) =>
			row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
		)
		.join("\n");
}

const { value: announcement } = readAnnouncement(readFileSync(NOTICE, "utf8"));
if (announcement === null) throw new Error(`${NOTICE} has errors`);
const out = mkdtempSync(join(tmpdir(), "bangtin-bench-"));
try {
	const rows = [...(await coldRows(out))];
	for (const name of FORMAT_NAMES)
		rows.push(...(await warmRows(announcement, name)));
	console.log(table(rows));
	console.log(`
Medians of ${COLD_RUNS} processes and of ${WARM_RUNS} sheets after ${WARM_UP} to warm up, Node ${process.versions.node}.
Bare PDFKit is told where each text goes and draws it with doc.text(), and the
codes as rectangles: no line breaking, fitting, checking, frames, tags or archive data.`);
	console.log(`\nThe studio, in a browser:\n${await studioFigures()}`);
} finally {
	rmSync(out, { recursive: true });
}
