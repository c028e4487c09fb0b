/** What to tell the author when even the floors do not hold the notice. */
import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import { FORMAT_NAMES, FORMATS, type Format } from "../../formats/formats.ts";
import { plain } from "../../layout/text.ts";
import type { Announcement, Text } from "../../model/announcement.ts";
import { mapBlockTexts } from "../../model/map-texts.ts";

const wordsIn = (text: Text): number =>
	plain(text.long).split(/\s+/u).filter(Boolean).length;

/** Texts of the body, most words first. */
function longest(notice: Announcement): Text[] {
	const texts: Text[] = [];
	for (const block of notice.blocks)
		mapBlockTexts(block, (text) => {
			texts.push(text);
			return text;
		});
	return texts.sort((a, b) => wordsIn(b) - wordsIn(a));
}

/** The notice with `count` words fewer, each taken from the text that is then longest. */
function without(notice: Announcement, count: number): Announcement {
	const left = new Map(
		longest(notice).map((text) => [text.path, wordsIn(text)]),
	);
	for (let i = 0; i < count; i++) {
		let most: string | null = null;
		for (const [path, words] of left)
			if (words > 1 && (most === null || words > (left.get(most) ?? 0)))
				most = path;
		if (most === null) break;
		left.set(most, (left.get(most) ?? 1) - 1);
	}
	const cut = (text: Text): Text => {
		const keep = left.get(text.path) ?? 0;
		const words = plain(text.long).split(/\s+/u).filter(Boolean);
		const kept = [{ text: words.slice(0, keep).join(" "), strong: false }];
		return { ...text, long: kept, short: text.short === null ? null : kept };
	};
	return {
		...notice,
		blocks: notice.blocks.map((block) => mapBlockTexts(block, cut)),
	};
}

const NAMED = 3;

/** What sheet would hold it, and how many words too many, found by taking words away until the sheet holds the rest. */
export function oversetOf(
	notice: Announcement,
	format: Format,
	heldBy: (notice: Announcement, format: Format) => boolean,
): Diagnostic {
	const texts = longest(notice);
	const holds = (shorter: Announcement) => heldBy(shorter, format);
	const roomier = FORMAT_NAMES.find(
		(other) => other !== format.name && heldBy(notice, FORMATS[other]),
	);
	const name = (words: number | null) =>
		diagnostic("error", "layout/overset", texts[0]?.path ?? "body", {
			sheet: format.name,
			words,
			longest: texts.slice(0, NAMED).map((text) => text.path),
			holds: roomier ?? null,
		});
	const total = texts.reduce((sum, text) => sum + wordsIn(text) - 1, 0);
	if (!holds(without(notice, total))) return name(null);
	let low = 1;
	let high = total;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(without(notice, middle))) high = middle;
		else low = middle + 1;
	}
	return name(low);
}
