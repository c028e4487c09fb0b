/** The tags of a file as a tree, and the table that leads back to them (ISO 32000-1, 14.7). */
import type { PdfFile } from "../../pdf-reader/open-pdf.ts";
import {
	asDict,
	asKind,
	asName,
	asNumber,
	EMPTY_DICT,
	itemsOf,
	type PdfDict,
	type PdfValue,
} from "../../pdf-reader/values.ts";

export interface Tag {
	readonly kind: "tag";
	/** The standard type its own name stands for. */
	readonly type: string;
	readonly dict: PdfDict;
	/** The page its content is on, by number of the object. */
	readonly page: number | null;
	readonly parent: Tag | null;
	readonly kids: readonly Kid[];
}

export type Kid =
	| Tag
	| {
			readonly kind: "content";
			readonly page: number | null;
			readonly mcid: number;
	  }
	| {
			readonly kind: "object";
			readonly page: number | null;
			readonly object: PdfDict | null;
	  };

export interface TagTree {
	readonly roots: readonly Tag[];
	/** All of them, in reading order. */
	readonly tags: readonly Tag[];
	/** From the number of a page or annotation to what stands in the parent tree. */
	readonly parents: ReadonlyMap<number, PdfValue>;
}

const MOST_DEPTH = 100;
const MOST_TAGS = 100_000;

const refId = (value: PdfValue | undefined): number | null =>
	asKind(value ?? null, "ref")?.id ?? null;

/** null for a file without tags. */
export function readTagTree(file: PdfFile): TagTree | null {
	const root = asDict(
		file.field(file.field(file.trailer, "Root"), "StructTreeRoot"),
	);
	if (root === null) return null;
	const roles = asDict(file.field(root, "RoleMap")) ?? EMPTY_DICT;
	const tags: Tag[] = [];
	const seen = new Set<PdfDict>();

	const typeOf = (dict: PdfDict): string => {
		let type = asName(file.field(dict, "S")) ?? "?";
		for (let hop = 0; hop < 8; hop++) {
			const role = asName(file.get(roles.entries.get(type)));
			if (role === null || role === type) break;
			type = role;
		}
		return type;
	};

	const kidsOf = (
		owner: PdfDict,
		parent: Tag | null,
		page: number | null,
		depth: number,
	): readonly Kid[] => {
		const kids = file.get(owner.entries.get("K"));
		const list = asKind(kids, "array") === null ? [kids] : itemsOf(kids);
		return list.flatMap((kid) => kidFrom(kid, parent, page, depth) ?? []);
	};

	const kidFrom = (
		value: PdfValue,
		parent: Tag | null,
		above: number | null,
		depth: number,
	): Kid | null => {
		const kid = file.get(value);
		const mcid = asNumber(kid);
		if (mcid !== null) return { kind: "content", page: above, mcid };
		const dict = asDict(kid);
		if (dict === null || depth > MOST_DEPTH) return null;
		const page = refId(dict.entries.get("Pg")) ?? above;
		const type = asName(file.field(dict, "Type"));
		if (type === "MCR") {
			const number = asNumber(file.field(dict, "MCID"));
			return number === null ? null : { kind: "content", page, mcid: number };
		}
		if (type === "OBJR")
			return { kind: "object", page, object: asDict(file.field(dict, "Obj")) };
		if (seen.has(dict) || tags.length >= MOST_TAGS) return null;
		seen.add(dict);
		const tag = {
			kind: "tag" as const,
			type: typeOf(dict),
			dict,
			page,
			parent,
		};
		const kids: Kid[] = [];
		const whole: Tag = { ...tag, kids };
		tags.push(whole);
		kids.push(...kidsOf(dict, whole, page, depth + 1));
		return whole;
	};

	const roots = kidsOf(root, null, null, 0).filter((kid) => kid.kind === "tag");
	const parents = new Map<number, PdfValue>();
	readNumbers(file, file.field(root, "ParentTree"), parents, 0);
	return { roots, tags, parents };
}

function readNumbers(
	file: PdfFile,
	node: PdfValue,
	found: Map<number, PdfValue>,
	depth: number,
): void {
	if (depth > MOST_DEPTH || found.size > MOST_TAGS) return;
	const numbers = itemsOf(file.field(node, "Nums"));
	for (let i = 0; i + 1 < numbers.length; i += 2) {
		const key = asNumber(file.get(numbers[i]));
		if (key !== null) found.set(key, file.get(numbers[i + 1]));
	}
	for (const kid of itemsOf(file.field(node, "Kids")))
		readNumbers(file, file.get(kid), found, depth + 1);
}

export const tagsIn = (tag: Tag): readonly Tag[] =>
	tag.kids.filter((kid) => kid.kind === "tag");

/** The tag itself or the nearest above it of a type. */
export function within(tag: Tag | null, type: string): Tag | null {
	for (let at = tag; at !== null; at = at.parent)
		if (at.type === type) return at;
	return null;
}

/** An attribute of a tag, whoever owns it; null when it has none. */
export function attributeOf(file: PdfFile, tag: Tag, key: string): PdfValue {
	const given = file.field(tag.dict, "A");
	const owners = asKind(given, "array") === null ? [given] : itemsOf(given);
	for (const owner of owners) {
		const value = file.field(owner, key);
		if (value !== null) return value;
	}
	return null;
}
