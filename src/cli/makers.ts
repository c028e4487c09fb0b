/** Threads that make villages: each row goes to the one with the least to do. */
import { Worker } from "node:worker_threads";
import type { MakerSetup, VillageFiles } from "../batch/maker.ts";
import type { Makers } from "./effects.ts";
import type { Answer, Task } from "./merge-worker.ts";

/**
 * Some 40 MB live in a thread's heap, and pixels lie outside it: no notice comes near
 * these limits. Where the limit is low, V8 lets less garbage gather before it collects:
 * a process with two threads peaks at some 245 MB instead of 271, in the same time.
 */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

interface Waiting {
	readonly done: (made: VillageFiles) => void;
	readonly lost: (error: Error) => void;
}

class Thread {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	#next = 0;
	#end: Error | null = null;

	constructor(file: URL, setup: MakerSetup) {
		this.#worker = new Worker(file, {
			workerData: setup,
			resourceLimits: LIMITS,
		});
		this.#worker.on("message", ({ id, made }: Answer) => {
			this.#waiting.get(id)?.done(made);
			this.#waiting.delete(id);
		});
		this.#worker.on("error", (error: Error) => {
			this.#end = error;
			for (const { lost } of this.#waiting.values()) lost(error);
			this.#waiting.clear();
		});
	}

	get load(): number {
		return this.#waiting.size;
	}

	make(row: Task["row"]): Promise<VillageFiles> {
		if (this.#end !== null) return Promise.reject(this.#end);
		const id = this.#next++;
		return new Promise((done, lost) => {
			this.#waiting.set(id, { done, lost });
			this.#worker.postMessage({ id, row } satisfies Task);
		});
	}

	async stop(): Promise<void> {
		await this.#worker.terminate();
	}
}

export function startMakers(
	file: URL,
	count: number,
	setup: MakerSetup,
): Makers {
	const threads = Array.from({ length: count }, () => new Thread(file, setup));
	return {
		make(row) {
			const [freest] = threads.toSorted((a, b) => a.load - b.load);
			if (!freest) throw new Error("no threads");
			return freest.make(row);
		},
		async stop() {
			await Promise.all(threads.map((thread) => thread.stop()));
		},
	};
}
