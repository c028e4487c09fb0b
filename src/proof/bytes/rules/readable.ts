import { readAll } from "../../../pdf-reader/open-pdf.ts";
import { type BytesRule, found } from "../rule.ts";

/** The file is whole: its tables lead to its objects, and every stream unpacks. */
export const readable: BytesRule = ({ file }) => {
	readAll(file);
	return [...file.trouble].map((what) => found("proof/damaged", { what }));
};
