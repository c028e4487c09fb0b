/** Who speaks: roof, the loudspeaker or the commune's own picture, name, and a sign that hangs from the eave. */
import { placePicture } from "../../layout/picture.ts";
import { segment, stroked } from "../../layout/shapes.ts";
import { figure, type Node } from "../../layout/sheet.ts";
import {
	followedBySpace,
	type Paragraph,
	placeParagraph,
	plain,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../../layout/text.ts";
import { logoOf, postedUntil } from "../../messages/sheet-words.ts";
import type { Announcement, Span } from "../../model/announcement.ts";
import { mm, type Pt } from "../../units.ts";
import {
	artifact,
	content,
	discShapes,
	element,
	frameShape,
	type Kit,
	solidTone,
	textNode,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";
import { ROOF_HEIGHT, roofShapes } from "./roof.ts";
import { ROLES } from "./type-scale.ts";

export interface Masthead {
	readonly nodes: readonly Node[];
	readonly bottom: Pt;
}

const ROW = 13;
const EMBLEM = 16.8;
const MEGAPHONE = 11;
const TEXT = 20.4;
const SIGN = { width: 41, height: 14, top: 2, radius: 1.2, string: 8 };
const BETWEEN = 6;

export const MASTHEAD_FIELDS = [
	"logo",
	"issuer",
	"parent",
	"postedUntil",
] as const satisfies readonly (keyof Announcement)[];
export type MastheadFields = Pick<
	Announcement,
	(typeof MASTHEAD_FIELDS)[number]
>;

/** "Ủy ban nhân dân" says what it is, the rest who: only the rest is large. */
const KIND = /^(?:Ủy|Uỷ) ban nhân dân(?= \S)/iu;

interface Name {
	readonly kind: readonly Span[] | null;
	readonly name: readonly Span[];
}

function nameOf(spans: readonly Span[]): Name {
	const whole = plain(spans).trim();
	const kind = KIND.exec(whole)?.[0];
	return kind === undefined
		? { kind: null, name: spansOf(whole) }
		: { kind: spansOf(kind), name: spansOf(whole.slice(kind.length).trim()) };
}

/** On one line at the largest size that allows it; else at the floor, on several. */
function setName(
	name: readonly Span[],
	measure: Pt,
	path: string,
	kit: Kit,
): Paragraph {
	const [floor, target] = ROLES.issuerName.sizes[kit.format.name];
	const style = kit.style("issuerName", { ink: kit.look.red });
	const wide = setParagraph(
		name,
		{ ...style, size: target },
		kit.format.width * 4,
		kit.typeface,
	);
	const size = Math.max(
		floor,
		Math.min(target, target * (measure / wide.width)),
	);
	return kit.setSpans(name, { ...style, size }, measure * 1.0001, path);
}

/** Two strings and a board, in words that the foot says again in full. */
function hangingSign(
	{ postedUntil: day }: MastheadFields,
	eave: Pt,
	rowTop: Pt,
	k: (value: number) => Pt,
	kit: Kit,
): Node | null {
	if (day === null) return null;
	const set = (text: string, role: "signLabel" | "signValue") =>
		setParagraph(spansOf(text), kit.style(role), kit.width, kit.typeface);
	const label = set(postedUntil, "signLabel");
	const value = set(day, "signValue");
	const width = Math.max(k(SIGN.width), label.width + k(5), value.width + k(8));
	const x = kit.right - width;
	const y = rowTop + k(SIGN.top);
	const height = k(SIGN.height);
	const centre = x + width / 2;
	const strings = [x + k(SIGN.string), kit.right - k(SIGN.string)].flatMap(
		(at) => segment(at, eave, at, y),
	);
	const space = (height - label.height - value.height) / 3;
	const labelTop = y + space + k(0.2);
	return artifact(
		stroked(strings, "black", Math.max(mm(0.25), k(0.35))),
		frameShape(kit, x, y, width, height, k(SIGN.radius), "black", 0.7),
		...placeParagraph(label, centre, labelTop, "centre"),
		...placeParagraph(value, centre, labelTop + label.height + space, "centre"),
	);
}

function emblem(
	{ logo, issuer }: MastheadFields,
	y: Pt,
	side: Pt,
	kit: Kit,
): Node {
	if (logo?.picture) {
		const { picture } = logo;
		const slot = { x: kit.left, y, width: side, height: side };
		return figure(
			logoOf(plain(issuer.long)),
			placePicture({ ...logo, picture }, slot, kit.ink),
		);
	}
	const drawing = (side * MEGAPHONE) / EMBLEM;
	const tone = solidTone(kit, kit.look.red);
	const inset = (side - drawing) / 2;
	return artifact(
		...discShapes(
			kit,
			kit.left + side / 2,
			y + side / 2,
			side / 2,
			kit.look.red,
			0.7,
		),
		...pictogram("megaphone", kit.left + inset, y + inset, drawing, {
			...tone,
			outlined: !kit.look.solid,
		}),
	);
}

export function setMasthead(notice: MastheadFields, kit: Kit): Masthead {
	const { layout } = kit;
	const k = (value: number): Pt => mm(value * layout.mastheadScale);
	const top = mm(layout.roofTop);
	const rowTop = top + k(ROW);
	const side = k(EMBLEM);
	const x = kit.left + k(TEXT);
	const sign = hangingSign(notice, top + k(9.4), rowTop, k, kit);
	const measure = kit.right - x - (sign === null ? 0 : k(SIGN.width + BETWEEN));
	const { path } = notice.issuer;
	const { kind, name } = nameOf(kit.words(notice.issuer));
	const kindSet =
		kind === null
			? null
			: kit.setSpans(kind, kit.style("issuerKind"), measure, path);
	const nameSet = setName(name, measure, path, kit);
	const parent =
		notice.parent === null || kit.words(notice.parent).length === 0
			? null
			: kit.set(notice.parent, "parent", measure);
	const lines = [kindSet, nameSet, parent].filter((line) => line !== null);
	const spaces = lines
		.slice(1)
		.map((line, i) => spaceBetween(lines[i] ?? line, line, k(2)));
	const height =
		lines.reduce((sum, line) => sum + line.height, 0) +
		spaces.reduce((sum, space) => sum + space, 0);
	// Centred on the emblem, but with the marks of its first line clear of the roof.
	const roofBottom = top + k(ROOF_HEIGHT);
	const first = lines[0];
	const capTop = Math.max(
		rowTop + (side - height) / 2,
		roofBottom + k(1) + (first?.rise ?? 0),
	);
	const tops = lines.map((_, i) =>
		lines
			.slice(0, i)
			.reduce((y, line, n) => y + line.height + (spaces[n] ?? 0), capTop),
	);
	const at = (line: Paragraph): Pt => tops[lines.indexOf(line)] ?? capTop;
	const issuer = element(
		"P",
		content(
			...(kindSet === null
				? []
				: placeParagraph(
						followedBySpace(kindSet, kit.typeface),
						x,
						at(kindSet),
					)),
			...placeParagraph(nameSet, x, at(nameSet)),
		),
	);
	const last = lines.at(-1);
	const textBottom =
		last === undefined ? rowTop : at(last) + last.height + last.drop;
	return {
		nodes: [
			artifact(...roofShapes(kit, top, k)),
			...(sign === null ? [] : [sign]),
			emblem(notice, rowTop, side, kit),
			issuer,
			...(parent === null ? [] : [textNode("P", parent, x, at(parent))]),
		],
		bottom: Math.max(rowTop + side, textBottom),
	};
}
