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
	readonly oneFolder: string;
	readonly studioServes: (folder: string) => string;
	readonly onlyOneToStdout: (count: number) => string;
	readonly jsonOrStdout: string;
	readonly made: (count: number) => string;
	readonly sound: (count: number) => string;
	readonly faulty: (notices: number) => string;
	readonly wrong: (notices: number) => string;
	readonly nothingMade: string;
	readonly notACount: (flag: string, value: string) => string;
	readonly oneFileAlone: string;
	readonly needsFolder: string;
	readonly needsNotice: (command: string) => string;
	readonly notAShard: (typed: string) => string;
	readonly noVillage: (name: string) => string;
	readonly noRow: (row: number) => string;
	/** "250/1000 · 31 sheets a second · 24 s left" */
	readonly progress: (
		done: number,
		total: number,
		perSecond: string,
		left: number,
	) => string;
	readonly merged: (made: number, kept: number) => string;
	readonly packed: (files: number) => string;
	readonly mergedBut: (made: number, villages: number) => string;
	readonly oneSlug: string;
	readonly notAPair: (typed: string) => string;
	readonly noSuchPlace: (path: string) => string;
	readonly watchesFiles: string;
	readonly fixOrSet: string;
	/** Before the lines that `check --fix` changed. */
	readonly fixed: (file: string, lines: number) => string;
	readonly fromLegacy: (encoding: string) => string;
	readonly tidied: string;
	readonly nothingToFix: string;
	readonly orFix: (file: string) => string;
	readonly watching: (files: number) => string;
	readonly rebuilt: (made: number, seconds: string) => string;
	readonly keptLast: string;
	readonly chooseTemplate: string;
	readonly templateMade: (file: string) => string;
	readonly nextSteps: (file: string) => string;
	readonly opened: (count: number) => string;
	readonly proofed: (pdfs: number) => string;
	readonly faultyPdfs: (pdfs: number) => string;
}

const vi: CliWords = {
	help: `bangtin – từ một tệp YAML ra tờ rơi A4, áp phích A3 và tờ gấp A5, sẵn sàng để in

  bangtin build [TỆP|THƯ MỤC …]   làm PDF; không nói gì thì làm cả content/ vào out/
  bangtin check [TỆP|THƯ MỤC …]   chỉ kiểm tra, không ghi gì; --fix thì sửa lỗi chắc chắn
  bangtin new [TÊN]               một thông báo mẫu để bắt đầu
  bangtin merge TỆP DANH-SÁCH     mỗi thôn một tờ, danh sách thôn là CSV hoặc XLSX
  bangtin pack TỆP [DANH-SÁCH]    cho phòng in: tờ gấp đôi, áp phích ghép A4, kế hoạch in
  bangtin proof PDF …             đọc lại PDF đã xong: mã QR, chữ, bộ chữ, khổ giấy, thẻ
  bangtin open PDF [-o THƯ MỤC]   lấy lại tệp YAML nằm trong PDF của bangtin
  bangtin studio [THƯ MỤC]        soạn trong trình duyệt trên máy này, tờ giấy hiện ngay bên cạnh (--no-open: chỉ in địa chỉ)
  bangtin schema                  in JSON Schema của tệp thông báo

  -o, --out THƯ MỤC|-      nơi để PDF (mặc định: out); - là ghi một PDF ra stdout
  -s, --sheet DANH SÁCH    flyer-a4,poster-a3,leaflet-a5 (mặc định: flyer-a4,poster-a3)
  -t, --theme TÊN          kiểu trình bày: tuyen (mặc định), mai
      --ink full|saver     saver: chỉ mực đen, nét thanh
      --force              ghi đè cả tệp không do bangtin làm ra
      --strict             cảnh báo cũng tính là lỗi
      --set MỤC=NỘI DUNG   build, check: thay một mục cho lần này; dùng được nhiều lần
      --watch              build: lưu tệp là làm lại PDF
      --open               build: làm xong thì mở PDF
      --fix                check: sửa lỗi chắc chắn, cho xem từng dòng
      --from MẪU           new: chọn mẫu theo tên
      --today NGÀY         báo ngày đã qua so với ngày này, viết năm-tháng-ngày
      --json               kết quả là một tài liệu JSON trên stdout
      --lang vi|en         ngôn ngữ của lời nhắn
      --only TÊN,…         merge: chỉ các thôn này
      --failed             merge: chỉ làm lại thôn có lỗi hoặc đã sửa
      --one-file           merge: tất cả vào một tệp PDF, có mục lục
      --shard K/N          merge: phần thứ K trong N phần; auto/N trong mảng việc
  -j, --jobs N             merge, pack: số luồng chạy song song
      --print shop         pack: cho nhà in, tràn lề 3 mm, vạch cắt, màu CMYK
      --preview DÒNG       merge: chỉ làm dòng này của danh sách
  -q, --quiet              bớt lời
  -h, --help               trang này; bangtin LỆNH -h cho xem ví dụ
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
	oneFolder: "lệnh studio chỉ nhận một thư mục",
	studioServes: (folder) =>
		`Mở địa chỉ trên trong trình duyệt trên máy này để soạn các thông báo trong ${folder}; bấm Ctrl+C để dừng.`,
	needsPdf: (command) => `lệnh ${command} cần tên một tệp PDF`,
	onlyOneToStdout: (count) =>
		`-o - chỉ ghi được một PDF, ở đây có ${count}; hãy chọn một tệp và một tờ bằng -s`,
	jsonOrStdout: "--json và -o - cùng dùng stdout; hãy bỏ một",
	made: (count) => `Xong ${count} tệp PDF.`,
	sound: (count) => `${count} thông báo không có lỗi.`,
	faulty: (notices) => `${notices} thông báo có lỗi.`,
	wrong: (notices) => `${notices} thông báo có lỗi nên chưa làm PDF.`,
	nothingMade: "Chưa làm PDF nào.",
	notACount: (flag, value) =>
		`${flag} cần một số nguyên từ 1, không phải “${value}”`,
	oneFileAlone: "--one-file không dùng cùng --shard hay --failed",
	needsFolder: "merge làm nhiều tệp; -o cần tên một thư mục",
	needsNotice: (command) =>
		`gõ: bangtin ${command} THÔNG-BÁO.yaml DANH-SÁCH.xlsx`,
	notAShard: (typed) =>
		`--shard cần dạng K/N, ví dụ 2/3, hoặc auto/N trong một mảng việc; không hiểu “${typed}”`,
	noVillage: (name) => `--only: danh sách không có thôn “${name}”`,
	noRow: (row) => `--preview: dòng ${row} không có thôn nào`,
	progress: (done, total, perSecond, left) =>
		`${done}/${total} thôn · ${perSecond} thôn/giây · còn ${left} giây`,
	merged: (made, kept) =>
		`Xong ${made} tệp PDF${kept > 0 ? `; ${kept} thôn giữ nguyên từ lần trước` : ""}.`,
	packed: (files) => `Xong ${files} tệp cho phòng in.`,
	mergedBut: (made, villages) =>
		`Làm được ${made} tệp PDF; ${villages} thôn có lỗi, chưa làm. Sửa danh sách rồi chạy lại với --failed.`,
	oneSlug: "chỉ đặt một tên cho một lần tạo",
	notAPair: (typed) =>
		`--set cần dạng MỤC=NỘI DUNG, ví dụ title=Họp thôn; đây là “${typed}”`,
	noSuchPlace: (path) => `--set: không đặt được nội dung vào mục ${path}`,
	watchesFiles: "--watch ghi ra tệp, không dùng cùng --json hay -o -",
	fixOrSet: "--fix sửa tệp, không dùng cùng --set",
	fixed: (file, lines) => `Đã sửa ${file}: ${lines} dòng.`,
	fromLegacy: (encoding) =>
		`  đã đổi từ bảng mã ${encoding} sang Unicode; hãy đọc lại từng câu`,
	tidied: "  đã lưu lại bằng Unicode (UTF-8, dấu ghép sẵn)",
	nothingToFix: "Không có gì chắc chắn để sửa.",
	orFix: (file) => `hoặc: bangtin check --fix ${file}`,
	watching: (files) =>
		`Đang theo dõi ${files} tệp; lưu tệp là làm lại PDF. Dừng: Ctrl+C.`,
	rebuilt: (made, seconds) => `làm lại ${made} PDF, ${seconds} giây`,
	keptLast: "còn lỗi, giữ PDF cũ",
	chooseTemplate: "Chọn mẫu (gõ số rồi Enter)",
	templateMade: (file) => `Đã tạo ${file}.`,
	nextSteps: (file) =>
		`Mở tệp, thay chữ mẫu bằng chữ của mình, rồi chạy:  bangtin build ${file}`,
	opened: (count) => `Đã lấy lại ${count} tệp.`,
	proofed: (pdfs) => `${pdfs} tệp PDF không có lỗi.`,
	faultyPdfs: (pdfs) => `${pdfs} tệp PDF có lỗi.`,
};

const en: CliWords = {
	help: `bangtin – one YAML file in, print-ready A4 flyers, A3 posters and A5 leaflets out

  bangtin build [FILE|DIR …]      make PDFs; by default of content/ into out/
  bangtin check [FILE|DIR …]      only check, write nothing; --fix mends what is certain
  bangtin new [NAME]              a commented notice to begin with
  bangtin merge FILE LIST         one sheet per village; the list is CSV or XLSX
  bangtin pack FILE [LIST]        for the print room: leaflets 2 up, poster over A4, print plan
  bangtin proof PDF …             read finished PDFs back: codes, text, fonts, boxes, tags
  bangtin open PDF [-o DIR]       give back the YAML inside a PDF of bangtin
  bangtin studio [DIR]            write in a browser on this computer, the sheet beside it (--no-open: print the address only)
  bangtin schema                  print the JSON Schema of a notice

  -o, --out DIR|-          where PDFs go (default: out); - writes one PDF to stdout
  -s, --sheet LIST         flyer-a4,poster-a3,leaflet-a5 (default: flyer-a4,poster-a3)
  -t, --theme NAME         the design: tuyen (default), mai
      --ink full|saver     saver: black only, line art
      --force              overwrite files that bangtin did not make, too
      --strict             warnings count as errors
      --set PATH=VALUE     build, check: replace a field this time; may be repeated
      --watch              build: each save makes the PDFs anew
      --open               build: show the PDFs when they are made
      --fix                check: mend what is certain, show each line
      --from TEMPLATE      new: choose a template by name
      --today DATE         report days past on this one, written year-month-day
      --json               the result as one JSON document on stdout
      --lang vi|en         language of messages
      --only NAME,…        merge: these villages only
      --failed             merge: only villages that failed or have changed
      --one-file           merge: all in one PDF with bookmarks
      --shard K/N          merge: part K of N; auto/N in an array of jobs
  -j, --jobs N             merge, pack: threads to work in parallel
      --print shop         pack: for a print shop, bleed 3 mm, crop marks, CMYK
      --preview ROW        merge: only this row of the list
  -q, --quiet              say less
  -h, --help               this page; bangtin COMMAND -h shows examples
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
	oneFolder: "studio takes one folder",
	studioServes: (folder) =>
		`Open the address above in a browser on this computer to write the notices in ${folder}; Ctrl+C stops it.`,
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
	notACount: (flag, value) =>
		`${flag} needs a whole number from 1, not “${value}”`,
	oneFileAlone: "--one-file goes with neither --shard nor --failed",
	needsFolder: "merge makes many files; -o needs the name of a folder",
	needsNotice: (command) => `type: bangtin ${command} NOTICE.yaml LIST.xlsx`,
	notAShard: (typed) =>
		`--shard needs K/N, such as 2/3, or auto/N in an array of jobs; “${typed}” is neither`,
	noVillage: (name) => `--only: the list has no village “${name}”`,
	noRow: (row) => `--preview: there is no village in row ${row}`,
	progress: (done, total, perSecond, left) =>
		`${done}/${total} villages · ${perSecond} a second · ${left} s left`,
	merged: (made, kept) =>
		`Made ${made} PDF ${made === 1 ? "file" : "files"}${kept > 0 ? `; ${kept} villages kept from last time` : ""}.`,
	packed: (files) =>
		`Made ${files} ${files === 1 ? "file" : "files"} for the print room.`,
	mergedBut: (made, villages) =>
		`Made ${made} PDF ${made === 1 ? "file" : "files"}; ${villages} ${villages === 1 ? "village has" : "villages have"} errors and were not made. Mend the list, then run again with --failed.`,
	oneSlug: "one name for one new notice",
	notAPair: (typed) =>
		`--set needs PATH=VALUE, such as title=Meeting; this is “${typed}”`,
	noSuchPlace: (path) => `--set: nothing can be put at ${path}`,
	watchesFiles: "--watch writes files; it goes with neither --json nor -o -",
	fixOrSet: "--fix mends the file; it does not go with --set",
	fixed: (file, lines) =>
		`Mended ${file}: ${lines} ${lines === 1 ? "line" : "lines"}.`,
	fromLegacy: (encoding) =>
		`  changed from ${encoding} to Unicode; read every sentence again`,
	tidied: "  saved as Unicode (UTF-8, composed letters)",
	nothingToFix: "Nothing certain to mend.",
	orFix: (file) => `or: bangtin check --fix ${file}`,
	watching: (files) =>
		`Watching ${files} ${files === 1 ? "file" : "files"}; each save makes the PDFs anew. Stop with Ctrl+C.`,
	rebuilt: (made, seconds) => `${made} PDF anew, ${seconds} s`,
	keptLast: "there are errors, the last PDF stays",
	chooseTemplate: "Choose a template (type its number, then Enter)",
	templateMade: (file) => `Made ${file}.`,
	nextSteps: (file) =>
		`Open it, put your own words in, then run:  bangtin build ${file}`,
	opened: (count) => `Gave back ${count} ${count === 1 ? "file" : "files"}.`,
	proofed: (pdfs) => `${pdfs} PDF ${pdfs === 1 ? "file" : "files"}, no errors.`,
	faultyPdfs: (pdfs) =>
		pdfs === 1 ? "1 PDF file has errors." : `${pdfs} PDF files have errors.`,
};

export const cliWords: Readonly<Record<Language, CliWords>> = { vi, en };
