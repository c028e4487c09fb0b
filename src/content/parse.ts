/** YAML as notices use it. */
import { type Document, LineCounter, parseDocument } from "yaml";

export interface ParsedYaml {
	readonly document: Document.Parsed;
	readonly lines: LineCounter;
}

/** May throw: the parser is recursive. */
export function parseYaml(source: string): ParsedYaml {
	const lines = new LineCounter();
	const document = parseDocument(source, {
		// Every value is the text that was typed: `0274…`, `yes` and `1.10` too.
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
	});
	return { document, lines };
}
