import { describe, expect, test } from "vitest";
import { readAnnouncement } from "../src/content/read.ts";
import { diagnostic } from "../src/diagnostics.ts";
import { columnsOf, renderDiagnostic } from "../src/messages/render.ts";

describe("a diagnostic in words", () => {
	const source = "body:\n  - list:\n    - Thời gian: 7h30\n";
	const slip = readAnnouncement(source).diagnostics.find(
		(d) => d.code === "content/colon",
	);

	test("shows the line, the place and the remedy", () => {
		if (!slip) throw new Error("the slip was not found");
		expect(renderDiagnostic(slip, { file: "a.yaml", source, lang: "vi" })).toBe(
			[
				'lỗi[content/colon]  body[0].list[0]: câu có dấu ": " phải đặt trong ngoặc kép',
				"  --> a.yaml:3:16",
				"3 |     - Thời gian: 7h30",
				"  |                ^",
				'   sửa thành:  - "Thời gian: 7h30"',
			].join("\n"),
		);
	});

	test("in English", () => {
		if (!slip) throw new Error("the slip was not found");
		const text = renderDiagnostic(slip, { file: "a", source, lang: "en" });
		expect(text).toContain("error[content/colon]");
		expect(text).toContain('change to:  - "Thời gian: 7h30"');
	});

	test("a warning is called one", () => {
		const d = diagnostic("warning", "content/link-untrusted", "links.a.url", {
			host: "zalo.me",
		});
		const text = renderDiagnostic(d, { file: "", source: "", lang: "vi" });
		expect(text).toContain("cảnh báo[content/link-untrusted]  links.a.url: ");
	});

	test("the caret stands right after wide letters and tabs", () => {
		expect(columnsOf("日本ệe\u0301")).toBe(6);
		const place = { line: 1, column: 4, length: 2 };
		const d = diagnostic("error", "content/empty", "", {}, place);
		const text = renderDiagnostic(d, {
			file: "a",
			source: "日\t本xy",
			lang: "vi",
		});
		expect(text.split("\n").slice(2, 4)).toEqual([
			"1 | 日 本xy",
			"  |      ^^",
		]);
	});

	test("a long line is shown around the mark", () => {
		const line = `${"a".repeat(300)}X${"b".repeat(300)}`;
		const place = { line: 1, column: 301, length: 1 };
		const d = diagnostic("error", "content/empty", "", {}, place);
		const text = renderDiagnostic(d, { file: "a", source: line, lang: "vi" });
		const [, , shown = "", caret = ""] = text.split("\n");
		expect(shown.length).toBeLessThan(120);
		expect(shown[caret.indexOf("^")]).toBe("X");
	});
});
