/** What must be true of every notice: a sheet that says it all, or an error with its field. */
import { stringify } from "yaml";
import { readAnnouncement } from "../../src/content/read.ts";
import { type Diagnostic, hasErrors } from "../../src/diagnostics.ts";
import type { Typeface } from "../../src/fonts/face.ts";
import { FORMATS, type FormatName } from "../../src/formats/formats.ts";
import { proofSheet } from "../../src/proof/proof.ts";
import { PageTrials as MaiTrials } from "../../src/themes/mai/trial.ts";
import type { ThemeName } from "../../src/themes/themes.ts";
import { PageTrials as TuyenTrials } from "../../src/themes/tuyen/trial.ts";
import { typeset } from "../../src/typeset.ts";
import type { YamlNotice } from "./notices.ts";
import { readingFaults } from "./reading.ts";
import { trunkFaults } from "./trunk.ts";

export interface Request {
	readonly sheet: FormatName;
	readonly ink: "full" | "saver";
	/** Tuyến when it is not said. */
	readonly theme?: ThemeName;
}

export interface Outcome {
	readonly faults: readonly string[];
	readonly laidOut: boolean;
	readonly pages: number;
	/** Trials of the fit. */
	readonly trials: number;
	readonly codes: readonly string[];
}

/** What is done, and how many trials of the fit it took. */
function countingTrials<T>(work: () => T): {
	readonly done: T;
	readonly trials: number;
} {
	const tuyen = TuyenTrials.prototype.at;
	const mai = MaiTrials.prototype.at;
	let trials = 0;
	TuyenTrials.prototype.at = function (setting) {
		trials += 1;
		return tuyen.call(this, setting);
	};
	MaiTrials.prototype.at = function (setting) {
		trials += 1;
		return mai.call(this, setting);
	};
	try {
		const done = work();
		return { done, trials };
	} finally {
		TuyenTrials.prototype.at = tuyen;
		MaiTrials.prototype.at = mai;
	}
}

/** Ours, not the author's: nobody can mend an overlap by editing a notice. */
const OURS = /^proof\//u;

function errorFaults(diagnostics: readonly Diagnostic[]): readonly string[] {
	const errors = diagnostics.filter((d) => d.severity === "error");
	return errors.flatMap((d) => [
		...(d.path === "" ? [`${d.code} names no field`] : []),
		...(OURS.test(d.code)
			? [`${d.code} at ${d.path}: ${JSON.stringify(d.params)}`]
			: []),
	]);
}

export function typesetOutcome(
	notice: YamlNotice,
	{ sheet, ink, theme = "tuyen" }: Request,
	typeface: Typeface,
): Outcome {
	const { value, diagnostics } = readAnnouncement(stringify(notice));
	const none = { laidOut: false, pages: 0, trials: 0 };
	if (value === null)
		return {
			...none,
			codes: diagnostics.map((d) => d.code),
			faults: hasErrors(diagnostics)
				? errorFaults(diagnostics)
				: ["refused without an error"],
		};
	const { done: set, trials } = countingTrials(() =>
		typeset(value, { sheet, theme, ink }, typeface),
	);
	const codes = set.diagnostics.map((d) => d.code);
	if (set.value === null)
		return {
			...none,
			codes,
			trials,
			faults: hasErrors(set.diagnostics)
				? errorFaults(set.diagnostics)
				: ["refused without an error"],
		};
	return {
		laidOut: true,
		pages: set.value.pages.length,
		trials,
		codes,
		faults: [
			...errorFaults(proofSheet(set.value, FORMATS[sheet], typeface)),
			...readingFaults(value, set.value, sheet, theme),
			...(theme === "tuyen"
				? set.value.pages.flatMap((page, i) =>
						trunkFaults(page, sheet, i > 0 || value.when !== null),
					)
				: []),
		],
	};
}
