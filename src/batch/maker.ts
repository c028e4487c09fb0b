/** From a row to the finished files of a village, many times over. */
import { readTemplate, templateWithPicture } from "../content/read.ts";
import { diagnostic, hasErrors } from "../diagnostics.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import type { FontSource } from "../fonts/program.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { Picture } from "../model/picture.ts";
import { paintPdf } from "../paint/pdf.ts";
import type { Attachment } from "../paint/pdf-document.ts";
import { prepare } from "../print/prepare.ts";
import { depthFor, proofPainted } from "../proof/bytes/proof-pdf.ts";
import { carriedRows } from "./carried-rows.ts";
import { columnsFrom } from "./columns.ts";
import type { Column, Row } from "./table.ts";
import { type RowFinding, typesetVillage, type VillageJob } from "./village.ts";

/** What all villages share; plain data, so that it can go to another thread. */
export interface MakerSetup {
	readonly source: string;
	/** Of the notice's file. */
	readonly slug: string;
	readonly attachment: Attachment;
	readonly columns: readonly Column[];
	/** Placeholders of the notice. */
	readonly names: readonly string[];
	readonly job: VillageJob;
	/** What a print room asks for; null for the sheets as they are laid out. */
	readonly print: "office" | "shop" | null;
	readonly family: string;
	readonly fonts: readonly FontSource[];
	/** The picture that the notice names. */
	readonly logo: Picture | null;
}

export interface VillageFiles {
	readonly findings: readonly RowFinding[];
	/** None when the row has an error. */
	readonly files: readonly VillageFile[];
}

export interface VillageFile {
	readonly sheet: SheetName;
	/** What it is called after the village: as the sheet, or as the print room knows it. */
	readonly name: string;
	readonly pages: number;
	readonly bytes: Uint8Array;
}

export type Maker = (row: Row) => VillageFiles;

/** A row that brings the program down is that row's trouble only. */
function bug(error: unknown): VillageFiles {
	const reason = error instanceof Error ? error.message : String(error);
	const d = diagnostic("error", "cli/bug", "", { reason });
	return { findings: [{ diagnostic: d, columns: [], sheets: [] }], files: [] };
}

/** What the finished bytes of a village's sheet broke, were they read by anyone else. */
const faultsOf = (
	bytes: Uint8Array,
	sheet: Sheet,
	name: SheetName,
	job: VillageJob,
): readonly RowFinding[] =>
	proofPainted(bytes, sheet, depthFor(job)).map((d) => ({
		diagnostic: d,
		columns: [],
		sheets: [name],
	}));

/** Whether such faults keep the village's files from being written. */
const stops = (
	faults: readonly RowFinding[],
	{ strict }: VillageJob,
): boolean =>
	hasErrors(faults.map(({ diagnostic: d }) => d)) ||
	(strict && faults.length > 0);

/** Fonts are opened and the notice is read here, once. */
export async function openMaker(setup: MakerSetup): Promise<Maker> {
	const { source, attachment, job, print, family, fonts } = setup;
	const typeface: OpenTypeface = await openAnyTypeface(family, fonts);
	const template = templateWithPicture(readTemplate(source), setup.logo);
	const columns = columnsFrom(setup.columns, setup.names);
	return (row) => {
		try {
			const { findings, sheets } = typesetVillage(
				template,
				row,
				columns,
				job,
				typeface,
			);
			const own = carriedRows(setup.slug, setup.columns, columns, [row]);
			const attachments = [attachment, own];
			const files: VillageFile[] = [];
			const prepared: RowFinding[] = [];
			const faults: RowFinding[] = [];
			for (const { name, sheet } of sheets) {
				const ready =
					print === null
						? { name, sheet, diagnostics: [] }
						: prepare(name, sheet, { ink: job.ink, print }, typeface);
				for (const d of ready.diagnostics)
					prepared.push({ diagnostic: d, columns: [], sheets: [name] });
				const bytes = paintPdf(ready.sheet, typeface, { attachments });
				faults.push(...faultsOf(bytes, ready.sheet, name, job));
				const pages = sheet.pages.length;
				files.push({ sheet: name, name: ready.name, pages, bytes });
			}
			return {
				findings: [...findings, ...prepared, ...faults],
				files: stops(faults, job) ? [] : files,
			};
		} catch (error) {
			return bug(error);
		}
	};
}
