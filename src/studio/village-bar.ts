/** The list of villages above the sheet: whose sheet is seen, and all of them made. */
import type { StudioWords } from "../messages/studio-words.ts";
import { button, h, sign } from "./dom.ts";

export interface VillageBar {
	readonly element: HTMLElement;
	readonly show: (names: readonly string[], words: StudioWords) => void;
	readonly progress: (done: number) => void;
	readonly say: (words: StudioWords) => void;
}

interface Acts {
	readonly choose: (index: number) => void;
	readonly make: () => void;
	readonly stop: () => void;
	readonly close: () => void;
}

export function makeVillageBar(acts: Acts): VillageBar {
	const choice = h("select", { id: "village" });
	choice.addEventListener("change", () => acts.choose(choice.selectedIndex));
	const label = h("label", { for: "village" });
	const make = button("", acts.make, { class: "strong", id: "make-all" });
	const stop = button("", acts.stop, { hidden: true });
	const close = button(sign("remove"), acts.close, { class: "quiet" });
	const bar = h("progress", { hidden: true, value: 0, max: 1 });
	const element = h(
		"div",
		{ class: "village-bar", hidden: true },
		label,
		choice,
		make,
		bar,
		stop,
		close,
	);
	let count = 0;
	const working = (is: boolean): void => {
		bar.hidden = !is;
		stop.hidden = !is;
		make.hidden = is;
		close.hidden = is;
	};
	const say = (words: StudioWords): void => {
		label.textContent = words.village;
		make.textContent = words.makeAll(count);
		stop.textContent = words.stop;
		bar.setAttribute("aria-label", words.makeAll(count));
		close.setAttribute("aria-label", words.remove(words.villageList));
		close.title = words.remove(words.villageList);
	};
	return {
		element,
		show(names, words) {
			count = names.length;
			element.hidden = count === 0;
			choice.replaceChildren(...names.map((name) => h("option", {}, name)));
			working(false);
			say(words);
		},
		progress(done) {
			bar.max = count;
			bar.value = done;
			working(done < count);
		},
		say,
	};
}
