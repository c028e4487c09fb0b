/**
 * A form that does nothing but fill outlines, as our codes do. All villages' sheets
 * have the same ones, and mostly in the same places.
 */
import type { PdfValue } from "../../../pdf-reader/values.ts";
import type { Matrix } from "./matrix.ts";
import { type Operator, operatorsOf } from "./operators.ts";
import { type Outline, outlineOf, PathBuilder } from "./outline.ts";

interface Known {
	/** null when it does something else, too. */
	readonly operators: readonly Operator[] | null;
	readonly placed: Map<string, readonly Outline[]>;
}

const FILLS = new Set(["f", "F", "f*"]);
const BUILDS = new Set(["m", "l", "c", "v", "y", "h", "re"]);
/** Places of one form that are remembered. */
const MOST_PLACES = 16;

/** The reader gives the same bytes for the same stream of many files. */
const known = new WeakMap<Uint8Array, Known>();

/** Its outlines where a matrix puts them; null for a form of another kind. */
export function filledForm(
	bytes: Uint8Array,
	ctm: Matrix,
): readonly Outline[] | null {
	const form = known.get(bytes) ?? {
		operators: onlyFills(bytes),
		placed: new Map(),
	};
	known.set(bytes, form);
	const { operators, placed } = form;
	if (operators === null) return null;
	const place = ctm.join(" ");
	const outlines = placed.get(place) ?? outlinesOf(operators, ctm);
	if (placed.size >= MOST_PLACES) placed.clear();
	placed.set(place, outlines);
	return outlines;
}

const isNumber = (value: PdfValue): value is number =>
	typeof value === "number";

function onlyFills(bytes: Uint8Array): readonly Operator[] | null {
	const operators: Operator[] = [];
	const next = operatorsOf(bytes);
	for (let operator = next(); operator !== null; operator = next()) {
		const { name, operands } = operator;
		if (!(FILLS.has(name) || BUILDS.has(name))) return null;
		if (!operands.every(isNumber)) return null;
		operators.push(operator);
	}
	// What is built and not filled is the page's to fill.
	return FILLS.has(operators.at(-1)?.name ?? "") ? operators : null;
}

function outlinesOf(
	operators: readonly Operator[],
	ctm: Matrix,
): readonly Outline[] {
	const path = new PathBuilder();
	return operators.flatMap(({ name, operands }) => {
		if (path.add(name, operands.filter(isNumber), ctm)) return [];
		return outlineOf(path.take()) ?? [];
	});
}
