/** The decision tree in the form. */
import { formatPath, type Path } from "../content/path.ts";
import { h } from "./dom.ts";
import type { Edit, Raw } from "./edit.ts";
import { type Field, isMapValue, keysBefore, type MapField } from "./fields.ts";
import { addButton, itemButtons, type Making } from "./form-parts.ts";

/** Where an answer can lead: the keys that say so, one of them at a time. */
const LEADS = {
	do: ["do"],
	ask: ["ask", "short", "link", "answers", "warning"],
	see: ["see"],
} as const;

type Lead = keyof typeof LEADS;

const LEAD_NAMES: readonly Lead[] = ["do", "ask", "see"];

/** The decision tree, as a tree. */
export function answersEditor(
	making: Making,
	list: Field & { readonly kind: "list" },
	value: unknown,
	path: Path,
): readonly Node[] {
	const { words } = making;
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
			making.mapBody(making, item, map, at, "answers", new Set(otherKeys)),
			leadChooser(making, item, map, lead, at),
			lead === null
				? null
				: making.mapBody(
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
	const add = addButton(making, words.add(words.fields.answer ?? ""), {
		list: path,
		at: items.length,
		value: { answer: "", do: { title: "" } },
	});
	add.dataset.field = formatPath(path);
	add.dataset.act = "add";
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
