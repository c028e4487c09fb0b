import type { PdfFile } from "../../../pdf-reader/open-pdf.ts";
import { mm } from "../../../units.ts";
import { mostFilled, mostStroked, Plate, strokeAreas } from "../../coverage.ts";
import { areaOf } from "../../geometry.ts";
import { inkOf, isGray } from "../content/colour.ts";
import type {
	PageMark,
	PaintedPicture,
	ShownText,
} from "../content/page-content.ts";
import { graysOf } from "../picture.ts";
import type { ProofedPage } from "../proofed-pdf.ts";
import { type BytesRule, foundOn } from "../rule.ts";

/** The mean of a picture; nothing where nobody can tell. */
function darknessOf(file: PdfFile, { stream }: PaintedPicture): number {
	const grays = stream === null ? null : graysOf(file, stream);
	if (grays === null) return 0;
	const sum = grays.data.reduce((total, gray) => total + gray, 0);
	return 1 - sum / grays.data.length / 255;
}

/** Boxes of letters, and how much of each is inked. */
const lettersOf = ({ glyphs, font }: ShownText) =>
	glyphs.flatMap(({ glyph, ink: box }) =>
		glyph === null || box === null
			? []
			: { box, share: font.program?.share(glyph) ?? 0 },
	);

/** As if nothing lay on anything: never less than it is, and soon added up. */
function mostInk(mark: PageMark): number {
	if (mark.hidden || mark.box === null) return 0;
	if (mark.kind === "picture") return areaOf(mark.box);
	if (mark.kind === "text") {
		const ink = mark.visible ? inkOf(mark.colour) : 0;
		if (ink === 0) return 0;
		return lettersOf(mark).reduce(
			(sum, { box, share }) => sum + areaOf(box) * share * ink,
			0,
		);
	}
	const { fill, stroke, width } = mark;
	const filled = fill === null ? 0 : inkOf(fill);
	const stroked = stroke === null ? 0 : inkOf(stroke);
	return (
		(filled === 0 ? 0 : mostFilled(mark.outline.lines()) * filled) +
		(stroked === 0 ? 0 : mostStroked(mark.outline.lines(), width) * stroked)
	);
}

function paintOn(plate: Plate, mark: PageMark, file: PdfFile): void {
	if (mark.hidden || mark.box === null) return;
	if (mark.kind === "picture") {
		plate.patch(mark.box, 1, darknessOf(file, mark));
		return;
	}
	if (mark.kind === "text") {
		if (!mark.visible) return;
		const ink = inkOf(mark.colour);
		for (const { box, share } of lettersOf(mark)) plate.patch(box, share, ink);
		return;
	}
	const { fill, stroke, width, dashed, box } = mark;
	if (fill !== null) plate.fill(mark.outline.lines(), inkOf(fill), box);
	if (stroke === null) return;
	const areas = strokeAreas(mark.outline.lines(), width);
	plate.fill(areas, inkOf(stroke) * dashed, box);
}

const mostCoverage = ({ content, width, height }: ProofedPage): number =>
	content.marks.reduce((sum, mark) => sum + mostInk(mark), 0) /
	(width * height);

function coverageOf(
	{ content, width, height }: ProofedPage,
	file: PdfFile,
): number {
	const plate = new Plate(width, height);
	for (const mark of content.marks) paintOn(plate, mark, file);
	return plate.share();
}

/** Of a page: a logo is smaller, a scan larger, and may show red as gray. */
const SCAN = 0.25;

/** No colour: black is the only ink. */
const isSaver = ({ content, width, height }: ProofedPage): boolean =>
	content.marks.every((mark) => {
		if (mark.hidden) return true;
		if (mark.kind === "picture") {
			const { left, right, top, bottom } = mark.box;
			return (right - left) * (bottom - top) < SCAN * width * height;
		}
		if (mark.kind === "text") return isGray(mark.colour);
		const { fill, stroke } = mark;
		return [fill, stroke].every((colour) => colour === null || isGray(colour));
	});

const OFF_PAGE = mm(1);

/** A piece of a larger sheet: the whole has the mean. */
const isPart = ({
	content,
	width,
	height,
	media,
	trim,
}: ProofedPage): boolean =>
	media !== null &&
	trim !== null &&
	media.left === trim.left &&
	content.marks.some(
		({ box }) =>
			box !== null &&
			(box.left < -OFF_PAGE ||
				box.top < -OFF_PAGE ||
				box.right > width + OFF_PAGE ||
				box.bottom > height + OFF_PAGE),
	);

/** Not more ink than a cartridge and thin paper can take. */
export const inkCoverage: BytesRule = ({ pages, file }) =>
	pages.flatMap((page) => {
		if (page.format === null || isPart(page)) return [];
		const most = page.format.coverage[isSaver(page) ? "saver" : "full"];
		if (mostCoverage(page) <= most) return [];
		const share = coverageOf(page, file);
		if (share <= most) return [];
		return [
			foundOn(page, null, "proof/ink-coverage", {
				percent: Math.ceil(share * 100),
				most: Math.round(most * 100),
			}),
		];
	});
