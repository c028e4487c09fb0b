/** The one picture that a notice may name, read from its own folder. */
import { dirname } from "node:path";
import { type Diagnostic, diagnostic, type Reported } from "../diagnostics.ts";
import type { Announcement } from "../model/announcement.ts";
import type { Logo, Picture } from "../model/picture.ts";
import { withPicture } from "../model/with-picture.ts";
import type { Effects } from "./effects.ts";

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

/** The picture itself. */
export async function readLogo(
	{ path, file }: Logo,
	folder: string,
	effects: Effects,
): Promise<Reported<Picture>> {
	// Most notices have no picture: the readers are loaded for those that do.
	const { MOST_BYTES, readPicture } = await import("../pictures/read.ts");
	const none = (fault: Diagnostic): Reported<Picture> => ({
		value: null,
		diagnostics: [fault],
	});
	// Windows writes its own separator, and other systems must find the same file.
	const name = file.replaceAll("\\", "/");
	const read = await effects.readInside(folder, name, MOST_BYTES);
	switch (read.kind) {
		case "bytes":
			return readPicture(read.bytes, path);
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
