/**
 * The font files: what is in the fonts folder, and how a file's name says
 * which family and weight it holds.
 */
import { type Cut, DISPLAY, type Weight } from "./face.ts";

export interface FontFile {
	readonly weight: Cut;
	/** Name in the fonts folder. */
	readonly name: string;
}

/** The family every sheet uses unless the notice names another. */
export const DEFAULT_FAMILY = "BeVietnamPro";

/** The files that come with bangtin, lightest first. */
export const BUNDLED_FILES: readonly FontFile[] = [
	{ weight: 400, name: "BeVietnamPro_400Regular.ttf" },
	{ weight: 500, name: "BeVietnamPro_500Medium.ttf" },
	{ weight: 600, name: "BeVietnamPro_600SemiBold.ttf" },
	{ weight: 700, name: "BeVietnamPro_700Bold.ttf" },
	{ weight: 800, name: "BeVietnamPro_800ExtraBold.ttf" },
];

/** What themes with a display face set their headings in, beside the family above. */
export const DISPLAY_FILE: FontFile = {
	weight: DISPLAY,
	name: "BarlowCondensed_800ExtraBold.ttf",
};

/** Names of weights as foundries write them; italics and lighter cuts are not ours. */
const WEIGHT_NAMES: ReadonlyMap<string, Weight> = new Map([
	["", 400],
	["regular", 400],
	["normal", 400],
	["book", 400],
	["roman", 400],
	["400", 400],
	["medium", 500],
	["500", 500],
	["semibold", 600],
	["demibold", 600],
	["demi", 600],
	["600", 600],
	["bold", 700],
	["700", 700],
	["extrabold", 800],
	["ultrabold", 800],
	["heavy", 800],
	["800", 800],
]);

/** "NotoSans-Bold.ttf" is family "NotoSans", style "Bold". */
const FILE_NAME =
	/^(?<family>[^_-]+(?:[_-][^_-]+)*?)(?:[_-](?<style>[^_-]*))?\.(?:ttf|otf)$/i;
/** "700Bold" is "Bold". */
const NUMBER_BEFORE_NAME = /^[1-9]00(?=\D)/;

interface NameParts {
	readonly family: string;
	readonly style: string;
}

function nameParts(fileName: string): NameParts | null {
	const groups = FILE_NAME.exec(fileName)?.groups;
	if (groups === undefined) return null;
	const { family = "", style = "" } = groups;
	return { family, style };
}

/** The weight a file holds by its name; null when it is no font or no weight of ours. */
export function weightOfFileName(fileName: string): Weight | null {
	const parts = nameParts(fileName);
	if (parts === null) return null;
	const style = parts.style.replace(NUMBER_BEFORE_NAME, "").toLowerCase();
	return WEIGHT_NAMES.get(style) ?? null;
}

/** The family a file belongs to by its name; null when it is no font. */
export const familyOfFileName = (fileName: string): string | null =>
	nameParts(fileName)?.family ?? null;

/** "Noto Sans", "NotoSans" and "noto-sans" name one family. */
const familyKey = (family: string): string =>
	family.toLowerCase().replace(/[\s_-]/g, "");

/** The files of a family among the names of a folder, lightest first. */
export function filesOfFamily(
	fileNames: readonly string[],
	family: string,
): readonly FontFile[] {
	const key = familyKey(family);
	const files = new Map<Weight, FontFile>();
	for (const name of [...fileNames].sort()) {
		const weight = weightOfFileName(name);
		const own = familyOfFileName(name);
		if (weight === null || own === null || familyKey(own) !== key) continue;
		if (!files.has(weight)) files.set(weight, { weight, name });
	}
	return [...files.values()].sort((a, b) => a.weight - b.weight);
}
