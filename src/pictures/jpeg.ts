import { decode } from "jpeg-js";
import type { Picture } from "../model/picture.ts";
import { broken, type Fault, reasonOf, sizeFault } from "./fault.ts";

const MEGABYTES = 512;

export function readJpeg(bytes: Uint8Array): Picture | Fault {
	const frame = frameOf(bytes);
	if (frame === null) return broken("no frame");
	const { width, height, parts } = frame;
	const fault = sizeFault(width, height);
	if (fault !== null) return fault;
	// Four inks, of which every program inverts others.
	if (parts === 4) return { code: "pictures/cmyk", params: {} };
	try {
		const { data } = decode(bytes, {
			useTArray: true,
			formatAsRGBA: false,
			tolerantDecoding: false,
			maxMemoryUsageInMB: MEGABYTES,
		});
		return { kind: "pixels", width, height, rgb: data };
	} catch (error) {
		return broken(reasonOf(error));
	}
}

interface Frame {
	readonly width: number;
	readonly height: number;
	/** Colours a pixel is made of. */
	readonly parts: number;
}

/** Start of frame, baseline to progressive; the others are tables. ITU-T T.81, table B.1. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 &&
	marker <= 0xcf &&
	marker !== 0xc4 &&
	marker !== 0xc8 &&
	marker !== 0xcc;

function frameOf(bytes: Uint8Array): Frame | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	let at = 2;
	while (at + 10 <= bytes.length) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (isFrame(marker))
			return {
				height: view.getUint16(at + 5),
				width: view.getUint16(at + 7),
				parts: view.getUint8(at + 9),
			};
		// Filling between segments is 0xff again.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return null;
}
