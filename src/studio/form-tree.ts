/** The decision tree in the form, as it is on the sheet: question, answers, where each leads. */
import { formatPath, type Path } from "../content/path.ts";
import { isNumbered, numberBlocks } from "../content/resolve.ts";
import { type Child, h } from "./dom.ts";
import type { Edit, Raw } from "./edit.ts";
import {
	type Entry,
	type Field,
	isMapValue,
	keysBefore,
	type MapField,
} from "./fields.ts";
import { leaf } from "./form-fields.ts";
import {
	addButton,
	bind,
	itemButtons,
	type Making,
	textOf,
} from "./form-parts.ts";

type MapValue = { readonly [key: string]: unknown };

/** Where an answer can lead: the keys that say so, one of them at a time. */
const LEADS = {
	do: ["do"],
	ask: ["ask", "short", "link", "answers", "warning"],
	see: ["see"],
} as const;

type Lead = keyof typeof LEADS;

const LEAD_NAMES: readonly Lead[] = ["do", "ask", "see"];

const FRESH_ANSWER: Raw = { answer: "", do: { title: "" } };

/** With one answer there is nothing to ask. */
export const FRESH_QUESTION = {
	ask: "",
	answers: [FRESH_ANSWER, FRESH_ANSWER],
};

/** What stands above the answers, and below them, as on the sheet. */
const ABOVE = ["ask", "short", "id", "link"];
const BELOW = ["warning"];

const leadOf = (value: MapValue): Lead | null =>
	LEAD_NAMES.find((name) => name in value) ?? null;

const fieldOf = (map: MapField, key: string): Field | null =>
	map.entries.find((entry: Entry) => entry.key === key)?.field() ?? null;

const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? value : [];

/** A question and its answers: a block's own, or one that an answer leads to. */
export function questionEditor(
	making: Making,
	map: MapField,
	value: unknown,
	path: Path,
	parent: string,
): readonly Node[] {
	const there = isMapValue(value) ? value : {};
	const part = (keys: readonly string[]): readonly Node[] =>
		making.mapBody(making, map, there, path, parent, {
			only: (key) => keys.includes(key),
			needs: (key) => key === "ask",
			// Given when an answer elsewhere leads here.
			offers: (key) => key !== "id",
		});
	const answers = fieldOf(map, "answers");
	return [
		...part(ABOVE),
		...(answers?.kind === "list"
			? [tree(making, answers, there.answers, [...path, "answers"])]
			: []),
		...part(BELOW),
	];
}

function tree(
	making: Making,
	list: Field & { readonly kind: "list" },
	value: unknown,
	path: Path,
): HTMLElement {
	const { words } = making;
	const items = listOf(value);
	const item = list.item();
	const add = addButton(
		making,
		words.addAnswer,
		{ list: path, at: items.length, value: FRESH_ANSWER },
		{ "data-field": formatPath(path), "data-act": "add" },
	);
	return h(
		"ol",
		{ class: "tree", "aria-label": words.fields.answers },
		item.kind === "map"
			? items.map((one, i) =>
					branch(
						making,
						item,
						isMapValue(one) ? one : {},
						path,
						i,
						items.length,
					),
				)
			: null,
		h("li", { class: "twig" }, add),
	);
}

function branch(
	making: Making,
	item: MapField,
	value: MapValue,
	list: Path,
	i: number,
	count: number,
): HTMLElement {
	const { words } = making;
	const at = [...list, i];
	const lead = leadOf(value);
	const what = `${words.fields.answer ?? ""} ${i + 1}`;
	const id = `f-${formatPath([...at, "answer"])}`;
	return h(
		"li",
		{ class: "branch" },
		h(
			"div",
			{ class: "head" },
			h("label", { for: id, class: "pill" }, what),
			itemButtons(making, list, i, count, what),
		),
		h(
			"div",
			{ class: "answer-row" },
			h("div", { class: "grow" }, answer(making, item, value, at, id, i)),
			markChooser(making, item, value.is, at),
		),
		leadChooser(making, item, value, lead, at),
		lead === null ? null : destination(making, item, value, lead, at),
	);
}

function answer(
	making: Making,
	item: MapField,
	value: MapValue,
	at: Path,
	id: string,
	i: number,
): Child {
	const field = fieldOf(item, "answer");
	if (field === null) return null;
	const path = [...at, "answer"];
	const place = { path, parent: "answers", key: "answer" };
	const control = leaf(making, item, field, value.answer, path, place, id);
	if (control instanceof HTMLTextAreaElement)
		control.placeholder = making.words.answerHints[i] ?? "";
	return control;
}

/** The tick or cross that the sheet draws beside an answer. */
function markChooser(
	making: Making,
	item: MapField,
	value: unknown,
	at: Path,
): HTMLElement {
	const { words, host } = making;
	const path = [...at, "is"];
	const element = h("select", {
		class: "mark",
		"aria-label": words.fields.is,
		title: words.fields.is,
		"data-field": formatPath(path),
	});
	const fill = (now: string): void => {
		const own = now in words.marks ? [] : [now];
		const marks = [...Object.keys(words.marks), ...own];
		element.replaceChildren(
			...marks
				// By itself it is the same as nothing.
				.filter((mark) => mark !== "none" || mark === now)
				.map((mark) => h("option", { value: mark }, words.marks[mark] ?? mark)),
		);
		element.value = now;
	};
	fill(textOf(value));
	bind(making, path, (now) => {
		if (element.value !== textOf(now)) fill(textOf(now));
	});
	element.addEventListener("change", () => {
		const { value: mark } = element;
		const before = keysBefore(item, "is");
		host.edit([
			mark === ""
				? { kind: "remove", path }
				: { kind: "set", path, value: mark, before },
		]);
	});
	return element;
}

function destination(
	making: Making,
	item: MapField,
	value: MapValue,
	lead: Lead,
	at: Path,
): HTMLElement {
	switch (lead) {
		case "ask":
			return h(
				"div",
				{ class: "further" },
				questionEditor(making, item, value, at, "further"),
			);
		case "see":
			return h("div", { class: "outcome" }, seeChooser(making, value.see, at));
		case "do": {
			const field = fieldOf(item, "do");
			const path = [...at, "do"];
			return h(
				"div",
				{ class: "outcome" },
				field?.kind === "map"
					? making.mapBody(making, field, value.do, path, "do")
					: null,
			);
		}
	}
}

function leadChooser(
	{ root, words, host, focusNext }: Making,
	item: MapField,
	value: MapValue,
	lead: Lead | null,
	path: Path,
): HTMLElement {
	const name = `lead-${formatPath(path)}`;
	const choose = (to: Lead): void => {
		focusNext([...path, to]);
		host.edit(leadEdits(root, item, value, path, to));
	};
	// Without a question below there is nowhere to go on.
	const offered = LEAD_NAMES.filter(
		(one) =>
			one !== "see" || lead === "see" || questionsBelow(root, path).length > 0,
	);
	return h(
		"div",
		{ class: "leads", role: "radiogroup", "aria-label": words.leadsTo },
		h("span", { class: "label" }, words.leadsTo),
		offered.map((one) => {
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

/** What was to be done stays: it becomes what the first new answer leads to, and back. */
function leadEdits(
	root: unknown,
	item: MapField,
	value: MapValue,
	path: Path,
	to: Lead,
): readonly Edit[] {
	const set = (key: string, fresh: Raw): Edit => ({
		kind: "set",
		path: [...path, key],
		value: fresh,
		before: keysBefore(item, key),
	});
	const shift = (from: Path, to: Path): Edit => ({
		kind: "shift",
		from: [...path, ...from],
		to: [...path, ...to],
	});
	const removed = LEAD_NAMES.filter((other) => other !== to)
		.flatMap((other): readonly string[] => LEADS[other])
		.filter((key) => key in value)
		.map((key): Edit => ({ kind: "remove", path: [...path, key] }));
	switch (to) {
		case "see": {
			const questions = questionsBelow(root, path);
			const [first] = questions;
			return first === undefined
				? []
				: [
						...removed,
						...seeEdits(first, questions, path, keysBefore(item, "see")),
					];
		}
		case "ask": {
			const made = Object.entries(FRESH_QUESTION).map(([key, fresh]) =>
				set(key, fresh),
			);
			return "do" in value
				? [...made, shift(["do"], ["answers", 0, "do"])]
				: [...removed, ...made];
		}
		case "do": {
			const first = firstOutcome(value.answers);
			return first === null
				? [...removed, set("do", { title: "" })]
				: [shift(["answers", ...first], ["do"]), ...removed];
		}
	}
}

function firstOutcome(answers: unknown): Path | null {
	for (const [i, one] of listOf(answers).entries()) {
		if (!isMapValue(one)) continue;
		if ("do" in one) return [i, "do"];
		const below = firstOutcome(one.answers);
		if (below !== null) return [i, "answers", ...below];
	}
	return null;
}

interface LowerQuestion {
	readonly path: Path;
	/** As the sheet prints it. */
	readonly number: number;
	readonly id: string | null;
	readonly text: string;
}

/** The blocks that are questions below the one around a path: upwards readers would go in a ring. */
function questionsBelow(root: unknown, path: Path): readonly LowerQuestion[] {
	const body = listOf(isMapValue(root) ? root.body : null).map((block) =>
		isMapValue(block) ? block : {},
	);
	const numbers = numberBlocks(body.map(isNumbered));
	const own = Number(path[1]);
	return body.flatMap((block, i) => {
		if (!("ask" in block) || i <= own) return [];
		const { ask, id } = block;
		return {
			path: ["body", i],
			number: numbers[i] ?? 0,
			id: id === undefined ? null : textOf(id),
			text: textOf(isMapValue(ask) ? ask.long : ask),
		};
	});
}

/** The question gets a name: its number is another once it is moved. */
function seeEdits(
	chosen: LowerQuestion,
	questions: readonly LowerQuestion[],
	at: Path,
	before: readonly string[],
): readonly Edit[] {
	const name = chosen.id ?? freshName(chosen.number, questions);
	const see: Edit = { kind: "set", path: [...at, "see"], value: name, before };
	if (chosen.id !== null) return [see];
	const path = [...chosen.path, "id"];
	return [{ kind: "set", path, value: name, before: ["ask", "short"] }, see];
}

function seeChooser(making: Making, value: unknown, at: Path): HTMLElement {
	const { words, host } = making;
	const path = [...at, "see"];
	const id = `f-${formatPath(path)}`;
	const element = h("select", { id, "data-field": formatPath(path) });
	let questions: readonly LowerQuestion[] = [];
	const keyOf = ({ id, number }: LowerQuestion): string => id ?? String(number);
	const fill = (root: unknown, now: string): void => {
		questions = questionsBelow(root, path);
		const named = questions.find(
			(one) => keyOf(one) === now || String(one.number) === now,
		);
		element.replaceChildren(
			...(named === undefined ? [h("option", { value: now }, now)] : []),
			...questions.map((one) =>
				h("option", { value: keyOf(one) }, `${one.number}. ${one.text}`),
			),
		);
		element.value = named === undefined ? now : keyOf(named);
	};
	let shown = textOf(value);
	fill(making.root, shown);
	bind(making, path, (now) => {
		shown = textOf(now);
	});
	bind(making, [], (root) => fill(root, shown));
	element.addEventListener("change", () => {
		const chosen = questions.find((one) => keyOf(one) === element.value);
		if (chosen === undefined) return;
		host.edit(seeEdits(chosen, questions, at, []));
	});
	return h(
		"div",
		{ class: "row" },
		h("label", { for: id }, words.fields.see ?? "see"),
		element,
	);
}

function freshName(
	number: number,
	questions: readonly LowerQuestion[],
): string {
	const taken = new Set(questions.map(({ id }) => id));
	for (let n = number; ; n++) {
		const name = `cau-${n}`;
		if (!taken.has(name)) return name;
	}
}
