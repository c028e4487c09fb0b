/** Only what differs between two drawings of a page is sent and drawn. */

import { describe, expect, test } from "vitest";
import { applyChanges, changesOf } from "../src/studio/sheet-changes.ts";
import { fc } from "./support/fast-check.ts";

const mark = fc.record({
	shape: fc.constantFrom("<a/>", "<b/>", "<c/>", "<d/>"),
	at: fc.constantFrom("", "translate(1 2)", "translate(3 4)"),
});

describe("the changes between two drawings", () => {
	test("lead from one to the other, whatever they are", () => {
		fc.assert(
			fc.property(fc.array(mark), fc.array(mark), (before, now) => {
				expect(applyChanges(before, changesOf(before, now))).toEqual(now);
			}),
		);
	});

	test("are none where nothing differs", () => {
		const page = [{ shape: "<a/>", at: "" }];
		expect(changesOf(page, page).marks).toEqual([]);
	});

	test("name what only moved by its place, each once", () => {
		const before = ["<a/>", "<a/>", "<b/>"].map((shape) => ({ shape, at: "" }));
		const now = before.map(({ shape }) => ({ shape, at: "translate(0 9)" }));
		const { marks } = changesOf(before, now);
		expect(marks.map(({ shape }) => shape)).toEqual([0, 1, 2]);
	});
});
