/** What the command line says besides diagnostics. */
import type { Language } from "./language.ts";

export interface CliWords {
	readonly help: string;
	readonly unknownFlag: (flag: string) => string;
	readonly unknownCommand: (name: string) => string;
	readonly flagNotHere: (flag: string, command: string) => string;
	readonly needsValue: (flag: string) => string;
	readonly takesNoValue: (flag: string) => string;
	readonly unknownChoice: (
		flag: string,
		value: string,
		known: readonly string[],
	) => string;
	readonly notADate: (flag: string, value: string) => string;
	readonly noInputs: (command: string) => string;
	readonly needsPdf: (command: string) => string;
	readonly onlyOneToStdout: (count: number) => string;
	readonly jsonOrStdout: string;
	readonly made: (count: number) => string;
	readonly sound: (count: number) => string;
	readonly faulty: (notices: number) => string;
	readonly wrong: (notices: number) => string;
	readonly nothingMade: string;
	readonly opened: (count: number) => string;
	readonly proofed: (pdfs: number) => string;
	readonly faultyPdfs: (pdfs: number) => string;
}

const vi: CliWords = {
	help: `bangtin – từ một tệp YAML ra tờ rơi A4, áp phích A3 và tờ gấp A5, sẵn sàng để in

  bangtin build [TỆP|THƯ MỤC …]   làm PDF; không nói gì thì làm cả content/ vào out/
  bangtin check [TỆP|THƯ MỤC …]   chỉ kiểm tra, không ghi gì
  bangtin proof PDF …             đọc lại PDF đã xong: mã QR, chữ, bộ chữ, khổ giấy, thẻ
  bangtin open PDF [-o THƯ MỤC]   lấy lại tệp YAML nằm trong PDF của bangtin
  bangtin schema                  in JSON Schema của tệp thông báo

  -o, --out THƯ MỤC|-      nơi để PDF (mặc định: out); - là ghi một PDF ra stdout
  -s, --sheet DANH SÁCH    flyer-a4,poster-a3,leaflet-a5 (mặc định: flyer-a4,poster-a3)
  -t, --theme TÊN          kiểu trình bày (mặc định: tuyen)
      --ink full|saver     saver: chỉ mực đen, nét thanh
      --force              ghi đè cả tệp không do bangtin làm ra
      --strict             cảnh báo cũng tính là lỗi
      --today NGÀY         báo ngày đã qua so với ngày này, viết năm-tháng-ngày
      --json               kết quả là một tài liệu JSON trên stdout
      --lang vi|en         ngôn ngữ của lời nhắn
  -q, --quiet              bớt lời
  -h, --help               trang này
      --version            số phiên bản

Mã kết thúc: 0 xong · 1 thông báo có lỗi · 2 gõ sai lệnh · 3 không đọc hoặc ghi được tệp · 4 lỗi của bangtin · 130 bị ngắt
`,
	unknownFlag: (flag) => `không có tùy chọn ${flag}`,
	unknownCommand: (name) => `không có lệnh hay tệp nào tên là ${name}`,
	flagNotHere: (flag, command) => `lệnh ${command} không dùng ${flag}`,
	needsValue: (flag) => `${flag} cần một giá trị đi sau`,
	takesNoValue: (flag) => `${flag} không có giá trị đi sau`,
	unknownChoice: (flag, value, known) =>
		`${flag} không nhận “${value}”; được dùng: ${known.join(", ")}`,
	notADate: (flag, value) =>
		`${flag} cần một ngày viết năm-tháng-ngày, không phải “${value}”`,
	noInputs: (command) => `lệnh ${command} không nhận tên tệp`,
	needsPdf: (command) => `lệnh ${command} cần tên một tệp PDF`,
	onlyOneToStdout: (count) =>
		`-o - chỉ ghi được một PDF, ở đây có ${count}; hãy chọn một tệp và một tờ bằng -s`,
	jsonOrStdout: "--json và -o - cùng dùng stdout; hãy bỏ một",
	made: (count) => `Xong ${count} tệp PDF.`,
	sound: (count) => `${count} thông báo không có lỗi.`,
	faulty: (notices) => `${notices} thông báo có lỗi.`,
	wrong: (notices) => `${notices} thông báo có lỗi nên chưa làm PDF.`,
	nothingMade: "Chưa làm PDF nào.",
	opened: (count) => `Đã lấy lại ${count} tệp.`,
	proofed: (pdfs) => `${pdfs} tệp PDF không có lỗi.`,
	faultyPdfs: (pdfs) => `${pdfs} tệp PDF có lỗi.`,
};

const en: CliWords = {
	help: `bangtin – one YAML file in, print-ready A4 flyers, A3 posters and A5 leaflets out

  bangtin build [FILE|DIR …]      make PDFs; by default of content/ into out/
  bangtin check [FILE|DIR …]      only check, write nothing
  bangtin proof PDF …             read finished PDFs back: codes, text, fonts, boxes, tags
  bangtin open PDF [-o DIR]       give back the YAML inside a PDF of bangtin
  bangtin schema                  print the JSON Schema of a notice

  -o, --out DIR|-          where PDFs go (default: out); - writes one PDF to stdout
  -s, --sheet LIST         flyer-a4,poster-a3,leaflet-a5 (default: flyer-a4,poster-a3)
  -t, --theme NAME         the design (default: tuyen)
      --ink full|saver     saver: black only, line art
      --force              overwrite files that bangtin did not make, too
      --strict             warnings count as errors
      --today DATE         report days past on this one, written year-month-day
      --json               the result as one JSON document on stdout
      --lang vi|en         language of messages
  -q, --quiet              say less
  -h, --help               this page
      --version            the version

Exit: 0 done · 1 a notice is wrong · 2 wrong usage · 3 file trouble · 4 a bug of bangtin · 130 interrupted
`,
	unknownFlag: (flag) => `there is no option ${flag}`,
	unknownCommand: (name) => `there is no command or file ${name}`,
	flagNotHere: (flag, command) => `${command} has no option ${flag}`,
	needsValue: (flag) => `${flag} needs a value`,
	takesNoValue: (flag) => `${flag} takes no value`,
	unknownChoice: (flag, value, known) =>
		`${flag} cannot be “${value}”; known: ${known.join(", ")}`,
	notADate: (flag, value) =>
		`${flag} needs a day written year-month-day, not “${value}”`,
	noInputs: (command) => `${command} takes no file names`,
	needsPdf: (command) => `${command} needs the name of a PDF`,
	onlyOneToStdout: (count) =>
		`-o - writes one PDF, and here are ${count}; choose one file and one sheet with -s`,
	jsonOrStdout: "--json and -o - both need stdout; drop one",
	made: (count) => `Made ${count} PDF ${count === 1 ? "file" : "files"}.`,
	sound: (count) =>
		count === 1 ? "1 notice, no errors." : `${count} notices, no errors.`,
	faulty: (notices) =>
		notices === 1 ? "1 notice has errors." : `${notices} notices have errors.`,
	wrong: (notices) =>
		notices === 1
			? "1 notice has errors and was not made."
			: `${notices} notices have errors and were not made.`,
	nothingMade: "No PDF was made.",
	opened: (count) => `Gave back ${count} ${count === 1 ? "file" : "files"}.`,
	proofed: (pdfs) => `${pdfs} PDF ${pdfs === 1 ? "file" : "files"}, no errors.`,
	faultyPdfs: (pdfs) =>
		pdfs === 1 ? "1 PDF file has errors." : `${pdfs} PDF files have errors.`,
};

export const cliWords: Readonly<Record<Language, CliWords>> = { vi, en };
