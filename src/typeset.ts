/** A notice and a request in, a finished sheet out. Pure: the same answer everywhere. */
import {
	type Diagnostic,
	diagnostic,
	hasErrors,
	type Reported,
} from "./diagnostics.ts";
import type { Typeface } from "./fonts/face.ts";
import { formatOf, type SheetName } from "./formats/formats.ts";
import type { Sheet } from "./layout/sheet.ts";
import { plain } from "./layout/text.ts";
import type { Announcement } from "./model/announcement.ts";
import { imposeTwoUp } from "./print/two-up.ts";
import { missingLetters } from "./proof/letters.ts";
import { proofSheet } from "./proof/proof.ts";
import { THEMES, type ThemeName } from "./themes/themes.ts";

export interface TypesetRequest {
	readonly sheet: SheetName;
	readonly theme: ThemeName;
	readonly ink: "full" | "saver";
}

export function typeset(
	announcement: Announcement,
	request: TypesetRequest,
	typeface: Typeface,
): Reported<Sheet> {
	const missing = missingLetters(announcement, typeface);
	if (hasErrors(missing)) return { value: null, diagnostics: missing };
	const { logo } = announcement;
	if (logo !== null && logo.picture === null) {
		const { path, file } = logo;
		const none = diagnostic("error", "pictures/missing", path, { file });
		return { value: null, diagnostics: [...missing, none] };
	}
	const format = formatOf(request.sheet);
	const composed = THEMES[request.theme].compose(
		announcement,
		{ format, ink: request.ink },
		typeface,
	);
	if (composed.value === null)
		return { value: null, diagnostics: composed.diagnostics };
	const sheet: Sheet = {
		width: format.width,
		height: format.height,
		title: plain(announcement.title.long),
		issuer: plain(announcement.issuer.long),
		date: announcement.isoDate,
		pages: composed.value,
	};
	const diagnostics: readonly Diagnostic[] = [
		...composed.diagnostics,
		...proofSheet(sheet, format),
	];
	if (hasErrors(diagnostics)) return { value: null, diagnostics };
	const imposed = request.sheet === "leaflet-a5-2up";
	return { value: imposed ? imposeTwoUp(sheet) : sheet, diagnostics };
}
