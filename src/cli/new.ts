/** `bangtin new`: a notice to begin with, commented, ready to build as it stands. */
import { dirname, join } from "node:path";
import { slugOf } from "../batch/slug.ts";
import { noticeJsonSchema } from "../content/schema.ts";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import { suggest } from "../suggest.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";
import { DEFAULT_INPUT } from "./inputs.ts";
import type { Finding, MadeFile, Outcome } from "./report.ts";

/** Named on the first line of every template. */
export const SCHEMA_FILE = "thong-bao.schema.json";
/** When nobody chose. */
const USUAL = "hop-dan";
const NOTICE = /\.ya?ml$/iu;
const MOST_SAME = 99;

export interface Template {
	readonly name: string;
	/** What it is for, as its second line says. */
	readonly purpose: string;
	readonly bytes: Uint8Array;
}

const about = (file: string, d: Diagnostic): Finding => ({
	file,
	source: "",
	diagnostic: d,
	sheets: [],
});

/** The templates that come with bangtin, by name. */
export async function templates(
	effects: Effects,
): Promise<readonly Template[]> {
	const listing = await effects.list(effects.bundledTemplates);
	const names = listing.kind === "names" ? listing.names : [];
	const found: Template[] = [];
	for (const file of names.filter((name) => NOTICE.test(name)).toSorted()) {
		const read = await effects.readFile(join(effects.bundledTemplates, file));
		if (read.kind !== "bytes") continue;
		const text = new TextDecoder().decode(read.bytes);
		const purpose = /^# Mẫu: (.*)$/mu.exec(text)?.[1] ?? "";
		found.push({ name: file.replace(NOTICE, ""), purpose, bytes: read.bytes });
	}
	return found;
}

/** The one asked for; by number or name in a terminal; the usual one otherwise. */
async function choose(
	known: readonly Template[],
	args: Args,
	effects: Effects,
): Promise<Template | Finding> {
	const words = cliWords[args.lang];
	const names = known.map(({ name }) => name);
	const menu = known.map(
		({ name, purpose }, index) => `  ${index + 1}  ${purpose}  (${name})\n`,
	);
	const question = `${menu.join("")}${words.chooseTemplate}: `;
	const typed = args.from ?? (await effects.ask(question)) ?? USUAL;
	const wanted = typed.trim() === "" ? USUAL : typed.trim();
	const slug = slugOf(wanted);
	const chosen =
		known[Number(wanted) - 1] ?? known.find(({ name }) => name === slug);
	if (chosen) return chosen;
	const params = {
		problem: words.unknownChoice("--from", wanted, names),
		suggestion: suggest(slug, names),
	};
	return about("", diagnostic("error", "cli/usage", "", params));
}

/** `họp thôn` is content/hop-thon.yaml; a path stays a path. */
function fileFor(typed: string): string {
	if (NOTICE.test(typed)) return typed;
	const isPath = /[/\\]/u.test(typed);
	const folder = isPath ? dirname(typed) : DEFAULT_INPUT;
	const last = typed.split(/[/\\]/u).at(-1) ?? "";
	return join(folder, `${slugOf(last)}.yaml`);
}

const isThere = async (file: string, effects: Effects): Promise<boolean> =>
	(await effects.readFile(file)).kind !== "missing";

/** A name nobody chose gets a number when it is taken. */
async function freeFile(name: string, effects: Effects): Promise<string> {
	for (let n = 1; n <= MOST_SAME; n++) {
		const file = fileFor(n === 1 ? name : `${name}-${n}`);
		if (!(await isThere(file, effects))) return file;
	}
	return fileFor(name);
}

async function write(
	file: string,
	bytes: Uint8Array,
	effects: Effects,
): Promise<MadeFile | Finding> {
	const written = await effects.writeFile(file, bytes);
	if (written.kind === "written") return { path: file, bytes: bytes.length };
	const { reason } = written;
	return about(
		file,
		diagnostic("error", "cli/unwritable", "", { file, reason }),
	);
}

export async function newNotice(
	args: Args,
	effects: Effects,
): Promise<Outcome> {
	const words = cliWords[args.lang];
	const stop = (finding: Finding): Outcome => ({
		findings: [finding],
		made: [],
		summary: null,
		strict: false,
	});
	const template = await choose(await templates(effects), args, effects);
	if ("diagnostic" in template) return stop(template);
	const [named] = args.inputs;
	const file =
		named === undefined
			? await freeFile(template.name, effects)
			: fileFor(named);
	if (await isThere(file, effects)) {
		return stop(about(file, diagnostic("error", "cli/exists", "", { file })));
	}
	const made = await write(file, template.bytes, effects);
	if ("diagnostic" in made) return stop(made);
	const schemaFile = join(dirname(file), SCHEMA_FILE);
	if (!(await isThere(schemaFile, effects))) {
		const text = `${JSON.stringify(noticeJsonSchema(), null, "\t")}\n`;
		const wrote = await write(
			schemaFile,
			new TextEncoder().encode(text),
			effects,
		);
		if ("diagnostic" in wrote) {
			return { ...stop(wrote), made: [made] };
		}
	}
	const summary = `${words.templateMade(file)}\n${words.nextSteps(file)}`;
	return { findings: [], made: [made], summary, strict: false };
}
