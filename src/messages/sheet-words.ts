/** The sheet's own words. Sheets are Vietnamese whatever the terminal speaks. */
import type { Span } from "../model/announcement.ts";

const plain = (text: string): Span => ({ text, strong: false });
const strong = (text: string): Span => ({ text, strong: true });

export const scan = "Quét mã";

/** How to scan, for those who never have. */
export const scanHint =
	"Mở máy ảnh của điện thoại, đưa vào mã, chờ hiện địa chỉ rồi bấm vào đó.";

/** On the last flag of a notice without codes. */
export const ask = (phone: string): string => `Hỏi: ${phone}`;

/** Printed only when it is true of every code. */
export const safetyLine = (): readonly Span[] => [
	plain("Chỉ quét mã dẫn tới tên miền "),
	strong(".gov.vn"),
];

/** Where some host is another, the hosts are named. */
export const safetyLineHosts = (hosts: readonly string[]): readonly Span[] => [
	plain("Chỉ quét mã dẫn tới "),
	...hosts.flatMap((host, index) =>
		index === 0 ? [strong(host)] : [plain(" hoặc "), strong(host)],
	),
];

/** On the sign that hangs from the roof. */
export const postedUntil = "Dán đến hết ngày";

export const source = (name: readonly Span[]): readonly Span[] => [
	plain("Nguồn: "),
	...name,
];

export const askMore = (
	office: readonly Span[],
	phone: string | null,
): readonly Span[] => [
	plain("Hỏi thêm: "),
	...office,
	...(phone === null ? [] : [plain(", "), strong(phone)]),
];

export const asOf = (date: string): string =>
	`Nội dung theo thông báo ngày ${date}`;

export const seeQuestion = (n: number): string => `Xem câu ${n}`;

/** At the foot of a page that is not the last. */
export const pageTurn = (page: number): string => `Tiếp trang ${page}`;

/** For screen readers: the issuer's own picture. */
export const logoOf = (issuer: string): string => `Biểu trưng: ${issuer}`;

/** For screen readers: what the picture of a code says. */
export const seeCode = (url: string): string => `Mã QR dẫn tới ${url}`;

/** For screen readers: where a printed address leads. */
export const openAddress = (host: string): string => `Mở địa chỉ ${host}`;

/** In the head of a further page. */
export const pageNumber = (page: number): string => `Trang ${page}`;

/** What a reader of PDF shows beside the notice's source inside. */
export const rowsOfSheet = "Dòng của tờ này trong danh sách";
export const sourceOfSheet = "Nguồn của tờ này, cho bangtin";
