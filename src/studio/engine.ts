/** The typesetter as the page asks it. Pure: the worker and Node run the same. */
import { copiesOf } from "../batch/copies.ts";
import { carriedNotice } from "../content/carried.ts";
import { decode } from "../content/decode.ts";
import { MOST_CHARACTERS, readAnnouncement } from "../content/read.ts";
import { readBytes } from "../content/read-bytes.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics.ts";
import { FontError } from "../fonts/error.ts";
import { type OpenTypeface, openTypeface } from "../fonts/open.ts";
import type { FontSource } from "../fonts/program.ts";
import { formatOf, type SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { Language } from "../messages/language.ts";
import { wordsFor } from "../messages/render.ts";
import { studioWords } from "../messages/studio-words.ts";
import type { Logo, Picture } from "../model/picture.ts";
import { withPicture } from "../model/with-picture.ts";
import { type PaintOptions, paintPdf } from "../paint/pdf.ts";
import type { Attachment } from "../paint/pdf-document.ts";
import { type SvgPage, svgPainter } from "../paint/svg.ts";
import { readPicture } from "../pictures/read.ts";
import { planBytes, planPrint, planSheet } from "../print/plan.ts";
import { prepare } from "../print/prepare.ts";
import { proofPainted } from "../proof/bytes/proof-pdf.ts";
import { sheetFill } from "../proof/fill.ts";
import { sheetCoverage } from "../proof/rules/ink-coverage.ts";
import { typeset } from "../typeset.ts";
import { isMapValue } from "./fields.ts";
import { noticeInPdf } from "./notice-in-pdf.ts";
import type {
	Drawn,
	Finding,
	ListedVillages,
	LogoFile,
	Made,
	Measures,
	NoticeFile,
	OpenedFile,
	SheetChoice,
} from "./protocol.ts";
import { changesOf } from "./sheet-changes.ts";
import {
	carriedVillage,
	type ReadVillages,
	readVillages,
	sheetOfVillage,
	templateReader,
} from "./villages.ts";
import { yamlValue } from "./yaml-value.ts";

export interface Engine {
	/** The picture that lies beside the notice; null for none. */
	readonly logo: (logo: LogoFile | null) => null;
	readonly draw: (
		source: string,
		choice: SheetChoice,
		village: number,
	) => Drawn;
	/** Of the sheet drawn last; null before the first. */
	readonly measures: () => Measures | null;
	readonly villages: (source: string, list: Uint8Array) => ListedVillages;
	/** As `bangtin build` makes it. */
	readonly pdf: (notice: NoticeFile, choice: SheetChoice) => Made;
	/** As `bangtin merge` makes it. */
	readonly village: (
		notice: NoticeFile,
		choice: SheetChoice,
		village: number,
	) => Made;
	/** As `bangtin pack` makes it; `village` is null where there is no list. */
	readonly packed: (
		notice: NoticeFile,
		choice: SheetChoice,
		village: number | null,
	) => Made;
	/** What is to be printed for those villages, on one side or on both. */
	readonly plan: (
		notice: NoticeFile,
		choice: SheetChoice,
		villages: readonly number[],
		isDuplex: boolean,
	) => Made;
	readonly open: (name: string, bytes: Uint8Array) => OpenedFile;
}

const worded = (d: Diagnostic, cells: readonly string[] = []): Finding => ({
	code: d.code,
	severity: d.severity,
	path: d.path,
	place: d.place,
	...(cells.length > 0 ? { cells } : {}),
	words: {
		vi: sentenceOf(d, "vi", cells.length > 0),
		en: sentenceOf(d, "en", cells.length > 0),
	},
});

const wordedAll = ({ diagnostics, cells }: LaidOut): readonly Finding[] =>
	diagnostics.map((d) => worded(d, cells?.get(d)));

/** Some advice is of files and folders, which a page does not have. */
function sentenceOf(
	d: Diagnostic,
	lang: Language,
	isOfList: boolean,
): ReturnType<typeof wordsFor> {
	const sentence = wordsFor(d, lang);
	const { dropLogo, ...words } = studioWords[lang];
	const dateFix = isOfList ? words.listDateFix : words.dateFix;
	if (d.code === "pictures/missing") return { ...sentence, fix: dropLogo };
	return d.code === "content/date" && "iso" in d.params && d.params.iso === null
		? { ...sentence, fix: dateFix }
		: sentence;
}

interface LaidOut {
	readonly sheet: Sheet | null;
	readonly diagnostics: readonly Diagnostic[];
	/** Of a village: where in the list. */
	readonly cells?: ReadonlyMap<Diagnostic, readonly string[]>;
}

type Read = ReturnType<typeof readAnnouncement>;

/** Windows writes its own separator. */
const samePath = (a: string, b: string): boolean =>
	a.replaceAll("\\", "/") === b.replaceAll("\\", "/");

/** The picture at hand, for a notice that names it. */
interface Shelf {
	readonly read: (logo: Logo) => ReturnType<typeof readPicture> | null;
}

function shelfOf(file: LogoFile | null): Shelf {
	// Read once: it comes with every sheet.
	const read = file && readPicture(file.bytes, "issuer.logo");
	return {
		read: (logo) =>
			file !== null && samePath(file.name, logo.file) ? read : null,
	};
}

const pictureOn = (shelf: Shelf, logo: Logo | null): Picture | null =>
	(logo && shelf.read(logo)?.value) ?? null;

function layOut(
	read: Read,
	choice: SheetChoice,
	family: string,
	typeface: OpenTypeface,
	shelf: Shelf,
): LaidOut {
	const { locate } = read;
	const found: Diagnostic[] = [...read.diagnostics];
	const told = (sheet: Sheet | null): LaidOut => ({
		sheet,
		diagnostics: found.map((d) =>
			d.place || d.path === "" ? d : { ...d, place: locate(d.path) },
		),
	});
	if (read.value === null) return told(null);
	const pictured = read.value.logo && shelf.read(read.value.logo);
	found.push(...(pictured?.diagnostics ?? []));
	if (hasErrors(found)) return told(null);
	const value = withPicture(read.value, pictured?.value ?? null);
	// Other families lie in the folder of whoever prints; the page has its own only.
	if (value.font !== null && value.font !== family) {
		const params = { family: value.font, known: [family] };
		found.push(diagnostic("error", "fonts/unknown-family", "font", params));
		return told(null);
	}
	const laidOut = typesetSafely(value, choice, typeface);
	found.push(...laidOut.diagnostics);
	return told(laidOut.value);
}

function typesetSafely(
	...given: Parameters<typeof typeset>
): ReturnType<typeof typeset> {
	try {
		return typeset(...given);
	} catch (error) {
		if (!(error instanceof FontError)) throw error;
		const params = { file: error.family, reason: error.message };
		const d = diagnostic("error", "cli/unreadable", "", params);
		return { value: null, diagnostics: [d] };
	}
}

/** A file of this kind may be in need of mending; any other text must look like a notice. */
function isNotice(name: string, text: string): boolean {
	if (/\.ya?ml$/iu.test(name)) return true;
	const value = yamlValue(text);
	return isMapValue(value) && ("title" in value || "body" in value);
}

const PDF_START = [0x25, 0x50, 0x44, 0x46];
/** What `bangtin pack` makes when it is not told. */
const NOTICE_PACK = ["leaflet-a5-2up", "poster-a3"] as const;
const VILLAGE_PACK = ["leaflet-a5-2up"] as const;

const PACK_INK = "saver";

const saverOf = ({ ink }: SheetChoice): string =>
	ink === "saver" ? ".saver" : "";

export function openEngine(
	family: string,
	fonts: readonly FontSource[],
): Engine {
	const typeface = openTypeface(family, fonts);
	let shelf = shelfOf(null);
	const drawSvg = svgPainter(typeface);
	let shown: readonly SvgPage[] = [];
	let last: { readonly sheet: Sheet; readonly name: SheetName } | null = null;
	let listed: ReadVillages | null = null;
	const templateOf = templateReader();

	function forVillage(
		source: string,
		choice: SheetChoice,
		index: number,
	): LaidOut | null {
		if (listed?.kind !== "list") return null;
		const { bytes, villages } = listed;
		const village = villages[index];
		if (village === undefined) return null;
		const template = templateOf(source);
		if (template.fields.length === 0) return null;
		return sheetOfVillage(
			template,
			bytes,
			village,
			choice,
			typeface,
			({ logo }) => pictureOn(shelf, logo),
		);
	}

	const forNotice = (read: Read, choice: SheetChoice): LaidOut =>
		layOut(read, choice, family, typeface, shelf);

	const forEither = (
		{ bytes }: NoticeFile,
		choice: SheetChoice,
		village: number,
	): LaidOut =>
		forVillage(new TextDecoder().decode(bytes), choice, village) ??
		forNotice(readBytes(bytes), choice);

	const slugOfVillage = (index: number): string =>
		(listed?.kind === "list" ? listed.villages[index]?.slug : undefined) ??
		String(index + 1);

	/** The notice, and of the list what belongs to one village. */
	function carriedWith(
		{ slug, bytes }: NoticeFile,
		index: number | null,
	): readonly Attachment[] {
		const village =
			listed?.kind === "list" && index !== null
				? listed.villages[index]
				: undefined;
		const source = new TextDecoder().decode(bytes);
		return [
			carriedNotice(slug, bytes),
			...(listed?.kind === "list" && village !== undefined
				? carriedVillage(slug, templateOf(source), listed, village)
				: []),
		];
	}

	/** Painted and read back: what cannot be read as it should is not given away. */
	function painted(
		laidOut: LaidOut,
		name: string,
		options: PaintOptions,
	): Made {
		const { sheet } = laidOut;
		if (sheet === null) return { files: [], findings: wordedAll(laidOut) };
		const bytes = paintPdf(sheet, typeface, options);
		const faults = proofPainted(bytes, sheet, "quick");
		const findings = [
			...wordedAll(laidOut),
			...faults.map((fault) => worded(fault)),
		];
		const file = { name, bytes, pages: sheet.pages.length };
		return { files: hasErrors(faults) ? [] : [file], findings };
	}

	return {
		logo(logo) {
			shelf = shelfOf(logo);
			return null;
		},
		draw(source, choice, village) {
			const laidOut =
				forVillage(source, choice, village) ??
				forNotice(readAnnouncement(source), choice);
			const { sheet } = laidOut;
			const findings = wordedAll(laidOut);
			if (sheet === null) return { sheet: null, findings };
			last = { sheet, name: choice.sheet };
			const { width, height, title, pages } = drawSvg(sheet);
			const changes = pages.map((page, i) => changesOf(shown[i] ?? [], page));
			shown = pages;
			return { sheet: { width, height, title, pages: changes }, findings };
		},
		measures: () =>
			last && {
				ink: sheetCoverage(last.sheet, typeface),
				fill: sheetFill(last.sheet, formatOf(last.name).safe),
			},
		pdf({ slug, bytes }, choice) {
			const laidOut = forNotice(readBytes(bytes), choice);
			const attachment = carriedNotice(slug, bytes);
			const name = `${slug}.${choice.sheet}${saverOf(choice)}.pdf`;
			return painted(laidOut, name, { attachments: [attachment] });
		},
		villages(source, list) {
			if (list.length === 0) {
				listed = null;
				return { kind: "list", names: [], columns: [] };
			}
			const read = readVillages(templateOf(source), list);
			if (read.kind === "wrong")
				return { kind: "wrong", findings: wordedAll({ sheet: null, ...read }) };
			listed = read;
			const names = read.villages.map(({ name }) => name);
			return {
				kind: "list",
				names,
				columns: read.table.columns.map((column) => column.name),
			};
		},
		village(notice, choice, index) {
			const { slug } = notice;
			const name = `${slug}.${slugOfVillage(index)}.${choice.sheet}${saverOf(choice)}.pdf`;
			return painted(forEither(notice, choice, index), name, {
				attachments: carriedWith(notice, index),
			});
		},
		packed(notice, choice, village) {
			const { slug } = notice;
			const attachments = carriedWith(notice, village);
			const whose = village === null ? "" : `.${slugOfVillage(village)}`;
			const way = { ink: PACK_INK, print: "office" } as const;
			const sheets = village === null ? NOTICE_PACK : VILLAGE_PACK;
			const made = sheets.map((sheet): Made => {
				const laidOut = forEither(
					notice,
					{ ...choice, sheet, ink: PACK_INK },
					village ?? 0,
				);
				if (laidOut.sheet === null) return painted(laidOut, "", {});
				const ready = prepare(sheet, laidOut.sheet, way, typeface);
				const diagnostics = [...laidOut.diagnostics, ...ready.diagnostics];
				const name = `${slug}${whose}.${ready.name}.pdf`;
				const prepared = { ...laidOut, sheet: ready.sheet, diagnostics };
				return painted(prepared, name, { attachments });
			});
			// All of a notice's sheets, or none.
			const isWhole = made.every(({ files }) => files.length > 0);
			return {
				files: isWhole ? made.flatMap(({ files }) => files) : [],
				findings: made.flatMap(({ findings }) => findings),
			};
		},
		plan(notice, choice, indices, isDuplex) {
			const [first] = indices;
			if (listed?.kind !== "list" || first === undefined)
				return { files: [], findings: [] };
			const { table, villages } = listed;
			const lines = indices.flatMap((index) => {
				const village = villages[index];
				return village ? [copiesOf(table, village.name, village.row)] : [];
			});
			const plan = planPrint(
				lines.map(({ village, row, copies }) => ({ village, row, copies })),
				isDuplex,
			);
			const asked = {
				...choice,
				sheet: VILLAGE_PACK[0],
				ink: PACK_INK,
			} as const;
			const { sheet } = forEither(notice, asked, first);
			// The notice's own title may still wait for a village's name.
			const { slug, bytes } = notice;
			const attachment = carriedNotice(slug, bytes);
			const name = `${slug}.ke-hoach-in`;
			const laidOut: LaidOut = {
				sheet: sheet && planSheet(plan, { ...sheet, title: slug }, typeface),
				diagnostics: lines.flatMap(({ finding }) => finding?.diagnostic ?? []),
			};
			const { files, findings } = painted(laidOut, `${name}.pdf`, {
				attachments: [attachment],
			});
			const json = { name: `${name}.json`, bytes: planBytes(plan), pages: 0 };
			return { files: [...files, json], findings };
		},
		open(name, bytes) {
			if (PDF_START.every((byte, i) => bytes[i] === byte))
				return noticeInPdf(bytes);
			const decoded = decode(bytes);
			if (decoded.kind === "legacy") return { kind: "none", why: "legacy" };
			if (/\.xls$/iu.test(name)) return { kind: "none", why: "old-excel" };
			if (decoded.kind !== "text") return { kind: "none", why: "not-text" };
			if (decoded.text.length > MOST_CHARACTERS)
				return { kind: "none", why: "too-long" };
			return isNotice(name, decoded.text)
				? { kind: "notice", name, bytes }
				: { kind: "none", why: "not-notice" };
		},
	};
}
