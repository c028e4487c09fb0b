/** Stations: numbered discs on the line. */

import { disc, filled, stroked } from "../../layout/shapes.ts";
import type { Node, Run, Shape } from "../../layout/sheet.ts";
import {
	followedBySpace,
	placeParagraph,
	setParagraph,
	spansOf,
} from "../../layout/text.ts";
import type { IconName } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { STATION_RADIUS, TRACK } from "./grid.ts";
import { artifact, centredCapTop, type Kit } from "./kit.ts";
import { onBody } from "./look.ts";
import { pictogram } from "./pictograms.ts";
import type { Role } from "./type-scale.ts";

export function discShape(kit: Kit, cx: Pt, cy: Pt, r: Pt): Shape[] {
	const body = kit.look.station;
	if (body.kind === "solid") return [filled(disc(cx, cy, r), body.ink)];
	const border = kit.u(body.border);
	return [
		filled(disc(cx, cy, r), "white"),
		stroked(disc(cx, cy, r - border / 2), body.ink, border),
	];
}

/** A numeral centred on a point by its capitals. */
export function numeral(
	kit: Kit,
	number: number,
	cx: Pt,
	cy: Pt,
	role: Role,
): Run[] {
	const { u } = kit;
	const paragraph = setParagraph(
		spansOf(String(number)),
		kit.style(role, onBody(kit.look.station)),
		u(20),
		kit.typeface,
	);
	return placeParagraph(
		followedBySpace(paragraph, kit.typeface),
		cx,
		centredCapTop(paragraph, cy),
		"centre",
	);
}

export interface Station {
	readonly under: Node;
	readonly label: readonly Run[];
}

/** A numbered disc on the line at height `cy`. */
export function station(kit: Kit, number: number, cy: Pt): Station {
	const { u } = kit;
	return {
		under: artifact(...discShape(kit, u(TRACK), cy, u(STATION_RADIUS))),
		label: numeral(kit, number, u(TRACK), cy, "numeral"),
	};
}

/** A disc that carries a pictogram instead of a number. */
export function pictogramStation(
	kit: Kit,
	icon: IconName,
	cy: Pt,
	radius: number,
): Node {
	const { u } = kit;
	const side = u(radius * 1.15);
	return artifact(
		...discShape(kit, u(TRACK), cy, u(radius)),
		pictogram(
			icon,
			u(TRACK) - side / 2,
			cy - side / 2,
			side,
			onBody(kit.look.station).ink,
			2.2,
		),
	);
}
