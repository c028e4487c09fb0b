/**
 * The grid: a page is 70 units wide, so one set of coordinates serves every ISO
 * sheet. All numbers in this theme are units (u) unless they say otherwise.
 */
import type { FormatName } from "../../formats/formats.ts";

export const LEFT = 5;
export const RIGHT = 65;
export const FULL = RIGHT - LEFT;
/** Centre of the line. */
export const TRACK = 8;
/** Left edge of the content columns, each 7u wide with gutters of 2u. */
export const CONTENT = 13;
export const CONTENT_WIDTH = RIGHT - CONTENT;
/** Edges a flag may end at. */
export const SNAPS = [20, 29, 38, 47, 56, 65] as const;
export const column = (index: number): number => CONTENT + 9 * (index - 1);

export const MASTHEAD_TOP = 3.6;
export const STATION_RADIUS = 2.6;

/** Least and usual height of a gap; `stretches` marks those that share out slack. */
interface Gap {
	readonly least: number;
	readonly usual: { readonly [N in FormatName]: number };
	readonly stretches: boolean;
}

const gap = (
	a5: number,
	a4: number,
	a3: number,
	least: number,
	stretches = false,
): Gap => ({
	least,
	usual: { "leaflet-a5": a5, "flyer-a4": a4, "poster-a3": a3 },
	stretches,
});

export const GAPS = {
	mastheadToHeadline: gap(1.6, 2.0, 2.0, 1.5),
	headlineToFlag: gap(1.2, 1.2, 1.4, 0.9),
	headlineToLead: gap(2.2, 2.2, 2.6, 1.4),
	flagToStation: gap(1.3, 1.4, 1.8, 0.9, true),
	stationToBody: gap(3.3, 3.3, 3.8, 3.1),
	flagToText: gap(2.0, 2.0, 2.4, 1.6, true),
	bodyToStation: gap(1.7, 1.7, 2.2, 1.0, true),
	bodyToText: gap(2.0, 2.1, 2.4, 1.6, true),
	barToBus: gap(2.0, 2.0, 2.0, 1.8),
	busToCards: gap(3.1, 3.1, 3.1, 2.9),
	cardsToWarning: gap(0.9, 0.9, 0.9, 0.7),
	lastToTerminus: gap(1.8, 1.8, 1.8, 1.4, true),
	captionToFooter: gap(1.0, 1.0, 1.0, 0.7),
	ruleToFooter: gap(1.2, 1.2, 1.2, 1.1),
} as const satisfies Record<string, Gap>;

export type GapName = keyof typeof GAPS;

/** What a smaller sheet leaves out or draws smaller. */
export interface Density {
	/** Pictograms in the cards below a further question. */
	readonly lowerIcons: boolean;
	/** A warning of a subtree runs across all columns instead of under its own. */
	readonly wideWarning: boolean;
	/** Side of the pictogram on top of a tall card. */
	readonly tallIcon: number;
	/** The path of an address is printed after its host. */
	readonly paths: boolean;
}

const ROOMY: Density = {
	lowerIcons: true,
	wideWarning: false,
	tallIcon: 5,
	paths: true,
};

export const DENSITY: { readonly [N in FormatName]: Density } = {
	"leaflet-a5": {
		lowerIcons: false,
		wideWarning: true,
		tallIcon: 3.4,
		paths: false,
	},
	"flyer-a4": ROOMY,
	"poster-a3": ROOMY,
};
