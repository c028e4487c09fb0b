/** Layout in a face whose letters are all 0.6 em wide: every number here can be counted on paper. */

import { describe, expect, test } from "vitest";
import { FORMATS } from "../src/formats/formats.ts";
import { BOUND, breakCosts, RELEASED } from "../src/layout/binding.ts";
import { type Atom, breakLines } from "../src/layout/break-lines.ts";
import { sizeCode } from "../src/layout/codes.ts";
import { firstFit } from "../src/layout/first-fit.ts";
import { measuredLeading, setHeadline } from "../src/layout/headline.ts";
import {
	measureLine,
	placeParagraph,
	type Style,
	setParagraph,
	spaceBetween,
	spansOf,
} from "../src/layout/text.ts";
import { encodeQr } from "../src/qr/encode.ts";
import { columnWidths } from "../src/themes/shared/columns.ts";
import { mm } from "../src/units.ts";
import { fc } from "./support/fast-check.ts";
import { monoFace, monoTypeface } from "./support/mono-face.ts";

const STYLE: Style = {
	weight: 400,
	strong: 700,
	size: 10,
	leading: 1.4,
	tracking: 0,
	wordSpacing: 0,
	role: "body",
	ink: "black",
	ground: "white",
	capitals: false,
};
/** Of a letter at 10 pt. */
const LETTER = 6;

/** The lines of a text in a measure of so many letters. */
const linesOf = (text: string, letters: number, style = STYLE): string[] =>
	setParagraph(spansOf(text), style, letters * LETTER, monoTypeface).lines.map(
		(line) => line.text.trim(),
	);

/** A number of letters at which a text must take several lines. */
const MEASURES = Array.from({ length: 40 }, (_, i) => i + 6);

/**
 * Every measure at which the text breaks inside `group`, though it would fit with
 * the word bound behind it. Longer groups are let go, or the rag grows ugly.
 */
const divided = (text: string, group: string): number[] =>
	MEASURES.filter(
		(letters) =>
			group.length + " ngày".length <= letters * 0.6 &&
			!linesOf(text, letters).some((line) => line.includes(group)),
	);

describe("line breaking", () => {
	/** The cost of one way to break, after the definition and not after the code. */
	function costOf(
		atoms: readonly Atom[],
		starts: readonly number[],
		measure: number,
	): number {
		return starts.reduce((total, start, i) => {
			const end = starts[i + 1] ?? atoms.length;
			const line = atoms.slice(start, end);
			const width = line.reduce(
				(sum, atom, k) => sum + atom.width + (k > 0 ? atom.space : 0),
				0,
			);
			if (width > measure + 1e-6 && line.length > 1)
				return Number.POSITIVE_INFINITY;
			const slack = Math.max(0, measure - width) / measure;
			const lone =
				line.length === 1 && atoms.length > 1 && width < 0.35 * measure
					? end === atoms.length
						? 30
						: 25
					: 0;
			const overset = width > measure + 1e-6 ? 100_000 : 0;
			const cost = start === 0 ? 0 : (atoms[start]?.cost ?? 0);
			return total + 40 + cost + 100 * slack * slack + lone + overset;
		}, 0);
	}

	/** All 2ⁿ⁻¹ ways. */
	const allWays = (count: number): number[][] =>
		Array.from({ length: 2 ** (count - 1) }, (_, bits) => [
			0,
			...Array.from({ length: count - 1 }, (_, i) => i + 1).filter(
				(i) => (bits >> (i - 1)) & 1,
			),
		]);

	const atom = fc.record({
		width: fc.integer({ min: 1, max: 60 }),
		space: fc.constantFrom(0, 3),
		cost: fc.constantFrom(0, 6, 7, 12, 50, 120),
	});

	test("is the best of all ways", () =>
		fc.assert(
			fc.property(
				fc.array(atom, { minLength: 1, maxLength: 10 }),
				fc.integer({ min: 40, max: 150 }),
				(atoms, measure) => {
					const least = Math.min(
						...allWays(atoms.length).map((way) => costOf(atoms, way, measure)),
					);
					expect(
						costOf(atoms, breakLines(atoms, measure), measure),
					).toBeCloseTo(least);
				},
			),
			{ numRuns: 500, seed: 1 },
		));

	test("releases a bound group that would fill the line", () => {
		const word = (width: number, cost: number): Atom => ({
			width,
			space: 5,
			cost,
		});
		// 20 + 5 + 20 = 45 of 100 stays together, 40 + 5 + 40 of 100 does not.
		const small = [word(60, 0), word(20, 0), word(20, BOUND)];
		expect(breakLines(small, 100)).toEqual([0, 1]);
		const large = [word(40, 0), word(40, 0), word(40, BOUND), word(40, 0)];
		expect(breakLines(large, 100)).toEqual([0, 2]);
		expect(RELEASED).toBeLessThan(BOUND);
	});

	test("gives a word wider than the measure a line of its own", () => {
		const set = setParagraph(
			spansOf("xã nghiêngngảnghiêng xã"),
			STYLE,
			10 * LETTER,
			monoTypeface,
		);
		expect(set.lines.map((line) => line.text.trim())).toEqual([
			"xã",
			"nghiêngngảnghiêng",
			"xã",
		]);
		expect(set.longWord).toBe("nghiêngngảnghiêng");
		expect(
			setParagraph(spansOf("mười chữ ạ"), STYLE, 10 * LETTER, monoTypeface)
				.longWord,
		).toBeNull();
	});

	test("of nothing is nothing", () => {
		expect(breakLines([], 100)).toEqual([]);
		expect(setParagraph([], STYLE, 100, monoTypeface)).toMatchObject({
			lines: [],
			width: 0,
			longWord: null,
		});
	});

	test.each([
		["ấp 3", "nhà văn hóa ấp 3 của xã ta mở cửa từ sáng sớm"],
		["01/7/2024", "bắt đầu làm từ ngày 01/7/2024 cho đến khi xong hết"],
		["ngày 01/7/2024", "bắt đầu làm từ ngày 01/7/2024 cho đến khi xong hết"],
		["0274 3555 000", "gọi ngay số điện thoại 0274 3555 000 để hỏi cho rõ"],
		["thứ Hai", "mở cửa vào sáng thứ Hai hằng tuần cho bà con"],
		["Chủ nhật", "nghỉ vào ngày Chủ nhật hằng tuần nên bà con đừng đến"],
		["7h30 – 11h", "buổi sáng mở cửa 7h30 – 11h cho tất cả bà con"],
		["xã Cây Trường", "về trụ sở xã Cây Trường để làm thủ tục sớm"],
		["2 ngày", "chờ thêm chừng 2 ngày nữa rồi hãy đến lấy giấy"],
		["căn cước", "mang theo giấy căn cước khi đến nhận kết quả nhé"],
		["sức khỏe", "mời bà con đến khám sức khỏe tại trạm y tế xã"],
		["mồng 5", "tiền về trong ngày mồng 5 của tháng nào cũng vậy"],
		["7 giờ 30", "bà con có mặt đúng 7 giờ 30 tại nhà văn hóa của thôn"],
		["khu phố 3", "các hộ ở khu phố 3 nộp tiền cho bác tổ trưởng nhé"],
		["38 °C", "trẻ sốt trên 38 °C thì đưa ngay đến trạm y tế của xã"],
		["TB 12", "theo công văn TB 12 của xã gửi cho các thôn tuần qua"],
		["trước 8:00", "bà con ngắt cầu dao trước 8:00 rồi hãy đi làm đồng"],
		["quý II", "nộp tiền rác của quý II cho bác tổ trưởng là xong"],
		["đăng ký", "đến tận nơi để đăng ký rồi về nhà chờ tin báo"],
	])("never divides “%s”", (group, text) =>
		expect(divided(text, group)).toEqual([]),
	);

	test("divides a long compound where it is put together", () => {
		// "dịch vụ" + "công": never "dịch | vụ công".
		const ends = MEASURES.filter((letters) => letters >= 14).flatMap(
			(letters) =>
				linesOf("cho mọi dịch vụ công của xã này", letters).map((line) =>
					line.split(" ").at(-1),
				),
		);
		expect(ends).not.toContain("dịch");
	});

	test("does not bind over the end of a phrase", () => {
		expect(breakCosts(["ấp", "3"])[1]).toBe(BOUND);
		expect(breakCosts(["ấp,", "3"])[1]).toBeLessThan(BOUND);
	});

	test("never breaks inside a word and loses none", () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						"xã",
						"trường",
						"nghiêng",
						"01/7/2024",
						"–",
						"ấp",
						"3",
					),
					{ minLength: 1, maxLength: 30 },
				),
				fc.integer({ min: 1, max: 40 }),
				(words, letters) => {
					const text = words.join(" ");
					expect(linesOf(text, letters).join(" ")).toBe(text);
				},
			),
			{ seed: 2 },
		));

	test("divides an address after “/” or before “.gov.vn” only", () => {
		const address = "https://dichvucong.gov.vn/p/home/trang-chu.html";
		for (const letters of MEASURES) {
			const lines = linesOf(address, letters);
			expect(lines.join("")).toBe(address);
			for (const line of lines.slice(0, -1)) {
				const rest = address.slice(
					lines.slice(0, lines.indexOf(line) + 1).join("").length,
				);
				expect(line.endsWith("/") || rest.startsWith(".gov.vn")).toBe(true);
				expect(line).not.toBe("https:/");
			}
		}
	});

	test("divides a host after its dots where no line can hold it, never in a label", () => {
		const labels = ["caytruong2", "baubang", "binhduong"];
		const host = `${labels.join(".")}.gov.vn`;
		expect(linesOf(host, host.length)).toEqual([host]);
		expect(linesOf(host, 30)).toEqual([
			"caytruong2.baubang.binhduong",
			".gov.vn",
		]);
		expect(linesOf(host, 20)).toEqual([
			"caytruong2.baubang.",
			"binhduong.gov.vn",
		]);
		expect(linesOf(host, 11)).toEqual([
			"caytruong2.",
			"baubang.",
			"binhduong",
			".gov.vn",
		]);
		expect(linesOf("tin.so.huyen.example.com,", 14)).toEqual([
			"tin.so.huyen.",
			"example.com,",
		]);
	});

	test("divides nothing else with a point or a slash", () => {
		expect(linesOf("3.555.000/người", 8)).toEqual(["3.555.000/người"]);
		expect(linesOf("và/hoặc", 4)).toEqual(["và/hoặc"]);
	});

	test("leaves no syllable alone on the last line where another way is as short", () => {
		// Greedy: "một hai ba bốn năm" + "ạ"; 18 letters hold five words.
		expect(linesOf("một hai ba bốn năm ạ", 18)).toEqual([
			"một hai ba",
			"bốn năm ạ",
		]);
		for (const letters of MEASURES) {
			const lines = linesOf("cho ta đi xa về nhà mà ăn", letters);
			const last = lines.at(-1) ?? "";
			if (letters >= 10 && lines.length > 1) expect(last).toContain(" ");
		}
	});
});

describe("a paragraph", () => {
	const set = (text: string, letters = 100, style = STYLE) =>
		setParagraph(spansOf(text), style, letters * LETTER, monoTypeface, "lead");

	test("is as wide as its widest line", () => {
		expect(set("abcd").width).toBeCloseTo(4 * LETTER);
		expect(set("abcd ef", 4).width).toBeCloseTo(4 * LETTER);
		// Tracking counts between letters, not after the last.
		expect(set("abcd", 100, { ...STYLE, tracking: 0.1 }).width).toBeCloseTo(
			4 * LETTER + 3,
		);
		expect(set("ab cd", 100, { ...STYLE, wordSpacing: 0.2 }).width).toBeCloseTo(
			5 * LETTER + 2,
		);
	});

	test("hangs from the cap-top of its first line", () => {
		const paragraph = set("Hh hh", 2);
		expect(paragraph.capHeight).toBeCloseTo(7.4);
		expect(paragraph.height).toBeCloseTo(7.4 + 14);
		const [first, second] = placeParagraph(paragraph, 50, 100);
		expect(first).toMatchObject({ x: 50, path: "lead", text: "Hh " });
		expect(first?.baseline).toBeCloseTo(107.4);
		expect(second?.baseline).toBeCloseTo(121.4);
	});

	test("stands left, right or centred", () => {
		const xOf = (align: "left" | "centre" | "right") =>
			placeParagraph(set("abcd"), 100, 0, align)[0]?.x;
		expect(xOf("left")).toBeCloseTo(100);
		expect(xOf("centre")).toBeCloseTo(100 - 2 * LETTER);
		expect(xOf("right")).toBeCloseTo(100 - 4 * LETTER);
	});

	test("knows the ink beyond its capitals", () => {
		// Ế rises two accents of 0.22 em over the cap-top, g hangs 0.22 em.
		expect(set("Ế").rise).toBeCloseTo(4.4);
		expect(set("H").rise).toBe(0);
		expect(set("g").drop).toBeCloseTo(2.2);
		expect(set("H").drop).toBe(0);
	});

	test("keeps its leading until marks would touch, then gives way", () => {
		const leading = (text: string) => set(text, 2).lines[1]?.baseline;
		expect(leading("HH HH")).toBeCloseTo(14);
		// 0.22 below, 1.18 above and 0.35 mm of white.
		expect(leading("gg ẾẾ")).toBeCloseTo(14 + mm(0.35));
		expect(leading("HH ẾẾ")).toBeCloseTo(14);
	});

	test("keeps clear of the next by their marks", () => {
		expect(spaceBetween(set("g"), set("Ế"), 3)).toBeCloseTo(
			2.2 + 4.4 + mm(0.35),
		);
		expect(spaceBetween(set("g"), set("Ế"), 9)).toBe(9);
	});

	test("is bold where a span is, on one line with the rest", () => {
		const spans = [
			{ text: "ab ", strong: false },
			{ text: "cd", strong: true },
			{ text: ".", strong: false },
		];
		const [line] = setParagraph(spans, STYLE, 600, monoTypeface).lines;
		expect(
			line?.pieces.map(({ weight, text, x }) => [weight, text, Math.round(x)]),
		).toEqual([
			[400, "ab ", 0],
			[700, "cd", 18],
			[400, ".", 30],
		]);
		expect(measureLine(spans, STYLE, monoTypeface)).toBeCloseTo(6 * LETTER);
	});

	test("in capitals is measured in capitals", () => {
		const style = { ...STYLE, capitals: true };
		expect(linesOf("chưa có", 100, style)).toEqual(["CHƯA CÓ"]);
	});
});

describe("a headline", () => {
	const leading = (above: string, below: string) =>
		measuredLeading(monoFace(800).shape(above), monoFace(800).shape(below), 0);

	test("has as little leading as the marks that meet allow", () => {
		// Least 0.94; else 0.14 em of white between what meets.
		expect(leading("HH", "HH")).toBeCloseTo(0.94);
		expect(leading("gg", "HH")).toBeCloseTo(0.14 + 0.22 + 0.74);
		expect(leading("gg", "ẾẾ")).toBeCloseTo(0.14 + 0.22 + 1.18);
		expect(leading("HH", "ẾẾ")).toBeCloseTo(0.14 + 1.18);
	});

	test("looks only at marks above one another", () => {
		// g at the left, Ế two letters to the right: 0.22 and 1.18 do not add up.
		expect(leading("gHH", "HHẾ")).toBeCloseTo(0.14 + 1.18);
		expect(leading("HHg", "ẾHH")).toBeCloseTo(0.14 + 1.18);
		expect(leading("gHH", "ẾHH")).toBeCloseTo(0.14 + 0.22 + 1.18);
	});

	const limits = { measure: 300, size: 60, height: 200, maxLines: 3 };
	const headline = (text: string, changes: Partial<typeof limits> = {}) =>
		setHeadline(
			spansOf(text),
			STYLE,
			{ ...limits, ...changes },
			monoTypeface,
			"title",
		);

	test("takes the break with the largest letters", () => {
		// One line of 11 letters: 300 ÷ 6.6 = 45.5 pt. Two of 5: the limit of 60.
		expect(headline("HHHHH HHHHH")).toMatchObject({ style: { size: 60 } });
		expect(headline("HHHHH HHHHH")?.lines).toHaveLength(2);
		const one = headline("HHHHH HHHHH", { maxLines: 1 });
		expect(one?.style.size).toBeCloseTo(300 / 6.6);
	});

	test("never exceeds its measure or its height of ink", () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("Ế", "ậg", "trường", "xã", "của"), {
					minLength: 1,
					maxLength: 12,
				}),
				fc.integer({ min: 60, max: 400 }),
				fc.integer({ min: 30, max: 200 }),
				(words, measure, height) => {
					const set = headline(words.join(" "), { measure, height });
					if (set === null) throw new Error("no headline");
					expect(set.width).toBeLessThanOrEqual(measure + 1e-6);
					expect(set.rise + set.height + set.drop).toBeLessThanOrEqual(
						height + 1e-6,
					);
					expect(set.style.size).toBeLessThanOrEqual(limits.size);
				},
			),
			{ seed: 3 },
		));

	test("of too many words is none", () => {
		expect(headline(Array(24).fill("xã").join(" "))).not.toBeNull();
		expect(headline(Array(25).fill("xã").join(" "))).toBeNull();
		expect(headline("")).toBeNull();
	});
});

describe("a code", () => {
	const A4 = FORMATS["flyer-a4"];
	const url = "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html";
	const q = encodeQr(url, "Q");
	const m = encodeQr(url, "M");
	const leastOf = (size: number) =>
		Math.max(A4.codeSide, size * A4.module.floor);

	test("is Q where the floor of the modules allows, else M, else none", () => {
		expect(q.size).toBeGreaterThan(m.size);
		expect(sizeCode(url, A4, leastOf(q.size))).toMatchObject({ level: "Q" });
		expect(sizeCode(url, A4, leastOf(q.size) - 0.1)).toMatchObject({
			level: "M",
		});
		expect(sizeCode(url, A4, leastOf(m.size) - 0.1)).toBeNull();
	});

	test("is never smaller than a code of the sheet", () => {
		const small = sizeCode("https://vneid.gov.vn", A4, 500);
		expect(small?.least).toBeGreaterThanOrEqual(A4.codeSide);
		expect(small?.target).toBeGreaterThanOrEqual(small?.least ?? 0);
	});
});

describe("the first setting that fits", () => {
	const search = (fits: readonly boolean[]) => {
		const tried: number[] = [];
		const found = firstFit(
			fits.map((_, i) => i),
			(i) => {
				tried.push(i);
				return i;
			},
			(i) => fits[i] ?? false,
		);
		return { found, tried };
	};

	test("is found with few attempts, none twice", () =>
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.nat(500),
				(count, from) => {
					const fits = Array.from({ length: count }, (_, i) => i >= from);
					const { found, tried } = search(fits);
					expect(found).toBe(from < count ? from : null);
					expect(new Set(tried).size).toBe(tried.length);
					// Bisection, the last setting, and three generous neighbours.
					expect(tried.length).toBeLessThanOrEqual(
						Math.ceil(Math.log2(count)) + 4,
					);
				},
			),
			{ seed: 4 },
		));

	test("always fits, however the settings alternate", () =>
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 1 }), (fits) => {
				const { found } = search(fits);
				// Where the most frugal fails, there is nothing to look for.
				if (found === null) expect(fits.at(-1)).toBe(false);
				else expect(fits[found]).toBe(true);
			}),
			{ seed: 5 },
		));

	test("of none is none", () => expect(search([]).found).toBeNull());
});

describe("columns of a table", () => {
	test("share out what is left over", () =>
		expect(columnWidths([10, 20], [5, 5], 50)).toEqual([20, 30]));

	test("give way in proportion to what they wish beyond their least", () =>
		// 60 + 30 wished, 10 + 20 needed, 60 there: half of each wish beyond.
		expect(columnWidths([60, 30], [10, 20], 60)).toEqual([35, 25]));

	test("never take more than there is", () => {
		expect(columnWidths([60, 60], [40, 40], 40)).toEqual([20, 20]);
		expect(columnWidths([40, 40], [40, 40], 40)).toEqual([20, 20]);
		expect(columnWidths([90, 10], [50, 10], 30)).toEqual([25, 5]);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(100), fc.nat(100)), {
					minLength: 1,
					maxLength: 8,
				}),
				fc.integer({ min: 1, max: 400 }),
				(columns, available) => {
					const least = columns.map(([a, b]) => Math.min(a, b));
					const wishes = columns.map(([a, b]) => Math.max(a, b));
					const widths = columnWidths(wishes, least, available);
					const sum = widths.reduce((total, width) => total + width, 0);
					expect(sum).toBeLessThanOrEqual(available + 1e-6);
					const bare = least.reduce((total, width) => total + width, 0);
					if (bare <= available)
						for (const [i, width] of widths.entries())
							expect(width).toBeGreaterThanOrEqual((least[i] ?? 0) - 1e-6);
				},
			),
			{ seed: 6 },
		);
	});
});
