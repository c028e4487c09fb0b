/** A typeface of counted widths: every letter 0.6 em wide, so places can be reckoned by hand. */
import type {
	Cut,
	Face,
	Glyph,
	InkBox,
	Typeface,
} from "../../src/fonts/face.ts";

export const MONO_ADVANCE = 0.6;
export const MONO_CAP_HEIGHT = 0.74;
export const MONO_X_HEIGHT = 0.54;
/** What hangs below the line, of letters that do: g, p, ạ, a comma. */
export const MONO_DESCENT = 0.22;
/** What an accent adds on top, and each further one. */
export const MONO_ACCENT = 0.22;

const SIDE = 0.05;
const NARROW = /[acemnorsuvwxzđơưıgpqy]/;
const HANGING = /[gpqyj,;()[\]{}Q_]/;
const BELOW = "\u0323";
const ABOVE = /[\u0300-\u0309\u0302\u0306]/g;

/** Everything is there but what is not in the Basic Multilingual Plane, and the arrows. */
const has = (codePoint: number): boolean =>
	codePoint < 0x10000 && !(codePoint >= 0x2190 && codePoint <= 0x21ff);

export const monoTypeface: Typeface = {
	family: "Mono",
	face: (cut) => monoFace(cut),
};

export const monoFace = (weight: Cut): Face => ({
	family: "Mono",
	weight,
	capHeight: MONO_CAP_HEIGHT,
	has,
	shape: (text) => [...text].map(monoGlyph),
	inkShare: () => 0.5,
});

function monoGlyph(letter: string): Glyph {
	const codePoint = letter.codePointAt(0) ?? 0;
	return {
		id: codePoint,
		advance: MONO_ADVANCE,
		codePoints: [codePoint],
		ink: monoInk(letter),
	};
}

function monoInk(letter: string): InkBox | null {
	if (/\s/u.test(letter)) return null;
	const parts = letter.normalize("NFD");
	const base = parts[0] ?? "";
	const accents = parts.match(ABOVE)?.length ?? 0;
	const body = NARROW.test(base) ? MONO_X_HEIGHT : MONO_CAP_HEIGHT;
	const hangs = HANGING.test(base) || parts.includes(BELOW);
	return {
		left: SIDE,
		right: MONO_ADVANCE - SIDE,
		bottom: hangs ? -MONO_DESCENT : 0,
		top: body + accents * MONO_ACCENT,
	};
}
