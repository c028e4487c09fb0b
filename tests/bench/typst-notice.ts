/** The reference: `thong-bao.typ` compiled by Typst, as its documentation shows. */
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { FORMATS, type FormatName } from "../../src/formats/formats.ts";
import type { BenchVillage } from "./villages.ts";

/** A code as the document draws it: runs of dark modules, [x, y, length]. */
export interface TypstCode {
	readonly url: string;
	readonly label: string;
	readonly host: string;
	readonly size: number;
	readonly runs: readonly (readonly [number, number, number])[];
}

/** Documents between two times of forgetting, and how old a thing is then. */
const EVICT_EVERY = 10;

export class TypstNotice {
	readonly #folder: string;
	readonly #compiler: NodeCompiler;
	#made = 0;

	/** The folder has `thong-bao.typ` and `codes.json`. */
	constructor(folder: string, fonts: string, sheet: FormatName) {
		this.#folder = folder;
		this.#compiler = NodeCompiler.create({
			workspace: folder,
			fontArgs: [{ fontPaths: [fonts] }],
		});
		this.resize(sheet);
	}

	resize(sheet: FormatName): void {
		const { width, height } = FORMATS[sheet];
		const scale = width / FORMATS["leaflet-a5"].width;
		this.#put("sheet.json", { width, height, scale });
	}

	pdf(village: BenchVillage): Uint8Array {
		this.#put("village.json", {
			name: village.Thôn,
			day: village.Ngày,
			hour: village.Giờ,
			place: village.Nơi,
			helper: village["Người giúp"],
		});
		const mainFilePath = join(this.#folder, "thong-bao.typ");
		const bytes = this.#compiler.pdf({ mainFilePath });
		this.#made += 1;
		if (this.#made % EVICT_EVERY === 0) this.#compiler.evictCache(EVICT_EVERY);
		return bytes;
	}

	#put(name: string, data: object): void {
		const text = Buffer.from(JSON.stringify(data));
		this.#compiler.mapShadow(join(this.#folder, name), text);
	}
}
