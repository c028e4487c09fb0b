/**
 * What PDF/A-3a and PDF/UA-1 ask for besides what has a rule of its own; the
 * clauses are of ISO 19005-3 and ISO 14289-1.
 */
import type { MessageParams } from "../../../messages/codes.ts";
import { specificationsOf } from "../../../pdf-reader/attachments.ts";
import {
	asDict,
	asKind,
	asName,
	asNumber,
	itemsOf,
	latin1,
	type PdfDict,
	type PdfValue,
	textOf,
} from "../../../pdf-reader/values.ts";
import { readPacket } from "../packet.ts";
import type { ProofedPdf } from "../proofed-pdf.ts";
import { type BytesRule, found } from "../rule.ts";
import { propertyOf } from "../xml.ts";

type What = MessageParams["proof/standard"]["what"];

const told = (what: What, holds: boolean): readonly What[] =>
	holds ? [] : [what];

/** Several checks go through them all. */
const known = new WeakMap<ProofedPdf, readonly PdfDict[]>();

/** Every object of the file, streams by their dictionaries. */
function dictsOf(pdf: ProofedPdf): readonly PdfDict[] {
	const before = known.get(pdf);
	if (before !== undefined) return before;
	const { file } = pdf;
	const dicts = file.ids.flatMap(
		(id) => asDict(file.get({ kind: "ref", id, generation: 0 })) ?? [],
	);
	known.set(pdf, dicts);
	return dicts;
}

const HEADER = /^%PDF-1\.[0-7]\r?\n?%[\x80-\xff]{4}/;
const FOOTER = /%%EOF(?:\r\n|\r|\n)?$/;

/** 6.1.2, 6.1.3: programs tell from these that the file is binary, and whole. */
const ends = ({ file: { bytes } }: ProofedPdf): readonly What[] => [
	...told("header", HEADER.test(latin1(bytes.subarray(0, 32)))),
	...told("footer", FOOTER.test(latin1(bytes.subarray(-16)))),
];

/** 6.1.7: nothing lies outside of the file, nor in a packing that had an owner. */
const streams = (pdf: ProofedPdf): readonly What[] => {
	const { file } = pdf;
	const isForeign = (dict: PdfDict): boolean => {
		const filter = file.field(dict, "Filter");
		const names = [filter, ...itemsOf(filter)].map((v) => asName(file.get(v)));
		return names.some((name) => name === "LZWDecode" || name === "Crypt");
	};
	const dicts = file.ids.flatMap(
		(id) =>
			asKind(file.get({ kind: "ref", id, generation: 0 }), "stream")?.dict ??
			[],
	);
	return [
		...told("packing", !dicts.some(isForeign)),
		...told("outside", !dicts.some((dict) => dict.entries.has("F"))),
	];
};

const DEVICE_CLASSES = ["mntr", "prtr", "scnr", "spac"];
const SPACES: Readonly<Record<string, number>> = {
	GRAY: 1,
	"RGB ": 3,
	CMYK: 4,
};

/** 6.2.3: an ICC profile of a version before 5, of as many colours as it says. */
const profile = ({ file, catalog }: ProofedPdf): readonly What[] =>
	itemsOf(file.field(catalog, "OutputIntents")).flatMap((intent) => {
		const stream = asKind(file.field(intent, "DestOutputProfile"), "stream");
		if (stream === null) return [];
		const { bytes } = file.decode(stream);
		const at = (from: number): string => latin1(bytes.subarray(from, from + 4));
		return told(
			"profile",
			at(36) === "acsp" &&
				(bytes[8] ?? 9) < 5 &&
				DEVICE_CLASSES.includes(at(12)) &&
				SPACES[at(16)] === asNumber(file.field(stream, "N")),
		);
	});

/** 6.6.2: the packet as archives read it; 7.1 of PDF/UA asks for its title. */
const packet = ({ file }: ProofedPdf): readonly What[] => {
	const { text, xml } = readPacket(file);
	if (xml.kind === "wrong") return [];
	const said = (name: string) => propertyOf(xml.element, name);
	const claims = said("pdfaid:part") !== null;
	const describes = text.includes("http://www.aiim.org/pdfa/ns/schema#");
	return [
		...told("packet-head", !/<\?xpacket[^>]*(?:bytes|encoding)=/.test(text)),
		...told("packet-title", (said("dc:title") ?? "") !== ""),
		...told(
			"packet-schema",
			!claims || said("pdfuaid:part") === null || describes,
		),
	];
};

/** Actions that only lead to a place. */
const ACTIONS = [
	"GoTo",
	"GoToR",
	"GoToE",
	"Thread",
	"URI",
	"Named",
	"SubmitForm",
];
const NAMED = ["NextPage", "PrevPage", "FirstPage", "LastPage"];

/** 6.5: a notice does nothing by itself. */
const actions = (pdf: ProofedPdf): readonly What[] => {
	const { file, catalog } = pdf;
	const runs = (action: PdfValue): boolean => {
		const kind = asName(file.field(action, "S"));
		return (
			kind !== null &&
			(!ACTIONS.includes(kind) ||
				(kind === "Named" &&
					!NAMED.includes(asName(file.field(action, "N")) ?? "")))
		);
	};
	const starts = [file.field(catalog, "OpenAction")];
	const dicts = dictsOf(pdf);
	return told(
		"action",
		!dicts.some(
			(dict) => dict.entries.has("AA") || runs(file.get(dict.entries.get("A"))),
		) &&
			!starts.some(runs) &&
			file.field(file.field(catalog, "Names"), "JavaScript") === null,
	);
};

/** 6.4: no form that draws itself, or is not a PDF's. */
const forms = ({ file, catalog }: ProofedPdf): readonly What[] => {
	const form = file.field(catalog, "AcroForm");
	return told(
		"form",
		file.field(form, "XFA") === null &&
			file.field(form, "NeedAppearances") !== true,
	);
};

/** 6.9: layers have names, and do not come and go by themselves. */
const layers = ({ file, catalog }: ProofedPdf): readonly What[] => {
	const all = file.field(catalog, "OCProperties");
	if (all === null) return [];
	const ways = [
		file.field(all, "D"),
		...itemsOf(file.field(all, "Configs")).map((way) => file.get(way)),
	];
	return told(
		"layer",
		ways.every(
			(way) =>
				(textOf(file.field(way, "Name")) ?? "") !== "" &&
				file.field(way, "AS") === null,
		),
	);
};

const ANNOTATIONS = [
	"Text",
	"Link",
	"FreeText",
	"Line",
	"Square",
	"Circle",
	"Polygon",
	"PolyLine",
	"Highlight",
	"Underline",
	"Squiggly",
	"StrikeOut",
	"Stamp",
	"Caret",
	"Ink",
	"Popup",
	"FileAttachment",
	"Widget",
	"PrinterMark",
	"Watermark",
	"Redact",
];
const PRINTED = 4;
/** Invisible, hidden, not on screens, or only now and then. */
const UNSEEN = 1 | 2 | 32 | 256;

/** 6.3: what lies on the page is printed with it. */
const annotations = ({ file, pages }: ProofedPdf): readonly What[] =>
	pages
		.flatMap(({ dict }) => itemsOf(file.field(dict, "Annots")))
		.flatMap((item) => {
			const kind = asName(file.field(item, "Subtype")) ?? "";
			const flags = asNumber(file.field(item, "F")) ?? 0;
			const isPrinted = (flags & PRINTED) !== 0 && (flags & UNSEEN) === 0;
			return [
				...told("annotation-kind", ANNOTATIONS.includes(kind)),
				...told("annotation-flags", kind === "Popup" || isPrinted),
			];
		});

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** 6.8: a file inside has its name, its kind, and what it is to the whole. */
const attachments = (pdf: ProofedPdf): readonly What[] => {
	const { file } = pdf;
	const dicts = dictsOf(pdf);
	const associated = new Set(
		dicts.flatMap((dict) => {
			const listed = file.get(dict.entries.get("AF"));
			return [listed, ...itemsOf(listed).map((v) => file.get(v))];
		}),
	);
	return specificationsOf(file).flatMap((dict) => {
		const embedded = file.field(file.field(dict, "EF"), "F");
		const names = ["F", "UF"].map((key) => textOf(file.field(dict, key)));
		return [
			...told(
				"attachment-name",
				names.every((name) => (name ?? "") !== ""),
			),
			...told(
				"attachment-kind",
				MEDIA_TYPE.test(asName(file.field(embedded, "Subtype")) ?? ""),
			),
			...told(
				"attachment-relation",
				asName(file.field(dict, "AFRelationship")) !== null &&
					associated.has(dict),
			),
		];
	});
};

/** 6.2.8: no picture that viewers smooth or swap as they like. */
const pictures = (pdf: ProofedPdf): readonly What[] =>
	told(
		"picture",
		!dictsOf(pdf).some(
			(dict) =>
				asName(dict.entries.get("Subtype") ?? null) === "Image" &&
				(dict.entries.get("Interpolate") === true ||
					dict.entries.has("Alternates") ||
					dict.entries.has("OPI")),
		),
	);

/** 6.2.11: how codes become glyphs is said, for all that are used. */
const fontTables = (pdf: ProofedPdf): readonly What[] => {
	const { file } = pdf;
	return dictsOf(pdf)
		.filter((dict) =>
			/^CIDFontType/.test(asName(file.field(dict, "Subtype")) ?? ""),
		)
		.flatMap((dict) => {
			const isTrueType = asName(file.field(dict, "Subtype")) === "CIDFontType2";
			const map = file.field(dict, "CIDToGIDMap");
			const isSaid =
				asName(map) === "Identity" || asKind(map, "stream") !== null;
			const descriptor = file.field(dict, "FontDescriptor");
			const set = asKind(file.field(descriptor, "CIDSet"), "stream");
			const bits = set === null ? null : file.decode(set).bytes;
			const name = asName(file.field(dict, "BaseFont")) ?? "";
			const isListed = (cid: number): boolean =>
				((bits?.[cid >> 3] ?? 0) & (128 >> (cid & 7))) !== 0;
			const areListed =
				bits === null ||
				pdf.pages.every(({ content }) =>
					content.marks.every(
						(mark) =>
							mark.kind !== "text" ||
							mark.font.name !== name ||
							mark.glyphs.every(({ code }) => isListed(code)),
					),
				);
			return [
				...told("font-map", !isTrueType || isSaid),
				...told("font-set", areListed),
			];
		});
};

/** 6.2.11.7.3: letters of nobody but the font's maker have their words beside them. */
const privateLetters = ({ pages, file }: ProofedPdf): readonly What[] =>
	told(
		"private-letter",
		pages.every((page) =>
			page.content.marks.every((mark) => {
				if (mark.kind !== "text" || !/[\ue000-\uf8ff]/.test(mark.text))
					return true;
				const tag = page.tagOf(mark);
				return tag !== null && file.field(tag.dict, "ActualText") !== null;
			}),
		),
	);

const TYPES = new Set(
	"Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split(
		" ",
	),
);

/** 7.1, 7.4, 7.9 of PDF/UA: tags are those that readers know. */
const tags = ({ file, catalog, tree }: ProofedPdf): readonly What[] => {
	const all = tree?.tags ?? [];
	const roles = asDict(
		file.field(file.field(catalog, "StructTreeRoot"), "RoleMap"),
	);
	const notes = all.filter(({ type }) => type === "Note");
	const ids = notes.map(({ dict }) => textOf(file.field(dict, "ID")) ?? "");
	const types = new Set(all.map(({ type }) => type));
	return [
		...told(
			"suspects",
			file.field(file.field(catalog, "MarkInfo"), "Suspects") !== true,
		),
		...told(
			"tag-type",
			[...types].every((type) => TYPES.has(type)),
		),
		...told(
			"tag-role",
			![...(roles?.entries.keys() ?? [])].some((name) => TYPES.has(name)),
		),
		...told("note-id", !ids.includes("") && new Set(ids).size === ids.length),
		...told(
			"heading-kinds",
			!types.has("H") || ![...types].some((type) => /^H[1-6]$/.test(type)),
		),
	];
};

/** 7.17 of PDF/UA: who cannot leaf through goes by the bookmarks. */
const bookmarks = ({ file, catalog, pages }: ProofedPdf): readonly What[] =>
	told(
		"bookmarks",
		pages.length < 2 ||
			asDict(file.field(file.field(catalog, "Outlines"), "First")) !== null,
	);

const CHECKS: readonly ((pdf: ProofedPdf) => readonly What[])[] = [
	ends,
	streams,
	profile,
	packet,
	actions,
	forms,
	layers,
	annotations,
	attachments,
	pictures,
	fontTables,
	privateLetters,
	tags,
	bookmarks,
];

/** Each kind of fault once. */
export const standards: BytesRule = (pdf) =>
	[...new Set(CHECKS.flatMap((check) => check(pdf)))].map((what) =>
		found("proof/standard", { what }),
	);
