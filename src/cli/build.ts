/** `bangtin build` and `bangtin check`: notices in, PDFs or faults out. */

import { basename, extname, join } from "node:path";
import { slugOf } from "../batch/slug.ts";
import { carriedNotice } from "../content/carried.ts";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { SHEET_NAMES, type SheetName } from "../formats/formats.ts";
import { cliWords } from "../messages/cli-words.ts";
import { paintPdf } from "../paint/pdf.ts";
import { depthFor, proofPainted } from "../proof/bytes/proof-pdf.ts";
import { suggest } from "../suggest.ts";
import { THEME_NAMES, type ThemeName } from "../themes/themes.ts";
import { type Args, COMMANDS } from "./args.ts";
import type { Effects } from "./effects.ts";
import { fixInputs } from "./fix.ts";
import { gather, type Input } from "./inputs.ts";
import { overrideInputs } from "./override.ts";
import type { Finding, Made, Outcome } from "./report.ts";
import {
	type FontShelf,
	type Job,
	type TypesetNotice,
	typesetNotice,
} from "./typeset-notice.ts";

export const about = (file: string, d: Diagnostic): Finding => ({
	file,
	source: "",
	diagnostic: d,
	sheets: [],
});

export const usage = (
	problem: string,
	suggestion: string | null = null,
): Finding =>
	about("", diagnostic("error", "cli/usage", "", { problem, suggestion }));

const isFormat = (name: string): name is SheetName =>
	SHEET_NAMES.some((known) => known === name);
const isTheme = (name: string): name is ThemeName =>
	THEME_NAMES.some((known) => known === name);

/** What to make, or what is wrong with the names that were typed. */
export function readJob(args: Args): Job | readonly Finding[] {
	const words = cliWords[args.lang];
	const theme = args.theme ?? THEME_NAMES[0];
	const wrongSheets = args.sheets.filter((name) => !isFormat(name));
	const findings = wrongSheets.map((name) =>
		usage(
			words.unknownChoice("--sheet", name, SHEET_NAMES),
			suggest(name, SHEET_NAMES),
		),
	);
	if (args.sheets.length === 0)
		findings.push(usage(words.needsValue("--sheet")));
	if (!isTheme(theme)) {
		findings.push(
			usage(
				words.unknownChoice("--theme", theme, THEME_NAMES),
				suggest(theme, THEME_NAMES),
			),
		);
		return findings;
	}
	if (findings.length > 0) return findings;
	const sheets = args.sheets.filter(isFormat);
	const { ink, strict, today } = args;
	return { sheets, theme, ink, strict, today };
}

const fileName = (slug: string, sheet: SheetName, ink: Job["ink"]): string =>
	`${slug}.${sheet}${ink === "saver" ? ".saver" : ""}.pdf`;

export const slugOfFile = (file: string): string =>
	slugOf(basename(file, extname(file)));

/** `bangtin biuld` names no file but nearly a command. */
function misspelt(
	args: Args,
	findings: readonly Finding[],
): readonly Finding[] {
	const [first] = args.inputs;
	const missing = findings.some(
		({ file, diagnostic: d }) => d.code === "cli/no-file" && file === first,
	);
	if (args.named || first === undefined || !missing) return [];
	const command = /[./\\]/u.test(first) ? null : suggest(first, COMMANDS);
	if (command === null) return [];
	const words = cliWords[args.lang];
	return [usage(words.unknownCommand(first), `bangtin ${command}`)];
}

/** Two inputs that would be written to one file. */
function collisions(inputs: readonly Input[], out: string): readonly Finding[] {
	const slugs = inputs.map(({ file }) => slugOfFile(file));
	return inputs.flatMap(({ file }, index) => {
		const slug = slugs[index] ?? "";
		if (slugs.indexOf(slug) === index) return [];
		const both = { file: join(out, `${slug}.*.pdf`) };
		return [about(file, diagnostic("error", "cli/same-name", "", both))];
	});
}

/** True for what may be replaced: nothing, or a PDF that says bangtin made it. */
export async function mayReplace(
	path: string,
	effects: Effects,
): Promise<boolean> {
	const there = await effects.readFile(path);
	// What is there but cannot be read fails when it is written, with a reason.
	if (there.kind !== "bytes") return true;
	const text = new TextDecoder("latin1").decode(there.bytes);
	return text.startsWith("%PDF-") && text.includes("<pdf:Producer>bangtin");
}

interface Painted {
	readonly input: Input;
	readonly name: SheetName;
	readonly bytes: Uint8Array;
	/** What the finished bytes broke, were they read by anyone else. */
	readonly faults: readonly Diagnostic[];
}

async function paint(
	input: Input,
	{ typeface, sheets }: TypesetNotice,
	args: Args,
	effects: Effects,
): Promise<readonly Painted[]> {
	if (!typeface) return [];
	const attachment = carriedNotice(slugOfFile(input.file), input.bytes);
	const painted: Painted[] = [];
	for (const { name, sheet } of sheets) {
		await effects.breathe();
		const bytes = paintPdf(sheet, typeface, { attachments: [attachment] });
		const faults = proofPainted(bytes, sheet, depthFor(args));
		painted.push({ input, name, bytes, faults });
	}
	return painted;
}

/** Writes one PDF; a finding when that is refused or fails. */
async function write(
	{ input, name, bytes }: Painted,
	args: Args,
	effects: Effects,
): Promise<Made | Finding> {
	const path = join(args.out, fileName(slugOfFile(input.file), name, args.ink));
	if (!args.force && !(await mayReplace(path, effects))) {
		const foreign = diagnostic("error", "cli/foreign-file", "", { file: path });
		return about(path, foreign);
	}
	const written = await effects.writeFile(path, bytes);
	if (written.kind === "failed") {
		const { reason } = written;
		const params = { file: path, reason };
		return about(path, diagnostic("error", "cli/unwritable", "", params));
	}
	const { file } = input;
	return {
		path,
		notice: file,
		sheet: name,
		ink: args.ink,
		bytes: bytes.length,
	};
}

async function writeToStdout(
	painted: readonly Painted[],
	effects: Effects,
): Promise<readonly Finding[]> {
	const [only] = painted;
	if (!only) return [];
	const written = await effects.stdout(only.bytes);
	if (written.kind === "written") return [];
	const params = { file: "-", reason: written.reason };
	return [about("", diagnostic("error", "cli/unwritable", "", params))];
}

const isFinding = (result: Made | Finding): result is Finding =>
	"diagnostic" in result;

interface Work {
	readonly findings: readonly Finding[];
	readonly painted: readonly Painted[];
	/** Notices without a fault that stops them. */
	readonly sound: number;
	readonly wrong: number;
}

/** Reads, lays out and, for `build`, paints every input. */
async function work(
	inputs: readonly Input[],
	job: Job,
	args: Args,
	shelf: FontShelf,
	effects: Effects,
): Promise<Work> {
	const findings: Finding[] = [];
	const painted: Painted[] = [];
	let sound = 0;
	for (const input of inputs) {
		const notice = await typesetNotice(input, job, shelf, effects);
		findings.push(...notice.findings);
		const pdfs =
			args.command === "build" ? await paint(input, notice, args, effects) : [];
		const faults = pdfs.flatMap((pdf) =>
			pdf.faults.map((d) => ({
				...about(input.file, d),
				sheets: [pdf.name],
			})),
		);
		findings.push(...faults);
		if (notice.sheets.length > 0 && faults.length === 0) sound += 1;
		// One bad sheet, and none of the notice is handed over.
		if (faults.length === 0) painted.push(...pdfs);
	}
	return { findings, painted, sound, wrong: inputs.length - sound };
}

/** Only faultless work is called done. */
function summarise(
	{ sound, wrong }: Work,
	made: number,
	failed: boolean,
	args: Args,
): string | null {
	const words = cliWords[args.lang];
	if (args.command === "check") {
		if (wrong > 0) return words.faulty(wrong);
		return failed ? null : words.sound(sound);
	}
	if (wrong > 0) return words.wrong(wrong);
	if (failed) return made === 0 ? words.nothingMade : null;
	return words.made(made);
}

export async function build(
	args: Args,
	effects: Effects,
	shelf: FontShelf = new Map(),
): Promise<Outcome> {
	const { strict } = args;
	let mended: Outcome["mended"];
	const outcome = (
		findings: readonly Finding[],
		made: readonly Made[] = [],
		summary: string | null = null,
	): Outcome => ({
		findings,
		made,
		summary,
		strict,
		...(mended ? { mended } : {}),
	});

	const job = readJob(args);
	if (!("sheets" in job)) return outcome(job);
	const { inputs: found, problems } = await gather(args.inputs, effects);
	const findings = problems.map((p) => about(p.file, p.diagnostic));
	const misspelling = misspelt(args, findings);
	if (misspelling.length > 0) return outcome(misspelling);
	const asked = overrideInputs(found, args);
	if (asked.findings.length > 0) return outcome(asked.findings);
	const fixed = args.fix ? await fixInputs(asked.inputs, effects) : null;
	mended = fixed?.mended;
	findings.push(...(fixed?.findings ?? []));
	const inputs = fixed?.inputs ?? asked.inputs;

	const toStdout = args.command === "build" && args.out === "-";
	const count = inputs.length * job.sheets.length;
	if (toStdout && count > 1) {
		return outcome([usage(cliWords[args.lang].onlyOneToStdout(count))]);
	}
	if (args.command === "build" && !toStdout) {
		const clashes = collisions(inputs, args.out);
		if (clashes.length > 0) return outcome([...findings, ...clashes]);
	}

	const done = await work(inputs, job, args, shelf, effects);
	findings.push(...done.findings);
	if (toStdout) {
		findings.push(...(await writeToStdout(done.painted, effects)));
		return outcome(findings);
	}
	const made: Made[] = [];
	for (const one of done.painted) {
		const result = await write(one, args, effects);
		if (isFinding(result)) findings.push(result);
		else made.push(result);
	}
	if (args.show) for (const { path } of made) effects.show(path);
	const failed = findings.some((f) => f.diagnostic.severity === "error");
	return outcome(findings, made, summarise(done, made.length, failed, args));
}
