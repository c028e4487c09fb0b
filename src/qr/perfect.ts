/**
 * Reads a code module by module, as ISO/IEC 18004 lays it out. Only a perfect one:
 * a single module that is not as it must be, and it is for a real reader to judge.
 */

/** Beyond it alignment patterns stand otherwise, and no sheet has room for such a code. */
const MOST_VERSION = 13;

interface Blocks {
	readonly count: number;
	/** Check codewords of each. */
	readonly checks: number;
}

/** Table 9 of the standard, from version 1 on. */
const blocksOf = (
	counts: readonly number[],
	checks: readonly number[],
): readonly Blocks[] =>
	counts.map((count, i) => ({ count, checks: checks[i] ?? 0 }));

/** By the two bits of the format. */
const LEVELS: ReadonlyMap<number, readonly Blocks[]> = new Map([
	// M
	[
		0,
		blocksOf(
			[1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9],
			[10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22],
		),
	],
	// Q
	[
		3,
		blocksOf(
			[1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12],
			[13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24],
		),
	],
]);

/** Modules that say nothing: what each must be, or that it carries data or the format. */
const DATA = 2;
const FORMAT = 3;

type Place = readonly [x: number, y: number];

/** A value followed by its remainder, as format and version are protected. */
function withRemainder(value: number, bits: number, divisor: number): number {
	let remainder = value;
	for (let i = 0; i < bits; i++)
		remainder = (remainder << 1) ^ ((remainder >> (bits - 1)) * divisor);
	return (value << bits) | remainder;
}

/** Where the two copies of the format stand, lowest bit first. */
const formatPlaces = (size: number): readonly (readonly Place[])[] => [
	Array.from({ length: 15 }, (_, i): Place => {
		if (i < 6) return [8, i];
		if (i < 8) return [8, i + 1];
		return i === 8 ? [7, 8] : [14 - i, 8];
	}),
	Array.from(
		{ length: 15 },
		(_, i): Place => (i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i]),
	),
];

/** Every module of a code of this size that is no data. */
function patternOf(size: number): Uint8Array {
	const version = (size - 17) / 4;
	const pattern = new Uint8Array(size * size).fill(DATA);
	const set = (x: number, y: number, value: number): void => {
		if (x >= 0 && y >= 0 && x < size && y < size) pattern[y * size + x] = value;
	};
	/** Rings around a centre. */
	const rings = (cx: number, cy: number, dark: readonly boolean[]): void => {
		const reach = dark.length - 1;
		for (let y = -reach; y <= reach; y++)
			for (let x = -reach; x <= reach; x++) {
				const ring = Math.max(Math.abs(x), Math.abs(y));
				set(cx + x, cy + y, dark[ring] ? 1 : 0);
			}
	};
	for (let i = 0; i < size; i++) {
		set(i, 6, (i + 1) % 2);
		set(6, i, (i + 1) % 2);
	}
	const last = size - 7;
	const between = version < 7 ? [] : [(6 + last) / 2];
	const centres = version < 2 ? [] : [6, ...between, last];
	for (const x of centres)
		for (const y of centres) {
			const isFinder =
				(x === 6 && y === 6) ||
				(x === 6 && y === last) ||
				(x === last && y === 6);
			if (!isFinder) rings(x, y, [true, false, true]);
		}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	] as const)
		rings(x, y, [true, true, false, true, false]);
	if (version >= 7) {
		const bits = withRemainder(version, 12, 0x1f25);
		for (let i = 0; i < 18; i++) {
			const [along, across] = [size - 11 + (i % 3), Math.floor(i / 3)];
			set(along, across, (bits >> i) & 1);
			set(across, along, (bits >> i) & 1);
		}
	}
	for (const [x, y] of formatPlaces(size).flat()) set(x, y, FORMAT);
	set(8, size - 8, 1);
	return pattern;
}

const MASKS: readonly ((x: number, y: number) => number)[] = [
	(x, y) => (x + y) % 2,
	(_, y) => y % 2,
	(x) => x % 3,
	(x, y) => (x + y) % 3,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
	(x, y) => ((x * y) % 2) + ((x * y) % 3),
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Both copies must say it, without a wrong bit. */
function formatOf(matrix: Uint8Array, size: number): number | null {
	const [first, second] = formatPlaces(size).map((places) =>
		places.reduce(
			(bits, [x, y], i) => bits | ((matrix[y * size + x] ?? 0) << i),
			0,
		),
	);
	if (first === undefined || first !== second) return null;
	const bits = first ^ 0x5412;
	const format = bits >> 10;
	return withRemainder(format, 10, 0x537) === bits ? format : null;
}

/** Upwards and downwards in pairs of columns, from the right, without the mask. */
function codewordsOf(
	matrix: Uint8Array,
	size: number,
	pattern: Uint8Array,
	mask: (x: number, y: number) => number,
): Uint8Array {
	const bits: number[] = [];
	for (let right = size - 1; right >= 1; right -= 2) {
		// The upright timing pattern stands between two pairs.
		if (right === 6) right = 5;
		const isUp = ((right + 1) & 2) === 0;
		for (let i = 0; i < size; i++) {
			const y = isUp ? size - 1 - i : i;
			for (const x of [right, right - 1]) {
				const at = y * size + x;
				if (pattern[at] !== DATA) continue;
				bits.push((matrix[at] ?? 0) ^ (mask(x, y) === 0 ? 1 : 0));
			}
		}
	}
	const codewords = new Uint8Array(Math.floor(bits.length / 8));
	for (let i = 0; i < codewords.length * 8; i++)
		codewords[i >> 3] = ((codewords[i >> 3] ?? 0) << 1) | (bits[i] ?? 0);
	return codewords;
}

/** Blocks take their codewords in turn; the later ones may have one more. */
function dealt(codewords: Uint8Array, { count, checks }: Blocks): number[][] {
	const short = Math.floor(codewords.length / count) - checks;
	const longer = codewords.length % count;
	const blocks: number[][] = Array.from({ length: count }, () => []);
	const all = blocks.length * short;
	codewords.forEach((codeword, i) => {
		const isExtra = i >= all && i < all + longer;
		const turn = i < all ? i : i - all - longer;
		blocks[isExtra ? count - longer + i - all : turn % count]?.push(codeword);
	});
	return blocks;
}

/** Powers of the generator of the field of 256, and of which power each value is. */
function powersOf(): { readonly power: Uint8Array; readonly log: Uint8Array } {
	const power = new Uint8Array(255);
	const log = new Uint8Array(256);
	let value = 1;
	for (let i = 0; i < 255; i++) {
		power[i] = value;
		log[value] = i;
		value = value < 128 ? value << 1 : (value << 1) ^ 0x11d;
	}
	return { power, log };
}

/** A word of the code is zero at every root of its generator. */
function isSound(
	block: readonly number[],
	checks: number,
	{ power, log }: ReturnType<typeof powersOf>,
): boolean {
	for (let root = 0; root < checks; root++) {
		let value = 0;
		for (const codeword of block) {
			if (value !== 0) value = power[((log[value] ?? 0) + root) % 255] ?? 0;
			value ^= codeword;
		}
		if (value !== 0) return false;
	}
	return true;
}

const BYTES = 4;

/** One segment of bytes and nothing after it. */
function messageOf(data: readonly number[], version: number): string | null {
	let at = 0;
	const take = (count: number): number => {
		let value = 0;
		for (let i = 0; i < count; i++, at++)
			value = (value << 1) | (((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
		return value;
	};
	if (take(4) !== BYTES) return null;
	const length = take(version < 10 ? 8 : 16);
	if (at + length * 8 > data.length * 8) return null;
	const bytes = Uint8Array.from({ length }, () => take(8));
	const left = Math.min(4, data.length * 8 - at);
	return take(left) === 0 ? new TextDecoder().decode(bytes) : null;
}

/** What a perfect code says; null for any other, which may be readable all the same. */
export function readPerfect(matrix: Uint8Array, size: number): string | null {
	const version = (size - 17) / 4;
	if (!Number.isInteger(version) || version < 1 || version > MOST_VERSION)
		return null;
	const pattern = patternOf(size);
	if (pattern.some((is, i) => is < DATA && is !== matrix[i])) return null;
	const format = formatOf(matrix, size);
	const blocks = LEVELS.get((format ?? 0) >> 3)?.[version - 1];
	const mask = MASKS[(format ?? 0) & 7];
	if (format === null || blocks === undefined || mask === undefined)
		return null;
	const codewords = codewordsOf(matrix, size, pattern, mask);
	const words = dealt(codewords, blocks);
	const powers = powersOf();
	return words.every((word) => isSound(word, blocks.checks, powers))
		? messageOf(
				words.flatMap((word) => word.slice(0, -blocks.checks)),
				version,
			)
		: null;
}
