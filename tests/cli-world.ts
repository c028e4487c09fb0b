/** A world in memory for commands. Only the bundled fonts and the samples' pictures are real. */
import { readdir, readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import type { Effects, Read } from "../src/cli/effects.ts";
import { run } from "../src/cli/run.ts";

const FONTS = join(import.meta.dirname, "..", "fonts");
const TEMPLATES = join(import.meta.dirname, "..", "content", "templates");

/** Beside the samples, wherever their text is read from. */
const SAMPLE_PICTURE = /^content[\\/]xa-vi-du\.svg$/u;

export interface Ran {
	readonly exit: number;
	readonly stdout: string;
	readonly stderr: string;
	/** Every file after the run. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly written: readonly string[];
	/** Files shown to the user. */
	readonly shown: readonly string[];
}

export interface WorldOptions {
	/** Paths that cannot be read or written, with the system's reason. */
	readonly denied?: Readonly<Record<string, string>>;
	/** Paths that can be read only. */
	readonly unwritable?: Readonly<Record<string, string>>;
	readonly closedStdout?: boolean;
	/** What somebody types; nobody is there without it. */
	readonly typed?: readonly string[];
	/** What others do to the files while the program waits, one after the other. */
	readonly meanwhile?: readonly ((disk: Map<string, Uint8Array>) => void)[];
}

/** Runs a command line in a world with these files. */
export async function runIn(
	files: Readonly<Record<string, string | Uint8Array>>,
	argv: readonly string[],
	{
		denied = {},
		unwritable = {},
		closedStdout = false,
		typed,
		meanwhile = [],
	}: WorldOptions = {},
): Promise<Ran> {
	const encoder = new TextEncoder();
	const disk = new Map(
		Object.entries(files).map(([path, data]): [string, Uint8Array] => [
			normalize(path),
			typeof data === "string" ? encoder.encode(data) : data,
		]),
	);
	const written: string[] = [];
	const shown: string[] = [];
	const lines = [...(typed ?? [])];
	const happenings = [...meanwhile];
	const said = { stdout: "", stderr: "" };
	const reasonFor = (path: string): string | undefined =>
		denied[normalize(path)];

	async function readAny(path: string): Promise<Read> {
		const reason = reasonFor(path);
		if (reason) return { kind: "failed", reason };
		if (path.startsWith(FONTS) || path.startsWith(TEMPLATES)) {
			return { kind: "bytes", bytes: await readFile(path) };
		}
		const bytes = disk.get(normalize(path));
		if (!bytes && SAMPLE_PICTURE.test(path))
			return { kind: "bytes", bytes: await readFile(path) };
		return bytes ? { kind: "bytes", bytes } : { kind: "missing" };
	}

	const effects: Effects = {
		bundledFonts: FONTS,
		bundledTemplates: TEMPLATES,
		readFile: readAny,
		async readInside(folder, file, mostBytes) {
			const read = await readAny(join(folder, file));
			return read.kind === "bytes" && read.bytes.length > mostBytes
				? { kind: "too-large", bytes: read.bytes.length }
				: read;
		},
		async list(directory) {
			const reason = reasonFor(directory);
			if (reason) return { kind: "failed", reason };
			if (directory === FONTS || directory === TEMPLATES) {
				return { kind: "names", names: await readdir(directory) };
			}
			const inside = join(directory, "/");
			const names = [...disk.keys()]
				.filter((path) => path.startsWith(inside))
				.map((path) => path.slice(inside.length));
			return names.length > 0
				? { kind: "names", names }
				: { kind: "no-directory" };
		},
		async writeFile(path, bytes) {
			const reason = reasonFor(path) ?? unwritable[normalize(path)];
			if (reason) return { kind: "failed", reason };
			disk.set(normalize(path), bytes);
			written.push(normalize(path));
			return { kind: "written" };
		},
		async stdout(data) {
			if (closedStdout) return { kind: "failed", reason: "EPIPE" };
			said.stdout +=
				typeof data === "string"
					? data
					: new TextDecoder("latin1").decode(data);
			return { kind: "written" };
		},
		stderr(text) {
			said.stderr += text;
		},
		async breathe() {},
		async pause() {
			const next = happenings.shift();
			next?.(disk);
			return next !== undefined;
		},
		now: () => 0,
		async ask(question) {
			if (!typed) return null;
			said.stderr += question;
			return lines.shift() ?? "";
		},
		show(path) {
			shown.push(path);
		},
	};
	const exit = await run(argv, effects);
	return { exit, ...said, files: disk, written, shown };
}
