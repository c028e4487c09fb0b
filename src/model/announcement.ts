/**
 * What layout works on: a notice with its steps numbered, its dates worded and
 * its links resolved. Plain data, in the order of the YAML.
 */

import type { CalendarDate } from "./dates.ts";
import type { Logo } from "./picture.ts";

/** Part of a text; `strong` is the only inline mark. */
export interface Span {
	readonly text: string;
	readonly strong: boolean;
}

/** A text of the notice. `path` names its field, for messages. */
export interface Text {
	readonly path: string;
	readonly long: readonly Span[];
	/** For small or distant sheets; null when the author gave none. */
	readonly short: readonly Span[] | null;
}

export const ICON_NAMES = [
	"home",
	"desk",
	"phone",
	"idcard",
	"link",
	"login",
	"warn",
	"shield",
	"call",
	"bolt",
	"pin",
	"clock",
	"doc",
	"family",
	"check",
	"cross",
	"scissors",
	"water",
	"rain",
	"fire",
	"syringe",
	"heart",
	"money",
	"school",
	"car",
	"vote",
	"trash",
	"animal",
	"plant",
] as const;
export type IconName = (typeof ICON_NAMES)[number];

export type Polarity = "yes" | "no" | "none";

export interface Option {
	readonly title: Text;
	readonly text: Text | null;
	readonly icon: IconName | null;
}

export interface Outcome {
	readonly path: string;
	readonly title: Text;
	readonly text: Text | null;
	readonly icon: IconName | null;
	/** After this, go on with the right-hand neighbour. */
	readonly goesOn: boolean;
}

export interface Answer {
	readonly path: string;
	readonly label: Text;
	readonly polarity: Polarity;
	readonly to:
		| { readonly kind: "outcome"; readonly outcome: Outcome }
		| { readonly kind: "question"; readonly question: Question }
		/** Printed as "Xem câu N": the question stands further down. */
		| { readonly kind: "jump"; readonly number: number };
}

export interface Question {
	readonly path: string;
	readonly ask: Text;
	readonly answers: readonly Answer[];
	readonly warning: Text | null;
}

export interface Fact {
	readonly icon: IconName | null;
	readonly text: Text;
}

export type Block =
	| {
			readonly kind: "step";
			readonly path: string;
			readonly number: number;
			readonly title: Text;
			readonly text: Text | null;
			readonly options: readonly Option[];
	  }
	| {
			readonly kind: "question";
			readonly path: string;
			readonly number: number;
			readonly question: Question;
	  }
	| {
			readonly kind: "table";
			readonly path: string;
			readonly title: Text | null;
			readonly columns: readonly Text[];
			readonly rows: readonly (readonly Text[])[];
	  }
	| {
			readonly kind: "facts";
			readonly path: string;
			readonly facts: readonly Fact[];
	  }
	| {
			readonly kind: "list";
			readonly path: string;
			readonly title: Text | null;
			readonly items: readonly Text[];
	  }
	| { readonly kind: "note"; readonly path: string; readonly text: Text }
	| { readonly kind: "warning"; readonly path: string; readonly text: Text };

export interface Code {
	readonly path: string;
	/** Exactly what the code holds. */
	readonly url: string;
	readonly host: string;
	/** What is printed of the address after the host; "" for nothing. */
	readonly pathname: string;
	readonly label: Text;
	/** The numbers of the steps that send the reader here. */
	readonly serves: readonly number[];
}

export interface Contact {
	readonly office: Text;
	readonly phone: string | null;
}

/** The days of a notice as a calendar shows them. */
export interface Calendar {
	readonly from: CalendarDate | null;
	readonly until: CalendarDate | null;
	/** One day, and no other. */
	readonly on: CalendarDate | null;
	readonly hours: readonly Span[] | null;
}

export interface Announcement {
	readonly kind: Text;
	readonly issuer: Text;
	readonly parent: Text | null;
	readonly logo: Logo | null;
	/** "Ngày 11/4/2024" */
	readonly dated: Text;
	/** "11/4/2024": the state of knowledge. */
	readonly asOf: string;
	/** ISO date of the notice: the PDF's creation date, for the same bytes every day. */
	readonly isoDate: string;
	readonly source: Text | null;
	readonly title: Text;
	/** "Từ 01/7/2024"; null when the notice names no time. */
	readonly when: Text | null;
	/** The same as days; null when no day is named. */
	readonly calendar: Calendar | null;
	readonly lead: Text | null;
	readonly blocks: readonly Block[];
	readonly codes: readonly Code[];
	/** True when every code's host ends in .gov.vn. */
	readonly codesAreOfficial: boolean;
	readonly contact: Contact | null;
	/** "Niêm yết từ … đến …" */
	readonly posting: Text | null;
	/** "30/12/2026": the last day it hangs there. */
	readonly postedUntil: string | null;
	/** A family in the fonts folder; null for the theme's own. */
	readonly font: string | null;
}
