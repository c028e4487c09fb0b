/** Spoils the text of a notice as hurried hands, bad copies and bad people do. */

/** The same numbers for the same seed, everywhere (mulberry32). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A whole number from 0, below a limit. */
	below(limit: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, limit);
	}

	of<T>(items: readonly T[], otherwise: T): T {
		return items[this.below(items.length)] ?? otherwise;
	}
}

type Mutation = (
	text: string,
	chance: Chance,
	others: readonly string[],
) => string;

const PIECES: readonly string[] = [
	": ",
	":",
	"- ",
	"- - ",
	"* ",
	"*a",
	"&a ",
	"{",
	"}",
	"[",
	"]",
	'"',
	"'",
	"|",
	">",
	"#",
	"%",
	"@",
	"`",
	"!!binary ",
	"<<: *a",
	"---\n",
	"...\n",
	"? ",
	"\t",
	"\r\n",
	"\u0000",
	"\ufeff",
	"\ufffd",
	"\u200b",
	"\u202e",
	"\u0301",
	"e\u0302\u0301",
	"Ẳ",
	"ộ",
	"😀",
	"👨‍👩‍👧",
	"中文",
	"ﷺ",
	"**",
	"{{thon}}",
	"{{",
	"null",
	"~",
	"true",
	"-1",
	"1e999",
	"0x10",
	"2024-02-30",
	"9999-99-99",
	"0000-00-00",
	"https://a b.gov.vn",
	"javascript:alert(1)",
	"http://[",
	"__proto__",
	"constructor",
	"toString",
	"see: 1\n",
	"then: next\n",
	"short: ''\n",
];

const KEYS: readonly string[] = [
	"kind",
	"title",
	"body",
	"step",
	"ask",
	"answers",
	"answer",
	"do",
	"see",
	"is",
	"table",
	"rows",
	"columns",
	"facts",
	"list",
	"note",
	"warning",
	"links",
	"url",
	"when",
	"post",
	"contact",
	"villages",
	"font",
	"trust",
	"__proto__",
];

const lineOf = (lines: readonly string[], chance: Chance): number =>
	chance.below(lines.length);

const onLines =
	(change: (lines: string[], at: number, chance: Chance) => void): Mutation =>
	(text, chance) => {
		const lines = text.split("\n");
		change(lines, lineOf(lines, chance), chance);
		return lines.join("\n");
	};

const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? "";

const MUTATIONS: readonly Mutation[] = [
	onLines((lines, at) => {
		lines.splice(at, 1);
	}),
	onLines((lines, at) => {
		lines.splice(at, 0, lines[at] ?? "");
	}),
	onLines((lines, at, chance) => {
		const [line = ""] = lines.splice(at, 1);
		lines.splice(chance.below(lines.length + 1), 0, line);
	}),
	onLines((lines, at, chance) => {
		const line = lines[at] ?? "";
		const wide = " ".repeat(chance.below(9));
		lines[at] = wide + line.trimStart();
	}),
	onLines((lines, at, chance) => {
		lines[at] = (lines[at] ?? "").replace(
			/^(\s*(?:- )*)[\w-]+:/,
			`$1${chance.of(KEYS, "kind")}:`,
		);
	}),
	onLines((lines, at, chance) => {
		const value = chance.of(PIECES, ":");
		lines[at] = (lines[at] ?? "").replace(/: .*$/, `: ${value}`);
	}),
	onLines((lines, at, chance) => {
		const long = "dài ".repeat(1 + chance.below(400)).trim();
		lines[at] = (lines[at] ?? "").replace(/: .*$/, `: ${long}`);
	}),
	onLines((lines, at, chance) => {
		const word = "w".repeat(1 + chance.below(300));
		lines[at] = (lines[at] ?? "").replace(/: .*$/, `: ${word}`);
	}),
	onLines((lines, at, chance) => {
		const line = lines[at] ?? "";
		const copies = 1 + chance.below(30);
		for (let i = 0; i < copies; i++) lines.splice(at, 0, line);
	}),
	onLines((lines, at, chance) => {
		const deep = "[".repeat(chance.below(200));
		lines[at] = `${indentOf(lines[at] ?? "")}note: ${deep}`;
	}),
	(text, chance) => {
		const at = chance.below(text.length);
		return text.slice(0, at) + chance.of(PIECES, ":") + text.slice(at);
	},
	(text, chance) => {
		const at = chance.below(text.length);
		return text.slice(0, at) + text.slice(at + 1 + chance.below(4));
	},
	(text, chance) => text.slice(0, chance.below(text.length)),
	(text, chance) => text.slice(chance.below(text.length)),
	(text, chance, others) => {
		const other = chance.of(others, text).split("\n");
		const lines = text.split("\n");
		const from = chance.below(other.length);
		const piece = other.slice(from, from + 1 + chance.below(12));
		lines.splice(lineOf(lines, chance), chance.below(6), ...piece);
		return lines.join("\n");
	},
	(text) => text.replaceAll("\n", "\r\n"),
	(text) => text.normalize("NFD"),
	(text, chance) =>
		text.replace(/\d/g, (digit) =>
			chance.below(6) === 0 ? String(chance.below(10)) : digit,
		),
	(text, chance) => {
		const depth = chance.below(12);
		const bombs = Array.from(
			{ length: depth },
			(_, i) => `b${i}: &b${i} [${i === 0 ? "x" : `*b${i - 1}, *b${i - 1}`}]`,
		);
		return `${bombs.join("\n")}\n${text}`;
	},
	(text, chance) => {
		const byte = String.fromCharCode(chance.below(32));
		const at = chance.below(text.length);
		return text.slice(0, at) + byte + text.slice(at + 1);
	},
];

/** One to four slips in one of the texts. */
export function mutated(texts: readonly string[], chance: Chance): string {
	let text = chance.of(texts, "");
	const slips = 1 + chance.below(4);
	for (let i = 0; i < slips; i++)
		text = chance.of(MUTATIONS, (same) => same)(text, chance, texts);
	return text;
}
