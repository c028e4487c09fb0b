/** From what was named on the command line to the files to read. */
import { join } from "node:path";
import { asUtf8 } from "../content/decode.ts";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Effects } from "./effects.ts";

/** Where notices are when none is named. */
export const DEFAULT_INPUT = "content";

const NOTICE = /\.ya?ml$/iu;

export interface Input {
	/** As the user would write it. */
	readonly file: string;
	/** UTF-8, unless nobody knows what the file is. */
	readonly bytes: Uint8Array;
}

/** A diagnostic and the file it is about, "" for none. */
export interface FileDiagnostic {
	readonly file: string;
	readonly diagnostic: Diagnostic;
}

export interface Inputs {
	readonly inputs: readonly Input[];
	readonly problems: readonly FileDiagnostic[];
}

const problem = (file: string, reason: string | null): FileDiagnostic => ({
	file,
	diagnostic:
		reason === null
			? diagnostic("error", "cli/no-file", "", { file })
			: diagnostic("error", "cli/unreadable", "", { file, reason }),
});

/** A directory stands for the notices in it; hidden files are left alone. */
async function filesIn(
	named: string,
	effects: Effects,
): Promise<{ files: readonly string[]; problem: FileDiagnostic | null }> {
	const listing = await effects.list(named);
	if (listing.kind === "no-directory") return { files: [named], problem: null };
	if (listing.kind === "failed") {
		return { files: [], problem: problem(named, listing.reason) };
	}
	const files = listing.names
		.filter((name) => NOTICE.test(name) && !name.startsWith("."))
		// By code units: the same order on every machine.
		.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
		.map((name) => join(named, name));
	const nothing = problem(join(named, "*.yaml"), null);
	return { files, problem: files.length === 0 ? nothing : null };
}

/** Everything that can be read, and everything that cannot. */
export async function gather(
	named: readonly string[],
	effects: Effects,
): Promise<Inputs> {
	const inputs: Input[] = [];
	const problems: FileDiagnostic[] = [];
	const seen = new Set<string>();
	for (const name of named.length === 0 ? [DEFAULT_INPUT] : named) {
		const { files, problem: trouble } = await filesIn(name, effects);
		if (trouble) problems.push(trouble);
		for (const file of files) {
			if (seen.has(join(file))) continue;
			seen.add(join(file));
			const read = await effects.readFile(file);
			if (read.kind === "bytes") {
				inputs.push({ file, bytes: asUtf8(read.bytes) });
			} else {
				const reason = read.kind === "failed" ? read.reason : null;
				problems.push(problem(file, reason));
			}
		}
	}
	return { inputs, problems };
}
