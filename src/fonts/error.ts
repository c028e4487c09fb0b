import type { Cut } from "./face.ts";

export type FontFault =
	/** No file at all for the family. */
	| "empty"
	/** Not a TrueType or OpenType font. */
	| "format"
	/** Cut short, or a table that every font has is missing. */
	| "damaged"
	/** The maker forbids embedding. */
	| "restricted"
	/** A text came out as other than one letter per glyph, each on the baseline. */
	| "shaping";

/** A font that cannot be used; `detail` is for the curious, in English. */
export class FontError extends Error {
	readonly fault: FontFault;
	readonly family: string;
	readonly weight: Cut | null;

	constructor(
		fault: FontFault,
		family: string,
		weight: Cut | null,
		detail: string,
	) {
		super(`font ${family}${weight === null ? "" : ` ${weight}`}: ${detail}`);
		this.name = "FontError";
		this.fault = fault;
		this.family = family;
		this.weight = weight;
	}
}
