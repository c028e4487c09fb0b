/** How to scan, and which addresses to trust. */
import { diagnostic } from "../../diagnostics.ts";
import type { Node } from "../../layout/sheet.ts";
import { type Paragraph, setParagraph, spansOf } from "../../layout/text.ts";
import {
	safetyLine,
	safetyLineHosts,
	scanHint,
} from "../../messages/sheet-words.ts";
import type { Announcement } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { artifact, type Kit, textNode } from "./kit.ts";
import { pictogram } from "./pictograms.ts";

const SHIELD = 3.2;
const BESIDE_SHIELD = 3.9;

export interface Safety {
	readonly height: Pt;
	/** Placed by the last baseline. */
	readonly place: (x: Pt, baseline: Pt) => readonly Node[];
}

export function setSafetyLine(
	notice: Pick<Announcement, "codes" | "codesAreOfficial">,
	kit: Kit,
	measure: Pt,
): Safety {
	const { u } = kit;
	const hosts = [...new Set(notice.codes.map((code) => code.host))];
	const words = notice.codesAreOfficial ? safetyLine() : safetyLineHosts(hosts);
	const paragraph = setParagraph(
		words,
		kit.style("safety"),
		measure - u(BESIDE_SHIELD),
		kit.typeface,
	);
	if (paragraph.longWord !== null)
		kit.faults.push(
			diagnostic("error", "layout/long-word", "links", {
				word: paragraph.longWord,
			}),
		);
	const height = Math.max(paragraph.height, u(SHIELD - 0.4));
	return {
		height,
		place: (x, baseline) => {
			const capTop = baseline - paragraph.height;
			const middle = baseline - paragraph.height / 2;
			return [
				artifact(
					pictogram("shield", x, middle - u(SHIELD / 2), u(SHIELD), "black"),
				),
				textNode("P", paragraph, x + u(BESIDE_SHIELD), capTop),
			];
		},
	};
}

const HINT_POSITIONS = [2, 1.8, 1.6, 1.4, 1.2, 1] as const;

/** How to scan, as large as the room beside the codes allows, though not above the body. */
export function setHint(measure: Pt, room: Pt, kit: Kit): Paragraph {
	const body = kit.style("body").size;
	const at = (position: number) =>
		setParagraph(
			spansOf(scanHint),
			kit.styleAt("hint", position),
			measure,
			kit.typeface,
		);
	for (const position of HINT_POSITIONS) {
		if (position <= kit.fit.type) break;
		const hint = at(position);
		if (hint.style.size <= body && hint.height <= room) return hint;
	}
	return at(kit.fit.type);
}
