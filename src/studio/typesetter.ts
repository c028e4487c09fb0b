/** The worker, as a promise of answers. */
import type { Question, QuestionName, Questions, Reply } from "./protocol.ts";

export interface Typesetter {
	readonly ask: <N extends QuestionName>(
		name: N,
		ask: Questions[N]["ask"],
	) => Promise<Questions[N]["answer"]>;
}

interface Waiting {
	readonly settle: (reply: Reply) => void;
}

export function startTypesetter(script: string): Typesetter {
	const address = URL.createObjectURL(
		new Blob([script], { type: "text/javascript" }),
	);
	const worker = new Worker(address);
	const waiting = new Map<number, Waiting>();
	let last = 0;
	worker.onmessage = ({ data }: MessageEvent<Reply>) => {
		if (data.kind === "answer") {
			performance.clearMeasures("bangtin:worker");
			const start = Math.max(0, performance.now() - data.took);
			performance.measure("bangtin:worker", { start, duration: data.took });
		}
		waiting.get(data.id)?.settle(data);
		waiting.delete(data.id);
	};
	worker.onerror = ({ message }) => {
		for (const [id, { settle }] of waiting)
			settle({ id, kind: "failed", reason: message });
		waiting.clear();
	};
	return {
		ask: (name, ask) =>
			new Promise((resolve, reject) => {
				last += 1;
				const id = last;
				waiting.set(id, {
					settle(reply) {
						if (reply.kind === "failed") reject(new Error(reply.reason));
						// The worker answers each question with an answer of its kind.
						else resolve(reply.answer as Questions[typeof name]["answer"]);
					},
				});
				// A name and what is asked under it belong together by this method's type.
				worker.postMessage({ id, name, ask } as Question);
			}),
	};
}
