/** Completion and hover of the YAML, from the schema. */
import type {
	Completion,
	CompletionContext,
	CompletionResult,
} from "@codemirror/autocomplete";
import { parseYaml } from "../content/parse.ts";
import type { Path } from "../content/path.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import {
	blockOf,
	type Entry,
	type Field,
	fieldAt,
	isMapValue,
	type MapField,
} from "./fields.ts";
import { keyAt, placeAt } from "./yaml-place.ts";

/** What the YAML holds so far; an unfinished line is overlooked. */
function soFar(source: string): unknown {
	try {
		const { document } = parseYaml(source);
		return document.toJS({ maxAliasCount: 100 });
	} catch {
		return null;
	}
}

const valueAt = (root: unknown, path: Path): unknown => {
	let there = root;
	for (const step of path)
		there =
			isMapValue(there) || Array.isArray(there)
				? Object(there)[step]
				: undefined;
	return there;
};

function entriesOf(field: Field, value: unknown): readonly Entry[] {
	if (field.kind === "map") return field.entries;
	if (field.kind !== "blocks") return [];
	const known = blockOf(field.blocks, value);
	return known === null
		? field.blocks.flatMap(({ key, field: { entries } }) =>
				entries.filter((entry) => entry.key === key),
			)
		: known.field.entries;
}

/** What stands after a key when it is put in. */
function opening(field: Field, indent: number): string {
	const below = `\n${" ".repeat(indent + 2)}`;
	switch (field.kind) {
		case "map":
		case "named":
			return `:${below}`;
		case "list":
			return `:${below}- `;
		default:
			return ": ";
	}
}

function choices(
	field: Field,
	key: string,
	root: unknown,
	words: StudioWords,
): readonly Completion[] {
	if (field.kind === "choice")
		return field.options.map((option) => ({
			label: option,
			type: "enum",
			detail:
				words.choices[option] ??
				Object.entries(words.icons).find(([name]) => name === option)?.[1] ??
				"",
		}));
	const links = valueAt(root, ["links"]);
	return key === "link" && isMapValue(links)
		? Object.keys(links).map((label) => ({ label, type: "variable" }))
		: [];
}

/** Keys and what is chosen for them are single words, first of their line or value. */
const FIRST_WORD = /(?:^\s*|[-:]\s+)$/u;

export function complete(
	schema: MapField,
	words: StudioWords,
	{ state, pos, explicit }: CompletionContext,
): CompletionResult | null {
	const source = state.doc.toString();
	const { path, key, from, indent } = placeAt(source, pos);
	const { text: line, from: start } = state.doc.lineAt(pos);
	// Within a sentence the whole would be parsed at every key, for nothing.
	if (!FIRST_WORD.test(line.slice(0, from - start))) return null;
	const root = soFar(source);
	const field = fieldAt(schema, path, root);
	if (field === null) return null;
	const value = valueAt(root, path);
	const entries = entriesOf(field, value);
	if (key !== null) {
		const entry = entries.find((one) => one.key === key);
		const options = entry ? choices(entry.field(), key, root, words) : [];
		return options.length > 0 ? { from, options } : null;
	}
	if (from === pos && !explicit) return null;
	const there = isMapValue(value) ? value : {};
	const parent = path.findLast((step) => typeof step === "string") ?? "";
	const options = entries
		.filter(
			(entry) => !(entry.key in there) || entry.key === source.slice(from, pos),
		)
		.map((entry): Completion => {
			const one = entry.field();
			return {
				label: entry.key,
				type: "property",
				detail:
					words.fields[`${parent}.${entry.key}`] ??
					words.fields[entry.key] ??
					"",
				info: one.says,
				apply: entry.key + opening(one, indent),
				boost: entry.isNeeded ? 1 : 0,
			};
		});
	return options.length > 0 ? { from, options } : null;
}

/** What the schema says of the key at an offset. */
export function sayAt(
	schema: MapField,
	words: StudioWords,
	source: string,
	offset: number,
): { readonly label: string; readonly says: string } | null {
	const path = keyAt(source, offset);
	if (path === null) return null;
	const root = soFar(source);
	const parentPath = path.slice(0, -1);
	const parent = fieldAt(schema, parentPath, root);
	const key = String(path.at(-1));
	const field = entriesOf(parent ?? schema, valueAt(root, parentPath)).find(
		(entry) => entry.key === key,
	);
	if (parent === null || field === undefined) return null;
	const above = parentPath.findLast((step) => typeof step === "string") ?? "";
	const label = words.fields[`${above}.${key}`] ?? words.fields[key] ?? key;
	return { label, says: field.field().says };
}
