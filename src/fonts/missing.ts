/** Characters a font does not have, and what to write instead. */
import type { Face } from "./face.ts";

export interface MissingCharacter {
	readonly character: string;
	readonly codePoint: number;
	/** What to write instead; null when we know of nothing. */
	readonly instead: string | null;
}

/**
 * What remains of a mark after NFC: no letter of the font carries it, and laid
 * over another by itself it would touch.
 */
const LOOSE_MARK = /\p{M}/u;

/** Each once, in the order of the text; a loose mark is shown on its letter. */
export function missingCharacters(
	text: string,
	face: Pick<Face, "has">,
): readonly MissingCharacter[] {
	const missing = new Map<number, MissingCharacter>();
	let before = "";
	for (const character of text) {
		const codePoint = character.codePointAt(0);
		if (codePoint === undefined) continue;
		const isLoose = LOOSE_MARK.test(character);
		if ((isLoose || !face.has(codePoint)) && !missing.has(codePoint))
			missing.set(codePoint, {
				character: isLoose ? before + character : character,
				codePoint,
				instead: SUBSTITUTES.get(character) ?? null,
			});
		before = character;
	}
	return [...missing.values()];
}

/** "U+2192", as people look characters up. */
export const codePointName = (codePoint: number): string =>
	`U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** Words where words are plainer than signs; "" where the character can go. */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
	["→", "đến"],
	["⇒", "thì"],
	["➔", "đến"],
	["➜", "đến"],
	["←", "từ"],
	["↑", "lên"],
	["↓", "xuống"],
	["↔", "–"],
	["✓", "có"],
	["✔", "có"],
	["☑", "có"],
	["✗", "không"],
	["✘", "không"],
	["☐", "–"],
	["□", "–"],
	["■", "–"],
	["▪", "•"],
	["●", "•"],
	["○", "•"],
	["◦", "•"],
	["★", "*"],
	["☆", "*"],
	["☎", "ĐT:"],
	["☏", "ĐT:"],
	["📞", "ĐT:"],
	["📱", "ĐT:"],
	["📅", "ngày"],
	["📍", "tại"],
	["⏰", "lúc"],
	["⚠", "chú ý:"],
	["№", "số"],
	["′", "'"],
	["″", '"'],
	["⁄", "/"],
	["‑", "-"],
	["−", "–"],
	["①", "1."],
	["②", "2."],
	["③", "3."],
	["④", "4."],
	["⑤", "5."],
	["⑥", "6."],
	["⑦", "7."],
	["⑧", "8."],
	["⑨", "9."],
	["⑩", "10."],
	["\u2009", " "],
	["\u202f", " "],
	["\u3000", " "],
	["\u00ad", ""],
	["\u200b", ""],
	["\u200c", ""],
	["\u200d", ""],
	["\u200e", ""],
	["\u200f", ""],
	["\u2060", ""],
	["\ufe0e", ""],
	["\ufe0f", ""],
	["\ufeff", ""],
]);
