/** Every message in Vietnamese, for people who do not program. */
import type { MessageParams } from "./codes.ts";
import type { Words } from "./words.ts";
import { listed, shortened } from "./words.ts";

const KINDS = {
	text: "một câu chữ",
	list: "một danh sách, mỗi dòng bắt đầu bằng dấu -",
	map: "các mục con dạng tên: nội dung",
	block:
		"một phần bắt đầu bằng step:, ask:, table:, facts:, list:, note: hoặc warning:",
} as const;

/** The parser's rules that a beginner breaks; the rest are told in general. */
const YAML_RULES: Readonly<Record<string, string>> = {
	BAD_INDENT: "thụt đầu dòng không đều, hoặc thiếu dấu ] hay }",
	TAB_AS_INDENT: "thụt đầu dòng bằng phím Tab; hãy dùng dấu cách",
	BLOCK_AS_IMPLICIT_KEY: "mục con phải xuống dòng và thụt vào",
	MULTILINE_IMPLICIT_KEY: "thiếu dấu hai chấm và dấu cách sau tên mục",
	BAD_ALIAS: "dấu * hoặc & ở đầu câu chữ phải đặt trong ngoặc kép",
	BAD_SCALAR_START: "câu chữ bắt đầu bằng dấu này phải đặt trong ngoặc kép",
	THROWN: "tệp YAML viết sai, không đọc được",
	MISSING_CHAR: "thiếu dấu hai chấm sau tên mục, hoặc thiếu dấu ngoặc kép đóng",
	MULTIPLE_DOCS: "tệp có nhiều phần ngăn bằng ---; chỉ được một",
	NON_STRING_KEY: "tên mục phải là chữ",
	TOO_DEEP: "các mục lồng nhau quá sâu",
	TOO_MANY_ALIASES: "dấu * lặp lại một phần khác quá nhiều lần",
	TAG_RESOLVE_FAILED: "dấu ! ở đầu câu chữ phải đặt trong ngoặc kép",
	UNEXPECTED_TOKEN: "có chữ hoặc dấu đứng sai chỗ",
};

const YAML_REMEDIES: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: "thay mỗi Tab ở đầu dòng bằng hai dấu cách",
	MULTIPLE_DOCS: "xóa các dòng chỉ có ---",
	TOO_DEEP: "bớt ngoặc [ ] { } và dấu cách ở đầu dòng",
};

/** The operating system's reasons. */
const REASONS: Readonly<Record<string, string>> = {
	EACCES: "không có quyền",
	EISDIR: "đây là thư mục",
	ENOSPC: "hết chỗ trên đĩa",
	EROFS: "ổ đĩa chỉ đọc",
	EBUSY: "tệp đang mở ở chương trình khác",
	ENOTDIR: "đường dẫn đi qua một tệp",
	EEXIST: "đã có một tệp mang tên thư mục này",
	EPERM: "không có quyền",
};

const FILES = {
	word: "tệp Word",
	excel: "tệp Excel",
	office: "tệp Office",
	pdf: "tệp PDF",
	rtf: "tệp RTF",
	image: "tệp hình",
} as const;

const PICTURE_SIZE = {
	bytes: (count: number) => `${Math.ceil(count / 100_000) / 10} MB`,
	pixels: (count: number) =>
		`${Math.ceil(count / 100_000) / 10} triệu điểm ảnh`,
	points: (count: number) => `${count} nét`,
} as const;

/** What stands on a sheet. */
const MARKS = {
	text: (text: string) => `“${shortened(text)}”`,
	shape: () => "một nét vẽ",
	code: (url: string) => `mã QR ${shortened(url)}`,
} as const;

/** Why there is no notice in a PDF. */
const NO_SOURCE = {
	"not-pdf": {
		say: "đây không phải là tệp PDF",
		fix: "chọn một tệp PDF do bangtin làm ra",
	},
	foreign: {
		say: "PDF này không phải do bangtin làm ra, bên trong không có tệp thông báo",
		fix: "hỏi người gửi tệp YAML, hoặc viết lại thông báo: bangtin new",
	},
	stripped: {
		say: "PDF này từ bangtin, nhưng tệp thông báo bên trong đã bị gỡ khi lưu lại",
		fix: "tìm PDF gốc, trước khi chương trình khác lưu lại",
	},
	damaged: {
		say: "tệp thông báo nằm trong PDF đã hỏng",
		fix: "chép lại PDF từ nơi gửi",
	},
	encrypted: {
		say: "PDF này đã bị khóa bằng mật khẩu",
		fix: "mở khóa PDF rồi thử lại",
	},
} as const;

/** What is wrong with a PDF as a file. */
const STANDARD: Readonly<
	Record<MessageParams["proof/standard"]["what"], string>
> = {
	header: "đầu tệp không ghi là PDF nhị phân",
	footer: "sau chỗ kết thúc còn dữ liệu lạ",
	packing: "có phần nén theo cách không được dùng (LZW, Crypt)",
	outside: "có phần nằm ngoài tệp",
	profile: "hồ sơ màu (ICC) hỏng hoặc khác loại",
	"packet-head": "phần mô tả (XMP) ghi mã ký tự ở đầu, là điều không được làm",
	"packet-title": "phần mô tả (XMP) không có tiêu đề",
	"packet-schema": "phần mô tả (XMP) không giải thích dấu hiệu PDF/UA",
	action: "PDF tự làm việc khác ngoài mở địa chỉ",
	form: "có biểu mẫu mà máy khác không vẽ lại được",
	layer: "có lớp không tên hoặc tự ẩn hiện",
	"annotation-kind": "có chú thích loại không in được (phim, âm thanh, 3D)",
	"annotation-flags": "có chú thích bị ẩn hoặc không in ra",
	"attachment-name": "tệp đính kèm thiếu tên",
	"attachment-kind": "tệp đính kèm không ghi loại",
	"attachment-relation": "tệp đính kèm không ghi quan hệ với tờ này",
	picture: "có ảnh để máy tự làm mượt hoặc đổi ảnh khác",
	"font-map": "bộ chữ không ghi cách tra nét chữ",
	"font-set": "danh sách chữ của bộ chữ thiếu chữ đang dùng",
	"private-letter": "có chữ riêng của bộ chữ, không có chữ Unicode nào thay",
	suspects: "thẻ cấu trúc được ghi là chưa chắc đúng",
	"tag-type": "có thẻ cấu trúc lạ",
	"tag-role": "thẻ cấu trúc chuẩn bị đổi nghĩa",
	"note-id": "chú thích (Note) không có mã riêng",
	"heading-kinds": "đề mục có cấp và không cấp lẫn lộn",
	bookmarks: "nhiều trang mà không có mục lục (bookmark)",
};

const DAMAGE = {
	tables: "mục lục của PDF đã hỏng; chỉ còn dò được nội dung",
	stream: "PDF bị cắt mất một phần",
	object: "PDF nhắc tới một phần không còn trong tệp",
	encrypted: "PDF bị khóa bằng mật khẩu nên không đọc được",
} as const;

const UNMARKED = {
	unclosed: "có thẻ mở ra mà không đóng lại trên trang",
	unopened: "có thẻ đóng lại mà chưa mở ra trên trang",
	nested: "có thẻ nằm trong thẻ khác trên trang",
} as const;

const PARENTAGE = {
	twice: "thuộc về hai thẻ",
	orphan: "không thuộc về thẻ nào",
	wrong: "được dẫn về một thẻ khác",
	empty: "có thẻ mà không có trên trang",
} as const;

const LINK_TAG = {
	untagged: "không có thẻ",
	parent: "không dẫn về thẻ của nó",
	page: "có thẻ ở trang khác",
} as const;

const SEAM_CUTS = {
	code: "mã QR",
	number: "con số",
	heading: "chữ của tiêu đề",
	letter: "chữ",
} as const;

const meant = (suggestion: string | null): string | null =>
	suggestion === null ? null : `có phải là: ${suggestion}?`;

export const vi = {
	"content/yaml": ({ rule, reason }) => ({
		say: YAML_RULES[rule] ?? `tệp YAML viết sai: ${reason}`,
		fix: YAML_REMEDIES[rule] ?? null,
	}),
	"content/colon": ({ line }) => ({
		say: 'câu có dấu ": " phải đặt trong ngoặc kép',
		fix: `sửa thành:  ${line}`,
	}),
	"content/quote": ({ character, line }) => ({
		say: `câu bắt đầu bằng dấu ${character} phải đặt trong ngoặc kép`,
		fix: `sửa thành:  ${line}`,
	}),
	"content/comma": ({ word, line }) => ({
		say: `trong ngoặc { } dấu phẩy ngăn hai mục, nên “${shortened(word)}” bị tách ra: câu có dấu phẩy phải đặt trong ngoặc kép`,
		fix: `sửa thành:  ${line}`,
	}),
	"content/dash": ({ line }) => ({
		say: "sau dấu - ở đầu dòng phải có một dấu cách",
		fix: `sửa thành:  ${line}`,
	}),
	"content/hash": ({ line }) => ({
		say: "từ dấu # trở đi là lời chú thích, không được in",
		fix: `muốn in thì sửa thành:  ${line}`,
	}),
	"content/smart-quotes": ({ line }) => ({
		say: "dấu “ ” của Word sẽ bị coi là chữ và được in ra; YAML chỉ hiểu dấu ngoặc kép thẳng",
		fix: `sửa thành:  ${line}`,
	}),
	"content/space": ({ key, line }) => ({
		say: `sau “${key}:” phải có một dấu cách thường`,
		fix: `sửa thành:  ${line}`,
	}),
	"content/unclosed": ({ line }) => ({
		say: "thiếu dấu ngoặc kép đóng",
		fix: `sửa thành:  ${line}`,
	}),
	"content/indent": () => ({
		say: "đầu dòng này không thẳng với các dòng cùng bậc",
		fix: "thêm hoặc bớt dấu cách ở đầu dòng cho thẳng với dòng cùng bậc phía trên",
	}),
	"content/duplicate-key": ({ key, line }) => ({
		say: `mục ${key} đã viết ở dòng ${line}`,
		fix: "giữ một, xóa một",
	}),
	"content/unknown-key": ({ key, suggestion, allowed }) => ({
		say: `không có mục nào tên là “${key}” ở đây`,
		fix: meant(suggestion) ?? `được dùng: ${listed(allowed)}`,
	}),
	"content/missing": ({ key }) => ({
		say: `thiếu mục ${key}`,
		fix: `thêm một dòng  ${key}: …`,
	}),
	"content/type": ({ expected }) => ({
		say: `ở đây phải là ${KINDS[expected]}`,
		fix: null,
	}),
	"content/empty": () => ({
		say: "ở đây còn trống",
		fix: "điền nội dung, hoặc xóa cả mục",
	}),
	"content/date": ({ value, iso }) => ({
		say:
			iso === null
				? `“${value}” không phải là một ngày có thật`
				: "ngày phải viết theo thứ tự năm-tháng-ngày",
		fix:
			iso === null
				? "viết năm-tháng-ngày, ví dụ: 2024-04-11"
				: `sửa thành:  ${iso}`,
	}),
	"content/date-order": ({ from, until }) => ({
		say: `ngày kết thúc ${until} đứng trước ngày bắt đầu ${from}`,
		fix: "sửa lại from hoặc until",
	}),
	"content/choice": ({ value, allowed, suggestion }) => ({
		say: `không có lựa chọn “${value}”`,
		fix: meant(suggestion) ?? `được dùng: ${listed(allowed)}`,
	}),
	"content/count": ({ least, most, found }) => ({
		say:
			least === most
				? `có ${found} ô, phải đủ ${least}`
				: `có ${found}, phải từ ${least} đến ${most}`,
		fix: 'ô trống viết là ""',
	}),
	"content/clash": ({ keys }) => ({
		say: `chỉ được dùng một trong các mục: ${listed(keys)}`,
		fix: "xóa bớt, chỉ giữ một",
	}),
	"content/duplicate-id": ({ id }) => ({
		say: `id “${id}” đã dùng cho một câu hỏi khác`,
		fix: "đặt tên khác",
	}),
	"content/unknown-question": ({ key }) => ({
		say: `không có câu hỏi nào mang số hoặc id “${key}”`,
		fix: "see: phải là số thứ tự, hoặc id của một câu hỏi trong body",
	}),
	"content/mark": ({ text }) => ({
		say: `thiếu một dấu ** trong “${shortened(text)}”`,
		fix: "chữ đậm nằm giữa hai dấu: **chữ đậm**",
	}),
	"content/unknown-link": ({ key, suggestion }) => ({
		say: `trong links không có địa chỉ nào tên là “${key}”`,
		fix: meant(suggestion),
	}),
	"content/link-space": ({ mended }) => ({
		say: "địa chỉ có dấu cách ở giữa, quét mã sẽ không mở được",
		fix: `sửa thành:  ${mended}`,
	}),
	"content/link-invalid": ({ url }) => ({
		say: `“${shortened(url)}” không phải là địa chỉ trang mạng`,
		fix: "viết đầy đủ, ví dụ: https://dichvucong.gov.vn/",
	}),
	"content/link-scheme": ({ url }) => ({
		say: `địa chỉ phải bắt đầu bằng https://: ${shortened(url)}`,
		fix: "thử mở bằng https://; nếu trang chỉ có http://, thêm tên miền vào trust",
	}),
	"content/link-shortener": ({ host }) => ({
		say: `${host} là địa chỉ rút gọn: người đọc không biết mã dẫn tới đâu`,
		fix: "mở địa chỉ rút gọn, rồi chép địa chỉ đầy đủ vào đây",
	}),
	"content/link-untrusted": ({ host }) => ({
		say: `${host} nằm ngoài tên miền .gov.vn`,
		fix: `nếu cơ quan chịu trách nhiệm về trang này, thêm:  trust: [${host}]`,
	}),
	"content/link-idn": ({ host, ascii }) => ({
		say: `tên miền ${host} có chữ dễ nhầm; máy đọc là ${ascii}`,
		fix: "kiểm tra lại từng chữ của tên miền",
	}),
	"content/link-disguised": ({ host }) => ({
		say: `địa chỉ có dấu @: thật ra dẫn tới ${host}`,
		fix: "bỏ phần trước dấu @",
	}),
	"content/link-tail": ({ url, mended }) => ({
		say: `địa chỉ kết thúc bằng dấu của câu: ${shortened(url)}`,
		fix: `sửa thành:  ${mended}`,
	}),
	"content/link-lookalike": ({ host }) => ({
		say: `${host} trông giống tên miền .gov.vn nhưng không phải`,
		fix: "chép lại địa chỉ từ trang chính thức của cơ quan",
	}),
	"content/over-before-dated": ({ last, dated }) => ({
		say: `việc kết thúc ngày ${last}, trước ngày của thông báo ${dated}`,
		fix: "kiểm tra lại năm",
	}),
	"content/over-before-posted": ({ last, posted }) => ({
		say: `niêm yết từ ${posted}, khi việc đã xong ngày ${last}`,
		fix: "kiểm tra lại ngày niêm yết",
	}),
	"content/taken-down-early": ({ until, from }) => ({
		say: `niêm yết chỉ đến ${until}, trước ngày bắt đầu ${from}`,
		fix: "kiểm tra lại ngày niêm yết",
	}),
	"content/past": ({ date }) => ({
		say: `ngày ${date} đã qua`,
		fix: "kiểm tra lại trước khi in",
	}),
	"content/weekday": ({ said, date, weekday }) => ({
		say: `“${said}”: ngày ${date} là ${weekday}`,
		fix: "sửa thứ hoặc ngày; ngày trong when thì máy tự tính thứ",
	}),
	"content/tone-marks": ({ first, second }) => ({
		say: `có cả “${first}” và “${second}”: hai cách đặt dấu trong một thông báo`,
		fix: "chọn một cách cho cả thông báo",
	}),
	"content/abbreviation": ({ short, long }) => ({
		say: `chữ viết tắt ${short} không được viết đầy đủ ở đâu cả`,
		fix: `viết một lần: ${long} (${short})`,
	}),
	"content/phone": ({ phone }) => ({
		say: `số ${phone} không giống một số điện thoại`,
		fix: "đếm lại các chữ số; số di động có 10 chữ số, bắt đầu bằng 0",
	}),
	"content/too-large": ({ megabytes, most }) => ({
		say: `tệp dài ${megabytes} triệu chữ, chỉ đọc đến ${most} triệu`,
		fix: "kiểm tra lại: đây có phải là tệp thông báo không?",
	}),
	"content/too-long": ({ what, most }) => ({
		say: {
			text: `đoạn này dài hơn ${most} chữ cái, không tờ nào chứa hết`,
			notice: `thông báo dài hơn ${most} chữ cái, không tờ nào chứa hết`,
			values: `thông báo có hơn ${most} mục, không tờ nào chứa hết`,
		}[what],
		fix: "rút ngắn, chia thành nhiều thông báo, hoặc để danh sách thôn vào tệp riêng và dùng bangtin merge",
	}),
	"content/not-text": ({ what }) => ({
		say:
			what === null
				? "đây không phải là tệp chữ UTF-8"
				: `đây là ${FILES[what]}, không phải là tệp chữ`,
		fix: "chép nội dung vào một tệp chữ thường, lưu với bảng mã UTF-8, tên kết thúc bằng .yaml",
	}),
	"content/encoding": ({ encoding }) => ({
		say: `tệp viết bằng bảng mã ${encoding}, không phải Unicode`,
		fix: "đổi sang Unicode (UTF-8) rồi đọc lại từng câu",
	}),
	"content/placeholder": ({ names }) => ({
		say: `${listed(names.map((name) => `{{${name}}}`))} chờ danh sách thôn điền vào`,
		fix: "làm bằng: bangtin merge TỆP.yaml DANH-SÁCH.xlsx",
	}),
	"merge/no-column": ({ column, found, suggestion }) => ({
		say: `cần cột “${column}”; danh sách có: ${listed(found)}`,
		fix: meant(suggestion) ?? "sửa tên cột, hoặc sửa chữ trong {{…}}",
	}),
	"merge/same-column": ({ column, letters }) => ({
		say: `có nhiều cột tên “${column}”: ${listed(letters)}`,
		fix: "đổi tên, mỗi cột một tên",
	}),
	"merge/empty-cell": ({ columns }) => ({
		say: `ô ${listed(columns)} trống, mà mục này phải có`,
		fix: "điền ô đó trong danh sách",
	}),
	"merge/left-out": ({ columns }) => ({
		say: `ô ${listed(columns)} trống nên bỏ cả dòng này`,
		fix: "điền ô đó, hoặc tách dòng trong thông báo làm hai",
	}),
	"merge/no-name": ({ column }) => ({
		say: `ô ${column} trống, không biết đây là thôn nào`,
		fix: null,
	}),
	"merge/same-village": ({ name, file }) => ({
		say: `đã có thôn khác tên “${shortened(name)}”; tệp này mang tên ${file}`,
		fix: "nếu viết trùng thì xóa một dòng",
	}),
	"merge/phone-zero": ({ value, phone }) => ({
		say: `số điện thoại ${value} thiếu số 0 ở đầu, in là ${phone}`,
		fix: "trong Excel, định dạng cột này là Văn bản (Text)",
	}),
	"print/seam": ({ what, text }) => ({
		say: `đường nối các tờ A4 đi qua ${SEAM_CUTS[what]} “${shortened(text)}”`,
		fix: "dán thật khít ở chỗ đó, hoặc in trên giấy A3",
	}),
	"print/no-copies": ({ columns }) => ({
		say: `danh sách không có cột số tờ; có: ${listed(columns)}`,
		fix: "thêm một cột tên là Số tờ",
	}),
	"print/copies": ({ value }) => ({
		say: `số tờ “${value}” không phải là một số`,
		fix: null,
	}),
	"merge/no-rows": () => ({
		say: "danh sách không có dòng nào dưới dòng tên cột",
		fix: null,
	}),
	"merge/no-list": () => ({
		say: "chưa nói danh sách thôn ở tệp nào",
		fix: "gõ thêm tên tệp, hoặc thêm vào thông báo một dòng  villages: danh-sach.xlsx",
	}),
	"merge/unreadable-list": ({ reason }) => ({
		say: `không đọc được danh sách: ${reason}`,
		fix: "lưu lại bằng Excel thành tệp .xlsx, hoặc CSV UTF-8",
	}),
	"model/dead-end": ({ answer }) => ({
		say: `câu trả lời “${answer}” không dẫn tới đâu`,
		fix: "thêm do: (việc phải làm), ask: (hỏi tiếp) hoặc see: (sang câu khác)",
	}),
	"model/lone-answer": ({ answer }) => ({
		say: `câu hỏi chỉ có một câu trả lời: “${answer}”`,
		fix: "thêm câu trả lời còn lại, hoặc viết thành một bước (step)",
	}),
	"model/duplicate-answer": ({ answer }) => ({
		say: `hai câu trả lời cùng là “${answer}”`,
		fix: "viết khác nhau để người đọc chọn được",
	}),
	"model/too-deep": ({ depth, most }) => ({
		say: `câu hỏi nối tiếp nhau ${depth} lần; giấy chỉ đủ chỗ cho ${most}`,
		fix: "tách thành hai câu hỏi, nối bằng see:",
	}),
	"model/too-many-answers": ({ found, most }) => ({
		say: `câu hỏi có ${found} câu trả lời; nhiều nhất là ${most}`,
		fix: "gộp các câu trả lời dẫn tới cùng một việc",
	}),
	"model/next-of-last": ({ answer }) => ({
		say: `“${answer}” là ô cuối, bên phải không còn ô nào`,
		fix: "bỏ then: next, hoặc chuyển câu trả lời này lên trước",
	}),
	"model/jump-back": ({ answer, number }) => ({
		say: `“${answer}” dẫn ngược về câu ${number}: người đọc sẽ đi vòng`,
		fix: "see: chỉ dẫn tới câu hỏi ở phía dưới",
	}),
	"model/too-many-codes": ({ found, most }) => ({
		say: `có ${found} mã QR; nhiều nhất là ${most}`,
		fix: "giữ lại những địa chỉ cần nhất",
	}),
	"pictures/missing": ({ file }) => ({
		say: `không tìm thấy hình “${file}”`,
		fix: "đặt tệp hình cạnh tệp thông báo, hoặc xóa dòng này",
	}),
	"pictures/outside": ({ file }) => ({
		say: `hình “${file}” nằm ngoài thư mục của thông báo`,
		fix: "chép hình vào cùng thư mục rồi chỉ ghi tên tệp",
	}),
	"pictures/emblem": ({ file }) => ({
		say: `“${file}”: không in Quốc huy trên tờ tin`,
		fix: "dùng biểu trưng của cơ quan, hoặc xóa dòng này",
	}),
	"pictures/kind": () => ({
		say: "tệp này không phải là hình PNG, JPEG hay SVG",
		fix: "lưu lại hình thành PNG",
	}),
	"pictures/too-large": ({ what, found, most }) => ({
		say: `hình quá lớn: ${PICTURE_SIZE[what](found)}, nhiều nhất ${PICTURE_SIZE[what](most)}`,
		fix:
			what === "points"
				? "lưu lại hình thành PNG"
				: "thu nhỏ hình còn khoảng 600 × 600 điểm",
	}),
	"pictures/broken": ({ reason }) => ({
		say: `không mở được hình (${reason})`,
		fix: "mở hình bằng phần mềm khác rồi lưu lại thành PNG",
	}),
	"pictures/cmyk": () => ({
		say: "hình JPEG này dùng bốn màu mực in (CMYK)",
		fix: "lưu lại hình với màu RGB, hoặc thành PNG",
	}),
	"pictures/svg": ({ what }) => ({
		say: `hình SVG có phần không vẽ được: ${shortened(what)}`,
		fix: "đổi hết thành nét vẽ (path) một màu, hoặc lưu lại hình thành PNG",
	}),
	"pictures/coarse": ({ pixels, least }) => ({
		say: `hình chỉ có ${pixels} điểm, in ra sẽ bị mờ`,
		fix: `dùng hình có ít nhất ${least} điểm mỗi chiều`,
	}),
	"fonts/missing-glyph": ({ character, codePoint, family, instead }) => ({
		say: `bộ chữ ${family} không có chữ “${character}” (${codePoint})`,
		fix:
			instead === null
				? "dùng chữ khác"
				: instead === ""
					? "xóa ký tự này"
					: `thay bằng: ${instead}`,
	}),
	"fonts/unknown-family": ({ family, known }) => ({
		say: `không tìm thấy bộ chữ “${family}”`,
		fix: `đang có: ${listed(known)}; bộ chữ khác đặt vào thư mục fonts`,
	}),
	"layout/overset": ({ sheet, words, longest, holds }) => ({
		say:
			words === null
				? `tờ ${sheet} không đủ chỗ cho chừng này mục, dù đã dùng cỡ nhỏ nhất`
				: `nội dung dài hơn tờ ${sheet} khoảng ${words} chữ, dù đã dùng cỡ nhỏ nhất`,
		fix: [
			words === null ? "bớt mục trong body, hoặc chia thành hai thông báo" : "",
			longest.length === 0 ? "" : `rút ngắn: ${listed(longest)}`,
			holds === null ? "" : `tờ ${holds} thì đủ chỗ`,
		]
			.filter((part) => part !== "")
			.join("; "),
	}),
	"layout/long-word": ({ word }) => ({
		say: `“${shortened(word)}” dài hơn cả dòng`,
		fix: "viết ngắn lại, hoặc thêm dấu cách",
	}),
	"layout/code-too-dense": ({ url, modules, most }) => ({
		say: `địa chỉ quá dài nên mã QR quá dày (${modules} ô, nhiều nhất ${most}): ${shortened(url)}`,
		fix: "dùng địa chỉ ngắn hơn trên cùng trang",
	}),
	"proof/headline-small": ({ capMm, leastMm }) => ({
		say: `chữ tiêu đề cao ${capMm} mm, nên từ ${leastMm} mm`,
		fix: "viết tiêu đề ngắn hơn",
	}),
	"proof/text-small": ({ size, least, text }) => ({
		say: `chữ cỡ ${size} pt, nhỏ nhất được là ${least} pt: “${shortened(text)}”`,
		fix: null,
	}),
	"proof/outside-safe-area": ({ what, text, mm }) => ({
		say: `${MARKS[what](text)} ra ngoài vùng in ${mm} mm`,
		fix: null,
	}),
	"proof/overlap": ({ first, second }) => ({
		say:
			second === null
				? `“${shortened(first)}” đè lên nét khung hoặc mép nền`
				: `“${shortened(first)}” đè lên “${shortened(second)}”`,
		fix: null,
	}),
	"proof/contrast": ({ text, ratio }) => ({
		say: `chữ “${shortened(text)}” quá nhạt so với nền (${ratio} : 1)`,
		fix: null,
	}),
	"proof/ink-coverage": ({ percent, most }) => ({
		say: `trang in tốn ${percent} % mực, nên không quá ${most} %`,
		fix: "viết tựa bằng chữ thường hoặc dài hơn, hay in tiết kiệm mực: --ink saver",
	}),
	"proof/code-module": ({ mm, leastMm }) => ({
		say: `ô của mã QR rộng ${mm} mm, phải từ ${leastMm} mm`,
		fix: "dùng địa chỉ ngắn hơn",
	}),
	"proof/code-quiet-zone": ({ url }) => ({
		say: `mã QR không đủ khoảng trắng chung quanh: ${shortened(url)}`,
		fix: null,
	}),
	"proof/code-unreadable": ({ url }) => ({
		say: `mã QR không đọc lại được: ${shortened(url)}`,
		fix: null,
	}),
	"proof/not-pdf": () => ({ say: "đây không phải là tệp PDF", fix: null }),
	"proof/damaged": ({ what }) => ({
		say: DAMAGE[what],
		fix: "làm lại bằng bangtin build, và không lưu lại bằng chương trình khác",
	}),
	"proof/page-size": ({ widthMm, heightMm }) => ({
		say: `khổ giấy ${widthMm} × ${heightMm} mm không phải A5, A4 hay A3`,
		fix: null,
	}),
	"proof/page-box": () => ({
		say: "trang không ghi khổ thành phẩm (TrimBox), hoặc khổ này lớn hơn tờ giấy",
		fix: null,
	}),
	"proof/title": ({ what }) => ({
		say:
			what === "missing"
				? "PDF không có tiêu đề"
				: "trình xem PDF sẽ hiện tên tệp thay cho tiêu đề",
		fix: null,
	}),
	"proof/language": () => ({
		say: "PDF không ghi ngôn ngữ: máy đọc màn hình sẽ đọc sai tiếng Việt",
		fix: null,
	}),
	"proof/no-tags": () => ({
		say: "PDF không có thẻ cấu trúc: máy đọc màn hình không đọc được",
		fix: "làm lại bằng bangtin build, và không lưu lại bằng chương trình khác",
	}),
	"proof/tab-order": () => ({
		say: "phím Tab không đi theo thứ tự đọc của trang",
		fix: null,
	}),
	"proof/xmp": ({ near }) => ({
		say:
			near === ""
				? "PDF không có phần mô tả (XMP)"
				: `phần mô tả (XMP) viết sai, gần “${shortened(near)}”`,
		fix: null,
	}),
	"proof/xmp-claim": ({ standard }) => ({
		say: `PDF không còn nhận là ${standard}`,
		fix: "làm lại bằng bangtin build, và không lưu lại bằng chương trình khác",
	}),
	"proof/xmp-info": ({ field, info, xmp }) => ({
		say: `${field} ghi hai nơi khác nhau: “${shortened(info)}” và “${shortened(xmp)}”`,
		fix: null,
	}),
	"proof/file-id": () => ({ say: "PDF không có mã nhận dạng (ID)", fix: null }),
	"proof/output-intent": () => ({
		say: "PDF không ghi không gian màu để in (OutputIntent)",
		fix: null,
	}),
	"proof/colour": ({ space, intent }) => ({
		say: `trang dùng màu ${space}, trong khi PDF ghi là để in theo ${intent}`,
		fix: null,
	}),
	"proof/font-embedded": ({ font }) => ({
		say: `bộ chữ ${font} không nằm trong PDF: máy khác sẽ in bằng chữ khác`,
		fix: "làm lại bằng bangtin build",
	}),
	"proof/font-subset": ({ font }) => ({
		say: `bộ chữ ${font} nằm nguyên cả bộ trong PDF, không chỉ những chữ được dùng`,
		fix: null,
	}),
	"proof/font-unicode": ({ font }) => ({
		say: `không chép lại được chữ của bộ chữ ${font}: thiếu bảng Unicode`,
		fix: null,
	}),
	"proof/font-width": ({ font }) => ({
		say: `bề rộng chữ ghi trong PDF khác với bộ chữ ${font}`,
		fix: null,
	}),
	"proof/letter-undrawn": ({ font, text }) => ({
		say: `có chữ in ra thành ô trống (bộ chữ ${font}) trong “${shortened(text)}”`,
		fix: "dùng chữ khác, hoặc bộ chữ khác",
	}),
	"proof/untagged": ({ what, text }) => ({
		say: `${what === "picture" ? "một hình" : MARKS[what](text)} nằm ngoài mọi thẻ`,
		fix: null,
	}),
	"proof/marked-content": ({ what }) => ({ say: UNMARKED[what], fix: null }),
	"proof/operator": ({ name }) => ({
		say: `lệnh vẽ “${shortened(name)}” sai hoặc không rõ`,
		fix: null,
	}),
	"proof/parent-tree": ({ mcid, what }) => ({
		say: `phần ${mcid} của trang ${PARENTAGE[what]}`,
		fix: null,
	}),
	"proof/heading-order": ({ before, after }) => ({
		say:
			before === 0
				? `đề mục đầu tiên ở cấp ${after}, phải là cấp 1`
				: `đề mục nhảy từ cấp ${before} xuống cấp ${after}`,
		fix: null,
	}),
	"proof/list-shape": ({ parent, child }) => ({
		say: `danh sách sai cấu trúc: ${child} nằm trong ${parent}`,
		fix: null,
	}),
	"proof/table-shape": ({ parent, child }) => ({
		say: `bảng sai cấu trúc: ${child} nằm trong ${parent}`,
		fix: null,
	}),
	"proof/table-scope": () => ({
		say: "ô đầu bảng không ghi là đầu cột hay đầu hàng",
		fix: null,
	}),
	"proof/table-cells": ({ found, wanted }) => ({
		say: `hàng của bảng có ${found} ô, hàng đầu có ${wanted}`,
		fix: null,
	}),
	"proof/figure-alt": () => ({ say: "hình không có lời thay thế", fix: null }),
	"proof/figure-box": () => ({
		say: "hình không ghi chỗ của nó trên trang",
		fix: null,
	}),
	"proof/link-words": ({ url }) => ({
		say: `liên kết không có lời cho người nghe: ${shortened(url)}`,
		fix: null,
	}),
	"proof/link-tag": ({ url, what }) => ({
		say: `liên kết ${LINK_TAG[what]}: ${shortened(url)}`,
		fix: null,
	}),
	"proof/standard": ({ what }) => ({
		say: `không đúng chuẩn PDF/UA-1, PDF/A-3a: ${STANDARD[what]}`,
		fix: "làm lại bằng bangtin build, và không lưu lại bằng chương trình khác",
	}),
	"proof/source": ({ what }) => ({
		say:
			what === "missing"
				? "trong PDF không có tệp YAML của thông báo"
				: "tệp YAML trong PDF đã hỏng",
		fix: "làm lại bằng bangtin build, và không lưu lại bằng chương trình khác",
	}),
	"proof/code-missing": ({ url }) => ({
		say: `không tìm thấy mã QR bằng nét vẽ cho ${shortened(url)}`,
		fix: "mã QR bằng ảnh mờ đi khi in; làm lại bằng bangtin build",
	}),
	"proof/code-picture": ({ says, as }) => ({
		say: `mã QR là ảnh, không phải nét vẽ; đọc ra ${shortened(says)}, ${{ known: "đúng địa chỉ của thông báo", other: "không phải địa chỉ nào của thông báo", none: "PDF không có địa chỉ nào để so" }[as]}`,
		fix: "mã QR bằng ảnh mờ đi khi in; làm lại bằng bangtin build",
	}),
	"proof/code-address": ({ url, says }) => ({
		say: `mã QR dẫn tới ${shortened(says)}, không phải ${shortened(url)}`,
		fix: "không in tờ này",
	}),
	"proof/text-lost": ({ wanted, found }) => ({
		say: `chữ trong PDF khác với chữ đã xếp: “${shortened(found)}”, đúng ra là “${shortened(wanted)}”`,
		fix: null,
	}),
	"proof/letter-missing": ({ character, codePoint, text }) => ({
		say: `bộ chữ không có chữ “${character}” (${codePoint}), dùng trong “${shortened(text)}”`,
		fix: "dùng chữ khác",
	}),
	"cli/no-file": ({ file }) => ({
		say: `không tìm thấy tệp ${file}`,
		fix: "kiểm tra lại tên tệp và thư mục",
	}),
	"cli/unreadable": ({ file, reason }) => ({
		say: `không đọc được ${file}: ${REASONS[reason] ?? reason}`,
		fix: null,
	}),
	"cli/unwritable": ({ file, reason }) => ({
		say: `không ghi được ${file}: ${REASONS[reason] ?? reason}`,
		fix: "đóng tệp nếu đang mở, hoặc chọn thư mục khác bằng -o",
	}),
	"cli/foreign-file": ({ file }) => ({
		say: `${file} không phải do bangtin làm ra, nên không ghi đè`,
		fix: "đổi tên tệp cũ, hoặc thêm --force",
	}),
	"cli/exists": ({ file }) => ({
		say: `đã có một tệp khác tên là ${file}, nên không ghi đè`,
		fix: "chọn thư mục khác bằng -o, hoặc thêm --force",
	}),
	"cli/no-source": ({ why }) => NO_SOURCE[why],
	"cli/same-name": ({ file }) => ({
		say: `hai thông báo cùng ghi ra ${file}`,
		fix: "đổi tên một trong hai tệp YAML",
	}),
	"cli/usage": ({ problem, suggestion }) => ({
		say: problem,
		fix: meant(suggestion) ?? "xem cách dùng: bangtin --help",
	}),
	"cli/bug": ({ reason }) => ({
		say: `chương trình gặp lỗi của chính nó: ${reason}`,
		fix: "gửi tệp YAML và dòng này cho người làm chương trình",
	}),
} satisfies Words;
