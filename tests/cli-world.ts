/** A world in memory for commands. Only the bundled fonts are real. */
import { readdir, readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import type { Effects, Read } from "../src/cli/effects.ts";
import { run } from "../src/cli/run.ts";

const FONTS = join(import.meta.dirname, "..", "fonts");

export interface Ran {
	readonly exit: number;
	readonly stdout: string;
	readonly stderr: string;
	/** Every file after the run. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly written: readonly string[];
}

export interface WorldOptions {
	/** Paths that cannot be read or written, with the system's reason. */
	readonly denied?: Readonly<Record<string, string>>;
	readonly closedStdout?: boolean;
}

/** Runs a command line in a world with these files. */
export async function runIn(
	files: Readonly<Record<string, string | Uint8Array>>,
	argv: readonly string[],
	{ denied = {}, closedStdout = false }: WorldOptions = {},
): Promise<Ran> {
	const encoder = new TextEncoder();
	const disk = new Map(
		Object.entries(files).map(([path, data]): [string, Uint8Array] => [
			normalize(path),
			typeof data === "string" ? encoder.encode(data) : data,
		]),
	);
	const written: string[] = [];
	const said = { stdout: "", stderr: "" };
	const reasonFor = (path: string): string | undefined =>
		denied[normalize(path)];

	async function readAny(path: string): Promise<Read> {
		const reason = reasonFor(path);
		if (reason) return { kind: "failed", reason };
		if (path.startsWith(FONTS)) {
			return { kind: "bytes", bytes: await readFile(path) };
		}
		const bytes = disk.get(normalize(path));
		return bytes ? { kind: "bytes", bytes } : { kind: "missing" };
	}

	const effects: Effects = {
		bundledFonts: FONTS,
		readFile: readAny,
		async list(directory) {
			const reason = reasonFor(directory);
			if (reason) return { kind: "failed", reason };
			if (directory === FONTS) {
				return { kind: "names", names: await readdir(FONTS) };
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
			const reason = reasonFor(path);
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
	};
	const exit = await run(argv, effects);
	return { exit, ...said, files: disk, written };
}
