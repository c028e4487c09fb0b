/** The one picture that a notice may name, read from its own folder. */
import { dirname } from "node:path";
import { type Diagnostic, diagnostic, type Reported } from "../diagnostics.ts";
import type { Announcement } from "../model/announcement.ts";
import type { Logo, Picture } from "../model/picture.ts";
import { withPicture } from "../model/with-picture.ts";
import { MOST_BYTES } from "../pictures/fault.ts";
import type { Effects, ReadInside } from "./effects.ts";

/** The notice with its picture; as it is when it names none. */
export async function withLogo(
	announcement: Announcement,
	noticeFile: string,
	effects: Effects,
): Promise<Reported<Announcement>> {
	const { logo } = announcement;
	if (logo === null) return { value: announcement, diagnostics: [] };
	const { value: picture, diagnostics } = await readLogo(
		logo,
		dirname(noticeFile),
		effects,
	);
	const value = picture && withPicture(announcement, picture);
	return { value, diagnostics };
}

/** Windows writes its own separator, and other systems must find the same file. */
export const readLogoFile = (
	{ file }: Logo,
	folder: string,
	effects: Effects,
): Promise<ReadInside> =>
	effects.readInside(folder, file.replaceAll("\\", "/"), MOST_BYTES);

/** The picture itself. */
export async function readLogo(
	logo: Logo,
	folder: string,
	effects: Effects,
): Promise<Reported<Picture>> {
	const { path, file } = logo;
	const none = (fault: Diagnostic): Reported<Picture> => ({
		value: null,
		diagnostics: [fault],
	});
	const read = await readLogoFile(logo, folder, effects);
	switch (read.kind) {
		case "bytes":
			// Most notices have no picture: the readers are loaded for those that do.
			return (await import("../pictures/read.ts")).readPicture(
				read.bytes,
				path,
			);
		case "missing":
			return none(diagnostic("error", "pictures/missing", path, { file }));
		case "outside":
			return none(diagnostic("error", "pictures/outside", path, { file }));
		case "too-large": {
			const size = {
				what: "bytes",
				found: read.bytes,
				most: MOST_BYTES,
			} as const;
			return none(diagnostic("error", "pictures/too-large", path, size));
		}
		case "failed": {
			const { reason } = read;
			return none(
				diagnostic("error", "cli/unreadable", path, { file, reason }),
			);
		}
	}
}
