/**
 * Calendar arithmetic and the wording of dates, by hand: the same on every
 * machine, whatever its clock, time zone and locale.
 */
export interface CalendarDate {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEKDAYS = [
	"Chủ nhật",
	"Thứ Hai",
	"Thứ Ba",
	"Thứ Tư",
	"Thứ Năm",
	"Thứ Sáu",
	"Thứ Bảy",
] as const;

const isLeap = (year: number): boolean =>
	(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** null unless the text is `YYYY-MM-DD` and such a day exists. */
export function parseIsoDate(text: string): CalendarDate | null {
	const match = ISO.exec(text);
	if (!match) return null;
	const date = {
		year: Number(match[1]),
		month: Number(match[2]),
		day: Number(match[3]),
	};
	const exists =
		date.year >= 1 &&
		date.month >= 1 &&
		date.month <= 12 &&
		date.day >= 1 &&
		date.day <= daysIn(date.year, date.month);
	return exists ? date : null;
}

/** Negative when `a` is earlier, 0 for the same day. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number =>
	a.year - b.year || a.month - b.month || a.day - b.day;

/** Days since 1 March of the year 0, in the Gregorian calendar run backwards. */
function dayNumber({ year, month, day }: CalendarDate): number {
	// A year that begins in March has its leap day at the end.
	const y = month > 2 ? year : year - 1;
	const m = (month + 9) % 12;
	const leapDays =
		Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
	return y * 365 + leapDays + Math.floor((m * 153 + 2) / 5) + day - 1;
}

/** "Thứ Bảy"; 1 March of the year 0 was a Wednesday. */
export const weekday = (date: CalendarDate): string =>
	WEEKDAYS[(dayNumber(date) + 3) % 7] ?? "";

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/**
 * "01/7": official writing in Vietnam puts a 0 before days under 10 and before
 * January and February, so that no figure can be added by hand.
 */
const dayAndMonth = ({ month, day }: CalendarDate): string =>
	`${twoDigits(day)}/${month < 3 ? twoDigits(month) : month}`;

/** "01/7/2024" */
export const numericDate = (date: CalendarDate): string =>
	`${dayAndMonth(date)}/${date.year}`;

/** "Thứ Bảy, 15/6/2024" */
export const dateWithWeekday = (date: CalendarDate): string =>
	`${weekday(date)}, ${numericDate(date)}`;

/** "03/6 – 06/6/2024"; both years when they differ, one day when they are one. */
export function dateRange(from: CalendarDate, until: CalendarDate): string {
	if (compareDates(from, until) === 0) return dateWithWeekday(from);
	const start =
		from.year === until.year ? dayAndMonth(from) : numericDate(from);
	return `${start} – ${numericDate(until)}`;
}

export interface Period {
	readonly from?: CalendarDate | undefined;
	readonly on?: CalendarDate | undefined;
	readonly until?: CalendarDate | undefined;
}

/** "Từ 01/7/2024", "Thứ Bảy, 15/6/2024", "Đến 30/6/2024"; null for no date. */
export function periodWords({ from, on, until }: Period): string | null {
	if (on) return dateWithWeekday(on);
	if (from && until) return dateRange(from, until);
	if (from) return `Từ ${numericDate(from)}`;
	return until ? `Đến ${numericDate(until)}` : null;
}

/** "Niêm yết từ 03/6/2024 đến 03/7/2024"; null for no date. */
export function postingWords(
	from: CalendarDate | undefined,
	until: CalendarDate | undefined,
): string | null {
	if (!from && !until) return null;
	const start = from ? ` từ ${numericDate(from)}` : "";
	const end = until ? ` đến ${numericDate(until)}` : "";
	return `Niêm yết${start}${end}`;
}

/** What a calendar block says, from its largest words to its least. */
export interface CalendarWords {
	readonly label: string;
	/** "01", "03–12" or "28/6–05/7" */
	readonly days: string;
	/** "Tháng 7 · 2024" */
	readonly month: string;
	/** Of a single day. */
	readonly weekday: string | null;
}

const monthOf = ({ month }: CalendarDate): string =>
	month < 3 ? twoDigits(month) : String(month);

function rangeOnCalendar(
	from: CalendarDate,
	until: CalendarDate,
): CalendarWords {
	const sameYear = from.year === until.year;
	const sameMonth = sameYear && from.month === until.month;
	const days = sameMonth
		? `${twoDigits(from.day)}–${twoDigits(until.day)}`
		: `${dayAndMonth(from)}–${dayAndMonth(until)}`;
	const month = sameMonth
		? `Tháng ${monthOf(from)} · ${from.year}`
		: sameYear
			? `Tháng ${monthOf(from)}–${monthOf(until)}/${from.year}`
			: `${monthOf(from)}/${from.year} – ${monthOf(until)}/${until.year}`;
	return { label: "Từ ngày – đến ngày", days, month, weekday: null };
}

/** null for no date. */
export function calendarWords({
	from,
	on,
	until,
}: {
	readonly from: CalendarDate | null;
	readonly on: CalendarDate | null;
	readonly until: CalendarDate | null;
}): CalendarWords | null {
	if (on === null && from !== null && until !== null)
		return rangeOnCalendar(from, until);
	const day = on ?? from ?? until;
	if (day === null) return null;
	return {
		label: on ? "Ngày" : from ? "Từ ngày" : "Đến hết ngày",
		days: twoDigits(day.day),
		month: `Tháng ${monthOf(day)} · ${day.year}`,
		weekday: weekday(day),
	};
}
