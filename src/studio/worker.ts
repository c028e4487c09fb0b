/** The typesetter off the page's thread. Built to stand alone. */
import "./older-browsers.ts";
import { type Engine, openEngine } from "./engine.ts";
import type { Question, QuestionName, Questions, Reply } from "./protocol.ts";

let engine: Engine | null = null;

function started(): Engine {
	if (engine === null) throw new Error("asked before it was started");
	return engine;
}

function answer(question: Question): Questions[QuestionName]["answer"] {
	switch (question.name) {
		case "start":
			engine = openEngine(question.ask.family, question.ask.fonts);
			return null;
		case "draw":
			return started().draw(
				question.ask.source,
				question.ask.choice,
				question.ask.village,
			);
		case "logo":
			return started().logo(question.ask);
		case "measures":
			return started().measures();
		case "pdf":
			return started().pdf(question.ask.notice, question.ask.choice);
		case "villages":
			return started().villages(question.ask.source, question.ask.bytes);
		case "village": {
			const { notice, choice, village } = question.ask;
			return started().village(notice, choice, village);
		}
		case "packed": {
			const { notice, choice, village } = question.ask;
			return started().packed(notice, choice, village);
		}
		case "plan": {
			const { notice, choice, villages, isDuplex } = question.ask;
			return started().plan(notice, choice, villages, isDuplex);
		}
		case "open":
			return started().open(question.ask.name, question.ask.bytes);
	}
}

function reply(question: Question): Reply {
	const { id } = question;
	const before = performance.now();
	try {
		const given = answer(question);
		const took = performance.now() - before;
		return { id, kind: "answer", answer: given, took };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { id, kind: "failed", reason };
	}
}

// Only the page that made the worker can speak to it.
addEventListener("message", ({ data }: MessageEvent<Question>) =>
	postMessage(reply(data)),
);
