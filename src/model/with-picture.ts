import type { Announcement } from "./announcement.ts";
import type { Picture } from "./picture.ts";

/** The notice with the picture that it names; as it is when it names none. */
export const withPicture = (
	announcement: Announcement,
	picture: Picture | null,
): Announcement =>
	announcement.logo === null
		? announcement
		: { ...announcement, logo: { ...announcement.logo, picture } };
