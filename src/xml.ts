/** XML by its local names, in order: for files that others wrote. */
import { Parser } from "saxen";

export interface XmlTag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlVisitor {
	readonly open?: (tag: XmlTag) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Throws on what is no XML. An empty file has nothing to visit. */
export function walkXml(xml: string, { open, close, text }: XmlVisitor): void {
	const parser = new Parser();
	parser.on("openTag", (name, attributes, decode) => {
		const own = Object.entries(attributes()).map(([key, value]) => [
			localName(key),
			decode(value),
		]);
		open?.({ name: localName(name), attributes: Object.fromEntries(own) });
	});
	parser.on("closeTag", (name) => close?.(localName(name)));
	parser.on("text", (said, decode) => text?.(decode(said)));
	parser.on("cdata", (said) => text?.(said));
	parser.on("error", (error) => {
		throw error;
	});
	if (xml !== "") parser.parse(xml);
}
