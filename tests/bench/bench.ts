/**
 * `npm run bench`: how long bangtin takes and how much it needs, beside Typst, bare
 * PDFKit and Node itself, measured in turn. Nothing here passes or fails.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMAT_NAMES } from "../../src/formats/formats.ts";
import { batchRows } from "./batch.ts";
import { coldRows } from "./cold.ts";
import { typstFolder } from "./notice.ts";
import { profileTable } from "./profile.ts";
import { table } from "./rows.ts";
import { studioFigures } from "./studio.ts";
import { warmRows } from "./warm.ts";

/** Ten thousand villages take minutes. */
const isLong = process.argv.includes("--long");
const folder = mkdtempSync(join(tmpdir(), "bangtin-bench-"));
try {
	const typst = typstFolder(folder);
	// Each as soon as it is known: the next ones take longer.
	console.log(table(await coldRows(folder, typst)));
	for (const name of FORMAT_NAMES)
		console.log(table(await warmRows(name, typst)));
	console.log(table(await batchRows(folder, typst, isLong)));
	console.log(`
Medians, Node ${process.versions.node}; first goal, then the next. Ours are tagged, archival and carry the notice; Typst's are tagged.
Typst is told its codes as drawn before. Bare PDFKit is told where each text goes: no layout, frames, tags or archive.`);
	console.log(
		`\nWhere the time goes, by room and package:\n${profileTable(folder)}`,
	);
	console.log(`\nThe studio, in a browser:\n${await studioFigures()}`);
} finally {
	rmSync(folder, { recursive: true });
}
