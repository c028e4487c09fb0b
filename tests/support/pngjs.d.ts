/** What we use of pngjs 7.0.0. */
declare module "pngjs" {
	export const PNG: {
		readonly sync: {
			/** Red, green, blue, opacity for every pixel, whatever the file holds. */
			read(bytes: Uint8Array): {
				readonly width: number;
				readonly height: number;
				readonly data: Uint8Array;
			};
		};
	};
}
