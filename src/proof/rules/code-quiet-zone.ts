import { diagnostic } from "../../diagnostics.ts";
import { QUIET_ZONE } from "../../qr/encode.ts";
import { grown, overlaps, type Rect } from "../geometry.ts";
import { coverOf, groundOf } from "../ground.ts";
import type { InkedCode } from "../ink.ts";
import type { Proofed, Rule } from "../rule.ts";

function isOnSheet(zone: Rect, { sheet }: Proofed): boolean {
	return (
		zone.left >= 0 &&
		zone.top >= 0 &&
		zone.right <= sheet.width &&
		zone.bottom <= sheet.height
	);
}

/** White paper on all sides and behind the code, and nothing over it. */
function isQuiet(inked: InkedCode, proofed: Proofed): boolean {
	const { page } = proofed;
	const zone = grown(inked.box, QUIET_ZONE * inked.code.module);
	const shapes = page.shapesNear(zone);
	const below = shapes.filter((shape) => shape.order < inked.order);
	const above = shapes.filter((shape) => shape.order > inked.order);
	const ground = groundOf(zone, below);
	const over = coverOf(zone, above);
	return (
		isOnSheet(zone, proofed) &&
		[...ground, ...over].every((ink) => ink === "white") &&
		coverOf(inked.box, above).size === 0 &&
		!page
			.runsNear(zone)
			.some(({ glyphs }) => glyphs.some((glyph) => overlaps(glyph, zone))) &&
		!page.pictures.some(({ box }) => overlaps(box, zone)) &&
		!page.codes.some((other) => other !== inked && overlaps(other.box, zone))
	);
}

export const codeQuietZone: Rule = (proofed) =>
	proofed.page.codes
		.filter((inked) => !isQuiet(inked, proofed))
		.map(({ code }) =>
			diagnostic("error", "proof/code-quiet-zone", code.path, {
				url: code.url,
			}),
		);
