/** Tables in the form. */
import { formatPath, type Path } from "../content/path.ts";
import { button, h, sign } from "./dom.ts";
import type { Edit } from "./edit.ts";
import { isMapValue, type MapField } from "./fields.ts";
import { area } from "./form-fields.ts";
import { addButton, itemButtons, type Making } from "./form-parts.ts";

export function tableEditor(
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
				button(sign("remove"), () => host.edit(removeColumn(i)), {
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
		addButton(making, words.add(words.row), {
			list: [...path, "rows"],
			at: rows.length,
			value: columns.map(() => ""),
			focus: [...path, "rows", rows.length, 0],
		}),
		button(words.add(words.column), () => host.edit(addColumn()), {
			class: "add",
		}),
	];
	return [
		...making.mapBody(making, map, value, path, "table", {
			only: (key) => key !== "columns" && key !== "rows",
		}),
		h(
			"div",
			{ class: "table-scroll" },
			h("table", {}, h("thead", {}, head), h("tbody", {}, body)),
		),
		h("div", { class: "adders" }, adders),
	];
}
