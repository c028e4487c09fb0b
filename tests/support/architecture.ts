/** The rooms of src/ and the doors between them; `src/README.md` says what each room knows. */
import { dirname, join, normalize } from "node:path/posix";
import { importsOf, scanSource } from "./source.ts";

/** Files by their path below src/, "/" between folders. */
export type SourceTree = ReadonlyMap<string, string>;

interface Door {
	/** Rooms, or single files of a room without ".ts". A room may always import itself. */
	readonly rooms: readonly string[];
	readonly packages: readonly string[];
	/** Same answer everywhere, in the browser too: no clock, chance, disk or locale. */
	readonly pure: boolean;
}

const pure = (
	rooms: readonly string[],
	packages: readonly string[] = [],
): Door => ({ rooms, packages, pure: true });

/** A room is a folder of src/, or a file that lies in src/ itself. */
export const ROOMS: Readonly<Record<string, Door>> = {
	units: pure([]),
	ink: pure([]),
	suggest: pure([]),
	diagnostics: pure(["messages/codes"]),
	path: pure(["units"]),
	xml: pure([], ["saxen"]),
	messages: pure(["diagnostics", "model/announcement"]),
	model: pure(["diagnostics", "path"]),
	pictures: pure(
		["model/picture", "messages/codes", "path", "xml", "diagnostics"],
		["fast-png", "fflate", "jpeg-js", "svgpath"],
	),
	content: pure(
		[
			"model",
			"diagnostics",
			"suggest",
			"messages/codes",
			"messages/sheet-words",
		],
		["yaml", "zod"],
	),
	formats: pure(["units"]),
	fonts: pure([], ["fontkit"]),
	qr: pure([], ["qrcode", "jsqr"]),
	layout: pure([
		"path",
		"model",
		"formats",
		"fonts/face",
		"qr",
		"units",
		"ink",
		"diagnostics",
	]),
	themes: pure([
		"layout",
		"model",
		"formats",
		"fonts/face",
		"qr/encode",
		"messages/sheet-words",
		"units",
		"ink",
		"diagnostics",
	]),
	proof: pure(
		[
			"layout/sheet",
			"model",
			"formats",
			"fonts/face",
			"fonts/missing",
			"pdf-reader",
			"qr",
			"messages/codes",
			"units",
			"ink",
			"diagnostics",
		],
		["jpeg-js"],
	),
	paint: pure(
		[
			"layout/sheet",
			"fonts",
			"qr/outline",
			"messages/sheet-words",
			"units",
			"ink",
		],
		["pdfkit", "fflate", "fast-png"],
	),
	"pdf-reader": pure([], ["fflate"]),
	batch: pure(
		[
			"content",
			"typeset",
			"paint",
			"print/prepare",
			"proof/bytes/proof-pdf",
			"fonts",
			"formats",
			"layout/sheet",
			"themes/themes",
			"messages/sheet-words",
			"model/dates",
			"model/picture",
			"diagnostics",
			"suggest",
			"xml",
		],
		["papaparse", "numfmt", "fflate"],
	),
	print: pure([
		"layout/sheet",
		"layout/shapes",
		"messages/print-words",
		"fonts/face",
		"formats",
		"diagnostics",
		"units",
	]),
	typeset: pure([
		"model",
		"layout",
		"themes",
		"print",
		"proof",
		"formats",
		"fonts/face",
		"messages/sheet-words",
		"diagnostics",
	]),
	library: pure([
		"content",
		"pictures",
		"typeset",
		"layout/sheet",
		"themes/themes",
		"paint",
		"fonts",
		"formats",
		"messages",
		"model",
		"diagnostics",
	]),
	studio: {
		rooms: [
			"batch",
			"typeset",
			"content",
			"model",
			"pictures",
			"print",
			"proof",
			"themes/tuyen/pictograms",
			"themes/theme-names",
			"themes/themes",
			"layout/sheet",
			"paint",
			"pdf-reader",
			"fonts",
			"formats",
			"messages",
			"diagnostics",
		],
		packages: ["yaml", "fflate", "@codemirror", "@lezer"],
		pure: false,
	},
	cli: {
		rooms: [
			"content",
			"pictures",
			"model",
			"typeset",
			"batch",
			"print",
			"proof",
			"layout",
			"themes",
			"paint",
			"pdf-reader",
			"fonts",
			"formats",
			"messages",
			"suggest",
			"diagnostics",
			"units",
		],
		packages: ["node:"],
		pure: false,
	},
};

/** "cli/main.ts" is in cli, "units.ts" is a room of its own. */
export const roomOf = (file: string): string =>
	(file.split("/")[0] ?? "").replace(/\.\w+$/, "");

const withoutEnding = (file: string): string => file.replace(/\.ts$/, "");

/** A relative import as a file below src/; "../…" for what lies outside. */
const target = (file: string, specifier: string): string =>
	normalize(join(dirname(file), specifier));

const isRelative = (specifier: string): boolean => specifier.startsWith(".");

function isAllowed(file: string, specifier: string, door: Door): boolean {
	if (!isRelative(specifier))
		return door.packages.some(
			(name) =>
				specifier === name ||
				specifier.startsWith(name.endsWith(":") ? name : `${name}/`),
		);
	const to = target(file, specifier);
	// The version stands in package.json only.
	if (to === "../package.json") return !door.pure;
	const room = roomOf(to);
	return (
		room === roomOf(file) ||
		door.rooms.includes(room) ||
		door.rooms.includes(withoutEnding(to))
	);
}

/** Imports that go through a wall, as sentences. */
export function wrongImports(tree: SourceTree): readonly string[] {
	return [...tree].flatMap(([file, source]) => {
		const room = roomOf(file);
		const door = ROOMS[room];
		if (door === undefined)
			return [`${file}: the room ${room} is not in ROOMS`];
		return importsOf(source)
			.filter((specifier) => !isAllowed(file, specifier, door))
			.map(
				(specifier) =>
					`${file} imports ${specifier}, but ${room} may only import ${[...door.rooms, ...door.packages].join(", ") || "nothing"}`,
			);
	});
}

/** Files that import each other in a ring: the files of each ring in order. */
export function importCycles(tree: SourceTree): readonly string[] {
	const done = new Set<string>();
	const cycles: string[] = [];
	const visit = (file: string, trail: readonly string[]): void => {
		const before = trail.indexOf(file);
		if (before >= 0) {
			cycles.push([...trail.slice(before), file].join(" → "));
			return;
		}
		const source = tree.get(file);
		if (source === undefined || done.has(file)) return;
		for (const specifier of importsOf(source))
			if (isRelative(specifier))
				visit(target(file, specifier), [...trail, file]);
		done.add(file);
	};
	for (const file of tree.keys()) visit(file, []);
	return cycles;
}

/** What gives other answers at another time or place, or reaches outside. */
const IMPURE =
	/\bDate\.now\b|\bDate\s*\(\s*\)|\bMath\.random\b|\bprocess\s*[.[]|\bBuffer\b|\bIntl\b|\.toLocale\w+|\.localeCompare\b|\bperformance\b|\bfetch\s*\(|\bglobalThis\b|\bcrypto\b|\bset(?:Timeout|Interval)\b|\bconsole\b/g;

export function impurities(tree: SourceTree): readonly string[] {
	return [...tree]
		.filter(([file]) => ROOMS[roomOf(file)]?.pure ?? true)
		.flatMap(([file, source]) => {
			const words = [...scanSource(source).code.matchAll(IMPURE)].map(
				([word]) => word,
			);
			const nodes = importsOf(source).filter((from) =>
				from.startsWith("node:"),
			);
			return [...words, ...nodes].map(
				(what) => `${file} uses ${what}, but ${roomOf(file)} is pure`,
			);
		});
}

/** The rooms a map names: the first cell of each row of its tables, in back-ticks. */
export const roomsOnMap = (map: string): readonly string[] =>
	[...map.matchAll(/^\| `([\w-]+)(?:\/|\.m?[jt]s)` +\|/gm)].map(
		(match) => match[1] ?? "",
	);
