import type { Node } from "../../../layout/sheet.ts";
import type { Pt } from "../../../units.ts";

/** A tree below its first bar. */
export interface Tree {
	/** From the bar's bottom. */
	readonly height: Pt;
	/** False when cards hold more than this drawing can show well. */
	readonly fits: boolean;
	readonly place: (barBottom: Pt) => readonly Node[];
}
