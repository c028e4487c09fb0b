/**
 * PDFKit's document with the parts replaced that would differ between machines,
 * fail in silence or break the standards we claim.
 */
import PDFDocument, { type Chunk, type PDFReference } from "pdfkit";
import { deflated, deflatedBefore } from "./deflate.ts";
import { digest } from "./digest.ts";
import {
	crossReferences,
	ENTRY_WIDTHS,
	type ObjectPlace,
	type PackedObject,
	packObjects,
} from "./object-streams.ts";
import { srgbProfile } from "./srgb.ts";
import { type Metadata, xmpPacket } from "./xmp.ts";

/** A file carried inside the PDF. */
export interface Attachment {
	/** ASCII: readers disagree about anything else. */
	readonly name: string;
	readonly mediaType: string;
	readonly description: string;
	readonly bytes: Uint8Array;
}

export class BangtinPdf extends PDFDocument {
	// PDFKit's constructor pushes already, so these must not be initialised after it.
	declare private chunks: Chunk[] | undefined;
	declare private complete: boolean | undefined;
	/** What an object without stream would have written; null for other writing. */
	declare private held: (Uint8Array | string)[] | null | undefined;
	declare private packed: PackedObject[] | undefined;
	/** True once objects are written as they come: those that find the others. */
	declare private closing: boolean | undefined;
	readonly #metadata: Metadata;
	#allPlates: PDFReference | null = null;

	constructor(metadata: Metadata) {
		super({
			pdfVersion: "1.7",
			lang: metadata.language,
			tagged: true,
			displayTitle: true,
			font: null,
			autoFirstPage: false,
			info: {
				Title: metadata.title,
				Author: metadata.author,
				Producer: metadata.program,
				Creator: metadata.program,
				CreationDate: metadata.date,
				ModDate: metadata.date,
			},
		});
		this.#metadata = metadata;
	}

	/** Ends the document and gives its bytes. Throws when a part was left open. */
	finish(): Uint8Array {
		this.#declareColours();
		this.end();
		if (this.complete !== true)
			throw new Error(
				`${this._waiting} objects of the PDF were begun and never ended`,
			);
		return concat(this.chunks ?? []);
	}

	/** Of one notice's sheets the first is the same, the others differ. */
	attach(attachments: readonly Attachment[]): void {
		const files = attachments.map((attachment, index) => ({
			name: attachment.name,
			specification: this.#specify(attachment, index === 0),
		}));
		if (files.length === 0) return;
		this._root.data.AF = files.map(({ specification }) => specification);
		// A name tree is in the order of its names' bytes.
		const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
		this.#names().EmbeddedFiles = {
			Names: sorted.flatMap(({ name, specification }) => [
				pdfString(name),
				specification,
			]),
		};
	}

	#specify(
		{ name, mediaType, description, bytes }: Attachment,
		isShared: boolean,
	): PDFReference {
		if (!/^[ -~]+$/.test(name))
			throw new Error(`the name of an attachment must be ASCII: ${name}`);
		const { date } = this.#metadata;
		const stream = {
			Type: "EmbeddedFile",
			Subtype: mediaType.replace("/", "#2F"),
			Params: { Size: bytes.length, CreationDate: date, ModDate: date },
		};
		const file = isShared ? this.sharedRef(stream) : this.ref(stream);
		file.end(bytes);
		const specification = this.ref({
			Type: "Filespec",
			AFRelationship: "Source",
			F: pdfString(name),
			UF: pdfString(name),
			Desc: pdfString(description),
			EF: { F: file, UF: file },
		});
		specification.end();
		return specification;
	}

	/** Streams are collected, not streamed. */
	override push(chunk: Chunk | null): boolean {
		if (chunk === null) this.complete = true;
		else {
			this.chunks ??= [];
			this.chunks.push(chunk);
		}
		return true;
	}

	/** Streams are compressed when they are written; other objects wait for company. */
	override ref(data?: Record<string, unknown>): PDFReference {
		const reference = super.ref(data);
		reference.compress = false;
		const finalize = reference.finalize.bind(reference);
		reference.finalize = () => {
			compressStream(reference);
			if (reference.buffer.length === 0 && this.closing !== true)
				this.held = [];
			finalize();
		};
		return reference;
	}

	override _write(data: Uint8Array | string): void {
		if (this.held) this.held.push(data);
		else super._write(data);
	}

	override _refEnd(reference: PDFReference): void {
		// Between "1 0 obj" and "endobj" is all there is to it.
		const text = this.held?.[1];
		this.held = null;
		if (typeof text === "string") {
			this.packed ??= [];
			this.packed.push({ id: reference.id, text });
		}
		super._refEnd(reference);
	}

	/** For a stream that other documents have, too. */
	sharedRef(data: Record<string, unknown>): PDFReference {
		const reference = this.ref(data);
		shared.add(reference);
		return reference;
	}

	/** PDFKit's packet does not escape what it inserts. */
	override endMetadata(): void {
		const packet = this.ref({ Type: "Metadata", Subtype: "XML" });
		packet.end(xmpPacket(this.#metadata));
		this._root.data.Metadata = packet;
	}

	/** PDFKit's table finds no packed objects; ours is a stream as they are. */
	override _finalize(): void {
		// Called again by the last of the objects that are written here.
		if (this.closing === true) return;
		this.closing = true;
		const packed = this.packed ?? [];
		const { first, bytes } = packObjects(packed);
		const holder = this.ref({ Type: "ObjStm", N: packed.length, First: first });
		holder.end(bytes);
		// The identifier follows from all that was written before it.
		this._id = digest(this.chunks ?? []);
		const table = this.ref({
			Type: "XRef",
			W: ENTRY_WIDTHS,
			Root: this._root,
			Info: this._info,
			ID: [this._id, this._id],
		});
		// Object 0, and this one too.
		table.data.Size = this._offsets.length + 1;
		const start = this._offset;
		const places = this._offsets.map(
			(offset): ObjectPlace => ({ kind: "offset", offset: offset ?? start }),
		);
		for (const [index, { id }] of packed.entries())
			places[id - 1] = { kind: "packed", stream: holder.id, index };
		table.end(crossReferences(places));
		this._write("startxref");
		this._write(`${start}`);
		this._write("%%EOF");
		this.push(null);
	}

	/** The colour of every plate, for marks; of the current page. */
	nameAllPlates(name: string): void {
		this.#allPlates ??= this.#tintOfAllPlates();
		const { colorSpaces } = this.page;
		colorSpaces[name] = ["Separation", "All", "DeviceCMYK", this.#allPlates];
	}

	#tintOfAllPlates(): PDFReference {
		const tint = this.ref({
			FunctionType: 2,
			Domain: [0, 1],
			C0: [0, 0, 0, 0],
			C1: [1, 1, 1, 1],
			N: 1,
		});
		tint.end();
		return tint;
	}

	#declareColours(): void {
		if (this.#metadata.forPress) this.#declarePress();
		else this.#declareScreen();
	}

	/** Named, not embedded: print shops have the profile, and it is larger than the sheet. */
	#declarePress(): void {
		const intent = this.ref({
			Type: "OutputIntent",
			S: "GTS_PDFX",
			Info: pdfString("Coated FOGRA39 (ISO 12647-2:2004)"),
			OutputCondition: pdfString("Offset, coated paper"),
			OutputConditionIdentifier: pdfString("FOGRA39"),
			RegistryName: pdfString("http://www.color.org"),
		});
		intent.end();
		this._root.data.OutputIntents = [intent];
	}

	#declareScreen(): void {
		const profile = this.sharedRef({ N: 3 });
		profile.end(srgbProfile());
		const intent = this.ref({
			Type: "OutputIntent",
			S: "GTS_PDFA1",
			Info: pdfString("sRGB IEC61966-2.1"),
			OutputConditionIdentifier: pdfString("sRGB IEC61966-2.1"),
			DestOutputProfile: profile,
		});
		intent.end();
		this._root.data.OutputIntents = [intent];
	}

	#names(): Record<string, unknown> {
		// PDFKit makes this reference in its constructor; its data is untyped.
		return (this._root.data.Names as PDFReference).data;
	}
}

/** A string object: PDFKit writes a primitive string as a name. */
// biome-ignore lint/complexity/noBannedTypes: the object, not the primitive
export const pdfString = (text: string): String => new String(text);

/** Streams that other documents have, too. */
const shared = new WeakSet<PDFReference>();

function compressStream(reference: PDFReference): void {
	const { buffer, data } = reference;
	const isPlain = data.Filter === undefined && data.Subtype !== "XML";
	if (buffer.length === 0 || !isPlain) return;
	const deflate = shared.has(reference) ? deflatedBefore : deflated;
	reference.buffer = [deflate(concat(buffer))];
	data.Filter = "FlateDecode";
}

function concat(chunks: readonly Uint8Array[]): Chunk {
	const bytes = new Uint8Array(chunks.reduce((sum, c) => sum + c.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
