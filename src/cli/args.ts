/** The command line, read. Every fault in it is reported, not only the first. */
import { parseArgs } from "node:util";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { parseIsoDate } from "../model/dates.ts";
import { suggest } from "../suggest.ts";

export const COMMANDS = ["build", "check", "proof", "open", "schema"] as const;
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
	today: { type: "string" },
	json: { type: "boolean" },
	lang: { type: "string" },
	quiet: { type: "boolean", short: "q" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean" },
} as const;
type OptionName = keyof typeof OPTIONS;

const INKS = ["full", "saver"] as const;

/** Options that only some commands have; the others are for all. */
const ONLY_FOR: Partial<Record<OptionName, readonly Command[]>> = {
	out: ["build", "open"],
	force: ["build", "open"],
	sheet: ["build", "check"],
	theme: ["build", "check"],
	ink: ["build", "check"],
	strict: ["build", "check"],
	today: ["build", "check"],
};

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
	const ink = given.get("ink") ?? "full";
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

	const args: Args = {
		command,
		named,
		inputs,
		out,
		sheets: split(given.get("sheet") ?? "flyer-a4,poster-a3"),
		theme: given.get("theme") ?? null,
		ink: ink === "saver" ? "saver" : "full",
		force: given.has("force"),
		strict: given.has("strict"),
		today,
		json: given.has("json"),
		lang,
		quiet: given.has("quiet"),
		help: given.has("help"),
		version: given.has("version"),
	};
	return { args, diagnostics };
}
