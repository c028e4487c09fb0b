/** What passes between the page and the worker that lays out. Plain data. */

import type { Place } from "../diagnostics.ts";
import type { FontSource } from "../fonts/program.ts";
import type { SheetName } from "../formats/formats.ts";
import type { Language } from "../messages/language.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import type { ThemeName } from "../themes/themes.ts";
import type { PageChanges } from "./sheet-changes.ts";

export const INKS = ["full", "saver"] as const;

export interface SheetChoice {
	readonly sheet: SheetName;
	readonly theme: ThemeName;
	readonly ink: (typeof INKS)[number];
}

/** A diagnostic in words, in every language: the page switches at once. */
export interface Finding {
	readonly code: string;
	readonly severity: "error" | "warning";
	readonly path: string;
	readonly place: Place | null;
	/** Of a list of villages, as spreadsheets call them. */
	readonly cells?: readonly string[];
	/** Of a list's villages those that it is about, where it is not about all. */
	readonly villages?: readonly number[];
	readonly words: Readonly<
		Record<Language, { readonly say: string; readonly fix: string | null }>
	>;
}

export interface DrawnSheet {
	readonly width: number;
	readonly height: number;
	readonly title: string;
	/** Since the sheet that was drawn last, page by page. */
	readonly pages: readonly PageChanges[];
}

export interface Drawn {
	/** null while a mistake is open. */
	readonly sheet: DrawnSheet | null;
	readonly findings: readonly Finding[];
}

/** Shares of a sheet. */
export interface Measures {
	readonly ink: number;
	/** Of the height, put to use. */
	readonly fill: number;
}

/** A notice as it would be saved; its PDFs carry it. */
export interface NoticeFile {
	readonly slug: string;
	readonly bytes: Uint8Array;
}

/** A picture that lies beside the notice, under the name the notice gives it. */
export interface LogoFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface MadeFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Of a PDF; none of another file. */
	readonly pages: number;
}

export interface Made {
	/** None where there is an error. */
	readonly files: readonly MadeFile[];
	readonly findings: readonly Finding[];
}

/** Why a dropped file gives no notice. */
export type NoNotice = keyof StudioWords["noNotice"];

export type OpenedFile =
	| {
			readonly kind: "notice";
			readonly name: string;
			readonly bytes: Uint8Array;
	  }
	| { readonly kind: "none"; readonly why: NoNotice };

/** Each question and its answer. */
export interface Questions {
	readonly start: {
		readonly ask: {
			readonly family: string;
			readonly fonts: readonly FontSource[];
		};
		readonly answer: null;
	};
	readonly draw: {
		readonly ask: {
			readonly source: string;
			readonly choice: SheetChoice;
			/** Whose sheet, of the list that was read last. */
			readonly village: number;
		};
		readonly answer: Drawn;
	};
	readonly logo: { readonly ask: LogoFile | null; readonly answer: null };
	/** Of the sheet drawn last. */
	readonly measures: { readonly ask: null; readonly answer: Measures | null };
	readonly pdf: {
		readonly ask: {
			readonly notice: NoticeFile;
			readonly choice: SheetChoice;
		};
		readonly answer: Made;
	};
	/** An empty list takes the one before away. */
	readonly villages: {
		readonly ask: { readonly source: string; readonly bytes: Uint8Array };
		readonly answer: ListedVillages;
	};
	readonly village: {
		readonly ask: {
			readonly notice: NoticeFile;
			readonly choice: SheetChoice;
			readonly village: number;
		};
		readonly answer: Made;
	};
	/** For the print room; `village` is null where there is no list. */
	readonly packed: {
		readonly ask: {
			readonly notice: NoticeFile;
			readonly choice: SheetChoice;
			readonly village: number | null;
		};
		readonly answer: Made;
	};
	readonly plan: {
		readonly ask: {
			readonly notice: NoticeFile;
			readonly choice: SheetChoice;
			readonly villages: readonly number[];
			readonly isDuplex: boolean;
		};
		readonly answer: Made;
	};
	readonly open: {
		readonly ask: { readonly name: string; readonly bytes: Uint8Array };
		readonly answer: OpenedFile;
	};
}
export type ListedVillages =
	| {
			readonly kind: "list";
			readonly names: readonly string[];
			/** As the list heads them. */
			readonly columns: readonly string[];
	  }
	| { readonly kind: "wrong"; readonly findings: readonly Finding[] };

export type QuestionName = keyof Questions;

export type Question = {
	readonly [N in QuestionName]: {
		readonly id: number;
		readonly name: N;
		readonly ask: Questions[N]["ask"];
	};
}[QuestionName];

export type Reply =
	| {
			readonly id: number;
			readonly kind: "answer";
			readonly answer: Questions[QuestionName]["answer"];
			/** Milliseconds the worker took. */
			readonly took: number;
	  }
	| { readonly id: number; readonly kind: "failed"; readonly reason: string };
