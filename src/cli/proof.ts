/** `bangtin proof`: finished PDFs read back. */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import { proofPdf } from "../proof/bytes/proof-pdf.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";
import type { Finding, Outcome } from "./report.ts";

/** A folder stands for the PDFs in it. */
async function filesIn(
	named: string,
	effects: Effects,
): Promise<readonly string[]> {
	const listing = await effects.list(named);
	if (listing.kind !== "names") return [named];
	const names = listing.names.filter((name) => /\.pdf$/iu.test(name));
	const separator = /[/\\]$/u.test(named) ? "" : "/";
	return names
		.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
		.map((name) => `${named}${separator}${name}`);
}

async function proofFile(
	file: string,
	effects: Effects,
): Promise<readonly Diagnostic[]> {
	const read = await effects.readFile(file);
	if (read.kind === "missing")
		return [diagnostic("error", "cli/no-file", "", { file })];
	if (read.kind === "failed") {
		const { reason } = read;
		return [diagnostic("error", "cli/unreadable", "", { file, reason })];
	}
	return proofPdf(read.bytes);
}

export async function proof(args: Args, effects: Effects): Promise<Outcome> {
	const words = cliWords[args.lang];
	const outcome = (
		findings: readonly Finding[],
		summary: string | null,
	): Outcome => ({ findings, made: [], summary, strict: args.strict });
	const about = (file: string, d: Diagnostic): Finding => ({
		file,
		source: "",
		diagnostic: d,
		sheets: [],
	});
	const files: string[] = [];
	for (const named of args.inputs)
		files.push(...(await filesIn(named, effects)));
	if (files.length === 0) {
		const problem = words.needsPdf(args.command);
		const params = { problem, suggestion: null };
		return outcome(
			[about("", diagnostic("error", "cli/usage", "", params))],
			null,
		);
	}
	const findings: Finding[] = [];
	const faulty = new Set<string>();
	for (const file of new Set(files)) {
		await effects.breathe();
		for (const d of await proofFile(file, effects)) {
			findings.push(about(file, d));
			faulty.add(file);
		}
	}
	return outcome(
		findings,
		faulty.size > 0
			? words.faultyPdfs(faulty.size)
			: words.proofed(new Set(files).size),
	);
}
