/** The rules a finished PDF is held to. A new one is a file in rules/ and a line here. */
import type { BytesRule } from "./rule.ts";
import { fileId, language, tabOrder, tagged, title } from "./rules/catalog.ts";
import {
	codeAddress,
	codeMissing,
	pictureCode,
	quietZone,
	smallModules,
	unreadableCode,
} from "./rules/codes.ts";
import { colours, outputIntent } from "./rules/colours.ts";
import { inkCoverage } from "./rules/coverage.ts";
import {
	fontEmbedded,
	fontSubset,
	fontUnicode,
	fontWidth,
	letterUndrawn,
} from "./rules/fonts.ts";
import { paleText, safeArea, smallText } from "./rules/ink.ts";
import { linkTag, linkWords } from "./rules/links.ts";
import { markedContent, operators, untagged } from "./rules/marked-content.ts";
import { xmp, xmpClaim, xmpInfo } from "./rules/metadata.ts";
import { pageSize } from "./rules/page-size.ts";
import { parentTree } from "./rules/parent-tree.ts";
import { readable } from "./rules/readable.ts";
import { source } from "./rules/source.ts";
import { standards } from "./rules/standards.ts";
import {
	figureAlt,
	figureBox,
	headingOrder,
	listShape,
	tableCells,
	tableScope,
	tableShape,
} from "./rules/structure.ts";

/** Soon done: what leaves the program is always held to them. */
export const QUICK_RULES: readonly BytesRule[] = [
	readable,
	pageSize,
	title,
	language,
	tagged,
	tabOrder,
	fileId,
	xmp,
	xmpClaim,
	xmpInfo,
	outputIntent,
	colours,
	fontEmbedded,
	fontSubset,
	fontUnicode,
	fontWidth,
	letterUndrawn,
	untagged,
	markedContent,
	operators,
	parentTree,
	headingOrder,
	listShape,
	tableShape,
	tableScope,
	tableCells,
	figureAlt,
	figureBox,
	linkWords,
	linkTag,
	source,
	standards,
	safeArea,
	smallText,
	paleText,
	codeMissing,
	pictureCode,
	smallModules,
	quietZone,
	unreadableCode,
	codeAddress,
];

/** All: those besides take long, and a sheet is asked the same before it is painted. */
export const BYTES_RULES: readonly BytesRule[] = [...QUICK_RULES, inkCoverage];
