/**
 * Where a Vietnamese line may end. Each gap between two words gets a cost; the
 * breaker weighs costs against raggedness. A space in Vietnamese divides
 * syllables, not words, so most of these rules keep words whole.
 */
import { compoundLength } from "./compounds.ts";

/** Broken only when nothing else fits the measure. */
export const BOUND = 400;
/** A bound group too long for its measure falls back to this. */
export const RELEASED = 14;
/** Worth a further line. */
export const COMPOUND = 120;
/** Between the parts of a long compound. */
const JOINT = 50;
const FUNCTION_WORD = 7;
/** "tài khoản VNeID": a name completes the noun before it. */
const NAME_AFTER_NOUN = 6;
const SENTENCE_START = 12;

/** A line should not end on these; a headline likes to break before them. */
const FUNCTION_WORDS = new Set(
	"bằng của cho và tại từ đến theo với để trong khi về là hoặc hay do ở vào trên dưới các những một mỗi mọi không chưa phải đã sẽ được bị thì mà nếu khi cùng như vì nhưng đang hãy".split(
		" ",
	),
);

/** Nouns that a number completes: "ấp 3", "ngày 01/7". */
const COUNTED = new Set(
	"mức ấp thôn bản tổ khu thứ ngày tháng năm khoản điều điểm câu số bước trang xã phường quận khóm đường hẻm lúc đợt lần mục mồng mùng tuần quý kỳ khóa khoá lớp khối quầy tầng tuyến loại hạng nhóm vùng giờ phố".split(
		" ",
	),
);

/** Titles that belong to the name behind them: "tỉnh Bình Dương". */
const PLACE_TITLES = new Set(
	"tỉnh xã huyện phường quận thôn ấp bản khóm ubnd hđnd ông bà".split(" "),
);

/** What a time of day completes: "trước 8:00". */
const BEFORE_TIMES = new Set("trước sau từ đến tới lúc khoảng".split(" "));

const WEEKDAYS = new Set("hai ba tư năm sáu bảy nhật".split(" "));

const bare = (word: string): string =>
	word.replace(/^[("“‘[]+|[)"”’\].,;:!?…]+$/gu, "");
const isNumber = (word: string): boolean =>
	/^[+]?\d[\d.,:/h-]*%?$/u.test(bare(word));
const isRoman = (word: string): boolean => /^[IVX]+$/u.test(bare(word));
const isTime = (word: string): boolean => /^\d{1,2}[:h]\d{0,2}/u.test(word);
/** "UBND", "TB": what a number after it belongs to. */
const isAbbreviation = (word: string): boolean =>
	/^\p{Lu}{2,}$/u.test(bare(word));
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(bare(word));
const endsSentence = (word: string): boolean => /[.!?…]["”’)]*$/u.test(word);
const endsPhrase = (word: string): boolean => /[.,;:!?…]["”’)]*$/u.test(word);
const isDash = (word: string): boolean => /^[–—-]$/u.test(word);

function isBound(
	words: readonly string[],
	i: number,
	lower: readonly string[],
): boolean {
	const left = words[i - 1] ?? "";
	const right = words[i] ?? "";
	if (isDash(right)) return true;
	if (isDash(left))
		return isNumber(right) && isNumber(words[i - 2] ?? "") && i >= 2;
	if (endsPhrase(left)) return false;
	const leftLower = lower[i - 1] ?? "";
	const rightLower = lower[i] ?? "";
	if (leftLower === "thứ" && WEEKDAYS.has(rightLower)) return true;
	if (leftLower === "chủ" && rightLower === "nhật") return true;
	if (COUNTED.has(leftLower) && (isNumber(right) || isRoman(right)))
		return true;
	if (BEFORE_TIMES.has(leftLower) && isTime(right)) return true;
	if (isNumber(left) && (isNumber(right) || /^[\p{L}°]/u.test(right)))
		return true;
	if (isAbbreviation(left) && isNumber(right)) return true;
	if (PLACE_TITLES.has(leftLower) && isCapitalised(right)) return true;
	// A row of capitalised syllables is a name; the first word of a sentence is not.
	const leftOpens = i === 1 || endsSentence(words[i - 2] ?? "");
	return isCapitalised(left) && isCapitalised(right) && !leftOpens;
}

/** Where a long compound is put together: "dịch vụ" and "công", "bảo hiểm" and "y tế". */
function jointsOf(syllables: readonly string[]): ReadonlySet<number> {
	const joints = new Set<number>();
	for (let i = 0; i < syllables.length; ) {
		const rest = syllables.slice(i);
		// The whole is a compound too: look for what is shorter.
		const inner = i === 0 ? rest.slice(0, -1) : rest;
		i += compoundLength(inner, 0);
		if (i < syllables.length) joints.add(i);
	}
	return syllables.length > 2 ? joints : new Set();
}

/** Cost of ending a line before word `i`, for every `i`; the first is 0. */
export function breakCosts(words: readonly string[]): number[] {
	const lower = words.map((word) => bare(word).toLowerCase());
	const costs = words.map((_, i): number => {
		if (i === 0) return 0;
		if (isBound(words, i, lower)) return BOUND;
		const left = words[i - 1] ?? "";
		if (!endsPhrase(left) && FUNCTION_WORDS.has(lower[i - 1] ?? ""))
			return FUNCTION_WORD;
		const startsSentence = i === 1 || endsSentence(words[i - 2] ?? "");
		if (startsSentence) return SENTENCE_START;
		return isCapitalised(words[i] ?? "") && !endsPhrase(left)
			? NAME_AFTER_NOUN
			: 0;
	});
	for (let i = 0; i < words.length; ) {
		const length = compoundLength(lower, i);
		const joints = jointsOf(lower.slice(i, i + length));
		for (let k = 1; k < length; k++) {
			if (endsPhrase(words[i + k - 1] ?? "")) break;
			const cost = joints.has(k) ? JOINT : COMPOUND;
			costs[i + k] = Math.max(costs[i + k] ?? 0, cost);
		}
		i += length;
	}
	return costs;
}

/** A headline reads well when a line begins with such a word. */
export const opensLineWell = (word: string): boolean =>
	FUNCTION_WORDS.has(bare(word).toLowerCase());
