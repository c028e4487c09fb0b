/** The form's view of the JSON Schema: what kinds of fields there are, and where. */
import type { Path } from "../content/path.ts";
import type { Raw } from "./edit.ts";

export type Field = { readonly says: string } & (
	| { readonly kind: "text" | "line" | "date" }
	| { readonly kind: "choice"; readonly options: readonly string[] }
	| { readonly kind: "list"; readonly item: () => Field }
	| MapKind
	| { readonly kind: "named"; readonly item: () => Field }
	| { readonly kind: "blocks"; readonly blocks: readonly BlockKind[] }
);

interface MapKind {
	readonly kind: "map";
	readonly entries: readonly Entry[];
}
export type MapField = Field & MapKind;

export interface Entry {
	readonly key: string;
	readonly isNeeded: boolean;
	readonly field: () => Field;
}

/** One of several maps, told apart by a key that only it needs. */
export interface BlockKind {
	readonly key: string;
	readonly field: MapField;
}

/** What we read of JSON Schema. */
export interface JsonSchema {
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, JsonSchema>>;
	readonly description?: string;
	readonly type?: string | readonly string[];
	readonly format?: string;
	readonly enum?: readonly string[];
	readonly anyOf?: readonly JsonSchema[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly items?: JsonSchema;
	readonly additionalProperties?: JsonSchema | boolean;
}

export function readFields(schema: JsonSchema): MapField {
	const field = fieldOf(schema, schema.$defs ?? {});
	if (field.kind !== "map") throw new Error("the schema is not of a map");
	return field;
}

type Defs = Readonly<Record<string, JsonSchema>>;

function fieldOf(given: JsonSchema, defs: Defs): Field {
	const schema = resolved(given, defs);
	const says = given.description ?? schema.description ?? "";
	const { anyOf, items, properties, additionalProperties } = schema;
	if (schema.enum !== undefined)
		return { kind: "choice", says, options: schema.enum };
	if (anyOf !== undefined) {
		const maps = anyOf.filter((one) => one.properties !== undefined);
		return maps.length === anyOf.length
			? { kind: "blocks", says, blocks: maps.map((one) => block(one, defs)) }
			: { kind: "text", says };
	}
	if (items !== undefined)
		return { kind: "list", says, item: () => fieldOf(items, defs) };
	if (properties !== undefined)
		return { kind: "map", says, entries: entriesOf(schema, defs) };
	if (typeof additionalProperties === "object")
		return {
			kind: "named",
			says,
			item: () => fieldOf(additionalProperties, defs),
		};
	return { kind: schema.format === "date" ? "date" : "line", says };
}

function resolved(schema: JsonSchema, defs: Defs): JsonSchema {
	const name = schema.$ref?.split("/").at(-1);
	const target = name === undefined ? undefined : defs[name];
	return target === undefined ? schema : resolved(target, defs);
}

const entriesOf = (
	{ properties = {}, required = [] }: JsonSchema,
	defs: Defs,
): readonly Entry[] =>
	Object.entries(properties).map(([key, schema]) => ({
		key,
		isNeeded: required.includes(key),
		field: () => fieldOf(schema, defs),
	}));

function block(schema: JsonSchema, defs: Defs): BlockKind {
	const [key = ""] = schema.required ?? [];
	const says = schema.description ?? "";
	return {
		key,
		field: { kind: "map", says, entries: entriesOf(schema, defs) },
	};
}

export const isMapValue = (
	value: unknown,
): value is { readonly [key: string]: unknown } =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Which of the blocks a value is; null when it has none of their keys. */
export const blockOf = (
	blocks: readonly BlockKind[],
	value: unknown,
): BlockKind | null =>
	isMapValue(value) ? (blocks.find(({ key }) => key in value) ?? null) : null;

/** The field at a path, as far as the schema knows it; `value` tells blocks apart. */
export function fieldAt(root: Field, path: Path, value: unknown): Field | null {
	let field: Field | null = root;
	let there = value;
	for (const step of path) {
		field = field === null ? null : below(field, step, there);
		there =
			isMapValue(there) || Array.isArray(there) ? Object(there)[step] : null;
	}
	return field;
}

function below(
	field: Field,
	step: string | number,
	value: unknown,
): Field | null {
	switch (field.kind) {
		case "map":
			return entryField(field, step);
		case "named":
		case "list":
			return field.item();
		case "blocks": {
			const block = blockOf(field.blocks, value);
			return block === null ? null : entryField(block.field, step);
		}
		default:
			return null;
	}
}

const entryField = (
	{ entries }: MapKind,
	step: string | number,
): Field | null => entries.find(({ key }) => key === step)?.field() ?? null;

/** The least that a new field can be: its needed parts, empty. */
export function emptyValue(field: Field): Raw {
	switch (field.kind) {
		case "list":
			return [emptyValue(field.item())];
		case "map":
			return emptyMap(field);
		case "named":
			return {};
		case "blocks":
			return field.blocks[0] ? emptyMap(field.blocks[0].field) : {};
		case "choice":
			return field.options[0] ?? "";
		default:
			return "";
	}
}

export const emptyMap = ({ entries }: MapKind): Raw => {
	const needed = entries.filter(({ isNeeded }) => isNeeded);
	const shown = needed.length > 0 ? needed : entries.slice(0, 1);
	return Object.fromEntries(
		shown.map(({ key, field }) => [key, emptyValue(field())]),
	);
};

/** The keys that stand before one in the schema's order. */
export const keysBefore = (
	{ entries }: MapKind,
	key: string,
): readonly string[] => {
	const keys = entries.map((entry) => entry.key);
	return keys.slice(0, Math.max(0, keys.indexOf(key)));
};
