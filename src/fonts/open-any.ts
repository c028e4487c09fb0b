/** Opens fonts of every kind, the rare ones with a reader that is loaded for them. */
import {
	type FontReader,
	type OpenTypeface,
	openTypeface,
	soundFiles,
} from "./open.ts";
import type { FontSource } from "./program.ts";
import { isUnfamiliar, trueTypeProgram } from "./truetype.ts";

/** Rejects with FontError when a file is no font we can embed. */
export async function openAnyTypeface(
	family: string,
	files: readonly FontSource[],
): Promise<OpenTypeface> {
	soundFiles(family, files);
	if (!files.some(({ bytes }) => isUnfamiliar(bytes)))
		return openTypeface(family, files);
	const { fontkitProgram } = await import("./fontkit-program.ts");
	const read: FontReader = (file) =>
		isUnfamiliar(file.bytes) ? fontkitProgram(file) : trueTypeProgram(file);
	return openTypeface(family, files, read);
}
