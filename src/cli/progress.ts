/** How far a long run is: a bar on a terminal, now and then a line elsewhere. */
import { cliWords } from "../messages/cli-words.ts";
import type { Args } from "./args.ts";
import type { Effects } from "./effects.ts";

/** Milliseconds between two changes of the bar, and between two lines. */
const BAR_PAUSE = 100;
const LINE_PAUSE = 5000;
const BAR_CELLS = 24;
const CLEAR_LINE = "\r\u001b[K";

export interface Progress {
	readonly step: () => void;
	/** Takes the bar away. */
	readonly end: () => void;
}

const SILENT: Progress = { step: () => {}, end: () => {} };

function bar(share: number): string {
	const full = Math.floor(share * BAR_CELLS);
	return `[${"#".repeat(full)}${"-".repeat(BAR_CELLS - full)}]`;
}

export function startProgress(
	total: number,
	args: Args,
	effects: Effects,
): Progress {
	if (args.quiet || args.json) return SILENT;
	const columns = effects.batch?.columns ?? null;
	const start = effects.now();
	const pause = columns === null ? LINE_PAUSE : BAR_PAUSE;
	let shownAt = start;
	let done = 0;

	function words(now: number): string {
		const seconds = Math.max(0.001, (now - start) / 1000);
		const rate = done / seconds;
		const left = Math.ceil((total - done) / rate);
		const perSecond = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
		return cliWords[args.lang].progress(done, total, perSecond, left);
	}

	return {
		step() {
			done += 1;
			const now = effects.now();
			if (now - shownAt < pause) return;
			shownAt = now;
			if (columns === null) effects.stderr(`${words(now)}\n`);
			else {
				const line = `${bar(done / total)} ${words(now)}`;
				// A line that wraps could not be cleared again.
				effects.stderr(`${CLEAR_LINE}${line.slice(0, columns - 1)}`);
			}
		},
		end() {
			if (columns !== null && shownAt > start) effects.stderr(CLEAR_LINE);
		},
	};
}
