/** Days as people write them: day first, with strokes, dots or words. */
import { parseIsoDate, weekday } from "../model/dates.ts";

const DAY = String.raw`(?:(?:(thứ\s+\S+|chủ\s+nhật|cn|t[2-7])\s*,?\s*)?(?:ngày\s+)?)`;
const FORMS: readonly RegExp[] = [
	new RegExp(
		String.raw`^${DAY}(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})$`,
		"u",
	),
	new RegExp(
		String.raw`^${DAY}(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s*,?\s+năm\s+(?<year>\d{4})$`,
		"u",
	),
	/^()(?<year>\d{4})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<day>\d{1,2})$/u,
];

/** What follows "thứ", as it is said and as it is counted. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
	hai: "Thứ Hai",
	"2": "Thứ Hai",
	ba: "Thứ Ba",
	"3": "Thứ Ba",
	tư: "Thứ Tư",
	"4": "Thứ Tư",
	năm: "Thứ Năm",
	"5": "Thứ Năm",
	sáu: "Thứ Sáu",
	"6": "Thứ Sáu",
	bảy: "Thứ Bảy",
	bẩy: "Thứ Bảy",
	"7": "Thứ Bảy",
};

const twoDigits = (figures: string): string => figures.padStart(2, "0");

function weekdayOf(typed: string): string {
	const name = typed.replace(/^thứ\s+|^t(?=\d)/u, "").replace(/,$/u, "");
	return WEEKDAYS[name] ?? "Chủ nhật";
}

/**
 * "2024-04-11" for "11/4/2024" or "ngày 11 tháng 4 năm 2024"; null when the day
 * does not exist, its year is short or its weekday is another.
 */
export function meantDate(typed: string): string | null {
	const text = typed.toLowerCase().normalize("NFC").trim();
	for (const form of FORMS) {
		const match = form.exec(text);
		const { year = "", month = "", day = "" } = match?.groups ?? {};
		if (!match) continue;
		const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
		const date = parseIsoDate(iso);
		if (!date) return null;
		const named = match[1];
		return !named || weekdayOf(named) === weekday(date) ? iso : null;
	}
	return null;
}
