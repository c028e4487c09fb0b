/** What the studio's page says, besides diagnostics. */
import type { IconName } from "../model/announcement.ts";
import type { Language } from "./language.ts";

export interface StudioWords {
	readonly local: string;
	readonly fileName: string;
	readonly fresh: string;
	readonly open: string;
	readonly save: string;
	readonly saved: string;
	readonly downloadPdf: string;
	readonly print: string;
	readonly downloadPng: string;
	readonly downloadPack: string;
	readonly downloadYaml: string;
	readonly more: string;
	readonly undo: string;
	readonly redo: string;
	readonly language: string;
	readonly form: string;
	readonly yaml: string;
	readonly sheet: string;
	/** Where only one side is seen. */
	readonly seeSheet: string;
	readonly sheets: Readonly<Record<string, string>>;
	readonly ink: string;
	readonly inks: Readonly<Record<"full" | "saver", string>>;
	readonly theme: string;
	readonly themes: Readonly<Record<"tuyen" | "mai", string>>;
	readonly zoom: string;
	readonly zooms: Readonly<Record<"fit" | "whole" | "actual" | "far", string>>;
	readonly farHint: string;
	readonly findings: string;
	readonly noFindings: string;
	readonly counts: (errors: number, warnings: number) => string;
	readonly error: string;
	readonly warning: string;
	readonly line: (line: number) => string;
	readonly stale: string;
	readonly working: string;
	readonly page: (page: number, of: number) => string;
	readonly coverage: (percent: number) => string;
	readonly fill: (percent: number) => string;
	readonly noSheet: string;
	readonly yamlBroken: string;
	readonly startTitle: string;
	readonly startLead: string;
	readonly templates: string;
	readonly example: string;
	readonly folder: string;
	readonly versions: string;
	readonly openFile: string;
	readonly dropHint: string;
	readonly close: string;
	readonly skipTo: (part: string) => string;
	readonly add: (what: string) => string;
	readonly addBlock: string;
	readonly remove: (what: string) => string;
	readonly moveUp: (what: string) => string;
	readonly moveDown: (what: string) => string;
	readonly item: (n: number) => string;
	readonly shortForm: string;
	readonly addAnswer: string;
	/** In the fields of a question's first answers. */
	readonly answerHints: readonly string[];
	/** What the sheet draws beside an answer; "" for nothing. */
	readonly marks: Readonly<Record<string, string>>;
	/** Something that was written is gone. */
	readonly removed: string;
	readonly leadsTo: string;
	readonly leads: Readonly<Record<"do" | "ask" | "see", string>>;
	readonly row: string;
	readonly column: string;
	readonly cell: (row: number, column: number) => string;
	readonly linkName: string;
	readonly newLink: string;
	readonly chooseIcon: string;
	readonly choosePicture: string;
	/** How a date is written, in two or three words. */
	readonly dateForm: string;
	/** Beside what is no date. */
	readonly dateHint: string;
	readonly pickDate: (what: string) => string;
	/** Instead of "year-month-day": the form has it the other way round. */
	readonly dateFix: string;
	readonly diskChanged: string;
	readonly takeDisk: string;
	readonly keepMine: string;
	/** A date of the list, which the form cannot mend. */
	readonly listDateFix: string;
	readonly cellsOf: (cells: readonly string[]) => string;
	/** Beside a date that is a column of the list. */
	readonly fromList: string;
	readonly village: string;
	readonly villageBefore: string;
	readonly villageAfter: string;
	readonly villagesOpened: (name: string, count: number) => string;
	/** All villages' sheets would be the same. */
	readonly listUnused: string;
	readonly insertColumn: string;
	readonly insertWhere: string;
	readonly notWorkbook: (name: string) => string;
	/** Names, of which only the first few are said. */
	readonly someOf: (names: readonly string[]) => string;
	readonly villageList: string;
	readonly makeAll: (count: number) => string;
	readonly stop: string;
	readonly stopped: string;
	/** Of so many. */
	readonly villagesFailed: (names: readonly string[], count: number) => string;
	readonly conflict: string;
	readonly offline: string;
	readonly failed: (reason: string) => string;
	readonly opened: (name: string) => string;
	readonly restored: string;
	readonly notKept: string;
	/** Nothing can be laid out. */
	readonly gone: (reason: string) => string;
	readonly notStarted: (reason: string) => string;
	readonly reload: string;
	readonly tooLarge: (name: string, megabytes: number) => string;
	readonly tooManyVillages: (
		name: string,
		count: number,
		most: number,
	) => string;
	readonly unreadable: (name: string) => string;
	/** Instead of "put it beside the notice": a page has no folder. */
	readonly dropLogo: string;
	readonly noNotice: Readonly<
		Record<
			| "not-pdf"
			| "encrypted"
			| "damaged"
			| "foreign"
			| "legacy"
			| "old-excel"
			| "not-text"
			| "not-notice"
			| "too-long",
			string
		>
	>;
	readonly blocks: Readonly<Record<string, string>>;
	/** By the name of the field, or by "parent.field" where that differs. */
	readonly fields: Readonly<Record<string, string>>;
	readonly choices: Readonly<Record<string, string>>;
	readonly icons: Readonly<Record<IconName, string>>;
}

const MOST_NAMES = 3;
const MOST_LETTERS = 40;

function someOf(
	names: readonly string[],
	more: (rest: number) => string,
): string {
	const said = names
		.slice(0, MOST_NAMES)
		.map((name) =>
			name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name,
		)
		.join(", ");
	const rest = names.length - MOST_NAMES;
	return rest > 0 ? `${said} ${more(rest)}` : said;
}

const vi: StudioWords = {
	local: "Bản nháp tự giữ trên máy này, không gửi đi đâu.",
	fileName: "Tên tệp",
	fresh: "Mới",
	open: "Mở",
	save: "Lưu",
	saved: "Đã lưu",
	downloadPdf: "Tải PDF",
	print: "In",
	downloadPng: "Tải hình PNG (gửi Zalo)",
	downloadPack: "Tải gói in (ZIP)",
	downloadYaml: "Tải tệp YAML",
	more: "Thêm việc khác",
	undo: "Hoàn tác",
	redo: "Làm lại",
	language: "English",
	form: "Điền mẫu",
	yaml: "YAML",
	sheet: "Khổ giấy",
	seeSheet: "Xem tờ",
	sheets: {
		"flyer-a4": "Tờ rơi A4",
		"poster-a3": "Áp phích A3",
		"leaflet-a5": "Tờ gấp A5",
		"leaflet-a5-2up": "2 tờ A5 trên A4",
	},
	ink: "Mực",
	inks: { full: "In màu", saver: "Tiết kiệm" },
	theme: "Kiểu trình bày",
	themes: { tuyen: "Tuyến", mai: "Mái" },
	zoom: "Cỡ xem",
	zooms: { fit: "Vừa ngang", whole: "Cả tờ", actual: "100 %", far: "5 mét" },
	farHint: "Như nhìn từ xa năm mét",
	findings: "Cần xem lại",
	noFindings: "Không có lỗi.",
	counts: (errors, warnings) =>
		[
			...(errors > 0 ? [`${errors} lỗi`] : []),
			...(warnings > 0 ? [`${warnings} cảnh báo`] : []),
		].join(", "),
	error: "lỗi",
	warning: "cảnh báo",
	line: (line) => `dòng ${line}`,
	stale: "Đang có lỗi: đây là tờ trước khi có lỗi, chưa in được.",
	working: "Đang dàn trang…",
	page: (page, of) => `Trang ${page} trên ${of}`,
	coverage: (percent) => `Mực ${percent} %`,
	fill: (percent) => `Kín giấy ${percent} %`,
	noSheet: "Sửa các lỗi bên cạnh thì tờ giấy hiện ra ở đây.",
	yamlBroken:
		"Tệp YAML có lỗi nên mẫu điền chưa đọc được. Hãy sửa ở thẻ YAML trước.",
	startTitle: "Bắt đầu từ đâu?",
	startLead:
		"Chọn một mẫu, hoặc thả vào đây một tệp YAML, một PDF do bangtin làm ra, danh sách thôn (CSV, Excel) hay hình của cơ quan.",
	templates: "Mẫu",
	example: "Ví dụ trọn vẹn: hỏi hai lần, hai mã QR",
	folder: "Trong thư mục",
	versions: "Các bản đã làm trên máy này",
	openFile: "Mở tệp…",
	dropHint: "Thả tệp vào đây",
	close: "Đóng",
	skipTo: (part) => `Tới phần ${part}`,
	add: (what) => `Thêm ${what}`,
	addBlock: "Thêm một phần",
	remove: (what) => `Bỏ ${what}`,
	moveUp: (what) => `Đưa ${what} lên`,
	moveDown: (what) => `Đưa ${what} xuống`,
	item: (n) => `mục ${n}`,
	shortForm: "Câu ngắn",
	addAnswer: "Thêm câu trả lời",
	answerHints: ["ví dụ: Có", "ví dụ: Không"],
	marks: { "": "không dấu", yes: "✓ có", no: "✗ không", none: "không dấu" },
	removed: "Đã bỏ. Muốn lấy lại: bấm ↶ hoặc Ctrl+Z.",
	leadsTo: "Dẫn tới:",
	leads: {
		do: "việc phải làm",
		ask: "hỏi thêm một câu",
		see: "sang câu ở dưới",
	},
	row: "dòng",
	column: "cột",
	cell: (row, column) => `Dòng ${row}, cột ${column}`,
	linkName: "Tên gọi trong tệp",
	newLink: "địa chỉ",
	chooseIcon: "Hình vẽ",
	choosePicture: "Chọn hình…",
	dateForm: "ngày/tháng/năm",
	dateHint: "Viết ngày/tháng/năm, ví dụ 01/7/2024",
	pickDate: (what) => `Chọn trên lịch: ${what}`,
	dateFix:
		"viết ngày/tháng/năm ở mẫu điền, ví dụ 11/4/2024; trong YAML là 2024-04-11",
	diskChanged: "Tệp này vừa đổi trên đĩa.",
	takeDisk: "Lấy bản trên đĩa",
	keepMine: "Giữ bản đang viết",
	listDateFix:
		"sửa trong danh sách thôn: viết ngày/tháng/năm, ví dụ 11/4/2024; rồi thả lại danh sách",
	cellsOf: (cells) => `ô ${cells.join(", ")} trong danh sách`,
	fromList: "Lấy từ danh sách thôn",
	village: "Thôn",
	villageBefore: "Thôn trước",
	villageAfter: "Thôn sau",
	villagesOpened: (name, count) => `Đã mở ${name}: ${count} thôn`,
	listUnused:
		"Tờ này chưa lấy gì từ danh sách nên thôn nào cũng như nhau. Bấm vào một ô bên mẫu điền, rồi bấm “Chèn cột” để chèn tên thôn, ngày, giờ…",
	insertColumn: "Chèn cột ▾",
	insertWhere: "Hãy bấm vào ô muốn chèn ở mẫu điền trước, rồi chọn cột.",
	notWorkbook: (name) =>
		`${name} không phải tệp Excel .xlsx, hoặc đã hỏng hay có mật khẩu. Hãy mở nó bằng Excel, bỏ mật khẩu, lưu lại kiểu “Excel Workbook (.xlsx)” rồi thả lại.`,
	someOf: (names) => someOf(names, (rest) => `và ${rest} thôn nữa`),
	villageList: "danh sách thôn",
	makeAll: (count) => `Làm cả ${count} tờ (ZIP)`,
	stop: "Dừng",
	stopped: "Đã dừng, chưa tải gì xuống.",
	villagesFailed: (names, count) =>
		names.length === count
			? "Chưa làm được tờ nào: hãy sửa các lỗi ở phần Cần xem lại rồi làm lại."
			: `ZIP thiếu ${names.length} trong ${count} thôn vì có lỗi: ${vi.someOf(names)}; xem phần Cần xem lại.`,
	conflict: "Chưa lưu: tệp trên đĩa đã đổi.",
	offline: "bangtin studio đã dừng; bản nháp vẫn giữ trong trình duyệt.",
	failed: (reason) =>
		`Không làm được: ${reason}. Hãy thử lại; nếu vẫn vậy, tải tệp YAML về máy (nút ⋯) rồi tải lại trang.`,
	opened: (name) => `Đã mở ${name}`,
	restored: "Đã lấy lại bản nháp lần trước",
	notKept:
		"Trình duyệt không giữ được bản nháp (chế độ ẩn danh, hoặc ổ đĩa đầy). Trước khi đóng trang, hãy tải tệp YAML về máy kẻo mất.",
	gone: (reason) =>
		`Trình duyệt không chạy được phần dàn trang nên không hiện được tờ giấy. Chữ đã viết vẫn còn. Hãy tải lại trang; nếu vẫn vậy, mở trang này bằng Chrome, Edge hay Firefox bản mới. (${reason})`,
	notStarted: (reason) =>
		`Trang không mở được. Hãy tải lại; nếu vẫn vậy, mở tệp này bằng Chrome, Edge hay Firefox bản mới. (${reason})`,
	reload: "Tải lại trang",
	tooManyVillages: (name, count, most) =>
		`${name} có ${count} dòng, nhiều hơn ${most} thôn mà trang này làm được một lần. Hãy chia thành nhiều danh sách, hoặc dùng lệnh bangtin merge.`,
	tooLarge: (name, megabytes) =>
		`${name} quá lớn (trên ${megabytes} MB) nên không mở. Hãy kiểm tra lại: đây có phải tệp thông báo, danh sách thôn hay hình không?`,
	unreadable: (name) =>
		`Không đọc được ${name}: đó là một thư mục, hoặc tệp đã bị xóa, đang bị khóa hay nằm trên USB đã rút. Hãy chép tệp vào máy rồi mở lại.`,
	dropLogo: "thả tệp hình đó vào trang này (hoặc bấm Mở), hoặc xóa dòng này",
	noNotice: {
		"not-pdf": "Tệp này không đọc được như một PDF.",
		encrypted: "PDF có mật khẩu nên không lấy lại được thông báo.",
		damaged: "PDF bị hỏng nên không lấy lại được thông báo.",
		foreign: "PDF này không mang theo thông báo của bangtin.",
		"old-excel":
			"Đây là kiểu Excel cũ (.xls) hoặc tệp có mật khẩu. Hãy mở bằng Excel, lưu lại kiểu “Excel Workbook (.xlsx)” rồi thả lại.",
		legacy:
			"Tệp dùng bảng mã cũ (TCVN3, VNI …). Hãy chuyển sang Unicode rồi mở lại.",
		"not-text":
			"Không mở được tệp này. Mở được: YAML, PDF do bangtin làm ra, danh sách thôn (CSV, Excel .xlsx), hình PNG, JPEG, SVG.",
		"not-notice":
			"Tệp này không phải thông báo của bangtin, nên tờ đang viết được giữ nguyên. Muốn dùng chữ trong đó, hãy chép rồi dán vào mẫu điền.",
		"too-long":
			"Tệp này quá dài để là một thông báo, nên tờ đang viết được giữ nguyên. Hãy kiểm tra lại tên tệp.",
	},
	blocks: {
		step: "Bước",
		ask: "Câu hỏi",
		table: "Bảng",
		facts: "Điều cần biết",
		list: "Danh sách",
		note: "Ghi chú",
		warning: "Cảnh báo",
	},
	fields: {
		kind: "Loại văn bản",
		issuer: "Cơ quan",
		"issuer.name": "Tên cơ quan",
		"issuer.parent": "Cấp trên",
		"issuer.logo": "Tệp hình của cơ quan",
		date: "Ngày ra thông báo",
		as_of: "Nội dung đúng đến ngày",
		source: "Nguồn",
		title: "Tiêu đề",
		when: "Thời gian",
		from: "Từ ngày",
		on: "Đúng ngày",
		until: "Đến hết ngày",
		hours: "Giờ",
		post: "Niêm yết",
		lead: "Lời dẫn",
		links: "Địa chỉ và mã QR",
		url: "Địa chỉ",
		label: "Tên in cạnh mã",
		trust: "Tên miền được tin",
		font: "Bộ chữ",
		body: "Các phần",
		step: "Việc phải làm",
		short: "Câu ngắn",
		long: "Câu đầy đủ",
		link: "Mã QR kèm theo",
		text: "Giải thích",
		options: "Các cách làm",
		"options.title": "Tên cách làm",
		"options.short": "Giải thích ngắn",
		"do.short": "Giải thích ngắn",
		icon: "Hình vẽ",
		ask: "Câu hỏi",
		id: "Tên của câu",
		answers: "Các câu trả lời",
		answer: "Câu trả lời",
		is: "Dấu cạnh câu trả lời",
		"further.ask": "Câu hỏi tiếp",
		do: "Việc phải làm",
		"do.title": "Làm gì",
		"do.then": "Làm xong thì",
		see: "Sang câu",
		warning: "Cảnh báo",
		table: "Bảng",
		"table.title": "Tên bảng",
		columns: "Đầu cột",
		rows: "Các dòng",
		facts: "Điều cần biết",
		"facts.text": "Nội dung",
		list: "Các mục",
		note: "Ghi chú",
		contact: "Hỏi thêm",
		office: "Nơi hỏi",
		phone: "Điện thoại",
		villages: "Tệp danh sách thôn",
	},
	choices: {
		yes: "Có",
		no: "Không",
		none: "Khác",
		next: "sang ô bên phải",
	},
	icons: {
		home: "nhà",
		desk: "quầy",
		phone: "điện thoại",
		idcard: "thẻ căn cước",
		link: "liên kết",
		login: "đăng nhập",
		warn: "cảnh báo",
		shield: "khiên",
		call: "gọi điện",
		bolt: "tia sét",
		pin: "địa điểm",
		clock: "đồng hồ",
		doc: "giấy tờ",
		family: "gia đình",
		check: "dấu được",
		cross: "dấu không",
		scissors: "kéo",
		water: "giọt nước",
		rain: "mưa bão",
		fire: "lửa",
		syringe: "kim tiêm",
		heart: "trái tim",
		money: "tiền",
		school: "sách",
		car: "xe",
		vote: "hòm phiếu",
		trash: "thùng rác",
		animal: "vật nuôi",
		plant: "cây trồng",
	},
};

const en: StudioWords = {
	local: "The draft keeps itself. Nothing leaves this computer.",
	fileName: "File name",
	fresh: "New",
	open: "Open",
	save: "Save",
	saved: "Saved",
	downloadPdf: "Download PDF",
	print: "Print",
	downloadPng: "Download picture (PNG)",
	downloadPack: "Download print pack (ZIP)",
	downloadYaml: "Download YAML file",
	more: "More",
	undo: "Undo",
	redo: "Redo",
	language: "Tiếng Việt",
	form: "Form",
	yaml: "YAML",
	sheet: "Sheet",
	seeSheet: "See the sheet",
	sheets: {
		"flyer-a4": "A4 flyer",
		"poster-a3": "A3 poster",
		"leaflet-a5": "A5 leaflet",
		"leaflet-a5-2up": "2 × A5 on A4",
	},
	ink: "Ink",
	inks: { full: "Colour", saver: "Saver" },
	theme: "Design",
	themes: { tuyen: "Tuyến", mai: "Mái" },
	zoom: "Zoom",
	zooms: { fit: "Wide", whole: "Whole", actual: "100 %", far: "5 metres" },
	farHint: "As seen from five metres away",
	findings: "To look at",
	noFindings: "No errors.",
	counts: (errors, warnings) =>
		[
			...(errors > 0 ? [`${errors} ${errors === 1 ? "error" : "errors"}`] : []),
			...(warnings > 0
				? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`]
				: []),
		].join(", "),
	error: "error",
	warning: "warning",
	line: (line) => `line ${line}`,
	stale: "There is an error: this is the sheet before it, not to be printed.",
	working: "Laying out…",
	page: (page, of) => `Page ${page} of ${of}`,
	coverage: (percent) => `Ink ${percent} %`,
	fill: (percent) => `Paper used ${percent} %`,
	noSheet: "Mend the errors beside this and the sheet appears here.",
	yamlBroken:
		"The YAML has an error, so the form cannot read it. Please mend it under YAML first.",
	startTitle: "Where to start?",
	startLead:
		"Choose a template, or drop here a YAML file, a PDF made by bangtin, a list of villages (CSV, Excel), or the issuer's picture.",
	templates: "Templates",
	example: "A whole example: two questions, two codes",
	folder: "In the folder",
	versions: "Made on this computer",
	openFile: "Open a file…",
	dropHint: "Drop the file here",
	close: "Close",
	skipTo: (part) => `Go to ${part}`,
	add: (what) => `Add ${what}`,
	addBlock: "Add a part",
	remove: (what) => `Remove ${what}`,
	moveUp: (what) => `Move ${what} up`,
	moveDown: (what) => `Move ${what} down`,
	item: (n) => `item ${n}`,
	shortForm: "Short form",
	addAnswer: "Add an answer",
	answerHints: ["such as: Yes", "such as: No"],
	marks: { "": "no mark", yes: "✓ yes", no: "✗ no", none: "no mark" },
	removed: "Removed. To take it back: ↶ or Ctrl+Z.",
	leadsTo: "Leads to:",
	leads: {
		do: "something to do",
		ask: "a further question",
		see: "a question below",
	},
	row: "row",
	column: "column",
	cell: (row, column) => `Row ${row}, column ${column}`,
	linkName: "Name in the file",
	newLink: "address",
	chooseIcon: "Picture",
	choosePicture: "Choose a picture…",
	dateForm: "day/month/year",
	dateHint: "Write day/month/year, such as 01/7/2024",
	pickDate: (what) => `Choose from a calendar: ${what}`,
	dateFix:
		"write day/month/year in the form, such as 11/4/2024; in the YAML that is 2024-04-11",
	diskChanged: "This file has just changed on disk.",
	takeDisk: "Take the one on disk",
	keepMine: "Keep mine",
	listDateFix:
		"mend the list: write day/month/year, such as 11/4/2024; then drop it again",
	cellsOf: (cells) => `cell ${cells.join(", ")} of the list`,
	fromList: "From the list of villages",
	village: "Village",
	villageBefore: "Village before",
	villageAfter: "Village after",
	villagesOpened: (name, count) => `Opened ${name}: ${count} villages`,
	listUnused:
		"The notice takes nothing from the list yet, so all villages have the same sheet. Click into a field of the form, then press “Insert column” for the village's name, day, hour…",
	insertColumn: "Insert column ▾",
	insertWhere: "Click into a field of the form first, then choose a column.",
	notWorkbook: (name) =>
		`${name} is no .xlsx workbook, or it is damaged or has a password. Open it in Excel, take the password off, save it as “Excel Workbook (.xlsx)” and drop it again.`,
	someOf: (names) => someOf(names, (rest) => `and ${rest} more`),
	villageList: "the list of villages",
	makeAll: (count) => `Make all ${count} (ZIP)`,
	stop: "Stop",
	stopped: "Stopped, nothing was downloaded.",
	villagesFailed: (names, count) =>
		names.length === count
			? "No sheet could be made: mend the errors under To look at, then try again."
			: `${names.length} of ${count} villages are not in the ZIP for errors: ${en.someOf(names)}; see To look at.`,
	conflict: "Not saved: the file on disk has changed.",
	offline: "bangtin studio has stopped; the draft stays in the browser.",
	failed: (reason) =>
		`It did not work: ${reason}. Try again; if it still does not, download the YAML file (button ⋯) and reload the page.`,
	opened: (name) => `Opened ${name}`,
	restored: "The last draft is back",
	notKept:
		"The browser cannot keep the draft (a private window, or a full disk). Download the YAML file before you close the page, or it will be lost.",
	gone: (reason) =>
		`This browser cannot run the part that lays out, so there is no sheet to see. What was written is still there. Reload the page; if that does not help, open it in a recent Chrome, Edge or Firefox. (${reason})`,
	notStarted: (reason) =>
		`The page could not be opened. Reload it; if that does not help, open the file in a recent Chrome, Edge or Firefox. (${reason})`,
	reload: "Reload the page",
	tooManyVillages: (name, count, most) =>
		`${name} has ${count} rows, more than the ${most} villages that this page can make at once. Split the list, or use the command bangtin merge.`,
	tooLarge: (name, megabytes) =>
		`${name} is too large (over ${megabytes} MB) and was not opened. Is it really a notice, a list of villages or a picture?`,
	unreadable: (name) =>
		`${name} cannot be read: it is a folder, or the file was deleted, is locked, or is on a stick that was pulled out. Copy it to this computer and open it again.`,
	dropLogo:
		"drop that picture on this page (or press Open), or remove this line",
	noNotice: {
		"not-pdf": "This file cannot be read as a PDF.",
		encrypted: "The PDF has a password, so its notice cannot be taken out.",
		damaged: "The PDF is damaged, so its notice cannot be taken out.",
		foreign: "This PDF does not carry a notice of bangtin.",
		"old-excel":
			"This is an old Excel file (.xls), or it has a password. Open it in Excel, save it as “Excel Workbook (.xlsx)” and drop it again.",
		legacy:
			"The file is in an old encoding (TCVN3, VNI …). Convert it to Unicode first.",
		"not-text":
			"This file cannot be opened. These can: YAML, a PDF made by bangtin, a list of villages (CSV, Excel .xlsx), a PNG, JPEG or SVG picture.",
		"not-notice":
			"This file is not a notice of bangtin, so what you are writing was left as it is. To use its words, copy them and paste them into the form.",
		"too-long":
			"This file is too long to be a notice, so what you are writing was left as it is. Is it the right file?",
	},
	blocks: {
		step: "Step",
		ask: "Question",
		table: "Table",
		facts: "Facts",
		list: "List",
		note: "Note",
		warning: "Warning",
	},
	fields: {
		kind: "Kind",
		issuer: "Issuer",
		"issuer.name": "Name",
		"issuer.parent": "Above it",
		"issuer.logo": "Picture file",
		date: "Date",
		as_of: "True as of",
		source: "Source",
		title: "Title",
		when: "When",
		from: "From",
		on: "On",
		until: "Until",
		hours: "Hours",
		post: "Posted",
		lead: "Lead",
		links: "Addresses and QR codes",
		url: "Address",
		label: "Printed beside the code",
		trust: "Trusted hosts",
		font: "Font family",
		body: "Parts",
		step: "What to do",
		short: "Short form",
		long: "Long form",
		link: "QR code beside it",
		text: "Explanation",
		options: "Ways to do it",
		"options.title": "Name of the way",
		"options.short": "Short explanation",
		"do.short": "Short explanation",
		icon: "Picture",
		ask: "Question",
		id: "Name of the question",
		answers: "Answers",
		answer: "Answer",
		is: "Mark beside the answer",
		"further.ask": "Further question",
		do: "What to do",
		"do.title": "Do what",
		"do.then": "When done",
		see: "Go to question",
		warning: "Warning",
		table: "Table",
		"table.title": "Name of the table",
		columns: "Heads of columns",
		rows: "Rows",
		facts: "Facts",
		"facts.text": "Text",
		list: "Items",
		note: "Note",
		contact: "Contact",
		office: "Where to ask",
		phone: "Telephone",
		villages: "List of villages",
	},
	choices: {
		yes: "Yes",
		no: "No",
		none: "Other",
		next: "go on to the right",
	},
	icons: {
		home: "house",
		desk: "desk",
		phone: "phone",
		idcard: "identity card",
		link: "link",
		login: "log in",
		warn: "warning",
		shield: "shield",
		call: "call",
		bolt: "bolt",
		pin: "place",
		clock: "clock",
		doc: "paper",
		family: "family",
		check: "tick",
		cross: "cross",
		scissors: "scissors",
		water: "drop of water",
		rain: "storm",
		fire: "fire",
		syringe: "syringe",
		heart: "heart",
		money: "money",
		school: "book",
		car: "car",
		vote: "ballot box",
		trash: "dustbin",
		animal: "animal",
		plant: "plant",
	},
};

export const studioWords: Readonly<Record<Language, StudioWords>> = { vi, en };
