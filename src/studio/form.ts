/** The notice as a form, made from the schema; every change is an edit of the YAML. */
import { formatPath, type Path } from "../content/path.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { button, type Child, h, sign } from "./dom.ts";
import type { Raw } from "./edit.ts";
import {
	emptyValue,
	type Field,
	isMapValue,
	keysBefore,
	type MapField,
} from "./fields.ts";
import { leaf } from "./form-fields.ts";
import { listEditor, namedEditor } from "./form-lists.ts";
import {
	type FormHost,
	grow,
	labelOf,
	type Making,
	type MapPart,
	type MoveAct,
	one,
} from "./form-parts.ts";
import { tableEditor } from "./form-table.ts";

export interface Form {
	readonly element: HTMLElement;
	/** `value` is what the YAML holds; undefined when it cannot be read. */
	readonly show: (value: unknown, words: StudioWords) => void;
	/** Puts the focus in a field or what is nearest above it. */
	readonly focus: (path: string) => boolean;
	/** Into the field that had the focus last; false when none had. */
	readonly insert: (text: string) => boolean;
	/** Puts the focus in the first field. */
	readonly begin: () => void;
	/** Once it can be seen: what is hidden has no height. */
	readonly growAll: () => void;
}

export function makeForm(schema: MapField, host: FormHost): Form {
	const element = h("form", { class: "form", autocomplete: "off" });
	element.addEventListener("submit", (event) => event.preventDefault());
	element.addEventListener("focusin", ({ target }) => {
		if (target instanceof HTMLElement && target.dataset.field !== undefined)
			host.entered(target.dataset.field);
	});
	element.addEventListener("focusout", ({ relatedTarget }) => {
		// Elsewhere in the page the mark would point at nothing that is written.
		if (relatedTarget instanceof Node && !element.contains(relatedTarget))
			host.entered("");
	});
	let lastField = "";
	element.addEventListener("focusin", ({ target }) => {
		if (isTextField(target)) lastField = target.dataset.field ?? "";
	});
	let shape: string | null = null;
	let binds: Making["binds"] = [];
	let wanted: { readonly field: string; readonly act: MoveAct | null } | null =
		null;

	function build(root: unknown, words: StudioWords): void {
		const kept = focusIn(element);
		binds = [];
		const making: Making = {
			root,
			words,
			host,
			binds,
			mapBody,
			focusNext: (path, act) => {
				wanted = { field: formatPath(path), act: act ?? null };
			},
		};
		element.replaceChildren(...[mapBody(making, schema, root, [], "")].flat());
		growAll();
		if (!focusWanted()) kept?.();
	}

	/** Asked for once: where it is not found it must not come later. */
	function focusWanted(): boolean {
		const to = wanted;
		wanted = null;
		if (to === null) return false;
		return to.act === null ? focusPath(to.field) : focusMover(to.field, to.act);
	}

	/** An item's own button, though it is another at the end of its list. */
	function focusMover(field: string, act: MoveAct): boolean {
		const movers = [
			...element.querySelectorAll<HTMLButtonElement>(
				"button[data-act]:enabled",
			),
		].filter(
			({ dataset }) =>
				dataset.field === field &&
				(dataset.act === "up" || dataset.act === "down"),
		);
		const mover =
			movers.find(({ dataset }) => dataset.act === act) ?? movers[0];
		mover?.focus();
		return mover !== undefined;
	}

	const growAll = (): void => grow(...element.querySelectorAll("textarea"));

	function focusPath(path: string): boolean {
		const controls = [
			...element.querySelectorAll<HTMLElement>("[data-field]:not([data-act])"),
		];
		const at = (name: string | undefined): boolean =>
			name === path ||
			(name?.startsWith(path) === true &&
				/^[.[]/u.test(name.slice(path.length)));
		const control =
			controls.find(({ dataset }) => dataset.field === path) ??
			controls.find(({ dataset }) => at(dataset.field));
		if (control === undefined) return false;
		for (
			let around = control.parentElement;
			around !== null && around !== element;
			around = around.parentElement
		)
			if (around instanceof HTMLDetailsElement) around.open = true;
		control.focus({ preventScroll: true });
		control.scrollIntoView({ block: "center" });
		return true;
	}

	return {
		element,
		show(root, words) {
			if (root === undefined) {
				shape = null;
				element.replaceChildren(
					h("p", { class: "notice", role: "status" }, words.yamlBroken),
				);
				return;
			}
			const now = words.language + JSON.stringify(shapeOf(root));
			if (now !== shape) {
				shape = now;
				build(root, words);
				return;
			}
			for (const { path, update } of binds) update(valueAt(root, path));
			focusWanted();
		},
		insert(text) {
			const field = [
				...element.querySelectorAll<HTMLElement>(
					"[data-field]:not([data-act])",
				),
			].find(({ dataset }) => dataset.field === lastField);
			if (lastField === "" || !isTextField(field)) return false;
			const { selectionStart, selectionEnd, value } = field;
			field.focus();
			field.setRangeText(
				text,
				selectionStart ?? value.length,
				selectionEnd ?? value.length,
				"end",
			);
			field.dispatchEvent(new Event("input", { bubbles: true }));
			return true;
		},
		focus(path) {
			for (
				let at = path;
				at !== "";
				at = at.replace(/(?:\.?[^.[\]]+|\[[^\]]*\])$/u, "")
			)
				if (focusPath(at)) return true;
			return false;
		},
		begin() {
			const first = element.querySelector<HTMLElement>("[data-field]");
			element.closest(".panel")?.scrollTo(0, 0);
			first?.focus({ preventScroll: true });
		},
		growAll,
	};
}

/** Texts apart, what the form's elements follow from. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (!isMapValue(value)) return 0;
	return Object.entries(value).map(([key, one]) => [key, shapeOf(one)]);
}

export function valueAt(root: unknown, path: Path): unknown {
	let there = root;
	for (const step of path)
		there =
			isMapValue(there) || Array.isArray(there)
				? Object(there)[step]
				: undefined;
	return there;
}

const controlsIn = (element: HTMLElement): readonly HTMLElement[] => [
	...element.querySelectorAll<HTMLElement>(
		":is(button, input, select, textarea):enabled:not([tabindex='-1']), summary",
	),
];

/** What gives the focus back to the same field, with the same selection. */
function focusIn(element: HTMLElement): (() => void) | null {
	const active = document.activeElement;
	if (!(active instanceof HTMLElement) || !element.contains(active))
		return null;
	const { field, act } = active.dataset;
	const selection =
		active instanceof HTMLTextAreaElement ? active.selectionEnd : null;
	const { scrollTop } = element;
	const place = controlsIn(element).indexOf(active);
	return () => {
		element.scrollTop = scrollTop;
		const same = [
			...element.querySelectorAll<HTMLElement>("[data-field]"),
		].find(({ dataset }) => dataset.field === field && dataset.act === act);
		// What was taken away leaves the focus to what has its place now.
		const next = controlsIn(element)
			.slice(0, place + 1)
			.at(-1);
		(same ?? next)?.focus({ preventScroll: true });
		if (same instanceof HTMLTextAreaElement && selection !== null)
			same.setSelectionRange(selection, selection);
	};
}

const isTextField = (
	target: unknown,
): target is HTMLTextAreaElement | HTMLInputElement =>
	target instanceof HTMLTextAreaElement ||
	(target instanceof HTMLInputElement && target.type === "text");

const every = (): boolean => true;
const none = (): boolean => false;

/** The entries of a map: those that are there, and buttons for the others. */
function mapBody(
	making: Making,
	map: MapField,
	value: unknown,
	path: Path,
	parent: string,
	{ only = every, needs = none, offers = every }: MapPart = {},
): readonly Node[] {
	const there = isMapValue(value) ? value : {};
	const entries = map.entries
		.filter(({ key }) => only(key))
		.map((entry) => ({
			...entry,
			isNeeded: entry.isNeeded || needs(entry.key),
		}));
	const fields = entries
		.filter(({ key, isNeeded }) => isNeeded || key in there)
		.map(({ key, isNeeded, field }) =>
			fieldRow(
				making,
				map,
				field(),
				there[key],
				[...path, key],
				parent,
				key,
				isNeeded,
			),
		);
	const absent = entries.filter(
		({ key, isNeeded }) => !isNeeded && !(key in there) && offers(key),
	);
	const { words, host } = making;
	const adders = absent.map(({ key, field }) => {
		const label = labelOf(making, parent, key);
		return button(
			label,
			() => {
				const one = field();
				making.focusNext([...path, key]);
				host.edit([
					{
						kind: "set",
						path: [...path, key],
						value: one.kind === "named" ? firstLink(one) : emptyValue(one),
						before: keysBefore(map, key),
					},
				]);
			},
			{
				class: "add",
				"aria-label": words.add(label),
				title: one(field().says),
			},
		);
	});
	return [
		...fields,
		...(adders.length > 0 ? [h("div", { class: "adders" }, adders)] : []),
	];
}

const firstLink = (field: Field): Raw =>
	field.kind === "named" ? { "dia-chi": emptyValue(field.item()) } : {};

function fieldRow(
	making: Making,
	map: MapField,
	field: Field,
	value: unknown,
	path: Path,
	parent: string,
	key: string,
	isNeeded: boolean,
): HTMLElement {
	const { words, host } = making;
	const label = labelOf(making, parent, key);
	const remove = isNeeded
		? null
		: button(sign("remove"), () => host.edit([{ kind: "remove", path }]), {
				class: "quiet",
				"aria-label": words.remove(label),
				title: words.remove(label),
				"data-field": formatPath(path),
				"data-act": "remove",
			});
	if (key === "table" && field.kind === "map")
		return group(label, remove, tableEditor(making, field, value, path));
	switch (field.kind) {
		case "map":
			return group(label, remove, mapBody(making, field, value, path, key));
		case "named":
			return group(label, remove, namedEditor(making, field, value, path));
		case "list":
			return group(label, remove, listEditor(making, field, value, path, key));
		case "blocks":
			return group(label, remove, []);
		default: {
			const id = `f-${formatPath(path)}`;
			const control = leaf(
				making,
				map,
				field,
				value,
				path,
				{ path, parent, key },
				id,
			);
			return h(
				"div",
				{ class: `row ${field.kind}` },
				h(
					"div",
					{ class: "head" },
					key === "icon"
						? h("span", { class: "label" }, label)
						: h("label", { for: id, title: one(field.says) }, label),
					remove,
				),
				control,
			);
		}
	}
}

const group = (
	label: string,
	remove: HTMLElement | null,
	children: Child,
): HTMLElement =>
	h("fieldset", { class: "group" }, h("legend", {}, label, remove), children);
