/** Takes a PDF apart, lets a test change its objects, and puts it together again. */
import { zlibSync } from "fflate";
import { openPdf } from "../../src/pdf-reader/open-pdf.ts";
import {
	asDict,
	asKind,
	asName,
	EMPTY_DICT,
	latin1,
	type PdfDict,
	type PdfStream,
	type PdfValue,
} from "../../src/pdf-reader/values.ts";

/** A PDF taken apart: every object by its number, and the trailer. */
export class Workbench {
	readonly objects = new Map<number, PdfValue>();
	trailer: PdfDict;

	constructor(bytes: Uint8Array) {
		const file = openPdf(bytes);
		if (file === null) throw new Error("no PDF");
		this.trailer = file.trailer;
		for (const id of file.ids) {
			const value = file.get({ kind: "ref", id, generation: 0 });
			const type = asName(asDict(value)?.entries.get("Type") ?? null);
			if (type !== "ObjStm" && type !== "XRef") this.objects.set(id, value);
		}
	}

	get(value: PdfValue | undefined): PdfValue {
		const reference = asKind(value ?? null, "ref");
		return reference === null
			? (value ?? null)
			: (this.objects.get(reference.id) ?? null);
	}

	field(owner: PdfValue | undefined, ...keys: readonly string[]): PdfValue {
		let at = this.get(owner);
		for (const key of keys) at = this.get(asDict(at)?.entries.get(key));
		return at;
	}

	/** Numbers of the objects whose dictionary has these names. */
	find(wanted: Readonly<Record<string, string>>): readonly number[] {
		return [...this.objects.keys()].filter((id) =>
			Object.entries(wanted).every(
				([key, name]) => asName(this.field(this.ref(id), key)) === name,
			),
		);
	}

	ref(id: number): PdfValue {
		return { kind: "ref", id, generation: 0 };
	}

	add(value: PdfValue): PdfValue {
		const id = Math.max(...this.objects.keys()) + 1;
		this.objects.set(id, value);
		return this.ref(id);
	}

	/** Changes fields of an object's dictionary; undefined takes one out. */
	set(
		id: number,
		changes: Readonly<Record<string, PdfValue | undefined>>,
	): void {
		const value = this.objects.get(id) ?? null;
		const dict = withFields(asDict(value) ?? EMPTY_DICT, changes);
		const stream = asKind(value, "stream");
		this.objects.set(id, stream === null ? dict : { ...stream, dict });
	}

	/** The text of a stream, changed. */
	edit(id: number, change: (text: string) => string): void {
		const stream = asKind(this.objects.get(id) ?? null, "stream");
		if (stream === null) throw new Error(`object ${id} has no stream`);
		const before = latin1(unpacked(stream));
		const after = change(before);
		if (after === before) throw new Error("nothing was changed");
		const raw = Uint8Array.from(after, (letter) => letter.charCodeAt(0));
		const dict = withFields(stream.dict, { Filter: undefined });
		this.objects.set(id, { ...stream, dict, raw });
	}

	save({ objectStreams = false } = {}): Uint8Array {
		return objectStreams ? saveModern(this) : savePlain(this);
	}
}

const unpacked = (stream: PdfStream): Uint8Array => {
	const alone = openPdf(savedAlone(stream));
	const value = alone?.get({ kind: "ref", id: 1, generation: 0 }) ?? null;
	const again = asKind(value, "stream");
	return again === null || alone === null || alone === undefined
		? stream.raw
		: alone.decode(again).bytes;
};

const savedAlone = (stream: PdfStream): Uint8Array =>
	join(["%PDF-1.7\n1 0 obj\n", ...serialised(stream), "\nendobj\n"]);

export const withFields = (
	dict: PdfDict,
	changes: Readonly<Record<string, PdfValue | undefined>>,
): PdfDict => {
	const entries = new Map(dict.entries);
	for (const [key, value] of Object.entries(changes))
		if (value === undefined) entries.delete(key);
		else entries.set(key, value);
	return { kind: "dict", entries };
};

export const name = (text: string): PdfValue => ({ kind: "name", name: text });
export const string = (text: string): PdfValue => ({
	kind: "string",
	bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
});
export const array = (...items: readonly PdfValue[]): PdfValue => ({
	kind: "array",
	items,
});
export const dictOf = (
	fields: Readonly<Record<string, PdfValue>>,
): PdfDict => ({ kind: "dict", entries: new Map(Object.entries(fields)) });

type Piece = string | Uint8Array;

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const written = (text: string): string =>
	[...new TextEncoder().encode(text)]
		.map((byte) =>
			/[\w.+:,-]/.test(String.fromCharCode(byte))
				? String.fromCharCode(byte)
				: `#${byte.toString(16).padStart(2, "0")}`,
		)
		.join("");

function inline(value: PdfValue): string {
	if (value === null || typeof value !== "object") return String(value);
	switch (value.kind) {
		case "name":
			return `/${written(value.name)}`;
		case "string":
			return `<${hex(value.bytes)}>`;
		case "ref":
			return `${value.id} ${value.generation} R`;
		case "array":
			return `[${value.items.map(inline).join(" ")}]`;
		case "dict":
			return `<<${[...value.entries].map(([key, v]) => `/${written(key)} ${inline(v)}`).join("\n")}>>`;
		case "stream":
			throw new Error("a stream is an object of its own");
	}
}

function serialised(value: PdfValue): readonly Piece[] {
	const stream = asKind(value, "stream");
	if (stream === null) return [inline(value)];
	const dict = withFields(stream.dict, { Length: stream.raw.length });
	return [inline(dict), "\nstream\n", stream.raw, "\nendstream"];
}

const bytesOf = (piece: Piece): Uint8Array =>
	typeof piece === "string"
		? Uint8Array.from(piece, (letter) => letter.charCodeAt(0))
		: piece;

function join(pieces: readonly Piece[]): Uint8Array {
	const parts = pieces.map(bytesOf);
	const bytes = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

const lengthOf = (pieces: readonly Piece[]): number =>
	pieces.reduce((sum, piece) => sum + piece.length, 0);

const HEAD = "%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n";

function savePlain({ objects, trailer }: Workbench): Uint8Array {
	const pieces: Piece[] = [HEAD];
	const size = Math.max(...objects.keys()) + 1;
	const lines = Array.from({ length: size }, () => "0000000000 65535 f \n");
	for (const [id, value] of objects) {
		lines[id] = `${String(lengthOf(pieces)).padStart(10, "0")} 00000 n \n`;
		pieces.push(`${id} 0 obj\n`, ...serialised(value), "\nendobj\n");
	}
	const start = lengthOf(pieces);
	const dict = withFields(trailer, { Size: size, Prev: undefined });
	pieces.push(`xref\n0 ${size}\n`, ...lines, "trailer\n", inline(dict));
	return join([...pieces, `\nstartxref\n${start}\n%%EOF\n`]);
}

/** Plain objects in one object stream, and the table as a stream with a predictor. */
function saveModern({ objects, trailer }: Workbench): Uint8Array {
	const pieces: Piece[] = [HEAD];
	const container = Math.max(...objects.keys()) + 1;
	const rows = new Map<number, readonly [number, number, number]>();
	const place = (id: number, value: PdfValue): void => {
		rows.set(id, [1, lengthOf(pieces), 0]);
		pieces.push(`${id} 0 obj\n`, ...serialised(value), "\nendobj\n");
	};
	const inside: string[] = [];
	const index: string[] = [];
	for (const [id, value] of objects) {
		if (asKind(value, "stream") !== null) {
			place(id, value);
			continue;
		}
		rows.set(id, [2, container, index.length]);
		index.push(
			`${id} ${inside.join(" ").length + (inside.length > 0 ? 1 : 0)}`,
		);
		inside.push(inline(value));
	}
	const first = `${index.join(" ")} `;
	place(container, {
		kind: "stream",
		dict: dictOf({
			Type: name("ObjStm"),
			N: index.length,
			First: first.length,
			Filter: name("FlateDecode"),
		}),
		raw: zlibSync(bytesOf(first + inside.join(" "))),
	});
	const start = lengthOf(pieces);
	const size = container + 2;
	rows.set(container + 1, [1, start, 0]);
	const table: number[] = [];
	let above = [0, 0, 0, 0, 0];
	for (let id = 0; id < size; id++) {
		const [type, a, b] = rows.get(id) ?? [0, 0, 0];
		const row = [type, (a >> 16) & 255, (a >> 8) & 255, a & 255, b];
		table.push(2, ...row.map((byte, i) => (byte - (above[i] ?? 0)) & 255));
		above = row;
	}
	const dict = withFields(trailer, {
		Type: name("XRef"),
		Size: size,
		W: array(1, 3, 1),
		Filter: name("FlateDecode"),
		DecodeParms: dictOf({ Predictor: 12, Columns: 5 }),
		Prev: undefined,
	});
	place(container + 1, {
		kind: "stream",
		dict,
		raw: zlibSync(Uint8Array.from(table)),
	});
	return join([...pieces, `startxref\n${start}\n%%EOF\n`]);
}
