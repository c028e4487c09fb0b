/** Vietnamese syllables by their shape: enough to tell text from garble. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const SHAPE = new RegExp(
	`^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?${"(?:uyê|uya|uyu|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iê|yê|uô|ươ|ưa|ua|ia|oa|oă|oe|uâ|uê|uơ|uy|oo|[aăâeêioôơuưy])"}(?:ch|ng|nh|[cmnptiyou])?$`,
	"u",
);

function isSyllable(word: string): boolean {
	const apart = word.toLowerCase().normalize("NFD");
	const tones = apart.match(TONES)?.length ?? 0;
	return tones <= 1 && SHAPE.test(apart.replace(TONES, "").normalize("NFC"));
}

const NOT_ASCII = /[^\p{ASCII}]/u;
/** Between syllables; dashes and curly quotes are no letters of theirs. */
const BETWEEN = /[\s\p{ASCII}–—…“”‘’•]+/u;
const ASCII_LETTER = /[A-Za-z]/u;

export interface Fit {
	/** Words with letters outside ASCII. */
	readonly words: number;
	/** The share of them that are Vietnamese syllables. */
	readonly share: number;
}

/** How much of a text is Vietnamese, by its words that have accents. */
export function vietnameseFit(text: string): Fit {
	const words = text
		.split(/[^\S]+/u)
		.flatMap(splitAtPunctuation)
		.filter((word) => NOT_ASCII.test(word));
	const fits = words.filter(isSyllable).length;
	return { words: words.length, share: fits / Math.max(1, words.length) };
}

/** ASCII punctuation and typographic marks end a word; anything else stays in it. */
const splitAtPunctuation = (word: string): readonly string[] =>
	[...word]
		.map((c) => (BETWEEN.test(c) && !ASCII_LETTER.test(c) ? " " : c))
		.join("")
		.split(" ");
