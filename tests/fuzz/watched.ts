/** Threads that may hang: each piece of work has its time, and what takes longer is left. */
import { Worker } from "node:worker_threads";

/** Every so manieth run from one on. */
export interface Share {
	readonly seed: number;
	readonly from: number;
	readonly runs: number;
	readonly step: number;
}

const isOver = ({ from, runs }: Share): boolean => from >= runs;

/**
 * Does a share in a thread that posts a message after each run. A run without a
 * message in time ends the thread; another goes on with the next run.
 */
export async function watched<T>(
	module: URL,
	share: Share,
	seconds: number,
	onDone: (message: T) => void,
	onHang: (run: number) => void,
): Promise<void> {
	for (let left = share; !isOver(left); ) {
		const reached = await untilHang(module, left, seconds, onDone);
		if (reached < left.runs) onHang(reached);
		left = { ...left, from: reached + left.step };
	}
}

/** The run that hung or killed its thread; beyond the last if none did. */
function untilHang<T>(
	module: URL,
	share: Share,
	seconds: number,
	onDone: (message: T) => void,
): Promise<number> {
	return new Promise((resolve) => {
		const worker = new Worker(module, { workerData: share });
		let run = share.from;
		const stop = (): void => {
			clearTimeout(timer);
			void worker.terminate().then(() => resolve(run));
		};
		let timer = setTimeout(stop, seconds * 1000);
		worker.on("message", (message: T) => {
			clearTimeout(timer);
			onDone(message);
			run += share.step;
			timer = setTimeout(stop, seconds * 1000);
		});
		// Out of memory, or an error outside of a run: it is this run's.
		worker.on("error", stop);
		worker.on("exit", stop);
	});
}
