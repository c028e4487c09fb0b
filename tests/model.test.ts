import { describe, expect, test } from "vitest";
import {
	type CalendarDate,
	calendarWords,
	dateRange,
	dateWithWeekday,
	numericDate,
	parseIsoDate,
	periodWords,
	postingWords,
	weekday,
} from "../src/model/dates.ts";
import { fc } from "./support/fast-check.ts";

const day = (iso: string): CalendarDate => {
	const date = parseIsoDate(iso);
	if (!date) throw new Error(`no such day: ${iso}`);
	return date;
};

describe("dates", () => {
	test.each([
		["2024-07-01", "01/7/2024"],
		["2024-06-15", "15/6/2024"],
		["2025-02-05", "05/02/2025"],
		["2024-01-31", "31/01/2024"],
		["2024-10-09", "09/10/2024"],
	])("%s is written %s", (iso, words) => {
		expect(numericDate(day(iso))).toBe(words);
	});

	test.each([
		"2024-02-30",
		"2023-02-29",
		"1900-02-29",
		"2024-13-01",
		"2024-00-10",
		"2024-04-31",
		"2024-4-1",
		"0000-01-01",
		"11/4/2024",
		"2024-04-11T00:00",
		"",
	])("%s is no day", (text) => {
		expect(parseIsoDate(text)).toBeNull();
	});

	test("leap days exist", () => {
		expect(parseIsoDate("2024-02-29")).not.toBeNull();
		expect(parseIsoDate("2000-02-29")).not.toBeNull();
	});

	test("weekdays agree with the calendar of the platform", () => {
		const names = [
			"Chủ nhật",
			"Thứ Hai",
			"Thứ Ba",
			"Thứ Tư",
			"Thứ Năm",
			"Thứ Sáu",
			"Thứ Bảy",
		];
		fc.assert(
			fc.property(
				fc.date({
					min: new Date("1000-01-01T00:00:00Z"),
					max: new Date("9999-12-31T00:00:00Z"),
					noInvalidDate: true,
				}),
				(date) => {
					const iso = date.toISOString().slice(0, 10);
					expect(weekday(day(iso))).toBe(names[date.getUTCDay()]);
				},
			),
		);
	});

	test("ranges name the year once when it is one", () => {
		expect(dateRange(day("2024-06-03"), day("2024-06-06"))).toBe(
			"03/6 – 06/6/2024",
		);
		expect(dateRange(day("2024-12-30"), day("2025-01-02"))).toBe(
			"30/12/2024 – 02/01/2025",
		);
		expect(dateRange(day("2024-06-03"), day("2024-06-03"))).toBe(
			"Thứ Hai, 03/6/2024",
		);
	});

	test("as a calendar block says them", () => {
		const none = { from: null, until: null, on: null };
		const words = (given: Partial<Parameters<typeof calendarWords>[0]>) =>
			calendarWords({ ...none, ...given });
		expect(words({ from: day("2024-07-01") })).toEqual({
			label: "Từ ngày",
			days: "01",
			month: "Tháng 7 · 2024",
			weekday: "Thứ Hai",
		});
		expect(words({ on: day("2024-06-16") })?.label).toBe("Ngày");
		expect(words({ until: day("2024-02-29") })).toMatchObject({
			label: "Đến hết ngày",
			month: "Tháng 02 · 2024",
		});
		const range = (from: string, until: string) => {
			const set = words({ from: day(from), until: day(until) });
			return [set?.days, set?.month, set?.weekday];
		};
		expect(range("2024-06-03", "2024-06-12")).toEqual([
			"03–12",
			"Tháng 6 · 2024",
			null,
		]);
		expect(range("2024-06-28", "2024-07-05")).toEqual([
			"28/6–05/7",
			"Tháng 6–7/2024",
			null,
		]);
		expect(range("2023-12-30", "2024-01-02")).toEqual([
			"30/12–02/01",
			"12/2023 – 01/2024",
			null,
		]);
		expect(words({})).toBeNull();
	});

	test("periods", () => {
		expect(dateWithWeekday(day("2024-06-15"))).toBe("Thứ Bảy, 15/6/2024");
		expect(periodWords({ from: day("2024-07-01") })).toBe("Từ 01/7/2024");
		expect(periodWords({ until: day("2024-06-30") })).toBe("Đến 30/6/2024");
		expect(periodWords({ on: day("2024-06-16") })).toBe("Chủ nhật, 16/6/2024");
		expect(periodWords({})).toBeNull();
		expect(postingWords(day("2024-06-03"), day("2024-07-03"))).toBe(
			"Niêm yết từ 03/6/2024 đến 03/7/2024",
		);
		expect(postingWords(undefined, undefined)).toBeNull();
	});
});
