/** What must be true of every notice: a sheet that says it all, or an error with its field. */
import { stringify } from "yaml";
import { readAnnouncement } from "../../src/content/read.ts";
import { type Diagnostic, hasErrors } from "../../src/diagnostics.ts";
import type { Typeface } from "../../src/fonts/face.ts";
import { FORMATS, type FormatName } from "../../src/formats/formats.ts";
import { proofSheet } from "../../src/proof/proof.ts";
import { typeset } from "../../src/typeset.ts";
import { AS_OF, type YamlNotice } from "./notices.ts";
import { readingFaults } from "./reading.ts";
import { trunkFaults } from "./trunk.ts";

export interface Request {
	readonly sheet: FormatName;
	readonly ink: "full" | "saver";
}

export interface Outcome {
	readonly faults: readonly string[];
	readonly laidOut: boolean;
	readonly pages: number;
	/** Trials of the fit. */
	readonly trials: number;
	readonly codes: readonly string[];
}

/** Counts how often the foot is set: once in every trial, its day twice. */
function counting(typeface: Typeface): {
	readonly typeface: Typeface;
	readonly trials: () => number;
} {
	let shaped = 0;
	return {
		typeface: {
			family: typeface.family,
			face: (weight) => {
				const face = typeface.face(weight);
				return {
					...face,
					shape: (text) => {
						if (text === AS_OF.printed) shaped += 1;
						return face.shape(text);
					},
				};
			},
		},
		trials: () => shaped / 2,
	};
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
	{ sheet, ink }: Request,
	face: Typeface,
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
	const { typeface, trials } = counting(face);
	const set = typeset(value, { sheet, theme: "tuyen", ink }, typeface);
	const codes = set.diagnostics.map((d) => d.code);
	if (set.value === null)
		return {
			...none,
			codes,
			trials: trials(),
			faults: hasErrors(set.diagnostics)
				? errorFaults(set.diagnostics)
				: ["refused without an error"],
		};
	return {
		laidOut: true,
		pages: set.value.pages.length,
		trials: trials(),
		codes,
		faults: [
			...errorFaults(proofSheet(set.value, FORMATS[sheet], face)),
			...readingFaults(value, set.value, sheet),
			...set.value.pages.flatMap((page, i) =>
				trunkFaults(page, sheet, i > 0 || value.when !== null),
			),
		],
	};
}
