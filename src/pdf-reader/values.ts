/** What a PDF is made of (ISO 32000-1, 7.3), as plain data. */

export interface PdfName {
	readonly kind: "name";
	readonly name: string;
}

export interface PdfString {
	readonly kind: "string";
	readonly bytes: Uint8Array;
}

export interface PdfRef {
	readonly kind: "ref";
	readonly id: number;
	readonly generation: number;
}

export interface PdfArray {
	readonly kind: "array";
	readonly items: readonly PdfValue[];
}

export interface PdfDict {
	readonly kind: "dict";
	readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfStream {
	readonly kind: "stream";
	readonly dict: PdfDict;
	/** As it lies in the file, filters and all. */
	readonly raw: Uint8Array;
}

export type PdfValue =
	| null
	| boolean
	| number
	| PdfName
	| PdfString
	| PdfRef
	| PdfArray
	| PdfDict
	| PdfStream;

type Kind = Exclude<PdfValue, null | boolean | number>["kind"];
type OfKind<K extends Kind> = Extract<PdfValue, { readonly kind: K }>;

export const EMPTY_DICT: PdfDict = { kind: "dict", entries: new Map() };

export const isKind = <K extends Kind>(
	value: PdfValue,
	kind: K,
): value is OfKind<K> =>
	typeof value === "object" && value !== null && value.kind === kind;

/** The value when it is of a kind, else null. */
export const asKind = <K extends Kind>(
	value: PdfValue,
	kind: K,
): OfKind<K> | null => (isKind(value, kind) ? value : null);

export const asNumber = (value: PdfValue): number | null =>
	typeof value === "number" ? value : null;

export const asName = (value: PdfValue): string | null =>
	asKind(value, "name")?.name ?? null;

/** The dictionary of a stream too. */
export const asDict = (value: PdfValue): PdfDict | null =>
	asKind(value, "dict") ?? asKind(value, "stream")?.dict ?? null;

export const itemsOf = (value: PdfValue): readonly PdfValue[] =>
	asKind(value, "array")?.items ?? [];

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/** FNV-1a; what has the same hash is still compared. */
export function hashOf(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash;
}

/** One letter for each byte. */
export const latin1 = (bytes: Uint8Array): string => {
	// Most are operators of a letter or two: no arguments are spread for those.
	if (bytes.length === 0) return "";
	if (bytes.length === 1) return String.fromCharCode(bytes[0] ?? 0);
	if (bytes.length === 2)
		return String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
	let text = "";
	for (let at = 0; at < bytes.length; at += 0x2000)
		text += Reflect.apply(
			String.fromCharCode,
			null,
			bytes.subarray(at, at + 0x2000),
		);
	return text;
};

/** A text string: UTF-16 or UTF-8 with their marks, else one letter a byte. */
export function textOf(value: PdfValue): string | null {
	const string = asKind(value, "string");
	if (string === null) return null;
	const { bytes } = string;
	if (bytes[0] === 0xfe && bytes[1] === 0xff)
		return new TextDecoder("utf-16be").decode(bytes.subarray(2));
	if (bytes[0] === 0xff && bytes[1] === 0xfe)
		return new TextDecoder("utf-16le").decode(bytes.subarray(2));
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
		return new TextDecoder().decode(bytes.subarray(3));
	return latin1(bytes);
}
