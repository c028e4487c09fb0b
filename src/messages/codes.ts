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
	/** `{ text: A, B }`: what stands after the comma is lost. */
	readonly "content/comma": { readonly word: string; readonly line: string };
	readonly "content/dash": { readonly line: string };
	readonly "content/hash": { readonly line: string };
	readonly "content/smart-quotes": { readonly line: string };
	readonly "content/space": { readonly key: string; readonly line: string };
	readonly "content/unclosed": { readonly line: string };
	readonly "content/indent": Record<string, never>;
	/** `line` is the line of the first of the two. */
	readonly "content/duplicate-key": {
		readonly key: string;
		readonly line: number;
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
	/** `iso` is the day that was meant, when there is no doubt. */
	readonly "content/date": {
		readonly value: string;
		readonly iso: string | null;
	};
	readonly "content/date-order": {
		readonly from: string;
		readonly until: string;
	};
	readonly "content/choice": {
		readonly value: string;
		readonly allowed: readonly string[];
		readonly suggestion: string | null;
		/** True when the suggestion is another word for the same. */
		readonly sure: boolean;
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
	/** Full stops, commas, brackets of the sentence around it. */
	readonly "content/link-tail": {
		readonly url: string;
		readonly mended: string;
	};
	/** Made to be taken for a host of .gov.vn. */
	readonly "content/link-lookalike": { readonly host: string };
	readonly "content/over-before-dated": {
		readonly last: string;
		readonly dated: string;
	};
	readonly "content/over-before-posted": {
		readonly last: string;
		readonly posted: string;
	};
	readonly "content/taken-down-early": {
		readonly until: string;
		readonly from: string;
	};
	readonly "content/past": { readonly date: string };
	readonly "content/weekday": {
		readonly said: string;
		readonly date: string;
		readonly weekday: string;
	};
	readonly "content/tone-marks": {
		readonly first: string;
		readonly second: string;
	};
	readonly "content/abbreviation": {
		readonly short: string;
		readonly long: string;
	};
	readonly "content/phone": { readonly phone: string };
	readonly "content/too-large": {
		readonly megabytes: number;
		readonly most: number;
	};
	/** More than any sheet could hold: of one text, of the notice, or of its parts. */
	readonly "content/too-long": {
		readonly what: "text" | "notice" | "values";
		readonly most: number;
	};
	/** What the file is instead, null when nobody can tell. */
	readonly "content/not-text": {
		readonly what: "word" | "excel" | "office" | "pdf" | "rtf" | "image" | null;
	};
	/** An encoding of before Unicode. */
	readonly "content/encoding": { readonly encoding: string };
	/** `{{thon}}`: the notice is one of many, and its villages are not known. */
	readonly "content/placeholder": { readonly names: readonly string[] };
	/** A placeholder that no column of the list answers to. */
	readonly "merge/no-column": {
		readonly column: string;
		readonly found: readonly string[];
		readonly suggestion: string | null;
	};
	readonly "merge/same-column": {
		readonly column: string;
		readonly letters: readonly string[];
	};
	/** Cells of these columns are empty, and the field cannot be. */
	readonly "merge/empty-cell": { readonly columns: readonly string[] };
	/** Left out with other cells that are not empty. */
	readonly "merge/left-out": { readonly columns: readonly string[] };
	readonly "merge/no-name": { readonly column: string };
	readonly "merge/same-village": {
		readonly name: string;
		readonly file: string;
	};
	readonly "merge/phone-zero": {
		readonly value: string;
		readonly phone: string;
	};
	/** A seam of tiles that cuts what it should not. */
	readonly "print/seam": {
		readonly what: "code" | "number" | "heading" | "letter";
		readonly text: string;
	};
	readonly "print/no-copies": {
		readonly value: string;
		readonly columns: readonly string[];
	};
	readonly "print/copies": { readonly value: string };
	readonly "merge/no-rows": Record<string, never>;
	readonly "merge/no-list": Record<string, never>;
	readonly "merge/unreadable-list": { readonly reason: string };
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
	/** The picture that a notice names is not beside it. */
	readonly "pictures/missing": { readonly file: string };
	/** Its place is outside the notice's folder. */
	readonly "pictures/outside": { readonly file: string };
	/** By its name it is the national emblem. */
	readonly "pictures/emblem": { readonly file: string };
	readonly "pictures/kind": Record<string, never>;
	readonly "pictures/too-large": {
		readonly what: "bytes" | "pixels" | "points";
		readonly found: number;
		readonly most: number;
	};
	readonly "pictures/broken": { readonly reason: string };
	/** Inks of a press, which each program turns into colours otherwise. */
	readonly "pictures/cmyk": Record<string, never>;
	/** What in an SVG is not drawn, as it stands there. */
	readonly "pictures/svg": { readonly what: string };
	/** Pixels along its longer side, and how many would look sharp. */
	readonly "pictures/coarse": {
		readonly pixels: number;
		readonly least: number;
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
	/** Of the paper, on the mean of a page. */
	readonly "proof/ink-coverage": {
		readonly percent: number;
		readonly most: number;
	};
	readonly "proof/contrast": { readonly text: string; readonly ratio: number };
	readonly "proof/code-module": {
		readonly mm: number;
		readonly leastMm: number;
	};
	readonly "proof/code-quiet-zone": { readonly url: string };
	readonly "proof/code-unreadable": { readonly url: string };
	readonly "proof/not-pdf": Record<string, never>;
	readonly "proof/damaged": {
		readonly what: "tables" | "stream" | "object" | "encrypted";
	};
	readonly "proof/page-size": {
		readonly widthMm: number;
		readonly heightMm: number;
	};
	readonly "proof/page-box": Record<string, never>;
	readonly "proof/title": { readonly what: "missing" | "hidden" };
	readonly "proof/language": Record<string, never>;
	readonly "proof/no-tags": Record<string, never>;
	readonly "proof/tab-order": Record<string, never>;
	readonly "proof/xmp": { readonly near: string };
	readonly "proof/xmp-claim": { readonly standard: "PDF/UA-1" | "PDF/A-3a" };
	readonly "proof/xmp-info": {
		readonly field: string;
		readonly info: string;
		readonly xmp: string;
	};
	readonly "proof/file-id": Record<string, never>;
	readonly "proof/output-intent": Record<string, never>;
	readonly "proof/colour": { readonly space: string; readonly intent: string };
	readonly "proof/font-embedded": { readonly font: string };
	readonly "proof/font-subset": { readonly font: string };
	readonly "proof/font-unicode": { readonly font: string };
	readonly "proof/font-width": { readonly font: string };
	/** A box or a blank where a letter should be. */
	readonly "proof/letter-undrawn": {
		readonly font: string;
		readonly text: string;
	};
	readonly "proof/untagged": {
		readonly what: "text" | "shape" | "picture";
		readonly text: string;
	};
	readonly "proof/marked-content": {
		readonly what: "unclosed" | "unopened" | "nested";
	};
	readonly "proof/operator": { readonly name: string };
	readonly "proof/parent-tree": {
		readonly mcid: number;
		readonly what: "twice" | "orphan" | "wrong" | "empty";
	};
	readonly "proof/heading-order": {
		readonly before: number;
		readonly after: number;
	};
	readonly "proof/list-shape": {
		readonly parent: string;
		readonly child: string;
	};
	readonly "proof/table-shape": {
		readonly parent: string;
		readonly child: string;
	};
	readonly "proof/table-scope": Record<string, never>;
	readonly "proof/table-cells": {
		readonly found: number;
		readonly wanted: number;
	};
	readonly "proof/figure-alt": Record<string, never>;
	readonly "proof/figure-box": Record<string, never>;
	readonly "proof/link-words": { readonly url: string };
	readonly "proof/link-tag": {
		readonly url: string;
		readonly what: "untagged" | "parent" | "page";
	};
	/** What the standards ask for, or forbid. */
	readonly "proof/standard": {
		readonly what:
			| "header"
			| "footer"
			| "packing"
			| "outside"
			| "profile"
			| "packet-head"
			| "packet-title"
			| "packet-schema"
			| "action"
			| "form"
			| "layer"
			| "annotation-kind"
			| "annotation-flags"
			| "attachment-name"
			| "attachment-kind"
			| "attachment-relation"
			| "picture"
			| "font-map"
			| "font-set"
			| "private-letter"
			| "suspects"
			| "tag-type"
			| "tag-role"
			| "note-id"
			| "heading-kinds"
			| "bookmarks";
	};
	readonly "proof/source": { readonly what: "missing" | "damaged" };
	readonly "proof/code-missing": { readonly url: string };
	/** `as`: the notice, a tag or a link has the same address; they have others; there are none. */
	readonly "proof/code-picture": {
		readonly says: string;
		readonly as: "known" | "other" | "none";
	};
	readonly "proof/code-address": {
		readonly url: string;
		readonly says: string;
	};
	/** The text of the PDF is not the text that was laid out. */
	readonly "proof/text-lost": {
		readonly wanted: string;
		readonly found: string;
	};
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
