import type { Diagnostic } from "../../../diagnostics.ts";
import { mm, type Pt, toMm } from "../../../units.ts";
import { grown, lieIn, type Rect, TOUCH } from "../../geometry.ts";
import { rounded, worstOf } from "../../rule.ts";
import { contrastOf, isWhite, luminance } from "../content/colour.ts";
import type {
	PageMark,
	PaintedPath,
	ShownText,
} from "../content/page-content.ts";
import type { ProofedPage } from "../proofed-pdf.ts";
import { type BytesRule, cornerOf, foundOn } from "../rule.ts";
import { within } from "../tag-tree.ts";

/** For pages of no known sheet: office lasers leave as much blank. */
const SAFE = mm(7);
const SIZE_TOLERANCE = 0.02;
const LEAST_CONTRAST = 4.5;

const isSeen = (mark: PageMark): boolean => {
	if (mark.hidden) return false;
	if (mark.kind === "text") return mark.visible && !isWhite(mark.colour);
	if (mark.kind === "picture") return true;
	const { fill, stroke } = mark;
	return (
		(fill !== null && !isWhite(fill)) || (stroke !== null && !isWhite(stroke))
	);
};

/** Beyond the trim are only marks for the guillotine. */
const isBeyondTrim = ({ left, top, right, bottom }: Rect, page: ProofedPage) =>
	right <= TOUCH ||
	bottom <= TOUCH ||
	left >= page.width - TOUCH ||
	top >= page.height - TOUCH;

/** Grounds that are meant to be cut through reach over the trim. */
const bleeds = (mark: PageMark, page: ProofedPage): boolean =>
	mark.kind !== "text" &&
	mark.marked?.artifact === true &&
	page.media !== null &&
	page.trim !== null &&
	page.media.left < page.trim.left - TOUCH;

const shared = (a: Rect, b: Rect): Rect | null => {
	const both = {
		left: Math.max(a.left, b.left),
		top: Math.max(a.top, b.top),
		right: Math.min(a.right, b.right),
		bottom: Math.min(a.bottom, b.bottom),
	};
	return both.right - both.left > TOUCH && both.bottom - both.top > TOUCH
		? both
		: null;
};

/** Pages that show a part of a larger sheet cover the rest with paper. */
interface Paper {
	readonly order: number;
	readonly box: Rect;
}

const papersOn = ({ content }: ProofedPage): readonly Paper[] =>
	content.marks.flatMap((mark) =>
		mark.kind === "path" &&
		mark.fill !== null &&
		isWhite(mark.fill) &&
		lieIn(mark.outline.lines(), mark.box) === "within"
			? [{ order: mark.order, box: mark.box }]
			: [],
	);

/** What is left of a part when a rectangle is taken out of it. */
function without(part: Rect, hole: Rect): readonly Rect[] {
	const both = shared(part, hole);
	if (both === null) return [part];
	const pieces: readonly Rect[] = [
		{ ...part, bottom: both.top },
		{ ...part, top: both.bottom },
		{ ...both, left: part.left, right: both.left },
		{ ...both, left: both.right, right: part.right },
	];
	return pieces.filter(
		({ left, top, right, bottom }) =>
			right - left > TOUCH && bottom - top > TOUCH,
	);
}

/** A mark cannot be covered by more pieces than this and still be worth a look. */
const MOST_PIECES = 64;

function isCovered(
	part: Rect,
	{ order }: PageMark,
	papers: readonly Paper[],
): boolean {
	let left: readonly Rect[] = [part];
	for (const paper of papers) {
		if (paper.order <= order || left.length > MOST_PIECES) continue;
		left = left.flatMap((piece) => without(piece, paper.box));
	}
	return left.length === 0;
}

const lies = (box: Rect, within: Rect): boolean =>
	box.left >= within.left &&
	box.top >= within.top &&
	box.right <= within.right &&
	box.bottom <= within.bottom;

/** How far what shows of a mark comes into the margin; 0 for not at all. */
function beyond(
	box: Rect,
	mark: PageMark,
	page: ProofedPage,
	papers: readonly Paper[],
): Pt {
	const { width, height } = page;
	const safe = page.format?.safe ?? SAFE;
	const sheet = { left: 0, top: 0, right: width, bottom: height };
	const inner = grown(sheet, -safe);
	// Nearly all are.
	if (lies(box, inner)) return 0;
	const strips: readonly Rect[] = [
		{ ...sheet, right: inner.left },
		{ ...sheet, left: inner.right },
		{ ...sheet, bottom: inner.top },
		{ ...sheet, top: inner.bottom },
	];
	const depths = strips.map((strip) => {
		const part = shared(box, strip);
		if (part === null || isCovered(part, mark, papers)) return 0;
		return Math.max(
			inner.left - part.left,
			inner.top - part.top,
			part.right - inner.right,
			part.bottom - inner.bottom,
		);
	});
	return Math.max(...depths);
}

/** Nothing is inked where printers leave the sheet blank. */
export const safeArea: BytesRule = ({ pages }) =>
	pages.flatMap((page): readonly Diagnostic[] => {
		const papers = papersOn(page);
		const outside = page.content.marks.flatMap((mark) => {
			const { box } = mark;
			if (box === null || !isSeen(mark)) return [];
			if (isBeyondTrim(box, page) || bleeds(mark, page)) return [];
			const by = beyond(box, mark, page, papers);
			return by > TOUCH ? [{ mark, box, by }] : [];
		});
		return worstOf(
			outside,
			({ mark }) => mark.kind,
			({ by }) => by,
		).map(({ mark, box, by }) =>
			foundOn(page, cornerOf(box), "proof/outside-safe-area", {
				what: mark.kind === "text" ? "text" : "shape",
				text: mark.kind === "text" ? mark.text.trim() : "",
				mm: rounded(toMm(by)),
			}),
		);
	});

const visibleTexts = ({ content }: ProofedPage): readonly ShownText[] =>
	content.marks.filter(
		(mark): mark is ShownText =>
			mark.kind === "text" &&
			mark.visible &&
			!mark.hidden &&
			mark.text.trim() !== "",
	);

/** Letters of a picture are seen, not read. */
const isRead = (text: ShownText, page: ProofedPage): boolean =>
	within(page.tagOf(text), "Figure") === null;

/** No text under the sheet's smallest. */
export const smallText: BytesRule = ({ pages }) =>
	pages.flatMap((page) => {
		const least = page.format?.smallest;
		if (least === undefined) return [];
		return worstOf(
			visibleTexts(page).filter(
				(text) => text.size < least - SIZE_TOLERANCE && isRead(text, page),
			),
			() => "",
			({ size }) => -size,
		).map(({ size, text, box }) =>
			foundOn(page, box && cornerOf(box), "proof/text-small", {
				size: rounded(size),
				least,
				text: text.trim(),
			}),
		);
	});

/** The colours a text may lie on: the last whole ground, and what cuts across after it. */
function groundsOf(
	text: ShownText,
	box: Rect,
	fills: readonly PaintedPath[],
): readonly number[] {
	let grounds = [1];
	for (const path of fills) {
		if (path.order > text.order || path.fill === null) continue;
		const { left, top, right, bottom } = path.box;
		if (left >= box.right || right <= box.left) continue;
		if (top >= box.bottom || bottom <= box.top) continue;
		const lie = lieIn(path.outline.lines(), box);
		if (lie === "within") grounds = [luminance(path.fill)];
		if (lie === "across") grounds.push(luminance(path.fill));
	}
	return grounds;
}

/** Letters stand out from what they lie on. */
export const paleText: BytesRule = ({ pages }) =>
	pages.flatMap((page) => {
		const fills = page.content.marks.filter(
			(mark): mark is PaintedPath => mark.kind === "path" && mark.fill !== null,
		);
		const pale = visibleTexts(page).flatMap((text) => {
			if (text.box === null) return [];
			const own = luminance(text.colour);
			const ratio = Math.min(
				...groundsOf(text, text.box, fills).map((ground) =>
					contrastOf(own, ground),
				),
			);
			return ratio < LEAST_CONTRAST ? [{ text, ratio }] : [];
		});
		return worstOf(
			pale,
			() => "",
			({ ratio }) => -ratio,
		).map(({ text, ratio }) =>
			foundOn(page, text.box && cornerOf(text.box), "proof/contrast", {
				text: text.text.trim(),
				ratio: rounded(ratio),
			}),
		);
	});
