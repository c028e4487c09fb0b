/** A notice and a request in, a finished sheet out. Pure: the same answer everywhere. */
import { diagnostic, hasErrors, type Reported } from "./diagnostics.ts";
import type { Typeface } from "./fonts/face.ts";
import { type Format, formatOf, type SheetName } from "./formats/formats.ts";
import type { Bookmark, Page, Sheet } from "./layout/sheet.ts";
import { plain } from "./layout/text.ts";
import { pageNumber } from "./messages/sheet-words.ts";
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
	const composed = composedWithin(announcement, request, format, typeface);
	if (composed.value === null) return composed;
	const { value: sheet, diagnostics } = composed;
	if (hasErrors(diagnostics)) return { value: null, diagnostics };
	const imposed = request.sheet === "leaflet-a5-2up";
	return { value: imposed ? imposeTwoUp(sheet) : sheet, diagnostics };
}

const bookmarksOf = (
	title: string,
	pages: readonly Page[],
): readonly Bookmark[] =>
	pages.map((_, page) => ({
		title: page === 0 ? title : pageNumber(page + 1),
		page,
	}));

/** A headline grows no nearer to the most ink of a sheet: a raster's pixels and a printer's dots add some. */
const SPARING = 0.98;
const sparing = (format: Format): Format => ({
	...format,
	coverage: {
		full: SPARING * format.coverage.full,
		saver: SPARING * format.coverage.saver,
	},
});

/** Beyond the targets of their sizes: a short notice is large, unless it were too black. */
const GROWTHS = [1, 0.85, 0.7, 0.55, 0.4, 0.2, 0] as const;

interface Tried {
	readonly reported: Reported<Sheet>;
	/** Less growth would help. */
	readonly isGrownTooBlack: boolean;
}

/** As large as the sheet holds without taking more ink than it should. */
function composedWithin(
	announcement: Announcement,
	{ theme, ink }: TypesetRequest,
	format: Format,
	typeface: Typeface,
): Reported<Sheet> {
	const composed = (growth: number): Tried => {
		const target = { format, ink, growth };
		const { value, diagnostics } = THEMES[theme].compose(
			announcement,
			target,
			typeface,
		);
		if (value === null)
			return { reported: { value, diagnostics }, isGrownTooBlack: false };
		const { pages, isGrown } = value;
		const title = plain(announcement.title.long);
		const sheet: Sheet = {
			width: format.width,
			height: format.height,
			title,
			issuer: plain(announcement.issuer.long),
			date: announcement.isoDate,
			pages,
			...(pages.length > 1 ? { bookmarks: bookmarksOf(title, pages) } : {}),
		};
		const held = isGrown ? sparing(format) : format;
		const proofs = proofSheet(sheet, held, typeface);
		return {
			reported: { value: sheet, diagnostics: [...diagnostics, ...proofs] },
			isGrownTooBlack:
				isGrown && proofs.some(({ code }) => code === "proof/ink-coverage"),
		};
	};
	const [most, ...less] = GROWTHS;
	let found = composed(most);
	for (const growth of less) {
		if (!found.isGrownTooBlack) break;
		found = composed(growth);
	}
	return found.reported;
}
