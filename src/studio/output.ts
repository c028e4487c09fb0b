/** What leaves the page: files, pictures, paper. */
import { h } from "./dom.ts";
import type { Preview } from "./preview.ts";

export function download(bytes: Uint8Array, name: string, type: string): void {
	const blob = new Blob([Uint8Array.from(bytes)], { type });
	const address = URL.createObjectURL(blob);
	const link = h("a", { href: address, download: name });
	link.click();
	window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The sheet of rules that says how large the paper is. */
const paper = new CSSStyleSheet();

export function printPages(preview: Preview): void {
	const size = preview.size();
	if (size === null) return;
	const [width, height] = [`${size.width}pt`, `${size.height}pt`];
	paper.replaceSync(
		`@page { size: ${width} ${height}; margin: 0 }
		@media print { .page { width: ${width} !important; height: ${height} !important } }`,
	);
	if (!document.adoptedStyleSheets.includes(paper))
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
	window.print();
}

async function draw(
	preview: Preview,
	page: number,
	width: number,
): Promise<HTMLCanvasElement | null> {
	const file = preview.file(page);
	const size = preview.size();
	if (file === null || size === null) return null;
	const address = URL.createObjectURL(
		new Blob([file], { type: "image/svg+xml" }),
	);
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const height = Math.round((width * size.height) / size.width);
		const canvas = h("canvas", { width, height });
		canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
		return canvas;
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** Wide enough to be read on a telephone, small enough to be sent. */
const PNG_WIDTH = 1654;

export async function pngOf(
	preview: Preview,
	page: number,
): Promise<Uint8Array | null> {
	const canvas = await draw(preview, page, PNG_WIDTH);
	const blob = await new Promise<Blob | null>((resolve) => {
		if (canvas === null) resolve(null);
		else canvas.toBlob(resolve, "image/png");
	});
	return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}
