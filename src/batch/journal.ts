/**
 * What has been made, noted file by file beside the files: an interrupted run
 * goes on from there, and `--failed` knows what is still good.
 */

export interface JournalEntry {
	readonly file: string;
	/** Follows from everything the file is made of. */
	readonly key: string;
	readonly bytes: number;
}

export interface Journal {
	readonly entries: ReadonlyMap<string, JournalEntry>;
	/** False when the run that wrote it did not come to its end. */
	readonly isComplete: boolean;
}

const END = { end: true };

export const entryLine = ({ file, key, bytes }: JournalEntry): string =>
	`${JSON.stringify({ file, key, bytes })}\n`;

export const wholeJournal = (
	entries: Iterable<JournalEntry>,
	isComplete: boolean,
): string =>
	`${[...entries].map(entryLine).join("")}${isComplete ? `${JSON.stringify(END)}\n` : ""}`;

function parseLine(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		// The line being written when the power went.
		return null;
	}
}

/** Reads what it can; later lines win. */
export function readJournal(text: string): Journal {
	const entries = new Map<string, JournalEntry>();
	let isComplete = false;
	for (const line of text.split("\n")) {
		const said = parseLine(line);
		if (typeof said !== "object" || said === null) continue;
		const { file, key, bytes, end } = {
			file: 0,
			key: 0,
			bytes: "",
			end: 0,
			...said,
		};
		if (end) isComplete = true;
		if (typeof file !== "string" || typeof key !== "string") continue;
		if (typeof bytes === "number") entries.set(file, { file, key, bytes });
	}
	return { entries, isComplete };
}
