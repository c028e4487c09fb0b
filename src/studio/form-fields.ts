/** Single values of the form: texts, dates, choices, pictures. */
import { formatPath, type Path } from "../content/path.ts";
import { ICON_NAMES, type IconName } from "../model/announcement.ts";
import { button, type Child, h, sign } from "./dom.ts";
import { type Field, isMapValue, type MapField } from "./fields.ts";
import { dateField } from "./form-date.ts";
import {
	bind,
	grow,
	labelOf,
	type Making,
	one,
	type Place,
	textOf,
} from "./form-parts.ts";
import { picture } from "./pictures.ts";

/** One value: a text, a date, a choice. */
export function leaf(
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
	if (place.key === "logo")
		return [
			area(making, value, path, id, field.says),
			button(making.words.choosePicture, making.host.choosePicture, {
				class: "add",
			}),
		];
	if (place.key === "link") return linkChooser(making, value, path, id);
	if (field.kind === "date") {
		const label = labelOf(making, place.parent, place.key);
		return dateField(making, value, path, id, label);
	}
	const hasShort =
		map?.entries.some(({ key }) => key === "short" || key === "do") === true ||
		place.key === "short";
	return field.kind === "text"
		? twoForms(making, value, path, id, hasShort)
		: area(making, value, path, id, field.says);
}

export function area(
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
		host.edit([{ kind: "set", path, value: element.value }]);
		grow(element);
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
			sign("remove"),
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
	bind(making, path, (now) => {
		if (element.value !== textOf(now)) fill(textOf(now));
	});
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
	let shown = value;
	bind(making, path, (now) => {
		if (now === shown) return;
		shown = now;
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
