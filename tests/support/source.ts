/** Reads TypeScript just far enough to know what a file imports and what it says outside of texts. */

export interface ScannedSource {
	/** Comments are gone; each string is its number in `strings`, in quotation marks. */
	readonly code: string;
	readonly strings: readonly string[];
}

/** After these a slash begins a regular expression; after anything else it divides. */
const BEFORE_REGEX =
	/(?:^|[=(,:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

const QUOTES = ['"', "'"];

export function scanSource(source: string): ScannedSource {
	const strings: string[] = [];
	let code = "";
	let at = 0;
	/** Depth of braces at which each open `${` ends. */
	const templates: number[] = [];
	let depth = 0;

	const until = (end: RegExp): string => {
		end.lastIndex = at;
		const match = end.exec(source);
		const stop = match === null ? source.length : match.index + match[0].length;
		const taken = source.slice(at, stop);
		at = stop;
		return taken;
	};
	/** From behind a back-tick or a closing brace to the next `${` or back-tick. */
	const template = (): void => {
		const text = until(/(?<!\\)(?:\\\\)*(?:\$\{|`)/g);
		if (!text.endsWith("${")) return;
		templates.push(depth);
		depth += 1;
		code += " ";
	};

	while (at < source.length) {
		const character = source[at] ?? "";
		const two = source.slice(at, at + 2);
		if (two === "//") until(/(?=\n)/g);
		else if (two === "/*") {
			until(/\*\//g);
			code += " ";
		} else if (QUOTES.includes(character)) {
			const text = /^(["'])((?:\\.|(?!\1)[^\\])*)\1/s.exec(source.slice(at));
			at += text?.[0].length ?? 1;
			code += `"${strings.push(text?.[2] ?? "") - 1}"`;
		} else if (character === "`") {
			at += 1;
			template();
		} else if (character === "/" && BEFORE_REGEX.test(code)) {
			const regex = /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/\w*/.exec(
				source.slice(at),
			);
			at += regex?.[0].length ?? 1;
			code += " 0 ";
		} else {
			at += 1;
			if (character === "{") depth += 1;
			if (character === "}") {
				depth -= 1;
				if (templates.at(-1) === depth) {
					templates.pop();
					template();
					continue;
				}
			}
			code += character;
		}
	}
	return { code, strings };
}

const IMPORTS = [
	/\b(?:import|export)\b[^;"()=]*?\bfrom\s*"(\d+)"/g,
	/\bimport\s*"(\d+)"/g,
	/\bimport\s*\(\s*"(\d+)"\s*\)/g,
];

/** What a file imports, as written, types too; in no order. */
export function importsOf(source: string): readonly string[] {
	const { code, strings } = scanSource(source);
	return IMPORTS.flatMap((pattern) =>
		[...code.matchAll(pattern)].map((match) => strings[Number(match[1])] ?? ""),
	);
}
