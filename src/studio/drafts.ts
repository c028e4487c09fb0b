/** Drafts and versions in the browser's own store, on this computer only. */
import { SHEET_NAMES } from "../formats/formats.ts";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { THEME_NAMES } from "../themes/theme-names.ts";
import { INKS, type LogoFile, type SheetChoice } from "./protocol.ts";

export interface Draft {
	readonly name: string;
	readonly source: string;
	/** The picture that lies beside the notice. */
	readonly logo: LogoFile | null;
	/** Of what sheet it was; null in drafts of older pages. */
	readonly choice: SheetChoice | null;
	/** ISO, of the last change. */
	readonly time: string;
}

export interface Drafts {
	readonly last: () => Promise<Draft | null>;
	readonly keep: (draft: Draft) => Promise<void>;
	/** Puts a draft among the versions, which later changes do not touch. */
	readonly mark: (draft: Draft) => Promise<void>;
	/** Newest first. */
	readonly versions: () => Promise<readonly Draft[]>;
	/** The language of the page; null when none was chosen. */
	readonly language: () => Promise<Language | null>;
	readonly speak: (language: Language) => Promise<void>;
}

const DATABASE = "bangtin";
const STORE = "drafts";
const LAST = "last";
const VERSIONS = "versions";
const LANGUAGE = "language";
const MOST_VERSIONS = 30;

interface Box {
	readonly get: (key: string) => Promise<unknown>;
	readonly put: (key: string, value: unknown) => Promise<void>;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

async function database(): Promise<Box> {
	const request = indexedDB.open(DATABASE, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(STORE);
	const opened = await settled(request);
	const store = (mode: IDBTransactionMode): IDBObjectStore =>
		opened.transaction(STORE, mode).objectStore(STORE);
	return {
		get: (key) => settled(store("readonly").get(key)),
		put: async (key, value) => {
			await settled(store("readwrite").put(value, key));
		},
	};
}

/** For browsers that deny pages from files a database. Pictures have no room in it. */
const simple: Box = {
	get: async (key) => {
		const text = localStorage.getItem(`${DATABASE}.${key}`);
		return text === null ? undefined : JSON.parse(text);
	},
	put: async (key, value) =>
		localStorage.setItem(
			`${DATABASE}.${key}`,
			JSON.stringify(value, (name, one) => (name === "logo" ? null : one)),
		),
};

function logoIn(value: object): LogoFile | null {
	const logo = "logo" in value ? value.logo : null;
	return typeof logo === "object" &&
		logo !== null &&
		"name" in logo &&
		"bytes" in logo &&
		typeof logo.name === "string" &&
		logo.bytes instanceof Uint8Array
		? { name: logo.name, bytes: logo.bytes }
		: null;
}

function choiceIn(value: object): SheetChoice | null {
	const kept = "choice" in value ? value.choice : null;
	if (typeof kept !== "object" || kept === null) return null;
	const of = <T>(names: readonly T[], name: unknown): T | undefined =>
		names.find((one) => one === name);
	const sheet = "sheet" in kept ? of(SHEET_NAMES, kept.sheet) : undefined;
	const theme = "theme" in kept ? of(THEME_NAMES, kept.theme) : undefined;
	const ink = "ink" in kept ? of(INKS, kept.ink) : undefined;
	return sheet === undefined || theme === undefined || ink === undefined
		? null
		: { sheet, theme, ink };
}

/** null for what no version of the page has kept. */
const draftIn = (value: unknown): Draft | null =>
	typeof value === "object" &&
	value !== null &&
	"name" in value &&
	"source" in value &&
	"time" in value &&
	typeof value.source === "string" &&
	typeof value.name === "string" &&
	typeof value.time === "string"
		? {
				name: value.name,
				source: value.source,
				time: value.time,
				logo: logoIn(value),
				choice: choiceIn(value),
			}
		: null;

export async function openDrafts(): Promise<Drafts> {
	const box = await database().catch(() => simple);
	// A browser that keeps nothing shows the page all the same.
	const got = (key: string): Promise<unknown> =>
		box.get(key).catch(() => undefined);
	const versions = async (): Promise<readonly Draft[]> => {
		const kept = await got(VERSIONS);
		return Array.isArray(kept) ? kept.flatMap((one) => draftIn(one) ?? []) : [];
	};
	return {
		last: async () => draftIn(await got(LAST)),
		keep: (draft) => box.put(LAST, draft),
		versions,
		language: async () => {
			const kept = await got(LANGUAGE);
			return LANGUAGES.find((one) => one === kept) ?? null;
		},
		speak: (language) => box.put(LANGUAGE, language),
		mark: async (draft) => {
			const kept = await versions();
			if (kept[0]?.source === draft.source) return;
			await box.put(VERSIONS, [draft, ...kept].slice(0, MOST_VERSIONS));
		},
	};
}
