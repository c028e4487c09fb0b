/** The files a PDF carries. */
import type { PdfFile } from "./open-pdf.ts";
import {
	asDict,
	asKind,
	asName,
	itemsOf,
	type PdfDict,
	type PdfValue,
	textOf,
} from "./values.ts";

export interface Carried {
	readonly name: string;
	/** What it is to the document: `Source`, `Data` …; null when it does not say. */
	readonly relationship: string | null;
	readonly mediaType: string | null;
	readonly description: string;
	/** null when the file is damaged or packed in a way we do not know. */
	readonly bytes: Uint8Array | null;
}

const MOST_FILES = 1000;
const MOST_DEPTH = 32;

/** Those of the document as a whole first, then all others. */
export const attachmentsOf = (file: PdfFile): readonly Carried[] =>
	specificationsOf(file).map((one) => carried(file, one));

/** The dictionaries that name the files. */
export function specificationsOf(file: PdfFile): readonly PdfDict[] {
	const root = file.field(file.trailer, "Root");
	const specifications = [
		...itemsOf(file.field(root, "AF")),
		...namedFiles(file, file.field(file.field(root, "Names"), "EmbeddedFiles")),
	];
	const seen = new Set<PdfValue>();
	return specifications.flatMap((value) => {
		const specification = asDict(file.get(value));
		if (specification === null || seen.has(specification)) return [];
		seen.add(specification);
		return [specification];
	});
}

function namedFiles(
	file: PdfFile,
	node: PdfValue,
	depth = 0,
): readonly PdfValue[] {
	if (depth > MOST_DEPTH) return [];
	const names = itemsOf(file.field(node, "Names")).filter(
		(_, i) => i % 2 === 1,
	);
	const kids = itemsOf(file.field(node, "Kids")).slice(0, MOST_FILES);
	return [
		...names,
		...kids.flatMap((kid) => namedFiles(file, file.get(kid), depth + 1)),
	].slice(0, MOST_FILES);
}

function carried(file: PdfFile, specification: PdfValue): Carried {
	const embedded = file.field(specification, "EF");
	const stream =
		asKind(file.field(embedded, "F"), "stream") ??
		asKind(file.field(embedded, "UF"), "stream");
	const unpacked = stream === null ? null : file.decode(stream);
	const isWhole = unpacked?.whole === true && unpacked.unknown === null;
	return {
		name:
			textOf(file.field(specification, "UF")) ??
			textOf(file.field(specification, "F")) ??
			"",
		relationship: asName(file.field(specification, "AFRelationship")),
		mediaType: asName(file.field(stream, "Subtype")),
		description: textOf(file.field(specification, "Desc")) ?? "",
		bytes: isWhole ? unpacked.bytes : null,
	};
}
