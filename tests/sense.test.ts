/** Slips that are well-formed YAML and cannot be meant. */
import { describe, expect, test } from "vitest";
import { linkFaults, trustedHosts } from "../src/content/links.ts";
import { readAnnouncement } from "../src/content/read.ts";
import { isPhone } from "../src/content/sense.ts";
import { runIn } from "./cli-world.ts";

const notice = (more: string, text = "Họp thôn"): string =>
	[
		"kind: Thông báo",
		"issuer: { name: Ủy ban nhân dân xã Ví Dụ }",
		"date: 2026-12-02",
		"as_of: 2026-12-02",
		"title: Họp thôn",
		"body:",
		`  - note: "${text}"`,
		more,
	].join("\n");

const findings = (source: string): readonly (readonly [string, number])[] =>
	readAnnouncement(source).diagnostics.map(({ code, place }) => [
		code,
		place?.line ?? 0,
	]);

const ofText = (text: string): readonly string[] =>
	findings(notice("", text)).map(([code]) => code);

describe("weekdays that are typed", () => {
	// 8 December 2026 is a Tuesday.
	test.each([
		"Tiêm ngày thứ Hai, 08/12",
		"Chủ nhật 08/12",
		"thứ 2 (ngày 8/12/2026)",
		"Họp 08/12 (thứ Tư)",
		"THỨ NĂM, NGÀY 8-12",
		"CN 08.12",
	])("contradict their day: %s", (text) =>
		expect(ofText(text)).toEqual(["content/weekday"]),
	);

	test.each([
		"Thứ Ba, 08/12",
		"08/12/2026 (thứ ba)",
		"thứ Ba 8.12",
		"Chủ nhật, 13/12/2026",
		"thứ 2, 30/02",
		"thứ hai, 3 người",
		"Điều thứ hai. 12/12 xã",
	])("or do not: %s", (text) => expect(ofText(text)).toEqual([]));

	test("are told with the right one, at their line", () => {
		const { diagnostics } = readAnnouncement(notice("", "thứ Hai, 08/12"));
		expect(diagnostics[0]).toMatchObject({
			severity: "warning",
			path: "body[0].note",
			params: { date: "08/12/2026", weekday: "Thứ Ba" },
			place: { line: 7 },
		});
	});

	test("may be of the year of the event", () =>
		expect(
			findings(notice("when: { on: 2027-01-08 }", "thứ Sáu, 08/01")),
		).toEqual([]));
});

describe("periods", () => {
	test.each([
		["when: { on: 2025-12-13 }", "content/over-before-dated"],
		["when: { from: 2026-12-05, until: 2025-12-13 }", "content/date-order"],
		[
			"when: { on: 2026-12-13 }\npost: { from: 2026-12-20 }",
			"content/over-before-posted",
		],
		[
			"when: { on: 2026-12-13 }\npost: { from: 2026-12-02, until: 2026-12-05 }",
			"content/taken-down-early",
		],
	])("%s", (more, code) =>
		expect(findings(notice(more)).map(([found]) => found)).toContain(code),
	);

	test("that make sense are left alone", () =>
		expect(
			findings(
				notice(
					"when: { from: 2026-12-05, until: 2026-12-13 }\npost: { from: 2026-12-02, until: 2026-12-13 }",
				),
			),
		).toEqual([]));
});

describe("--today", () => {
	const source = notice(
		"when: { on: 2026-12-13 }\npost: { from: 2026-12-02, until: 2026-12-13 }",
	);
	const checked = (...argv: readonly string[]) =>
		runIn({ "a.yaml": source }, [
			"check",
			"a.yaml",
			"-s",
			"leaflet-a5",
			...argv,
		]);

	test("warns of days that are past, and only then", {
		timeout: 60_000,
	}, async () => {
		const late = await checked("--today", "2026-12-14");
		expect(late.stderr.match(/cảnh báo\[content\/past\]/g)).toHaveLength(2);
		expect(late.stderr).toContain("a.yaml:8:");
		expect(late.exit).toBe(0);
		const onTime = await checked("--today=2026-12-13");
		expect(onTime.stderr).not.toContain("content/past");
		expect((await checked()).stderr).not.toContain("content/past");
	});

	test("is strict when asked", { timeout: 60_000 }, async () =>
		expect((await checked("--today=2027-01-01", "--strict")).exit).toBe(1),
	);

	test("must be a day", async () =>
		expect((await checked("--today", "hôm nay")).exit).toBe(2));
});

describe("spelling", () => {
	test("both places of tone marks in one notice", () => {
		expect(ofText("Nhà văn hóa, hoà giải")).toEqual(["content/tone-marks"]);
		expect(ofText("thủy lợi và thuỷ sản")).toEqual(["content/tone-marks"]);
	});
	test.each([
		"Nhà văn hóa, hòa giải",
		"hoà, hoá, thuỷ",
		"quý, quỳ, hoàn, hoạt, loài",
		"hóa đơn, khoản, toàn, tùy, quá",
	])("one way only: %s", (text) => expect(ofText(text)).toEqual([]));

	test("abbreviations never spelled out", () => {
		expect(ofText("Mang theo thẻ BHYT")).toEqual(["content/abbreviation"]);
		expect(ofText("Thẻ bảo hiểm y tế (BHYT)")).toEqual([]);
		// The issuer spells it out.
		expect(ofText("Đến UBND xã")).toEqual([]);
	});
});

test.each([
	["0912 345 678", true],
	["+84 912 345 678", true],
	["(0274) 3822 825", true],
	["0200 000 0000", true],
	["115", true],
	["1900 1234", true],
	["091 234 567", false],
	["912 345 678", false],
	["0912 345 6789", false],
	["19001", false],
])("%s is a telephone number: %s", (typed, is) =>
	expect(isPhone(typed)).toBe(is),
);

test("a contact's numbers are counted, each of them", () => {
	const phone = (typed: string): readonly string[] =>
		findings(notice(`contact: { office: Trạm Y tế, phone: "${typed}" }`)).map(
			([code]) => code,
		);
	expect(phone("0912 345 678 – 0200 000 0000")).toEqual([]);
	expect(phone("0912 345 678 (anh Ba)")).toEqual([]);
	expect(phone("0912 345 678, 0912 345 67")).toEqual(["content/phone"]);
});

describe("addresses", () => {
	const faults = (url: string, ...trust: readonly string[]) =>
		linkFaults(url, trustedHosts(trust)).map(({ code }) => code);

	test.each([
		"https://g0v.vn/",
		"https://dichvucong.g0v.vn/",
		"https://gov.vn.example.com/",
		"https://dichvucong-gov.vn/",
		"https://dichvucong.gov-vn.com/",
		"https://www.govvn.info/",
		"https://dịchvucông.gоv.vn/",
	])("that look like an office's: %s", (url) =>
		expect(faults(url)).toContain("content/link-lookalike"),
	);

	test.each(["https://dichvucong.gov.vn/", "https://vneid.gov.vn./a"])(
		"of an office: %s",
		(url) => expect(faults(url)).toEqual([]),
	);

	test("somebody answers for are let through", () =>
		expect(faults("https://www.govvn.info/", "www.govvn.info")).toEqual([]));

	test.each([
		["https://a.gov.vn/x.", "https://a.gov.vn/x"],
		["https://a.gov.vn/x),", "https://a.gov.vn/x"],
		["https://a.gov.vn/x(1)", null],
		["https://a.gov.vn/x/", null],
	])("with the sentence's punctuation: %s", (url, mended) => {
		const tail = linkFaults(url, new Set()).find(
			({ code }) => code === "content/link-tail",
		);
		expect(tail?.params ?? null).toEqual(mended && { url, mended });
	});
});
