/** `bangtin studio`: the editor in a browser, with a folder of notices behind it. */
import { dirname, join, resolve } from "node:path";
import { diagnostic } from "../diagnostics.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { DEFAULT_INPUT } from "./inputs.ts";
import { type Finding, nothingMade, type Outcome } from "./report.ts";
import { startStudioServer } from "./studio-server.ts";

/** Long enough to cost nothing, short enough to end soon. */
const PAUSE_MS = 500;

const failed = (file: string, d: Finding["diagnostic"]): Outcome =>
	nothingMade([{ file, source: "", diagnostic: d, sheets: [] }]);

/** Serves until the run is told to end; an outcome only when it cannot begin. */
export async function studio(
	args: Args,
	effects: Effects,
): Promise<Outcome | ExitCode> {
	const words = cliWords[args.lang];
	const [folder = DEFAULT_INPUT, ...more] = args.inputs;
	if (more.length > 0) {
		const params = { problem: words.oneFolder, suggestion: null };
		return failed("", diagnostic("error", "cli/usage", "", params));
	}
	const listing = await effects.list(folder);
	if (listing.kind === "no-directory")
		return failed(
			folder,
			diagnostic("error", "cli/no-file", "", { file: folder }),
		);
	if (listing.kind === "failed") {
		const params = { file: folder, reason: listing.reason };
		return failed(folder, diagnostic("error", "cli/unreadable", "", params));
	}
	// The bundle lies in dist/, beside fonts/.
	const file = join(dirname(effects.bundledFonts), "dist", "studio.html");
	const page = await effects.readFile(file);
	if (page.kind !== "bytes") {
		const reason = page.kind === "failed" ? page.reason : "ENOENT";
		return failed(
			file,
			diagnostic("error", "cli/unreadable", "", { file, reason }),
		);
	}
	const server = await startStudioServer(new TextDecoder().decode(page.bytes), {
		path: resolve(folder),
		writeFile: effects.writeFile,
	});
	const { url } = server;
	await effects.stdout(args.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
	if (!args.quiet) effects.stderr(`${words.studioServes(folder)}\n`);
	if (args.show) effects.show(url);
	while (await effects.pause(PAUSE_MS));
	await server.close();
	return EXIT.done;
}
