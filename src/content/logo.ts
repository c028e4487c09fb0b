/** Which files a notice may name as its issuer's picture. */

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
