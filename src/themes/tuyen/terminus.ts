import { quietZone } from "../../layout/codes.ts";
import type { Mark, Node } from "../../layout/sheet.ts";
import { type Paragraph, spansOf } from "../../layout/text.ts";
import { ask, scan, seeCode } from "../../messages/sheet-words.ts";
import type { Announcement, Code, Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { codeMark, sizeCodes } from "../shared/codes.ts";
import { TARGET } from "../shared/type-roles.ts";
import { arrowRight } from "./arms.ts";
import { setCaption } from "./caption.ts";
import { setDoFlag } from "./flag.ts";
import { LEFT, RIGHT } from "./grid.ts";
import {
	artifact,
	element,
	figure,
	type Kit,
	type Part,
	textNode,
} from "./kit.ts";
import { setHint, setSafetyLine } from "./scan-help.ts";
import { discShape, numeral } from "./station.ts";

const CODES_LEFT = 31;
const POINTER_TIP = 29.8;
const POINTER_HEAD = { length: 1.4, width: 2.2 };
/** A shorter pointer is a stump. */
const LEAST_POINTER = 3;
const CAPTION_TOP = 1.1;
const HINT_TOP = 1.5;
const FLAG_TO_CODE = 0.4;
/** A phone that is a sentence leaves room for the office beside it. */
const MOST_CALL = 44;
/** Parts of the growth of an office's name that are tried. */
const GROWN_SHARES = [1, 0.8, 0.6, 0.4, 0.2] as const;
const HINT_WIDTH = 22.5;
const SHIELD_LEFT = 4.7;
const SMALL_DISC = 1.5;
/** Least distance of a code's right edge and its disc; the quiet zone may ask for more. */
const BESIDE_CODE = 1.2;

/** Widest a code may be beside its disc: what two columns of 16u allow. */
const MOST_SIDE = 11.6;
/** Between the codes of a row of three, besides the quiet zone. */
const BETWEEN_THREE = 0.9;

/** How codes stand in a row: left edge of the first, pitch, width of a caption. */
interface Arrangement {
	readonly left: Pt;
	readonly pitch: Pt;
	readonly captionWidth: Pt;
}

function arrange(count: number, side: Pt, clear: Pt, kit: Kit): Arrangement {
	const { u } = kit;
	if (count < 3)
		return { left: u(CODES_LEFT), pitch: u(18), captionWidth: u(16) };
	const onGrid = u(12);
	const fitsGrid =
		side + clear + u(0.3) <= onGrid &&
		u(CODES_LEFT) + 2 * onGrid + side <= u(RIGHT);
	const pitch = fitsGrid ? onGrid : side + clear + u(BETWEEN_THREE);
	const left = fitsGrid ? u(CODES_LEFT) : u(RIGHT) - 2 * pitch - side;
	return { left, pitch, captionWidth: pitch - u(0.8) };
}

/** Small numbered discs of the steps a code serves. */
function servesDiscs(code: Code, x: Pt, y: Pt, kit: Kit): Mark[] {
	const { u } = kit;
	return code.serves.slice(0, 2).flatMap((number, i) => {
		const cx = x + u(SMALL_DISC);
		const cy = y + u(SMALL_DISC) + i * u(2 * SMALL_DISC + 0.5);
		return [
			...discShape(kit, cx, cy, u(SMALL_DISC)),
			...numeral(kit, number, cx, cy, "smallNumeral"),
		];
	});
}

/** A part with clear paper that nothing may come nearer than. */
export interface Terminus extends Part {
	readonly clear: Pt;
}

export const TERMINUS_FIELDS = [
	"codes",
	"codesAreOfficial",
	"contact",
] as const satisfies readonly (keyof Announcement)[];
type TerminusFields = Pick<Announcement, (typeof TERMINUS_FIELDS)[number]>;

function setCodes(notice: TerminusFields, kit: Kit): Terminus {
	const { u } = kit;
	const { codes } = notice;
	const single = codes.length === 1;
	const sized = sizeCodes(codes, u(MOST_SIDE), kit);
	// One side for all, so that they stand as a set: the densest decides.
	const least = Math.max(...sized.map((code) => code?.least ?? 0));
	const target = Math.max(...sized.map((code) => code?.target ?? 0));
	const side = Math.min(u(MOST_SIDE), least + (target - least) * kit.fit.code);
	const clear = Math.max(
		...sized.map((code) => quietZone(side / (code?.matrix.size ?? 21))),
	);
	const { left, pitch, captionWidth } = arrange(codes.length, side, clear, kit);
	// The flag stays out of the first code's quiet zone, however large it grows.
	const flagRoom = (left - clear) / u(1) - LEFT - FLAG_TO_CODE;
	const flag = setDoFlag(spansOf(scan), kit, "", flagRoom);
	const hintTop = flag.height + u(HINT_TOP);
	const singleCaptionLeft = left + side + Math.max(u(1.7), clear + u(0.1));
	const withDisc = codes.length > 2;
	// The last caption of three may leave the grid, but not the safe area.
	const edge = kit.format.width - kit.format.safe;
	const roomFor = (i: number): Pt =>
		Math.min(captionWidth, edge - (left + i * pitch));
	const captions = codes.map((code, i) =>
		setCaption(
			code,
			single ? u(RIGHT) - singleCaptionLeft : roomFor(i),
			withDisc ? (code.serves[0] ?? null) : null,
			kit,
		),
	);
	const captionRise = Math.max(...captions.map((caption) => caption.rise));
	const captionTop = side + Math.max(u(CAPTION_TOP), clear + captionRise);
	const captionsHeight = Math.max(...captions.map((caption) => caption.height));
	const safetyMeasure = single
		? u(RIGHT) - singleCaptionLeft
		: left - clear - u(SHIELD_LEFT);
	const shield = setSafetyLine(notice, kit, safetyMeasure);
	const stacked = u(1.6);
	const hint = setHint(
		Math.min(u(HINT_WIDTH), left - clear - u(LEFT + 0.4)),
		single
			? side - hintTop
			: captionTop + captionsHeight - hintTop - stacked - shield.height,
		kit,
	);
	const hintBottom = hintTop + hint.height;
	/** Where the last line of the shield's words stands beside a single code. */
	const shieldBottom = Math.max(
		side,
		hintBottom,
		captionsHeight + stacked + shield.height,
	);
	const height = single
		? Math.max(side + clear - kit.gap("captionToFooter"), shieldBottom)
		: Math.max(
				captionTop + captionsHeight,
				hintBottom + stacked + shield.height,
			);
	const place = (y: Pt): readonly Node[] => {
		const pointerY = y + flag.height / 2;
		const tip = Math.min(u(POINTER_TIP), left - clear - u(0.05));
		const pointerFrom = u(LEFT) + flag.width - u(0.3);
		const items = codes.map((code, i): Node => {
			const fitted = sized[i];
			const caption = captions[i];
			const x = left + i * pitch;
			const mark: Node[] =
				fitted === undefined || fitted === null
					? []
					: [figure(seeCode(code.url), codeMark(code, fitted, x, y, side))];
			const beside =
				x +
				side +
				Math.max(u(BESIDE_CODE), quietZone(side / (fitted?.matrix.size ?? 21)));
			const captionAt = single
				? (caption?.place(singleCaptionLeft, y + u(0.1)) ?? [])
				: (caption?.place(x, y + captionTop) ?? []);
			return element(
				"Sect",
				...mark,
				...(single || withDisc
					? []
					: [artifact(...servesDiscs(code, beside, y, kit))]),
				...captionAt,
			);
		});
		return [
			element(
				"Sect",
				...(tip - pointerFrom < u(LEAST_POINTER)
					? []
					: [
							artifact(
								...arrowRight(kit, pointerFrom, tip, pointerY, POINTER_HEAD),
							),
						]),
				...flag.place(y),
				textNode("P", hint, u(LEFT), y + hintTop),
				...items,
				...shield.place(
					single ? singleCaptionLeft - u(0.3) : u(SHIELD_LEFT),
					y + (single ? shieldBottom : height),
				),
			),
		];
	};
	return { height, clear, place };
}

/** Beside its flag: type that has grown gives way until the name stands on one line. */
function setOffice(office: Text, measure: Pt, kit: Kit): Paragraph {
	const grown = Math.max(0, kit.fit.type - TARGET);
	const setWith = (share: number): Paragraph =>
		kit.set(office, "body", measure, {
			weight: 700,
			size: kit.styleAt("body", kit.fit.type - (1 - share) * grown).size,
		});
	for (const share of grown > 0 ? GROWN_SHARES : []) {
		const set = setWith(share);
		if (set.lines.length === 1) return set;
	}
	return setWith(0);
}

/** No code: the flag carries what the reader can do instead. */
function setCall(notice: TerminusFields, phone: string, kit: Kit): Terminus {
	const { u } = kit;
	const flag = setDoFlag(spansOf(ask(phone)), kit, "contact.phone", MOST_CALL);
	const office =
		notice.contact === null
			? null
			: setOffice(notice.contact.office, u(RIGHT - LEFT - 2) - flag.width, kit);
	// A long name may stand higher than its flag; the line still ends in the flag.
	const officeTop =
		office === null
			? 0
			: Math.max(office.rise, (flag.height - office.height) / 2);
	const height = Math.max(
		flag.height,
		office === null ? 0 : officeTop + office.height + office.drop,
	);
	return {
		height,
		clear: 0,
		place: (y) => [
			...flag.place(y),
			...(office === null
				? []
				: [textNode("P", office, u(RIGHT), y + officeTop, "right")]),
		],
	};
}

/** Null when the notice gives nothing to do at its end: the line just stops. */
export function setTerminus(notice: TerminusFields, kit: Kit): Terminus | null {
	if (notice.codes.length > 0) return setCodes(notice, kit);
	const phone = notice.contact?.phone ?? null;
	return phone === null ? null : setCall(notice, phone, kit);
}
