/** What all parts of the form are made from. */
import { formatPath, type Path } from "../content/path.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { type Attributes, button, h, sign } from "./dom.ts";
import type { Edit, Raw } from "./edit.ts";
import type { MapField } from "./fields.ts";

export interface FormHost {
	readonly edit: (edits: readonly Edit[]) => void;
	/** Asks for the file of the notice's picture. */
	readonly choosePicture: () => void;
	/** A field has the focus. */
	readonly entered: (path: string) => void;
}

/** What the form is made from, and what it leaves behind to keep in step. */
export interface Making {
	readonly root: unknown;
	readonly words: StudioWords;
	readonly host: FormHost;
	readonly binds: Binding[];
	/** Asks for the focus once the form has followed the edit; `act` for a button's. */
	readonly focusNext: (path: Path, act?: MoveAct) => void;
	/** The entries of a map: those that are there, and buttons for the others. */
	readonly mapBody: MapBody;
}

/** Shows another value of a field without making the form anew. */
export interface Binding {
	readonly path: Path;
	readonly update: (value: unknown) => void;
}

/** What moves an item: the buttons for it go along. */
export type MoveAct = "up" | "down";

export type MapBody = (
	making: Making,
	map: MapField,
	value: unknown,
	path: Path,
	parent: string,
	part?: MapPart,
) => readonly Node[];

/** Which entries of a map are made, by their keys. */
export interface MapPart {
	readonly only?: (key: string) => boolean;
	/** Cannot be taken away, beside what the schema needs. */
	readonly needs?: (key: string) => boolean;
	/** Has a button where it is not there. */
	readonly offers?: (key: string) => boolean;
}

/** Where a map is, and what is wanted of a field in it. */
export interface Place {
	readonly path: Path;
	/** The names around it, for its label. */
	readonly parent: string;
	readonly key: string;
}

/** Newer browsers fit a text's box to it by themselves. */
const GROWS_ALONE = CSS.supports("field-sizing", "content");

/** As high as the texts in them; measured together, as each measuring lays out the page. */
export function grow(...areas: readonly HTMLTextAreaElement[]): void {
	if (GROWS_ALONE) return;
	for (const area of areas) area.style.height = "auto";
	const heights = areas.map((area) => area.scrollHeight + 2);
	for (const [i, area] of areas.entries())
		area.style.height = `${heights[i] ?? 0}px`;
}

export const textOf = (value: unknown): string =>
	typeof value === "string" ? value : value === null ? "" : String(value ?? "");

export const labelOf = (
	{ words }: Making,
	parent: string,
	key: string,
): string => words.fields[`${parent}.${key}`] ?? words.fields[key] ?? key;

export const bind = (
	{ binds }: Making,
	path: Path,
	update: (value: unknown) => void,
): void => {
	binds.push({ path, update });
};

export const one = (says: string): string | null => (says === "" ? null : says);

/** Puts something new at the end of a list; the focus goes to it, or to `focus`. */
export const addButton = (
	making: Making,
	label: string,
	{
		list,
		at,
		value,
		focus = [...list, at],
	}: {
		readonly list: Path;
		readonly at: number;
		readonly value: Raw;
		readonly focus?: Path;
	},
	attributes: Attributes = {},
): HTMLButtonElement =>
	button(
		label,
		() => {
			making.focusNext(focus);
			making.host.edit([{ kind: "insert", list, at, value }]);
		},
		{ class: "add", ...attributes },
	);

/** Up, down and away. */
export function itemButtons(
	{ words, host, focusNext }: Making,
	list: Path,
	at: number,
	count: number,
	what: string,
): HTMLElement {
	const field = formatPath([...list, at]);
	const move = (to: number, act: MoveAct): void => {
		focusNext([...list, to], act);
		host.edit([{ kind: "move", list, from: at, to }]);
	};
	return h(
		"span",
		{ class: "item-buttons" },
		button(sign("up"), () => move(at - 1, "up"), {
			class: "quiet",
			disabled: at === 0,
			"aria-label": words.moveUp(what),
			title: words.moveUp(what),
			"data-field": field,
			"data-act": "up",
		}),
		button(sign("down"), () => move(at + 1, "down"), {
			class: "quiet",
			disabled: at === count - 1,
			"aria-label": words.moveDown(what),
			title: words.moveDown(what),
			"data-field": field,
			"data-act": "down",
		}),
		button(
			sign("remove"),
			() => host.edit([{ kind: "remove", path: [...list, at] }]),
			{
				class: "quiet",
				"aria-label": words.remove(what),
				title: words.remove(what),
				"data-field": field,
				"data-act": "remove",
			},
		),
	);
}
