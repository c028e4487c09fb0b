import {
	asKind,
	asName,
	asNumber,
	itemsOf,
} from "../../../pdf-reader/values.ts";
import type { ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, found, foundOn } from "../rule.ts";

const BY_PARTS: Readonly<Record<number, string>> = {
	1: "Gray",
	3: "RGB",
	4: "CMYK",
};
/** What each kind of printing can hold without a profile of its own. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
	Gray: ["gray"],
	RGB: ["gray", "rgb"],
	CMYK: ["gray", "cmyk"],
};

/** What the file is to be printed in; null when it does not say. */
function intentOf({ file, catalog }: ProofedPdf): string | null {
	for (const item of itemsOf(file.field(catalog, "OutputIntents"))) {
		if (asName(file.field(item, "S")) !== "GTS_PDFA1") continue;
		const profile = asKind(file.field(item, "DestOutputProfile"), "stream");
		if (profile === null) continue;
		const parts = asNumber(file.field(profile, "N")) ?? 0;
		const isProfile = file.decode(profile).bytes.length > 128;
		if (isProfile) return BY_PARTS[parts] ?? null;
	}
	return null;
}

export const outputIntent: BytesRule = (pdf) =>
	intentOf(pdf) === null && !pdf.forPress
		? [found("proof/output-intent", {})]
		: [];

/** No colour that the intended printing does not have. */
export const colours: BytesRule = (pdf) => {
	const intent = intentOf(pdf) ?? (pdf.forPress ? "CMYK" : null);
	if (intent === null) return [];
	const held = HOLDS[intent] ?? [];
	return pdf.pages.flatMap((page) =>
		[...page.content.spaces]
			.filter((space) => space !== "other" && !held.includes(space))
			.map((space) =>
				foundOn(page, null, "proof/colour", {
					space: space.toUpperCase(),
					intent,
				}),
			),
	);
};
