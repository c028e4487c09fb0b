/**
 * Codes as they are met: copied twice, out of focus, held askew, worn by weeks
 * on a board, torn. Each code of each sample at 150 dpi, read by two decoders;
 * the same every time. 15 % damage is measured twice: as one square hole, and
 * spread in specks of 2 to 9 % of a side, half of them dark.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPdf } from "../src/pdf-reader/open-pdf.ts";
import { proofedPdf } from "../src/proof/bytes/proofed-pdf.ts";
import { decodeMatrix } from "../src/qr/decode.ts";
import { runIn } from "./cli-world.ts";
import { Chance } from "./fuzz/mutate.ts";
import { blurred, copied, rotated, specked, torn } from "./support/degrade.ts";
import {
	areaInPixels,
	crop,
	type Raster,
	rasterise,
	readCodeAt,
	readCodes,
} from "./support/pdf.ts";

const DPI = 150;
const POINTS = 72;
const SHEETS = ["leaflet-a5", "flyer-a4", "poster-a3"] as const;
/** Around a code: its quiet zone. */
const CLEAR = 4;

interface CodePicture {
	readonly url: string;
	readonly raster: Raster;
	/** In pixels, without the quiet zone. */
	readonly side: number;
}

const texts = Object.fromEntries(
	readdirSync("content")
		.filter((name) => name.endsWith(".yaml"))
		.map((name) => [`content/${name}`, readFileSync(join("content", name))]),
);

async function picturesOn(sheet: string): Promise<readonly CodePicture[]> {
	const { files } = await runIn(texts, ["-s", sheet]);
	const pictures: CodePicture[] = [];
	for (const [path, bytes] of files) {
		const file = path.endsWith(".pdf") ? openPdf(bytes) : null;
		if (file === null) continue;
		for (const { number, codes } of proofedPdf(file).pages) {
			if (codes.length === 0) continue;
			const page = await rasterise(bytes, DPI, number - 1);
			for (const { box, module, matrix, size } of codes) {
				const clear = CLEAR * module;
				const area = {
					x: box.left - clear,
					y: box.top - clear,
					width: box.right - box.left + 2 * clear,
					height: box.bottom - box.top + 2 * clear,
				};
				pictures.push({
					url: decodeMatrix(matrix, size) ?? "",
					raster: crop(page, areaInPixels(area, DPI)),
					side: ((box.right - box.left) * DPI) / POINTS,
				});
			}
		}
	}
	return pictures;
}

interface Fate {
	/** Of the codes that at least one of two decoders must read. */
	readonly least: number;
	readonly variants: readonly ((picture: CodePicture) => Raster)[];
}

const THRESHOLDS = [110, 130, 150];
const SHADES = [0, 255];

/** Torn at one place, in black and in white. */
const tornAt = (share: number, x: number, y: number): Fate["variants"] =>
	SHADES.map(
		(shade) =>
			({ raster, side }: CodePicture) =>
				torn(raster, share, side, { x, y }, shade),
	);

/** Other specks each time, the same for every code. */
const specks = (share: number): Fate["variants"] =>
	[1, 2, 3, 4].map(
		(seed) =>
			({ raster, side }) =>
				specked(raster, share, side, new Chance(seed)),
	);

const chance = new Chance(1);
const anywhere = Array.from({ length: 2 }, () =>
	tornAt(0.15, chance.below(100) / 99, chance.below(100) / 99),
).flat();

const FATES: Readonly<Record<string, Fate>> = {
	clean: { least: 1, variants: [({ raster }) => raster] },
	"blurred 1 px": { least: 1, variants: [({ raster }) => blurred(raster, 1)] },
	"copied twice": {
		least: 1,
		variants: THRESHOLDS.map(
			(threshold) =>
				({ raster }) =>
					copied(copied(raster, threshold), threshold),
		),
	},
	"rotated 7°": { least: 1, variants: [({ raster }) => rotated(raster, 7)] },
	"copied twice, blurred, rotated": {
		least: 1,
		variants: THRESHOLDS.map(
			(threshold) =>
				({ raster }) =>
					rotated(
						blurred(copied(copied(raster, threshold), threshold), 0.8),
						7,
					),
		),
	},
	"3 % in specks": { least: 0.6, variants: specks(0.03) },
	// Specks hit more code words than their area says: no level mends so many.
	"15 % in specks": { least: 0, variants: specks(0.15) },
	"8 % torn, in the middle": { least: 0.9, variants: tornAt(0.08, 0.5, 0.5) },
	// More than level Q can mend in the small codes of short addresses.
	"15 % torn, in the middle": { least: 0, variants: tornAt(0.15, 0.5, 0.5) },
	"15 % torn, the free corner": { least: 0.9, variants: tornAt(0.15, 1, 1) },
	// Most such holes take one of the three marks by which a code is found.
	"15 % torn, anywhere": { least: 0, variants: anywhere },
};

interface Rate {
	readonly zxing: number;
	readonly jsqr: number;
}

async function rateOf(
	pictures: readonly CodePicture[],
	variants: Fate["variants"],
): Promise<Rate> {
	let [zxing, jsqr] = [0, 0];
	for (const picture of pictures)
		for (const spoil of variants) {
			const spoilt = spoil(picture);
			const whole = { x: 0, y: 0, width: spoilt.width, height: spoilt.height };
			if ((await readCodes(spoilt)).includes(picture.url)) zxing += 1;
			if (readCodeAt(spoilt, whole) === picture.url) jsqr += 1;
		}
	const tries = pictures.length * variants.length;
	return { zxing: zxing / tries, jsqr: jsqr / tries };
}

test("codes are read after two copies, out of focus, askew and torn", {
	timeout: 600_000,
}, async () => {
	const rows: string[] = [];
	const weak: string[] = [];
	for (const sheet of SHEETS) {
		const pictures = await picturesOn(sheet);
		expect(pictures.length).toBeGreaterThan(3);
		for (const [name, { least, variants }] of Object.entries(FATES)) {
			const { zxing, jsqr } = await rateOf(pictures, variants);
			const percent = (rate: number): string =>
				`${Math.round(100 * rate)} %`.padStart(6);
			rows.push(
				`${sheet.padEnd(11)} ${name.padEnd(30)} ${percent(zxing)} ${percent(jsqr)}`,
			);
			if (Math.max(zxing, jsqr) < least) weak.push(`${sheet} ${name}`);
		}
	}
	process.stdout.write(
		`\n${"".padEnd(43)}  zxing   jsqr\n${rows.join("\n")}\n`,
	);
	expect(weak).toEqual([]);
});
