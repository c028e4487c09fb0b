/** The page around its parts: bars, tabs, switches. */
import { SHEET_NAMES, type SheetName } from "../formats/formats.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { THEME_NAMES, type ThemeName } from "../themes/theme-names.ts";
import {
	button,
	h,
	menu,
	setAttribute,
	setDisabled,
	setHidden,
	setText,
	sign,
} from "./dom.ts";
import type { Zoom } from "./preview.ts";
import { INKS, type Measures, type SheetChoice } from "./protocol.ts";

export type Tab = "form" | "yaml";

/** On narrow screens one of the two sides is seen. */
type Side = "write" | "sheet";

interface Parts {
	readonly form: HTMLElement;
	readonly yaml: HTMLElement;
	readonly findings: HTMLElement;
	readonly preview: HTMLElement;
	readonly villages: HTMLElement;
}

interface Acts {
	readonly fresh: () => void;
	readonly open: () => void;
	readonly picked: (files: readonly File[]) => void;
	readonly save: (() => void) | null;
	readonly pdf: () => void;
	readonly print: () => void;
	readonly png: () => void;
	/** All for the print room, as one archive. */
	readonly pack: () => void;
	readonly yaml: () => void;
	readonly undo: () => void;
	readonly redo: () => void;
	/** Gives the name as it is kept. */
	readonly named: (name: string) => string;
	readonly sheet: (sheet: SheetName) => void;
	readonly ink: (ink: SheetChoice["ink"]) => void;
	readonly theme: (theme: ThemeName) => void;
	readonly zoom: (zoom: Zoom) => void;
	readonly language: () => void;
	readonly tab: (tab: Tab) => void;
}

/** Whether the sheet that is seen is that of the notice; "gone" when none can be laid out. */
export type SheetState = "fresh" | "stale" | "none" | "gone";

interface Trouble {
	readonly text: string;
	readonly ways: readonly {
		readonly label: string;
		readonly act: () => void;
	}[];
}

export interface Frame {
	readonly element: HTMLElement;
	readonly tab: () => Tab;
	readonly show: (tab: Tab) => void;
	/** Where only one side is seen. */
	readonly showSheet: () => void;
	readonly focusSheet: () => void;
	readonly say: (
		words: StudioWords,
		now: { readonly name: string; readonly choice: SheetChoice },
	) => void;
	readonly named: (name: string) => void;
	readonly pickFile: (what: keyof typeof ACCEPTED) => void;
	readonly depth: (canUndo: boolean, canRedo: boolean) => void;
	readonly dirty: (isDirty: boolean) => void;
	readonly choose: (choice: SheetChoice) => void;
	readonly sheet: (state: SheetState) => void;
	/** What stays wrong, each with what can be done about it. */
	readonly trouble: (troubles: readonly Trouble[]) => void;
	/** What was found may take the room of the field that is being filled in. */
	readonly keepFocusSeen: (act: () => void) => void;
	readonly count: (errors: number, warnings: number) => void;
	readonly measures: (measures: Measures | null) => void;
	readonly tell: (text: string) => void;
	/** What went wrong stays until something else is told: there is time to read it. */
	readonly complain: (text: string) => void;
	readonly changedOnDisk: (
		answers: { readonly take: () => void; readonly keep: () => void } | null,
	) => void;
	readonly onDrop: (dropped: (files: readonly File[]) => void) => void;
}

const PICTURES = ".png,.jpg,.jpeg,.svg";
const ACCEPTED = {
	any: `.yaml,.yml,.pdf,.csv,.tsv,.xlsx,${PICTURES}`,
	picture: PICTURES,
} as const;
const ZOOMS: readonly Zoom[] = ["fit", "whole", "actual", "far"];
const TOLD_FOR = 5000;

export function makeFrame(parts: Parts, acts: Acts): Frame {
	let words: StudioWords | null = null;
	let fading = 0;

	const name = h("input", {
		type: "text",
		class: "file-name",
		spellcheck: "false",
	});
	name.addEventListener("change", () => {
		name.value = acts.named(name.value);
	});
	const file = h("input", {
		type: "file",
		hidden: true,
		multiple: true,
	});
	file.addEventListener("change", () => {
		const picked = [...(file.files ?? [])];
		file.value = "";
		if (picked.length > 0) acts.picked(picked);
	});
	const fresh = button("", acts.fresh);
	const open = button("", acts.open, { id: "open" });
	const save = acts.save === null ? null : button("", acts.save);
	const undo = button("↶", acts.undo, { class: "icon" });
	const redo = button("↷", acts.redo, { class: "icon" });
	const print = button("", acts.print);
	const pdf = button("", acts.pdf, { class: "strong", id: "download" });
	const png = button("", () => closing(acts.png));
	const pack = button("", () => closing(acts.pack), { id: "pack" });
	const yaml = button("", () => closing(acts.yaml));
	const moreName = h("summary", {}, "⋯");
	const more = menu(moreName, h("div", {}, png, pack, yaml));
	const closing = (act: () => void): void => {
		more.open = false;
		// Its own button can no longer have it.
		moreName.focus();
		act();
	};
	const language = button("", acts.language, { class: "plain" });
	const brand = h("h1", {}, "bảng tin");
	const troubled = h("div", { class: "trouble", role: "alert" });
	const header = h(
		"header",
		{},
		brand,
		h("div", { class: "group" }, fresh, open, save),
		name,
		h("div", { class: "group" }, undo, redo),
		h("span", { class: "spring" }),
		language,
		more,
		print,
		pdf,
		file,
	);

	// Left: the two ways to write, and what was found.
	const tabs = { form: tabButton("form"), yaml: tabButton("yaml") };
	const panels = {
		form: panel("form", parts.form),
		yaml: panel("yaml", parts.yaml),
	};
	let tab: Tab = "form";
	function tabButton(which: Tab): HTMLButtonElement {
		return button("", () => show(which), {
			role: "tab",
			id: `tab-${which}`,
			"aria-controls": `panel-${which}`,
		});
	}
	function panel(which: Tab, content: HTMLElement): HTMLElement {
		return h(
			"div",
			{
				role: "tabpanel",
				id: `panel-${which}`,
				class: "panel",
				"aria-labelledby": `tab-${which}`,
			},
			content,
		);
	}
	function show(which: Tab): void {
		tab = which;
		for (const one of ["form", "yaml"] as const) {
			tabs[one].setAttribute("aria-selected", String(one === which));
			tabs[one].tabIndex = one === which ? 0 : -1;
			panels[one].hidden = one !== which;
		}
		side("write");
		acts.tab(which);
	}
	const tablist = h(
		"div",
		{ role: "tablist", class: "tabs" },
		tabs.form,
		tabs.yaml,
	);
	tablist.addEventListener("keydown", (event) => {
		if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
		show(tab === "form" ? "yaml" : "form");
		tabs[tab].focus();
	});
	const counted = h("span", { class: "count" });
	const findingsTitle = h("span");
	const findings = h(
		"details",
		{ class: "found", open: true },
		h("summary", {}, findingsTitle, counted),
		parts.findings,
	);
	const diskBar = h("div", { class: "disk-bar", role: "alert", hidden: true });
	const left = h(
		"section",
		{ class: "write" },
		diskBar,
		tablist,
		panels.form,
		panels.yaml,
		findings,
	);

	// Right: the sheet.
	const sheet = h("select", { id: "sheet" });
	sheet.addEventListener("change", () => {
		const chosen = SHEET_NAMES.find((one) => one === sheet.value);
		if (chosen !== undefined) acts.sheet(chosen);
	});
	const sheetLabel = h("label", { for: "sheet", class: "for-readers" });
	const themes = switchOf("theme", THEME_NAMES, acts.theme);
	const inks = switchOf("ink", INKS, acts.ink);
	const zooms = switchOf("zoom", ZOOMS, acts.zoom);
	const stale = h("p", { class: "stale", role: "status", hidden: true });
	const measured = h("span", { class: "measured" });
	const right = h(
		"section",
		{ class: "sheet" },
		h(
			"div",
			{ class: "sheet-bar" },
			sheetLabel,
			sheet,
			themes.element,
			inks.element,
			zooms.element,
		),
		parts.villages,
		stale,
		parts.preview,
	);

	// The form is long: who has no mouse goes past it.
	const skips = {
		write: button("", () => show(tab)),
		found: button("", () => {
			side("write");
			findings.querySelector("summary")?.focus();
		}),
		sheet: button("", () => {
			side("sheet");
			sheet.focus();
		}),
	};
	skips.write.addEventListener("click", () => tabs[tab].focus());
	header.prepend(
		h("div", { class: "skips" }, skips.write, skips.found, skips.sheet),
	);

	const status = h("span", { role: "status" });
	const dismiss = button(sign("remove"), () => say("", false), {
		class: "quiet",
		hidden: true,
	});
	const told = h("p", { class: "status empty" }, status, dismiss);
	const working = h("span", { class: "working", "aria-hidden": "true" });
	const local = h("span", { class: "local" });
	const sides = {
		write: button("", () => side("write")),
		sheet: button("", () => side("sheet")),
	};
	const footer = h(
		"footer",
		{},
		h("div", { class: "sides" }, sides.write, sides.sheet),
		told,
		working,
		measured,
		local,
	);
	const drop = h("div", { class: "drop", hidden: true });
	const element = h(
		"div",
		{ class: "frame" },
		header,
		troubled,
		h("main", {}, left, right),
		footer,
		drop,
	);
	function say(text: string, isBad: boolean): void {
		clearTimeout(fading);
		setText(status, text);
		told.classList.toggle("bad", isBad);
		told.classList.toggle("empty", text === "");
		dismiss.hidden = !isBad;
	}
	function side(which: Side): void {
		element.dataset.side = which;
		for (const one of ["write", "sheet"] as const)
			sides[one].setAttribute("aria-pressed", String(one === which));
	}
	show("form");

	return {
		element,
		tab: () => tab,
		show,
		showSheet: () => side("sheet"),
		focusSheet: () => sheet.focus(),
		say(now, { name: called, choice }) {
			words = now;
			fresh.textContent = now.fresh;
			open.textContent = now.open;
			if (save !== null) save.textContent = now.save;
			print.textContent = now.print;
			pdf.textContent = now.downloadPdf;
			png.textContent = now.downloadPng;
			pack.textContent = now.downloadPack;
			yaml.textContent = now.downloadYaml;
			language.textContent = now.language;
			for (const [one, text] of [
				[undo, now.undo],
				[redo, now.redo],
				[moreName, now.more],
				[name, now.fileName],
				[dismiss, now.close],
			] as const) {
				one.setAttribute("aria-label", text);
				one.title = text;
			}
			name.value = called;
			tabs.form.textContent = now.form;
			tabs.yaml.textContent = now.yaml;
			findingsTitle.textContent = now.findings;
			sheetLabel.textContent = now.sheet;
			sheet.replaceChildren(
				...SHEET_NAMES.map((one) =>
					h("option", { value: one }, now.sheets[one] ?? one),
				),
			);
			sheet.value = choice.sheet;
			themes.say(now.theme, now.themes);
			themes.choose(choice.theme);
			inks.say(now.ink, now.inks);
			inks.choose(choice.ink);
			zooms.say(now.zoom, now.zooms);
			zooms.element.title = now.farHint;
			local.textContent = now.local;
			working.textContent = now.working;
			skips.write.textContent = now.skipTo(now.form);
			skips.found.textContent = now.skipTo(now.findings);
			skips.sheet.textContent = now.skipTo(now.sheet);
			sides.write.textContent = now.form;
			sides.sheet.textContent = now.seeSheet;
			drop.textContent = now.dropHint;
			parts.preview.setAttribute("aria-label", now.sheet);
		},
		named: (called) => {
			name.value = called;
			document.title = `${called} · bảng tin`;
		},
		pickFile(what) {
			file.accept = ACCEPTED[what];
			file.multiple = what === "any";
			file.click();
		},
		depth(canUndo, canRedo) {
			setDisabled(undo, !canUndo);
			setDisabled(redo, !canRedo);
		},
		dirty: (isDirty) => {
			setAttribute(element, "data-dirty", String(isDirty));
		},
		choose(choice) {
			sheet.value = choice.sheet;
			themes.choose(choice.theme);
			inks.choose(choice.ink);
		},
		sheet(state) {
			const isFresh = state === "fresh";
			setHidden(stale, isFresh || state === "gone");
			setAttribute(element, "data-sheet", state);
			if (words !== null)
				setText(stale, state === "stale" ? words.stale : words.noSheet);
			for (const way of [pdf, print, png, pack]) setDisabled(way, !isFresh);
		},
		trouble(troubles) {
			troubled.replaceChildren(
				...troubles.map(({ text, ways }) =>
					h(
						"p",
						{},
						h("span", {}, text),
						ways.map(({ label, act }) => button(label, act)),
					),
				),
			);
		},
		keepFocusSeen(act) {
			const field = document.activeElement;
			const isSeen = (): boolean =>
				field !== null &&
				panels.form.contains(field) &&
				field.getBoundingClientRect().bottom <=
					panels.form.getBoundingClientRect().bottom;
			const wasSeen = isSeen();
			act();
			if (wasSeen && !isSeen()) field?.scrollIntoView({ block: "nearest" });
		},
		count(errors, warnings) {
			const none = words?.noFindings ?? "";
			setText(counted, words?.counts(errors, warnings) || none);
			setAttribute(counted, "data-errors", String(errors));
		},
		measures(measures) {
			if (measures === null || words === null) return;
			const percent = (share: number): number => Math.round(share * 100);
			const shares = [
				words.fill(percent(measures.fill)),
				words.coverage(percent(measures.ink)),
			];
			setText(measured, shares.join(" · "));
		},
		tell(text) {
			say(text, false);
			fading = window.setTimeout(() => say("", false), TOLD_FOR);
		},
		complain: (text) => say(text, true),
		changedOnDisk(answers) {
			diskBar.hidden = answers === null;
			if (answers === null || words === null) diskBar.replaceChildren();
			else
				diskBar.replaceChildren(
					words.diskChanged,
					button(words.takeDisk, answers.take),
					button(words.keepMine, answers.keep),
				);
		},
		onDrop(dropped) {
			const isFile = (event: DragEvent): boolean =>
				event.dataTransfer?.types.includes("Files") === true;
			document.addEventListener("dragover", (event) => {
				if (!isFile(event)) return;
				event.preventDefault();
				drop.hidden = false;
			});
			document.addEventListener("dragleave", ({ relatedTarget }) => {
				if (relatedTarget === null) drop.hidden = true;
			});
			document.addEventListener("drop", (event) => {
				drop.hidden = true;
				const files = [...(event.dataTransfer?.files ?? [])];
				if (files.length === 0) return;
				event.preventDefault();
				dropped(files);
			});
		},
	};
}

interface Switch<T extends string> {
	readonly element: HTMLElement;
	readonly say: (label: string, names: Readonly<Record<T, string>>) => void;
	readonly choose: (option: T) => void;
}

/** A few choices side by side. */
function switchOf<T extends string>(
	name: string,
	options: readonly T[],
	chosen: (option: T) => void,
): Switch<T> {
	const radios = options.map((option, i) => {
		const radio = h("input", { type: "radio", name, value: option });
		radio.checked = i === 0;
		radio.addEventListener("change", () => chosen(option));
		const text = h("span");
		return { option, radio, text, element: h("label", {}, radio, text) };
	});
	const element = h(
		"div",
		{ class: "switch", role: "radiogroup" },
		radios.map((one) => one.element),
	);
	return {
		element,
		say(label, names) {
			element.setAttribute("aria-label", label);
			for (const { option, text } of radios) text.textContent = names[option];
		},
		choose(now) {
			for (const { option, radio } of radios) radio.checked = option === now;
		},
	};
}
