/** Who made a PDF, by its own account. */
import type { PdfFile } from "./open-pdf.ts";
import { asKind, textOf } from "./values.ts";

/** The metadata packet as text; "" when there is none. */
export function packetOf(file: PdfFile): string {
	const root = file.field(file.trailer, "Root");
	const stream = asKind(file.field(root, "Metadata"), "stream");
	return stream === null
		? ""
		: new TextDecoder().decode(file.decode(stream).bytes);
}

/** True when bangtin made it, even if another program saved it since. */
export function isBangtins(file: PdfFile): boolean {
	const info = file.field(file.trailer, "Info");
	const names = ["Producer", "Creator"].map((key) =>
		textOf(file.field(info, key)),
	);
	return (
		names.some((name) => /^bangtin\b/.test(name ?? "")) ||
		/<(?:pdf:Producer|xmp:CreatorTool)>bangtin\b/.test(packetOf(file)) ||
		/\b(?:pdf:Producer|xmp:CreatorTool)=["']bangtin\b/.test(packetOf(file))
	);
}
