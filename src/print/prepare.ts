/** What one sheet becomes in the print room. */
import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Typeface } from "../fonts/face.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Sheet } from "../layout/sheet.ts";
import { forShop } from "./shop.ts";
import { tileOverA4 } from "./tiles.ts";

export interface Prepared {
	/** Of the file, between the notice's name and ".pdf". */
	readonly name: string;
	readonly sheet: Sheet;
	readonly diagnostics: readonly Diagnostic[];
}

export function prepare(
	name: SheetName,
	sheet: Sheet,
	{
		ink,
		print,
	}: { readonly ink: "full" | "saver"; readonly print: "office" | "shop" },
	typeface: Typeface,
): Prepared {
	const saver = ink === "saver" ? ".saver" : "";
	if (print === "shop")
		return { name: `${name}.shop`, sheet: forShop(sheet), diagnostics: [] };
	if (name !== "poster-a3")
		return { name: `${name}${saver}`, sheet, diagnostics: [] };
	const tiling = tileOverA4(sheet, typeface);
	const diagnostics = tiling.cuts.map(({ kind, text }) =>
		diagnostic("warning", "print/seam", "", { what: kind, text }),
	);
	return { name: `poster-a3.4xa4${saver}`, sheet: tiling.sheet, diagnostics };
}
