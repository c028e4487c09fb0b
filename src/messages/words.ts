/** What a language must have: words for every message. */
import type { MessageCode, MessageParams } from "./codes.ts";

export interface Said {
	/** One sentence without a full stop. */
	readonly say: string;
	/** What to do about it; null when that is plain. */
	readonly fix: string | null;
}

export type Words = {
	readonly [C in MessageCode]: (params: MessageParams[C]) => Said;
};

export const listed = (items: readonly string[]): string => items.join(", ");

const MOST_QUOTED = 60;

/** A text of any length, for use inside a sentence. */
export function shortened(text: string): string {
	const characters = [...text];
	return characters.length <= MOST_QUOTED
		? text
		: `${characters.slice(0, MOST_QUOTED - 1).join("")}…`;
}
