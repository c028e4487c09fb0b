/** What a command has to say, gathered, then said once in words or in JSON. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Language } from "../messages/language.ts";
import {
	type RowPlace,
	renderDiagnostic,
	wordsFor,
} from "../messages/render.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Mended } from "./mended.ts";

export interface Finding {
	/** "" for the command line itself. */
	readonly file: string;
	/** What the places count in. */
	readonly source: string;
	readonly diagnostic: Diagnostic;
	/** The sheets it concerns, when not all that were asked for. */
	readonly sheets: readonly string[];
	/** `check --fix` mends it. */
	readonly fixable?: boolean;
	/** Where in a list of villages. */
	readonly row?: RowPlace | null;
}

export interface MadeFile {
	readonly path: string;
	readonly bytes: number;
}

export interface Made extends MadeFile {
	readonly notice: string;
	readonly sheet: string;
	readonly ink: "full" | "saver";
}

export interface Outcome {
	readonly findings: readonly Finding[];
	readonly made: readonly MadeFile[];
	/** A line for people, null for none. */
	readonly summary: string | null;
	readonly strict: boolean;
	/** What `check --fix` wrote. */
	readonly mended?: readonly Mended[];
}

/** A run that ended before anything could be made. */
export const nothingMade = (
	findings: readonly Finding[],
	strict = false,
): Outcome => ({ findings, made: [], summary: null, strict });

function exitOf({ diagnostic: { code, severity } }: Finding): ExitCode {
	if (severity === "warning") return EXIT.done;
	if (code === "cli/bug") return EXIT.bug;
	if (code === "cli/usage" || code === "cli/same-name") return EXIT.wrongUsage;
	return code.startsWith("cli/") ? EXIT.fileTrouble : EXIT.wrongNotice;
}

/** The gravest of all that happened. */
export function exitCodeOf({ findings, strict }: Outcome): ExitCode {
	const codes = findings.map(exitOf);
	const warned = findings.some((f) => f.diagnostic.severity === "warning");
	const gravest = [
		EXIT.bug,
		EXIT.fileTrouble,
		EXIT.wrongUsage,
		EXIT.wrongNotice,
	].find((code) => codes.includes(code));
	return gravest ?? (strict && warned ? EXIT.wrongNotice : EXIT.done);
}

/** Diagnostics as they stand on a terminal, a blank line after each. */
export const spoken = (findings: readonly Finding[], lang: Language): string =>
	findings
		.map(
			({ file, source, diagnostic, sheets, fixable = false, row = null }) => {
				const context = { file, source, lang, sheets, fixable, row };
				return `${renderDiagnostic(diagnostic, context)}\n\n`;
			},
		)
		.join("");

function jsonFinding(
	{ file, diagnostic, sheets, fixable = false, row = null }: Finding,
	lang: Language,
): object {
	const { code, severity, path, place, spot = null, params } = diagnostic;
	const { say, fix } = wordsFor(diagnostic, lang);
	return {
		code,
		severity,
		file: file === "" ? null : file,
		path,
		place,
		spot,
		sheets,
		...(row === null ? {} : { list: row }),
		message: say,
		fix: fix === "" ? null : fix,
		fixable,
		params,
	};
}

/** The one JSON document of a command. */
export function jsonOutcome(outcome: Outcome, lang: Language): string {
	const exit = exitCodeOf(outcome);
	const document = {
		ok: exit === EXIT.done,
		exit,
		files: outcome.made,
		...(outcome.mended ? { mended: outcome.mended } : {}),
		diagnostics: outcome.findings.map((finding) => jsonFinding(finding, lang)),
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
