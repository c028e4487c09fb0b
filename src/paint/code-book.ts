/**
 * The codes of one document, each a form of its own: all villages' sheets show
 * the same ones, wherever the page has room for them.
 */
import type { PDFReference } from "pdfkit";
import type { CodeMark } from "../layout/sheet.ts";
import { moduleOperators } from "./draw-code.ts";
import type { BangtinPdf } from "./pdf-document.ts";

interface Form {
	readonly resource: string;
	readonly reference: PDFReference;
}

/** In modules: a form that ended with its ink would cut through softened edges. */
const MARGIN = 1;

/** Layout gives the same matrix for the same address. */
const drawn = new WeakMap<Uint8Array, Uint8Array>();

function drawingOf({ matrix, modules }: CodeMark): Uint8Array {
	const known = drawn.get(matrix);
	if (known !== undefined) return known;
	const bytes = new TextEncoder().encode(moduleOperators(matrix, modules));
	drawn.set(matrix, bytes);
	return bytes;
}

export class CodeBook {
	readonly #pdf: BangtinPdf;
	readonly #forms = new Map<Uint8Array, Form>();

	constructor(pdf: BangtinPdf) {
		this.#pdf = pdf;
	}

	/** The name of a code's modules on the current page. */
	use(code: CodeMark): string {
		const form = this.#forms.get(code.matrix) ?? this.#embed(code);
		this.#forms.set(code.matrix, form);
		this.#pdf.page.xobjects[form.resource] ??= form.reference;
		return form.resource;
	}

	#embed(code: CodeMark): Form {
		const [from, to] = [-MARGIN, code.modules + MARGIN];
		const reference = this.#pdf.sharedRef({
			Type: "XObject",
			Subtype: "Form",
			BBox: [from, from, to, to],
			Resources: {},
		});
		reference.end(drawingOf(code));
		return { resource: `Qr${this.#forms.size + 1}`, reference };
	}
}
