/** Villages that do not exist, as many as are wanted. */

/** A cell for each placeholder of `thong-bao.yaml`. */
export interface BenchVillage {
	readonly Thôn: string;
	readonly Ngày: string;
	readonly Giờ: string;
	readonly Nơi: string;
	readonly "Người giúp": string;
}

const NAMES = ["Ao Sen", "Bến Đò", "Cầu Tre", "Đồng Nội", "Gò Mả", "Vườn Cau"];
const PLACES = ["Nhà văn hóa", "Đình", "Sân kho", "Trạm bơm, cạnh đê"];
const HELPERS = ["bà Mẫu", "ông Thử", "anh Lượng"];

const pick = (from: readonly string[], index: number): string =>
	from[index % from.length] ?? "";

export const benchVillage = (index: number): BenchVillage => ({
	Thôn: `${pick(NAMES, index)} ${index + 1}`,
	Ngày: `2026-12-${String((index % 28) + 1).padStart(2, "0")}`,
	Giờ: `${7 + (index % 12)}:30`,
	Nơi: pick(PLACES, index),
	"Người giúp": pick(HELPERS, index),
});

/** A list as `bangtin merge` reads it. */
export function villagesCsv(count: number): string {
	const villages = Array.from({ length: count }, (_, i) => benchVillage(i));
	const line = (cells: readonly string[]): string =>
		cells.map((cell) => `"${cell}"`).join(",");
	return [
		line(Object.keys(benchVillage(0))),
		...villages.map((village) => line(Object.values(village))),
	].join("\n");
}
