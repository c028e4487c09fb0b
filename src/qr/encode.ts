/** Addresses to QR codes (ISO/IEC 18004): which modules are dark. */
import core from "qrcode/lib/core/qrcode.js";

/** Part of the code that may be lost: M 15 %, Q 25 % of its codewords. */
export type QrLevel = "M" | "Q";

export interface QrMatrix {
	/** Modules a side: 17 + 4 × version, without the quiet zone. */
	readonly size: number;
	/** 1 to 40. */
	readonly version: number;
	/** Row-major, 1 is dark. */
	readonly matrix: Uint8Array;
}

/** Clear modules that must surround a code. */
export const QUIET_ZONE = 4;

/**
 * The smallest code that holds the address, as bytes of UTF-8: every reader
 * knows that mode. Throws when it is too long for any version.
 */
export function encodeQr(url: string, level: QrLevel): QrMatrix {
	const data = new TextEncoder().encode(url);
	const code = core.create([{ data, mode: "byte" }], {
		errorCorrectionLevel: level,
	});
	return {
		size: code.modules.size,
		version: code.version,
		matrix: Uint8Array.from(code.modules.data),
	};
}
