/** What can be wrong with a picture, and how much of one is too much. */
import type { MessageParams } from "../messages/codes.ts";

type PictureCode = Extract<keyof MessageParams, `pictures/${string}`>;

/** One code with the parameters it needs. */
export type Fault = {
	[C in PictureCode]: {
		readonly code: C;
		readonly params: MessageParams[C];
	};
}[PictureCode];

/** Of the file: a logo that looks sharp on a poster has a tenth of it. */
export const MOST_BYTES = 2_000_000;
/** 2,000 × 2,000: ten times what the largest slot can show at 300 to the inch. */
const MOST_PIXELS = 4_000_000;

export const broken = (reason: string): Fault => ({
	code: "pictures/broken",
	params: { reason },
});

export const tooLarge = (
	what: MessageParams["pictures/too-large"]["what"],
	found: number,
	most: number,
): Fault => ({ code: "pictures/too-large", params: { what, found, most } });

/** Told from the file's head, before anything is unpacked. */
export function sizeFault(width: number, height: number): Fault | null {
	if (!(width > 0 && height > 0)) return broken("no size");
	return width * height > MOST_PIXELS
		? tooLarge("pixels", width * height, MOST_PIXELS)
		: null;
}

export const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
