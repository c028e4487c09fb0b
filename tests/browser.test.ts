/**
 * The whole way from YAML to PDF runs where there is no Node, and gives the
 * same bytes there.
 */
import { readdirSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { type BuildResult, build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { BUNDLED_FILES, DEFAULT_FAMILY } from "../src/fonts/table.ts";
import { FORMAT_NAMES, type FormatName } from "../src/formats/formats.ts";
import type { Announcement } from "../src/model/announcement.ts";
import { paintPdf } from "../src/paint/pdf.ts";
import { typeset } from "../src/typeset.ts";
import { sampleNotice, samplePicture, sampleText } from "./support/samples.ts";
import { fontBytes, openBundled } from "./support/typeface.ts";

const CONTENT = new URL("../content/", import.meta.url);
const NOTICES = readdirSync(CONTENT).filter((name) => name.endsWith(".yaml"));

const ENTRY = `
	import { readAnnouncement } from "../src/content/read.ts";
	import { withPicture } from "../src/model/with-picture.ts";
	import { readPicture } from "../src/pictures/read.ts";
	import { openTypeface } from "../src/fonts/open.ts";
	import { paintPdf } from "../src/paint/pdf.ts";
	import { typeset } from "../src/typeset.ts";
	export function notice(source, picture, family, files, sheet) {
		const typeface = openTypeface(family, files);
		const read = readAnnouncement(source).value;
		const value = picture === null
			? read
			: withPicture(read, readPicture(picture, "issuer.logo").value);
		const laidOut = typeset(value, { sheet, theme: "tuyen", ink: "full" }, typeface);
		return paintPdf(laidOut.value, typeface);
	}
`;

/** What a browser has beyond the language; its encoder answers in its own realm. */
const GLOBALS = `(host) => {
	globalThis.TextEncoder = class {
		encode(text) { return Uint8Array.from(host.encode(text)); }
	};
	globalThis.TextDecoder = host.TextDecoder;
	globalThis.URL = host.URL;
	globalThis.console = host.console;
	globalThis.atob = host.atob;
}`;

/** The entry's function as the other realm has it. */
type Notice = (
	source: string,
	picture: Uint8Array | null,
	family: string,
	files: readonly { weight: number; bytes: Uint8Array }[],
	sheet: FormatName,
) => Uint8Array;

const bundle = (): Promise<BuildResult<{ metafile: true; write: false }>> =>
	build({
		stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: "ts" },
		bundle: true,
		platform: "browser",
		format: "iife",
		globalName: "bangtin",
		logLevel: "error",
		// Of import.meta only the address of a colour profile we do not use.
		define: { "import.meta.url": '"https://example.invalid/"' },
		metafile: true,
		write: false,
	});

function openRealm(code: string): {
	notice: Notice;
	copy: (bytes: Uint8Array) => Uint8Array;
} {
	const host = {
		encode: (text: string) => new TextEncoder().encode(text),
		TextDecoder,
		URL,
		console,
		atob,
	};
	const realm = createContext({});
	runInContext(GLOBALS, realm)(host);
	runInContext(code, realm);
	return {
		notice: runInContext("bangtin.notice", realm),
		copy: runInContext("(bytes) => Uint8Array.from(bytes)", realm),
	};
}

/** As Node itself does it, from the same modules. */
function noticeInNode(value: Announcement, sheet: FormatName): Uint8Array {
	const typeface = openBundled();
	const request = { sheet, theme: "tuyen", ink: "full" } as const;
	const laidOut = typeset(value, request, typeface);
	if (laidOut.value === null) throw new Error("the notice cannot be laid out");
	return paintPdf(laidOut.value, typeface);
}

describe("in a browser", () => {
	let code = "";
	let imported: readonly string[] = [];

	beforeAll(async () => {
		const { metafile, outputFiles } = await bundle();
		code = outputFiles[0]?.text ?? "";
		imported = Object.values(metafile.inputs)
			.flatMap(({ imports }) => imports)
			.filter(({ external }) => external === true)
			.map(({ path }) => path);
	}, 30_000);

	test("nothing of Node is asked for", () => {
		expect(imported).toEqual([]);
		expect(code.match(/\brequire\("[^"]*"\)/g)).toBeNull();
	});

	test.each(NOTICES)(
		"every sheet of %s is Node's, byte for byte",
		(name) => {
			const announcement = sampleNotice(name);
			const picture = samplePicture(announcement);
			const { notice, copy } = openRealm(code);
			const files = BUNDLED_FILES.map(({ weight, name }) => ({
				weight,
				bytes: copy(fontBytes(name)),
			}));
			for (const sheet of FORMAT_NAMES) {
				const there = notice(
					sampleText(name),
					picture && copy(picture),
					DEFAULT_FAMILY,
					files,
					sheet,
				);
				const here = noticeInNode(announcement, sheet);
				expect(there.length).toBe(here.length);
				expect(Buffer.compare(here, Uint8Array.from(there))).toBe(0);
			}
		},
		30_000,
	);
});
