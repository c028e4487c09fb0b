/** The real world. */
import { spawn } from "node:child_process";
import { unlinkSync } from "node:fs";
import {
	mkdir,
	open,
	readdir,
	readFile,
	realpath,
	rename,
	stat,
	unlink,
} from "node:fs/promises";
import { platform } from "node:os";
import {
	basename,
	dirname,
	isAbsolute,
	join,
	relative,
	resolve as resolvePath,
} from "node:path";
import { createInterface } from "node:readline/promises";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Effects, Read, Written } from "./effects.ts";

export const reasonOf = (error: unknown): string => {
	if (error instanceof Error) {
		return "code" in error && typeof error.code === "string"
			? error.code
			: error.message;
	}
	return String(error);
};

/** On a read-only disk Node calls the missing folder ENOENT; the plain call knows better. */
async function makeFolder(path: string): Promise<void> {
	try {
		await mkdir(path, { recursive: true });
	} catch (error) {
		if (reasonOf(error) !== "ENOENT") throw error;
		await mkdir(path);
	}
}

function unread(error: unknown): Read {
	const reason = reasonOf(error);
	return reason === "ENOENT" ? { kind: "missing" } : { kind: "failed", reason };
}

async function readBytes(path: string): Promise<Read> {
	try {
		return { kind: "bytes", bytes: await readFile(path) };
	} catch (error) {
		return unread(error);
	}
}

export interface NodeEffects extends Effects {
	/** Lets files that are being written come to their ends, and none begin; then it is time to exit. */
	readonly finishWriting: () => Promise<void>;
	/** Removes half-written files; synchronous, for an exit that cannot wait. */
	readonly cleanUp: () => void;
}

/** What each system calls "open this file". */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
	win32: ["rundll32", "url.dll,FileProtocolHandler"],
	darwin: ["open"],
};

const isAddress = (path: string): boolean => /^https?:\/\//u.test(path);

function showFile(path: string): void {
	const [program = "xdg-open", ...rest] = OPENERS[platform()] ?? [];
	const child = spawn(
		program,
		[...rest, isAddress(path) ? path : resolvePath(path)],
		{
			detached: true,
			stdio: "ignore",
		},
	);
	// A system without such a program has the file all the same.
	child.on("error", () => {});
	child.unref();
}

async function askPerson(question: string): Promise<string | null> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		return await terminal.question(question);
	} finally {
		terminal.close();
	}
}

/** Folders of the package. */
export interface Bundled {
	readonly fonts: string;
	readonly templates: string;
}

export function nodeEffects(bundled: Bundled): NodeEffects {
	const unfinished = new Set<string>();
	const writing = new Set<Promise<Written>>();
	let isEnding = false;

	function writeFile(
		path: string,
		bytes: Uint8Array,
		disk: "now" | "later" = "now",
	): Promise<Written> {
		// Who waits for it waits for the end of the process.
		if (isEnding) return new Promise(() => {});
		const written = write(path, bytes, disk);
		writing.add(written);
		return written.finally(() => writing.delete(written));
	}

	async function write(
		path: string,
		bytes: Uint8Array,
		disk: "now" | "later",
	): Promise<Written> {
		const temporary = join(
			dirname(path),
			`.${basename(path)}.${process.pid}.tmp`,
		);
		try {
			await makeFolder(dirname(path));
			unfinished.add(temporary);
			const file = await open(temporary, "w");
			try {
				await file.writeFile(bytes);
				// Otherwise a power cut can leave a complete name on an empty file.
				if (disk === "now") await file.sync();
			} finally {
				await file.close();
			}
			await rename(temporary, path);
			return { kind: "written" };
		} catch (error) {
			await unlink(temporary).catch(() => {});
			return { kind: "failed", reason: reasonOf(error) };
		} finally {
			unfinished.delete(temporary);
		}
	}

	return {
		bundledFonts: bundled.fonts,
		bundledTemplates: bundled.templates,
		readFile: readBytes,
		async readInside(folder, file, mostBytes) {
			const path = join(folder, file);
			try {
				const real = await realpath(path);
				const way = relative(await realpath(folder), real);
				if (way.startsWith("..") || isAbsolute(way)) return { kind: "outside" };
				const { size } = await stat(real);
				return size > mostBytes
					? { kind: "too-large", bytes: size }
					: await readBytes(real);
			} catch (error) {
				return unread(error);
			}
		},
		async list(directory) {
			try {
				return { kind: "names", names: await readdir(directory) };
			} catch (error) {
				const reason = reasonOf(error);
				return reason === "ENOENT" || reason === "ENOTDIR"
					? { kind: "no-directory" }
					: { kind: "failed", reason };
			}
		},
		writeFile,
		stdout: (data) =>
			new Promise((resolve) => {
				process.stdout.write(data, (error) =>
					resolve(
						error
							? { kind: "failed", reason: reasonOf(error) }
							: { kind: "written" },
					),
				);
			}),
		stderr: (text) => {
			process.stderr.write(text);
		},
		breathe: () => setImmediate(undefined),
		pause: (milliseconds) => setTimeout(milliseconds, true),
		now: () => performance.now(),
		ask: askPerson,
		show: showFile,
		async finishWriting() {
			isEnding = true;
			// A file removed now could be made again by an opening that is on its way.
			await Promise.all(writing);
		},
		cleanUp() {
			for (const temporary of unfinished) {
				try {
					unlinkSync(temporary);
				} catch {
					// It was renamed or never made.
				}
			}
		},
	};
}
