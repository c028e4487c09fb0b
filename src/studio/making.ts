/** Many files made one after the other, into one archive. */
import { zipSync } from "fflate";
import type { Finding, Made, MadeFile } from "./protocol.ts";

export interface Steps {
	/** Before each of them: how many are done. False to stop. */
	readonly next: (done: number) => boolean;
	readonly make: (index: number) => Promise<Made>;
}

export type MadeEach =
	| { readonly kind: "stopped" }
	| {
			readonly kind: "done";
			readonly files: readonly MadeFile[];
			/** Of which nothing could be made. */
			readonly failed: readonly number[];
			readonly findings: readonly Finding[];
	  };

/** One question at a time, so that the page can stop between two. */
export async function makeEach(count: number, steps: Steps): Promise<MadeEach> {
	const files: MadeFile[] = [];
	const failed: number[] = [];
	const found: (readonly [index: number, finding: Finding])[] = [];
	for (let index = 0; index < count; index++) {
		if (!steps.next(index)) return { kind: "stopped" };
		const made = await steps.make(index);
		files.push(...made.files);
		for (const finding of made.findings) found.push([index, finding]);
		if (made.files.length === 0) failed.push(index);
	}
	return steps.next(count)
		? { kind: "done", files, failed, findings: together(found, count) }
		: { kind: "stopped" };
}

/** What is wrong with several villages is said once, and of which. */
function together(
	found: readonly (readonly [index: number, finding: Finding])[],
	count: number,
): readonly Finding[] {
	const byText = new Map<string, { finding: Finding; villages: number[] }>();
	for (const [index, finding] of found) {
		const text = JSON.stringify(finding);
		const known = byText.get(text);
		if (known === undefined) byText.set(text, { finding, villages: [index] });
		else if (known.villages.at(-1) !== index) known.villages.push(index);
	}
	return [...byText.values()].map(({ finding, villages }) =>
		villages.length === count ? finding : { ...finding, villages },
	);
}

/** PDFs are compressed already; a time of day would make each archive another. */
export const archive = (files: readonly MadeFile[]): Uint8Array =>
	zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), {
		level: 0,
		mtime: "1980-01-01T12:00:00",
	});
