/** The metadata packet, read once for all rules about it. */
import { packetOf } from "../../pdf-reader/maker.ts";
import type { PdfFile } from "../../pdf-reader/open-pdf.ts";
import { readXml, type Xml } from "./xml.ts";

export interface Packet {
	/** "" when there is none. */
	readonly text: string;
	readonly xml: Xml;
}

const known = new WeakMap<PdfFile, Packet>();

export function readPacket(file: PdfFile): Packet {
	const before = known.get(file);
	if (before !== undefined) return before;
	const text = packetOf(file);
	const packet = { text, xml: readXml(text) };
	known.set(file, packet);
	return packet;
}
