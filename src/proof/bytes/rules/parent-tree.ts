import type { Diagnostic } from "../../../diagnostics.ts";
import type { MessageParams } from "../../../messages/codes.ts";
import { asDict, asNumber, itemsOf } from "../../../pdf-reader/values.ts";
import type { ProofedPage, ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, foundOn } from "../rule.ts";
import type { Tag } from "../tag-tree.ts";

type What = MessageParams["proof/parent-tree"]["what"];

/** The tags that claim each piece of a page. */
function claimsOn({ id }: ProofedPage, { tree }: ProofedPdf) {
	const claims = new Map<number, Tag[]>();
	for (const tag of tree?.tags ?? [])
		for (const kid of tag.kids) {
			if (kid.kind !== "content" || kid.page !== id) continue;
			const known = claims.get(kid.mcid);
			if (known === undefined) claims.set(kid.mcid, [tag]);
			else known.push(tag);
		}
	return claims;
}

function faultsOn(page: ProofedPage, pdf: ProofedPdf): readonly Diagnostic[] {
	const { file, tree } = pdf;
	const claims = claimsOn(page, pdf);
	const key = asNumber(file.field(page.dict, "StructParents"));
	const row = itemsOf(tree?.parents.get(key ?? Number.NaN) ?? null);
	const { mcids } = page.content;
	const whatIsWrong = (mcid: number): What | null => {
		const tags = claims.get(mcid) ?? [];
		const [tag] = tags;
		if (tag === undefined) return "orphan";
		const isTwice = mcids.indexOf(mcid) !== mcids.lastIndexOf(mcid);
		if (tags.length > 1 || isTwice) return "twice";
		if (!mcids.includes(mcid)) return "empty";
		return asDict(file.get(row[mcid])) === tag.dict ? null : "wrong";
	};
	const all = [...new Set([...mcids, ...claims.keys()])];
	return all.flatMap((mcid) => {
		const what = whatIsWrong(mcid);
		return what === null
			? []
			: [foundOn(page, null, "proof/parent-tree", { mcid, what })];
	});
}

/** Every piece belongs to one tag, and is led back to it; one finding a page. */
export const parentTree: BytesRule = (pdf) =>
	pdf.tree === null
		? []
		: pdf.pages.flatMap((page) => faultsOn(page, pdf).slice(0, 1));
