/** The notice as a form, made from the schema; every change is an edit of the YAML. */
import { formatPath, type Path } from "../content/path.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { ICON_NAMES, type IconName } from "../model/announcement.ts";
import { parseIsoDate, weekday } from "../model/dates.ts";
import { button, type Child, h } from "./dom.ts";
import type { Edit, Raw } from "./edit.ts";
import {
	type BlockKind,
	blockOf,
	emptyMap,
	emptyValue,
	type Field,
	isMapValue,
	keysBefore,
	type MapField,
} from "./fields.ts";
import { picture } from "./pictures.ts";

export interface FormHost {
	readonly edit: (edits: readonly Edit[]) => void;
	/** A field has the focus. */
	readonly entered: (path: string) => void;
}

export interface Form {
	readonly element: HTMLElement;
	/** `value` is what the YAML holds; undefined when it cannot be read. */
	readonly show: (value: unknown, words: StudioWords) => void;
	/** Puts the focus in a field or what is nearest above it. */
	readonly focus: (path: string) => boolean;
}

/** What the form is made from, and what it leaves behind to keep in step. */
interface Making {
	readonly root: unknown;
	readonly words: StudioWords;
	readonly host: FormHost;
	/** By path: shows another value without making the form anew. */
	readonly binds: Map<string, (value: unknown) => void>;
	/** Asks for the focus once the form is made anew. */
	readonly focusNext: (path: Path) => void;
}

/** Where a map is, and what is wanted of a field in it. */
interface Place {
	readonly path: Path;
	/** The names around it, for its label. */
	readonly parent: string;
	readonly key: string;
}

export function makeForm(schema: MapField, host: FormHost): Form {
	const element = h("form", { class: "form", autocomplete: "off" });
	element.addEventListener("submit", (event) => event.preventDefault());
	element.addEventListener("focusin", ({ target }) => {
		if (target instanceof HTMLElement && target.dataset.field !== undefined)
			host.entered(target.dataset.field);
	});
	let shape: string | null = null;
	let binds: Making["binds"] = new Map();
	let wanted: string | null = null;

	function build(root: unknown, words: StudioWords): void {
		const kept = focusIn(element);
		binds = new Map();
		const making: Making = {
			root,
			words,
			host,
			binds,
			focusNext: (path) => {
				wanted = formatPath(path);
			},
		};
		element.replaceChildren(...[mapBody(making, schema, root, [], "")].flat());
		element.querySelectorAll("textarea").forEach(grow);
		if (wanted !== null && focusPath(wanted)) wanted = null;
		else kept?.();
	}

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
			for (const [path, bind] of binds) bind(valueAt(root, path));
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
	};
}

/** Texts apart, what the form's elements follow from. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (!isMapValue(value)) return 0;
	return Object.entries(value).map(([key, one]) => [key, shapeOf(one)]);
}

function valueAt(root: unknown, path: string): unknown {
	let there = root;
	for (const step of JSON.parse(path))
		there =
			isMapValue(there) || Array.isArray(there)
				? Object(there)[step]
				: undefined;
	return there;
}

/** What gives the focus back to the same field, with the same selection. */
function focusIn(element: HTMLElement): (() => void) | null {
	const active = document.activeElement;
	if (!(active instanceof HTMLElement) || !element.contains(active))
		return null;
	const { field, act } = active.dataset;
	const selection =
		active instanceof HTMLTextAreaElement ? active.selectionEnd : null;
	const { scrollTop } = element;
	return () => {
		element.scrollTop = scrollTop;
		const same = [
			...element.querySelectorAll<HTMLElement>("[data-field]"),
		].find(({ dataset }) => dataset.field === field && dataset.act === act);
		same?.focus({ preventScroll: true });
		if (same instanceof HTMLTextAreaElement && selection !== null)
			same.setSelectionRange(selection, selection);
	};
}

function grow(area: HTMLTextAreaElement): void {
	area.style.height = "auto";
	area.style.height = `${area.scrollHeight + 2}px`;
}

const textOf = (value: unknown): string =>
	typeof value === "string" ? value : value === null ? "" : String(value ?? "");

const labelOf = ({ words }: Making, parent: string, key: string): string =>
	words.fields[`${parent}.${key}`] ?? words.fields[key] ?? key;

const bind = (
	{ binds }: Making,
	path: Path,
	update: (value: unknown) => void,
): void => {
	binds.set(JSON.stringify(path), update);
};

/** The entries of a map: those that are there, and buttons for the others. */
function mapBody(
	making: Making,
	map: MapField,
	value: unknown,
	path: Path,
	parent: string,
	skip: ReadonlySet<string> = new Set(),
): readonly Node[] {
	const there = isMapValue(value) ? value : {};
	const entries = map.entries.filter(({ key }) => !skip.has(key));
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
		({ key, isNeeded }) => !isNeeded && !(key in there),
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

const one = (says: string): string | null => (says === "" ? null : says);

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
		: button("×", () => host.edit([{ kind: "remove", path }]), {
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
			return key === "answers"
				? group(label, remove, answersEditor(making, field, value, path))
				: group(label, remove, listEditor(making, field, value, path, key));
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

/** One value: a text, a date, a choice. */
function leaf(
	making: Making,
	map: MapField | null,
	field: Field,
	value: unknown,
	path: Path,
	place: Place,
	id: string,
): Child {
	if (place.key === "icon" && field.kind === "choice")
		return iconChooser(making, field.options, value, path);
	if (field.kind === "choice")
		return choice(
			making,
			[
				...field.options.map(
					(option) => [option, making.words.choices[option] ?? option] as const,
				),
			],
			value,
			path,
			id,
		);
	if (place.key === "link") return linkChooser(making, value, path, id);
	if (field.kind === "date") return dateField(making, value, path, id);
	const hasShort =
		map?.entries.some(({ key }) => key === "short" || key === "do") === true ||
		place.key === "short";
	return field.kind === "text"
		? twoForms(making, value, path, id, hasShort)
		: area(making, value, path, id, field.says);
}

function area(
	{ host, ...making }: Making,
	value: unknown,
	path: Path,
	id: string,
	says = "",
	label: string | null = null,
): HTMLTextAreaElement {
	const element = h("textarea", {
		id,
		rows: 1,
		"data-field": formatPath(path),
		"aria-label": label,
		title: one(says),
		spellcheck: "false",
	});
	element.value = textOf(value);
	element.addEventListener("input", () => {
		grow(element);
		host.edit([{ kind: "set", path, value: element.value }]);
	});
	bind({ host, ...making }, path, (now) => {
		const text = textOf(now);
		if (element.value === text) return;
		element.value = text;
		grow(element);
	});
	return element;
}

/** A text, or a text and its short form. */
function twoForms(
	making: Making,
	value: unknown,
	path: Path,
	id: string,
	hasShort: boolean,
): Child {
	const { words, host } = making;
	if (isMapValue(value)) {
		const short = [...path, "short"];
		const drop = button(
			"×",
			() => host.edit([{ kind: "set", path, value: textOf(value.long) }]),
			{
				class: "quiet",
				"aria-label": words.remove(words.shortForm),
				"data-field": formatPath(short),
				"data-act": "remove",
			},
		);
		return [
			area(making, value.long, [...path, "long"], id),
			h(
				"div",
				{ class: "head sub" },
				h("label", { for: `${id}-short` }, words.shortForm),
				drop,
			),
			area(making, value.short, short, `${id}-short`),
		];
	}
	const element = area(making, value, path, id);
	if (hasShort) return element;
	const add = button(
		words.shortForm,
		() => {
			const long = element.value;
			making.focusNext([...path, "short"]);
			host.edit([{ kind: "set", path, value: { long, short: long } }]);
		},
		{ class: "add", "aria-label": words.add(words.shortForm) },
	);
	return h("div", { class: "with-short" }, element, add);
}

function dateField(
	making: Making,
	value: unknown,
	path: Path,
	id: string,
): Child {
	const text = textOf(value);
	const isPicked = text === "" || parseIsoDate(text) !== null;
	const element = h("input", {
		id,
		type: isPicked ? "date" : "text",
		"data-field": formatPath(path),
		max: "9999-12-31",
	});
	element.value = text;
	const day = h("span", { class: "weekday" });
	const say = (iso: string): void => {
		const date = parseIsoDate(iso);
		day.textContent = date === null ? "" : weekday(date);
	};
	say(text);
	element.addEventListener("input", () => {
		say(element.value);
		making.host.edit([{ kind: "set", path, value: element.value }]);
	});
	bind(making, path, (now) => {
		const other = textOf(now);
		if (element.value === other || document.activeElement === element) return;
		element.type = other === "" || parseIsoDate(other) ? "date" : "text";
		element.value = other;
		say(other);
	});
	return h("div", { class: "date-row" }, element, day);
}

function choice(
	making: Making,
	options: readonly (readonly [value: string, label: string])[],
	value: unknown,
	path: Path,
	id: string,
): HTMLSelectElement {
	const element = h("select", { id, "data-field": formatPath(path) });
	const fill = (now: string): void => {
		const known = options.some(([option]) => option === now);
		element.replaceChildren(
			...[...options, ...(known ? [] : [[now, now] as const])].map(
				([option, label]) => h("option", { value: option }, label),
			),
		);
		element.value = now;
	};
	fill(textOf(value));
	element.addEventListener("change", () =>
		making.host.edit([{ kind: "set", path, value: element.value }]),
	);
	bind(making, path, (now) => fill(textOf(now)));
	return element;
}

function linkChooser(
	making: Making,
	value: unknown,
	path: Path,
	id: string,
): HTMLElement {
	const links = isMapValue(making.root) ? making.root.links : null;
	const names = isMapValue(links) ? Object.keys(links) : [];
	return choice(
		making,
		names.map((name) => [name, name] as const),
		value,
		path,
		id,
	);
}

const isIcon = (name: string): name is IconName =>
	ICON_NAMES.some((known) => known === name);

function iconChooser(
	making: Making,
	options: readonly string[],
	value: unknown,
	path: Path,
): HTMLElement {
	const { words, host } = making;
	const name = `icon-${formatPath(path)}`;
	const current = h("span", { class: "current" });
	const say = (icon: string): void => {
		current.replaceChildren(
			...(isIcon(icon) ? [picture(icon), words.icons[icon]] : [icon]),
		);
	};
	say(textOf(value));
	const radios = options.filter(isIcon).map((icon) => {
		const radio = h("input", {
			type: "radio",
			name,
			value: icon,
			"aria-label": words.icons[icon],
		});
		radio.checked = icon === value;
		radio.addEventListener("change", () => {
			say(icon);
			host.edit([{ kind: "set", path, value: icon }]);
		});
		return { icon, radio };
	});
	bind(making, path, (now) => {
		say(textOf(now));
		for (const { icon, radio } of radios) radio.checked = icon === now;
	});
	return h(
		"details",
		{ class: "icons" },
		h("summary", { "data-field": formatPath(path) }, current),
		h(
			"div",
			{
				class: "icon-grid",
				role: "radiogroup",
				"aria-label": words.chooseIcon,
			},
			radios.map(({ icon, radio }) =>
				h("label", { title: words.icons[icon] }, radio, picture(icon)),
			),
		),
	);
}

/** Up, down and away. */
function itemButtons(
	{ words, host }: Making,
	list: Path,
	at: number,
	count: number,
	what: string,
): HTMLElement {
	const field = formatPath([...list, at]);
	const move = (to: number): void =>
		host.edit([{ kind: "move", list, from: at, to }]);
	return h(
		"span",
		{ class: "item-buttons" },
		button("↑", () => move(at - 1), {
			class: "quiet",
			disabled: at === 0,
			"aria-label": words.moveUp(what),
			title: words.moveUp(what),
			"data-field": field,
			"data-act": "up",
		}),
		button("↓", () => move(at + 1), {
			class: "quiet",
			disabled: at === count - 1,
			"aria-label": words.moveDown(what),
			title: words.moveDown(what),
			"data-field": field,
			"data-act": "down",
		}),
		button("×", () => host.edit([{ kind: "remove", path: [...list, at] }]), {
			class: "quiet",
			"aria-label": words.remove(what),
			title: words.remove(what),
			"data-field": field,
			"data-act": "remove",
		}),
	);
}

function listEditor(
	making: Making,
	list: Field & { readonly kind: "list" },
	value: unknown,
	path: Path,
	key: string,
): readonly Node[] {
	const { words, host } = making;
	const items: readonly unknown[] = Array.isArray(value) ? value : [];
	const item = list.item();
	if (item.kind === "blocks")
		return blocksEditor(making, item.blocks, items, path);
	const cards = items.map((one, i) => {
		const at = [...path, i];
		const what = words.item(i + 1);
		const buttons = itemButtons(making, path, i, items.length, what);
		return item.kind === "map"
			? h(
					"div",
					{ class: "card" },
					h("div", { class: "head" }, h("b", {}, String(i + 1)), buttons),
					mapBody(making, item, one, at, key),
				)
			: h(
					"div",
					{ class: "line-item" },
					h(
						"div",
						{ class: "grow" },
						isMapValue(one)
							? [
									area(
										making,
										one.long,
										[...at, "long"],
										`f-${formatPath(at)}`,
										"",
										what,
									),
									area(
										making,
										one.short,
										[...at, "short"],
										`f-${formatPath(at)}-short`,
										"",
										words.shortForm,
									),
								]
							: area(making, one, at, `f-${formatPath(at)}`, "", what),
					),
					buttons,
				);
	});
	const label = words.add(words.item(items.length + 1));
	const add = button(
		label,
		() => {
			making.focusNext([...path, items.length]);
			host.edit([
				{
					kind: "insert",
					list: path,
					at: items.length,
					value: emptyValue(item),
				},
			]);
		},
		{ class: "add" },
	);
	return [...cards, h("div", { class: "adders" }, add)];
}

function blocksEditor(
	making: Making,
	kinds: readonly BlockKind[],
	items: readonly unknown[],
	path: Path,
): readonly Node[] {
	const { words, host } = making;
	const cards = items.map((one, i) => {
		const at = [...path, i];
		const kind = blockOf(kinds, one);
		const name = words.blocks[kind?.key ?? ""] ?? "?";
		const what = `${name} ${i + 1}`;
		return h(
			"section",
			{ class: `block block-${kind?.key ?? "odd"}`, "aria-label": what },
			h(
				"div",
				{ class: "head" },
				h("b", {}, h("span", { class: "number" }, String(i + 1)), name),
				itemButtons(making, path, i, items.length, what),
			),
			kind === null ? null : mapBody(making, kind.field, one, at, kind.key),
		);
	});
	const adders = kinds.map(({ key, field }) => {
		const name = words.blocks[key] ?? key;
		return button(
			name,
			() => {
				making.focusNext([...path, items.length]);
				host.edit([
					{
						kind: "insert",
						list: path,
						at: items.length,
						value: emptyMap(field),
					},
				]);
			},
			{ class: "add", "aria-label": words.add(name), title: one(field.says) },
		);
	});
	return [
		...cards,
		h(
			"div",
			{ class: "adders blocks" },
			h("span", { class: "label" }, words.addBlock),
			adders,
		),
	];
}

/** Where an answer can lead: the keys that say so, one of them at a time. */
const LEADS = {
	do: ["do"],
	ask: ["ask", "short", "link", "answers", "warning"],
	see: ["see"],
} as const;
type Lead = keyof typeof LEADS;
const LEAD_NAMES: readonly Lead[] = ["do", "ask", "see"];

/** The decision tree, as a tree. */
function answersEditor(
	making: Making,
	list: Field & { readonly kind: "list" },
	value: unknown,
	path: Path,
): readonly Node[] {
	const { words, host } = making;
	const items: readonly unknown[] = Array.isArray(value) ? value : [];
	const item = list.item();
	if (item.kind !== "map") return [];
	const own = new Set(["answer", "is"]);
	const branches = items.map((one, i) => {
		const at = [...path, i];
		const map = isMapValue(one) ? one : {};
		const lead = LEAD_NAMES.find((name) => name in map) ?? null;
		const what = `${words.fields.answer ?? ""} ${i + 1}`;
		const otherKeys = item.entries
			.map(({ key }) => key)
			.filter((key) => !own.has(key));
		return h(
			"li",
			{ class: "branch" },
			h(
				"div",
				{ class: "head" },
				h("b", {}, what),
				itemButtons(making, path, i, items.length, what),
			),
			mapBody(making, item, map, at, "answers", new Set(otherKeys)),
			leadChooser(making, item, map, lead, at),
			lead === null
				? null
				: mapBody(
						making,
						item,
						map,
						at,
						"answers",
						new Set(
							item.entries
								.map(({ key }) => key)
								.filter((key) => !isOf(lead, key)),
						),
					),
		);
	});
	const add = button(
		words.add(words.fields.answer ?? ""),
		() => {
			making.focusNext([...path, items.length]);
			host.edit([
				{
					kind: "insert",
					list: path,
					at: items.length,
					value: { answer: "", do: { title: "" } },
				},
			]);
		},
		{ class: "add" },
	);
	return [
		h("ol", { class: "tree" }, branches),
		h("div", { class: "adders" }, add),
	];
}

const isOf = (lead: Lead, key: string): boolean =>
	LEADS[lead].some((name) => name === key);

function leadChooser(
	{ words, host, focusNext }: Making,
	item: MapField,
	value: { readonly [key: string]: unknown },
	lead: Lead | null,
	path: Path,
): HTMLElement {
	const name = `lead-${formatPath(path)}`;
	const choose = (to: Lead): void => {
		const gone = LEAD_NAMES.filter((other) => other !== to).flatMap(
			(other) => LEADS[other],
		);
		const removed = gone
			.filter((key) => key in value)
			.map((key): Edit => ({ kind: "remove", path: [...path, key] }));
		const added: readonly (readonly [string, Raw])[] =
			to === "do"
				? [["do", { title: "" }]]
				: to === "see"
					? [["see", ""]]
					: [
							["ask", ""],
							["answers", [{ answer: "", do: { title: "" } }]],
						];
		focusNext([...path, to]);
		host.edit([
			...removed,
			...added.map(
				([key, fresh]): Edit => ({
					kind: "set",
					path: [...path, key],
					value: fresh,
					before: keysBefore(item, key),
				}),
			),
		]);
	};
	return h(
		"div",
		{ class: "leads", role: "radiogroup", "aria-label": words.leadsTo },
		h("span", { class: "label" }, words.leadsTo),
		LEAD_NAMES.map((one) => {
			const radio = h("input", {
				type: "radio",
				name,
				"data-field": formatPath(path),
				"data-act": one,
			});
			radio.checked = one === lead;
			radio.addEventListener("change", () => choose(one));
			return h("label", {}, radio, words.leads[one]);
		}),
	);
}

function namedEditor(
	making: Making,
	named: Field & { readonly kind: "named" },
	value: unknown,
	path: Path,
): readonly Node[] {
	const { words, host } = making;
	const map = isMapValue(value) ? value : {};
	const item = named.item();
	const cards = Object.entries(map).map(([name, one]) => {
		const at = [...path, name];
		const input = h("input", {
			type: "text",
			class: "name",
			"aria-label": words.linkName,
			title: words.linkName,
			"data-field": formatPath(at),
			"data-act": "name",
		});
		input.value = name;
		input.addEventListener("change", () => {
			const to = input.value.trim();
			if (to === "" || to in map) input.value = name;
			else {
				host.edit([
					{ kind: "rename", map: path, from: name, to },
					...usesOf(making.root, name).map(
						(use): Edit => ({ kind: "set", path: use, value: to }),
					),
				]);
			}
		});
		const remove = button(
			"×",
			() => host.edit([{ kind: "remove", path: at }]),
			{
				class: "quiet",
				"aria-label": words.remove(name),
				title: words.remove(name),
				"data-field": formatPath(at),
				"data-act": "remove",
			},
		);
		return h(
			"div",
			{ class: "card" },
			h("div", { class: "head" }, input, remove),
			item.kind === "map" ? mapBody(making, item, one, at, "links") : null,
		);
	});
	const add = button(
		words.add(words.newLink),
		() => {
			let n = 1;
			while (`dia-chi-${n}` in map) n += 1;
			const name = `dia-chi-${n}`;
			making.focusNext([...path, name, "url"]);
			host.edit([
				{ kind: "set", path: [...path, name], value: emptyValue(item) },
			]);
		},
		{ class: "add" },
	);
	return [...cards, h("div", { class: "adders" }, add)];
}

/** Where the notice names a link. */
function usesOf(
	value: unknown,
	name: string,
	path: Path = [],
): readonly Path[] {
	if (Array.isArray(value))
		return value.flatMap((item, i) => usesOf(item, name, [...path, i]));
	if (!isMapValue(value)) return [];
	return Object.entries(value).flatMap(([key, item]) =>
		key === "link" && item === name
			? [[...path, key]]
			: usesOf(item, name, [...path, key]),
	);
}

function tableEditor(
	making: Making,
	map: MapField,
	value: unknown,
	path: Path,
): readonly Node[] {
	const { words, host } = making;
	const table = isMapValue(value) ? value : {};
	const columns: readonly unknown[] = Array.isArray(table.columns)
		? table.columns
		: [];
	const rows: readonly (readonly unknown[])[] = (
		Array.isArray(table.rows) ? table.rows : []
	).map((row: unknown) => (Array.isArray(row) ? row : []));
	const cell = (one: unknown, at: Path, label: string): HTMLElement =>
		isMapValue(one)
			? area(
					making,
					one.long,
					[...at, "long"],
					`f-${formatPath(at)}`,
					"",
					label,
				)
			: area(making, one, at, `f-${formatPath(at)}`, "", label);
	const removeColumn = (i: number): readonly Edit[] => [
		{ kind: "remove", path: [...path, "columns", i] },
		...rows.flatMap((row, r): readonly Edit[] =>
			i < row.length ? [{ kind: "remove", path: [...path, "rows", r, i] }] : [],
		),
	];
	const addColumn = (): readonly Edit[] => [
		{
			kind: "insert",
			list: [...path, "columns"],
			at: columns.length,
			value: "",
		},
		...rows.map(
			(row, r): Edit => ({
				kind: "insert",
				list: [...path, "rows", r],
				at: row.length,
				value: "",
			}),
		),
	];
	const head = h(
		"tr",
		{},
		columns.map((one, i) => {
			const what = `${words.column} ${i + 1}`;
			return h(
				"th",
				{ scope: "col" },
				cell(one, [...path, "columns", i], what),
				button("×", () => host.edit(removeColumn(i)), {
					class: "quiet",
					disabled: columns.length === 1,
					"aria-label": words.remove(what),
					title: words.remove(what),
				}),
			);
		}),
		h("td", {}),
	);
	const body = rows.map((row, r) =>
		h(
			"tr",
			{},
			row.map((one, c) =>
				h(
					"td",
					{},
					cell(one, [...path, "rows", r, c], words.cell(r + 1, c + 1)),
				),
			),
			h(
				"td",
				{},
				itemButtons(
					making,
					[...path, "rows"],
					r,
					rows.length,
					`${words.row} ${r + 1}`,
				),
			),
		),
	);
	const adders = [
		button(
			words.add(words.row),
			() => {
				making.focusNext([...path, "rows", rows.length, 0]);
				host.edit([
					{
						kind: "insert",
						list: [...path, "rows"],
						at: rows.length,
						value: columns.map(() => ""),
					},
				]);
			},
			{ class: "add" },
		),
		button(words.add(words.column), () => host.edit(addColumn()), {
			class: "add",
		}),
	];
	return [
		...mapBody(making, map, value, path, "table", new Set(["columns", "rows"])),
		h(
			"div",
			{ class: "table-scroll" },
			h("table", {}, h("thead", {}, head), h("tbody", {}, body)),
		),
		h("div", { class: "adders" }, adders),
	];
}
