/** What every rule over the bytes is shown, and how it speaks. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { MessageCode, MessageParams } from "../../messages/codes.ts";
import { toMm } from "../../units.ts";
import type { Point, Rect } from "../geometry.ts";
import { rounded } from "../rule.ts";
import type { ProofedPage, ProofedPdf } from "./proofed-pdf.ts";

/** Rules look; none changes anything. */
export type BytesRule = (pdf: ProofedPdf) => readonly Diagnostic[];

/** A finding about the file as a whole. */
export const found = <C extends MessageCode>(
	code: C,
	params: MessageParams[C],
): Diagnostic => diagnostic("error", code, "", params);

/** A finding on a page, with its place if it has one. */
export const foundOn = <C extends MessageCode>(
	{ number }: Pick<ProofedPage, "number">,
	at: Point | null,
	code: C,
	params: MessageParams[C],
): Diagnostic => ({
	...found(code, params),
	spot: {
		page: number,
		xMm: at === null ? null : rounded(toMm(at.x)),
		yMm: at === null ? null : rounded(toMm(at.y)),
	},
});

export const cornerOf = ({ left, top }: Rect): Point => ({ x: left, y: top });

/** One of each kind: the first on its page. */
export const firstOnEach = <T>(
	items: readonly T[],
	keyOf: (item: T) => string,
): readonly T[] => {
	const seen = new Set<string>();
	return items.filter((item) => {
		const key = keyOf(item);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
};
