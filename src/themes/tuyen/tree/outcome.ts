import { seeQuestion } from "../../../messages/sheet-words.ts";
import type { Answer, Text } from "../../../model/announcement.ts";
import type { CardContent } from "../card.ts";

/** The sheet's own words, at a field of the notice. */
const ownText = (words: string, path: string): Text => ({
	path,
	long: [{ text: words, strong: false }],
	short: null,
});

/** What a card for this answer says; null when the answer asks again. */
export function outcomeOf(answer: Answer): CardContent | null {
	switch (answer.to.kind) {
		case "outcome":
			return { ...answer.to.outcome, jump: null };
		case "jump":
			return {
				title: ownText(seeQuestion(answer.to.number), answer.path),
				text: null,
				icon: null,
				goesOn: false,
				jump: answer.to.number,
			};
		case "question":
			return null;
	}
}
