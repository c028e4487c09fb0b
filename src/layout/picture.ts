/** A notice's own picture, made ready for its place: size, colours, sharpness. */
import type { Drawing, Logo, Picture, Pixels, Rgb } from "../model/picture.ts";
import type { Box, Pt } from "../units.ts";
import type { PictureMark } from "./sheet.ts";

const POINTS_PER_INCH = 72;
/** What office printers resolve in a picture; more only makes the file heavy. */
const MOST_PER_INCH = 300;

/** Made ready for a size and an ink once: trials of the fit place it again and again. */
const ready = new WeakMap<Picture, Map<string, Picture>>();

function readyFor(picture: Picture, width: Pt, ink: "full" | "saver"): Picture {
	const known = ready.get(picture) ?? new Map<string, Picture>();
	ready.set(picture, known);
	const pixels = Math.round((MOST_PER_INCH / POINTS_PER_INCH) * width);
	const key = `${ink} ${pixels}`;
	const made = known.get(key) ?? prepared(picture, pixels, ink);
	known.set(key, made);
	return made;
}

function prepared(
	picture: Picture,
	pixels: number,
	ink: "full" | "saver",
): Picture {
	const fine = fewerPixels(picture, pixels);
	return ink === "full" ? fine : inGray(fine);
}

/** As large as the box allows, in the middle of it. */
export function placePicture(
	{ picture, path }: Logo & { readonly picture: Picture },
	box: Box,
	ink: "full" | "saver",
): PictureMark {
	const scale = Math.min(
		box.width / picture.width,
		box.height / picture.height,
	);
	const width = picture.width * scale;
	const height = picture.height * scale;
	return {
		kind: "picture",
		x: box.x + (box.width - width) / 2,
		y: box.y + (box.height - height) / 2,
		width,
		height,
		picture: readyFor(picture, width, ink),
		path,
	};
}

/** Each new pixel is the mean of those it covers, parts of them counted as parts. */
function fewerPixels(picture: Picture, most: number): Picture {
	if (picture.kind === "drawing" || picture.width <= most) return picture;
	const width = Math.max(1, most);
	const height = Math.max(
		1,
		Math.round((picture.height * width) / picture.width),
	);
	if (height > picture.height) return picture;
	const columns = shares(picture.width, width);
	const rows = shares(picture.height, height);
	const rgb = new Uint8Array(width * height * 3);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			rgb.set(
				meanOf(picture, columns[x] ?? [], rows[y] ?? []),
				(y * width + x) * 3,
			);
	return { kind: "pixels", width, height, rgb };
}

/** Which old places a new one covers, and how much of each. */
type Shares = readonly (readonly [place: number, share: number])[];

function shares(from: number, to: number): readonly Shares[] {
	const step = from / to;
	return Array.from({ length: to }, (_, index) => {
		const start = index * step;
		const end = start + step;
		const first = Math.floor(start);
		const last = Math.min(from, Math.ceil(end - 1e-9));
		return Array.from(
			{ length: last - first },
			(_, i) =>
				[
					first + i,
					Math.min(end, first + i + 1) - Math.max(start, first + i),
				] as const,
		);
	});
}

function meanOf({ rgb, width }: Pixels, columns: Shares, rows: Shares): Rgb {
	let [r, g, b, whole] = [0, 0, 0, 0];
	for (const [y, tall] of rows)
		for (const [x, wide] of columns) {
			const share = tall * wide;
			const at = (y * width + x) * 3;
			r += (rgb[at] ?? 0) * share;
			g += (rgb[at + 1] ?? 0) * share;
			b += (rgb[at + 2] ?? 0) * share;
			whole += share;
		}
	return [Math.round(r / whole), Math.round(g / whole), Math.round(b / whole)];
}

/** How light a colour looks. ITU-R BT.601. */
const luma = (r: number, g: number, b: number): number =>
	Math.round(0.299 * r + 0.587 * g + 0.114 * b);

/** Black is the only ink of a saver. */
function inGray(picture: Picture): Picture {
	return picture.kind === "drawing"
		? grayDrawing(picture)
		: grayPixels(picture);
}

function grayPixels(picture: Pixels): Pixels {
	const { rgb } = picture;
	const gray = new Uint8Array(rgb.length);
	for (let at = 0; at < rgb.length; at += 3)
		gray.fill(
			luma(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0),
			at,
			at + 3,
		);
	return { ...picture, rgb: gray };
}

function grayDrawing(drawing: Drawing): Drawing {
	const gray = (rgb: Rgb): Rgb => {
		const light = luma(...rgb);
		return [light, light, light];
	};
	return {
		...drawing,
		areas: drawing.areas.map((area) => ({
			...area,
			fill: area.fill && gray(area.fill),
			stroke: area.stroke && { ...area.stroke, rgb: gray(area.stroke.rgb) },
		})),
	};
}
