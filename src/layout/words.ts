/** Spans into words: what stays together, be it a syllable or a part of an address. */
import type { Span } from "../model/announcement.ts";

export interface Fragment {
	readonly text: string;
	readonly strong: boolean;
}
/** What stays together: a word, or a part of an address. */
export interface Word {
	readonly fragments: readonly Fragment[];
	readonly spaced: boolean;
}

export const textOf = (word: Word): string =>
	word.fragments.map(({ text }) => text).join("");

/** A host and its path; not a price such as "3.555.000/người". */
const ADDRESS = /:\/\/|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?\/|\.gov\.vn/u;

/** An address may be divided before ".gov.vn" and after "/", with nothing added. */
function divideAddress(word: string): string[] {
	if (!ADDRESS.test(word)) return [word];
	return word
		.split(/(?<=[^/:]\/)(?=[^/])|(?<=[?&=])|(?=\.gov\.vn)/u)
		.filter(Boolean);
}

/** The same where the domain is a fragment of its own, because it is strong. */
function divideHost(word: Word): Word[] {
	const at = word.fragments.findIndex(
		(fragment, i) => i > 0 && fragment.text.startsWith(".gov.vn"),
	);
	if (at < 0) return [word];
	return [
		{ fragments: word.fragments.slice(0, at), spaced: word.spaced },
		{ fragments: word.fragments.slice(at), spaced: false },
	];
}

/** Labels with dots between them, the last of letters: no number, no "v.v.". */
const HOST = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}[/,.;:)]*$/u;
const DOMAIN = ".gov.vn";

const opensDomain = (word: Word | undefined): boolean =>
	word?.spaced === false && word.fragments[0]?.text.startsWith(DOMAIN) === true;

const AFTER_DOT = /(?<=\w\.)(?=\w)/u;
/** The last two stay together: what people compare. */
const AFTER_EARLY_DOT = /(?<=\w\.)(?=[\w-]+\.)/u;

/**
 * A host after its dots, for a measure that cannot hold it whole. Its ".gov.vn"
 * is a word of its own already and follows unspaced.
 */
export function divideLabels(word: Word, next: Word | undefined): Word[] {
	const hasDomain = opensDomain(next);
	if (!hasDomain && !HOST.test(textOf(word))) return [word];
	const dot = hasDomain ? AFTER_DOT : AFTER_EARLY_DOT;
	return word.fragments.flatMap(({ text, strong }, f) =>
		text.split(dot).map((label, i) => ({
			fragments: [{ text: label, strong }],
			spaced: f === 0 && i === 0 && word.spaced,
		})),
	);
}

export function wordsOf(spans: readonly Span[], capitals: boolean): Word[] {
	const words: { fragments: Fragment[]; spaced: boolean }[] = [];
	let open = false;
	for (const span of spans) {
		const text = capitals ? span.text.toUpperCase() : span.text;
		const parts = text.split(/[ \n]+/u);
		parts.forEach((part, i) => {
			if (i > 0) open = false;
			if (part === "") return;
			const fragment = { text: part, strong: span.strong };
			const last = words.at(-1);
			if (open && last !== undefined) last.fragments.push(fragment);
			else words.push({ fragments: [fragment], spaced: words.length > 0 });
			open = true;
		});
	}
	return words.flatMap((word) => {
		const only = word.fragments.length === 1 ? word.fragments[0] : undefined;
		if (only === undefined) return divideHost(word);
		return divideAddress(only.text).map((text, i) => ({
			fragments: [{ text, strong: only.strong }],
			spaced: i === 0 && word.spaced,
		}));
	});
}
