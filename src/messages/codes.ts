/**
 * Every message the program can give, with what it must be told. Codes are
 * `room/what` and never reworded; adding one makes vi.ts and en.ts fail to
 * compile until they have words for it.
 */
export interface MessageParams {
	/** The YAML parser's own complaint, and the name it has for it. */
	readonly "content/yaml": { readonly rule: string; readonly reason: string };
	/** `line` is the line as it should be. */
	readonly "content/colon": { readonly line: string };
	/** A text that begins with a character YAML keeps for itself. */
	readonly "content/quote": {
		readonly character: string;
		readonly line: string;
	};
	readonly "content/unknown-key": {
		readonly key: string;
		readonly suggestion: string | null;
		readonly allowed: readonly string[];
	};
	readonly "content/missing": { readonly key: string };
	readonly "content/type": {
		readonly expected: "text" | "list" | "map" | "block";
	};
	readonly "content/empty": Record<string, never>;
	readonly "content/date": { readonly value: string };
	readonly "content/date-order": {
		readonly from: string;
		readonly until: string;
	};
	readonly "content/choice": {
		readonly value: string;
		readonly allowed: readonly string[];
		readonly suggestion: string | null;
	};
	readonly "content/count": {
		readonly least: number;
		readonly most: number;
		readonly found: number;
	};
	/** Keys of which only one may stand here. */
	readonly "content/clash": { readonly keys: readonly string[] };
	readonly "content/duplicate-id": { readonly id: string };
	readonly "content/unknown-question": { readonly key: string };
	/** Understood, but this version does not print it. */
	readonly "content/not-printed": { readonly key: string };
	readonly "content/mark": { readonly text: string };
	readonly "content/unknown-link": {
		readonly key: string;
		readonly suggestion: string | null;
	};
	readonly "content/link-space": {
		readonly url: string;
		readonly mended: string;
	};
	readonly "content/link-invalid": { readonly url: string };
	readonly "content/link-scheme": { readonly url: string };
	readonly "content/link-shortener": { readonly host: string };
	readonly "content/link-untrusted": { readonly host: string };
	/** A host with other letters than a–z, and what computers call it. */
	readonly "content/link-idn": {
		readonly host: string;
		readonly ascii: string;
	};
	/** `https://known.gov.vn@other.com` leads to `other.com`. */
	readonly "content/link-disguised": { readonly host: string };
	readonly "content/too-large": {
		readonly megabytes: number;
		readonly most: number;
	};
	readonly "content/not-text": Record<string, never>;
	readonly "model/dead-end": { readonly answer: string };
	readonly "model/lone-answer": { readonly answer: string };
	readonly "model/duplicate-answer": { readonly answer: string };
	readonly "model/too-deep": { readonly depth: number; readonly most: number };
	readonly "model/too-many-answers": {
		readonly found: number;
		readonly most: number;
	};
	readonly "model/next-of-last": { readonly answer: string };
	readonly "model/jump-back": {
		readonly answer: string;
		readonly number: number;
	};
	readonly "model/too-many-codes": {
		readonly found: number;
		readonly most: number;
	};
	readonly "fonts/missing-glyph": {
		readonly character: string;
		readonly codePoint: string;
		readonly family: string;
		readonly instead: string | null;
	};
	readonly "fonts/unknown-family": {
		readonly family: string;
		readonly known: readonly string[];
	};
	readonly "layout/overset": {
		readonly sheet: string;
		/** Words that do not fit at the floors of the type scale; null when shorter texts alone would not help. */
		readonly words: number | null;
		readonly longest: readonly string[];
		readonly holds: string | null;
	};
	readonly "layout/long-word": { readonly word: string };
	readonly "layout/code-too-dense": {
		readonly url: string;
		readonly modules: number;
		readonly most: number;
	};
	readonly "proof/headline-small": {
		readonly capMm: number;
		readonly leastMm: number;
	};
	readonly "proof/text-small": {
		readonly size: number;
		readonly least: number;
		readonly text: string;
	};
	/** `text` is a code's address; "" for shapes. */
	readonly "proof/outside-safe-area": {
		readonly what: "text" | "shape" | "code";
		readonly text: string;
		readonly mm: number;
	};
	/** `second` is null for a frame, a line or the edge of a ground. */
	readonly "proof/overlap": {
		readonly first: string;
		readonly second: string | null;
	};
	readonly "proof/contrast": { readonly text: string; readonly ratio: number };
	readonly "proof/code-module": {
		readonly mm: number;
		readonly leastMm: number;
	};
	readonly "proof/code-quiet-zone": { readonly url: string };
	readonly "proof/code-unreadable": { readonly url: string };
	readonly "proof/letter-missing": {
		readonly character: string;
		readonly codePoint: string;
		readonly text: string;
	};
	readonly "cli/no-file": { readonly file: string };
	readonly "cli/unreadable": { readonly file: string; readonly reason: string };
	readonly "cli/unwritable": { readonly file: string; readonly reason: string };
	readonly "cli/foreign-file": { readonly file: string };
	/** Something else has the name of what would be written. */
	readonly "cli/exists": { readonly file: string };
	/** Why no notice can be taken out of a PDF. */
	readonly "cli/no-source": {
		readonly file: string;
		readonly why: "not-pdf" | "foreign" | "stripped" | "damaged" | "encrypted";
	};
	readonly "cli/same-name": { readonly file: string };
	readonly "cli/usage": {
		readonly problem: string;
		readonly suggestion: string | null;
	};
	readonly "cli/bug": { readonly reason: string };
}

export type MessageCode = keyof MessageParams;
