/** The images of one document: each is written once, however often it is shown. */
import type { PDFReference } from "pdfkit";
import type { Picture } from "../layout/sheet.ts";
import { samplesOf } from "./colours.ts";
import type { Palette } from "./operators.ts";
import type { BangtinPdf } from "./pdf-document.ts";

interface Image {
	readonly resource: string;
	readonly reference: PDFReference;
}

export class PictureBook {
	readonly #pdf: BangtinPdf;
	readonly #palette: Palette;
	readonly #images = new Map<Picture, Image>();

	constructor(pdf: BangtinPdf, palette: Palette) {
		this.#pdf = pdf;
		this.#palette = palette;
	}

	/** The name of a picture's pixels on the current page; null for a drawing. */
	use(picture: Picture): string | null {
		if (picture.kind === "drawing") return null;
		const image = this.#images.get(picture) ?? this.#embed(picture);
		this.#images.set(picture, image);
		this.#pdf.page.xobjects[image.resource] ??= image.reference;
		return image.resource;
	}

	#embed({ width, height, rgb }: Extract<Picture, { kind: "pixels" }>): Image {
		const { space, bytes } = samplesOf(rgb, this.#palette.pictures);
		const reference = this.#pdf.ref({
			Type: "XObject",
			Subtype: "Image",
			Width: width,
			Height: height,
			ColorSpace: space,
			BitsPerComponent: 8,
		});
		reference.end(bytes);
		return { resource: `Im${this.#images.size + 1}`, reference };
	}
}
