import type { MessageParams } from "../../../messages/codes.ts";
import {
	asDict,
	asName,
	asNumber,
	itemsOf,
	type PdfDict,
	textOf,
} from "../../../pdf-reader/values.ts";
import type { ProofedPage, ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, foundOn } from "../rule.ts";

type What = MessageParams["proof/link-tag"]["what"];

interface LinkOn {
	readonly page: ProofedPage;
	readonly annotation: PdfDict;
	readonly url: string;
}

export const linksOn = ({ file, pages }: ProofedPdf): readonly LinkOn[] =>
	pages.flatMap((page) =>
		itemsOf(file.field(page.dict, "Annots")).flatMap((item) => {
			const annotation = asDict(file.get(item));
			if (annotation === null) return [];
			if (asName(file.field(annotation, "Subtype")) !== "Link") return [];
			const action = file.field(annotation, "A");
			const url = textOf(file.field(action, "URI")) ?? "";
			return [{ page, annotation, url }];
		}),
	);

/** What a screen reader says of each link. */
export const linkWords: BytesRule = (pdf) =>
	linksOn(pdf)
		.filter(({ annotation }) => {
			const words = textOf(pdf.file.field(annotation, "Contents"));
			return (words ?? "").trim() === "";
		})
		.map(({ page, url }) => foundOn(page, null, "proof/link-words", { url }));

function whatIsWrong(
	{ file, tree }: ProofedPdf,
	{ page, annotation }: LinkOn,
): What | null {
	const objects = (tree?.tags ?? []).flatMap((tag) =>
		tag.kids.flatMap((kid) =>
			kid.kind === "object" && kid.object === annotation ? [{ tag, kid }] : [],
		),
	);
	const [only, second] = objects;
	if (only === undefined || second !== undefined) return "untagged";
	if (only.tag.type !== "Link" && only.tag.type !== "Annot") return "untagged";
	if (only.kid.page !== page.id) return "page";
	const key = asNumber(file.field(annotation, "StructParent"));
	const parent = tree?.parents.get(key ?? Number.NaN) ?? null;
	return asDict(parent) === only.tag.dict ? null : "parent";
}

/** Each link and its tag lead to each other, on the same page. */
export const linkTag: BytesRule = (pdf) =>
	pdf.tree === null
		? []
		: linksOn(pdf).flatMap((link) => {
				const what = whatIsWrong(pdf, link);
				const { page, url } = link;
				return what === null
					? []
					: [foundOn(page, null, "proof/link-tag", { url, what })];
			});
