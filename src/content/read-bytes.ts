/** The same as `read.ts`, from the bytes of a file in any encoding. */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import { decode } from "./decode.ts";
import { type ReadResult, readAnnouncement } from "./read.ts";

const refused = (found: Diagnostic): ReadResult => ({
	value: null,
	locate: () => null,
	source: "",
	diagnostics: [found],
});

/** A file of before Unicode is named, not guessed at: a person must read it again. */
export function readBytes(bytes: Uint8Array): ReadResult {
	const decoded = decode(bytes);
	switch (decoded.kind) {
		case "other": {
			const { what } = decoded;
			return refused(diagnostic("error", "content/not-text", "", { what }));
		}
		case "legacy": {
			const { encoding } = decoded;
			return refused(diagnostic("error", "content/encoding", "", { encoding }));
		}
		default:
			return readAnnouncement(decoded.text);
	}
}
