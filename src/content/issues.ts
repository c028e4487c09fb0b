/**
 * From the validator's issues to our messages: which of several shapes the
 * author meant, which known word stands nearest to an unknown one.
 */
import type { z } from "zod";
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { MessageCode, MessageParams } from "../messages/codes.ts";
import { suggest } from "../suggest.ts";
import { sameChoice } from "./choices.ts";
import { quoteInBraces, quoteLine } from "./mend.ts";
import { formatPath, type Path } from "./path.ts";
import { noticeJsonSchema } from "./schema.ts";
import type { SourceMap } from "./source-map.ts";

type Issue = z.core.$ZodIssue;

/** Of one kind at one place; a file with more is another file by mistake. */
const MOST_FAULTS = 100;

interface ObjectShape {
	readonly keys: readonly string[];
	readonly required: readonly string[];
}

/** Which branch of the union at a path was taken for the one meant. */
type Choices = ReadonlyMap<string, number>;

interface Context {
	readonly raw: unknown;
	readonly at: Path;
	readonly choices: Choices;
	readonly source: SourceMap;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value: unknown, key: string | number): unknown => {
	if (Array.isArray(value)) return value[Number(key)];
	return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

const valueAt = (raw: unknown, path: Path): unknown => path.reduce(own, raw);

/** zod allows symbols in a path; YAML has none. */
const plainPath = (path: readonly PropertyKey[]): Path =>
	path.map((step) => (typeof step === "number" ? step : String(step)));

const strings = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];

/** Built when first asked for: a notice without a slip needs none of it. */
let built: ReturnType<typeof noticeJsonSchema> | null = null;
const root = (): ReturnType<typeof noticeJsonSchema> => {
	built ??= noticeJsonSchema();
	return built;
};

/** Follows `$ref`. */
function dereference(schema: unknown): unknown {
	const ref = own(schema, "$ref");
	if (typeof ref !== "string") return schema;
	const target = ref === "#" ? [] : ref.replace("#/", "").split("/");
	return dereference(valueAt(root(), target));
}

const branchesOf = (schema: unknown): readonly unknown[] => {
	const branches: unknown = own(dereference(schema), "anyOf");
	return Array.isArray(branches) ? branches.map(dereference) : [];
};

/** The branch of a union with the most of the value's keys. */
function likeliest(branches: readonly unknown[], value: unknown): unknown {
	const keys = isRecord(value) ? Object.keys(value) : [];
	const scores = branches.map((branch) => {
		const shape = shapeOf(branch);
		const unknown = keys.filter((key) => !shape.keys.includes(key));
		const missing = shape.required.filter((key) => !keys.includes(key));
		return unknown.length + 2 * missing.length;
	});
	return branches[scores.indexOf(Math.min(...scores))];
}

/** Follows `$ref` and the choices of unions. */
function settle(schema: unknown, path: Path, context: Context): unknown {
	const branches = branchesOf(schema);
	if (branches.length === 0) return dereference(schema);
	const chosen = context.choices.get(formatPath(path));
	if (chosen !== undefined) return branches[chosen];
	return likeliest(branches, valueAt(context.raw, path));
}

/** The schema of a field; of a union, all its branches unless one is settled. */
function schemaAt(path: Path, context: Context): unknown {
	return path.reduce<unknown>((schema, step, index) => {
		const outer = settle(schema, path.slice(0, index), context);
		return typeof step === "number"
			? own(outer, "items")
			: (own(own(outer, "properties"), step) ??
					own(outer, "additionalProperties"));
	}, root());
}

const shapeOf = (schema: unknown): ObjectShape => {
	const properties = own(schema, "properties");
	return {
		keys: isRecord(properties) ? Object.keys(properties) : [],
		required: strings(own(schema, "required")),
	};
};

const isMissing = (issue: Issue, value: unknown): boolean =>
	issue.code !== "unrecognized_keys" &&
	issue.path.length === 1 &&
	valueAt(value, plainPath(issue.path)) === undefined;

/** How far the value is from this branch of a union; 0 is nothing wrong. */
function badness(issues: readonly Issue[], value: unknown): number {
	const unknown = issues.flatMap((issue) =>
		issue.code === "unrecognized_keys" && issue.path.length === 0
			? issue.keys
			: [],
	);
	const missing = issues
		.filter((issue) => isMissing(issue, value))
		.map((issue) => String(issue.path[0]));
	const misspelt = unknown.filter((key) => suggest(key, missing) !== null);
	const otherKind = issues.some(
		(issue) => issue.code === "invalid_type" && issue.path.length === 0,
	);
	return (
		(otherKind ? 5 : 0) +
		unknown.length +
		2 * missing.length -
		2.5 * misspelt.length +
		// What is wrong deeper down tells little about the branch.
		Math.min(0.5, issues.length * 0.01)
	);
}

const EXPECTED: Readonly<Record<string, "text" | "list" | "map">> = {
	string: "text",
	array: "list",
	object: "map",
	record: "map",
};

/** The line with the text in quotation marks, as the author should have it. */
export function mendLine(line: string, start: number): string {
	const opens = line.slice(0, start).search(/[{[]/u);
	return opens >= 0 ? quoteInBraces(line, start) : quoteLine(line, knownKeys());
}

/** Every key of the language: what may stand before a colon. */
export function knownKeys(): readonly string[] {
	known ??= [...new Set(allKeys(root()))];
	return known;
}
let known: readonly string[] | null = null;

function allKeys(schema: unknown): readonly string[] {
	if (Array.isArray(schema)) return schema.flatMap(allKeys);
	if (!isRecord(schema)) return [];
	return [...shapeOf(schema).keys, ...Object.values(schema).flatMap(allKeys)];
}

/** A map where a text belongs: nearly always `- Thời gian: 7h30`, unquoted. */
function colonSlip(path: Path, context: Context): Diagnostic {
	const place = context.source.value(path);
	const line = context.source.line(place.line);
	const inner = line.indexOf(": ", place.column - 1);
	const mended = mendLine(line, place.column - 1);
	return diagnostic(
		"error",
		"content/colon",
		formatPath(path),
		{ line: mended },
		{
			line: place.line,
			// The colon is what surprises, so the caret stands under it.
			column: inner < 0 ? place.column : inner + 1,
			length: 1,
		},
	);
}

function wrongType(expected: string, path: Path, context: Context): Diagnostic {
	const value = valueAt(context.raw, path);
	const parent = path.slice(0, -1);
	if (value === undefined) {
		const place = context.source.key(parent);
		const key = String(path.at(-1) ?? "");
		return diagnostic(
			"error",
			"content/missing",
			formatPath(parent),
			{ key },
			place,
		);
	}
	const place = context.source.value(path);
	if (value === "") {
		return diagnostic("error", "content/empty", formatPath(path), {}, place);
	}
	if (expected === "string" && isRecord(value)) return colonSlip(path, context);
	const params = { expected: EXPECTED[expected] ?? "text" };
	return diagnostic("error", "content/type", formatPath(path), params, place);
}

function unknownKeys(
	keys: readonly string[],
	path: Path,
	context: Context,
): readonly Diagnostic[] {
	const allowed = shapeOf(settle(schemaAt(path, context), path, context)).keys;
	const value = valueAt(context.raw, path);
	const free = allowed.filter((key) => own(value, key) === undefined);
	return keys
		.slice(0, MOST_FAULTS)
		.map((key) =>
			diagnostic(
				"error",
				"content/unknown-key",
				formatPath([...path, key]),
				{ key, suggestion: suggest(key, free), allowed },
				context.source.key([...path, key]),
			),
		);
}

/** None of the branches fits: say which there are, rather than guess one. */
function noBranch(path: Path, context: Context): Diagnostic | null {
	const value = valueAt(context.raw, path);
	const branches = branchesOf(schemaAt(path, context));
	if (branches.length === 0) return null;
	const heads = branches.flatMap((branch) => {
		// What tells a branch from the others is the first key it cannot do without.
		return shapeOf(branch).required.slice(0, 1);
	});
	const place = context.source.value(path);
	if (!isRecord(value)) {
		const isBlank = value === "";
		return isBlank
			? diagnostic("error", "content/empty", formatPath(path), {}, place)
			: diagnostic(
					"error",
					"content/type",
					formatPath(path),
					{ expected: "block" },
					place,
				);
	}
	const keys = Object.keys(value);
	if (keys.some((key) => heads.includes(key) || suggest(key, heads)))
		return null;
	const [key] = keys;
	if (key === undefined) {
		return diagnostic("error", "content/empty", formatPath(path), {}, place);
	}
	return diagnostic(
		"error",
		"content/unknown-key",
		formatPath([...path, key]),
		{ key, suggestion: null, allowed: heads },
		context.source.key([...path, key]),
	);
}

function unionIssue(
	errors: readonly (readonly Issue[])[],
	path: Path,
	context: Context,
): readonly Diagnostic[] {
	const value = valueAt(context.raw, path);
	if (value === undefined) return [wrongType("string", path, context)];
	const isText = errors.some((issues) =>
		issues.some(
			(issue) =>
				issue.path.length === 0 &&
				issue.code === "invalid_type" &&
				issue.expected === "string",
		),
	);
	if (isText) {
		const twoForms = own(value, "long") ?? own(value, "short");
		if (twoForms === undefined) return [wrongType("string", path, context)];
	} else {
		const none = noBranch(path, context);
		if (none) return [none];
	}
	const scores = errors.map((issues) => badness(issues, value));
	const branch = scores.indexOf(Math.min(...scores));
	const choices = new Map([...context.choices, [formatPath(path), branch]]);
	return describe(errors[branch] ?? [], { ...context, at: path, choices });
}

/** `report` of schema.ts put both in; nothing else makes custom issues. */
function ourOwn(
	params: Readonly<Record<string, unknown>> | undefined,
	path: Path,
	context: Context,
): Diagnostic {
	const code = params?.code as MessageCode;
	const rest = params?.params as MessageParams[MessageCode];
	return diagnostic(
		"error",
		code,
		formatPath(path),
		rest,
		context.source.value(path),
	);
}

function describeOne(issue: Issue, context: Context): readonly Diagnostic[] {
	const path = [...context.at, ...plainPath(issue.path)];
	const value = valueAt(context.raw, path);
	switch (issue.code) {
		case "custom":
			return [ourOwn(issue.params, path, context)];
		case "unrecognized_keys":
			return unknownKeys(issue.keys, path, context);
		case "invalid_union":
			return unionIssue(issue.errors, path, context);
		case "invalid_value": {
			if (value === undefined || typeof value !== "string" || value === "") {
				return [wrongType("string", path, context)];
			}
			const allowed = issue.values.map(String);
			const same = sameChoice(value, allowed);
			const suggestion = same ?? suggest(value, allowed);
			const params = { value, allowed, suggestion, sure: same !== null };
			const place = context.source.value(path);
			return [
				diagnostic("error", "content/choice", formatPath(path), params, place),
			];
		}
		case "too_small": {
			const place = context.source.value(path);
			return [
				diagnostic("error", "content/empty", formatPath(path), {}, place),
			];
		}
		case "invalid_type":
			return [wrongType(issue.expected, path, context)];
		default:
			return [wrongType("string", path, context)];
	}
}

/** `tilte:` is one slip, not an unknown key and a missing title. */
function dropExplained(found: readonly Diagnostic[]): readonly Diagnostic[] {
	const meant = new Set(
		found.flatMap((d) => {
			if (d.code !== "content/unknown-key") return [];
			const { key, suggestion } =
				d.params as MessageParams["content/unknown-key"];
			const parent = d.path.slice(0, d.path.length - formatPath([key]).length);
			return [`${parent.replace(/\.$/, "")} ${suggestion}`];
		}),
	);
	return found.filter((d) => {
		if (d.code !== "content/missing") return true;
		const { key } = d.params as MessageParams["content/missing"];
		return !meant.has(`${d.path} ${key}`);
	});
}

const describe = (
	issues: readonly Issue[],
	context: Context,
): readonly Diagnostic[] =>
	dropExplained(
		issues
			.slice(0, MOST_FAULTS)
			.flatMap((issue) => describeOne(issue, context)),
	);

/** Diagnostics, with places, for what the schema has against `raw`. */
export const describeIssues = (
	issues: readonly Issue[],
	raw: unknown,
	source: SourceMap,
): readonly Diagnostic[] =>
	describe(issues, { raw, at: [], choices: new Map(), source });
