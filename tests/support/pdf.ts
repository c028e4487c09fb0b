/**
 * Looks at finished PDFs from outside: PDFium draws them and reads their text,
 * ZXing and jsQR read their codes.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import jsQR from "jsqr";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** A page as gray values, row by row; 255 is white. */
export interface Raster {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array;
}

/** In pixels of a raster or points of a page; y downwards. */
export interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A letter of a page; points, origin at the top left, y downwards. */
export interface PdfCharacter {
	readonly character: string;
	/** Where the pen stood. */
	readonly x: number;
	readonly baseline: number;
	/** The ink. */
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** Put in by the reader, not drawn: such as a space between words far apart. */
	readonly generated: boolean;
	/** The reader could not tell which letter it is. */
	readonly unmapped: boolean;
}

/** PDFium's own functions, which the package exports without types. */
interface RawPdfium {
	readonly HEAPU8: Uint8Array;
	readonly wasmExports: {
		malloc(size: number): number;
		free(pointer: number): void;
	};
	_FPDFText_LoadPage(page: number): number;
	_FPDFText_ClosePage(text: number): void;
	_FPDFText_CountChars(text: number): number;
	_FPDFText_GetUnicode(text: number, index: number): number;
	_FPDFText_IsGenerated(text: number, index: number): number;
	_FPDFText_HasUnicodeMapError(text: number, index: number): number;
	_FPDFText_GetCharOrigin(
		text: number,
		index: number,
		x: number,
		y: number,
	): number;
	_FPDFText_GetCharBox(
		text: number,
		index: number,
		left: number,
		right: number,
		bottom: number,
		top: number,
	): number;
}

const POINTS_PER_INCH = 72;
const DOUBLE = 8;

let loading: Promise<PDFiumLibrary> | undefined;

const pdfium = (): Promise<PDFiumLibrary> => {
	loading ??= PDFiumLibrary.init();
	return loading;
};

async function withDocument<T>(
	bytes: Uint8Array,
	use: (document: PDFiumDocument, raw: RawPdfium) => T | Promise<T>,
): Promise<T> {
	const library = await pdfium();
	const document = await library.loadDocument(bytes);
	// The package keeps its module private and has no types for its functions.
	const { module } = library as unknown as { readonly module: RawPdfium };
	try {
		return await use(document, module);
	} finally {
		document.destroy();
	}
}

export const pageCount = (bytes: Uint8Array): Promise<number> =>
	withDocument(bytes, (document) => document.getPageCount());

/** All text of a page, in the order of drawing, as PDFium understands it. */
export const pageText = (bytes: Uint8Array, page = 0): Promise<string> =>
	withDocument(bytes, (document) => document.getPage(page).getText());

const draw = (
	bytes: Uint8Array,
	dpi: number,
	page: number,
	colorSpace: "Gray" | "BGRA",
): Promise<Raster> =>
	withDocument(bytes, async (document) => {
		const drawn = await document.getPage(page).render({
			scale: dpi / POINTS_PER_INCH,
			colorSpace,
			render: "bitmap",
		});
		const { width, height } = drawn;
		// A copy: the picture lies in memory that PDFium reuses.
		return { width, height, data: Uint8Array.from(drawn.data) };
	});

/** A page in gray. */
export const rasterise = (
	bytes: Uint8Array,
	dpi: number,
	page = 0,
): Promise<Raster> => draw(bytes, dpi, page, "Gray");

/** A page in colour: red, green, blue, opacity (PDFium calls the space BGRA). */
export const rasteriseRgba = (
	bytes: Uint8Array,
	dpi: number,
	page = 0,
): Promise<Raster> => draw(bytes, dpi, page, "BGRA");

/** Every letter of a page and where it stands. */
export const pageCharacters = (
	bytes: Uint8Array,
	page = 0,
): Promise<readonly PdfCharacter[]> =>
	withDocument(bytes, (document, raw) => {
		const opened = document.getPage(page);
		const { originalHeight } = opened.getOriginalSize();
		// The package does not give out the page's handle.
		const { pageIdx } = opened as unknown as { readonly pageIdx: number };
		const text = raw._FPDFText_LoadPage(pageIdx);
		try {
			return readCharacters(raw, text, mediaHeight(bytes) ?? originalHeight);
		} finally {
			raw._FPDFText_ClosePage(text);
		}
	});

/** PDFium rounds a page's height; the file does not. */
function mediaHeight(bytes: Uint8Array): number | null {
	const match = /\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(
		Buffer.from(bytes).toString("latin1"),
	);
	return match === null ? null : Number(match[1]);
}

function readCharacters(
	raw: RawPdfium,
	text: number,
	height: number,
): readonly PdfCharacter[] {
	const buffer = raw.wasmExports.malloc(6 * DOUBLE);
	const slot = (index: number): number => buffer + index * DOUBLE;
	const read = (index: number): number =>
		new DataView(raw.HEAPU8.buffer).getFloat64(slot(index), true);
	const characters: PdfCharacter[] = [];
	for (let i = 0; i < raw._FPDFText_CountChars(text); i++) {
		raw._FPDFText_GetCharOrigin(text, i, slot(0), slot(1));
		raw._FPDFText_GetCharBox(text, i, slot(2), slot(3), slot(4), slot(5));
		characters.push({
			character: String.fromCodePoint(raw._FPDFText_GetUnicode(text, i)),
			x: read(0),
			baseline: height - read(1),
			left: read(2),
			right: read(3),
			bottom: height - read(4),
			top: height - read(5),
			generated: raw._FPDFText_IsGenerated(text, i) === 1,
			unmapped: raw._FPDFText_HasUnicodeMapError(text, i) === 1,
		});
	}
	raw.wasmExports.free(buffer);
	return characters;
}

let zxingReady: Promise<unknown> | undefined;

function prepareZXing(): Promise<unknown> {
	zxingReady ??= prepareZXingModule({
		overrides: { wasmBinary: wasmOnDisk() },
		fireImmediately: true,
	});
	return zxingReady;
}

/** The decoder as installed: without it the package would ask the network. */
function wasmOnDisk(): ArrayBuffer {
	const require = createRequire(import.meta.url);
	const bytes = readFileSync(
		require.resolve("zxing-wasm/reader/zxing_reader.wasm"),
	);
	return Uint8Array.from(bytes).buffer;
}

/** All codes of a picture, as ZXing reads them. */
export async function readCodes(raster: Raster): Promise<readonly string[]> {
	await prepareZXing();
	const picture: ImageData = {
		...rgba(raster),
		colorSpace: "srgb",
	};
	const found = await readBarcodes(picture, {
		formats: ["QRCode"],
		tryHarder: true,
	});
	return found.filter((code) => code.isValid).map((code) => code.text);
}

/** The code in a part of a picture, as jsQR reads it; it finds one at a time. */
export function readCodeAt(raster: Raster, area: Area): string | null {
	const { data, width, height } = rgba(crop(raster, area));
	return jsQR(data, width, height)?.data ?? null;
}

/** An area given in points, in the pixels of a raster. */
export function areaInPixels(area: Area, dpi: number): Area {
	const scale = dpi / POINTS_PER_INCH;
	const x = Math.floor(area.x * scale);
	const y = Math.floor(area.y * scale);
	return {
		x,
		y,
		width: Math.ceil((area.x + area.width) * scale) - x,
		height: Math.ceil((area.y + area.height) * scale) - y,
	};
}

export function crop(raster: Raster, area: Area): Raster {
	const data = new Uint8Array(area.width * area.height);
	for (let row = 0; row < area.height; row++) {
		const from = (area.y + row) * raster.width + area.x;
		data.set(raster.data.subarray(from, from + area.width), row * area.width);
	}
	return { width: area.width, height: area.height, data };
}

function rgba({ width, height, data }: Raster): {
	width: number;
	height: number;
	data: Uint8ClampedArray<ArrayBuffer>;
} {
	const pixels = new Uint8ClampedArray(width * height * 4);
	for (let i = 0; i < width * height; i++) {
		pixels.fill(data[i] ?? 0, 4 * i, 4 * i + 3);
		pixels[4 * i + 3] = 255;
	}
	return { width, height, data: pixels };
}
