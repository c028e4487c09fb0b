/** Roles of type: sizes in points, leading in sizes, tracking in em. */
import type { Cut } from "../../fonts/face.ts";
import type { FormatName } from "../../formats/formats.ts";
import type { TextRole } from "../../layout/sheet.ts";
import type { Pt } from "../../units.ts";

/** Floor, target, and the most a short notice may grow to. */
export type Sizes = readonly [floor: Pt, target: Pt, most: Pt];

export interface RoleSpec {
	readonly weight: Cut;
	readonly strong: Cut;
	readonly leading: number;
	readonly tracking: number;
	readonly wordSpacing: number;
	readonly capitals: boolean;
	readonly role: TextRole;
	readonly sizes: { readonly [N in FormatName]: Sizes };
}

export const sizes = (a5: Sizes, a4: Sizes, a3: Sizes): RoleSpec["sizes"] => ({
	"leaflet-a5": a5,
	"flyer-a4": a4,
	"poster-a3": a3,
});

export const spec = (
	weight: Cut,
	strong: Cut,
	leading: number,
	role: TextRole,
	roleSizes: RoleSpec["sizes"],
	more: Partial<Pick<RoleSpec, "tracking" | "wordSpacing" | "capitals">> = {},
): RoleSpec => ({
	weight,
	strong,
	leading,
	tracking: 0,
	wordSpacing: 0,
	capitals: false,
	role,
	sizes: roleSizes,
	...more,
});

/** Position of the targets on the type scale. */
export const TARGET = 1;

/** A size at `position`: 0 is the floor, 1 the target, 2 the most. */
export function sizeAt([floor, target, most]: Sizes, position: number): Pt {
	return position <= TARGET
		? floor + (target - floor) * Math.max(0, position)
		: target + (most - target) * Math.min(1, position - TARGET);
}
