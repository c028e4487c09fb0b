import { seeQuestion } from "../../../messages/sheet-words.ts";
import type { Answer, Outcome, Text } from "../../../model/announcement.ts";

/** A plain text of the sheet's own words, at a field of the notice. */
export const ownText = (words: string, path = ""): Text => ({
	path,
	long: [{ text: words, strong: false }],
	short: null,
});

/** What a card for this answer says; null when the answer asks again. */
export function outcomeOf(answer: Answer): Outcome | null {
	switch (answer.to.kind) {
		case "outcome":
			return answer.to.outcome;
		case "jump":
			return {
				path: answer.path,
				title: ownText(seeQuestion(answer.to.number), answer.path),
				text: null,
				icon: null,
				then: null,
			};
		case "question":
			return null;
	}
}
