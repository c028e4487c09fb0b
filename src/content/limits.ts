/**
 * How much one notice may hold. Two pages of A4 take some 800 words, 4,000
 * characters; far beyond that no layout need be tried.
 */
import type { MessageParams } from "../messages/codes.ts";
import type { Path } from "./path.ts";

export const MOST_IN_TEXT = 6_000;
export const MOST_IN_NOTICE = 20_000;
export const MOST_VALUES = 2_000;

export interface TooMuch {
	/** The value with which it is too much. */
	readonly path: Path;
	readonly params: MessageParams["content/too-long"];
}

/** The first value that is too long or one too many; null for what a sheet might hold. */
export function tooMuch(raw: unknown): TooMuch | null {
	let [values, letters] = [0, 0];
	const over = (value: string, path: Path): TooMuch | null => {
		values += 1;
		letters += value.length;
		const found = (what: TooMuch["params"]["what"], most: number): TooMuch => ({
			path,
			params: { what, most },
		});
		if (value.length > MOST_IN_TEXT) return found("text", MOST_IN_TEXT);
		if (letters > MOST_IN_NOTICE) return found("notice", MOST_IN_NOTICE);
		return values > MOST_VALUES ? found("values", MOST_VALUES) : null;
	};
	const search = (value: unknown, path: Path): TooMuch | null => {
		if (typeof value === "string") return over(value, path);
		if (typeof value !== "object" || value === null) return over("", path);
		const steps: readonly (readonly [string | number, unknown])[] =
			Array.isArray(value) ? [...value.entries()] : Object.entries(value);
		for (const [step, part] of steps) {
			const found = search(part, [...path, step]);
			if (found !== null) return found;
		}
		// Repeated by aliases, empty lists cost time too.
		return steps.length === 0 ? over("", path) : null;
	};
	return search(raw, []);
}
