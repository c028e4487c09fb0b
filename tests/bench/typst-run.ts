/**
 * A process of the reference. `typst-run FOLDER FONTS OUT`: one notice, flyer and
 * poster. With COUNT THREADS after it: a leaflet for each of so many villages.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { TypstNotice } from "./typst-notice.ts";
import { benchVillage } from "./villages.ts";

interface Share {
	readonly folder: string;
	readonly fonts: string;
	readonly out: string;
	readonly from: number;
	readonly to: number;
}

function makeLeaflets({ folder, fonts, out, from, to }: Share): void {
	const notice = new TypstNotice(folder, fonts, "leaflet-a5");
	for (let i = from; i < to; i++)
		writeFileSync(join(out, `${i}.pdf`), notice.pdf(benchVillage(i)));
}

function makeTwoSheets(folder: string, fonts: string, out: string): void {
	const notice = new TypstNotice(folder, fonts, "flyer-a4");
	const village = benchVillage(0);
	writeFileSync(join(out, "flyer.pdf"), notice.pdf(village));
	notice.resize("poster-a3");
	writeFileSync(join(out, "poster.pdf"), notice.pdf(village));
}

function main(): void {
	const [folder = "", fonts = "", out = "", count = "0", threads = "1"] =
		process.argv.slice(2);
	const villages = Number(count);
	const shares = Number(threads);
	if (villages === 0) makeTwoSheets(folder, fonts, out);
	else if (shares === 1)
		makeLeaflets({ folder, fonts, out, from: 0, to: villages });
	else
		for (let share = 0; share < shares; share++) {
			const at = (part: number): number =>
				Math.round((villages * part) / shares);
			const from = at(share);
			const data: Share = { folder, fonts, out, from, to: at(share + 1) };
			new Worker(new URL(import.meta.url), { workerData: data });
		}
}

if (isMainThread) main();
// Only main() starts this file as a thread, with this data.
else makeLeaflets(workerData as Share);
