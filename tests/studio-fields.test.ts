/** Every field of the schema has a name on the form, in both languages. */
import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import { noticeJsonSchema } from "../src/content/schema.ts";
import { studioWords } from "../src/messages/studio-words.ts";
import {
	emptyMap,
	type Field,
	fieldAt,
	type MapField,
	readFields,
} from "../src/studio/fields.ts";
import { keyAt, placeAt } from "../src/studio/yaml-place.ts";

const schema = readFields(noticeJsonSchema());

/** Keys of all maps below a field; answers hold answers, so each map is looked at once. */
function keysOf(field: Field, depth = 0): readonly string[] {
	if (depth > 8) return [];
	switch (field.kind) {
		case "list":
		case "named":
			return keysOf(field.item(), depth + 1);
		case "map":
			return mapKeys(field, depth);
		case "blocks":
			return field.blocks.flatMap((block) => mapKeys(block.field, depth));
		default:
			return [];
	}
}

const mapKeys = ({ entries }: MapField, depth: number): readonly string[] =>
	entries.flatMap(({ key, field }) => [key, ...keysOf(field(), depth + 1)]);

describe.each(["vi", "en"] as const)("in %s", (lang) => {
	const words = studioWords[lang];

	test("every field has a name", () => {
		const keys = [...new Set(keysOf(schema))];
		const named = new Set(
			Object.keys(words.fields).map((name) => name.replace(/^.*\./, "")),
		);
		expect(keys.length).toBeGreaterThan(35);
		expect(keys.filter((key) => !named.has(key))).toEqual([]);
	});

	test("every block has a name", () => {
		const body = fieldAt(schema, ["body", 0], {});
		const blocks = body?.kind === "blocks" ? body.blocks : [];
		expect(blocks.length).toBeGreaterThan(5);
		expect(blocks.filter(({ key }) => words.blocks[key] === undefined)).toEqual(
			[],
		);
	});
});

test("the least of a notice has every field that is needed", () => {
	const least = JSON.stringify(emptyMap(schema));
	const codes = readAnnouncement(least).diagnostics.map(({ code }) => code);
	expect(codes.length).toBeGreaterThan(3);
	expect(codes).not.toContain("content/missing");
});

describe("the place in the YAML", () => {
	const SOURCE = `kind: A
issuer:
  name: B
body:
- step: C
  options:
    - title: D
    - title: E
      icon: home
- ask: F
  answers:
    - answer: G
      do:
        ti`;

	test.each([
		["kind", ["kind"]],
		["name", ["issuer", "name"]],
		["title: E", ["body", 0, "options", 1, "title"]],
		["icon", ["body", 0, "options", 1, "icon"]],
		["ask", ["body", 1, "ask"]],
		["do", ["body", 1, "answers", 0, "do"]],
	])("of %s", (word, path) =>
		expect(keyAt(SOURCE, SOURCE.indexOf(word) + 1)).toEqual(path),
	);

	test("of a word that is not yet a key", () => {
		const place = placeAt(SOURCE, SOURCE.length);
		expect(place.path).toEqual(["body", 1, "answers", 0, "do"]);
		expect(place.key).toBeNull();
		expect(SOURCE.slice(place.from)).toBe("ti");
	});
});
