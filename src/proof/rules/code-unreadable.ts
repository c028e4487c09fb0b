import { diagnostic } from "../../diagnostics.ts";
import type { CodeMark } from "../../layout/sheet.ts";
import { decodeMatrix } from "../../qr/decode.ts";
import type { Rule } from "../rule.ts";

/** Sheets of one notice share their codes, and no mark is ever changed. */
const known = new WeakMap<CodeMark, boolean>();

function reads(code: CodeMark): boolean {
	const before = known.get(code);
	if (before !== undefined) return before;
	const { url, matrix, modules } = code;
	const says =
		matrix.length === modules * modules ? decodeMatrix(matrix, modules) : null;
	known.set(code, says === url);
	return says === url;
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
