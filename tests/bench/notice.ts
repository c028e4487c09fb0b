/** The notice that is measured, and everything it is set with. */
import {
	copyFileSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { columnsFrom } from "../../src/batch/columns.ts";
import { readTable } from "../../src/batch/table.ts";
import { typesetVillage } from "../../src/batch/village.ts";
import { carriedNotice } from "../../src/content/carried.ts";
import { readTemplate } from "../../src/content/read.ts";
import { type OpenTypeface, openTypeface } from "../../src/fonts/open.ts";
import { BUNDLED_FILES, DEFAULT_FAMILY } from "../../src/fonts/table.ts";
import type { FormatName } from "../../src/formats/formats.ts";
import type { Sheet } from "../../src/layout/sheet.ts";
import { encodeQr } from "../../src/qr/encode.ts";
import type { TypstCode } from "./typst-notice.ts";
import { type BenchVillage, benchVillage } from "./villages.ts";

export const NOTICE = "tests/bench/thong-bao.yaml";
export const FONTS = resolve("fonts");
export const BANGTIN = "dist/bangtin.js";
/** `typst-run.ts` as bundled. */
export const TYPST = "dist/typst-run.js";

const source = readFileSync(NOTICE, "utf8");
export const attachment = carriedNotice("thong-bao", readFileSync(NOTICE));
const template = readTemplate(source);
const cellsOf = (village: BenchVillage): readonly string[] =>
	Object.values(village);
const head = Object.keys(benchVillage(0));
const { columns: heads = [] } =
	readTable([head, cellsOf(benchVillage(0))], head) ?? {};
const columns = columnsFrom(heads, head);

export const fontFiles = BUNDLED_FILES.map(({ weight, name }) => ({
	weight,
	bytes: new Uint8Array(readFileSync(join(FONTS, name))),
}));
export const openFonts = (): OpenTypeface =>
	openTypeface(DEFAULT_FAMILY, fontFiles);

/** The sheet of a village, as `merge` lays it out. */
export function setSheet(
	index: number,
	name: FormatName,
	typeface: OpenTypeface,
): Sheet {
	const row = { number: index + 2, cells: cellsOf(benchVillage(index)) };
	const job = {
		sheets: [name],
		theme: "tuyen",
		ink: "full",
		strict: false,
	} as const;
	const { sheets, findings } = typesetVillage(
		template,
		row,
		columns,
		job,
		typeface,
	);
	const [made] = sheets;
	if (made === undefined)
		throw new Error(`${name}: ${JSON.stringify(findings)}`);
	return made.sheet;
}

/** The notice as one village has it, for commands that know of no villages. */
export function filledNotice(index: number): string {
	let text = source;
	for (const [name, cell] of Object.entries(benchVillage(index)))
		text = text.replaceAll(`{{${name}}}`, cell);
	return text;
}

/** What a reference needs on disk; its codes are drawn beforehand. */
export function typstFolder(folder: string): string {
	const typst = join(folder, "typst");
	mkdirSync(typst);
	copyFileSync("tests/bench/thong-bao.typ", join(typst, "thong-bao.typ"));
	const codes = [
		[
			"https://vneid.gov.vn/huongdan/huong-dan-dang-ky-tai-khoan-vneid.html",
			"Cách đăng ký VNeID",
		],
		[
			"https://cloud.binhduong.gov.vn/index.php/s/LHQMOOHJmgzCggi",
			"Tài liệu hướng dẫn",
		],
		["https://dichvucong.gov.vn/", "Cổng Dịch vụ công"],
	].map(([url = "", label = ""]): TypstCode => {
		const { size, matrix } = encodeQr(url, "M");
		return {
			url,
			label,
			host: new URL(url).host,
			size,
			runs: darkRuns(matrix, size),
		};
	});
	writeFileSync(join(typst, "codes.json"), JSON.stringify(codes));
	return typst;
}

function darkRuns(matrix: Uint8Array, size: number): TypstCode["runs"] {
	const runs: [number, number, number][] = [];
	for (const [i, dark] of matrix.entries()) {
		if (dark === 0) continue;
		const [x, y] = [i % size, Math.floor(i / size)];
		const last = runs.at(-1);
		if (last && last[1] === y && last[0] + last[2] === x) last[2] += 1;
		else runs.push([x, y, 1]);
	}
	return runs;
}

/** An empty folder of this name. */
export function fresh(folder: string, name: string): string {
	const path = join(folder, name);
	rmSync(path, { recursive: true, force: true });
	mkdirSync(path);
	return path;
}
