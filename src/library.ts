/** bangtin as a library: text in, PDF bytes out, no disk and no network between. */
export { type ReadResult, readAnnouncement } from "./content/read.ts";
export { readBytes } from "./content/read-bytes.ts";
export { noticeJsonSchema } from "./content/schema.ts";
export {
	type Diagnostic,
	hasErrors,
	type Place,
	type Reported,
} from "./diagnostics.ts";
export type { Typeface } from "./fonts/face.ts";
export type { OpenTypeface } from "./fonts/open.ts";
export { openAnyTypeface as openTypeface } from "./fonts/open-any.ts";
export type { FontSource } from "./fonts/program.ts";
export { DEFAULT_FAMILY, DISPLAY_FILE, filesOfFamily } from "./fonts/table.ts";
export { SHEET_NAMES, type SheetName } from "./formats/formats.ts";
export type { Sheet } from "./layout/sheet.ts";
export { type RenderContext, renderDiagnostic } from "./messages/render.ts";
export type { Announcement } from "./model/announcement.ts";
export type { Picture } from "./model/picture.ts";
export { withPicture } from "./model/with-picture.ts";
export { type PaintOptions, paintPdf } from "./paint/pdf.ts";
export { readPicture } from "./pictures/read.ts";
export { THEME_NAMES, type ThemeName } from "./themes/themes.ts";
export { type TypesetRequest, typeset } from "./typeset.ts";
