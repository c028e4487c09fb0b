/** What a YAML holds, remembered for the last one: several parts ask at each key. */
import { parseYaml } from "../content/parse.ts";
import { MOST_CHARACTERS } from "../content/read.ts";

let known: { readonly source: string; readonly value: unknown } | null = null;

/** undefined when it cannot be read, or is far too long to be. */
export function yamlValue(source: string): unknown {
	if (known?.source !== source) known = { source, value: readValue(source) };
	return known.value;
}

function readValue(source: string): unknown {
	if (source.length > MOST_CHARACTERS) return undefined;
	try {
		const { document } = parseYaml(source);
		if (document.errors.length > 0) return undefined;
		const value: unknown = document.toJS({ maxAliasCount: 100 });
		return value;
	} catch {
		return undefined;
	}
}
