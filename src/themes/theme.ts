import type { Reported } from "../diagnostics.ts";
import type { Typeface } from "../fonts/face.ts";
import type { Format } from "../formats/formats.ts";
import type { Page } from "../layout/sheet.ts";
import type { Announcement } from "../model/announcement.ts";

/** What a notice is laid out for. */
export interface Target {
	readonly format: Format;
	readonly ink: "full" | "saver";
	/** How far type may grow beyond its targets: 1 wholly, 0 not at all. Wholly when it is not said. */
	readonly growth?: number;
}

export interface Composed {
	readonly pages: readonly Page[];
	/** Beyond the targets: with less growth there would be less ink. */
	readonly isGrown: boolean;
}

/** A theme lays a notice out on a sheet: all of it, or none and why. */
export interface Theme {
	readonly name: string;
	/** Whether headings are set in the display face. */
	readonly display: boolean;
	readonly compose: (
		notice: Announcement,
		target: Target,
		typeface: Typeface,
	) => Reported<Composed>;
}
