/** Places of the theme: margins, scales and gaps of each sheet, in millimetres. */
import type { FormatName } from "../../formats/formats.ts";

export interface Layout {
	/** Left and right. */
	readonly margin: number;
	readonly roofTop: number;
	/** Content ends here. */
	readonly bottom: number;
	/** What the measures of the masthead and of all else are multiplied by. */
	readonly mastheadScale: number;
	readonly scale: number;
	/** Size of the calendar. */
	readonly calendar: { readonly width: number; readonly height: number };
	/** The headline has the whole width, the calendar stands under it. */
	readonly calendarBelow: boolean;
	/** Number of rays, half of them filled. */
	readonly rays: number;
	/** Narrowest ticket of a board, and of a ladder. A leaflet has ladders only. */
	readonly leastTicket: number | null;
	readonly leastStep: number;
	/** Radius of the numbered discs. */
	readonly disc: number;
	/** The path of an address is printed after its host. */
	readonly paths: boolean;
}

export const LAYOUTS: { readonly [N in FormatName]: Layout } = {
	"leaflet-a5": {
		margin: 9,
		roofTop: 8,
		bottom: 202.6,
		mastheadScale: 0.72,
		scale: 0.72,
		calendar: { width: 32.6, height: 32.6 },
		calendarBelow: false,
		rays: 26,
		leastTicket: null,
		leastStep: 46,
		disc: 3.3,
		paths: false,
	},
	"flyer-a4": {
		margin: 11,
		roofTop: 8.6,
		bottom: 288.5,
		mastheadScale: 1,
		scale: 1,
		calendar: { width: 46, height: 49.6 },
		calendarBelow: false,
		rays: 28,
		leastTicket: 44,
		leastStep: 56,
		disc: 4.3,
		paths: true,
	},
	"poster-a3": {
		margin: 16,
		roofTop: 12,
		bottom: 406,
		mastheadScale: 1.28,
		scale: 1.22,
		calendar: { width: 64, height: 66 },
		calendarBelow: true,
		rays: 36,
		leastTicket: 58,
		leastStep: 80,
		disc: 6.4,
		paths: true,
	},
};

/** The usual height of a gap; `stretches` marks those that share out slack. */
interface Gap {
	/** Share of the usual height that is left when the page is tight. */
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
	masthead: gap(1.4, 1.8, 2.6, 0.7),
	section: gap(2.8, 4, 5.6, 0.64, true),
	headToBody: gap(1.5, 2, 2.8, 0.7),
	beforeEnd: gap(2.8, 4, 5.6, 0.64, true),
	between: gap(1.9, 2.6, 3.4, 0.75),
	board: gap(10.6, 14.6, 17.8, 0.9),
	endToFooter: gap(2.4, 3.2, 4.6, 0.75),
	footer: gap(1.8, 2.4, 3.4, 0.75),
} as const satisfies Record<string, Gap>;
export type GapName = keyof typeof GAPS;
