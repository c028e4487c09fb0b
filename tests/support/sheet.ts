/** Sheets made by hand, for painters to paint. */
import type { Typeface, Weight } from "../../src/fonts/face.ts";
import {
	artifact,
	type CodeMark,
	content,
	element,
	figure,
	type Node,
	type Run,
	type Shape,
	type Sheet,
} from "../../src/layout/sheet.ts";
import { encodeQr } from "../../src/qr/encode.ts";
import { mm, type Pt } from "../../src/units.ts";

export interface RunOptions {
	readonly weight?: Weight;
	readonly size?: Pt;
	readonly tracking?: Pt;
	readonly ink?: Run["ink"];
}

export function textRun(
	typeface: Typeface,
	text: string,
	x: Pt,
	baseline: Pt,
	options: RunOptions = {},
): Run {
	const { weight = 400, size = 12, tracking = 0, ink = "black" } = options;
	return {
		kind: "run",
		weight,
		size,
		x,
		baseline,
		tracking,
		ink,
		ground: ink === "white" ? "black" : "white",
		glyphs: typeface.face(weight).shape(text),
		text,
		role: "body",
		path: "",
	};
}

export function codeMark(url: string, x: Pt, y: Pt, module: Pt): CodeMark {
	const { size, matrix } = encodeQr(url, "Q");
	return {
		kind: "code",
		x,
		y,
		module,
		modules: size,
		matrix,
		url,
		level: "Q",
		path: "links.guide",
	};
}

export const frame = (x: Pt, y: Pt, width: Pt, height: Pt): Shape => ({
	kind: "shape",
	ops: [
		{ op: "M", x, y },
		{ op: "L", x: x + width, y },
		{ op: "L", x: x + width, y: y + height },
		{ op: "L", x, y: y + height },
		{ op: "Z" },
	],
	fill: null,
	stroke: { ink: "red", width: 1.5, round: false, dash: [6, 3] },
});

export { artifact, content, element, figure };

export const link = (
	href: string,
	says: string,
	...children: readonly Node[]
): Node => ({ kind: "link", href, says, children });

export const sheetOf = (
	pages: readonly (readonly Node[])[],
	changes: Partial<Sheet> = {},
): Sheet => ({
	width: mm(210),
	height: mm(297),
	title: "Làm dịch vụ công",
	issuer: "Ủy ban nhân dân xã",
	date: "2024-04-11",
	pages: pages.map((nodes) => ({ nodes })),
	...changes,
});

export const CODE_URL = "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html";
export const CODE_AT = { x: mm(150), y: mm(40), module: mm(0.8) };

/** Every kind of node and mark, on two pages. */
export function sampleSheet(typeface: Typeface): Sheet {
	const run = (
		text: string,
		x: Pt,
		baseline: Pt,
		options: RunOptions = {},
	): Run => textRun(typeface, text, x, baseline, options);
	return sheetOf(
		[
			[
				artifact(frame(30, 30, 500, 700)),
				element(
					"H1",
					content(
						run("Thông báo: Ẳng, ộ, ữ, Đ ", 40, 80, {
							weight: 800,
							size: 34,
							tracking: 0.5,
							ink: "red",
						}),
						run("khẩn & <gấp>", 40, 125, { weight: 800, size: 34 }),
					),
				),
				element(
					"P",
					content(run("Xem thêm tại ", 40, 170)),
					link(
						"https://dichvucong.gov.vn/đường dẫn",
						"Mở trang dichvucong.gov.vn",
						content(run("dichvucong.gov.vn", 125, 170, { weight: 600 })),
					),
				),
				element(
					"L",
					...[1, 2].map((number) =>
						element(
							"LI",
							element(
								"Lbl",
								content(run(`${number}. `, 40, 180 + 20 * number)),
							),
							element(
								"LBody",
								element(
									"P",
									content(
										run("Đăng ký tài khoản VNeID", 60, 180 + 20 * number),
									),
								),
							),
						),
					),
				),
				element(
					"L",
					element(
						"LI",
						element(
							"LBody",
							content(run("không đánh số", 60, 245, { weight: 500 })),
						),
					),
				),
				element(
					"Table",
					element(
						"TR",
						element("TH", content(run("Thôn ", 40, 280, { weight: 700 }))),
						element("TH", content(run("Giờ ", 140, 280, { weight: 700 }))),
					),
					element(
						"TR",
						element("TD", content(run("Ấp 1 ", 40, 300))),
						element("TD", content(run("7:30 – 11:00 ", 140, 300))),
					),
				),
				figure(
					"Mã QR dẫn tới dichvucong.gov.vn",
					codeMark(CODE_URL, CODE_AT.x, CODE_AT.y, CODE_AT.module),
				),
			],
			[
				element("P", content(run("Trang thứ hai", 40, 60))),
				element("Note", content(run("Ghi chú", 40, 90, { size: 9 }))),
			],
		],
		{ title: "Nước & Điện <khẩn>" },
	);
}
