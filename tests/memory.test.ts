/**
 * What was measured for one notice is kept for the next. Nobody may see that on
 * a sheet: whatever was set before, and in whatever order, the marks are the same.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import type { Typeface } from "../src/fonts/face.ts";
import { FORMAT_NAMES, FORMATS } from "../src/formats/formats.ts";
import type { Announcement } from "../src/model/announcement.ts";
import { withPicture } from "../src/model/with-picture.ts";
import { readPicture } from "../src/pictures/read.ts";
import { PageTrials as MaiTrials } from "../src/themes/mai/trial.ts";
import { FRUGAL, type Setting } from "../src/themes/shared/fit.ts";
import { Measures, Tried } from "../src/themes/shared/measures.ts";
import { THEME_NAMES } from "../src/themes/themes.ts";
import { PageTrials as TuyenTrials } from "../src/themes/tuyen/trial.ts";
import { type TypesetRequest, typeset } from "../src/typeset.ts";
import { samplePicture } from "./support/samples.ts";
import { openBundled } from "./support/typeface.ts";

const SAMPLES = readdirSync("content")
	.filter((name) => name.endsWith(".yaml"))
	.map((name) => readFileSync(join("content", name), "utf8"));
const REQUESTS: readonly TypesetRequest[] = [
	{ sheet: "flyer-a4", theme: "tuyen", ink: "full" },
	{ sheet: "poster-a3", theme: "tuyen", ink: "saver" },
	{ sheet: "leaflet-a5", theme: "tuyen", ink: "full" },
	{ sheet: "flyer-a4", theme: "mai", ink: "full" },
	{ sheet: "leaflet-a5", theme: "mai", ink: "saver" },
];

/** Each notice, and each with a word more in a heading and in its foot. */
const SOURCES = SAMPLES.flatMap((source) => [
	source,
	source.replace(/^( *- (?:step|question|table|facts): .*)$/mu, "$1 thêm"),
	source.replace(/^as_of: .*$/mu, "as_of: 2026-02-02"),
]);

/** With its picture, if it names one. */
function noticeOf(source: string): Announcement {
	const { value } = readAnnouncement(source);
	if (value === null) throw new Error("a sample is not read");
	const bytes = samplePicture(value);
	return bytes === null
		? value
		: withPicture(value, readPicture(bytes, "issuer.logo").value);
}

const jobs = SOURCES.flatMap((source) =>
	REQUESTS.map((request) => ({ source, request })),
);
type Job = (typeof jobs)[number];

const setBy =
	(typeface: Typeface) =>
	({ source, request }: Job): string =>
		JSON.stringify(typeset(noticeOf(source), request, typeface));

describe("a typeface that has set other notices", () => {
	const cold = jobs.map((job) => setBy(openBundled())(job));

	test("sets the same marks, in order", () => {
		const warm = setBy(openBundled());
		expect(jobs.map(warm)).toEqual(cold);
	});

	test("sets the same marks, backwards and again", () => {
		const warm = setBy(openBundled());
		const backwards = jobs.toReversed().map(warm);
		expect(backwards.toReversed()).toEqual(cold);
		expect(jobs.map(warm)).toEqual(cold);
	});
});

describe("a trial", () => {
	const positions = [0, 0.37, 1, 1.5];
	const settings: readonly Setting[] = [
		...positions.map((type) => ({ ...FRUGAL, air: 0, type })),
		...positions.map((headline) => ({ ...FRUGAL, air: 0, headline })),
		...positions.map((gaps) => ({ ...FRUGAL, air: 0, type: 1, gaps })),
		...positions.map((code) => ({ ...FRUGAL, air: 0, code })),
		...positions.map((air) => ({ ...FRUGAL, type: 1, air })),
		{ ...FRUGAL, air: 0, words: "long" },
		{ ...FRUGAL, air: 0, form: "open" },
	];

	const trials = { tuyen: TuyenTrials, mai: MaiTrials };
	const pairs = THEME_NAMES.flatMap((theme) =>
		FORMAT_NAMES.map((name) => ({ theme, name })),
	);

	test.each(pairs)(
		"of $theme is the same after others of $name",
		({ theme, name }) => {
			const PageTrials = trials[theme];
			const target = { format: FORMATS[name], ink: "full" } as const;
			for (const source of SAMPLES) {
				const notice = noticeOf(source);
				const typeface = openBundled();
				const { blocks } = notice;
				for (const page of [
					{ blocks, number: 1, last: true },
					{ blocks: blocks.slice(1), number: 2, last: true },
					{ blocks: blocks.slice(0, 2), number: 1, last: false },
				]) {
					const shared = new PageTrials(notice, page, target, typeface);
					// Another object is another typeface, of which nothing is known.
					const alone = () =>
						new PageTrials(notice, page, target, { ...typeface });
					expect(settings.map((setting) => shared.at(setting))).toEqual(
						settings.map((setting) => alone().at(setting)),
					);
				}
			}
		},
	);
});

describe("a measure", () => {
	const one: Setting = { ...FRUGAL, air: 0 };
	const others: readonly Setting[] = [
		{ ...one, type: 1 },
		{ ...one, headline: 1 },
		{ ...one, gaps: 1 },
		{ ...one, code: 1 },
		{ ...one, words: "long" },
		{ ...one, form: "open" },
		{ ...one, cardIcons: true },
		{ ...one, air: 1 },
	];

	const names = Object.keys(one).filter(
		(name): name is keyof Setting => name in one,
	);

	test.each(names)("is taken anew where another %s was asked for", (name) => {
		const measures = new Measures<{ readonly is: unknown }>();
		let taken = 0;
		const take = (setting: Setting) =>
			measures.take(new Tried(setting), (watched) => {
				taken += 1;
				return { is: watched[name] };
			});
		for (const setting of [one, ...others])
			expect(take(setting)).toEqual({ is: setting[name] });
		expect(taken).toBe(2);
	});
});
