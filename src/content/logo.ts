/** The file that a notice names as its issuer's picture, and which it may be. */
import type { Logo } from "../model/picture.ts";
import { formatPath } from "./path.ts";
import { isBlank, tidy } from "./text.ts";

/** Its picture is still to be read. */
export const logoOf = (file: string | null | undefined): Logo | null =>
	file == null || isBlank(file)
		? null
		: { path: formatPath(["issuer", "logo"]), file: tidy(file), picture: null };

const SEPARATOR = /[\\/]/u;

/** A name of the notice's own folder or one below it; no address, no drive. */
export function isInside(file: string): boolean {
	if (/^[a-z][a-z\d+.-]*:/iu.test(file)) return false;
	const steps = file.split(SEPARATOR);
	return steps.every((step) => step !== "" && step !== ".." && step !== "~");
}

/** Law forbids it on anything but state documents; its file is mostly called so. */
export function isEmblem(file: string): boolean {
	const name = file
		.normalize("NFD")
		.replace(/[^a-z]/giu, "")
		.toLowerCase();
	return /quochuy|nationalemblem|emblemofvietnam/u.test(name);
}
