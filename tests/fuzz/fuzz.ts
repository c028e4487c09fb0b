/** Runs bangtin on spoilt notices, and says where it does not keep its word. */
import { readFileSync } from "node:fs";
import { readAnnouncement } from "../../src/content/read.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { runIn } from "../cli-world.ts";
import { Chance, mutated } from "./mutate.ts";

export interface Broken {
	readonly run: number;
	readonly what: string;
	readonly source: string;
}

export interface Fuzzed {
	readonly runs: number;
	/** Notices that were still good enough for a PDF. */
	readonly made: number;
	readonly codes: ReadonlyMap<string, number>;
	readonly broken: readonly Broken[];
}

const SHEETS = ["leaflet-a5", "flyer-a4", "poster-a3"];
/** What one sample can have wrong with it; more is a flood. */
const MOST_FINDINGS = 400;

/** Faults of a file as a whole have none. */
const PLACELESS = new Set(["content/too-large", "content/empty"]);

interface Told {
	readonly code: string;
	readonly severity: string;
	readonly message: string;
	readonly place: { readonly line: number; readonly column: number } | null;
	readonly path: string;
	readonly spot: unknown;
}

/** Where a message points: a line there is, or a field or page. */
function hasPlace(told: Told, lines: number): boolean {
	if (told.place !== null)
		return (
			told.place.line >= 1 && told.place.line <= lines && told.place.column >= 1
		);
	return (
		PLACELESS.has(told.code) ||
		told.code.startsWith("layout/") ||
		told.code.startsWith("proof/")
	);
}

/** A sample may name it, and so may what becomes of the sample. */
const PICTURE = { "xa-vi-du.svg": readFileSync("content/xa-vi-du.svg") };

function faultsOf(
	source: string,
	ran: Awaited<ReturnType<typeof runIn>>,
): readonly string[] {
	const faults: string[] = [];
	const check = (holds: boolean, what: string): void => {
		if (!holds) faults.push(what);
	};
	check(ran.exit === 0 || ran.exit === 1 || ran.exit === 3, `exit ${ran.exit}`);
	check(!/\n\s+at /.test(ran.stderr), "a stack trace");
	check(ran.exit === 0 || ran.written.length === 0, "written on error");
	check(ran.exit !== 0 || ran.written.length === 1, "success without a file");
	const document = JSON.parse(ran.stdout);
	const told: readonly Told[] = document.diagnostics;
	check(told.length <= MOST_FINDINGS, `${told.length} findings`);
	check(
		ran.exit === 0 || told.some(({ severity }) => severity === "error"),
		"no error told",
	);
	const lines = source.split(/\r\n|\r|\n/).length;
	for (const one of told) {
		check(one.message !== "", `${one.code}: no words`);
		check(!one.message.includes("undefined"), `${one.code}: ${one.message}`);
		check(hasPlace(one, lines), `${one.code}: no place`);
	}
	return faults;
}

const sourceOf = (
	texts: readonly string[],
	seed: number,
	run: number,
): { readonly chance: Chance; readonly source: string } => {
	const chance = new Chance(Math.imul(seed, 0x9e3779b1) + run);
	return { chance, source: mutated(texts, chance) };
};

/** The notice of a run that never came back. */
export const hanging = (
	texts: readonly string[],
	seed: number,
	run: number,
	seconds: number,
): Broken => ({
	run,
	what: `no answer within ${seconds} s`,
	source: sourceOf(texts, seed, run).source,
});

/** One notice: what there is to say of it, and how it broke its word. */
export async function fuzzOnce(
	texts: readonly string[],
	seed: number,
	run: number,
): Promise<Fuzzed> {
	const { chance, source } = sourceOf(texts, seed, run);
	const broken: Broken[] = [];
	const codes = new Map<string, number>();
	let made = 0;
	const complain = (what: string): void => {
		broken.push({ run, what, source });
	};
	try {
		const found: readonly Diagnostic[] = readAnnouncement(source).diagnostics;
		for (const { code } of found) codes.set(code, 1);
		const sheet = chance.of(SHEETS, "flyer-a4");
		const argv = ["a.yaml", "--json", "-s", sheet];
		const ran = await runIn({ "a.yaml": source, ...PICTURE }, [
			"build",
			...argv,
		]);
		if (ran.exit === 0) made = 1;
		for (const fault of new Set(faultsOf(source, ran))) complain(fault);
	} catch (error) {
		complain(error instanceof Error ? (error.stack ?? "") : String(error));
	}
	return { runs: 1, made, codes, broken };
}

export const NOTHING: Fuzzed = {
	runs: 0,
	made: 0,
	codes: new Map(),
	broken: [],
};

export function together(a: Fuzzed, b: Fuzzed): Fuzzed {
	const codes = new Map(a.codes);
	for (const [code, count] of b.codes)
		codes.set(code, (codes.get(code) ?? 0) + count);
	return {
		runs: a.runs + b.runs,
		made: a.made + b.made,
		codes,
		broken: [...a.broken, ...b.broken],
	};
}

export async function fuzz(
	texts: readonly string[],
	runs: number,
	seed: number,
): Promise<Fuzzed> {
	let all = NOTHING;
	for (let run = 0; run < runs; run++)
		all = together(all, await fuzzOnce(texts, seed, run));
	return all;
}
