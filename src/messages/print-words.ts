/** What the sheets of the print room say. They are Vietnamese, as the notices are. */

/** Under a part of a poster: which it is, and what to cut. */
export function tileLabel(
	name: string,
	cutsLeft: boolean,
	cutsTop: boolean,
): string {
	const edges = [
		...(cutsLeft ? ["mép trái"] : []),
		...(cutsTop ? ["mép trên"] : []),
	];
	return edges.length === 0
		? `Tờ ${name} · không cắt, để nằm dưới`
		: `Tờ ${name} · cắt ${edges.join(" và ")} theo vạch, dán đè lên`;
}

export const assemblyTitle = "Ghép áp phích A3 từ 4 tờ A4";
export const assemblyPicture =
	"Áp phích thu nhỏ, các đường nối và tên của bốn tờ: A1, A2 ở trên; B1, B2 ở dưới";
export const assemblySteps: readonly string[] = [
	"In đúng cỡ 100 %, không chọn “vừa trang”.",
	"Cắt A2, B1, B2 theo vạch. Dán A2 đè lên A1, B2 đè lên B1,",
	"sao cho vạch trùng vạch; rồi dán hàng dưới đè lên hàng trên.",
];

export const planTitle = "Kế hoạch in";
export const planColumns = {
	number: "STT",
	village: "Thôn",
	copies: "Số tờ",
	paper: "Giấy A4",
	packets: "Gói",
	done: "Đã giao",
};
export const planTotal = "Tổng";
export const planNote = (perPaper: number, perPacket: number): string =>
	`${perPaper} tờ rơi trên một tờ A4; mỗi gói nhiều nhất ${perPacket} tờ rơi.`;
export const planDuplex =
	"Tờ rơi có hai trang: in hai mặt, lật theo cạnh ngắn.";
export const planPage = (page: number, of: number): string =>
	`Trang ${page}/${of}`;
