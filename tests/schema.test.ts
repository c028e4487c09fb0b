/** The JSON Schema that editors use: complete, current, and of one mind with us. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noticeJsonSchema } from "../src/content/schema.ts";

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Every field of every object, by its path. */
function fieldsOf(
	schema: unknown,
	path = "",
): readonly (readonly [string, Json])[] {
	if (Array.isArray(schema))
		return schema.flatMap((part) => fieldsOf(part, path));
	if (!isRecord(schema)) return [];
	const properties = isRecord(schema.properties) ? schema.properties : {};
	const own = Object.entries(properties).flatMap(([name, field]) =>
		isRecord(field) ? [[`${path}.${name}`, field] as const] : [],
	);
	const inside = Object.entries(schema).flatMap(([name, part]) =>
		name === "properties"
			? Object.entries(properties).flatMap(([key, field]) =>
					fieldsOf(field, `${path}.${key}`),
				)
			: name === "examples"
				? []
				: fieldsOf(part, path),
	);
	return [...own, ...inside];
}

describe("the JSON Schema", () => {
	const fields = fieldsOf(noticeJsonSchema());

	test("has every field", () => expect(fields.length).toBeGreaterThan(50));

	test.each(fields)(
		"%s is explained in Vietnamese, with an example",
		(_, field) => {
			const { $ref, description, examples } = field;
			if ($ref === undefined) {
				expect(description).toMatch(/\S/u);
				expect(examples).toSatisfy(
					(list: unknown) => Array.isArray(list) && list.length > 0,
				);
			}
		},
	);

	test("in content/ is the current one", () =>
		expect(
			JSON.parse(readFileSync("content/thong-bao.schema.json", "utf8")),
		).toEqual(noticeJsonSchema()));

	test("is named on the first line of every template", () => {
		for (const name of readdirSync("content/templates"))
			expect(readFileSync(`content/templates/${name}`, "utf8")).toMatch(
				/^# yaml-language-server: \$schema=\.\/thong-bao\.schema\.json\n/u,
			);
	});
});
