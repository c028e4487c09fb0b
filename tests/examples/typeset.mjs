// From a notice to a PDF without the command line:
//     node typeset.mjs content/hop-dan.yaml hop-dan.pdf
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
	DEFAULT_FAMILY,
	filesOfFamily,
	openTypeface,
	paintPdf,
	readBytes,
	renderDiagnostic,
	typeset,
} from "bangtin";

const [notice = "", pdf = ""] = process.argv.slice(2);

// The typeface: the files of one family, opened once for any number of notices.
const fonts = fileURLToPath(
	new URL("fonts/", import.meta.resolve("bangtin/package.json")),
);
const files = filesOfFamily(await readdir(fonts), DEFAULT_FAMILY);
const typeface = await openTypeface(
	DEFAULT_FAMILY,
	await Promise.all(
		files.map(async ({ name, weight }) => ({
			weight,
			bytes: await readFile(fonts + name),
		})),
	),
);

const bytes = await readFile(notice);
const { value, diagnostics, source } = readBytes(bytes);
const tell = (list) => {
	for (const diagnostic of list) {
		const context = { file: notice, source, lang: "vi" };
		console.error(renderDiagnostic(diagnostic, context));
	}
};
tell(diagnostics);
if (value) {
	const request = { sheet: "leaflet-a5", theme: "tuyen", ink: "full" };
	const sheet = typeset(value, request, typeface);
	tell(sheet.diagnostics);
	if (sheet.value) await writeFile(pdf, paintPdf(sheet.value, typeface));
}
