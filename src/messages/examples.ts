/** Examples of each command, for `bangtin <command> -h`. */
import type { Language } from "./language.ts";

interface Example {
	readonly type: string;
	readonly vi: string;
	readonly en: string;
}

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
	build: [
		{
			type: "bangtin build",
			vi: "mọi thông báo trong content/, ra out/",
			en: "every notice of content/, into out/",
		},
		{
			type: "bangtin build content/hop-thon.yaml -s leaflet-a5 --open",
			vi: "một tờ A5, làm xong thì mở ra xem",
			en: "one A5 leaflet, shown when it is made",
		},
		{
			type: "bangtin build content/hop-thon.yaml --watch",
			vi: "lưu tệp là làm lại PDF",
			en: "each save makes the PDFs anew",
		},
		{
			type: 'bangtin build content/hop-thon.yaml --set "title=Họp thôn Ao Sen"',
			vi: "thay một mục cho lần này, không sửa tệp",
			en: "one field replaced this time, the file untouched",
		},
		{
			type: "bangtin build --ink saver",
			vi: "tiết kiệm mực",
			en: "saves ink",
		},
	],
	check: [
		{
			type: "bangtin check",
			vi: "mọi lỗi của mọi thông báo",
			en: "every fault of every notice",
		},
		{
			type: "bangtin check --fix content/hop-thon.yaml",
			vi: "sửa những lỗi chắc chắn, cho xem từng dòng đã sửa",
			en: "mends what is certain and shows each line",
		},
	],
	studio: [
		{
			type: "bangtin studio",
			vi: "soạn các thông báo trong content/ bằng trình duyệt",
			en: "write the notices of content/ in a browser",
		},
		{
			type: "bangtin studio thong-bao --no-open",
			vi: "thư mục khác; chỉ in địa chỉ, không tự mở",
			en: "another folder; prints the address and opens nothing",
		},
	],
	new: [
		{
			type: "bangtin new",
			vi: "chọn một mẫu, ra content/",
			en: "choose a template, into content/",
		},
		{
			type: 'bangtin new "Cắt điện tháng 12" --from cat-dien',
			vi: "ra content/cat-dien-thang-12.yaml",
			en: "makes content/cat-dien-thang-12.yaml",
		},
	],
	merge: [
		{
			type: "bangtin merge content/hop-thon.yaml thon.xlsx",
			vi: "mỗi thôn một tờ A5",
			en: "an A5 leaflet for each village",
		},
		{
			type: "bangtin merge content/hop-thon.yaml thon.xlsx --one-file",
			vi: "tất cả trong một PDF để in một lần",
			en: "all in one PDF to print at once",
		},
	],
	pack: [
		{
			type: "bangtin pack content/hop-thon.yaml thon.xlsx",
			vi: "tờ rơi đôi trên A4 cho từng thôn, kèm kế hoạch in",
			en: "leaflets two up for each village, and the print plan",
		},
		{
			type: "bangtin pack content/hop-thon.yaml -s poster-a3",
			vi: "áp phích A3 chia trên 4 tờ A4 để dán ghép",
			en: "the A3 poster over four sheets of A4",
		},
		{
			type: "bangtin pack content/hop-thon.yaml --print shop",
			vi: "cho nhà in: tràn lề 3 mm, vạch cắt, màu CMYK",
			en: "for a print shop: bleed 3 mm, crop marks, CMYK",
		},
	],
	proof: [
		{
			type: "bangtin proof out/hop-thon.flyer-a4.pdf",
			vi: "đọc lại một PDF trước khi in nhiều",
			en: "reads a PDF back before it is printed in numbers",
		},
	],
	open: [
		{
			type: "bangtin open hop-thon.flyer-a4.pdf -o content",
			vi: "lấy lại tệp YAML từ PDF cũ",
			en: "gets the YAML back from an old PDF",
		},
	],
	schema: [
		{
			type: "bangtin schema > thong-bao.schema.json",
			vi: "để VS Code gợi ý và báo lỗi khi gõ",
			en: "for editors to complete and check",
		},
	],
};

/** Lines that can be typed, each with what it does; "" for a command without any. */
export const examplesOf = (command: string, lang: Language): string =>
	(EXAMPLES[command] ?? [])
		.map(({ type, [lang]: what }) => `  ${type}\n      ${what}\n`)
		.join("");
