/** `bangtin build --watch`: makes the PDFs anew whenever a notice or its picture is saved. */
import { dirname } from "node:path";
import { readTemplate } from "../content/read.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Logo } from "../model/picture.ts";
import type { Args } from "./args.ts";
import { build } from "./build.ts";
import type { Effects } from "./effects.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { gather } from "./inputs.ts";
import { readLogoFile } from "./logo.ts";
import type { Outcome } from "./report.ts";
import type { FontShelf } from "./typeset-notice.ts";

/** Looked at this often: notices are small, and network drives send no events. */
const EVERY_MS = 300;
/** A save is over when nothing has changed for so long. */
const SETTLED_MS = 120;

/** A notice and the picture that it names. */
interface Watched {
	readonly bytes: Uint8Array;
	readonly logo: Logo | null;
	readonly picture: Uint8Array | null;
}
type Snapshot = ReadonlyMap<string, Watched>;

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
	a === b ||
	(a !== null &&
		a.length === b?.length &&
		a.every((byte, index) => byte === b[index]));

async function pictureOf(
	logo: Logo | null,
	notice: string,
	effects: Effects,
): Promise<Uint8Array | null> {
	if (logo === null) return null;
	const read = await readLogoFile(logo, dirname(notice), effects);
	return read.kind === "bytes" ? read.bytes : null;
}

async function look(
	before: Snapshot,
	args: Args,
	effects: Effects,
): Promise<Snapshot> {
	const { inputs } = await gather(args.inputs, effects);
	const after = new Map<string, Watched>();
	for (const { file, bytes } of inputs) {
		const known = before.get(file);
		// A notice that is as it was names what it named.
		const logo =
			known && isSame(known.bytes, bytes)
				? known.logo
				: readTemplate(new TextDecoder().decode(bytes)).logo;
		const picture = await pictureOf(logo, file, effects);
		after.set(file, { bytes, logo, picture });
	}
	return after;
}

/** Notices to make again, in order; those that are gone count as well. */
const changed = (before: Snapshot, after: Snapshot): readonly string[] => [
	...[...after].flatMap(([file, { bytes, picture }]) => {
		const known = before.get(file);
		return known && isSame(known.bytes, bytes) && isSame(known.picture, picture)
			? []
			: [file];
	}),
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

	let seen = await look(new Map(), args, effects);
	await make([], true);
	if (!args.quiet) effects.stderr(`${words.watching(seen.size)}\n`);
	while (await effects.pause(EVERY_MS)) {
		let now = await look(seen, args, effects);
		if (changed(seen, now).length === 0) continue;
		// Editors save in steps: empty first, then full; or under another name.
		for (let last = seen; changed(last, now).length > 0; ) {
			last = now;
			if (!(await effects.pause(SETTLED_MS))) break;
			now = await look(last, args, effects);
		}
		const saved = changed(seen, now).filter((file) => now.has(file));
		seen = now;
		if (saved.length > 0) await make(saved, false);
	}
	return EXIT.done;
}
