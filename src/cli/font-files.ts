/** Finds the files of a family: bangtin's own fonts, then the commune's. */
import { join } from "node:path";
import type { FontSource } from "../fonts/program.ts";
import {
	DEFAULT_FAMILY,
	DISPLAY_FILE,
	familyOfFileName,
	filesOfFamily,
} from "../fonts/table.ts";
import { THEMES, type ThemeName } from "../themes/themes.ts";
import type { Effects } from "./effects.ts";

/** In the working directory; whoever runs the program may put fonts there. */
const OWN_FONTS = "fonts";

export type FoundFonts =
	| { readonly kind: "fonts"; readonly files: readonly FontSource[] }
	| { readonly kind: "unknown"; readonly known: readonly string[] }
	| {
			readonly kind: "failed";
			readonly file: string;
			readonly reason: string;
	  };

/** A notice that names a family has its headings in it, too. */
const hasDisplay = (family: string, theme: ThemeName): boolean =>
	family === DEFAULT_FAMILY && THEMES[theme].display;

export async function findFonts(
	family: string,
	theme: ThemeName,
	effects: Effects,
): Promise<FoundFonts> {
	const known = new Set<string>();
	for (const folder of [effects.bundledFonts, OWN_FONTS]) {
		const listing = await effects.list(folder);
		if (listing.kind !== "names") continue;
		for (const name of listing.names) {
			const other = familyOfFileName(name);
			if (other !== null) known.add(other);
		}
		const files = filesOfFamily(listing.names, family);
		if (files.length === 0) continue;
		const display = hasDisplay(family, theme)
			? [{ ...DISPLAY_FILE, folder: effects.bundledFonts }]
			: [];
		return readFonts(
			[...files.map((file) => ({ ...file, folder })), ...display].map(
				({ weight, name, folder }) => ({ weight, file: join(folder, name) }),
			),
			effects,
		);
	}
	return { kind: "unknown", known: [...known].sort() };
}

async function readFonts(
	wanted: readonly {
		readonly weight: FontSource["weight"];
		readonly file: string;
	}[],
	effects: Effects,
): Promise<FoundFonts> {
	const files: FontSource[] = [];
	for (const { weight, file } of wanted) {
		const read = await effects.readFile(file);
		if (read.kind !== "bytes") {
			const reason = read.kind === "failed" ? read.reason : "ENOENT";
			return { kind: "failed", file, reason };
		}
		files.push({ weight, bytes: read.bytes });
	}
	return { kind: "fonts", files };
}
