/** What `check --fix` wrote, in words. */
import type { Fixed } from "../content/fix/fix.ts";
import { cliWords } from "../messages/cli-words.ts";
import type { Language } from "../messages/language.ts";

/** One file that was written anew. */
export interface Mended extends Pick<Fixed, "legacy" | "tidied" | "changes"> {
	readonly file: string;
}

/** The changes of one file, as lines taken out and put in. */
export function spokenMend(mend: Mended, lang: Language): string {
	const words = cliWords[lang];
	const { file, legacy, tidied, changes } = mend;
	const shown = changes.flatMap(({ line, before, after }) => [
		...(before === null ? [] : [`  ${line} - ${before}`]),
		...(after === null ? [] : [`  ${line} + ${after}`]),
	]);
	return [
		words.fixed(file, changes.length),
		...(legacy === null ? [] : [words.fromLegacy(legacy)]),
		...(tidied ? [words.tidied] : []),
		...shown,
		"",
		"",
	].join("\n");
}
