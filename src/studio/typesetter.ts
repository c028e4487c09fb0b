/** The worker, as a promise of answers. */
import type { Question, QuestionName, Questions, Reply } from "./protocol.ts";

export interface Typesetter {
	readonly ask: <N extends QuestionName>(
		name: N,
		ask: Questions[N]["ask"],
	) => Promise<Questions[N]["answer"]>;
}

/** There is no worker: the browser forbids it, or it has ended. */
export class TypesetterGone extends Error {}

interface Waiting {
	readonly settle: (reply: Reply) => void;
	readonly gone: (error: TypesetterGone) => void;
}

/** Or why there is none. */
function newWorker(script: string): Worker | TypesetterGone {
	try {
		const type = "text/javascript";
		return new Worker(URL.createObjectURL(new Blob([script], { type })));
	} catch (error) {
		return new TypesetterGone(String(error));
	}
}

export function startTypesetter(script: string): Typesetter {
	const waiting = new Map<number, Waiting>();
	let last = 0;
	let worker = newWorker(script);
	if (!(worker instanceof TypesetterGone)) listen(worker);
	return {
		ask: (name, ask) =>
			new Promise((resolve, reject) => {
				if (worker instanceof TypesetterGone) {
					reject(worker);
					return;
				}
				last += 1;
				const id = last;
				waiting.set(id, {
					settle(reply) {
						if (reply.kind === "failed") reject(new Error(reply.reason));
						// The worker answers each question with an answer of its kind.
						else resolve(reply.answer as Questions[typeof name]["answer"]);
					},
					gone: reject,
				});
				// A name and what is asked under it belong together by this method's type.
				worker.postMessage({ id, name, ask } as Question);
			}),
	};

	function listen(worker: Worker): void {
		worker.onmessage = ({ data }: MessageEvent<Reply>) => {
			if (data.kind === "answer") {
				performance.clearMeasures("bangtin:worker");
				const start = Math.max(0, performance.now() - data.took);
				performance.measure("bangtin:worker", { start, duration: data.took });
			}
			waiting.get(data.id)?.settle(data);
			waiting.delete(data.id);
		};
		// It answers its own mistakes; this one is of the script itself.
		worker.onerror = (event) => {
			event.preventDefault();
			ended(new TypesetterGone(event.message));
		};
	}

	function ended(error: TypesetterGone): void {
		worker = error;
		for (const { gone } of waiting.values()) gone(error);
		waiting.clear();
	}
}
