/** Where a text begins with a strong sentence. */
import type { Span } from "../../model/announcement.ts";

/** A strong sentence at the start stands on lines of its own. */
export function splitRunIn(spans: readonly Span[]): {
	head: readonly Span[];
	rest: readonly Span[];
} {
	const [first, second, ...others] = spans;
	if (first === undefined || second === undefined || !first.strong)
		return { head: [], rest: spans };
	if (!/[.!?:…]\s*$/u.test(first.text)) return { head: [], rest: spans };
	return { head: [first], rest: [second, ...others] };
}
