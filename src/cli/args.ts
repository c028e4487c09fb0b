/** The command line, read. Every fault in it is reported, not only the first. */
import { parseArgs } from "node:util";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { parseIsoDate } from "../model/dates.ts";
import { suggest } from "../suggest.ts";

export const COMMANDS = [
	"build",
	"check",
	"pack",
	"merge",
	"new",
	"proof",
	"open",
	"schema",
	"studio",
] as const;
export type Command = (typeof COMMANDS)[number];

export interface Args {
	readonly command: Command;
	/** False when `build` was only understood. */
	readonly named: boolean;
	readonly inputs: readonly string[];
	/** "-" is stdout. */
	readonly out: string;
	readonly sheets: readonly string[];
	readonly theme: string | null;
	readonly ink: "full" | "saver";
	readonly force: boolean;
	readonly strict: boolean;
	/** `check --fix`: mend what is certain. */
	readonly fix: boolean;
	readonly watch: boolean;
	/** Show each finished PDF, or the studio in a browser. */
	readonly show: boolean;
	/** `PATH=VALUE`, as typed. */
	readonly set: readonly string[];
	/** The template of `new`, null to choose. */
	readonly from: string | null;
	/** Villages by name; none for all. */
	readonly only: readonly string[];
	/** Only what failed last time or has changed since. */
	readonly failed: boolean;
	readonly oneFile: boolean;
	/** "2/3" or "auto/3", as typed. */
	readonly shard: string | null;
	/** Workers; null to choose by the machine. */
	readonly jobs: number | null;
	/** A row of the list, as the spreadsheet counts. */
	readonly preview: number | null;
	readonly print: "office" | "shop";
	/** ISO; null when the run knows no clock. */
	readonly today: string | null;
	readonly json: boolean;
	readonly lang: Language;
	readonly quiet: boolean;
	readonly help: boolean;
	readonly version: boolean;
}

export interface ParsedArgs {
	readonly args: Args;
	readonly diagnostics: readonly Diagnostic[];
}

const OPTIONS = {
	out: { type: "string", short: "o" },
	sheet: { type: "string", short: "s" },
	theme: { type: "string", short: "t" },
	ink: { type: "string" },
	force: { type: "boolean" },
	strict: { type: "boolean" },
	fix: { type: "boolean" },
	watch: { type: "boolean" },
	open: { type: "boolean" },
	"no-open": { type: "boolean" },
	set: { type: "string" },
	from: { type: "string" },
	only: { type: "string" },
	failed: { type: "boolean" },
	"one-file": { type: "boolean" },
	shard: { type: "string" },
	jobs: { type: "string", short: "j" },
	preview: { type: "string" },
	print: { type: "string" },
	today: { type: "string" },
	json: { type: "boolean" },
	lang: { type: "string" },
	quiet: { type: "boolean", short: "q" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean" },
} as const;
type OptionName = keyof typeof OPTIONS;

const INKS = ["full", "saver"] as const;
const PRINTS = ["office", "shop"] as const;
const MOST_JOBS = 64;

/** Options that only some commands have; the others are for all. */
const ONLY_FOR: Partial<Record<OptionName, readonly Command[]>> = {
	out: ["build", "open", "merge", "pack"],
	force: ["build", "open", "merge", "pack"],
	sheet: ["build", "check", "merge", "pack"],
	theme: ["build", "check", "merge", "pack"],
	ink: ["build", "check", "merge", "pack"],
	strict: ["build", "check", "merge", "pack"],
	fix: ["check"],
	watch: ["build"],
	open: ["build"],
	"no-open": ["studio"],
	set: ["build", "check"],
	from: ["new"],
	only: ["merge", "pack"],
	failed: ["merge"],
	"one-file": ["merge"],
	shard: ["merge"],
	jobs: ["merge", "pack"],
	preview: ["merge"],
	print: ["pack"],
	today: ["build", "check"],
};

/** What is made when no sheet is named. */
function usualSheets(command: Command, print: string, inputs: number): string {
	if (command === "merge") return "leaflet-a5";
	if (command !== "pack") return "flyer-a4,poster-a3";
	if (print === "shop") return "flyer-a4,poster-a3,leaflet-a5";
	// Each village hands out leaflets; the poster is the commune's.
	return inputs > 1 ? "leaflet-a5-2up" : "leaflet-a5-2up,poster-a3";
}

const isOption = (name: string): name is OptionName =>
	Object.hasOwn(OPTIONS, name);

const isOneOf = <T extends string>(
	known: readonly T[],
	value: string,
): value is T => known.some((name) => name === value);

const split = (list: string): readonly string[] => [
	...new Set(
		list
			.split(",")
			.map((name) => name.trim())
			.filter((name) => name !== ""),
	),
];

/** The last of several wins; null when the option was not given. */
type Given = ReadonlyMap<OptionName, string | null>;

export function readArgs(argv: readonly string[]): ParsedArgs {
	const { tokens } = parseArgs({
		args: [...argv],
		options: OPTIONS,
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const options = tokens.filter((token) => token.kind === "option");
	const given: Given = new Map(
		options.flatMap(({ name, value }) =>
			isOption(name) ? [[name, value ?? null]] : [],
		),
	);
	const positionals = tokens.flatMap((token) =>
		token.kind === "positional" ? [token.value] : [],
	);
	const [first = ""] = positionals;
	const named = isOneOf(COMMANDS, first);
	const command = isOneOf(COMMANDS, first) ? first : "build";
	const inputs = named ? positionals.slice(1) : positionals;
	const typedLang = given.get("lang") ?? "vi";
	const lang = isOneOf(LANGUAGES, typedLang) ? typedLang : "vi";
	const words = cliWords[lang];

	const diagnostics: Diagnostic[] = [];
	const complain = (problem: string, suggestion: string | null = null) => {
		diagnostics.push(
			diagnostic("error", "cli/usage", "", { problem, suggestion }),
		);
	};
	for (const { name, rawName, value, inlineValue } of options) {
		if (!isOption(name)) {
			const nearest = suggest(name, Object.keys(OPTIONS));
			complain(words.unknownFlag(rawName), nearest && `--${nearest}`);
			continue;
		}
		const commands = ONLY_FOR[name];
		if (commands && !commands.includes(command)) {
			complain(words.flagNotHere(rawName, command));
		}
		const isSwitch = OPTIONS[name].type === "boolean";
		// `-o --json`: what follows is the next option, not a value.
		const isSwallowed = !inlineValue && /^-./u.test(value ?? "");
		if (isSwitch && inlineValue) complain(words.takesNoValue(rawName));
		if (!isSwitch && (!value || isSwallowed)) {
			complain(words.needsValue(rawName));
		}
	}
	const isPacked = command === "pack" && given.get("print") !== "shop";
	const ink = given.get("ink") ?? (isPacked ? "saver" : "full");
	if (!isOneOf(INKS, ink)) {
		complain(words.unknownChoice("--ink", ink, INKS), suggest(ink, INKS));
	}
	if (!isOneOf(LANGUAGES, typedLang)) {
		complain(words.unknownChoice("--lang", typedLang, LANGUAGES));
	}
	if (command === "schema" && inputs.length > 0) {
		complain(words.noInputs(command));
	}
	const today = given.get("today") ?? null;
	if (today !== null && parseIsoDate(today) === null) {
		complain(words.notADate("--today", today));
	}
	const out = given.get("out") ?? (command === "open" ? "." : "out");
	if (out === "-" && given.has("json")) complain(words.jsonOrStdout);
	if (command === "new" && inputs.length > 1) complain(words.oneSlug);
	const set = options.flatMap(({ name, value }) =>
		name === "set" && value ? [value] : [],
	);
	for (const pair of set) {
		if (!/^[^=]+=/u.test(pair)) complain(words.notAPair(pair));
	}
	if (given.has("watch") && (out === "-" || given.has("json"))) {
		complain(words.watchesFiles);
	}
	if (given.has("fix") && set.length > 0) complain(words.fixOrSet);

	/** A whole number from 1; null when the option was not given. */
	const count = (name: OptionName, most: number): number | null => {
		const typed = given.get(name) ?? null;
		if (typed === null) return null;
		const number = /^\d{1,9}$/u.test(typed) ? Number(typed) : 0;
		if (number >= 1 && number <= most) return number;
		complain(words.notACount(`--${name}`, typed));
		return null;
	};
	const print = given.get("print") ?? "office";
	if (!isOneOf(PRINTS, print)) {
		complain(
			words.unknownChoice("--print", print, PRINTS),
			suggest(print, PRINTS),
		);
	}
	if (given.has("one-file") && (given.has("shard") || given.has("failed"))) {
		complain(words.oneFileAlone);
	}
	if ((command === "merge" || command === "pack") && out === "-") {
		complain(words.needsFolder);
	}

	const args: Args = {
		command,
		named,
		inputs,
		out,
		sheets: split(
			given.get("sheet") ?? usualSheets(command, print, inputs.length),
		),
		theme: given.get("theme") ?? null,
		ink: ink === "saver" ? "saver" : "full",
		force: given.has("force"),
		strict: given.has("strict"),
		fix: given.has("fix"),
		watch: given.has("watch"),
		show: command === "studio" ? !given.has("no-open") : given.has("open"),
		set,
		from: given.get("from") ?? null,
		only: split(given.get("only") ?? ""),
		failed: given.has("failed"),
		oneFile: given.has("one-file"),
		shard: given.get("shard") ?? null,
		jobs: count("jobs", MOST_JOBS),
		preview: count("preview", Number.MAX_SAFE_INTEGER),
		print: print === "shop" ? "shop" : "office",
		today,
		json: given.has("json"),
		lang,
		quiet: given.has("quiet"),
		help: given.has("help"),
		version: given.has("version"),
	};
	return { args, diagnostics };
}
