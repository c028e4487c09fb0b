/** One notice, read and laid out on every sheet asked for. */
import { mendable } from "../content/fix/fix.ts";
import { rawOf } from "../content/read.ts";
import { readBytes } from "../content/read-bytes.ts";
import { pastDays } from "../content/sense.ts";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { FontError } from "../fonts/error.ts";
import type { OpenTypeface } from "../fonts/open.ts";
import { openAnyTypeface } from "../fonts/open-any.ts";
import { DEFAULT_FAMILY } from "../fonts/table.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import type { Announcement } from "../model/announcement.ts";
import type { ThemeName } from "../themes/themes.ts";
import { typeset } from "../typeset.ts";
import type { Effects } from "./effects.ts";
import { findFonts } from "./font-files.ts";
import type { Input } from "./inputs.ts";
import { withLogo } from "./logo.ts";
import type { Finding } from "./report.ts";

export interface Job {
	readonly sheets: readonly SheetName[];
	readonly theme: ThemeName;
	readonly ink: "full" | "saver";
	/** Warnings stop a notice as errors do. */
	readonly strict: boolean;
	/** ISO; days before it are past. Nothing is past when it is not said. */
	readonly today?: string | null;
}

export interface TypesetNotice {
	readonly findings: readonly Finding[];
	readonly typeface: OpenTypeface | null;
	/** All of them, or none when the notice has an error. */
	readonly sheets: readonly {
		readonly name: SheetName;
		readonly sheet: Sheet;
	}[];
}

/** Typefaces by theme and family; each is read once for all notices. */
export type FontShelf = Map<string, OpenTypeface>;

type FoundTypeface =
	| { readonly kind: "typeface"; readonly typeface: OpenTypeface }
	| { readonly kind: "none"; readonly diagnostic: Diagnostic };

async function typefaceFor(
	announcement: Announcement,
	theme: ThemeName,
	shelf: FontShelf,
	effects: Effects,
): Promise<FoundTypeface> {
	const family = announcement.font ?? DEFAULT_FAMILY;
	const key = `${theme} ${family}`;
	const ready = shelf.get(key);
	if (ready) return { kind: "typeface", typeface: ready };
	const none = (d: Diagnostic): FoundTypeface => ({
		kind: "none",
		diagnostic: d,
	});
	const found = await findFonts(family, theme, effects);
	if (found.kind === "unknown") {
		const { known } = found;
		return none(
			diagnostic("error", "fonts/unknown-family", "font", { family, known }),
		);
	}
	if (found.kind === "failed") {
		const { file, reason } = found;
		return none(diagnostic("error", "cli/unreadable", "", { file, reason }));
	}
	try {
		const typeface = await openAnyTypeface(family, found.files);
		shelf.set(key, typeface);
		return { kind: "typeface", typeface };
	} catch (error) {
		if (!(error instanceof FontError)) throw error;
		return none(unusable(error));
	}
}

const unusable = (error: FontError): Diagnostic =>
	diagnostic("error", "cli/unreadable", "", {
		file: error.family,
		reason: error.message,
	});

/** The same fault on several sheets is told once. */
function merge(
	findings: readonly Finding[],
	asked: number,
): readonly Finding[] {
	const merged = new Map<string, Finding>();
	for (const finding of findings) {
		const { code, path, params, severity } = finding.diagnostic;
		const key = JSON.stringify([severity, code, path, params]);
		const known = merged.get(key);
		const sheets = [...(known?.sheets ?? []), ...finding.sheets];
		merged.set(key, { ...finding, sheets });
	}
	return [...merged.values()].map((finding) =>
		finding.sheets.length === asked ? { ...finding, sheets: [] } : finding,
	);
}

export async function typesetNotice(
	{ file, bytes }: Input,
	job: Job,
	shelf: FontShelf,
	effects: Effects,
): Promise<TypesetNotice> {
	const read = readBytes(bytes);
	const { source } = read;
	const certain = mendable(read.diagnostics, source);
	const findings: Finding[] = read.diagnostics.map((d) => ({
		file,
		source,
		diagnostic: d,
		sheets: [],
		...(certain.has(d) ? { fixable: true } : {}),
	}));
	const stop = (): TypesetNotice => ({ findings, typeface: null, sheets: [] });
	if (!read.value) return stop();
	const locate = (d: Diagnostic): Diagnostic =>
		d.place || d.path === "" ? d : { ...d, place: read.locate(d.path) };
	const pictured = await withLogo(read.value, file, effects);
	for (const d of pictured.diagnostics)
		findings.push({ file, source, diagnostic: locate(d), sheets: [] });
	const notice = pictured.value;
	if (!notice) return stop();
	const found = await typefaceFor(notice, job.theme, shelf, effects);
	if (found.kind === "none") {
		const d = locate(found.diagnostic);
		findings.push({ file, source, diagnostic: d, sheets: [] });
		return stop();
	}
	const { typeface } = found;
	const past = job.today ? pastDays(rawOf(source), job.today) : [];
	for (const d of past)
		findings.push({ file, source, diagnostic: locate(d), sheets: [] });
	const laidOut: Finding[] = [];
	const sheets: { name: SheetName; sheet: Sheet }[] = [];
	for (const name of job.sheets) {
		await effects.breathe();
		const request = { sheet: name, theme: job.theme, ink: job.ink };
		const { value, diagnostics } = typesetSafely(notice, request, typeface);
		if (value) sheets.push({ name, sheet: value });
		for (const d of diagnostics) {
			const finding = { file, source, diagnostic: locate(d), sheets: [name] };
			laidOut.push(finding);
		}
	}
	findings.push(...merge(laidOut, job.sheets.length));
	const stops = findings.some(
		({ diagnostic: { severity } }) => severity === "error" || job.strict,
	);
	return stops ? stop() : { findings, typeface, sheets };
}

/** A damaged font shows itself only when its letters are asked for. */
function typesetSafely(
	announcement: Announcement,
	request: Parameters<typeof typeset>[1],
	typeface: OpenTypeface,
): ReturnType<typeof typeset> {
	try {
		return typeset(announcement, request, typeface);
	} catch (error) {
		if (!(error instanceof FontError)) throw error;
		return { value: null, diagnostics: [unusable(error)] };
	}
}
