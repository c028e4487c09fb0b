/** What was set before must not show in what is set now. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import { Recall } from "../src/layout/recall.ts";
import type { Announcement } from "../src/model/announcement.ts";
import { mapBlockTexts } from "../src/model/map-texts.ts";
import { typeset } from "../src/typeset.ts";
import { openBundled } from "./support/typeface.ts";

const CONTENT = new URL("../content/", import.meta.url);

const samples = readdirSync(CONTENT)
	.filter((name) => name.endsWith(".yaml"))
	.map((name): Announcement => {
		const { value } = readAnnouncement(
			readFileSync(new URL(name, CONTENT), "utf8"),
		);
		if (value === null) throw new Error(`${name} cannot be read`);
		return { ...value, logo: null };
	});

/** The same notice with one word more in the first text of its body. */
function reworded(notice: Announcement): Announcement {
	let isChanged = false;
	const blocks = notice.blocks.map((block) =>
		mapBlockTexts(block, (text) => {
			if (isChanged) return text;
			isChanged = true;
			const more = { text: " nhé", strong: false };
			return { ...text, long: [...text.long, more] };
		}),
	);
	return { ...notice, blocks };
}

const SHEETS = ["flyer-a4"] as const;

const jobs = samples.flatMap((notice) =>
	SHEETS.flatMap((sheet) =>
		[notice, reworded(notice)].map((announcement) => ({ announcement, sheet })),
	),
);

const set = (
	{ announcement, sheet }: (typeof jobs)[number],
	typeface: ReturnType<typeof openBundled>,
): string =>
	JSON.stringify(
		typeset(announcement, { sheet, theme: "tuyen", ink: "full" }, typeface),
	);

describe("what a typeface remembers", () => {
	it("gives the same sheets in any order, and as if nothing had been set", () => {
		const forwards = openBundled();
		const backwards = openBundled();
		const first = jobs.map((job) => set(job, forwards));
		const last = [...jobs]
			.reverse()
			.map((job) => set(structuredClone(job), backwards))
			.reverse();
		const again = jobs.map((job) => set(job, forwards));
		jobs.forEach((job, i) => {
			const where = `${job.announcement.title.path} ${job.sheet} ${i}`;
			expect(last[i], where).toBe(first[i]);
			expect(again[i], where).toBe(first[i]);
			if (i % 9 === 0) expect(set(job, openBundled()), where).toBe(first[i]);
		});
	});
});

describe("Recall", () => {
	it("keeps what is asked for, and at most twice its number", () => {
		const recall = new Recall<number, { readonly of: number }>(4);
		const made: number[] = [];
		const ask = (key: number) =>
			recall.get(key, (of) => {
				made.push(of);
				return { of };
			});
		for (let i = 0; i < 40; i++) {
			expect(ask(i).of).toBe(i);
			expect(ask(-1).of).toBe(-1);
		}
		expect(made.filter((key) => key === -1)).toHaveLength(1);
		made.length = 0;
		for (let i = 0; i < 32; i++) ask(i);
		expect(made).toHaveLength(32);
	});
});
