/** Looks for letters that cannot be set, before anything is set. */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Typeface, Weight } from "../fonts/face.ts";
import {
	codePointName,
	type MissingCharacter,
	missingCharacters,
} from "../fonts/missing.ts";
import type { Announcement, Text } from "../model/announcement.ts";
import { textsOf } from "../model/texts.ts";

/** A family's weights may have been drawn by different hands; a theme mixes them all. */
const WEIGHTS: readonly Weight[] = [400, 500, 600, 700, 800];

/** All forms of a text, for every sheet: what is wrong in one is wrong in the file. */
const wordsOf = ({ long, short }: Text): string =>
	[...long, ...(short ?? [])].map((span) => span.text).join("\n");

/** Every character a text has that the typeface lacks, each once for each field. */
export function missingLetters(
	notice: Announcement,
	typeface: Typeface,
): readonly Diagnostic[] {
	const faces = WEIGHTS.map((weight) => typeface.face(weight));
	const has = (codePoint: number): boolean =>
		codePoint === LINE_END || faces.every((face) => face.has(codePoint));
	const texts = textsOf(notice);
	// Mostly none is missing, and each letter of all the texts is looked for once.
	const letters = [...new Set(texts.map(wordsOf).join("\n"))].join("\n");
	if (missingCharacters(letters, { has }).length === 0) return [];
	const seen = new Set<string>();
	return texts.flatMap((text) =>
		missingCharacters(wordsOf(text), { has })
			.filter(({ codePoint }) => isNew(seen, `${codePoint} ${text.path}`))
			.map((missing) => report(missing, text.path, typeface.family)),
	);
}

const LINE_END = 0x0a;

function isNew(seen: Set<string>, key: string): boolean {
	if (seen.has(key)) return false;
	seen.add(key);
	return true;
}

const report = (
	{ character, codePoint, instead }: MissingCharacter,
	path: string,
	family: string,
): Diagnostic =>
	diagnostic("error", "fonts/missing-glyph", path, {
		character,
		codePoint: codePointName(codePoint),
		family,
		instead,
	});
