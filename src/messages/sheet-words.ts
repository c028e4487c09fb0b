/** The sheet's own words. Sheets are Vietnamese whatever the terminal speaks. */
export const scan = "Quét mã";

/** How to scan, for those who never have. */
export const scanHint =
	"Mở máy ảnh của điện thoại, đưa vào mã, chờ hiện địa chỉ rồi bấm vào đó.";

/** The line of safety in two parts: the domain stands out. */
export const safety = "Chỉ quét mã dẫn tới";
export const safetyDomain = "tên miền .gov.vn";

export const yes = "Có";
export const no = "Không";

export const pageTurn = "Tiếp trang 2";

export const source = (name: string): string => `Nguồn: ${name}`;
export const askMore = (office: string): string => `Hỏi thêm: ${office}`;
export const asOf = (date: string): string =>
	`Nội dung theo thông báo ngày ${date}`;
export const seeQuestion = (n: number): string => `Xem câu ${n}`;
export const pageOf = (page: number, pages: number): string =>
	`Trang ${page}/${pages}`;

/** For screen readers: what the picture of a code says. */
export const codeAlt = (label: string, url: string): string =>
	`Mã QR: ${label}, địa chỉ ${url}`;

/** On the last flag of a notice without codes. */
export const askAt = (phone: string): string => `Hỏi: ${phone}`;

/** For screen readers: where a printed address leads. */
export const openAddress = (host: string): string => `Mở ${host}`;
