import { attachmentsOf } from "../../../pdf-reader/attachments.ts";
import { type BytesRule, found } from "../rule.ts";

/** The notice itself is inside, so that nobody loses it. */
export const source: BytesRule = ({ file }) => {
	const notice = attachmentsOf(file).find(
		({ name, relationship }) =>
			relationship === "Source" && /\.ya?ml$/i.test(name),
	);
	if (notice === undefined) return [found("proof/source", { what: "missing" })];
	return notice.bytes === null
		? [found("proof/source", { what: "damaged" })]
		: [];
};
