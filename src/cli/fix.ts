/** `bangtin check --fix`: mends what is certain and shows each line it changed. */
import { fixBytes } from "../content/fix/fix.ts";
import { diagnostic } from "../diagnostics.ts";
import type { Effects } from "./effects.ts";
import type { Input } from "./inputs.ts";
import type { Mended } from "./mended.ts";
import type { Finding } from "./report.ts";

export interface FixedInputs {
	/** As they are on the disk now. */
	readonly inputs: readonly Input[];
	readonly mended: readonly Mended[];
	readonly findings: readonly Finding[];
}

export async function fixInputs(
	inputs: readonly Input[],
	effects: Effects,
): Promise<FixedInputs> {
	const after: Input[] = [];
	const mended: Mended[] = [];
	const findings: Finding[] = [];
	for (const input of inputs) {
		const { file } = input;
		const there = await effects.readFile(file);
		const { text, ...what } = fixBytes(
			there.kind === "bytes" ? there.bytes : input.bytes,
		);
		if (text === null) {
			after.push(input);
			continue;
		}
		const bytes = new TextEncoder().encode(text);
		const written = await effects.writeFile(file, bytes);
		if (written.kind === "written") {
			after.push({ file, bytes });
			mended.push({ file, ...what });
			continue;
		}
		after.push(input);
		const { reason } = written;
		const found = diagnostic("error", "cli/unwritable", "", { file, reason });
		findings.push({ file, source: "", diagnostic: found, sheets: [] });
	}
	return { inputs: after, mended, findings };
}
