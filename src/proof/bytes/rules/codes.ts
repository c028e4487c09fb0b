import { attachmentsOf } from "../../../pdf-reader/attachments.ts";
import { type PdfStream, textOf } from "../../../pdf-reader/values.ts";
import { decodeGrays, decodeMatrix } from "../../../qr/decode.ts";
import { QUIET_ZONE } from "../../../qr/encode.ts";
import { mm, toMm } from "../../../units.ts";
import {
	grown,
	lieIn,
	overlaps,
	type Rect,
	strokeTouches,
} from "../../geometry.ts";
import { rounded } from "../../rule.ts";
import type { FoundCode } from "../codes.ts";
import { isWhite } from "../content/colour.ts";
import type { PageMark } from "../content/page-content.ts";
import { graysOf } from "../picture.ts";
import type { ProofedPage, ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, cornerOf, foundOn } from "../rule.ts";
import { type Tag, within } from "../tag-tree.ts";
import { linksOn } from "./links.ts";

/** What programs round a module to. */
const TOLERANCE = mm(0.002);

const addressIn = (text: string): string | null =>
	/https?:\/\/\S+/.exec(text)?.[0] ?? null;

/** The picture a code is, by its tag. */
function figureOf(code: FoundCode, page: ProofedPage): Tag | null {
	const [path] = code.paths;
	return path === undefined ? null : within(page.tagOf(path), "Figure");
}

/** The address a picture is said to lead to. */
const addressOf = ({ file }: ProofedPdf, figure: Tag): string | null =>
	addressIn(textOf(file.field(figure.dict, "Alt")) ?? "");

const read = ({ matrix, size }: FoundCode): string | null =>
	decodeMatrix(matrix, size);

/** What the codes of a picture say; a picture may be on every page. */
const saidBy = new WeakMap<PdfStream, readonly string[]>();

function codesIn({ file }: ProofedPdf, stream: PdfStream): readonly string[] {
	const before = saidBy.get(stream);
	if (before !== undefined) return before;
	const grays = graysOf(file, stream);
	const said =
		grays === null ? [] : decodeGrays(grays.data, grays.width, grays.height);
	saidBy.set(stream, said);
	return said;
}

/** Codes that are pixels, as they are after a scan or in a file of Word. */
const picturedCodes = (pdf: ProofedPdf) =>
	pdf.pages.flatMap((page) =>
		page.content.marks.flatMap((mark) =>
			mark.kind !== "picture" || mark.stream === null || mark.hidden
				? []
				: codesIn(pdf, mark.stream).map((says) => ({ page, mark, says })),
		),
	);

/** All addresses that tags, links and the notice inside give. */
function addressesOf(pdf: ProofedPdf): ReadonlySet<string> {
	const figures = (pdf.tree?.tags ?? []).flatMap((tag) =>
		tag.type === "Figure" ? (addressOf(pdf, tag) ?? []) : [],
	);
	const notices = attachmentsOf(pdf.file).flatMap(({ name, bytes }) =>
		bytes !== null && /\.ya?ml$/iu.test(name)
			? (new TextDecoder().decode(bytes).match(/https?:\/\/[^\s"',}]+/gu) ?? [])
			: [],
	);
	const links = linksOn(pdf).map(({ url }) => url);
	return new Set([...figures, ...links, ...notices].map(plain));
}

/** A code of pixels blurs with every print and copy; what it says is told all the same. */
export const pictureCode: BytesRule = (pdf) => {
	const found = picturedCodes(pdf);
	if (found.length === 0) return [];
	const known = addressesOf(pdf);
	return found.map(({ page, mark, says }) =>
		foundOn(page, cornerOf(mark.box), "proof/code-picture", {
			says,
			as: known.has(plain(says)) ? "known" : known.size > 0 ? "other" : "none",
		}),
	);
};

/** Every picture that is said to be a code is one, in outlines; those of pixels have a rule of their own. */
export const codeMissing: BytesRule = (pdf) => {
	const pictured = new Set(picturedCodes(pdf).map(({ says }) => plain(says)));
	return (pdf.tree?.tags ?? [])
		.filter(({ type }) => type === "Figure")
		.flatMap((figure) => {
			const url = addressOf(pdf, figure);
			if (url === null) return [];
			const isDrawn = pdf.pages.some((page) =>
				page.codes.some((code) => figureOf(code, page) === figure),
			);
			if (isDrawn || pictured.has(plain(url))) return [];
			const page = pdf.pages.find(({ id }) => id === figure.page);
			return [
				foundOn(page ?? { number: 1 }, null, "proof/code-missing", { url }),
			];
		});
};

/** A code within a picture of something else, such as of the whole sheet, is not for scanning. */
function isPictured(
	code: FoundCode,
	page: ProofedPage,
	pdf: ProofedPdf,
): boolean {
	const figure = figureOf(code, page);
	if (figure === null || addressOf(pdf, figure) !== null) return false;
	return (textOf(pdf.file.field(figure.dict, "Alt")) ?? "").trim() !== "";
}

const eachCode = (pdf: ProofedPdf) =>
	pdf.pages.flatMap((page) =>
		page.codes
			.filter((code) => !isPictured(code, page, pdf))
			.map((code) => ({ page, code })),
	);

export const smallModules: BytesRule = (pdf) =>
	eachCode(pdf).flatMap(({ page, code }) => {
		const { format } = page;
		if (format === null) return [];
		const least = Math.max(format.module.floor, format.codeSide / code.size);
		if (code.module >= least - TOLERANCE) return [];
		return [
			foundOn(page, cornerOf(code.box), "proof/code-module", {
				mm: rounded(toMm(code.module)),
				leastMm: rounded(toMm(least)),
			}),
		];
	});

/** The four sides of the quiet zone. */
function sidesOf({ box, module }: FoundCode): readonly Rect[] {
	const zone = grown(box, QUIET_ZONE * module);
	return [
		{ ...zone, bottom: box.top },
		{ ...zone, top: box.bottom },
		{ left: zone.left, right: box.left, top: box.top, bottom: box.bottom },
		{ left: box.right, right: zone.right, top: box.top, bottom: box.bottom },
	];
}

/** Whether a mark darkens a piece of paper that must stay white. */
function darkens(mark: PageMark, side: Rect): boolean {
	if (mark.hidden || mark.box === null || !overlaps(mark.box, side))
		return false;
	if (mark.kind === "picture") return true;
	if (mark.kind === "text")
		return (
			mark.visible && mark.glyphs.some(({ ink }) => ink && overlaps(ink, side))
		);
	const { fill, stroke, width } = mark;
	const isFilled =
		fill !== null &&
		!isWhite(fill) &&
		lieIn(mark.outline.lines(), side) !== "outside";
	return (
		isFilled ||
		(stroke !== null &&
			!isWhite(stroke) &&
			strokeTouches(mark.outline.lines(), width, side))
	);
}

/** White again: a light patch over whatever lay there. */
const clears = (mark: PageMark, side: Rect): boolean =>
	mark.kind === "path" &&
	mark.fill !== null &&
	isWhite(mark.fill) &&
	overlaps(mark.box, side) &&
	lieIn(mark.outline.lines(), side) === "within";

function isQuiet(code: FoundCode, { content, width, height }: ProofedPage) {
	const zone = grown(code.box, QUIET_ZONE * code.module - TOLERANCE);
	const isOnPage =
		zone.left >= 0 &&
		zone.top >= 0 &&
		zone.right <= width &&
		zone.bottom <= height;
	const own = new Set<PageMark>(code.paths);
	const near = content.marks.filter(
		(mark) => mark.box !== null && overlaps(mark.box, zone) && !own.has(mark),
	);
	const sides = [...sidesOf(code), code.box];
	return (
		isOnPage &&
		sides.every((side) => {
			let dark = false;
			for (const mark of near) {
				if (clears(mark, side)) dark = false;
				else if (darkens(mark, side)) dark = true;
			}
			return !dark;
		})
	);
}

/** White paper on all sides and behind, and nothing over it. */
export const quietZone: BytesRule = (pdf) =>
	eachCode(pdf)
		.filter(({ page, code }) => !isQuiet(code, page))
		.map(({ page, code }) =>
			foundOn(page, cornerOf(code.box), "proof/code-quiet-zone", {
				url: read(code) ?? "",
			}),
		);

export const unreadableCode: BytesRule = (pdf) =>
	eachCode(pdf)
		.filter(({ code }) => read(code) === null)
		.map(({ page, code }) => {
			const figure = figureOf(code, page);
			const url = figure === null ? "" : (addressOf(pdf, figure) ?? "");
			return foundOn(page, cornerOf(code.box), "proof/code-unreadable", {
				url,
			});
		});

/** As an address bar shows it. */
function plain(url: string): string {
	try {
		return new URL(url).href;
	} catch {
		return url;
	}
}

/** Every code leads where its tag and the links beside it say. */
export const codeAddress: BytesRule = (pdf) => {
	const links = linksOn(pdf).map(({ url }) => plain(url));
	const figures = (pdf.tree?.tags ?? []).flatMap((tag) =>
		tag.type === "Figure" ? (addressOf(pdf, tag) ?? []) : [],
	);
	const all = [...figures.map(plain), ...links];
	return eachCode(pdf).flatMap(({ page, code }) => {
		const says = read(code);
		if (says === null) return [];
		const figure = figureOf(code, page);
		const own = figure === null ? null : addressOf(pdf, figure);
		const wanted = own === null ? all : [plain(own)];
		// A second copy to be cut apart has no tag of its own.
		if (wanted.length === 0 || wanted.includes(plain(says))) return [];
		return [
			foundOn(page, cornerOf(code.box), "proof/code-address", {
				url: own ?? wanted[0] ?? "",
				says,
			}),
		];
	});
};
