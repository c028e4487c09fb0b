/**
 * The metadata packet: what the file is, in a form archives read. It claims
 * PDF/A-3a and PDF/UA-1; the second needs its schema described to the first.
 */

export interface Metadata {
	readonly title: string;
	readonly author: string;
	readonly language: string;
	readonly program: string;
	readonly date: Date;
	/** Inks of a press without their profile: no archive, only accessible. */
	readonly forPress?: boolean;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const NAMESPACES: readonly (readonly [string, string])[] = [
	["dc", "http://purl.org/dc/elements/1.1/"],
	["xmp", "http://ns.adobe.com/xap/1.0/"],
	["pdf", "http://ns.adobe.com/pdf/1.3/"],
	["pdfaid", "http://www.aiim.org/pdfa/ns/id/"],
	["pdfuaid", "http://www.aiim.org/pdfua/ns/id/"],
	["pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"],
	["pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"],
	["pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"],
];

/** The packet as UTF-8. */
export function xmpPacket(metadata: Metadata): Uint8Array {
	const { title, author, language, program } = metadata;
	const date = xmpDate(metadata.date);
	const names = NAMESPACES.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
	const packet = [
		'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
		'<x:xmpmeta xmlns:x="adobe:ns:meta/">',
		`<rdf:RDF xmlns:rdf="${RDF}">`,
		`<rdf:Description rdf:about="" ${names.join(" ")}>`,
		element("dc:format", "application/pdf"),
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`,
		`<dc:creator><rdf:Seq>${element("rdf:li", author)}</rdf:Seq></dc:creator>`,
		`<dc:language><rdf:Bag>${element("rdf:li", language)}</rdf:Bag></dc:language>`,
		element("xmp:CreateDate", date),
		element("xmp:ModifyDate", date),
		element("xmp:MetadataDate", date),
		element("xmp:CreatorTool", program),
		element("pdf:Producer", program),
		...(metadata.forPress
			? []
			: [element("pdfaid:part", "3"), element("pdfaid:conformance", "A")]),
		element("pdfuaid:part", "1"),
		PDFUA_SCHEMA,
		"</rdf:Description>",
		"</rdf:RDF>",
		"</x:xmpmeta>",
		'<?xpacket end="r"?>',
	].join("\n");
	return new TextEncoder().encode(packet);
}

const element = (name: string, text: string): string =>
	`<${name}>${escapeXml(text)}</${name}>`;

/** Text for an element or attribute; what XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
	text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/"/g, "&quot;");

/** Whole seconds, as in the PDF's own dates. */
const xmpDate = (date: Date): string =>
	date.toISOString().replace(/\.\d+Z$/, "Z");

const PDFUA_SCHEMA = [
	"<pdfaExtension:schemas><rdf:Bag>",
	'<rdf:li rdf:parseType="Resource">',
	element("pdfaSchema:schema", "PDF/UA identification"),
	element("pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/"),
	element("pdfaSchema:prefix", "pdfuaid"),
	"<pdfaSchema:property><rdf:Seq>",
	'<rdf:li rdf:parseType="Resource">',
	element("pdfaProperty:name", "part"),
	element("pdfaProperty:valueType", "Integer"),
	element("pdfaProperty:category", "internal"),
	element("pdfaProperty:description", "Part of ISO 14289"),
	"</rdf:li>",
	"</rdf:Seq></pdfaSchema:property>",
	"</rdf:li>",
	"</rdf:Bag></pdfaExtension:schemas>",
].join("\n");
