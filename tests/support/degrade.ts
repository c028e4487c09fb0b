/** What happens to a sheet between the printer and the phone. */
import type { Chance } from "../fuzz/mutate.ts";
import type { Raster } from "./pdf.ts";

const WHITE = 255;

const at = ({ data, width, height }: Raster, x: number, y: number): number =>
	x < 0 || y < 0 || x >= width || y >= height
		? WHITE
		: (data[y * width + x] ?? WHITE);

function mapped(
	raster: Raster,
	value: (x: number, y: number) => number,
): Raster {
	const { width, height } = raster;
	const data = new Uint8Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) data[y * width + x] = value(x, y);
	return { width, height, data };
}

/** Gaussian blur, sigma in pixels. */
export function blurred(raster: Raster, sigma: number): Raster {
	const reach = Math.ceil(3 * sigma);
	const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
		Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
	);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const along = (from: Raster, dx: number, dy: number): Raster =>
		mapped(from, (x, y) => {
			let sum = 0;
			for (const [i, weight] of weights.entries())
				sum += weight * at(from, x + (i - reach) * dx, y + (i - reach) * dy);
			return Math.round(sum / total);
		});
	return along(along(raster, 1, 0), 0, 1);
}

/** A copier: soft lens, then black or white. */
export const copied = (raster: Raster, threshold: number): Raster => {
	const soft = blurred(raster, 0.8);
	return mapped(raster, (x, y) => (at(soft, x, y) < threshold ? 0 : WHITE));
};

/** Held askew, on white. */
export function rotated(raster: Raster, degrees: number): Raster {
	const angle = (degrees * Math.PI) / 180;
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	const { width, height } = raster;
	const [cx, cy] = [width / 2, height / 2];
	return mapped(raster, (x, y) => {
		const [dx, dy] = [x - cx, y - cy];
		const [sx, sy] = [cos * dx + sin * dy + cx, -sin * dx + cos * dy + cy];
		const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
		const [fx, fy] = [sx - x0, sy - y0];
		const top = at(raster, x0, y0) * (1 - fx) + at(raster, x0 + 1, y0) * fx;
		const low =
			at(raster, x0, y0 + 1) * (1 - fx) + at(raster, x0 + 1, y0 + 1) * fx;
		return Math.round(top * (1 - fy) + low * fy);
	});
}

/** A square patch over `share` of a code's square of `side`; 0 is its upper left, 1 its lower right. */
export function torn(
	raster: Raster,
	share: number,
	side: number,
	where: { readonly x: number; readonly y: number },
	shade: number,
): Raster {
	const patch = Math.sqrt(share) * side;
	const x0 = (raster.width - side) / 2 + where.x * (side - patch);
	const y0 = (raster.height - side) / 2 + where.y * (side - patch);
	return mapped(raster, (x, y) =>
		x >= x0 && x < x0 + patch && y >= y0 && y < y0 + patch
			? shade
			: at(raster, x, y),
	);
}

/** Of a code's side. */
const SPECK = { least: 0.02, most: 0.09 };

/**
 * Weeks on a board: drops, dirt, pinholes, scraped-off ink. Discs anywhere on
 * the code, dark or white, until `share` of its square is other than it was.
 */
export function specked(
	raster: Raster,
	share: number,
	side: number,
	chance: Chance,
): Raster {
	const data = new Uint8Array(raster.data);
	const { width, height } = raster;
	const [left, top] = [(width - side) / 2, (height - side) / 2];
	const touched = new Set<number>();
	const part = (): number => chance.below(1000) / 999;
	while (touched.size < share * side * side) {
		const radius =
			(side * (SPECK.least + part() * (SPECK.most - SPECK.least))) / 2;
		const [cx, cy] = [left + part() * side, top + part() * side];
		const shade = chance.below(2) === 0 ? 0 : WHITE;
		for (let y = Math.ceil(cy - radius); y <= cy + radius; y++)
			for (let x = Math.ceil(cx - radius); x <= cx + radius; x++) {
				const isInside = (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
				const isOnCode =
					x >= left && y >= top && x < left + side && y < top + side;
				if (!isInside || !isOnCode) continue;
				data[y * width + x] = shade;
				touched.add(y * width + x);
			}
	}
	return { width, height, data };
}
