import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zlibSync } from "fflate";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { placePicture } from "../src/layout/picture.ts";
import type { Drawing, Picture, Pixels } from "../src/model/picture.ts";
import { readPicture } from "../src/pictures/read.ts";

const FOLDER = join(import.meta.dirname, "fixtures", "pictures");
const file = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(join(FOLDER, name)));

function read(bytes: Uint8Array): Picture {
	const { value, diagnostics } = readPicture(bytes, "issuer.logo");
	expect(diagnostics).toEqual([]);
	if (value === null) throw new Error("no picture");
	return value;
}

function pixels(bytes: Uint8Array): Pixels {
	const picture = read(bytes);
	if (picture.kind !== "pixels") throw new Error("not pixels");
	return picture;
}

const faultOf = (bytes: Uint8Array) => {
	const { value, diagnostics } = readPicture(bytes, "issuer.logo");
	expect(value).toBeNull();
	expect(diagnostics).toHaveLength(1);
	expect(diagnostics[0]).toMatchObject({
		severity: "error",
		path: "issuer.logo",
	});
	return [diagnostics[0]?.code, diagnostics[0]?.params];
};

const text = (source: string): Uint8Array => new TextEncoder().encode(source);

describe("PNG", () => {
	const names = readdirSync(FOLDER).filter(
		(name) => name.endsWith(".png") && name !== "gray1-interlaced.png",
	);

	test("every kind is among the fixtures", () => {
		expect(names.length).toBe(9);
	});

	test("the one kind that is not read is a fault, not a wrong picture", () => {
		expect(faultOf(file("gray1-interlaced.png"))).toEqual([
			"pictures/broken",
			{ reason: "interlaced, with less than 8 bits" },
		]);
	});

	test.each(names)("%s shows what another reader sees, on white", (name) => {
		const bytes = file(name);
		const { width, height, rgb } = pixels(bytes);
		const other = PNG.sync.read(Buffer.from(bytes));
		expect([width, height]).toEqual([other.width, other.height]);
		const seen: number[] = [];
		for (let at = 0; at < other.data.length; at += 4) {
			const alpha = (other.data[at + 3] ?? 0) / 255;
			for (const part of [0, 1, 2])
				seen.push((other.data[at + part] ?? 0) * alpha + 255 * (1 - alpha));
		}
		expect(rgb).toHaveLength(seen.length);
		// Sixteen bits are cut to eight by one reader and rounded by the other.
		const furthest = Math.max(
			...seen.map((value, at) => Math.abs(value - (rgb[at] ?? Number.NaN))),
		);
		expect(furthest).toBeLessThanOrEqual(2);
	});

	test("larger than a logo needs to be is said before it is unpacked", () => {
		const bytes = Uint8Array.from(file("rgb8.png"));
		new DataView(bytes.buffer).setUint32(16, 60_000);
		new DataView(bytes.buffer).setUint32(20, 60_000);
		expect(faultOf(bytes)).toEqual([
			"pictures/too-large",
			{ what: "pixels", found: 3_600_000_000, most: 4_000_000 },
		]);
	});

	test("a chunk that unpacks to far more than the picture is not unpacked", () => {
		const whole = file("rgb8.png");
		const view = new DataView(whole.buffer);
		let at = 8;
		while (view.getUint32(at + 4) !== 0x49444154) at += view.getUint32(at) + 12;
		const bomb = zlibSync(new Uint8Array(5_000_000));
		const head = whole.subarray(0, at);
		const chunk = new Uint8Array(bomb.length + 12);
		new DataView(chunk.buffer).setUint32(0, bomb.length);
		chunk.set([0x49, 0x44, 0x41, 0x54], 4);
		chunk.set(bomb, 8);
		expect(faultOf(Uint8Array.from([...head, ...chunk]))[0]).toBe(
			"pictures/broken",
		);
	});

	test("cut anywhere or with a wrong byte it is a fault, not a crash", () => {
		const whole = file("rgba8.png");
		for (let length = 4; length < whole.length - 12; length++)
			expect(faultOf(whole.subarray(0, length))[0]).toBe("pictures/broken");
		for (let at = 8; at < whole.length; at++) {
			const bytes = Uint8Array.from(whole);
			bytes[at] = (bytes[at] ?? 0) ^ 0x55;
			readPicture(bytes, "issuer.logo");
		}
	});
});

describe("JPEG", () => {
	test.each([
		["baseline.jpg", [200, 16, 46], [11, 110, 79]],
		["progressive.jpg", [200, 16, 46], [11, 110, 79]],
		["gray.jpg", [255, 255, 255], [0, 0, 0]],
	])("%s shows its gradient", (name, first, last) => {
		const { width, height, rgb } = pixels(file(name));
		expect([width, height]).toEqual([16, 12]);
		const near = (at: number, colour: readonly number[]) => {
			for (const [part, value] of colour.entries())
				expect(Math.abs((rgb[at + part] ?? -99) - value)).toBeLessThan(16);
		};
		near(0, first);
		near(rgb.length - 3, last);
	});

	test("four inks are a fault with a way out", () => {
		expect(faultOf(file("cmyk.jpg"))).toEqual(["pictures/cmyk", {}]);
	});

	test("cut anywhere it is a fault or a picture, never a crash", () => {
		const whole = file("baseline.jpg");
		for (let length = 3; length < whole.length; length += 7)
			readPicture(whole.subarray(0, length), "issuer.logo");
	});
});

const svg = (inside: string, attributes = 'viewBox="0 0 10 20"'): string =>
	`<?xml version="1.0"?><!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

function drawing(source: string): Drawing {
	const picture = read(text(source));
	if (picture.kind !== "drawing") throw new Error("not a drawing");
	return picture;
}

const svgFault = (inside: string) => faultOf(text(svg(inside)));

describe("SVG", () => {
	test("paths become moves, lines and curves in the drawing's units", () => {
		const { width, height, areas } = drawing(
			svg('<path d="m1 2h3v4H1zM2 2Q5 2 5 5" fill="#C8102E"/>'),
		);
		expect([width, height]).toEqual([10, 20]);
		expect(areas).toEqual([
			{
				fill: [200, 16, 46],
				evenOdd: false,
				stroke: null,
				ops: [
					{ op: "M", x: 1, y: 2 },
					{ op: "L", x: 4, y: 2 },
					{ op: "L", x: 4, y: 6 },
					{ op: "L", x: 1, y: 6 },
					{ op: "Z" },
					{ op: "M", x: 2, y: 2 },
					{ op: "C", x1: 4, y1: 2, x2: 5, y2: 3, x: 5, y: 5 },
				],
			},
		]);
	});

	test("groups hand down moves and styles, the nearest wins", () => {
		const { areas } = drawing(
			svg(
				`<style>.a { fill: rgb(0, 128, 255) } .b,.c{stroke:#000}</style>
				<g transform="translate(1 1)" fill="red" stroke-width="3">
				<g transform="scale(2)"><rect class="c" x="1" y="1" width="2" height="1" style="fill:none"/></g>
				<rect class="a" width="1" height="1" fill="lime"/></g>
				<circle r="1" display="none"/><desc><text>no</text></desc>`,
				'width="10mm" height="20mm" viewBox="-1 -1 10 20"',
			),
		);
		expect(areas.map(({ fill, stroke }) => [fill, stroke])).toEqual([
			[null, { rgb: [0, 0, 0], width: 6, round: false }],
			[[0, 128, 255], null],
		]);
		// The view's corner is the origin: (1, 1), doubled, moved by the group and the view.
		expect(areas[0]?.ops[0]).toEqual({ op: "M", x: 4, y: 4 });
		expect(areas[1]?.ops[0]).toEqual({ op: "M", x: 2, y: 2 });
	});

	test("round shapes pass through the places they should", () => {
		const { areas } = drawing(svg('<circle cx="5" cy="10" r="4"/>'));
		const ends = areas[0]?.ops.flatMap((op) =>
			op.op === "C" ? [[op.x, op.y].map((n) => Math.round(n * 1e6) / 1e6)] : [],
		);
		expect(ends).toEqual(
			expect.arrayContaining([
				[9, 10],
				[1, 10],
			]),
		);
	});

	test.each([
		["<text>A</text>", "<text>"],
		['<image href="x.png"/>', "<image>"],
		['<use href="#a"/>', "<use>"],
		['<svg x="3"><rect width="1" height="1"/></svg>', "<svg>"],
		['<rect width="1" height="1" fill="url(#g)"/>', 'fill="url(#g)"'],
		[
			'<rect width="1" height="1" fill="blanchedalmond"/>',
			'fill="blanchedalmond"',
		],
		['<g opacity="0.5"><rect width="1" height="1"/></g>', 'opacity="0.5"'],
		['<g clip-path="url(#c)"/>', 'clip-path="url(#c)"'],
		["<style>g > rect { fill: red }</style>", "<style> g > rect"],
	])("what cannot be drawn is named: %s", (inside, what) => {
		expect(svgFault(inside)).toEqual(["pictures/svg", { what }]);
	});

	test("nothing, too much and nonsense are faults", () => {
		expect(svgFault("")[0]).toBe("pictures/broken");
		expect(svgFault('<path d="M0 0L1"/>')[0]).toBe("pictures/broken");
		expect(svgFault("<g>")[0]).toBe("pictures/broken");
		const long = `<path d="M0 0${"l1 1".repeat(20_001)}"/>`;
		expect(svgFault(long)[0]).toBe("pictures/too-large");
	});

	test("entities are not expanded", () => {
		const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<path d="&b;"/>')}`;
		expect(faultOf(text(bomb))[0]).toBe("pictures/broken");
	});
});

test("other files are told by their first bytes", () => {
	for (const other of ["%PDF-1.7", "GIF89a", "<html>", ""])
		expect(faultOf(text(other))).toEqual(["pictures/kind", {}]);
});

describe("in its place", () => {
	const logo = (picture: Picture) => ({
		path: "issuer.logo",
		file: "a.png",
		picture,
	});
	const box = { x: 10, y: 20, width: 24, height: 24 };
	const flat = (width: number, height: number): Pixels => {
		const rgb = new Uint8Array(width * height * 3);
		for (let at = 0; at < width * height; at++)
			rgb.set(at % width < width / 2 ? [0, 0, 0] : [200, 100, 50], at * 3);
		return { kind: "pixels", width, height, rgb };
	};

	test("a wide picture fills the width and stands in the middle", () => {
		const mark = placePicture(logo(flat(40, 20)), box, "full");
		expect(mark).toMatchObject({ x: 10, y: 26, width: 24, height: 12 });
	});

	test("no more pixels than a printer shows: 300 to the inch, means of those before", () => {
		const { picture } = placePicture(logo(flat(400, 400)), box, "full");
		if (picture.kind !== "pixels") throw new Error("not pixels");
		// 24 points are a third of an inch.
		expect([picture.width, picture.height]).toEqual([100, 100]);
		expect([...picture.rgb.subarray(0, 3)]).toEqual([0, 0, 0]);
		expect([...picture.rgb.subarray(297, 300)]).toEqual([200, 100, 50]);
		const three = placePicture(logo(flat(150, 150)), box, "full").picture;
		if (three.kind !== "pixels") throw new Error("not pixels");
		// Column 50 of 100 covers columns 75 and half of 76: all of them light.
		expect([...three.rgb.subarray(150, 153)]).toEqual([200, 100, 50]);
	});

	test("a saver has only grays", () => {
		const { picture } = placePicture(logo(flat(4, 4)), box, "saver");
		if (picture.kind !== "pixels") throw new Error("not pixels");
		// 0.299 × 200 + 0.587 × 100 + 0.114 × 50
		expect([...picture.rgb.subarray(9, 12)]).toEqual([124, 124, 124]);
	});
});
