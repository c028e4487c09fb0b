/** Boxes that surely hold a mark's ink: a little too large does no harm. */

import { boundsOf } from "../layout/shapes.ts";
import type { Mark } from "../layout/sheet.ts";
import type { Box } from "../units.ts";

/** null for a mark without ink. */
export function boxOf(mark: Mark): Box | null {
	if (mark.kind === "picture") return mark;
	if (mark.kind === "code") {
		const side = mark.modules * mark.module;
		return { x: mark.x, y: mark.y, width: side, height: side };
	}
	if (mark.kind === "shape") {
		if (mark.ops.length === 0) return null;
		const { x1, y1, x2, y2 } = boundsOf(mark.ops);
		const reach = mark.stroke?.width ?? 0;
		return {
			x: x1 - reach,
			y: y1 - reach,
			width: x2 - x1 + 2 * reach,
			height: y2 - y1 + 2 * reach,
		};
	}
	const { x, baseline, size, glyphs, tracking } = mark;
	const width = glyphs.reduce(
		(sum, { advance }) => sum + advance * size + tracking,
		0,
	);
	const top = Math.max(0, ...glyphs.map(({ ink }) => ink?.top ?? 0)) * size;
	const bottom =
		Math.min(0, ...glyphs.map(({ ink }) => ink?.bottom ?? 0)) * size;
	// Letters may lean out of their advance.
	const lean = size / 4;
	return {
		x: x - lean,
		y: baseline - top,
		width: width + 2 * lean,
		height: top - bottom,
	};
}
