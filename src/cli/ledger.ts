/** The journal of merged files in the output folder; `batch/journal.ts` says what it is for. */
import { join } from "node:path";
import { carriedRows } from "../batch/carried-rows.ts";
import {
	entryLine,
	type Journal,
	type JournalEntry,
	readJournal,
	wholeJournal,
} from "../batch/journal.ts";
import type { Village } from "../batch/names.ts";
import type { Shard } from "../batch/shard.ts";
import { digest } from "../paint/digest.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";
import type { MergePlan } from "./merge-plan.ts";
import { VERSION } from "./version.ts";

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** What a village's files follow from: program, notice, fonts, job and its own row. */
export function keysOf({
	setup,
	columns,
}: MergePlan): (village: Village) => string {
	const { attachment, fonts, job, family, logo } = setup;
	const text = new TextEncoder();
	const shared = digest([
		text.encode(JSON.stringify([VERSION, job, family])),
		attachment.bytes,
		...fonts.map(({ bytes }) => bytes),
		logo?.kind === "pixels" ? logo.rgb : text.encode(JSON.stringify(logo)),
	]);
	return ({ row }) => {
		// Heads and village's name, too: the PDF has them inside.
		const rows = carriedRows(setup.slug, setup.columns, columns, [row]);
		return hex(digest([shared, rows.bytes]));
	};
}

export interface Ledger {
	/** True for files that need not be made again. */
	readonly isGood: (files: readonly string[], key: string) => Promise<boolean>;
	/** `files` are about to be made: what a killed run left of them goes. */
	readonly begin: (files: readonly string[]) => Promise<void>;
	readonly note: (entry: JournalEntry) => Promise<void>;
	readonly end: () => Promise<void>;
}

const NONE: Ledger = {
	isGood: async () => false,
	async begin() {},
	async note() {},
	async end() {},
};

/** ".hop.ao-sen.leaflet-a5.pdf.4711.tmp" was to become "hop.ao-sen.leaflet-a5.pdf". */
const UNFINISHED = /^\.(.+\.pdf)\.\d+\.tmp$/u;
const unfinishedName = (file: string): string =>
	UNFINISHED.exec(file)?.[1] ?? "";

interface Found {
	readonly own: Journal;
	/** Of this journal and those of other parts of the list. */
	readonly all: Journal["entries"];
	/** Files that a killed run had in the making. */
	readonly leftovers: readonly string[];
}

async function readJournals(
	own: string,
	start: string,
	out: string,
	effects: Effects,
): Promise<Found> {
	const listing = await effects.list(out);
	const names = listing.kind === "names" ? listing.names : [];
	const all = new Map<string, JournalEntry>();
	let ours: Journal = { entries: new Map(), isComplete: true };
	const journals = names.filter(
		(name) => name.startsWith(start) && name.endsWith(".jsonl"),
	);
	for (const name of journals.toSorted()) {
		const read = await effects.readFile(join(out, name));
		if (read.kind !== "bytes") continue;
		const journal = readJournal(new TextDecoder().decode(read.bytes));
		if (name === own) ours = journal;
		for (const entry of journal.entries.values()) all.set(entry.file, entry);
	}
	const leftovers = names.filter((name) => UNFINISHED.test(name));
	return { own: ours, all, leftovers };
}

/**
 * With `--failed`, and after a run that was cut short, good files are kept. The
 * journal of a part of the list adds to what is known of the rest.
 */
export async function openLedger(
	plan: MergePlan,
	shard: Shard | null,
	isWhole: boolean,
	args: Args,
	effects: Effects,
): Promise<Ledger> {
	const { batch } = effects;
	if (!batch) return NONE;
	const start = `.bangtin.${plan.slug}.`;
	const part = shard === null ? "" : `${shard.number}-${shard.of}.`;
	const name = `${start}${part}jsonl`;
	const path = join(args.out, name);
	const { own, all, leftovers } = await readJournals(
		name,
		start,
		args.out,
		effects,
	);
	const keepsGood = args.failed || (isWhole && !own.isComplete);
	const entries = new Map(own.entries);
	const text = new TextEncoder();
	const save = async (isComplete: boolean): Promise<void> => {
		await effects.writeFile(
			path,
			text.encode(wholeJournal(entries.values(), isComplete)),
		);
	};
	return {
		async isGood(files, key) {
			if (!keepsGood) return false;
			for (const file of files) {
				const entry = all.get(file);
				if (entry?.key !== key) return false;
				const size = await batch.size(join(args.out, file));
				if (size !== entry.bytes) return false;
				entries.set(file, entry);
			}
			return true;
		},
		async begin(files) {
			await save(false);
			const making = new Set(files);
			for (const left of leftovers) {
				if (!making.has(unfinishedName(left))) continue;
				await batch.remove(join(args.out, left));
			}
		},
		async note(entry) {
			entries.set(entry.file, entry);
			await batch.append(path, entryLine(entry));
		},
		end: () => save(true),
	};
}
