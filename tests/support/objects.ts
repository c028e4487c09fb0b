/** Reads the objects of a PDF as bangtin writes them: one after another, some packed. */
import { unzlibSync } from "fflate";

export interface PdfObject {
	readonly id: number;
	/** Everything before the stream, bytes as Latin-1 letters. */
	readonly text: string;
	/** Decompressed; null for objects without stream. */
	readonly stream: Uint8Array | null;
}

const OBJECT = /(\d+) 0 obj\n/g;

export function readObjects(bytes: Uint8Array): readonly PdfObject[] {
	const file = latin1(bytes);
	const objects: PdfObject[] = [];
	OBJECT.lastIndex = 0;
	for (let m = OBJECT.exec(file); m !== null; m = OBJECT.exec(file)) {
		const object = readObject(bytes, file, Number(m[1]), OBJECT.lastIndex);
		objects.push(object.object, ...unpacked(object.object));
		OBJECT.lastIndex = object.end;
	}
	return objects;
}

function readObject(
	bytes: Uint8Array,
	file: string,
	id: number,
	start: number,
): { object: PdfObject; end: number } {
	const end = file.indexOf("endobj", start);
	const streamAt = file.indexOf("\nstream\n", start);
	if (streamAt < 0 || streamAt > end)
		return { object: { id, text: file.slice(start, end), stream: null }, end };
	const text = file.slice(start, streamAt);
	const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
	const from = streamAt + "\nstream\n".length;
	const raw = bytes.subarray(from, from + length);
	const stream = text.includes("/FlateDecode") ? unzlibSync(raw) : raw;
	return { object: { id, text, stream }, end: from + length };
}

/** The objects in a stream of objects: their numbers and places, then they themselves. */
function unpacked({ text, stream }: PdfObject): readonly PdfObject[] {
	if (!text.includes("/Type /ObjStm") || stream === null) return [];
	const content = latin1(stream);
	const first = Number(/\/First (\d+)/.exec(text)?.[1]);
	const numbers = content.slice(0, first).trim().split(" ").map(Number);
	const places = numbers.filter((_, i) => i % 2 === 1);
	return places.map((place, i) => ({
		id: numbers[2 * i] ?? 0,
		text: content.slice(first + place, first + (places[i + 1] ?? Infinity)),
		stream: null,
	}));
}

/** The texts of all objects, wherever they lie. */
export const objectTexts = (bytes: Uint8Array): string =>
	readObjects(bytes)
		.map(({ text }) => text)
		.join("\n");

export const latin1 = (bytes: Uint8Array): string =>
	Buffer.from(bytes).toString("latin1");

/** The operators of every page, in order. */
export function pageContents(bytes: Uint8Array): readonly string[] {
	const objects = readObjects(bytes);
	return objects
		.filter(({ text }) => /\/Type \/Page\b/.test(text))
		.map(({ text }) => {
			const id = Number(/\/Contents (\d+)/.exec(text)?.[1]);
			const stream = objects.find((object) => object.id === id)?.stream;
			return latin1(stream ?? new Uint8Array());
		});
}

/**
 * The tag tree in one line: `Document(H1(0) P(1 Link(2 @)))`, where numbers are
 * pieces of marked content and @ is an annotation.
 */
export function tagTree(bytes: Uint8Array): string {
	const byId = new Map(readObjects(bytes).map((object) => [object.id, object]));
	const root = [...byId.values()].find(({ text }) =>
		text.includes("/Type /StructTreeRoot"),
	);
	return kidsOf(root?.text ?? "", byId).join(" ");
}

function kidsOf(
	text: string,
	byId: ReadonlyMap<number, PdfObject>,
): readonly string[] {
	const kids = /\/K \[([\s\S]*?)\](?=\n\/|\n>>|$)/.exec(text)?.[1] ?? "";
	const parts = kids.match(/<<[\s\S]*?>>|\d+ 0 R|\d+/g) ?? [];
	return parts.map((part) => {
		if (part.startsWith("<<")) return "@";
		const reference = /^(\d+) 0 R$/.exec(part);
		if (reference === null) return part;
		const child = byId.get(Number(reference[1]))?.text ?? "";
		const tag = /\/S \/(\w+)/.exec(child)?.[1] ?? "?";
		return `${tag}(${kidsOf(child, byId).join(" ")})`;
	});
}
