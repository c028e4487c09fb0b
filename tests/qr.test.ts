import { describe, expect, test } from "vitest";
import { decodeMatrix } from "../src/qr/decode.ts";
import { encodeQr } from "../src/qr/encode.ts";
import { outlineModules, type Polygon } from "../src/qr/outline.ts";
import { fc } from "./support/fast-check.ts";

const URL_SHORT = "https://vneid.gov.vn/";

describe("encodeQr", () => {
	test("gives the smallest square that holds the address", () => {
		const { size, version, matrix } = encodeQr(URL_SHORT, "M");
		expect(version).toBe(2);
		expect(size).toBe(17 + 4 * version);
		expect(matrix).toHaveLength(size * size);
		expect(new Set(matrix)).toEqual(new Set([0, 1]));
	});

	test("Q needs more room than M", () => {
		const long = `https://dichvucong.gov.vn/${"a".repeat(60)}`;
		expect(encodeQr(long, "Q").version).toBeGreaterThan(
			encodeQr(long, "M").version,
		);
	});

	test("is the same each time", () => {
		expect(encodeQr(URL_SHORT, "Q")).toEqual(encodeQr(URL_SHORT, "Q"));
	});

	test("has the finder patterns in three corners", () => {
		const { size, matrix } = encodeQr(URL_SHORT, "Q");
		const dark = (x: number, y: number): boolean => matrix[y * size + x] === 1;
		for (const [x, y] of [
			[0, 0],
			[size - 7, 0],
			[0, size - 7],
		] as const) {
			expect([dark(x, y), dark(x + 1, y + 1), dark(x + 3, y + 3)]).toEqual([
				true,
				false,
				true,
			]);
		}
	});

	test("throws when the address is too long for any code", () => {
		expect(() => encodeQr("a".repeat(3000), "Q")).toThrow();
	});
});

describe("decodeMatrix", () => {
	test.each([
		URL_SHORT,
		"https://dichvucong.gov.vn/p/home/dvc-trang-chu.html?x=1&y=2#z",
		"https://xã-cây-trường.vn/thông-báo",
	])("reads back %s", (url) => {
		for (const level of ["M", "Q"] as const) {
			const { matrix, size } = encodeQr(url, level);
			expect(decodeMatrix(matrix, size)).toBe(url);
		}
	});

	test("reads back any address", () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
				const { matrix, size } = encodeQr(url, "Q");
				return decodeMatrix(matrix, size) === url;
			}),
			{ numRuns: 30, seed: 1 },
		);
	}, 30_000);

	test("says nothing of what is no code", () => {
		expect(decodeMatrix(new Uint8Array(21 * 21), 21)).toBeNull();
	});
});

describe("outlineModules", () => {
	test("one module is one square, clockwise", () => {
		expect(outlineModules(Uint8Array.of(1), 1)).toEqual([
			[
				{ x: 0, y: 0 },
				{ x: 1, y: 0 },
				{ x: 1, y: 1 },
				{ x: 0, y: 1 },
			],
		]);
	});

	test("neighbours share no edge", () => {
		const [polygon] = outlineModules(Uint8Array.of(1, 1, 0, 0), 2);
		expect(polygon).toEqual([
			{ x: 0, y: 0 },
			{ x: 2, y: 0 },
			{ x: 2, y: 1 },
			{ x: 0, y: 1 },
		]);
	});

	test("modules that touch by a corner stay apart", () => {
		const polygons = outlineModules(Uint8Array.of(1, 0, 0, 1), 2);
		expect(polygons.map((polygon) => polygon.length)).toEqual([4, 4]);
	});

	test("a hole runs the other way round, with four corners", () => {
		const ring = Uint8Array.of(1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1);
		const polygons = outlineModules(ring, 4);
		expect(polygons.map(signedArea)).toEqual([16, -4]);
		expect(polygons.map((polygon) => polygon.length)).toEqual([4, 4]);
	});

	test("nothing dark, nothing to draw", () => {
		expect(outlineModules(new Uint8Array(9), 3)).toEqual([]);
	});

	test("encloses exactly the dark modules", () => {
		const matrices = fc.integer({ min: 1, max: 9 }).chain((size) =>
			fc.record({
				size: fc.constant(size),
				modules: fc.array(fc.constantFrom(0, 1), {
					minLength: size * size,
					maxLength: size * size,
				}),
			}),
		);
		fc.assert(
			fc.property(matrices, ({ size, modules }) => {
				const polygons = outlineModules(Uint8Array.from(modules), size);
				for (const [i, module] of modules.entries()) {
					const x = (i % size) + 0.5;
					const y = Math.floor(i / size) + 0.5;
					// Nonzero and even-odd agree: the winding is the module itself.
					expect(winding(polygons, x, y)).toBe(module);
				}
				for (const polygon of polygons)
					expect(hasStraightCorner(polygon)).toBe(false);
			}),
			{ numRuns: 200, seed: 1 },
		);
	});
});

/** Positive for clockwise polygons; y runs downwards. */
function signedArea(polygon: Polygon): number {
	return polygon.reduce((sum, corner, i) => {
		const next = polygon[(i + 1) % polygon.length] ?? corner;
		return sum + (corner.x * next.y - next.x * corner.y) / 2;
	}, 0);
}

/** How often the outlines go round a point, by their crossings to its right. */
function winding(polygons: readonly Polygon[], x: number, y: number): number {
	let turns = 0;
	for (const polygon of polygons)
		for (const [i, corner] of polygon.entries()) {
			const next = polygon[(i + 1) % polygon.length] ?? corner;
			if (corner.x !== next.x || corner.x < x) continue;
			if (corner.y < y && next.y > y) turns++;
			if (corner.y > y && next.y < y) turns--;
		}
	return turns;
}

function hasStraightCorner(polygon: Polygon): boolean {
	return polygon.some((corner, i) => {
		const before = polygon.at(i - 1) ?? corner;
		const after = polygon[(i + 1) % polygon.length] ?? corner;
		return (
			(before.x === corner.x && corner.x === after.x) ||
			(before.y === corner.y && corner.y === after.y)
		);
	});
}
