/** Every message in English. */
import type { MessageParams } from "./codes.ts";
import type { Words } from "./words.ts";
import { listed, shortened } from "./words.ts";

const KINDS = {
	text: "a text",
	list: "a list, each line beginning with -",
	map: "fields, each written as name: value",
	block:
		"a block beginning with step:, ask:, table:, facts:, list:, note: or warning:",
} as const;

const YAML_RULES: Readonly<Record<string, string>> = {
	TOO_MANY_ALIASES: "too much is repeated by *",
	TAB_AS_INDENT: "indented with a tab; use spaces",
	THROWN: "the YAML cannot be read",
};

const YAML_REMEDIES: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: "put two spaces in place of each tab that begins a line",
	MULTIPLE_DOCS: "remove the lines that are only ---",
	TOO_DEEP: "use fewer brackets and less indentation",
};

/** The operating system's reasons. */
const REASONS: Readonly<Record<string, string>> = {
	EACCES: "no permission",
	EISDIR: "it is a folder",
	ENOSPC: "the disk is full",
	EROFS: "the disk is read-only",
	EBUSY: "another program has it open",
	ENOTDIR: "the path goes through a file",
	EEXIST: "a file has the name of this folder",
	EPERM: "no permission",
};

const FILES = {
	word: "a Word file",
	excel: "an Excel file",
	office: "an Office file",
	pdf: "a PDF file",
	rtf: "an RTF file",
	image: "a picture",
} as const;

const PICTURE_SIZE = {
	bytes: (count: number) => `${Math.ceil(count / 100_000) / 10} MB`,
	pixels: (count: number) =>
		`${Math.ceil(count / 100_000) / 10} million pixels`,
	points: (count: number) => `${count} strokes`,
} as const;

/** What stands on a sheet. */
const MARKS = {
	text: (text: string) => `“${shortened(text)}”`,
	shape: () => "a shape",
	code: (url: string) => `the code of ${shortened(url)}`,
} as const;

/** Why there is no notice in a PDF. */
const NO_SOURCE = {
	"not-pdf": { say: "this is no PDF", fix: "choose a PDF that bangtin made" },
	foreign: {
		say: "bangtin did not make this PDF; there is no notice inside",
		fix: "ask its sender for the YAML file, or begin again: bangtin new",
	},
	stripped: {
		say: "bangtin made this PDF, but the notice inside was taken out when it was saved again",
		fix: "look for the PDF as it was before another program saved it",
	},
	damaged: {
		say: "the notice inside the PDF is damaged",
		fix: "copy the PDF again from where it came",
	},
	encrypted: {
		say: "this PDF is locked with a password",
		fix: "unlock it and try again",
	},
} as const;

/** What is wrong with a PDF as a file. */
const STANDARD: Readonly<
	Record<MessageParams["proof/standard"]["what"], string>
> = {
	header: "the head of the file does not say that it is binary",
	footer: "there is more after the end of the file",
	packing: "something is packed in a way that is not allowed (LZW, Crypt)",
	outside: "a part lies outside of the file",
	profile: "the colour profile (ICC) is damaged or of another kind",
	"packet-head":
		"the metadata (XMP) name an encoding in their head, which they must not",
	"packet-title": "the metadata (XMP) have no title",
	"packet-schema": "the metadata (XMP) do not explain the mark of PDF/UA",
	action: "the PDF does more by itself than open addresses",
	form: "there is a form that other programs cannot draw",
	layer: "a layer has no name, or comes and goes by itself",
	"annotation-kind": "an annotation cannot be printed (film, sound, 3D)",
	"annotation-flags": "an annotation is hidden or not printed",
	"attachment-name": "an attached file lacks a name",
	"attachment-kind": "an attached file does not say its kind",
	"attachment-relation":
		"an attached file does not say what it is to the sheet",
	picture: "a picture is to be smoothed or swapped by viewers",
	"font-map": "a font does not say how its glyphs are found",
	"font-set": "a font's list of glyphs lacks some that are used",
	"private-letter":
		"there are letters of the font's own, with no Unicode for them",
	suspects: "the tags are said to be doubtful",
	"tag-type": "there is a tag that readers do not know",
	"tag-role": "a standard tag is given another meaning",
	"note-id": "a note has no ID of its own",
	"heading-kinds": "headings with and without levels are mixed",
	bookmarks: "several pages, but no bookmarks",
};

const DAMAGE = {
	tables: "the PDF's tables are broken; its parts had to be searched for",
	stream: "a part of the PDF is cut off",
	object: "the PDF refers to a part that is not there",
	encrypted: "the PDF is locked with a password and cannot be read",
} as const;

const UNMARKED = {
	unclosed: "a tag is opened and not closed on the page",
	unopened: "a tag is closed that was not opened on the page",
	nested: "a tag stands inside another on the page",
} as const;

const PARENTAGE = {
	twice: "belongs to two tags",
	orphan: "belongs to no tag",
	wrong: "leads back to another tag",
	empty: "has a tag but is not on the page",
} as const;

const LINK_TAG = {
	untagged: "has no tag",
	parent: "does not lead back to its tag",
	page: "has its tag on another page",
} as const;

const SEAM_CUTS = {
	code: "the QR code",
	number: "the number",
	heading: "the heading's",
	letter: "the letter",
} as const;

const meant = (suggestion: string | null): string | null =>
	suggestion === null ? null : `did you mean: ${suggestion}?`;

export const en = {
	"content/yaml": ({ rule, reason }) => ({
		say: YAML_RULES[rule] ?? `the YAML cannot be read: ${reason}`,
		fix: YAML_REMEDIES[rule] ?? null,
	}),
	"content/colon": ({ line }) => ({
		say: 'a text with ": " in it must stand in quotation marks',
		fix: `change to:  ${line}`,
	}),
	"content/quote": ({ character, line }) => ({
		say: `a text that begins with ${character} must stand in quotation marks`,
		fix: `change to:  ${line}`,
	}),
	"content/comma": ({ word, line }) => ({
		say: `between braces a comma parts two fields, so “${shortened(word)}” came loose: a text with a comma must stand in quotation marks`,
		fix: `change to:  ${line}`,
	}),
	"content/dash": ({ line }) => ({
		say: "a space must follow the - that begins a line",
		fix: `change to:  ${line}`,
	}),
	"content/hash": ({ line }) => ({
		say: "what follows # is a comment and is not printed",
		fix: `if it should be, change to:  ${line}`,
	}),
	"content/smart-quotes": ({ line }) => ({
		say: "curly quotation marks are letters and would be printed; YAML knows only straight ones",
		fix: `change to:  ${line}`,
	}),
	"content/space": ({ key, line }) => ({
		say: `an ordinary space must follow “${key}:”`,
		fix: `change to:  ${line}`,
	}),
	"content/unclosed": ({ line }) => ({
		say: "the closing quotation mark is missing",
		fix: `change to:  ${line}`,
	}),
	"content/indent": () => ({
		say: "this line is not in line with those it belongs to",
		fix: "add or remove spaces at its beginning until it is",
	}),
	"content/duplicate-key": ({ key, line }) => ({
		say: `the field ${key} is already on line ${line}`,
		fix: "keep one, remove one",
	}),
	"content/unknown-key": ({ key, suggestion, allowed }) => ({
		say: `there is no field “${key}” here`,
		fix: meant(suggestion) ?? `known here: ${listed(allowed)}`,
	}),
	"content/missing": ({ key }) => ({
		say: `the field ${key} is missing`,
		fix: `add a line  ${key}: …`,
	}),
	"content/type": ({ expected }) => ({
		say: `expected ${KINDS[expected]}`,
		fix: null,
	}),
	"content/empty": () => ({
		say: "nothing stands here yet",
		fix: "fill it in, or remove it",
	}),
	"content/date": ({ value, iso }) => ({
		say:
			iso === null
				? `“${value}” is not a day of the calendar`
				: "a date is written year-month-day",
		fix:
			iso === null
				? "write year-month-day, such as 2024-04-11"
				: `change to:  ${iso}`,
	}),
	"content/date-order": ({ from, until }) => ({
		say: `the end, ${until}, comes before the beginning, ${from}`,
		fix: "correct from or until",
	}),
	"content/choice": ({ value, allowed, suggestion }) => ({
		say: `“${value}” is not one of the choices`,
		fix: meant(suggestion) ?? `known here: ${listed(allowed)}`,
	}),
	"content/count": ({ least, most, found }) => ({
		say:
			least === most
				? `${found} cells where ${least} are needed`
				: `${found} where ${least} to ${most} are needed`,
		fix: 'an empty cell is written ""',
	}),
	"content/clash": ({ keys }) => ({
		say: `only one of these may stand here: ${listed(keys)}`,
		fix: "keep one of them",
	}),
	"content/duplicate-id": ({ id }) => ({
		say: `another question already has the id “${id}”`,
		fix: "choose another name",
	}),
	"content/unknown-question": ({ key }) => ({
		say: `no question has the number or id “${key}”`,
		fix: "see: takes the number or the id of a question in body",
	}),
	"content/mark": ({ text }) => ({
		say: `a ** has no partner in “${shortened(text)}”`,
		fix: "bold stands between two marks: **bold**",
	}),
	"content/unknown-link": ({ key, suggestion }) => ({
		say: `links has no address named “${key}”`,
		fix: meant(suggestion),
	}),
	"content/link-space": ({ mended }) => ({
		say: "the address has white space in it and would not open",
		fix: `change to:  ${mended}`,
	}),
	"content/link-invalid": ({ url }) => ({
		say: `“${shortened(url)}” is not a web address`,
		fix: "write it in full, such as https://dichvucong.gov.vn/",
	}),
	"content/link-scheme": ({ url }) => ({
		say: `the address must begin with https://: ${shortened(url)}`,
		fix: "try it with https://; if there is only http://, list the host in trust",
	}),
	"content/link-shortener": ({ host }) => ({
		say: `${host} shortens addresses: readers cannot tell where the code leads`,
		fix: "open it and copy the full address here",
	}),
	"content/link-untrusted": ({ host }) => ({
		say: `${host} is outside .gov.vn`,
		fix: `if the issuer answers for it, add:  trust: [${host}]`,
	}),
	"content/link-idn": ({ host, ascii }) => ({
		say: `the host ${host} has letters that are easily confused; computers read ${ascii}`,
		fix: "check every letter of the host",
	}),
	"content/link-disguised": ({ host }) => ({
		say: `the address has an @ and in truth leads to ${host}`,
		fix: "remove what stands before the @",
	}),
	"content/link-tail": ({ url, mended }) => ({
		say: `the address ends with punctuation of the sentence: ${shortened(url)}`,
		fix: `change to:  ${mended}`,
	}),
	"content/link-lookalike": ({ host }) => ({
		say: `${host} looks like a host of .gov.vn and is none`,
		fix: "copy the address from the office's own page",
	}),
	"content/over-before-dated": ({ last, dated }) => ({
		say: `it is over on ${last}, before the day of the notice, ${dated}`,
		fix: "check the year",
	}),
	"content/over-before-posted": ({ last, posted }) => ({
		say: `it is posted from ${posted}, when it was over on ${last}`,
		fix: "check the days of posting",
	}),
	"content/taken-down-early": ({ until, from }) => ({
		say: `it is posted only until ${until}, before it begins on ${from}`,
		fix: "check the days of posting",
	}),
	"content/past": ({ date }) => ({
		say: `${date} is past`,
		fix: "check it before printing",
	}),
	"content/weekday": ({ said, date, weekday }) => ({
		say: `“${said}”: ${date} is ${weekday}`,
		fix: "correct one of them; for the days in when, weekdays are computed",
	}),
	"content/tone-marks": ({ first, second }) => ({
		say: `“${first}” and “${second}”: two ways to set tone marks in one notice`,
		fix: "choose one for the whole notice",
	}),
	"content/abbreviation": ({ short, long }) => ({
		say: `the abbreviation ${short} is never spelled out`,
		fix: `write once: ${long} (${short})`,
	}),
	"content/phone": ({ phone }) => ({
		say: `${phone} does not look like a telephone number`,
		fix: "count its digits; a mobile has 10 and begins with 0",
	}),
	"content/too-large": ({ megabytes, most }) => ({
		say: `the file has ${megabytes} million characters; ${most} million is the limit`,
		fix: "is this the file of a notice?",
	}),
	"content/too-long": ({ what, most }) => ({
		say: {
			text: `this text has more than ${most} characters; no sheet can hold it`,
			notice: `the notice has more than ${most} characters; no sheet can hold it`,
			values: `the notice has more than ${most} parts; no sheet can hold it`,
		}[what],
		fix: "shorten it, make several notices of it, or put the villages into a list and use bangtin merge",
	}),
	"content/not-text": ({ what }) => ({
		say:
			what === null
				? "this is not a UTF-8 text file"
				: `this is ${FILES[what]}, not a text file`,
		fix: "copy its text into a plain text file, saved as UTF-8 with a name that ends in .yaml",
	}),
	"content/encoding": ({ encoding }) => ({
		say: `the file is in ${encoding}, not in Unicode`,
		fix: "change it to Unicode (UTF-8), then read every sentence again",
	}),
	"content/placeholder": ({ names }) => ({
		say: `${listed(names.map((name) => `{{${name}}}`))} waits for a list of villages`,
		fix: "make it with: bangtin merge FILE.yaml LIST.xlsx",
	}),
	"merge/no-column": ({ column, found, suggestion }) => ({
		say: `needs column “${column}”; found: ${listed(found)}`,
		fix: meant(suggestion) ?? "rename the column, or what stands in {{…}}",
	}),
	"merge/same-column": ({ column, letters }) => ({
		say: `several columns are called “${column}”: ${listed(letters)}`,
		fix: "give each a name of its own",
	}),
	"merge/empty-cell": ({ columns }) => ({
		say: `${listed(columns)} is empty, and this field must not be`,
		fix: "fill that cell of the list",
	}),
	"merge/left-out": ({ columns }) => ({
		say: `${listed(columns)} is empty, so this whole line is left out`,
		fix: "fill that cell, or make two lines of this one",
	}),
	"merge/no-name": ({ column }) => ({
		say: `${column} is empty, so there is no telling which village this is`,
		fix: null,
	}),
	"merge/same-village": ({ name, file }) => ({
		say: `another village is called “${shortened(name)}” too; this file is ${file}`,
		fix: "if it was written twice, delete one row",
	}),
	"merge/phone-zero": ({ value, phone }) => ({
		say: `the phone ${value} has lost its first 0 and is printed as ${phone}`,
		fix: "in Excel, format this column as Text",
	}),
	"print/seam": ({ what, text }) => ({
		say: `a seam between the A4 sheets goes through ${SEAM_CUTS[what]} “${shortened(text)}”`,
		fix: "glue that place with care, or print on A3",
	}),
	"print/no-copies": ({ columns }) => ({
		say: `the list has no column of copies; found: ${listed(columns)}`,
		fix: "add a column called So to",
	}),
	"print/copies": ({ value }) => ({
		say: `the number of copies “${value}” is no number`,
		fix: null,
	}),
	"merge/no-rows": () => ({
		say: "the list has no row under its head",
		fix: null,
	}),
	"merge/no-list": () => ({
		say: "no list of villages was named",
		fix: "name one, or add to the notice a line  villages: list.xlsx",
	}),
	"merge/unreadable-list": ({ reason }) => ({
		say: `the list cannot be read: ${reason}`,
		fix: "save it with Excel as .xlsx, or as CSV UTF-8",
	}),
	"model/dead-end": ({ answer }) => ({
		say: `the answer “${answer}” leads nowhere`,
		fix: "add do: (what to do), ask: (a further question) or see: (another question)",
	}),
	"model/lone-answer": ({ answer }) => ({
		say: `the question has one answer only: “${answer}”`,
		fix: "add the other answer, or make it a step",
	}),
	"model/duplicate-answer": ({ answer }) => ({
		say: `two answers are both “${answer}”`,
		fix: "word them differently, so that readers can choose",
	}),
	"model/too-deep": ({ depth, most }) => ({
		say: `questions follow one another ${depth} deep; there is room for ${most}`,
		fix: "make two questions of it and lead from one to the other with see:",
	}),
	"model/too-many-answers": ({ found, most }) => ({
		say: `the question has ${found} answers; ${most} is the limit`,
		fix: "join answers that lead to the same thing",
	}),
	"model/next-of-last": ({ answer }) => ({
		say: `“${answer}” is the last answer: nothing stands to its right`,
		fix: "remove then: next, or move the answer forward",
	}),
	"model/jump-back": ({ answer, number }) => ({
		say: `“${answer}” leads back to question ${number}: readers would go in circles`,
		fix: "see: leads to questions further down only",
	}),
	"model/too-many-codes": ({ found, most }) => ({
		say: `there are ${found} codes; ${most} is the limit`,
		fix: "keep the addresses that matter most",
	}),
	"pictures/missing": ({ file }) => ({
		say: `there is no picture “${file}”`,
		fix: "put the picture beside the notice, or remove this line",
	}),
	"pictures/outside": ({ file }) => ({
		say: `the picture “${file}” is outside the notice's folder`,
		fix: "copy it into the same folder and give only its name",
	}),
	"pictures/emblem": ({ file }) => ({
		say: `“${file}”: the national emblem is not printed on notices`,
		fix: "use the office's own sign, or remove this line",
	}),
	"pictures/kind": () => ({
		say: "this file is not a PNG, JPEG or SVG picture",
		fix: "save the picture as PNG",
	}),
	"pictures/too-large": ({ what, found, most }) => ({
		say: `the picture is too large: ${PICTURE_SIZE[what](found)}, at most ${PICTURE_SIZE[what](most)}`,
		fix:
			what === "points"
				? "save the picture as PNG"
				: "make it smaller, about 600 × 600 pixels",
	}),
	"pictures/broken": ({ reason }) => ({
		say: `the picture cannot be opened (${reason})`,
		fix: "open it in another program and save it as PNG",
	}),
	"pictures/cmyk": () => ({
		say: "this JPEG is made of four printing inks (CMYK)",
		fix: "save it in RGB colours, or as PNG",
	}),
	"pictures/svg": ({ what }) => ({
		say: `the SVG has a part that is not drawn: ${shortened(what)}`,
		fix: "turn everything into paths of one colour each, or save it as PNG",
	}),
	"pictures/coarse": ({ pixels, least }) => ({
		say: `the picture has only ${pixels} pixels and will look blurred`,
		fix: `use one of at least ${least} pixels a side`,
	}),
	"fonts/missing-glyph": ({ character, codePoint, family, instead }) => ({
		say: `the font ${family} has no “${character}” (${codePoint})`,
		fix:
			instead === null
				? "use another character"
				: instead === ""
					? "delete it"
					: `use instead: ${instead}`,
	}),
	"fonts/unknown-family": ({ family, known }) => ({
		say: `there is no font “${family}”`,
		fix: `known: ${listed(known)}; put others into the folder fonts`,
	}),
	"layout/overset": ({ sheet, words, longest, holds }) => ({
		say:
			words === null
				? `${sheet} has no room for so many parts, even at the smallest type`
				: `about ${words} words too many for ${sheet}, even at the smallest type`,
		fix: [
			words === null ? "take parts out of body, or make two notices" : "",
			longest.length === 0 ? "" : `shorten: ${listed(longest)}`,
			holds === null ? "" : `${holds} has room for it`,
		]
			.filter((part) => part !== "")
			.join("; "),
	}),
	"layout/long-word": ({ word }) => ({
		say: `“${shortened(word)}” is longer than a line`,
		fix: "shorten it, or put in a space",
	}),
	"layout/code-too-dense": ({ url, modules, most }) => ({
		say: `the address is too long for a code that scans (${modules} modules, at most ${most}): ${shortened(url)}`,
		fix: "use a shorter address of the same site",
	}),
	"proof/headline-small": ({ capMm, leastMm }) => ({
		say: `the headline is ${capMm} mm high; it should have ${leastMm} mm`,
		fix: "shorten the title",
	}),
	"proof/text-small": ({ size, least, text }) => ({
		say: `set in ${size} pt where ${least} pt is the least: “${shortened(text)}”`,
		fix: null,
	}),
	"proof/outside-safe-area": ({ what, text, mm }) => ({
		say: `${MARKS[what](text)} is ${mm} mm outside the safe area`,
		fix: null,
	}),
	"proof/overlap": ({ first, second }) => ({
		say:
			second === null
				? `“${shortened(first)}” runs into a frame or the edge of a ground`
				: `“${shortened(first)}” runs into “${shortened(second)}”`,
		fix: null,
	}),
	"proof/contrast": ({ text, ratio }) => ({
		say: `“${shortened(text)}” is too pale on its ground (${ratio} : 1)`,
		fix: null,
	}),
	"proof/ink-coverage": ({ percent, most }) => ({
		say: `the page takes ${percent} % ink; ${most} % is the most it should`,
		fix: "write the title in small letters or more words, or save ink: --ink saver",
	}),
	"proof/code-module": ({ mm, leastMm }) => ({
		say: `the modules of a code are ${mm} mm wide; ${leastMm} mm is the least`,
		fix: "use a shorter address",
	}),
	"proof/code-quiet-zone": ({ url }) => ({
		say: `something stands too near the code: ${shortened(url)}`,
		fix: null,
	}),
	"proof/code-unreadable": ({ url }) => ({
		say: `the code cannot be read back: ${shortened(url)}`,
		fix: null,
	}),
	"proof/not-pdf": () => ({ say: "this is no PDF", fix: null }),
	"proof/damaged": ({ what }) => ({
		say: DAMAGE[what],
		fix: "make it again with bangtin build, and do not save it with another program",
	}),
	"proof/page-size": ({ widthMm, heightMm }) => ({
		say: `the page is ${widthMm} × ${heightMm} mm, which is neither A5, A4 nor A3`,
		fix: null,
	}),
	"proof/page-box": () => ({
		say: "the page does not say its finished size (TrimBox), or it is larger than the paper",
		fix: null,
	}),
	"proof/title": ({ what }) => ({
		say:
			what === "missing"
				? "the PDF has no title"
				: "viewers will show the name of the file instead of the title",
		fix: null,
	}),
	"proof/language": () => ({
		say: "the PDF does not name its language: screen readers will misread Vietnamese",
		fix: null,
	}),
	"proof/no-tags": () => ({
		say: "the PDF has no tags: screen readers cannot read it",
		fix: "make it again with bangtin build, and do not save it with another program",
	}),
	"proof/tab-order": () => ({
		say: "the Tab key does not follow the reading order of the page",
		fix: null,
	}),
	"proof/xmp": ({ near }) => ({
		say:
			near === ""
				? "the PDF has no metadata (XMP)"
				: `the metadata (XMP) is not well formed, near “${shortened(near)}”`,
		fix: null,
	}),
	"proof/xmp-claim": ({ standard }) => ({
		say: `the PDF no longer claims to be ${standard}`,
		fix: "make it again with bangtin build, and do not save it with another program",
	}),
	"proof/xmp-info": ({ field, info, xmp }) => ({
		say: `${field} is written differently in two places: “${shortened(info)}” and “${shortened(xmp)}”`,
		fix: null,
	}),
	"proof/file-id": () => ({ say: "the PDF has no identifier (ID)", fix: null }),
	"proof/output-intent": () => ({
		say: "the PDF does not name the colours it is to be printed in (OutputIntent)",
		fix: null,
	}),
	"proof/colour": ({ space, intent }) => ({
		say: `the page uses ${space} colours, but the PDF is to be printed in ${intent}`,
		fix: null,
	}),
	"proof/font-embedded": ({ font }) => ({
		say: `the font ${font} is not in the PDF: other machines will print another`,
		fix: "make it again with bangtin build",
	}),
	"proof/font-subset": ({ font }) => ({
		say: `the font ${font} is in the PDF as a whole, not only the letters used`,
		fix: null,
	}),
	"proof/font-unicode": ({ font }) => ({
		say: `the letters of ${font} cannot be copied out: its Unicode map is missing or has gaps`,
		fix: null,
	}),
	"proof/font-width": ({ font }) => ({
		say: `the widths in the PDF differ from those in the font ${font}`,
		fix: null,
	}),
	"proof/letter-undrawn": ({ font, text }) => ({
		say: `a letter is printed as a box or not at all (font ${font}) in “${shortened(text)}”`,
		fix: "use another letter, or another font",
	}),
	"proof/untagged": ({ what, text }) => ({
		say: `${what === "picture" ? "a picture" : MARKS[what](text)} stands outside all tags`,
		fix: null,
	}),
	"proof/marked-content": ({ what }) => ({ say: UNMARKED[what], fix: null }),
	"proof/operator": ({ name }) => ({
		say: `the operator “${shortened(name)}” is wrong or unknown`,
		fix: null,
	}),
	"proof/parent-tree": ({ mcid, what }) => ({
		say: `piece ${mcid} of the page ${PARENTAGE[what]}`,
		fix: null,
	}),
	"proof/heading-order": ({ before, after }) => ({
		say:
			before === 0
				? `the first heading is of level ${after}, not 1`
				: `headings jump from level ${before} to level ${after}`,
		fix: null,
	}),
	"proof/list-shape": ({ parent, child }) => ({
		say: `a list is tagged wrongly: ${child} inside ${parent}`,
		fix: null,
	}),
	"proof/table-shape": ({ parent, child }) => ({
		say: `a table is tagged wrongly: ${child} inside ${parent}`,
		fix: null,
	}),
	"proof/table-scope": () => ({
		say: "a header cell does not say whether it heads a column or a row",
		fix: null,
	}),
	"proof/table-cells": ({ found, wanted }) => ({
		say: `a row has ${found} cells, the first row has ${wanted}`,
		fix: null,
	}),
	"proof/figure-alt": () => ({
		say: "a figure has no alternative text",
		fix: null,
	}),
	"proof/figure-box": () => ({
		say: "a figure does not say where it is on the page",
		fix: null,
	}),
	"proof/link-words": ({ url }) => ({
		say: `a link has no words for those who listen: ${shortened(url)}`,
		fix: null,
	}),
	"proof/link-tag": ({ url, what }) => ({
		say: `a link ${LINK_TAG[what]}: ${shortened(url)}`,
		fix: null,
	}),
	"proof/standard": ({ what }) => ({
		say: `not as PDF/UA-1 and PDF/A-3a want it: ${STANDARD[what]}`,
		fix: "make it again with bangtin build, and do not save it with another program",
	}),
	"proof/source": ({ what }) => ({
		say:
			what === "missing"
				? "the YAML of the notice is not in the PDF"
				: "the YAML in the PDF is damaged",
		fix: "make it again with bangtin build, and do not save it with another program",
	}),
	"proof/code-missing": ({ url }) => ({
		say: `there is no QR code in outlines for ${shortened(url)}`,
		fix: "codes as pictures blur in print; make it again with bangtin build",
	}),
	"proof/code-picture": ({ says, as }) => ({
		say: `a code is a picture, not outlines; it reads ${shortened(says)}, ${{ known: "an address of the notice", other: "which is no address of the notice", none: "and the PDF has no address to compare" }[as]}`,
		fix: "codes of pixels blur in print; make it again with bangtin build",
	}),
	"proof/code-address": ({ url, says }) => ({
		say: `the QR code leads to ${shortened(says)}, not to ${shortened(url)}`,
		fix: "do not print this sheet",
	}),
	"proof/text-lost": ({ wanted, found }) => ({
		say: `the text of the PDF is not the text that was set: “${shortened(found)}” instead of “${shortened(wanted)}”`,
		fix: null,
	}),
	"proof/letter-missing": ({ character, codePoint, text }) => ({
		say: `the font has no “${character}” (${codePoint}), used in “${shortened(text)}”`,
		fix: "use another character",
	}),
	"cli/no-file": ({ file }) => ({
		say: `there is no file ${file}`,
		fix: "check the name and the folder",
	}),
	"cli/unreadable": ({ file, reason }) => ({
		say: `cannot read ${file}: ${REASONS[reason] ?? reason}`,
		fix: null,
	}),
	"cli/unwritable": ({ file, reason }) => ({
		say: `cannot write ${file}: ${REASONS[reason] ?? reason}`,
		fix: "close the file if it is open, or choose another folder with -o",
	}),
	"cli/foreign-file": ({ file }) => ({
		say: `${file} was not made by bangtin and is not overwritten`,
		fix: "rename the old file, or add --force",
	}),
	"cli/exists": ({ file }) => ({
		say: `another file has the name ${file} and was left alone`,
		fix: "choose another folder with -o, or add --force",
	}),
	"cli/no-source": ({ why }) => NO_SOURCE[why],
	"cli/same-name": ({ file }) => ({
		say: `two notices would both be written to ${file}`,
		fix: "rename one of the YAML files",
	}),
	"cli/usage": ({ problem, suggestion }) => ({
		say: problem,
		fix: meant(suggestion) ?? "see: bangtin --help",
	}),
	"cli/bug": ({ reason }) => ({
		say: `the program has a fault of its own: ${reason}`,
		fix: "send the YAML file and this line to its makers",
	}),
} satisfies Words;
