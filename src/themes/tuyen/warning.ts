/** A warning: square, black frame, triangle. Its shape survives any copier. */
import {
	filled,
	framed,
	rectangle,
	segment,
	stroked,
} from "../../layout/shapes.ts";
import {
	followedBySpace,
	placeParagraph,
	setParagraph,
	spaceBetween,
} from "../../layout/text.ts";
import type { Text } from "../../model/announcement.ts";
import type { Pt } from "../../units.ts";
import { splitRunIn } from "../shared/run-in.ts";
import { artifact, content, element, type Kit, type Part } from "./kit.ts";
import { onBody } from "./look.ts";
import { pictogram } from "./pictograms.ts";

const BORDER = 0.36;
const BLOCK = 4;
const TEXT_LEFT = 5;
const TEXT_RIGHT = 0.9;
const PADDING = 1.15;
const LEAST = 4.4;
const TRIANGLE = 2.9;
const LEADING = 1.38;
/** Least white between a mark and the frame. */
const MARK_TO_BORDER = 0.12;

export function setWarning(
	text: Text,
	x: Pt,
	width: Pt,
	kit: Kit,
	role: "body" | "warning" = "body",
): Part {
	const { u } = kit;
	const measure = width - u(TEXT_LEFT + TEXT_RIGHT);
	const { head, rest } = splitRunIn(kit.words(text));
	const style = kit.style(role, { strong: 800, leading: LEADING });
	const whole = kit.set(text, role, measure, {
		strong: 800,
		leading: LEADING,
	});
	const paragraphs =
		head.length === 0
			? [whole]
			: [head, rest].map((spans) =>
					setParagraph(spans, style, measure, kit.typeface, text.path),
				);
	const step = style.size * LEADING;
	/** White above each paragraph. */
	const spaces = paragraphs.map((paragraph, i) => {
		const above = paragraphs[i - 1];
		return above === undefined
			? 0
			: spaceBetween(above, paragraph, step - paragraph.capHeight);
	});
	const textHeight = paragraphs.reduce(
		(sum, paragraph, i) => sum + (spaces[i] ?? 0) + paragraph.height,
		0,
	);
	const marks = Math.max(
		paragraphs[0]?.rise ?? 0,
		paragraphs.at(-1)?.drop ?? 0,
	);
	const height = Math.max(
		u(LEAST),
		textHeight + 2 * u(PADDING) + style.size * 0.12,
		textHeight + 2 * (marks + u(BORDER + MARK_TO_BORDER)),
	);
	return {
		height,
		place: (y) => {
			const side = u(TRIANGLE);
			const body = kit.look.warningBlock;
			const block =
				body.kind === "solid"
					? filled(rectangle(x, y, u(BLOCK), height), body.ink)
					: stroked(
							segment(
								x + u(BLOCK),
								y + u(BORDER),
								x + u(BLOCK),
								y + height - u(BORDER),
							),
							body.ink,
							u(BORDER),
						);
			let capTop = y + (height - textHeight) / 2;
			const runs = paragraphs.flatMap((paragraph, i) => {
				const more = i < paragraphs.length - 1;
				capTop += spaces[i] ?? 0;
				const placed = placeParagraph(
					more ? followedBySpace(paragraph, kit.typeface) : paragraph,
					x + u(TEXT_LEFT),
					capTop,
				);
				capTop += paragraph.height;
				return placed;
			});
			return [
				artifact(
					framed(x, y, width, height, u(BORDER), 0, "black"),
					block,
					pictogram(
						"warn",
						x + (u(BLOCK) - side) / 2,
						y + (height - side) / 2 - u(0.1),
						side,
						onBody(body).ink,
					),
				),
				element("P", content(...runs)),
			];
		},
	};
}

/** Warnings under a tree, each with its gap above; of no height when there are none. */
export function setWarnings(
	texts: readonly (Text | null)[],
	x: Pt,
	width: Pt,
	kit: Kit,
): Part {
	const gap = kit.gap("cardsToWarning");
	const warnings = texts.flatMap((text) =>
		text === null ? [] : setWarning(text, x, width, kit),
	);
	return {
		height: warnings.reduce((sum, warning) => sum + gap + warning.height, 0),
		place: (y) => {
			let top = y;
			return warnings.flatMap((warning) => {
				const placed = warning.place(top + gap);
				top += gap + warning.height;
				return placed;
			});
		},
	};
}
