/** A file as it was, and as it becomes: line ends and a byte order mark stay. */

export interface Original {
	readonly bytes: Uint8Array;
	/** What the editor made of it. */
	readonly source: string;
}

const MARK = "\ufeff";

/** The editor has one kind of line end. */
export const sourceOf = (bytes: Uint8Array): string =>
	new TextDecoder().decode(bytes).replace(/\r\n?/gu, "\n");

export function bytesOf(source: string, original: Original | null): Uint8Array {
	if (original === null) return new TextEncoder().encode(source);
	if (source === original.source) return original.bytes;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
		original.bytes,
	);
	const mark = text.startsWith(MARK) ? MARK : "";
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	return new TextEncoder().encode(mark + source.replaceAll("\n", end));
}
