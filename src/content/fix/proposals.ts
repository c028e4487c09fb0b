/** What might mend a fault: one edit, or several of which one must be right. */
import type { Diagnostic } from "../../diagnostics.ts";
import type { MessageCode, MessageParams } from "../../messages/codes.ts";
import { parseYaml } from "../parse.ts";
import { findSlips, gluedLine } from "../slips.ts";
import { type Edit, lineAt, offsetOfLine, replaceLine } from "./edit.ts";

export interface Proposal {
	readonly code: MessageCode;
	readonly line: number;
	/**
	 * More than one: each that mends the fault must give the same notice, or
	 * nobody knows which was meant.
	 */
	readonly choices: readonly Edit[];
	/** It moves lines to where they may belong; the notice must be whole for it. */
	readonly moves: boolean;
	/** Whether the letters and figures of the source stay as they are. */
	readonly keepsWords: boolean;
}

const paramsOf = <C extends MessageCode>(
	d: Diagnostic,
	code: C,
): MessageParams[C] | null =>
	// The code says which parameters there are; the union cannot.
	d.code === code ? (d.params as MessageParams[C]) : null;

/** The text that a diagnostic points at becomes another. */
function inPlace(source: string, d: Diagnostic, text: string): Edit | null {
	if (!d.place) return null;
	const start = offsetOfLine(source, d.place.line) + d.place.column - 1;
	return { start, end: start + d.place.length, text };
}

/** The whole line of a diagnostic, as its message shows it. */
function wholeLine(source: string, d: Diagnostic): Edit | null {
	const line = d.params && "line" in d.params ? d.params.line : null;
	if (!d.place || typeof line !== "string") return null;
	return replaceLine(source, offsetOfLine(source, d.place.line), line);
}

const indentOf = (line: string): number => /^ */u.exec(line)?.[0].length ?? 0;

/** Indentation by tabs, as wide as editors show them. */
function withoutTabs(source: string): readonly Edit[] {
	return [2, 4, 8].map((width) => ({
		start: 0,
		end: source.length,
		text: source.replace(/^[ \t]+/gmu, (indent) => spaces(indent, width)),
	}));
}

function spaces(indent: string, width: number): string {
	let column = 0;
	for (const c of indent) column += c === "\t" ? width - (column % width) : 1;
	return " ".repeat(column);
}

/** A line and what hangs below it, moved to where lines above it begin. */
function realigned(source: string, line: number): readonly Edit[] {
	const lines = source.split("\n");
	const own = lines[line - 1] ?? "";
	const from = indentOf(own);
	const length = lines
		.slice(line)
		.findIndex((text) => text.trim() !== "" && indentOf(text) <= from);
	const block = lines.slice(
		line - 1,
		length < 0 ? lines.length : line + length,
	);
	const above = lines.slice(Math.max(0, line - 30), line - 1);
	const columns = new Set(
		above
			.filter((text) => /^ *[^\s#]/u.test(text))
			.flatMap((text) => {
				const column = indentOf(text);
				return [column, column + 2];
			}),
	);
	const start = offsetOfLine(source, line);
	const end = start + block.join("\n").length;
	return [...columns]
		.filter((column) => column !== from)
		.map((column) => ({
			start,
			end,
			text: block
				.map((text) =>
					text.trim() === ""
						? text
						: " ".repeat(Math.max(0, indentOf(text) + column - from)) +
							text.trimStart(),
				)
				.join("\n"),
		}));
}

/**
 * A line written twice in a row, word for word; the second goes. Further apart they
 * may be of two entries, and what parted those is lost.
 */
function withoutTwin(source: string, d: Diagnostic): Edit | null {
	const params = paramsOf(d, "content/duplicate-key");
	if (!params || !d.place) return null;
	const start = offsetOfLine(source, d.place.line);
	const { text } = lineAt(source, start);
	if (d.place.line !== params.line + 1) return null;
	const first = lineAt(source, offsetOfLine(source, params.line)).text;
	const hasText = /^\s*[A-Za-z_]+:\s+[^\s|>&*]/u.test(text);
	if (!hasText || text.trimEnd() !== first.trimEnd()) return null;
	return { start, end: start + text.length + 1, text: "" };
}

/** Every fault that has an edit; `faults` are what reading the source gave. */
export function proposalsFor(
	source: string,
	faults: readonly Diagnostic[],
): readonly Proposal[] {
	return [
		...faults.flatMap((d) => ofFault(source, d)),
		...ofSlips(source),
	].toSorted((a, b) => a.line - b.line);
}

function ofSlips(source: string): readonly Proposal[] {
	const yaml = parseYaml(source);
	return findSlips(yaml, source).flatMap(({ code, start, edit }) => {
		if (!edit) return [];
		const { line } = yaml.lines.linePos(start);
		return [{ code, line, choices: [edit], moves: false, keepsWords: true }];
	});
}

function ofFault(source: string, d: Diagnostic): readonly Proposal[] {
	const { code } = d;
	const line = d.place?.line ?? 0;
	const one = (edit: Edit | null, keepsWords = true): readonly Proposal[] =>
		edit ? [{ code, line, choices: [edit], moves: false, keepsWords }] : [];
	const moved = (choices: readonly Edit[]): readonly Proposal[] => [
		{ code, line, choices, moves: true, keepsWords: true },
	];
	switch (code) {
		case "content/colon":
		case "content/quote":
		case "content/unclosed":
			return one(wholeLine(source, d));
		case "content/space":
			return one(gluedLine(source, offsetOfLine(source, line))?.edit ?? null);
		case "content/indent":
			return moved(realigned(source, line));
		case "content/yaml": {
			const isTab = paramsOf(d, code)?.rule === "TAB_AS_INDENT";
			return isTab ? moved(withoutTabs(source)) : [];
		}
		case "content/duplicate-key":
			return one(withoutTwin(source, d), false);
		case "content/date": {
			const iso = paramsOf(d, code)?.iso ?? null;
			return iso === null ? [] : one(inPlace(source, d, iso), false);
		}
		case "content/choice": {
			const params = paramsOf(d, code);
			return params?.sure && params.suggestion !== null
				? one(inPlace(source, d, params.suggestion), false)
				: [];
		}
		case "content/unknown-key": {
			const params = paramsOf(d, code);
			const key = params?.allowed.find(
				(name) => name === params.key.trim().toLowerCase(),
			);
			return key === undefined ? [] : one(inPlace(source, d, key), false);
		}
		default:
			return [];
	}
}
