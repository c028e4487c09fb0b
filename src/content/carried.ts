/** What a PDF carries of its notice, the same for everyone who opens it again. */
import { sourceOfSheet } from "../messages/sheet-words.ts";

/**
 * The notice as it was written, byte for byte; but composed (NFC), so that the
 * same notice typed on another system gives the same PDF.
 */
export function carriedNotice(slug: string, bytes: Uint8Array) {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const composed = text.normalize("NFC");
	return {
		name: `${slug}.yaml`,
		mediaType: "application/yaml",
		description: sourceOfSheet,
		bytes: composed === text ? bytes : new TextEncoder().encode(composed),
	};
}
