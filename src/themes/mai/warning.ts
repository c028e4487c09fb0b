/** A warning: the only square box, with a hazard strip. Its shape survives any copier. */
import { filled, polygon, segment, stroked } from "../../layout/shapes.ts";
import type { PathOp } from "../../layout/sheet.ts";
import {
	followedBySpace,
	type Paragraph,
	placeParagraph,
	setParagraph,
	spaceBetween,
} from "../../layout/text.ts";
import type { Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { splitRunIn } from "../shared/run-in.ts";
import {
	artifact,
	content,
	drawn,
	element,
	frameShape,
	type Kit,
	type Part,
	part,
} from "./kit.ts";
import { pictogram } from "./pictograms.ts";
import { cutToBox } from "./rays.ts";

const STRIP = 4.4;
const PITCH = 4.8;
const ICON_LEFT = 7;
const MOST_ICON = 9.4;
const LEAST_ICON = 6.4;
const AFTER_ICON = 2.4;
const RIGHT = 3;
const LEAST = 10.6;
const PADDING = 2.5;

/** Stripes rising to the right, cut to the strip. */
function hazard(x: Pt, y: Pt, width: Pt, height: Pt, kit: Kit): PathOp[] {
	const pitch = kit.k(PITCH);
	const wide = pitch * (kit.look.solid ? 0.5 : 0.31);
	const ops: PathOp[] = [];
	for (let at = y - pitch; at < y + height + width; at += pitch) {
		const stripe = cutToBox(
			[
				[x, at],
				[x + width, at - width],
				[x + width, at - width + wide],
				[x, at + wide],
			],
			{ x, y, width, height },
		);
		if (stripe.length > 2) ops.push(...polygon(...stripe));
	}
	return ops;
}

interface Words {
	readonly paragraphs: readonly Paragraph[];
	/** White above each. */
	readonly spaces: readonly Pt[];
	readonly height: Pt;
}

type WarningRole = "body" | "warning";

function setWords(text: Text, measure: Pt, role: WarningRole, kit: Kit): Words {
	const style = kit.style(role, { leading: 1.32 });
	const { head, rest } = splitRunIn(kit.words(text));
	const whole = kit.set(text, role, measure, { leading: 1.32 });
	// A warning that fits one line is not cut in two.
	const paragraphs =
		head.length === 0 || whole.lines.length === 1
			? [whole]
			: [head, rest].map((spans) =>
					setParagraph(spans, style, measure, kit.typeface, text.path),
				);
	const step = style.size * style.leading;
	const spaces = paragraphs.map((paragraph, i) => {
		const above = paragraphs[i - 1];
		return above === undefined
			? 0
			: spaceBetween(above, paragraph, step - paragraph.capHeight);
	});
	const height = paragraphs.reduce(
		(sum, paragraph, i) => sum + (spaces[i] ?? 0) + paragraph.height,
		0,
	);
	return { paragraphs, spaces, height };
}

export function setWarning(
	text: Text,
	x: Pt,
	width: Pt,
	kit: Kit,
	role: WarningRole = "body",
): Part {
	const { k } = kit;
	const heightOf = ({ paragraphs, height }: Words): Pt => {
		const marks = Math.max(
			paragraphs[0]?.rise ?? 0,
			paragraphs.at(-1)?.drop ?? 0,
		);
		return Math.max(
			k(LEAST),
			height + 2 * k(PADDING),
			height + 2 * (marks + k(kit.look.warningFrame + 0.5)),
		);
	};
	const textLeft = (icon: Pt): Pt => k(ICON_LEFT + AFTER_ICON) + icon;
	const wordsBeside = (icon: Pt): Words =>
		setWords(text, width - textLeft(icon) - k(RIGHT), role, kit);
	const icon = Math.max(
		k(LEAST_ICON),
		Math.min(k(MOST_ICON), heightOf(wordsBeside(k(MOST_ICON))) - k(4)),
	);
	const words = wordsBeside(icon);
	const height = heightOf(words);
	return part(height, (y) => {
		const { paragraphs, spaces } = words;
		const stroke = k(kit.look.warningFrame);
		let capTop = y + (height - words.height) / 2;
		const runs = paragraphs.flatMap((paragraph, i) => {
			capTop += spaces[i] ?? 0;
			const placed = placeParagraph(
				i < paragraphs.length - 1
					? followedBySpace(paragraph, kit.typeface)
					: paragraph,
				x + textLeft(icon),
				capTop,
			);
			capTop += paragraph.height;
			return placed;
		});
		const { red } = kit.look;
		return [
			artifact(
				{
					...frameShape(
						kit,
						x,
						y,
						width,
						height,
						0,
						red,
						kit.look.warningFrame,
					),
					stroke: { ink: red, width: stroke, round: false, dash: null },
				},
				filled(
					hazard(x + stroke, y + stroke, k(STRIP), height - 2 * stroke, kit),
					red,
				),
				...(kit.look.solid
					? []
					: [
							stroked(
								segment(
									x + stroke + k(STRIP),
									y + stroke,
									x + stroke + k(STRIP),
									y + height - stroke,
								),
								red,
								k(0.3),
							),
						]),
				...pictogram(
					"warn",
					x + k(ICON_LEFT),
					y + (height - icon) / 2,
					icon,
					drawn(kit, red, icon),
				),
			),
			element("P", content(...runs)),
		];
	});
}

/** Warnings one under the other, each with its gap above; of no height when there are none. */
export function setWarnings(
	texts: readonly (Text | null)[],
	x: Pt,
	width: Pt,
	kit: Kit,
): Part {
	const gap = kit.gap("between");
	const warnings = texts.flatMap((text) =>
		text === null || kit.words(text).length === 0
			? []
			: setWarning(text, x, width, kit),
	);
	return part(
		warnings.reduce((sum, warning) => sum + gap + warning.height, 0),
		(y) => {
			let top = y;
			return warnings.flatMap((warning) => {
				const placed = warning.place(top + gap);
				top += gap + warning.height;
				return placed;
			});
		},
	);
}
