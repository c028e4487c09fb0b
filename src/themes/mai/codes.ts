/** The codes in a strip: brackets, and beside or below each what it opens. */
import { quietZone, type SizedCode } from "../../layout/codes.ts";
import { stroked } from "../../layout/shapes.ts";
import { figure, type Node, type PathOp } from "../../layout/sheet.ts";
import {
	type Paragraph,
	placeParagraph,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../../layout/text.ts";
import { openAddress, scan, seeCode } from "../../messages/sheet-words.ts";
import type { Announcement, Code } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import {
	codeMark,
	hostSpans,
	setPathname,
	sizeCodes,
} from "../shared/codes.ts";
import { unitOf } from "../shared/fit.ts";
import { isBesideCode, setContact } from "./contact.ts";
import {
	artifact,
	centredSign,
	content,
	discShapes,
	element,
	type Kit,
	type Part,
	part,
	solidTone,
	textNode,
} from "./kit.ts";
import { corner, draw, move } from "./path.ts";

const GUTTER = 4;
const PAD = 3;
/** The inside of a round corner bulges towards the code. */
const BRACKET = { arm: 6, radius: 2, width: 0.9, bulge: 0.5 };
const TEXT_GAP = 3.4;
const BELOW_GAP = 2.4;
const DISC = 2.7;
const DISC_GAP = 1.6;
/** Widest a code may be, units of the page. */
const MOST_SIDE = 11.6;

export const CODES_FIELDS = [
	"codes",
	"contact",
] as const satisfies readonly (keyof Announcement)[];
type CodesFields = Pick<Announcement, (typeof CODES_FIELDS)[number]>;

/** What is said of a code. */
interface Caption {
	readonly lines: readonly Paragraph[];
	/** White above each line. */
	readonly spaces: readonly Pt[];
	readonly height: Pt;
	readonly rise: Pt;
	readonly fits: boolean;
	/** Width of its first line: the numbers follow it. */
	readonly scanWidth: Pt;
	readonly measure: Pt;
}

function setCaption(code: Code, measure: Pt, kit: Kit): Caption {
	const { typeface } = kit;
	const scanning = setParagraph(
		spansOf(scan),
		kit.style("scan"),
		measure,
		typeface,
	);
	const title = setParagraph(
		kit.words(code.label),
		kit.style("codeTitle"),
		measure,
		typeface,
		code.label.path,
	);
	const host = setParagraph(
		hostSpans(code.host),
		kit.style("codeHost"),
		measure,
		typeface,
		code.path,
	);
	const pathname = kit.layout.paths
		? setPathname(
				code,
				kit.style("codePath", { ink: kit.look.mute }),
				measure,
				typeface,
			)
		: null;
	const lines = [
		scanning,
		title,
		host,
		...(pathname === null ? [] : [pathname]),
	];
	/** By how much its numbers reach over and under the first line. */
	const discBelow =
		code.serves.length === 0
			? 0
			: Math.max(0, kit.k(DISC) - scanning.capHeight / 2);
	const spaces = lines.map((line, i) => {
		const above = lines[i - 1];
		if (above === undefined) return 0;
		const disc = i === 1 ? discBelow + line.rise + kit.k(0.5) : 0;
		const usual = i === 3 ? 0.52 : i === 2 ? 0.72 : 0.66;
		return Math.max(disc, spaceBetween(above, line, line.style.size * usual));
	});
	const height = lines.reduce(
		(sum, line, i) => sum + line.height + (spaces[i] ?? 0),
		0,
	);
	return {
		lines,
		spaces,
		height,
		rise: Math.max(scanning.rise, discBelow),
		fits: lines.every((line) => line.longWord === null),
		scanWidth: scanning.width,
		measure,
	};
}

/** The host and its path are one link. */
function placeCaption(
	code: Code,
	{ lines, spaces, scanWidth, measure }: Caption,
	x: Pt,
	capTop: Pt,
	kit: Kit,
): readonly Node[] {
	const tops: Pt[] = [];
	let y = capTop;
	lines.forEach((line, i) => {
		y += spaces[i] ?? 0;
		tops.push(y);
		y += line.height;
	});
	const [scanning, title, ...address] = lines;
	if (scanning === undefined || title === undefined) return [];
	const { green } = kit.look;
	const r = kit.k(DISC);
	const cy = capTop + scanning.capHeight / 2;
	const numbers = code.serves.slice(0, 2).flatMap((number, i) => {
		const cx = x + scanWidth + kit.k(DISC_GAP) + r + i * (2 * r + kit.k(1));
		if (cx + r > x + measure) return [];
		return [
			...discShapes(kit, cx, cy, r, green, 0.5),
			...centredSign(
				kit,
				String(number),
				cx,
				cy,
				"letter",
				solidTone(kit, green),
			),
		];
	});
	return [
		artifact(...numbers),
		textNode("P", scanning, x, capTop),
		textNode("P", title, x, tops[1] ?? capTop),
		{
			kind: "link",
			href: code.url,
			says: openAddress(code.host),
			children: [
				content(
					...address.flatMap((line, i) =>
						placeParagraph(line, x, tops[i + 2] ?? capTop),
					),
				),
			],
		},
	];
}

/** Four corners around a code. */
function brackets(x: Pt, y: Pt, side: Pt, kit: Kit): Node {
	const { k, look } = kit;
	const half = k(BRACKET.width) / 2;
	const [left, top] = [x + half, y + half];
	const [right, bottom] = [x + side - half, y + side - half];
	const arm = Math.min(k(BRACKET.arm), side / 4);
	const r = k(BRACKET.radius);
	const at = (cx: Pt, cy: Pt, dx: 1 | -1, dy: 1 | -1): PathOp[] => [
		move(cx, cy + dy * arm),
		draw(cx, cy + dy * r),
		corner(cx, cy + dy * r, cx, cy, cx + dx * r, cy),
		draw(cx + dx * arm, cy),
	];
	return artifact(
		stroked(
			[
				...at(left, top, 1, 1),
				...at(right, top, -1, 1),
				...at(left, bottom, 1, -1),
				...at(right, bottom, -1, -1),
			],
			look.green,
			k(BRACKET.width),
			{ round: true },
		),
	);
}

interface Panel {
	readonly code: Code;
	readonly sized: SizedCode | null;
	readonly caption: Caption;
}

/** Of a code and all around it. */
interface Frame {
	readonly side: Pt;
	readonly pad: Pt;
	readonly whole: Pt;
}

function frameOf(
	sized: readonly (SizedCode | null)[],
	most: Pt,
	kit: Kit,
): Frame {
	const least = Math.max(...sized.map((code) => code?.least ?? 0));
	const target = Math.max(...sized.map((code) => code?.target ?? 0));
	const side = Math.min(most, least + (target - least) * kit.fit.code);
	const clear = Math.max(
		...sized.map((code) => quietZone(side / (code?.matrix.size ?? 21))),
	);
	const pad = Math.max(
		kit.k(PAD),
		clear + kit.k(BRACKET.width + BRACKET.bulge),
	);
	return { side, pad, whole: side + 2 * pad };
}

function placePanel(
	{ code, sized, caption }: Panel,
	{ side, pad, whole }: Frame,
	x: Pt,
	y: Pt,
	text: { readonly x: Pt; readonly capTop: Pt },
	kit: Kit,
): Node {
	return element(
		"Sect",
		brackets(x, y, whole, kit),
		...(sized === null
			? []
			: [
					figure(
						seeCode(code.url),
						codeMark(code, sized, x + pad, y + pad, side),
					),
				]),
		...placeCaption(code, caption, text.x, text.capTop, kit),
	);
}

/** Null for a notice without codes. */
export function setCodes(notice: CodesFields, kit: Kit): Part | null {
	const { codes } = notice;
	if (codes.length === 0) return null;
	const { k } = kit;
	const gutter = k(GUTTER);
	const across = Math.max(2, codes.length);
	const width = (kit.width - gutter * (across - 1)) / across;
	const contact = isBesideCode(notice, true)
		? setContact(notice, width, kit)
		: null;
	// Else a code alone has the strip to itself.
	const room = codes.length === 1 && contact === null ? kit.width : width;
	const most = unitOf(kit.format) * MOST_SIDE;
	const sized = sizeCodes(codes, most, kit);
	const frame = frameOf(sized, most, kit);
	const panelsWith = (measure: Pt): readonly Panel[] =>
		codes.map((code, i) => ({
			code,
			sized: sized[i] ?? null,
			caption: setCaption(code, measure, kit),
		}));
	const besideLeft = frame.whole + k(TEXT_GAP);
	const beside = panelsWith(room - besideLeft);
	const isBeside = beside.every(
		({ caption }) =>
			caption.fits &&
			caption.rise + caption.height <= frame.whole * 1.15 &&
			caption.lines.every((line) => line.lines.length <= 3),
	);
	const below = isBeside ? beside : panelsWith(room);
	if (!isBeside)
		for (const { code } of below.filter(({ caption }) => !caption.fits))
			kit.set(code.label, "codeTitle", room);
	const captionHeight = Math.max(
		...below.map(({ caption }) => caption.rise + caption.height),
	);
	const captionTop = Math.max(...below.map(({ caption }) => caption.rise));
	const height = Math.max(
		contact?.height ?? 0,
		isBeside
			? Math.max(frame.whole, captionHeight)
			: frame.whole + k(BELOW_GAP) + captionHeight,
	);
	return part(height, (y) => [
		...below.map((panel, i) => {
			const x = kit.left + i * (width + gutter);
			const { caption } = panel;
			const text = isBeside
				? {
						x: x + besideLeft,
						capTop: y + (height - caption.height) / 2,
					}
				: { x, capTop: y + frame.whole + k(BELOW_GAP) + captionTop };
			const top = isBeside ? y + (height - frame.whole) / 2 : y;
			return placePanel(panel, frame, x, top, text, kit);
		}),
		...(contact?.place(kit.right - width, y + (height - contact.height) / 2) ??
			[]),
	]);
}
