/** Where a poster may be cut: through no code, no number and no letter of a heading. */
import {
	type Mark,
	marksOf,
	type Node,
	type Page,
	type PictureMark,
	type Run,
} from "../layout/sheet.ts";
import { mm, type Pt } from "../units.ts";

export interface Span {
	readonly from: Pt;
	readonly to: Pt;
}

/** Ink that a seam has to do with. */
export interface Obstacle {
	readonly x: Span;
	readonly y: Span;
	/** Never to be cut: codes, numbers, headings. Other letters are only spared. */
	readonly kind: "code" | "number" | "heading" | "letter";
	readonly text: string;
}

export interface Seam {
	readonly at: Pt;
	/** What it cuts although it should not. */
	readonly cuts: readonly Obstacle[];
}

/** Clear paper that scissors and glue would like on both sides. */
const CLEARANCE = mm(1.5);
/** Nearer than this is through. */
const BLADE = mm(0.3);
const STEP = mm(0.25);
/** In millimetres that a seam would rather move than cut one of these. */
const WEIGHT: Readonly<Record<Obstacle["kind"], number>> = {
	code: 1e12,
	number: 1e9,
	heading: 1e6,
	letter: 100,
};

const HEADINGS: ReadonlySet<string> = new Set(["H1", "H2", "H3", "TH"]);

interface Letter {
	/** Which character of the run. */
	readonly place: number;
	readonly x: Span;
	readonly y: Span;
	readonly text: string;
}

/** The letters that have ink. */
function lettersOf(run: Run): readonly Letter[] {
	const { size, baseline, tracking } = run;
	let pen = run.x;
	return run.glyphs.flatMap(({ ink, advance, codePoints }, place) => {
		const x = pen;
		pen += advance * size + tracking;
		if (ink === null) return [];
		return [
			{
				place,
				x: { from: x + ink.left * size, to: x + ink.right * size },
				y: {
					from: baseline - ink.top * size,
					to: baseline - ink.bottom * size,
				},
				text: String.fromCodePoint(...codePoints),
			},
		];
	});
}

const around = (spans: readonly Span[]): Span => ({
	from: Math.min(...spans.map(({ from }) => from)),
	to: Math.max(...spans.map(({ to }) => to)),
});

/** "13/12/2026", "7:30"; of a phone, "0200 000 0001", all its groups. */
const NUMBER = /\d+(?:[.,:/-]\d+|[ \u00a0]\d{2,4}\b)*/gu;

function runObstacles(run: Run, isHeading: boolean): readonly Obstacle[] {
	const letters = lettersOf(run);
	const kind = isHeading ? "heading" : "letter";
	const numbers = [...run.text.matchAll(NUMBER)].flatMap(
		({ 0: text, index }): readonly Obstacle[] => {
			const start = [...run.text.slice(0, index)].length;
			const end = start + [...text].length;
			const inside = letters.filter(
				({ place }) => place >= start && place < end,
			);
			if (inside.length === 0) return [];
			const x = around(inside.map((letter) => letter.x));
			const y = around(inside.map((letter) => letter.y));
			return [{ x, y, kind: "number", text }];
		},
	);
	return [
		...letters.map(({ x, y, text }) => ({ x, y, kind, text }) as const),
		...numbers,
	];
}

/** Spared like the letters of the heading it belongs to. */
const pictureObstacle = ({ x, y, width, height }: PictureMark): Obstacle => ({
	x: { from: x, to: x + width },
	y: { from: y, to: y + height },
	kind: "heading",
	text: "",
});

function markObstacles(mark: Mark, isHeading: boolean): readonly Obstacle[] {
	if (mark.kind === "run")
		return runObstacles(mark, isHeading || mark.role === "headline");
	if (mark.kind === "picture") return [pictureObstacle(mark)];
	if (mark.kind !== "code") return [];
	const side = mark.modules * mark.module;
	const quiet = 4 * mark.module;
	return [
		{
			x: { from: mark.x - quiet, to: mark.x + side + quiet },
			y: { from: mark.y - quiet, to: mark.y + side + quiet },
			kind: "code",
			text: mark.url,
		},
	];
}

function nodeObstacles(node: Node, isHeading: boolean): readonly Obstacle[] {
	if (node.kind === "content" || node.kind === "artifact")
		return marksOf(node).flatMap((mark) => markObstacles(mark, isHeading));
	const inside =
		isHeading || (node.kind === "element" && HEADINGS.has(node.tag));
	return node.children.flatMap((child) => nodeObstacles(child, inside));
}

export const obstaclesOf = (page: Page): readonly Obstacle[] =>
	page.nodes.flatMap((node) => nodeObstacles(node, false));

const near = (
	at: Pt,
	obstacles: readonly Obstacle[],
	axis: "x" | "y",
	distance: Pt,
): readonly Obstacle[] =>
	obstacles.filter((obstacle) => {
		const { from, to } = obstacle[axis];
		return at > from - distance && at < to + distance;
	});

/** The best place between two limits, nearest to the middle of those that cut least. */
export function findSeam(
	limits: Span,
	middle: Pt,
	obstacles: readonly Obstacle[],
	axis: "x" | "y",
): Seam {
	let best: Seam = { at: middle, cuts: [] };
	let least = Number.POSITIVE_INFINITY;
	const steps = Math.floor((limits.to - limits.from) / STEP);
	for (let step = 0; step <= steps; step++) {
		const at = limits.from + step * STEP;
		const touched = near(at, obstacles, axis, CLEARANCE);
		const cuts = near(at, touched, axis, BLADE).filter(
			({ kind }) => kind !== "letter",
		);
		let cost = Math.abs(at - middle) / mm(1) + touched.length * WEIGHT.letter;
		for (const { kind } of cuts) cost += WEIGHT[kind];
		if (cost >= least) continue;
		least = cost;
		best = { at, cuts };
	}
	return best;
}
