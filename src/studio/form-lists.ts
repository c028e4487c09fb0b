/** Lists of the form: items, blocks, addresses. */
import { formatPath, type Path } from "../content/path.ts";
import { isNumbered, numberBlocks } from "../content/resolve.ts";
import { button, h, sign } from "./dom.ts";
import type { Edit } from "./edit.ts";
import {
	type BlockKind,
	blockOf,
	emptyMap,
	emptyValue,
	type Field,
	isMapValue,
} from "./fields.ts";
import { area } from "./form-fields.ts";
import { addButton, itemButtons, type Making, one } from "./form-parts.ts";
import { FRESH_QUESTION, questionEditor } from "./form-tree.ts";

export function listEditor(
	making: Making,
	list: Field & { readonly kind: "list" },
	value: unknown,
	path: Path,
	key: string,
): readonly Node[] {
	const { words } = making;
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
					making.mapBody(making, item, one, at, key),
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
	const add = addButton(making, label, {
		list: path,
		at: items.length,
		value: emptyValue(item),
	});
	return [...cards, h("div", { class: "adders" }, add)];
}

function blocksEditor(
	making: Making,
	kinds: readonly BlockKind[],
	items: readonly unknown[],
	path: Path,
): readonly Node[] {
	const { words } = making;
	const numbers = numberBlocks(
		items.map((one) => isMapValue(one) && isNumbered(one)),
	);
	const cards = items.map((one, i) => {
		const at = [...path, i];
		const kind = blockOf(kinds, one);
		const name = words.blocks[kind?.key ?? ""] ?? "?";
		const what = `${name} (${i + 1})`;
		// As the sheet has it: not all parts have a number there.
		const number = numbers[i] ?? null;
		return h(
			"section",
			{ class: `block block-${kind?.key ?? "odd"}`, "aria-label": what },
			h(
				"div",
				{ class: "head" },
				h(
					"b",
					{},
					number === null
						? null
						: h("span", { class: "number" }, String(number)),
					name,
				),
				itemButtons(making, path, i, items.length, what),
			),
			kind === null
				? null
				: kind.key === "ask"
					? questionEditor(making, kind.field, one, at, kind.key)
					: making.mapBody(making, kind.field, one, at, kind.key),
		);
	});
	const adders = kinds.map(({ key, field }) => {
		const name = words.blocks[key] ?? key;
		return addButton(
			making,
			name,
			{
				list: path,
				at: items.length,
				value: key === "ask" ? FRESH_QUESTION : emptyMap(field),
			},
			{ "aria-label": words.add(name), title: one(field.says) },
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

export function namedEditor(
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
			sign("remove"),
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
			item.kind === "map"
				? making.mapBody(making, item, one, at, "links")
				: null,
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
