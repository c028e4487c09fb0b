/** The encoder inside qrcode 1.5.4, without its renderers. */
declare module "qrcode/lib/core/qrcode.js" {
	export interface Segment {
		readonly data: Uint8Array;
		readonly mode: "byte";
	}

	export interface Options {
		readonly errorCorrectionLevel: "L" | "M" | "Q" | "H";
	}

	export interface QrCode {
		readonly version: number;
		readonly maskPattern: number;
		/** Row-major, 1 is dark. */
		readonly modules: { readonly size: number; readonly data: Uint8Array };
	}

	const core: {
		create(segments: readonly Segment[], options: Options): QrCode;
	};
	export default core;
}
