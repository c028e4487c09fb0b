/**
 * Any notice, on any sheet: all of it laid out, or an error that names a field.
 * BANGTIN_RUNS and BANGTIN_SEED search longer and elsewhere.
 */

import { describe, expect, test } from "vitest";
import { FORMAT_NAMES } from "../src/formats/formats.ts";
import { THEME_NAMES } from "../src/themes/themes.ts";
import { fc } from "./support/fast-check.ts";
import { AS_OF, anyNotice, type YamlNotice } from "./support/notices.ts";
import { openBundled } from "./support/typeface.ts";
import { type Request, typesetOutcome } from "./support/typeset-check.ts";

const RUNS = Number(process.env.BANGTIN_RUNS ?? 200);
const SEED = Number(process.env.BANGTIN_SEED ?? 20240411);
/** Of some thousand notices the most troublesome took 184; a search without bisection takes 667. */
const MOST_TRIALS = 300;
const MINUTES = 60_000;

const typeface = openBundled();
const sheets = fc.constantFrom(...FORMAT_NAMES);
const inks = fc.constantFrom("full", "saver");

test.each(THEME_NAMES)(
	"%s: any notice is laid out whole, or refused with a field's name",
	{
		timeout: 60 * MINUTES,
	},
	(theme) => {
		let laidOut = 0;
		fc.assert(
			fc.property(anyNotice, sheets, inks, (notice, sheet, ink) => {
				const outcome = typesetOutcome(notice, { sheet, ink, theme }, typeface);
				expect(outcome.faults).toEqual([]);
				expect(outcome.trials).toBeLessThanOrEqual(MOST_TRIALS);
				if (outcome.laidOut) laidOut += 1;
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		// A property of refusals alone would be empty.
		expect(laidOut).toBeGreaterThan(RUNS / 4);
	},
);

/** The least notice, to put one odd thing into. */
const plainNotice = (changes: YamlNotice): YamlNotice => ({
	kind: "Thông báo",
	issuer: { name: "Xã" },
	date: "2024-01-01",
	as_of: AS_OF,
	title: "Tin",
	body: [{ note: "Lời" }],
	...changes,
});

const STACKED = "Ặ Ẳ Ế Ỵ Ổ Ẫ ậg quyển Ẳ Ế Ộ";
const answers = (...labels: readonly string[]): YamlNotice[] =>
	labels.map((answer) => ({ answer, do: { title: "Ặ" } }));
const DATES = "01/7/2024 01/7/2024 QUỸ 01/7/2024 QUỸ ban xã";

/** What random notices found, shrunk; the first sheet is the one that broke. */
const FOUND: readonly [what: string, request: Request, notice: YamlNotice][] = [
	[
		"stacked capitals under the rules of a table",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			body: [
				{
					table: {
						columns: ["Ẳ", "Ế"],
						rows: [[`${STACKED} ${STACKED}`, STACKED]],
					},
				},
			],
		}),
	],
	[
		"a table with an empty cell and more columns than fit",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			body: [
				{
					table: {
						columns: ["một", "hai", "ba", "bốn", "năm", "sáu"],
						rows: [
							["nguyễn", "", "01/7/2024", "3.555.000", "nghiêng", "trước"],
						],
					},
				},
			],
		}),
	],
	[
		"a kind of several lines above its date",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({ kind: "của của ỵ không trước tiêm ẨẤẦ khoản tế hóa mới" }),
	],
	[
		"stacked capitals in the foot, line above line",
		{ sheet: "leaflet-a5", ink: "full" },
		plainNotice({
			source: `${STACKED} ${STACKED} ${STACKED}`,
			contact: { office: `${STACKED} ${STACKED}` },
			post: { from: "2024-04-25" },
		}),
	],
	[
		"a word wider than the foot",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			contact: { office: "Ặ".repeat(90) },
			source: "a".repeat(200),
		}),
	],
	[
		"ways of a step under each other",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			body: [
				{
					step: STACKED,
					text: STACKED,
					options: [1, 2, 3, 4, 5].map(() => ({ title: "ậg Ặ", text: "Ẫ ậg" })),
				},
			],
		}),
	],
	[
		"a bar of stacked capitals, drawn as an outline",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			body: [{ ask: `${STACKED} ${STACKED}`, answers: answers("Ẳ a", "Ẳ b") }],
		}),
	],
	[
		"a label of several lines between its bar and its card",
		{ sheet: "flyer-a4", ink: "full" },
		plainNotice({
			body: [
				{
					ask: "xã",
					answers: answers("xã 01/7/2024 01/7/2024 xã văn Ặ đăng a", "xã b"),
				},
				{ warning: "01/7/2024" },
			],
		}),
	],
	[
		"a warning that begins with a strong sentence",
		{ sheet: "flyer-a4", ink: "saver" },
		plainNotice({ body: [{ warning: "**Ẳ ậg Ỵ xong.** ở Ẳ 01/7/2024" }] }),
	],
	[
		"hours too long for one line of the flag",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			when: {
				on: "2024-02-16",
				hours: "căn căn xong. ậg và quyển nguyễn của 3 công Hai tài",
			},
		}),
	],
	[
		"an outlined flag of stacked capitals",
		{ sheet: "flyer-a4", ink: "saver" },
		plainNotice({ when: { hours: "Ổ Ặ Ế ậg" } }),
	],
	[
		"a lead taller than its flag, under a headline with tails",
		{ sheet: "flyer-a4", ink: "saver" },
		plainNotice({
			title: "Quyển sách này ậgy ậgy ậgy",
			when: { from: "2024-01-01" },
			lead: `Ẳ Ế Ẫ Ẳ ${"nguyễn Ẫ Ẳ Ế ".repeat(7)}`,
			body: [{ list: Array.from({ length: 17 }, () => DATES) }],
		}),
	],
	[
		"a lead that rises, without a flag, under a headline with tails",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({ title: "Ặ", lead: "Ẳ xã", body: [{ warning: "Ặ" }] }),
	],
	[
		"words with tails above the quiet zone of a code",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			title: { long: "nguyễn xã", short: "xã" },
			when: { from: "2024-01-01" },
			links: { link0: { url: "https://vneid.gov.vn", label: "xã" } },
			body: [
				{
					title: "xã",
					list: ["**xã**", { long: "xã xã buổi dịch xã", short: "xã" }],
				},
			],
			contact: {
				office: "01/7/2024 xã xã “Lịch nhân nhà **buổi** theo) QUỸ ban khi",
				phone: "(0274) 355",
			},
		}),
	],
	[
		"a grown flag beside the first of three codes",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			links: {
				link0: {
					url: "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
					label: "xã",
				},
				link1: { url: "https://vneid.gov.vn", label: "xã" },
				link2: { url: "https://vneid.gov.vn", label: "xã" },
			},
		}),
	],
	[
		"the last caption of three at the edge of the sheet",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			kind: "Ặ",
			links: {
				link0: {
					url: "https://vneid.gov.vn/huongdan/huong-dan-dang-ky-tai-khoan-vneid.html",
					label: "01/7/2024",
				},
				link1: { url: "https://vneid.gov.vn", label: "xã" },
				link2: {
					url: "https://vneid.gov.vn",
					label: "tài không khoản dân thôn",
				},
			},
			body: [
				{ table: { columns: ["xã"], rows: [["xã"]] } },
				{ facts: [{ text: "xã" }, { text: "Ặ" }, { text: "Ặ" }] },
				{
					step: "Ặ",
					text: "01/7/2024",
					options: [
						{ title: "xã" },
						{ title: "xã", text: "tháng xã Ặ trước xã chủng nguyễn" },
						{ title: "xã" },
						{ title: "01/7/2024 tháng sáng dịch", text: "Ặ", icon: "home" },
					],
				},
				{ title: "Ặ", list: ["xã", "xã", "01/7/2024"] },
			],
		}),
	],
	[
		"a fact with tails above the quiet zone of a code",
		{ sheet: "flyer-a4", ink: "saver" },
		plainNotice({
			source: "xã",
			title: "Ẫ",
			when: { from: "2024-01-01" },
			links: {
				link0: { url: "https://vneid.gov.vn", label: "01/7/2024" },
				link1: { url: "https://vneid.gov.vn", label: "01/7/2024" },
			},
			body: [
				{ warning: "xã" },
				{ title: "xã", list: ["01/7/2024"] },
				{ warning: "xã" },
				{ facts: [{ text: "xã “Lịch" }] },
			],
			contact: { office: "xã" },
		}),
	],
	[
		"a caption longer than its code, above the line of trust",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			links: {
				link0: {
					url: "https://caytruong2.binhduong.gov.vn/1/ban-tin",
					label: `${STACKED} ${STACKED} ${STACKED} ${STACKED}`,
				},
			},
		}),
	],
	[
		"an office of several lines beside the last flag",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			contact: { office: `${DATES} ${STACKED} ${DATES}`, phone: "113" },
		}),
	],
	[
		"an answer that asks again before one that does not",
		{ sheet: "poster-a3", ink: "full" },
		plainNotice({
			body: [
				{
					ask: "Một?",
					warning: "sau",
					answers: [
						{
							answer: "a",
							ask: "Hai?",
							warning: "trước",
							answers: answers("c", "d", "e"),
						},
						...answers("b", "g"),
					],
				},
			],
		}),
	],
	[
		"a warning of the first arm of a fork, drawn across all",
		{ sheet: "leaflet-a5", ink: "full" },
		plainNotice({
			body: [
				{
					ask: "Một?",
					answers: [
						{
							answer: "a",
							ask: "Hai?",
							warning: "trong",
							answers: answers("c", "d"),
						},
						...answers("b"),
					],
				},
			],
		}),
	],
	[
		"two warnings of one fork",
		{ sheet: "leaflet-a5", ink: "full" },
		plainNotice({
			body: [
				{
					ask: "Một?",
					warning: "ngoài",
					answers: [
						...answers("a"),
						{
							answer: "b",
							ask: "Hai?",
							warning: "trong",
							answers: answers("c", "d"),
						},
					],
				},
			],
		}),
	],
	[
		"a calendar of two years on the smallest sheet",
		{ sheet: "leaflet-a5", ink: "full" },
		plainNotice({
			when: { from: "2023-12-30", until: "2024-12-31" },
			title: `${DATES} ${DATES}`,
		}),
	],
	[
		"a headline whose last mark reaches beyond its letter",
		{ sheet: "poster-a3", ink: "saver" },
		plainNotice({ title: "kèm Ế", when: { from: "2024-02-20" } }),
	],
	[
		"numbers of the steps beside a call to scan, over stacked capitals",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({
			links: Object.fromEntries(
				["a", "b", "c"].map((name) => [
					name,
					{ url: `https://x.gov.vn/${name}`, label: `Ẳ ${STACKED}` },
				]),
			),
			body: ["a", "b", "c", "a"].map((link) => ({ step: "Ặ", link })),
		}),
	],
	[
		"an office with high marks beside its handset",
		{ sheet: "leaflet-a5", ink: "saver" },
		plainNotice({ contact: { office: "Ẳ xa" } }),
	],
];

describe("found once", () => {
	test.each(FOUND)("%s", (_what, first, notice) => {
		for (const theme of THEME_NAMES)
			for (const sheet of [first.sheet, ...FORMAT_NAMES])
				for (const ink of [first.ink, "full", "saver"] as const)
					expect(
						typesetOutcome(notice, { sheet, ink, theme }, typeface).faults,
						theme,
					).toEqual([]);
	});

	test("a phone that is a sentence leaves room for the office", () => {
		const contact = {
			office: "Xã",
			phone: "0274 3.555.000, hỏi ông Ẳ, giờ hành chính",
		};
		for (const sheet of FORMAT_NAMES)
			expect(
				typesetOutcome(
					plainNotice({ contact }),
					{ sheet, ink: "full" },
					typeface,
				),
			).toMatchObject({ laidOut: true, faults: [] });
	});

	/** As communes have them: their own name, the district's, the province's. */
	const label = fc.stringMatching(/^[a-z]{3,9}[0-9]?$/u);
	const host = fc
		.array(label, { minLength: 2, maxLength: 4 })
		.map((labels) => `${labels.join(".")}.gov.vn`);

	test("addresses of many parts are laid out on every sheet", () => {
		fc.assert(
			fc.property(
				fc.array(host, { minLength: 1, maxLength: 3 }),
				sheets,
				inks,
				(hosts, sheet, ink) => {
					const links = Object.fromEntries(
						hosts.map((name, i) => [
							`link${i}`,
							{ url: `https://${name}/tin`, label: `Tin ${i}` },
						]),
					);
					const notice = plainNotice({ links });
					expect(
						typesetOutcome(notice, { sheet, ink }, typeface),
					).toMatchObject({ laidOut: true, faults: [] });
				},
			),
			{ numRuns: 60, seed: SEED },
		);
	});

	test("an empty cell does not forbid a table's open form", () => {
		const rows = [["Một", ""]];
		const table = (cells: readonly (readonly string[])[]) =>
			plainNotice({
				body: [{ table: { columns: ["Thôn", "Giờ"], rows: cells } }],
			});
		const request = { sheet: "flyer-a4", ink: "full" } as const;
		const empty = typesetOutcome(table(rows), request, typeface);
		const full = typesetOutcome(table([["Một", "7h"]]), request, typeface);
		// Refused in its open form, it would be searched for again in the other.
		expect(empty.trials).toBe(full.trials);
	});
});
