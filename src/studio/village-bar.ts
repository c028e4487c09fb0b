/** The list of villages above the sheet: whose sheet is seen, and all of them made. */
import type { StudioWords } from "../messages/studio-words.ts";
import { button, h, menu, setHidden, sign } from "./dom.ts";

export interface VillageBar {
	readonly element: HTMLElement;
	readonly show: (
		names: readonly string[],
		columns: readonly string[],
		words: StudioWords,
	) => void;
	readonly choose: (index: number) => void;
	/** Whether the notice takes anything from the list. */
	readonly used: (isUsed: boolean) => void;
	readonly progress: (done: number) => void;
	readonly say: (words: StudioWords) => void;
}

interface Acts {
	readonly choose: (index: number) => void;
	/** Puts a placeholder where something is written. */
	readonly insert: (placeholder: string) => void;
	readonly make: () => void;
	readonly stop: () => void;
	readonly close: () => void;
}

export function makeVillageBar(acts: Acts): VillageBar {
	const choice = h("select", { id: "village" });
	choice.addEventListener("change", () => choose(choice.selectedIndex));
	const label = h("label", { for: "village" });
	const step = (by: number): void => choose(choice.selectedIndex + by);
	const before = button(sign("before"), () => step(-1), { class: "quiet" });
	const after = button(sign("after"), () => step(1), { class: "quiet" });
	const columnsName = h("summary");
	const columns = h("div");
	const insert = menu(columnsName, columns);
	const make = button("", acts.make, { class: "strong", id: "make-all" });
	const stop = button("", acts.stop, { hidden: true });
	const close = button(sign("remove"), acts.close, { class: "quiet" });
	const bar = h("progress", { hidden: true, value: 0, max: 1 });
	const done = h("span", { class: "done", hidden: true });
	const hint = h("p", { hidden: true, role: "status" });
	const element = h(
		"div",
		{ class: "village-bar", hidden: true },
		h("span", { class: "choice" }, label, choice, before, after),
		insert,
		make,
		bar,
		done,
		stop,
		close,
		hint,
	);
	let count = 0;

	function choose(index: number): void {
		mark(index);
		acts.choose(index);
	}
	function mark(index: number): void {
		choice.selectedIndex = index;
		before.disabled = index <= 0;
		after.disabled = index >= count - 1;
	}
	const working = (is: boolean): void => {
		for (const one of [bar, done, stop]) one.hidden = !is;
		for (const one of [insert, make, close]) one.hidden = is;
	};
	const say = (words: StudioWords): void => {
		label.textContent = words.village;
		columnsName.textContent = words.insertColumn;
		make.textContent = words.makeAll(count);
		stop.textContent = words.stop;
		hint.textContent = words.listUnused;
		bar.setAttribute("aria-label", words.makeAll(count));
		for (const [one, text] of [
			[close, words.remove(words.villageList)],
			[before, words.villageBefore],
			[after, words.villageAfter],
		] as const) {
			one.setAttribute("aria-label", text);
			one.title = text;
		}
	};
	return {
		element,
		show(names, heads, words) {
			count = names.length;
			element.hidden = count === 0;
			choice.replaceChildren(...names.map((name) => h("option", {}, name)));
			columns.replaceChildren(
				...heads
					.filter((head) => head.trim() !== "")
					.map((head) =>
						button(`{{${head}}}`, () => {
							insert.open = false;
							acts.insert(`{{${head}}}`);
						}),
					),
			);
			mark(0);
			working(false);
			say(words);
		},
		choose: mark,
		used: (isUsed) => setHidden(hint, isUsed),
		progress(now) {
			bar.max = count;
			bar.value = now;
			done.textContent = `${now}/${count}`;
			working(now < count);
		},
		say,
	};
}
