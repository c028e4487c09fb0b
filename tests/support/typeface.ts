import { readFileSync } from "node:fs";
import { type OpenTypeface, openTypeface } from "../../src/fonts/open.ts";
import {
	BUNDLED_FILES,
	DEFAULT_FAMILY,
	DISPLAY_FILE,
} from "../../src/fonts/table.ts";

const FONTS = new URL("../../fonts/", import.meta.url);

export const fontBytes = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(new URL(name, FONTS)));

/** The fonts that come with bangtin. */
export const openBundled = (): OpenTypeface =>
	openTypeface(
		DEFAULT_FAMILY,
		[...BUNDLED_FILES, DISPLAY_FILE].map(({ weight, name }) => ({
			weight,
			bytes: fontBytes(name),
		})),
	);
