/** The notice that a PDF of bangtin carries. */
import { attachmentsOf } from "../pdf-reader/attachments.ts";
import { isBangtins } from "../pdf-reader/maker.ts";
import { openPdf } from "../pdf-reader/open-pdf.ts";
import type { OpenedFile } from "./protocol.ts";

const NOTICE = /\.ya?ml$/iu;

export function noticeInPdf(pdf: Uint8Array): OpenedFile {
	const file = openPdf(pdf);
	if (file === null) return { kind: "none", why: "not-pdf" };
	const carried = attachmentsOf(file);
	if (file.trouble.has("encrypted")) return { kind: "none", why: "encrypted" };
	const notice = carried.find(
		({ name, relationship }) => relationship === "Source" && NOTICE.test(name),
	);
	if (!isBangtins(file) || notice === undefined)
		return { kind: "none", why: "foreign" };
	const { name, bytes } = notice;
	return bytes === null
		? { kind: "none", why: "damaged" }
		: { kind: "notice", name: name.split(/[/\\]/u).at(-1) ?? name, bytes };
}
