/** `bangtin build --watch`: makes the PDFs anew whenever a notice is saved. */
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import { build } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { gather } from "./inputs.ts";
import type { Outcome } from "./report.ts";
import type { FontShelf } from "./typeset-notice.ts";

/** Looked at this often: notices are small, and network drives send no events. */
const EVERY_MS = 300;
/** A save is over when nothing has changed for so long. */
const SETTLED_MS = 120;

type Snapshot = ReadonlyMap<string, Uint8Array>;

async function look(args: Args, effects: Effects): Promise<Snapshot> {
	const { inputs } = await gather(args.inputs, effects);
	return new Map(inputs.map(({ file, bytes }) => [file, bytes]));
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
	a?.length === b.length && a.every((byte, index) => byte === b[index]);

/** Files that were saved, in order; those that are gone count as well. */
const changed = (before: Snapshot, after: Snapshot): readonly string[] => [
	...[...after].flatMap(([file, bytes]) =>
		isSame(before.get(file), bytes) ? [] : [file],
	),
	...[...before.keys()].filter((file) => !after.has(file)),
];

const seconds = (milliseconds: number, { lang }: Args): string => {
	const text = (milliseconds / 1000).toFixed(1);
	return lang === "vi" ? text.replace(".", ",") : text;
};

/** Tells each build through `tell`; ends only when there is no more to wait for. */
export async function watch(
	args: Args,
	effects: Effects,
	tell: (outcome: Outcome) => Promise<ExitCode>,
): Promise<ExitCode> {
	const words = cliWords[args.lang];
	const shelf: FontShelf = new Map();

	async function make(saved: readonly string[], first: boolean): Promise<void> {
		const start = effects.now();
		// A file is shown once; its viewer notices the new ones.
		const inputs = saved.length > 0 && !first ? saved : args.inputs;
		const outcome = await build(
			{ ...args, inputs, show: args.show && first },
			effects,
			shelf,
		);
		await tell({ ...outcome, summary: null });
		const took = seconds(effects.now() - start, args);
		const failed = outcome.made.length === 0;
		const names = saved.length > 0 ? `${saved.join(", ")}: ` : "";
		if (!args.quiet)
			effects.stderr(
				`${names}${failed ? words.keptLast : words.rebuilt(outcome.made.length, took)}\n`,
			);
	}

	let seen = await look(args, effects);
	await make([], true);
	if (!args.quiet) effects.stderr(`${words.watching(seen.size)}\n`);
	while (await effects.pause(EVERY_MS)) {
		let now = await look(args, effects);
		if (changed(seen, now).length === 0) continue;
		// Editors save in steps: empty first, then full; or under another name.
		for (let last = seen; changed(last, now).length > 0; ) {
			last = now;
			if (!(await effects.pause(SETTLED_MS))) break;
			now = await look(args, effects);
		}
		const saved = changed(seen, now).filter((file) => now.has(file));
		seen = now;
		if (saved.length > 0) await make(saved, false);
	}
	return EXIT.done;
}
