/** A finished PDF as the rules see it: file, pages, tags. */
import { FORMATS, type Format } from "../../formats/formats.ts";
import type { PdfFile } from "../../pdf-reader/open-pdf.ts";
import { pagesOf } from "../../pdf-reader/pages.ts";
import {
	asKind,
	asNumber,
	itemsOf,
	type PdfDict,
	type PdfValue,
} from "../../pdf-reader/values.ts";
import { mm, type Pt } from "../../units.ts";
import { type FoundCode, findCodes } from "./codes.ts";
import { interpretPage } from "./content/interpret.ts";
import type { PageContent, PageMark } from "./content/page-content.ts";
import type { PdfFont } from "./pdf-font.ts";
import { readTagTree, type Tag, type TagTree } from "./tag-tree.ts";

/** Corners as a PDF gives them, from the lower left. */
export interface PageBox {
	readonly left: Pt;
	readonly bottom: Pt;
	readonly right: Pt;
	readonly top: Pt;
}

export interface ProofedPage {
	/** From 1. */
	readonly number: number;
	readonly id: number | null;
	readonly dict: PdfDict;
	readonly media: PageBox | null;
	/** null when it has none of its own. */
	readonly trim: PageBox | null;
	/** Of the trim. */
	readonly width: Pt;
	readonly height: Pt;
	/** The numbers it must keep; null when no sheet has its size. */
	readonly format: Format | null;
	readonly content: PageContent;
	readonly codes: readonly FoundCode[];
	/** The tag a piece of marked content belongs to. */
	readonly tagOf: (mark: PageMark) => Tag | null;
}

export interface ProofedPdf {
	readonly file: PdfFile;
	readonly catalog: PdfValue;
	readonly info: PdfValue;
	readonly pages: readonly ProofedPage[];
	readonly tree: TagTree | null;
	readonly fonts: readonly PdfFont[];
	/** For a printing house: paper to cut off, four inks, no archive. */
	readonly forPress: boolean;
}

/** Between an exact size and what programs round it to. */
const SIZE_TOLERANCE = mm(0.25);

function boxOf(file: PdfFile, dict: PdfDict, key: string): PageBox | null {
	const [a, b, c, d] = itemsOf(file.field(dict, key)).map((value) =>
		asNumber(file.get(value)),
	);
	if (a == null || b == null || c == null || d == null) return null;
	return {
		left: Math.min(a, c),
		bottom: Math.min(b, d),
		right: Math.max(a, c),
		top: Math.max(b, d),
	};
}

const near = (a: Pt, b: Pt): boolean => Math.abs(a - b) <= SIZE_TOLERANCE;

/** By its size. An A4 on its side carries two leaflets. */
export function formatOfSize(width: Pt, height: Pt): Format | null {
	const upright = Object.values(FORMATS).find(
		(format) => near(format.width, width) && near(format.height, height),
	);
	if (upright !== undefined) return upright;
	const leaflet = FORMATS["leaflet-a5"];
	const onA4 = near(width, mm(297)) && near(height, mm(210));
	return onA4 ? leaflet : null;
}

function contentsOf(file: PdfFile, dict: PdfDict): readonly Uint8Array[] {
	const contents = file.field(dict, "Contents");
	const parts =
		asKind(contents, "array") === null ? [contents] : itemsOf(contents);
	return parts.flatMap((part) => {
		const stream = asKind(file.get(part), "stream");
		return stream === null ? [] : [file.decode(stream).bytes];
	});
}

/** Whether there is ink to be cut through. */
function hasBleed(file: PdfFile, dict: PdfDict): boolean {
	const [bleed, trim] = [
		boxOf(file, dict, "BleedBox"),
		boxOf(file, dict, "TrimBox"),
	];
	return bleed !== null && trim !== null && bleed.left < trim.left - 1;
}

/** From a page's number and a piece's to its tag. */
function tagsByContent(tree: TagTree | null): ReadonlyMap<string, Tag> {
	const tags = new Map<string, Tag>();
	for (const tag of tree?.tags ?? [])
		for (const kid of tag.kids)
			if (kid.kind === "content") tags.set(`${kid.page} ${kid.mcid}`, tag);
	return tags;
}

export function proofedPdf(file: PdfFile): ProofedPdf {
	const tree = readTagTree(file);
	const tags = tagsByContent(tree);
	const fonts = new Map<PdfValue, PdfFont>();
	const pages = pagesOf(file).map(({ id, dict }, index): ProofedPage => {
		const media = boxOf(file, dict, "MediaBox");
		const trim = boxOf(file, dict, "TrimBox");
		const box = trim ?? media ?? { left: 0, bottom: 0, right: 0, top: 0 };
		const unit = asNumber(file.field(dict, "UserUnit")) ?? 1;
		const content = interpretPage(
			file,
			contentsOf(file, dict),
			file.field(dict, "Resources"),
			[unit, 0, 0, -unit, -box.left * unit, box.top * unit],
			fonts,
		);
		const width = (box.right - box.left) * unit;
		const height = (box.top - box.bottom) * unit;
		return {
			number: index + 1,
			id,
			dict,
			media,
			trim,
			width,
			height,
			format: formatOfSize(width, height),
			content,
			codes: findCodes(content),
			tagOf: ({ marked }) =>
				marked === null ? null : (tags.get(`${id} ${marked.mcid}`) ?? null),
		};
	});
	return {
		file,
		catalog: file.field(file.trailer, "Root"),
		info: file.field(file.trailer, "Info"),
		pages,
		tree,
		fonts: [...fonts.values()],
		forPress:
			pages.length > 0 && pages.every(({ dict }) => hasBleed(file, dict)),
	};
}
