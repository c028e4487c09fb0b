/**
 * Dates of the form, day first. A browser's own field for dates follows the
 * browser's language: 07/01 would be January in one office and July in the next.
 */
import { meantDate } from "../content/local-dates.ts";
import { formatPath, type Path } from "../content/path.ts";
import { dateWithWeekday, numericDate, parseIsoDate } from "../model/dates.ts";
import { button, type Child, h, setText } from "./dom.ts";
import { bind, type Making, textOf } from "./form-parts.ts";

/** As it stands in the file; what is no day stays as it was typed. */
const isoOf = (typed: string): string => meantDate(typed) ?? typed;

/** As it stands in the field. */
function shownOf(value: string): string {
	const date = parseIsoDate(value);
	return date === null ? value : numericDate(date);
}

const SHORT_YEAR = /^(.*[/.]\s*\d{1,2}\s*[/.]\s*)(\d{2})$/u;

export function dateField(
	making: Making,
	value: unknown,
	path: Path,
	id: string,
	label: string,
): Child {
	const { words, host } = making;
	const element = h("input", {
		id,
		type: "text",
		class: "date",
		autocomplete: "off",
		spellcheck: "false",
		placeholder: words.dateForm,
		"aria-describedby": `${id}-day`,
		"data-field": formatPath(path),
	});
	const day = h("span", { class: "weekday", id: `${id}-day` });
	const say = (iso: string): void => {
		const date = parseIsoDate(iso);
		const isFromList = iso.includes("{{");
		const hint = iso === "" ? "" : isFromList ? words.fromList : words.dateHint;
		setText(day, date === null ? hint : dateWithWeekday(date));
	};
	const show = (iso: string): void => {
		element.value = shownOf(iso);
		say(iso);
	};
	const write = (): void => {
		const iso = isoOf(element.value);
		say(iso);
		host.edit([{ kind: "set", path, value: iso }]);
	};
	show(textOf(value));
	element.addEventListener("input", write);
	element.addEventListener("change", () => {
		const whole = element.value.trim().replace(SHORT_YEAR, "$120$2");
		if (meantDate(whole) === null) return;
		element.value = shownOf(isoOf(whole));
		write();
	});
	bind(making, path, (now) => {
		const iso = textOf(now);
		// In the midst of typing, a day is not rewritten.
		if (isoOf(element.value) !== iso) show(iso);
	});
	// Never seen itself: its calendar is.
	const calendar = h("input", {
		type: "date",
		class: "calendar",
		tabindex: -1,
		"aria-hidden": "true",
		max: "9999-12-31",
	});
	calendar.addEventListener("change", () => {
		if (calendar.value === "") return;
		show(calendar.value);
		write();
		element.focus();
	});
	const pick = button(
		"",
		() => {
			calendar.value = meantDate(element.value) ?? "";
			calendar.showPicker();
		},
		{
			class: "pick",
			"aria-label": words.pickDate(label),
			title: words.pickDate(label),
		},
	);
	return h(
		"div",
		{ class: "date-row" },
		element,
		h("span", { class: "picker" }, pick, calendar),
		day,
	);
}
