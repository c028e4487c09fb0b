/** What the editor of the YAML offers, and where it keeps silent. */
import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { noticeJsonSchema } from "../src/content/schema.ts";
import { studioWords } from "../src/messages/studio-words.ts";
import { complete } from "../src/studio/assist.ts";
import { readFields } from "../src/studio/fields.ts";

const schema = readFields(noticeJsonSchema());

/** What is offered where the bar stands, as if it had been asked for. */
function offered(text: string): readonly string[] {
	const at = text.indexOf("|");
	const state = EditorState.create({ doc: text.replace("|", "") });
	const context = new CompletionContext(state, at, true);
	const found = complete(schema, studioWords.vi, context);
	return found?.options.map(({ label }) => label) ?? [];
}

const BLOCK = "body:\n  - step: Đến xã\n    options:\n";

describe("completion of the YAML", () => {
	test.each([
		["at the start of a line", "kind: A\nti|", "title"],
		["in an empty line", "kind: A\n|", "title"],
		["within a map", "issuer:\n  name: A\n  pa|", "parent"],
		["after a dash", `${BLOCK}      - ti|`, "title"],
		["a value", `${BLOCK}      - title: A\n        icon: pi|`, "pin"],
		["a value not begun", `${BLOCK}      - title: A\n        icon: |`, "pin"],
		[
			"a link",
			"links:\n  dat-hen: a\nbody:\n  - step: A\n    link: d|",
			"dat-hen",
		],
	])("is offered %s", (_, text, label) => {
		expect(offered(text)).toContain(label);
	});

	test.each([
		["a sentence", `${BLOCK}      - text: Dán trên bảng ti|`],
		["a sentence in a list", "body:\n  - list:\n      - Nên làm ti|"],
		["a value of two words", `${BLOCK}      - title: A\n        icon: a pi|`],
	])("is not in the way of %s", (_, text) => {
		expect(offered(text)).toEqual([]);
	});
});
