import { diagnostic } from "../../diagnostics.ts";
import type { CodeMark } from "../../layout/sheet.ts";
import { decodeMatrix } from "../../qr/decode.ts";
import type { Rule } from "../rule.ts";

interface Verdict {
	readonly matrix: Uint8Array;
	readonly reads: boolean;
}

/**
 * Reading takes ten milliseconds, and the same code stands on every sheet of
 * every village. The answer depends on nothing else, so remembering it is safe.
 */
const known = new Map<string, Verdict>();
const MOST_KNOWN = 64;

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((module, i) => module === b[i]);

function reads({ url, matrix, modules }: CodeMark): boolean {
	if (matrix.length !== modules * modules) return false;
	const before = known.get(url);
	if (before !== undefined && equal(before.matrix, matrix)) return before.reads;
	const verdict = {
		matrix: matrix.slice(),
		reads: decodeMatrix(matrix, modules) === url,
	};
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(url, verdict);
	return verdict.reads;
}

/** Every code says exactly what its address is. */
export const codeUnreadable: Rule = ({ page }) =>
	page.codes
		.filter(({ code }) => !reads(code))
		.map(({ code }) =>
			diagnostic("error", "proof/code-unreadable", code.path, {
				url: code.url,
			}),
		);
