/** One run of the program, from its arguments to its exit code. */
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import { examplesOf } from "../messages/examples.ts";
import { type Args, readArgs } from "./args.ts";
import type { Effects } from "./effects.ts";
import type { ExitCode } from "./exit.ts";
import { EXIT } from "./exit.ts";
import { spokenMend } from "./mended.ts";
import {
	exitCodeOf,
	jsonOutcome,
	nothingMade,
	type Outcome,
	spoken,
} from "./report.ts";
import { VERSION } from "./version.ts";

/** Never rejects: what nobody foresaw is reported as our own fault. */
export async function run(
	argv: readonly string[],
	effects: Effects,
): Promise<ExitCode> {
	const { args, diagnostics } = readArgs(argv);
	if (args.help || args.version) return answer(args, effects);
	if (diagnostics.length > 0) {
		const findings = diagnostics.map((d) => ({
			file: "",
			source: "",
			diagnostic: d,
			sheets: [],
		}));
		return tell(nothingMade(findings), args, effects);
	}
	try {
		if (args.command === "schema") return await schema(effects);
		if (args.command === "proof") {
			const { proof } = await import("./proof.ts");
			return await tell(await proof(args, effects), args, effects);
		}
		if (args.command === "open") {
			const { open } = await import("./open.ts");
			return await tell(await open(args, effects), args, effects);
		}
		if (args.command === "new") {
			const { newNotice } = await import("./new.ts");
			return await tell(await newNotice(args, effects), args, effects);
		}
		if (args.watch) {
			const { watch } = await import("./watch.ts");
			return await watch(args, effects, (outcome) =>
				tell(outcome, args, effects),
			);
		}
		if (args.command === "merge") {
			const { merge } = await import("./merge.ts");
			return await tell(await merge(args, effects), args, effects);
		}
		if (args.command === "studio") {
			const { studio } = await import("./studio.ts");
			const ended = await studio(args, effects);
			return typeof ended === "number"
				? ended
				: await tell(ended, args, effects);
		}
		if (args.command === "pack") {
			const { pack } = await import("./pack.ts");
			return await tell(await pack(args, effects), args, effects);
		}
		// The typesetter takes a while to load; `--help` does not wait for it.
		const { build } = await import("./build.ts");
		return await tell(await build(args, effects), args, effects);
	} catch (error) {
		return tell(bug(error, effects), args, effects);
	}
}

async function answer(args: Args, effects: Effects): Promise<ExitCode> {
	// `bangtin merge -h`: what can be typed, then the whole page.
	const examples = args.named ? examplesOf(args.command, args.lang) : "";
	const { help: page } = cliWords[args.lang];
	const help = examples === "" ? page : `${examples}\n${page}`;
	const [name, text] = args.help ? ["help", help] : ["version", `${VERSION}\n`];
	await effects.stdout(
		args.json ? `${JSON.stringify({ [name]: text.trimEnd() })}\n` : text,
	);
	return EXIT.done;
}

async function schema(effects: Effects): Promise<ExitCode> {
	const { noticeJsonSchema } = await import("../content/schema.ts");
	await effects.stdout(`${JSON.stringify(noticeJsonSchema(), null, 2)}\n`);
	return EXIT.done;
}

function bug(error: unknown, effects: Effects): Outcome {
	const reason = error instanceof Error ? error.message : String(error);
	if (error instanceof Error && error.stack) {
		effects.stderr(`${error.stack}\n`);
	}
	const found = diagnostic("error", "cli/bug", "", { reason });
	const finding = { file: "", source: "", diagnostic: found, sheets: [] };
	return nothingMade([finding]);
}

/** Results to stdout, talk to stderr; with --json the one document. */
async function tell(
	outcome: Outcome,
	args: Args,
	effects: Effects,
): Promise<ExitCode> {
	if (args.json) await effects.stdout(jsonOutcome(outcome, args.lang));
	else {
		for (const mend of outcome.mended ?? [])
			effects.stderr(spokenMend(mend, args.lang));
		effects.stderr(spoken(outcome.findings, args.lang));
		const paths = outcome.made.map(({ path }) => `${path}\n`).join("");
		if (paths !== "") await effects.stdout(paths);
		if (outcome.summary !== null && !args.quiet) {
			effects.stderr(`${outcome.summary}\n`);
		}
	}
	return exitCodeOf(outcome);
}
