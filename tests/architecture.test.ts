/** The walls between the rooms of src/, and the map that describes them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
	importCycles,
	impurities,
	ROOMS,
	roomOf,
	roomsOnMap,
	type SourceTree,
	wrongImports,
} from "./support/architecture.ts";
import { importsOf, scanSource } from "./support/source.ts";

const SRC = new URL("../src/", import.meta.url);

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name !== "README.md")
	.map(({ parentPath, name }) =>
		relative(fileURLToPath(SRC), join(parentPath, name)).replaceAll("\\", "/"),
	)
	.sort();

/** Without what only describes packages, and what is run to build. */
const tree: SourceTree = new Map(
	files
		.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
		.map((file) => [file, readFileSync(new URL(file, SRC), "utf8")]),
);
const map = readFileSync(new URL("README.md", SRC), "utf8");

describe("the source", () => {
	test("is all there", () => expect(tree.size).toBeGreaterThan(50));

	test("imports only through the doors", () =>
		expect(wrongImports(tree)).toEqual([]));

	test("has no rings of imports", () => expect(importCycles(tree)).toEqual([]));

	test("knows no clock, chance, disk or locale where it is pure", () =>
		expect(impurities(tree)).toEqual([]));

	test("has a door for every room and a room for every door", () => {
		const rooms = new Set([...tree.keys()].map(roomOf));
		expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
	});

	test("has the room of every file on the map, and no other", () => {
		const rooms = new Set(files.map(roomOf));
		expect([...new Set(roomsOnMap(map))].sort()).toEqual([...rooms].sort());
	});

	test("has every file that the map names", () => {
		const named = [...map.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file]) => file);
		const ours = named.filter((file) => !file?.startsWith("tests/"));
		expect(ours.length).toBeGreaterThan(5);
		expect(ours.filter((file) => !tree.has(file ?? ""))).toEqual([]);
	});
});

describe("the walls hold", () => {
	const bad = (file: string, source: string): SourceTree =>
		new Map([[file, source]]);

	test.each([
		["layout/a.ts", 'import { x } from "../paint/pdf.ts";'],
		["layout/a.ts", 'import type { Sheet } from "../cli/run.ts";'],
		["layout/a.ts", 'export { x } from "../fonts/open.ts";'],
		["model/a.ts", 'export * from "../content/read.ts";'],
		["model/a.ts", 'const x = await import("../cli/run.ts");'],
		["model/a.ts", 'import "../cli/run.ts";'],
		["themes/tuyen/a.ts", 'import { x } from "../../proof/proof.ts";'],
		["content/a.ts", 'import { readFileSync } from "node:fs";'],
		["formats/a.ts", 'import pdfkit from "pdfkit";'],
		["paint/a.ts", 'import { x } from "pdfkit-other";'],
		["elsewhere/a.ts", "export {};"],
		["units.ts", 'import type { Ink } from "./ink.ts";'],
		["paint/a.ts", 'import {\n\ttype A,\n\tb,\n} from "../qr/encode.ts";'],
	])("against %s: %s", (file, source) =>
		expect(wrongImports(bad(file, source))).toHaveLength(1),
	);

	test.each([
		["layout/a.ts", 'import type { Face } from "../fonts/face.ts";'],
		["qr/a.ts", 'import core from "qrcode/lib/core/qrcode.js";'],
		["cli/a.ts", 'import { join } from "node:path";'],
		["themes/tuyen/tree/a.ts", 'import { x } from "../kit.ts";'],
		["model/a.ts", '// import { x } from "../cli/run.ts";'],
		["model/a.ts", "const x = 'import { x } from \"../cli/run.ts\"';"],
	])("but not against %s: %s", (file, source) =>
		expect(wrongImports(bad(file, source))).toEqual([]),
	);

	test("against rings", () => {
		const ring: SourceTree = new Map([
			["model/a.ts", 'import { b } from "./b.ts";'],
			["model/b.ts", 'import type { c } from "./c.ts";'],
			["model/c.ts", 'export { a } from "./a.ts";'],
			["model/d.ts", 'import { a } from "./a.ts";'],
		]);
		expect(importCycles(ring)).toEqual([
			"model/a.ts → model/b.ts → model/c.ts → model/a.ts",
		]);
	});

	test.each([
		"const now = Date.now();",
		"const now = new Date();",
		"Math.random()",
		"process.env.HOME",
		"Buffer.from([])",
		"new Intl.Collator()",
		"(1.5).toLocaleString()",
		"a.localeCompare(b)",
		"performance.now()",
		"await fetch(url)",
		"globalThis.x",
		'import { join } from "node:path";',
		`const text = \`\${Math.random()}\`;`,
	])("against %s in a pure room", (source) => {
		expect(impurities(bad("layout/a.ts", source))).toHaveLength(1);
		expect(impurities(bad("cli/a.ts", source))).toEqual([]);
	});

	test.each([
		"// Date.now() is forbidden",
		'const text = "Math.random()";',
		`const text = \`process.env \${name} Buffer\`;`,
		"const date = new Date(0);",
		"const process = 1;",
		'const pattern = /Intl["/]Buffer/u;',
	])("but not against %s", (source) =>
		expect(impurities(bad("layout/a.ts", source))).toEqual([]),
	);

	test("of the map: a room that is not on it is missed", () =>
		expect(
			roomsOnMap("| `cli/` | x |\n| `units.ts` | y |\ncli/ model/"),
		).toEqual(["cli", "units"]));
});

describe("reading source", () => {
	test("finds all kinds of imports, across lines", () =>
		expect(
			importsOf(
				[
					'import a, { type B } from "a";',
					'import {\n\tc,\n} from "c";',
					'import * as d from "d";',
					'export { e } from "e";',
					'export * from "f";',
					'import "g";',
					'const h = () => import("h");',
					'export const from = "i";',
				].join("\n"),
			).toSorted(),
		).toEqual(["a", "c", "d", "e", "f", "g", "h"]));

	test("keeps code between texts", () =>
		expect(
			scanSource(
				`a("x\\"y", \`t \${b + \`\${c}\`} u\`, /["\`]/u, d / e / f) // "z`,
			).code,
		).toMatch(/^a\("0",\s+b \+\s+c,\s+0\s+, d \/ e \/ f\) $/));
});
