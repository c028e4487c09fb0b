import { diagnostic } from "../../diagnostics.ts";
import type { CodeMark } from "../../layout/sheet.ts";
import { decodeMatrix } from "../../qr/decode.ts";
import type { Rule } from "../rule.ts";

const reads = ({ url, matrix, modules }: CodeMark): boolean =>
	matrix.length === modules * modules && decodeMatrix(matrix, modules) === url;

/** Every code says exactly what its address is. */
export const codeUnreadable: Rule = ({ page }) =>
	page.codes
		.filter(({ code }) => !reads(code))
		.map(({ code }) =>
			diagnostic("error", "proof/code-unreadable", code.path, {
				url: code.url,
			}),
		);
