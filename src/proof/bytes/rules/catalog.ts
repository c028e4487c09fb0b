import { asName, itemsOf, textOf } from "../../../pdf-reader/values.ts";
import { type BytesRule, found, foundOn } from "../rule.ts";

/** A title, and viewers told to show it. */
export const title: BytesRule = ({ file, info, catalog }) => {
	const text = textOf(file.field(info, "Title")) ?? "";
	const preferences = file.field(catalog, "ViewerPreferences");
	const isShown = file.field(preferences, "DisplayDocTitle") === true;
	if (text.trim() === "") return [found("proof/title", { what: "missing" })];
	return isShown ? [] : [found("proof/title", { what: "hidden" })];
};

/** Screen readers speak Vietnamese only when they are told to. */
export const language: BytesRule = ({ file, catalog }) => {
	const text = textOf(file.field(catalog, "Lang")) ?? "";
	return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)
		? []
		: [found("proof/language", {})];
};

export const tagged: BytesRule = ({ file, catalog, tree }) => {
	const marks = file.field(catalog, "MarkInfo");
	const isMarked = file.field(marks, "Marked") === true;
	return isMarked && tree !== null ? [] : [found("proof/no-tags", {})];
};

/** Pages with links are walked in the order of their tags. */
export const tabOrder: BytesRule = ({ file, pages }) =>
	pages
		.filter(({ dict }) => itemsOf(file.field(dict, "Annots")).length > 0)
		.filter(({ dict }) => asName(file.field(dict, "Tabs")) !== "S")
		.map((page) => foundOn(page, null, "proof/tab-order", {}));

const ID_LENGTH = 16;

/** What tells this file from every other. */
export const fileId: BytesRule = ({ file }) => {
	const halves = itemsOf(file.field(file.trailer, "ID")).map((half) =>
		file.get(half),
	);
	const isWhole =
		halves.length === 2 &&
		halves.every(
			(half) =>
				typeof half === "object" &&
				half?.kind === "string" &&
				half.bytes.length >= ID_LENGTH,
		);
	return isWhole ? [] : [found("proof/file-id", {})];
};
