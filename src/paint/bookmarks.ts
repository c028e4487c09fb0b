import type { Sheet } from "../layout/sheet.ts";
import { pageNumber } from "../messages/sheet-words.ts";
import type { PaintOptions } from "./pdf.ts";

/** Only several pages need them. */
export const bookmarksOf = ({
	pages,
	title,
}: Sheet): NonNullable<PaintOptions["bookmarks"]> =>
	pages.length < 2
		? []
		: pages.map((_, page) => ({
				title: page === 0 ? title : pageNumber(page + 1),
				page,
			}));
