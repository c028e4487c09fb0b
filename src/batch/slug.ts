const MARKS = /\p{M}/gu;
const OTHERS = /[^a-z0-9]+/gu;

/** "Tiêm chủng Đợt 2" → "tiem-chung-dot-2": a name every file system takes. */
export function slugOf(name: string): string {
	const ascii = name
		.normalize("NFD")
		.replace(MARKS, "")
		.toLowerCase()
		.replaceAll("đ", "d")
		.replace(OTHERS, "-")
		.replace(/^-+|-+$/gu, "");
	return ascii === "" ? "thong-bao" : ascii;
}
