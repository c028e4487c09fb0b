import { textOf } from "../../../pdf-reader/values.ts";
import { readPacket } from "../packet.ts";
import type { ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, found } from "../rule.ts";
import { type Element, propertyOf } from "../xml.ts";

/** The metadata packet is there and can be read. */
export const xmp: BytesRule = ({ file }) => {
	const { text, xml } = readPacket(file);
	if (text.trim() === "") return [found("proof/xmp", { near: "" })];
	return xml.kind === "wrong" ? [found("proof/xmp", { near: xml.near })] : [];
};

const readable = ({ file }: ProofedPdf): Element | null => {
	const { xml } = readPacket(file);
	return xml.kind === "element" ? xml.element : null;
};

/** What the file says it is: for archives, and for everyone. */
export const xmpClaim: BytesRule = (pdf) => {
	const packet = readable(pdf);
	// One that cannot be read is found already.
	if (packet === null) return [];
	const says = (name: string, value: string): boolean =>
		propertyOf(packet, name)?.toUpperCase() === value;
	return [
		...(says("pdfuaid:part", "1")
			? []
			: [found("proof/xmp-claim", { standard: "PDF/UA-1" })]),
		// A printing house wants inks, an archive colours: no file can be both.
		...(pdf.forPress ||
		(says("pdfaid:part", "3") && says("pdfaid:conformance", "A"))
			? []
			: [found("proof/xmp-claim", { standard: "PDF/A-3a" })]),
	];
};

const FIELDS = [
	["Title", "dc:title"],
	["Author", "dc:creator"],
	["Producer", "pdf:Producer"],
	["Creator", "xmp:CreatorTool"],
	["CreationDate", "xmp:CreateDate"],
	["ModDate", "xmp:ModifyDate"],
] as const;

const DATE =
	/^(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(?:Z.*|([+-])(\d\d)[':]?(\d\d)?'?)?$/;

/** One moment in both spellings; what is no date stays as it is. */
function moment(text: string): string {
	const match = DATE.exec(text);
	if (match === null) return text;
	const [, y, mo, d, h, mi, s, sign, zh, zm] = match;
	const n = (part: string | undefined, otherwise: number): number =>
		part === undefined ? otherwise : Number(part);
	const local = Date.UTC(
		n(y, 0),
		n(mo, 1) - 1,
		n(d, 1),
		n(h, 0),
		n(mi, 0),
		n(s, 0),
	);
	const zone = (n(zh, 0) * 60 + n(zm, 0)) * 60_000;
	return String(sign === "-" ? local + zone : local - zone);
}

/** The two places that say who made the file and when agree. */
export const xmpInfo: BytesRule = (pdf) => {
	const { file, info } = pdf;
	const packet = readable(pdf);
	if (packet === null) return [];
	return FIELDS.flatMap(([key, name]) => {
		const typed = textOf(file.field(info, key));
		if (typed === null) return [];
		const said = propertyOf(packet, name) ?? "";
		const same = key.endsWith("Date")
			? moment(typed) === moment(said)
			: typed.trim() === said;
		return same
			? []
			: [found("proof/xmp-info", { field: key, info: typed, xmp: said })];
	});
};
