/**
 * What we use of pdfkit 0.20.2, private members included: the published types
 * lack them. tests/paint-contract.test.ts checks that they are still there.
 */
declare module "pdfkit" {
	export type Chunk = Uint8Array<ArrayBuffer>;

	export interface PDFReference {
		readonly id: number;
		readonly data: Record<string, unknown>;
		compress: boolean;
		/** Chunks of the stream, until finalize() writes them out. */
		buffer: Chunk[];
		write(chunk: Uint8Array | string): void;
		end(chunk?: Uint8Array | string): void;
		finalize(): void;
	}

	export interface PDFPage {
		readonly dictionary: PDFReference;
		readonly fonts: Record<string, PDFReference>;
		readonly xobjects: Record<string, PDFReference>;
		readonly colorSpaces: Record<string, unknown>;
	}

	/** Handle of a piece of marked content. */
	export interface StructureContent {
		readonly refs: readonly { readonly mcid: number }[];
	}

	export interface StructureElement {
		readonly dictionary: PDFReference;
		add(child: StructureElement | StructureContent): this;
		end(): void;
	}

	export interface StructureOptions {
		readonly alt?: string;
		/** Left, top, right, bottom; y downwards. */
		readonly bbox?: readonly [number, number, number, number];
		readonly scope?: "Column" | "Row";
	}

	export interface DocumentOptions {
		readonly pdfVersion: "1.7";
		readonly lang: string;
		readonly tagged: boolean;
		readonly displayTitle: boolean;
		/** No font until one is asked for. */
		readonly font: null;
		readonly autoFirstPage: false;
		readonly info: Readonly<Record<string, string | Date>>;
	}

	export interface LinkOptions {
		readonly structParent: StructureElement;
		// biome-ignore lint/complexity/noBannedTypes: PDFKit writes a primitive string as a name, a String object as a string
		readonly Contents: String;
	}

	export default class PDFDocument {
		constructor(options: DocumentOptions);
		/** Of the current page. */
		readonly outline: { addItem(title: string): unknown };
		readonly page: PDFPage;
		readonly _root: PDFReference;
		readonly _info: PDFReference;
		/** Bytes written so far. */
		readonly _offset: number;
		/** Of the objects by their numbers from 1 on; null for one not ended. */
		readonly _offsets: readonly (number | null)[];
		/** Objects begun and not ended. */
		readonly _waiting: number;
		_id: Uint8Array;

		ref(data?: Record<string, unknown>): PDFReference;
		push(chunk: Chunk | null): boolean;
		addPage(options: {
			readonly size: readonly [number, number];
			readonly margin: number;
		}): this;
		addContent(operators: string): this;
		struct(type: string, options?: StructureOptions): StructureElement;
		addStructure(element: StructureElement): this;
		getStructTreeRoot(): PDFReference;
		markContent(tag: string, options?: { readonly type: string }): this;
		markStructureContent(tag: string): StructureContent;
		endMarkedContent(): this;
		link(
			x: number,
			y: number,
			width: number,
			height: number,
			url: string,
			options: LinkOptions,
		): this;
		end(): void;
		/** Called by end(): writes the XMP packet. */
		endMetadata(): void;
		/** Text gets an end of line, bytes do not. */
		_write(data: Uint8Array | string): void;
		/** Called by an object when it has been written. */
		_refEnd(reference: PDFReference): void;
		/** Called by the last object to end: writes the cross-reference table. */
		_finalize(): void;
	}
}
