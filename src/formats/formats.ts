/**
 * The sheets and the numbers each must keep. Points inside; the millimetres and
 * their reasons stand where they are defined.
 */
import { mm, type Pt } from "../units.ts";

export const FORMAT_NAMES = ["flyer-a4", "poster-a3", "leaflet-a5"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export interface Range {
	readonly target: Pt;
	readonly floor: Pt;
}

export interface Format {
	readonly name: FormatName;
	/** Trim. ISO 216. */
	readonly width: Pt;
	readonly height: Pt;
	/** Office lasers leave 4 to 6.4 mm of the sheet blank: nothing is inked nearer the trim. */
	readonly safe: Pt;
	/**
	 * Running text. Be Vietnam Pro at 12 pt has the x-height of Times at 14 pt, the
	 * size of Vietnamese administrative text (Nghị định 30/2020, annex I).
	 */
	readonly body: Range;
	/** No text of any kind is smaller. */
	readonly smallest: Pt;
	/** Cap height of the headline, 1 : 150 to 1 : 200 of the reading distance. */
	readonly headlineCap: { readonly target: Pt; readonly warnUnder: Pt };
	/** QR module: reading distance ÷ 400, good for two generations of copies. */
	readonly module: Range;
	/** Side of the smallest code. A poster's is scanned from half a metre. */
	readonly codeSide: Pt;
	/** The host under a code is what people are told to compare before opening. */
	readonly hostSize: Pt;
	/** Mean darkness of a page, 1 being solid black: toner, and paper that stays flat. */
	readonly coverage: { readonly full: number; readonly saver: number };
	/** Posters are read in passing: short wordings first, fewer words. */
	readonly distant: boolean;
	/** Pages a long notice may take: a flyer has a back, posters hang side by side. */
	readonly pages: number;
}

const SAFE = mm(7);
const COVERAGE = { full: 0.2, saver: 0.15 } as const;

export const FORMATS: { readonly [N in FormatName]: Format } = {
	"leaflet-a5": {
		name: "leaflet-a5",
		width: mm(148),
		height: mm(210),
		safe: SAFE,
		body: { target: 10.5, floor: 9.5 },
		smallest: 8,
		headlineCap: { target: mm(10), warnUnder: mm(7) },
		module: { target: mm(0.65), floor: mm(0.6) },
		codeSide: mm(20),
		hostSize: 9,
		coverage: COVERAGE,
		distant: false,
		pages: 2,
	},
	"flyer-a4": {
		name: "flyer-a4",
		width: mm(210),
		height: mm(297),
		safe: SAFE,
		body: { target: 12, floor: 11 },
		smallest: 9,
		headlineCap: { target: mm(15), warnUnder: mm(10) },
		module: { target: mm(0.8), floor: mm(0.7) },
		codeSide: mm(24),
		hostSize: 11,
		coverage: COVERAGE,
		distant: false,
		pages: 2,
	},
	"poster-a3": {
		name: "poster-a3",
		width: mm(297),
		height: mm(420),
		safe: SAFE,
		body: { target: 20, floor: 16 },
		smallest: 13,
		headlineCap: { target: mm(20), warnUnder: mm(15) },
		module: { target: mm(1.4), floor: mm(1.2) },
		codeSide: mm(45),
		hostSize: 15,
		coverage: COVERAGE,
		distant: true,
		pages: 2,
	},
};

/** Sheets that carry copies of another, to be cut apart. */
export const IMPOSED = { "leaflet-a5-2up": "leaflet-a5" } as const satisfies {
	readonly [name: string]: FormatName;
};
export type ImposedName = keyof typeof IMPOSED;

/** Everything `--sheet` may name. */
export type SheetName = FormatName | ImposedName;
export const SHEET_NAMES: readonly SheetName[] = [
	...FORMAT_NAMES,
	"leaflet-a5-2up",
];

/** The format a sheet's notice is laid out for. */
export const formatOf = (sheet: SheetName): Format =>
	FORMATS[sheet === "leaflet-a5-2up" ? IMPOSED[sheet] : sheet];
