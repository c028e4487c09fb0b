/**
 * Whether what a notice says can be true: days of the week, periods, telephone
 * numbers, spelling. Warnings, for no program knows what an author means.
 */

import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import {
	type CalendarDate,
	compareDates,
	numericDate,
	parseIsoDate,
	weekday,
} from "../model/dates.ts";
import { WEEKDAYS } from "./local-dates.ts";
import { formatPath, type Path } from "./path.ts";

interface Written {
	readonly path: Path;
	readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Fields that are no prose. */
const NOT_PROSE: ReadonlySet<string> = new Set([
	"url",
	"icon",
	"villages",
	"font",
	"id",
	"trust",
	"logo",
]);

function writtenIn(value: unknown, path: Path): readonly Written[] {
	if (typeof value === "string") return [{ path, text: value }];
	if (Array.isArray(value))
		return value.flatMap((item, index) => writtenIn(item, [...path, index]));
	return Object.entries(fieldsOf(value)).flatMap(([key, inner]) =>
		NOT_PROSE.has(key) ? [] : writtenIn(inner, [...path, key]),
	);
}

const warn = <C extends MessageCode>(
	code: C,
	path: Path,
	params: MessageParams[C],
): Diagnostic => diagnostic("warning", code, formatPath(path), params);

/** The days a notice is about, as far as they are days. */
interface Days {
	readonly dated: CalendarDate | null;
	readonly from: CalendarDate | null;
	/** The last day of what is announced. */
	readonly last: CalendarDate | null;
	readonly lastKey: "on" | "until";
	readonly posted: CalendarDate | null;
	readonly postedUntil: CalendarDate | null;
}

const dayIn = (value: unknown): CalendarDate | null =>
	typeof value === "string" ? parseIsoDate(value.trim()) : null;

function daysOf(notice: Fields): Days {
	const [when, post] = [fieldsOf(notice.when), fieldsOf(notice.post)];
	const on = dayIn(when.on);
	return {
		dated: dayIn(notice.date),
		from: dayIn(when.from) ?? on,
		last: on ?? dayIn(when.until),
		lastKey: on === null ? "until" : "on",
		posted: dayIn(post.from),
		postedUntil: dayIn(post.until),
	};
}

const isBefore = (a: CalendarDate | null, b: CalendarDate | null): boolean =>
	a !== null && b !== null && compareDates(a, b) < 0;

const dayName = (date: CalendarDate | null): string =>
	date === null ? "" : numericDate(date);

/** What is over before it is announced or posted has a slip in its year. */
function checkPeriods(days: Days): readonly Diagnostic[] {
	const { dated, last, lastKey, posted, postedUntil, from } = days;
	const at = ["when", lastKey];
	return [
		...(isBefore(last, dated)
			? [
					warn("content/over-before-dated", at, {
						last: dayName(last),
						dated: dayName(dated),
					}),
				]
			: []),
		...(isBefore(last, posted)
			? [
					warn("content/over-before-posted", ["post", "from"], {
						last: dayName(last),
						posted: dayName(posted),
					}),
				]
			: []),
		...(isBefore(postedUntil, from)
			? [
					warn("content/taken-down-early", ["post", "until"], {
						until: dayName(postedUntil),
						from: dayName(from),
					}),
				]
			: []),
	];
}

/** Days that are over on this one; only ever asked when a run names a day. */
export function pastDays(raw: unknown, today: string): readonly Diagnostic[] {
	const now = parseIsoDate(today);
	const { last, lastKey, postedUntil } = daysOf(fieldsOf(raw));
	return [
		...(isBefore(last, now)
			? [warn("content/past", ["when", lastKey], { date: dayName(last) })]
			: []),
		...(isBefore(postedUntil, now)
			? [
					warn("content/past", ["post", "until"], {
						date: dayName(postedUntil),
					}),
				]
			: []),
	];
}

const DAY =
	"(?:thứ\\s+(?<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ\\s+nhật|CN))";
const DATE =
	"(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})(?:[/.-](?<year>\\d{4}))?(?![\\d/])";
const SPOKEN = new RegExp(
	`(?<![\\p{L}\\d])${DAY}\\s*[,(–-]?\\s*(?:ngày\\s+)?${DATE}`,
	"giu",
);
const SPOKEN_AFTER = new RegExp(
	`(?<![\\d/])${DATE}\\s*[,(]\\s*${DAY}(?![\\p{L}\\d])`,
	"giu",
);

/** Whether any may be there at all; mostly none is. */
const mayBe = (pattern: RegExp, all: string): boolean =>
	all.search(pattern) >= 0;

/** "Thứ Hai, 08/12" where the eighth of December is a Tuesday. */
function checkWeekdays(
	{ path, text }: Written,
	years: readonly number[],
): readonly Diagnostic[] {
	const found = [...text.matchAll(SPOKEN), ...text.matchAll(SPOKEN_AFTER)];
	return found.flatMap(({ groups = {}, 0: said }) => {
		const typed = (groups.name ?? "").toLowerCase();
		const name = groups.sunday === undefined ? WEEKDAYS[typed] : "Chủ nhật";
		const two = (part: string | undefined): string =>
			(part ?? "").padStart(2, "0");
		const dates = (groups.year === undefined ? years : [Number(groups.year)])
			.map((year) =>
				parseIsoDate(
					`${String(year).padStart(4, "0")}-${two(groups.month)}-${two(groups.day)}`,
				),
			)
			.filter((date) => date !== null);
		const [first] = dates;
		if (name === undefined || first === undefined) return [];
		if (dates.some((date) => weekday(date) === name)) return [];
		return [
			warn("content/weekday", path, {
				said,
				date: numericDate(first),
				weekday: weekday(first),
			}),
		];
	});
}

const OLD_TONES = /(?<![qQ\p{M}])(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/iu;
const NEW_TONES = /(?<![qQ\p{M}])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu;

/** The office's own name is spelt so by law, whatever the author's style. */
const OFFICE = /(?<!\p{L})ủy ban(?!\p{L})/giu;

const wordWith = (text: string, pattern: RegExp): string | null => {
	const match = pattern.exec(text);
	if (match === null) return null;
	const before = /\p{L}*$/u.exec(text.slice(0, match.index))?.[0] ?? "";
	return `${before}${match[0]}`;
};

/** "hòa" and "hoà" are both right; not in one notice. */
function checkTones(
	texts: readonly Written[],
	all: string,
): readonly Diagnostic[] {
	if (!mayBe(NEW_TONES, all) || !mayBe(OLD_TONES, all)) return [];
	const old = texts.flatMap(
		({ text }) => wordWith(text.replace(OFFICE, ""), OLD_TONES) ?? [],
	);
	const recent = texts.flatMap(({ path, text }) => {
		const word = wordWith(text, NEW_TONES);
		return word === null ? [] : [{ path, word }];
	});
	const [first] = old;
	const [second] = recent;
	if (first === undefined || second === undefined) return [];
	return [
		warn("content/tone-marks", second.path, { first, second: second.word }),
	];
}

/** Known to offices, not to everyone who reads a board. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
	UBND: "Ủy ban nhân dân",
	HĐND: "Hội đồng nhân dân",
	BHYT: "bảo hiểm y tế",
	BHXH: "bảo hiểm xã hội",
	CCCD: "căn cước công dân",
	TTHC: "thủ tục hành chính",
	GPLX: "giấy phép lái xe",
	MTTQ: "Mặt trận Tổ quốc",
	GCNQSDĐ: "giấy chứng nhận quyền sử dụng đất",
	PCCC: "phòng cháy, chữa cháy",
	NVH: "nhà văn hóa",
	TDP: "tổ dân phố",
	SXH: "sốt xuất huyết",
};

/** Tone marks may stand on either vowel. */
const plainly = (text: string): string =>
	text
		.normalize("NFD")
		.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "")
		.toLowerCase();

const abbreviation = (short: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\d])(?:${short})(?![\\p{L}\\d])`, "u");
const ABBREVIATION = abbreviation(Object.keys(ABBREVIATIONS).join("|"));

function checkAbbreviations(
	texts: readonly Written[],
	all: string,
): readonly Diagnostic[] {
	if (!mayBe(ABBREVIATION, all)) return [];
	const said = plainly(all);
	return Object.entries(ABBREVIATIONS).flatMap(([short, long]) => {
		const used = abbreviation(short);
		const first = texts.find(({ text }) => used.test(text));
		if (first === undefined || said.includes(plainly(long))) return [];
		return [warn("content/abbreviation", first.path, { short, long })];
	});
}

const EMERGENCY = /^11[1-9]$/;
const HOTLINE = /^1[89]00\d{4,6}$/;
/** 10 digits for mobiles and most exchanges, 11 for those of two cities. */
const PHONE = /^(?:0[2-9]\d{8}|02\d{9})$/;

export function isPhone(typed: string): boolean {
	const digits = typed
		.replace(/^\s*\+?84(?=[\s.]*\d)/u, "0")
		.replace(/[\s.()-]/gu, "");
	return EMERGENCY.test(digits) || HOTLINE.test(digits) || PHONE.test(digits);
}

function checkPhone(notice: Fields): readonly Diagnostic[] {
	const { phone } = fieldsOf(notice.contact);
	if (typeof phone !== "string") return [];
	return phone
		.split(/[,;/–]|\s-\s|hoặc/u)
		.map((one) => one.replace(/\([^)\d]*\)|[^\d\s.()+-]/gu, "").trim())
		.filter((one) => /\d/.test(one) && !isPhone(one))
		.map((one) => warn("content/phone", ["contact", "phone"], { phone: one }));
}

/** Everything in a notice that can hardly be meant. */
export function senseOf(raw: unknown): readonly Diagnostic[] {
	const notice = fieldsOf(raw);
	const texts = writtenIn(notice, []).map(({ path, text }) => ({
		path,
		text: text.normalize("NFC"),
	}));
	const all = texts.map(({ text }) => text).join("\n");
	const days = daysOf(notice);
	const years = [days.dated, days.from, days.last]
		.filter((date) => date !== null)
		.map(({ year }) => year);
	return [
		...checkPeriods(days),
		...(mayBe(SPOKEN, all) || mayBe(SPOKEN_AFTER, all)
			? texts.flatMap((text) => checkWeekdays(text, [...new Set(years)]))
			: []),
		...checkTones(texts, all),
		...checkAbbreviations(texts, all),
		...checkPhone(notice),
	];
}
