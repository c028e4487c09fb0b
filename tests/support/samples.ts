/** The notices of content/ as a person has them: the text and the picture beside it. */
import { readFileSync } from "node:fs";
import { readAnnouncement } from "../../src/content/read.ts";
import type { Announcement } from "../../src/model/announcement.ts";
import { withPicture } from "../../src/model/with-picture.ts";
import { readPicture } from "../../src/pictures/read.ts";

const CONTENT = new URL("../../content/", import.meta.url);

export const sampleText = (file: string): string =>
	readFileSync(new URL(file, CONTENT), "utf8");

/** null for a notice that names no picture. */
export function samplePicture({ logo }: Announcement): Uint8Array | null {
	return logo === null
		? null
		: new Uint8Array(readFileSync(new URL(logo.file, CONTENT)));
}

/** Ready to be laid out. Throws when the sample has an error. */
export function sampleNotice(file: string): Announcement {
	const { value } = readAnnouncement(sampleText(file));
	if (value === null) throw new Error(`${file} has errors`);
	const bytes = samplePicture(value);
	return bytes === null
		? value
		: withPicture(value, readPicture(bytes, "issuer.logo").value);
}
