/** The theme's type: one table of roles. */
import { type RoleSpec, sizes, spec } from "../shared/type-roles.ts";

export type Role =
	| "headline"
	| "flag"
	| "flagDo"
	| "lead"
	| "stepTitle"
	| "question"
	| "subQuestion"
	| "lineQuestion"
	| "optionTitle"
	| "cardTitle"
	| "body"
	| "pill"
	| "numeral"
	| "smallNumeral"
	| "tinyNumeral"
	| "codeTitle"
	| "codeHost"
	| "codePath"
	| "hint"
	| "safety"
	| "issuer"
	| "place"
	| "footer"
	| "tableHead"
	| "tableCell"
	| "fact"
	| "warning";

export const ROLES: { readonly [R in Role]: RoleSpec } = {
	headline: spec(
		800,
		800,
		1.16,
		"headline",
		sizes([26.9, 40.5, 141], [38.5, 58.5, 200], [60, 83, 283]),
		{
			tracking: -0.022,
		},
	),
	flag: spec(
		800,
		800,
		1.1,
		"body",
		sizes([14, 17.9, 40], [20, 25.4, 60], [34, 49.9, 90]),
		{
			tracking: -0.01,
			wordSpacing: 0.07,
		},
	),
	flagDo: spec(
		800,
		800,
		1.1,
		"body",
		sizes([15, 18, 22], [20, 26, 31], [32, 40, 48]),
		{
			tracking: -0.01,
			wordSpacing: 0.07,
		},
	),
	lead: spec(
		400,
		700,
		1.42,
		"body",
		sizes([9.5, 10.5, 21], [11, 12.6, 30], [16, 20, 46]),
	),
	stepTitle: spec(
		800,
		800,
		1.25,
		"body",
		sizes([12, 13.6, 22], [15, 18, 31], [22, 28, 48]),
	),
	question: spec(
		800,
		800,
		1.25,
		"body",
		sizes([11, 12.4, 18], [13.5, 16.6, 25], [19, 23.6, 37]),
		{
			tracking: -0.005,
		},
	),
	subQuestion: spec(
		700,
		800,
		1.25,
		"body",
		sizes([9.5, 10.8, 15.5], [11, 12.6, 21], [16, 18, 31]),
	),
	lineQuestion: spec(
		800,
		800,
		1.25,
		"body",
		sizes([10, 11.4, 17.5], [12, 14.4, 24], [17, 20.5, 35]),
	),
	optionTitle: spec(
		700,
		800,
		1.22,
		"body",
		sizes([9.5, 10.8, 17], [11.5, 12.6, 23], [16, 20, 36]),
	),
	cardTitle: spec(
		800,
		800,
		1.22,
		"body",
		sizes([9.8, 11, 17], [11.6, 13, 23], [16.5, 20, 36]),
	),
	body: spec(
		400,
		700,
		1.44,
		"body",
		sizes([9.5, 10.5, 16.5], [11, 12, 22], [16, 20, 35]),
	),
	/** Of the whole notice: in a short one it is what there is to say. */
	warning: spec(
		400,
		700,
		1.44,
		"body",
		sizes([9.5, 10.5, 26], [11, 12, 34], [16, 20, 54]),
	),
	pill: spec(
		800,
		800,
		1,
		"small",
		sizes([8, 8.4, 11], [9.5, 10.2, 14], [13.5, 14.5, 20]),
		{
			tracking: 0.02,
			capitals: true,
		},
	),
	numeral: spec(
		800,
		800,
		1,
		"body",
		sizes([18, 19, 19], [25, 27, 27], [37, 39, 39]),
	),
	smallNumeral: spec(
		800,
		800,
		1,
		"small",
		sizes([10.5, 11, 11], [14.5, 15.5, 15.5], [21, 22, 22]),
	),
	tinyNumeral: spec(
		800,
		800,
		1,
		"small",
		sizes([9, 9, 9], [12, 12, 12], [17, 17, 17]),
	),
	codeTitle: spec(
		800,
		800,
		1.3,
		"small",
		sizes([8.6, 9.2, 11], [10.5, 11, 14], [15, 16, 20]),
	),
	codeHost: spec(
		500,
		800,
		1.3,
		"host",
		sizes([9, 9, 10.5], [11, 11, 13], [15, 15, 18]),
	),
	codePath: spec(
		500,
		800,
		1.3,
		"small",
		sizes([8, 8, 8.5], [9, 9, 10], [13, 13, 14]),
	),
	hint: spec(
		400,
		700,
		1.42,
		"small",
		sizes([8.4, 8.8, 10.5], [10, 10.6, 13], [14, 15, 19]),
	),
	safety: spec(
		700,
		800,
		1.34,
		"small",
		sizes([8.4, 8.8, 10.5], [10, 10.6, 13], [14, 15, 19]),
	),
	issuer: spec(
		700,
		700,
		1.45,
		"small",
		sizes([8, 8.4, 9.6], [9.5, 10.5, 12], [13.5, 15, 17]),
		{
			tracking: 0.02,
			capitals: true,
		},
	),
	place: spec(
		500,
		700,
		1.4,
		"small",
		sizes([8, 8, 9], [9, 9.8, 11.5], [13, 14, 16]),
	),
	footer: spec(
		500,
		700,
		1.4,
		"small",
		sizes([8, 8, 9], [9, 9.2, 11], [13, 13, 15]),
	),
	tableHead: spec(
		700,
		700,
		1.3,
		"small",
		sizes([8, 8.4, 12], [9.5, 10, 16], [13.5, 15, 25]),
	),
	tableCell: spec(
		400,
		800,
		1.35,
		"body",
		sizes([9.5, 10.5, 16.5], [11, 12, 22], [16, 20, 35]),
	),
	fact: spec(
		700,
		800,
		1.3,
		"body",
		sizes([11, 14, 64], [14, 18, 90], [20, 30, 128]),
		{
			tracking: -0.01,
		},
	),
};
