/** Proposals for lines that YAML reads differently from their author. */
const LINE = /^(\s*(?:- )*)((?:[A-Za-z_]+:\s+)?)(.*?)(\s+#(?:\s.*)?)?$/u;
/** Quotation marks of Word around a whole text, meant for YAML. */
const CURLY = /^[“”„‟«»]([^“”„‟«»"\\]*)[“”„‟«»]$/u;

/** Nobody types a longer line, and the patterns here take its square in time. */
const MOST_LINE = 1000;

const cut = (line: string): string => `${line.trim().slice(0, 80)}…`;

/** The text as YAML reads it back, whatever is in it. */
export const doubleQuoted = (text: string): string =>
	`"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

const straight = (text: string): string => CURLY.exec(text)?.[1] ?? text;

/**
 * `- Thời gian: 7h30` → `- "Thời gian: 7h30"`. A key in front stays a key when
 * it is one of `keys`; the answer has no indentation.
 */
export function quoteLine(line: string, keys: readonly string[]): string {
	if (line.length > MOST_LINE) return cut(line);
	const match = LINE.exec(line);
	if (!match) return line.trim();
	const [, dashes = "", key = "", text = "", comment = ""] = match;
	const isKey = keys.includes(key.trim().replace(/:$/, ""));
	const said = straight((isKey ? text : key + text).trim());
	return `${dashes.trimStart()}${isKey ? key : ""}${doubleQuoted(said)}${comment}`;
}

/**
 * The same for one field between braces: `{ title: Mức 1: tại nhà, icon: home }`.
 * `start` is the offset in the line where the text begins.
 */
export function quoteInBraces(line: string, start: number): string {
	if (line.length > MOST_LINE) return cut(line);
	const rest = line.slice(start);
	const length = rest.search(/\s*(?:[,}\]]|$)/u);
	const text = straight(rest.slice(0, length));
	return `${line.slice(0, start)}${doubleQuoted(text)}${rest.slice(length)}`.trim();
}
