import type { PageMark } from "../content/page-content.ts";
import { type BytesRule, cornerOf, firstOnEach, foundOn } from "../rule.ts";

const whatIs = (mark: PageMark) =>
	mark.kind === "path" ? ("shape" as const) : mark.kind;

/** Everything painted is a piece of some tag, or decoration. */
export const untagged: BytesRule = ({ pages }) =>
	pages.flatMap((page) =>
		firstOnEach(
			page.content.marks.filter(({ marked }) => marked === null),
			({ kind }) => kind,
		).map((mark) =>
			foundOn(page, mark.box && cornerOf(mark.box), "proof/untagged", {
				what: whatIs(mark),
				text: mark.kind === "text" ? mark.text.trim() : "",
			}),
		),
	);

/** What is opened is closed, and nothing is two things at once. */
export const markedContent: BytesRule = ({ pages }) =>
	pages.flatMap((page) =>
		firstOnEach(page.content.faults, ({ kind }) => kind).flatMap((fault) =>
			fault.kind === "operator"
				? []
				: [foundOn(page, null, "proof/marked-content", { what: fault.kind })],
		),
	);

/** Only operators there are, and as many states restored as saved. */
export const operators: BytesRule = ({ pages }) =>
	pages.flatMap((page) =>
		page.content.faults
			.flatMap((fault) => (fault.kind === "operator" ? [fault] : []))
			.slice(0, 1)
			.map(({ name }) => foundOn(page, null, "proof/operator", { name })),
	);
