/** The typesetter as the page asks it. Pure: the worker and Node run the same. */
import { carriedNotice } from "../content/carried.ts";
import { decode } from "../content/decode.ts";
import { readAnnouncement } from "../content/read.ts";
import { readBytes } from "../content/read-bytes.ts";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { FontError } from "../fonts/error.ts";
import { type OpenTypeface, openTypeface } from "../fonts/open.ts";
import type { FontSource } from "../fonts/program.ts";
import type { Sheet } from "../layout/sheet.ts";
import { wordsFor } from "../messages/render.ts";
import { paintPdf } from "../paint/pdf.ts";
import { drawSvg, type SvgPage } from "../paint/svg.ts";
import { typeset } from "../typeset.ts";
import { noticeInPdf } from "./notice-in-pdf.ts";
import type {
	Drawn,
	Finding,
	ListedVillages,
	MadePdf,
	MadeVillage,
	OpenedFile,
	SheetChoice,
} from "./protocol.ts";
import { changesOf } from "./sheet-changes.ts";
import {
	hasPlaceholders,
	type ReadVillages,
	readVillages,
	sheetOfVillage,
} from "./villages.ts";

export interface Engine {
	readonly draw: (
		source: string,
		choice: SheetChoice,
		village: number,
	) => Drawn;
	readonly villages: (source: string, list: Uint8Array) => ListedVillages;
	readonly village: (
		slug: string,
		bytes: Uint8Array,
		choice: SheetChoice,
		village: number,
	) => MadeVillage;
	readonly pdf: (
		slug: string,
		bytes: Uint8Array,
		choice: SheetChoice,
	) => MadePdf;
	readonly open: (name: string, bytes: Uint8Array) => OpenedFile;
}

const worded = (d: Diagnostic): Finding => ({
	code: d.code,
	severity: d.severity,
	path: d.path,
	place: d.place,
	words: { vi: wordsFor(d, "vi"), en: wordsFor(d, "en") },
});

interface LaidOut {
	readonly sheet: Sheet | null;
	readonly findings: readonly Finding[];
}

type Read = ReturnType<typeof readAnnouncement>;

function layOut(
	read: Read,
	choice: SheetChoice,
	family: string,
	typeface: OpenTypeface,
): LaidOut {
	const { value, locate } = read;
	const found: Diagnostic[] = [...read.diagnostics];
	const told = (sheet: Sheet | null): LaidOut => ({
		sheet,
		findings: found.map((d) =>
			worded(d.place || d.path === "" ? d : { ...d, place: locate(d.path) }),
		),
	});
	if (value === null) return told(null);
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

const PDF_START = [0x25, 0x50, 0x44, 0x46];

export function openEngine(
	family: string,
	fonts: readonly FontSource[],
): Engine {
	const typeface = openTypeface(family, fonts);
	let shown: readonly SvgPage[] = [];
	let listed: ReadVillages | null = null;
	const forVillage = (
		source: string,
		choice: SheetChoice,
		index: number,
	): LaidOut | null => {
		if (listed?.kind !== "list" || !hasPlaceholders(source)) return null;
		const { bytes, villages } = listed;
		const village = villages[index];
		if (village === undefined) return null;
		const { sheet, diagnostics } = sheetOfVillage(
			source,
			bytes,
			village,
			choice,
			typeface,
		);
		return { sheet, findings: diagnostics.map(worded) };
	};
	return {
		draw(source, choice, village) {
			const { sheet, findings } =
				forVillage(source, choice, village) ??
				layOut(readAnnouncement(source), choice, family, typeface);
			if (sheet === null) return { sheet: null, findings };
			const { width, height, title, pages } = drawSvg(sheet, typeface);
			const changes = pages.map((page, i) => changesOf(shown[i] ?? [], page));
			shown = pages;
			return { sheet: { width, height, title, pages: changes }, findings };
		},
		pdf(slug, bytes, choice) {
			const read = readBytes(bytes);
			const { sheet, findings } = layOut(read, choice, family, typeface);
			if (sheet === null) return { kind: "wrong", findings };
			const attachment = carriedNotice(slug, bytes);
			return { kind: "pdf", bytes: paintPdf(sheet, typeface, { attachment }) };
		},
		villages(source, list) {
			if (list.length === 0) {
				listed = null;
				return { kind: "list", names: [] };
			}
			const read = readVillages(source, list);
			if (read.kind === "wrong")
				return { kind: "wrong", findings: read.diagnostics.map(worded) };
			listed = read;
			return { kind: "list", names: read.villages.map(({ name }) => name) };
		},
		village(slug, bytes, choice, index) {
			const source = new TextDecoder().decode(bytes);
			const laidOut =
				forVillage(source, choice, index) ??
				layOut(readBytes(bytes), choice, family, typeface);
			const village =
				listed?.kind === "list" ? listed.villages[index]?.slug : undefined;
			const ink = choice.ink === "saver" ? ".saver" : "";
			const name = `${slug}.${village ?? index + 1}.${choice.sheet}${ink}.pdf`;
			const { sheet, findings } = laidOut;
			if (sheet === null) return { name, bytes: null, findings };
			const attachment = carriedNotice(slug, bytes);
			return {
				name,
				bytes: paintPdf(sheet, typeface, { attachment }),
				findings,
			};
		},
		open(name, bytes) {
			if (PDF_START.every((byte, i) => bytes[i] === byte))
				return noticeInPdf(bytes);
			const decoded = decode(bytes);
			if (decoded.kind === "text") return { kind: "notice", name, bytes };
			const why = decoded.kind === "legacy" ? "legacy" : "not-text";
			return { kind: "none", why };
		},
	};
}
