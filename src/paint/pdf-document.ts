/**
 * PDFKit's document with the parts replaced that would differ between machines,
 * fail in silence or break the standards we claim.
 */
import { zlibSync } from "fflate";
import PDFDocument, { type Chunk, type PDFReference } from "pdfkit";
import { digest } from "./digest.ts";
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

const COMPRESSION = 9;

export class BangtinPdf extends PDFDocument {
	// PDFKit's constructor pushes already, so these must not be initialised after it.
	declare private chunks: Chunk[] | undefined;
	declare private complete: boolean | undefined;
	readonly #metadata: Metadata;

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

	attach({ name, mediaType, description, bytes }: Attachment): void {
		if (!/^[ -~]+$/.test(name))
			throw new Error(`the name of an attachment must be ASCII: ${name}`);
		const { date } = this.#metadata;
		const file = this.ref({
			Type: "EmbeddedFile",
			Subtype: mediaType.replace("/", "#2F"),
			Params: { Size: bytes.length, CreationDate: date, ModDate: date },
		});
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
		this._root.data.AF = [specification];
		this.#names().EmbeddedFiles = { Names: [pdfString(name), specification] };
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

	/** Streams that are not compressed yet are when they are written. */
	override ref(data?: Record<string, unknown>): PDFReference {
		const reference = super.ref(data);
		reference.compress = false;
		const finalize = reference.finalize.bind(reference);
		reference.finalize = () => {
			compressStream(reference);
			finalize();
		};
		return reference;
	}

	/** PDFKit's packet does not escape what it inserts. */
	override endMetadata(): void {
		const packet = this.ref({ Type: "Metadata", Subtype: "XML" });
		packet.end(xmpPacket(this.#metadata));
		this._root.data.Metadata = packet;
	}

	/** The identifier follows from all that was written before it. */
	override _finalize(): void {
		this._id = digest(this.chunks ?? []);
		super._finalize();
	}

	#declareColours(): void {
		const profile = this.ref({ N: 3 });
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

/** By the same code everywhere: Node's own zlib varies. */
export const deflated = (bytes: Uint8Array): Chunk =>
	zlibSync(bytes, { level: COMPRESSION });

function compressStream(reference: PDFReference): void {
	const { buffer, data } = reference;
	const isPlain = data.Filter === undefined && data.Subtype !== "XML";
	if (buffer.length === 0 || !isPlain) return;
	reference.buffer = [deflated(concat(buffer))];
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
