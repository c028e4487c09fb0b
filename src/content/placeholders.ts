/**
 * `{{thon}}` anywhere in the values of a notice: where they stand, and the
 * notice with what one village puts in their place.
 */
import { parseIsoDate } from "../model/dates.ts";
import { formatPath, type Path } from "./path.ts";
import { isBlank, tidy } from "./text.ts";

const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;

/** Fields that hold an ISO date; villages write 13/12/2026. */
const DATE_FIELDS: ReadonlySet<string> = new Set([
	"date",
	"as_of",
	"when.from",
	"when.on",
	"when.until",
	"post.from",
	"post.until",
]);

/** Alone they say nothing: what they accompanied is gone, so they go too. */
const COMPANIONS: ReadonlySet<string> = new Set([
	"icon",
	"short",
	"is",
	"then",
	"id",
	"link",
]);

/** A field with placeholders, and what they ask for. */
export interface PlaceholderField {
	readonly path: string;
	/** As typed between the braces. */
	readonly names: readonly string[];
}

/** A field left out because a village gives nothing for it. */
export interface GoneField {
	readonly path: string;
	/** The placeholders without a value. */
	readonly empty: readonly string[];
	/** Others of the same field had one, and it is left out with the rest. */
	readonly loses: boolean;
}

export interface Filled {
	readonly raw: unknown;
	readonly gone: readonly GoneField[];
	/** From a path of `raw` to the same field in the file. */
	readonly origin: (path: Path) => Path;
}

const namesIn = (text: string): readonly string[] => [
	...new Set(
		[...text.matchAll(PLACEHOLDER)].map(([, name]) => tidy(name ?? "")),
	),
];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Every field with a placeholder, in the order of the file. */
export function placeholdersOf(
	raw: unknown,
	path: Path = [],
): readonly PlaceholderField[] {
	if (typeof raw === "string") {
		const names = namesIn(raw);
		return names.length === 0 ? [] : [{ path: formatPath(path), names }];
	}
	const entries: readonly (readonly [string | number, unknown])[] =
		Array.isArray(raw)
			? [...raw.entries()]
			: isMap(raw)
				? Object.entries(raw)
				: [];
	return entries.flatMap(([step, value]) =>
		placeholdersOf(value, [...path, step]),
	);
}

const NUMERIC_DATE = /^(?:.*[\s,])?(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/u;

/** "13/12/2026", day first as in Vietnam, to ISO; other texts are left alone. */
export function isoOfCell(text: string): string {
	const match = NUMERIC_DATE.exec(text);
	if (!match) return text;
	const [, day = "", month = "", typed = ""] = match;
	const year = typed.length === 2 ? `20${typed}` : typed;
	const iso = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
	return parseIsoDate(iso) === null ? text : iso;
}

const opened = new WeakMap<object, boolean>();

/** Whether anything is left open in a value. */
function isOpen(value: unknown): boolean {
	if (typeof value === "string") return value.search(PLACEHOLDER) >= 0;
	if (typeof value !== "object" || value === null) return false;
	const known = opened.get(value);
	if (known !== undefined) return known;
	const open = Object.values(value).some(isOpen);
	opened.set(value, open);
	return open;
}

/** What is left where nothing is. */
const GONE = Symbol("gone");

/**
 * The notice as one village has it. Names without a value are empty. Parts that
 * are the same for every village stay the same objects.
 */
export function fillPlaceholders(
	raw: unknown,
	cellOf: (name: string) => string,
): Filled {
	const gone: GoneField[] = [];
	/** By the path of a list in the filled notice: where its items were. */
	const moved = new Map<string, readonly number[]>();

	function text(template: string, path: string): string | typeof GONE {
		const names = namesIn(template);
		if (names.length === 0) return template;
		const empty = names.filter((name) => isBlank(cellOf(name)));
		if (empty.length > 0) {
			gone.push({ path, empty, loses: empty.length < names.length });
			return GONE;
		}
		const said = template.replace(PLACEHOLDER, (_, name: string) =>
			tidy(cellOf(tidy(name))),
		);
		return DATE_FIELDS.has(path) ? isoOfCell(tidy(said)) : said;
	}

	/** What was noted below an item that is gone after all. */
	function forget(path: string): void {
		for (const key of moved.keys()) if (key.startsWith(path)) moved.delete(key);
	}

	/** `from` leads through the file, `to` through the filled notice. */
	function list(items: readonly unknown[], from: Path, to: Path): unknown {
		const isRow = typeof from.at(-1) === "number";
		const kept: unknown[] = [];
		const places: number[] = [];
		for (const [index, item] of items.entries()) {
			const at = [...to, kept.length];
			const value = fill(item, [...from, index], at);
			// The cells of a table keep their columns.
			if (value === GONE && !isRow) {
				forget(formatPath(at));
				continue;
			}
			kept.push(value === GONE ? "" : value);
			places.push(index);
		}
		const isEmpty = isRow
			? kept.every((cell) => cell === "") && items.some((cell) => cell !== "")
			: kept.length === 0 && items.length > 0;
		if (isEmpty) return GONE;
		if (kept.length < items.length) moved.set(formatPath(to), places);
		return kept;
	}

	function map(
		fields: Readonly<Record<string, unknown>>,
		from: Path,
		to: Path,
	): unknown {
		const filled = Object.entries(fields).map(
			([key, value]) =>
				[key, fill(value, [...from, key], [...to, key])] as const,
		);
		const lost = filled.flatMap(([key, value]) =>
			value === GONE ? [key] : [],
		);
		const kept = filled.filter(([, value]) => value !== GONE);
		if (lost.length === 0) return Object.fromEntries(kept);
		// A text in two forms stands or falls with the long one.
		if (lost.includes("long")) return GONE;
		if (lost.includes("short") && Object.hasOwn(fields, "long"))
			return kept.find(([key]) => key === "long")?.[1];
		const isAlone = kept.every(
			([key]) =>
				COMPANIONS.has(key) || (key === "title" && lost.includes("list")),
		);
		return isAlone && from.length > 0 ? GONE : Object.fromEntries(kept);
	}

	function fill(value: unknown, from: Path, to: Path): unknown {
		if (!isOpen(value)) return value;
		if (typeof value === "string") return text(value, formatPath(from));
		if (Array.isArray(value)) return list(value, from, to);
		return isMap(value) ? map(value, from, to) : value;
	}

	const filled = fill(raw, [], []);
	const origin = (path: Path): Path =>
		path.map((step, index) =>
			typeof step === "number"
				? (moved.get(formatPath(path.slice(0, index)))?.[step] ?? step)
				: step,
		);
	return { raw: filled, gone, origin };
}
