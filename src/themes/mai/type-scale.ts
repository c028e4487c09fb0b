/** The theme's type: headings in the display face, text in the family. */
import { DISPLAY } from "../../fonts/face.ts";
import { type RoleSpec, sizes, spec } from "../shared/type-roles.ts";

export type Role =
	| "headline"
	| "issuerKind"
	| "issuerName"
	| "parent"
	| "tag"
	| "dated"
	| "lead"
	| "head"
	| "numeral"
	| "cardTitle"
	| "body"
	| "question"
	| "askMark"
	| "signpost"
	| "ticketTitle"
	| "letter"
	| "calendarMonth"
	| "calendarLabel"
	| "calendarDays"
	| "calendarLine"
	| "signLabel"
	| "signValue"
	| "scan"
	| "codeTitle"
	| "codeHost"
	| "codePath"
	| "safety"
	| "office"
	| "phone"
	| "footer"
	| "tableHead"
	| "tableCell"
	| "fact"
	| "warning"
	| "turn";

const display = (
	leading: number,
	role: RoleSpec["role"],
	roleSizes: RoleSpec["sizes"],
	more: { readonly tracking?: number; readonly capitals?: boolean } = {},
): RoleSpec => spec(DISPLAY, DISPLAY, leading, role, roleSizes, more);

export const ROLES: { readonly [R in Role]: RoleSpec } = {
	headline: display(
		1.16,
		"headline",
		sizes([29, 40.5, 141], [41, 56, 200], [62, 96, 283]),
		{ tracking: -0.005 },
	),
	issuerKind: spec(
		700,
		700,
		1.3,
		"body",
		sizes([9.5, 9.5, 9.5], [11, 11, 11], [16, 16, 16]),
		{ tracking: 0.05, capitals: true },
	),
	issuerName: display(
		1.3,
		"body",
		sizes([13, 18, 18], [17, 26, 26], [25, 36, 36]),
		{ tracking: 0.01, capitals: true },
	),
	parent: spec(
		500,
		700,
		1.3,
		"small",
		sizes([8, 8, 8], [9, 9.5, 9.5], [13, 13.5, 13.5]),
	),
	tag: display(
		1.3,
		"small",
		sizes([9.5, 9.5, 10.5], [12, 12.5, 14], [18, 19, 22]),
		{ tracking: 0.05, capitals: true },
	),
	dated: spec(
		400,
		700,
		1.36,
		"small",
		sizes([8, 8.5, 9.5], [9, 10, 12], [13, 14, 18]),
	),
	lead: spec(
		400,
		700,
		1.38,
		"body",
		sizes([9.5, 10.5, 21], [11, 12.5, 30], [16, 20, 46]),
	),
	head: display(
		1.15,
		"body",
		sizes([13, 15, 24], [16.5, 20, 34], [23, 29, 50]),
	),
	numeral: display(
		1,
		"small",
		sizes([13, 13.5, 13.5], [18, 18, 18], [25, 26, 26]),
	),
	cardTitle: spec(
		700,
		700,
		1.25,
		"body",
		sizes([9.5, 10.5, 17], [11.5, 13, 23], [16, 20, 36]),
	),
	body: spec(
		400,
		700,
		1.38,
		"body",
		sizes([9.5, 10.5, 16.5], [11, 12, 22], [16, 19, 34]),
	),
	/** Of the whole notice: in a short one it is what there is to say. */
	warning: spec(
		400,
		700,
		1.38,
		"body",
		sizes([9.5, 10.5, 26], [11, 12, 34], [16, 19, 54]),
	),
	question: spec(
		700,
		700,
		1.24,
		"body",
		sizes([9.8, 10.6, 16], [11.5, 13.4, 21], [16.5, 20, 34]),
	),
	askMark: display(1, "small", sizes([16, 16, 16], [20, 20, 20], [27, 27, 27])),
	signpost: display(
		1.2,
		"body",
		sizes([10.5, 11.5, 15], [12.5, 14, 20], [17, 19, 29]),
		{ tracking: 0.02, capitals: true },
	),
	ticketTitle: spec(
		700,
		700,
		1.24,
		"body",
		sizes([9.5, 10.5, 16.5], [11.5, 12.8, 22], [16, 19, 35]),
	),
	letter: display(
		1,
		"small",
		sizes([10.5, 10.5, 10.5], [14, 14, 14], [17.5, 17.5, 17.5]),
	),
	calendarMonth: display(
		1.2,
		"small",
		sizes([8, 10.6, 16], [9, 14.5, 24], [13, 19, 30]),
		{ tracking: 0.02, capitals: true },
	),
	calendarLabel: display(
		1.2,
		"small",
		sizes([8, 9.2, 14], [9, 12.5, 20], [13, 16.5, 28]),
		{ tracking: 0.03, capitals: true },
	),
	calendarDays: display(
		1,
		"body",
		sizes([13, 300, 300], [19, 300, 300], [28, 400, 400]),
	),
	calendarLine: display(
		1.3,
		"body",
		sizes([9.5, 11.5, 20], [11, 15, 30], [16, 20, 46]),
		{ tracking: 0.02 },
	),
	signLabel: spec(
		600,
		700,
		1.2,
		"small",
		sizes([8, 8, 8], [9, 9, 9], [13, 13, 13]),
		{ capitals: true, tracking: 0.02 },
	),
	signValue: display(
		1.1,
		"body",
		sizes([12, 13.5, 13.5], [17, 20, 20], [23, 26, 26]),
	),
	scan: display(
		1.15,
		"body",
		sizes([9.5, 12.5, 16], [14, 17, 22], [19, 24, 32]),
	),
	codeTitle: spec(
		600,
		700,
		1.3,
		"body",
		sizes([9.5, 9.8, 11], [11, 11.8, 14], [16, 16.5, 20]),
	),
	codeHost: spec(
		500,
		700,
		1.34,
		"host",
		sizes([9, 9, 10.5], [11, 11, 13], [15, 15, 18]),
	),
	codePath: spec(
		400,
		700,
		1.34,
		"small",
		sizes([8, 8, 8.5], [9, 9, 10], [13, 13, 14]),
	),
	safety: spec(
		700,
		700,
		1.3,
		"small",
		sizes([9, 9.4, 10.5], [11, 12.5, 14], [15.5, 17, 20]),
	),
	office: spec(
		400,
		700,
		1.34,
		"body",
		sizes([9.5, 9.5, 11], [11, 11, 13], [16, 16, 20]),
	),
	phone: display(1.15, "body", sizes([13, 14, 18], [17, 19, 26], [24, 27, 38])),
	footer: spec(
		400,
		700,
		1.36,
		"small",
		sizes([8, 8, 9], [9, 9, 11], [13, 13, 15]),
	),
	tableHead: spec(
		700,
		700,
		1.3,
		"small",
		sizes([8.4, 9, 13], [9.8, 10.5, 17], [13.5, 16, 26]),
	),
	tableCell: spec(
		400,
		700,
		1.32,
		"body",
		sizes([9.5, 10.5, 16.5], [11, 12, 22], [16, 19, 34]),
	),
	fact: display(1.2, "body", sizes([13, 18, 66], [18, 24, 94], [26, 42, 134])),
	turn: display(
		1.2,
		"small",
		sizes([10.5, 11.5, 13], [13, 14.5, 17], [18, 20, 24]),
	),
};
