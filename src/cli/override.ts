/** `--set PATH=VALUE`: every notice as if it had been written so. */
import { overrideSource } from "../content/override.ts";
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import type { Input } from "./inputs.ts";
import type { Finding } from "./report.ts";

export interface Overridden {
	readonly inputs: readonly Input[];
	readonly findings: readonly Finding[];
}

export function overrideInputs(
	inputs: readonly Input[],
	args: Args,
): Overridden {
	const findings: Finding[] = [];
	const after = inputs.map((input) => {
		let text = new TextDecoder().decode(input.bytes);
		for (const pair of args.set) {
			const at = pair.indexOf("=");
			const path = pair.slice(0, at).trim();
			const next = overrideSource(text, path, pair.slice(at + 1));
			if (next === null) findings.push(refusal(input.file, path, args));
			else text = next;
		}
		return { ...input, bytes: new TextEncoder().encode(text) };
	});
	return { inputs: after, findings };
}

function refusal(file: string, path: string, { lang }: Args): Finding {
	const problem = cliWords[lang].noSuchPlace(path);
	const params = { problem, suggestion: null };
	const found = diagnostic("error", "cli/usage", "", params);
	return { file, source: "", diagnostic: found, sheets: [] };
}
