/** One notice, from nothing: a whole process. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { processes } from "./measure.ts";
import { BANGTIN, FONTS, filledNotice, fresh, TYPST } from "./notice.ts";
import { type Row, times } from "./rows.ts";

const COLD_ROUNDS = 11;

export async function coldRows(
	folder: string,
	typst: string,
): Promise<readonly Row[]> {
	const notice = join(folder, "thong-bao.yaml");
	writeFileSync(notice, filledNotice(0));
	const [ours, theirs, bare] = await processes(COLD_ROUNDS, [
		() => [BANGTIN, "build", notice, "-q", "-o", fresh(folder, "cold")],
		() => [TYPST, typst, FONTS, fresh(folder, "cold-typst")],
		() => ["-e", "0"],
	]);
	if (!ours || !theirs || !bare) return [];
	const what = "cold: flyer and poster of one notice, whole process";
	return [
		times(`${what}, time`, "Typst", ours.seconds / theirs.seconds, {
			first: 2,
			next: 1,
		}),
		times(`${what}, time`, "node -e 0", ours.seconds / bare.seconds),
		times(`${what}, processor`, "Typst", ours.cpuSeconds / theirs.cpuSeconds),
		times(`${what}, peak memory`, "Typst", ours.megabytes / theirs.megabytes),
	];
}
