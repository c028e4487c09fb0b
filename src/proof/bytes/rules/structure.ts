import type { Diagnostic } from "../../../diagnostics.ts";
import {
	asName,
	asNumber,
	itemsOf,
	textOf,
} from "../../../pdf-reader/values.ts";
import type { ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, found, foundOn } from "../rule.ts";
import { attributeOf, type Tag, tagsIn, within } from "../tag-tree.ts";

/** The page a tag is on, for the finding. */
function about(
	{ pages }: ProofedPdf,
	tag: Tag,
	make: (page: { readonly number: number }) => Diagnostic,
	otherwise: () => Diagnostic,
): Diagnostic {
	const page = pages.find(({ id }) => id !== null && id === tag.page);
	return page === undefined ? otherwise() : make(page);
}

const ofType = ({ tree }: ProofedPdf, type: string): readonly Tag[] =>
	tree?.tags.filter((tag) => tag.type === type) ?? [];

/** The first heading is of level 1, and none skips a level downwards. */
export const headingOrder: BytesRule = (pdf) => {
	let before = 0;
	return (pdf.tree?.tags ?? []).flatMap((tag) => {
		const level = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0);
		if (level === 0) return [];
		const params = { before, after: level };
		const jumps = level > before + 1;
		before = level;
		if (!jumps) return [];
		return [
			about(
				pdf,
				tag,
				(page) => foundOn(page, null, "proof/heading-order", params),
				() => found("proof/heading-order", params),
			),
		];
	});
};

/** What may stand in what, and what stands nowhere else. */
interface Shapes {
	readonly inside: Readonly<Record<string, readonly string[]>>;
	readonly only: Readonly<Record<string, readonly string[]>>;
}

const LIST: Shapes = {
	inside: { L: ["LI", "L", "Caption"], LI: ["Lbl", "LBody"] },
	only: { LI: ["L"], LBody: ["LI"] },
};
const ROWS = ["Table", "THead", "TBody", "TFoot"];
const TABLE: Shapes = {
	inside: {
		Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
		THead: ["TR"],
		TBody: ["TR"],
		TFoot: ["TR"],
		TR: ["TH", "TD"],
	},
	only: {
		TR: ROWS,
		THead: ["Table"],
		TBody: ["Table"],
		TFoot: ["Table"],
		TH: ["TR"],
		TD: ["TR"],
	},
};

interface Misfit {
	readonly tag: Tag;
	readonly parent: string;
	readonly child: string;
}

/** Tags where they may not stand, and content where only tags may. */
const misfits = (
	pdf: ProofedPdf,
	{ inside, only }: Shapes,
): readonly Misfit[] =>
	(pdf.tree?.tags ?? []).flatMap((tag): readonly Misfit[] => {
		const allowed = inside[tag.type];
		const loose =
			allowed !== undefined && tag.kids.some(({ kind }) => kind === "content");
		const bad = tagsIn(tag).filter(
			({ type }) =>
				allowed?.includes(type) === false ||
				only[type]?.includes(tag.type) === false,
		);
		return [
			...bad.map((child) => ({
				tag: child,
				parent: tag.type,
				child: child.type,
			})),
			...(loose ? [{ tag, parent: tag.type, child: "…" }] : []),
		];
	});

/** L of LI, LI of a label and a body. */
export const listShape: BytesRule = (pdf) =>
	[
		...misfits(pdf, LIST),
		...ofType(pdf, "LI")
			.filter((item) => !tagsIn(item).some(({ type }) => type === "LBody"))
			.map((item): Misfit => ({ tag: item, parent: "LI", child: "…" })),
	]
		.slice(0, 1)
		.map(({ tag, parent, child }) =>
			about(
				pdf,
				tag,
				(page) => foundOn(page, null, "proof/list-shape", { parent, child }),
				() => found("proof/list-shape", { parent, child }),
			),
		);

/** Table of TR, TR of TH and TD. */
export const tableShape: BytesRule = (pdf) =>
	misfits(pdf, TABLE)
		.slice(0, 1)
		.map(({ tag, parent, child }) =>
			about(
				pdf,
				tag,
				(page) => foundOn(page, null, "proof/table-shape", { parent, child }),
				() => found("proof/table-shape", { parent, child }),
			),
		);

/** Header cells say what they head. */
export const tableScope: BytesRule = (pdf) =>
	ofType(pdf, "TH")
		.filter((cell) => {
			const scope = asName(attributeOf(pdf.file, cell, "Scope"));
			return scope !== "Column" && scope !== "Row" && scope !== "Both";
		})
		.slice(0, 1)
		.map((cell) =>
			about(
				pdf,
				cell,
				(page) => foundOn(page, null, "proof/table-scope", {}),
				() => found("proof/table-scope", {}),
			),
		);

const rowsOf = (tag: Tag): readonly Tag[] =>
	tagsIn(tag).flatMap((child) =>
		child.type === "TR" ? [child] : child.type === "Table" ? [] : rowsOf(child),
	);

/** All rows of a table have as many cells as its first. */
export const tableCells: BytesRule = (pdf) =>
	ofType(pdf, "Table").flatMap((table) => {
		const rows = rowsOf(table);
		const cells = rows.flatMap(tagsIn);
		const spansRows = cells.some(
			(cell) => (asNumber(attributeOf(pdf.file, cell, "RowSpan")) ?? 1) > 1,
		);
		// Who spans rows makes counting a puzzle; we never do.
		if (spansRows) return [];
		const counts = rows.map((row) =>
			tagsIn(row).reduce(
				(sum, cell) =>
					sum + (asNumber(attributeOf(pdf.file, cell, "ColSpan")) ?? 1),
				0,
			),
		);
		const wanted = counts[0] ?? 0;
		return counts
			.filter((count) => count !== wanted)
			.slice(0, 1)
			.map((count) =>
				about(
					pdf,
					table,
					(page) =>
						foundOn(page, null, "proof/table-cells", { found: count, wanted }),
					() => found("proof/table-cells", { found: count, wanted }),
				),
			);
	});

/** What the picture says, for those who do not see it. */
export const figureAlt: BytesRule = (pdf) =>
	ofType(pdf, "Figure")
		.filter((figure) => {
			const alt = textOf(pdf.file.field(figure.dict, "Alt"));
			const actual = textOf(pdf.file.field(figure.dict, "ActualText"));
			return `${alt ?? ""}${actual ?? ""}`.trim() === "";
		})
		.slice(0, 1)
		.map((figure) =>
			about(
				pdf,
				figure,
				(page) => foundOn(page, null, "proof/figure-alt", {}),
				() => found("proof/figure-alt", {}),
			),
		);

/** Where the picture is. */
export const figureBox: BytesRule = (pdf) =>
	ofType(pdf, "Figure")
		.filter((figure) => within(figure.parent, "Figure") === null)
		.filter((figure) => {
			const sides = itemsOf(attributeOf(pdf.file, figure, "BBox")).map((side) =>
				asNumber(pdf.file.get(side)),
			);
			const [left, bottom, right, top] = sides;
			return (
				left == null ||
				bottom == null ||
				right == null ||
				top == null ||
				right <= left ||
				top <= bottom
			);
		})
		.slice(0, 1)
		.map((figure) =>
			about(
				pdf,
				figure,
				(page) => foundOn(page, null, "proof/figure-box", {}),
				() => found("proof/figure-box", {}),
			),
		);
