/** What is packed into the page beside its script. */
import { unzlibSync } from "fflate";
import type { Cut } from "../fonts/face.ts";
import type { FontSource } from "../fonts/program.ts";
import type { JsonSchema } from "./fields.ts";

export interface PageTemplate {
	/** Without ending. */
	readonly name: string;
	readonly title: string;
	/** What it is for, in a few words. */
	readonly about: string;
	readonly source: string;
}

/** Bytes are compressed and in base 64. */
export interface PackedData {
	readonly worker: string;
	readonly family: string;
	readonly fonts: readonly {
		readonly weight: Cut;
		readonly bytes: string;
	}[];
	readonly schema: JsonSchema;
	/** The founding notice. */
	readonly example: PageTemplate;
	readonly templates: readonly PageTemplate[];
}

export interface PageData {
	readonly worker: string;
	readonly family: string;
	readonly fonts: readonly FontSource[];
	readonly schema: JsonSchema;
	readonly example: PageTemplate;
	readonly templates: readonly PageTemplate[];
}

function unpack(packed: string): Uint8Array {
	const text = atob(packed);
	const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	return unzlibSync(bytes);
}

export function readData(json: string): PageData {
	// Our own build wrote it.
	const packed = JSON.parse(json) as PackedData;
	return {
		...packed,
		worker: new TextDecoder().decode(unpack(packed.worker)),
		fonts: packed.fonts.map(({ weight, bytes }) => ({
			weight,
			bytes: unpack(bytes),
		})),
	};
}
