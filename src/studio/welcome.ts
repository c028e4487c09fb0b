/** Where to start: templates, the folder, what was made before. */
import type { StudioWords } from "../messages/studio-words.ts";
import type { PageTemplate } from "./data.ts";
import type { DiskFile } from "./disk.ts";
import { button, h } from "./dom.ts";
import type { Draft } from "./drafts.ts";
import { isMapValue } from "./fields.ts";
import { yamlValue } from "./yaml-value.ts";

export interface Welcome {
	readonly element: HTMLElement;
	readonly open: () => void;
	readonly close: () => void;
	readonly isOpen: () => boolean;
	/** What went wrong with what was dropped on it. */
	readonly complain: (text: string) => void;
	readonly say: (words: StudioWords) => void;
}

interface Acts {
	readonly start: (
		draft: Pick<Draft, "name" | "source" | "logo" | "choice">,
	) => void;
	readonly openFile: () => void;
	readonly openDisk: (name: string) => void;
	readonly versions: () => Promise<readonly Draft[]>;
	/** null when there is no folder. */
	readonly files: () => Promise<readonly DiskFile[] | null>;
}

/** Day first and without seconds, in any language of the page. */
const when = (time: string): string =>
	new Date(time).toLocaleString("vi-VN", {
		day: "2-digit",
		month: "2-digit",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
	});

/** As the notice says it; null where it says none. */
function titleOf(source: string): string | null {
	const notice = yamlValue(source);
	const title = isMapValue(notice) ? notice.title : null;
	const long = isMapValue(title) ? title.long : title;
	return typeof long === "string" && long.trim() !== "" ? long.trim() : null;
}

/** What a template is for comes first, then what it says, if that is another thing. */
function labelsOf({ about, title }: PageTemplate): [string, string] {
	const label = `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`;
	return [label, label === title ? "" : title];
}

export function makeWelcome(
	{
		example,
		templates,
	}: {
		readonly example: PageTemplate;
		readonly templates: readonly PageTemplate[];
	},
	acts: Acts,
): Welcome {
	const element = h("dialog", {
		class: "welcome",
		"aria-labelledby": "welcome-title",
	});
	const title = h("h2", { id: "welcome-title" });
	const lead = h("p");
	const said = h("p", { class: "said", role: "alert" });
	const shelf = h("div", { class: "shelf" });
	const folder = h("div", { class: "shelf" });
	const versions = h("div", { class: "shelf" });
	const open = button("", () => acts.openFile(), { class: "strong" });
	const close = button("", () => element.close(), { class: "plain" });
	element.append(
		title,
		lead,
		said,
		folder,
		shelf,
		versions,
		h("div", { class: "actions" }, open, close),
	);
	let words: StudioWords | null = null;

	const fresh = ({
		name,
		source,
	}: PageTemplate): Parameters<Acts["start"]>[0] => ({
		name,
		source,
		logo: null,
		choice: null,
	});
	const entry = (label: string, detail: string, act: () => void): HTMLElement =>
		button([h("b", {}, label), h("span", {}, detail)], act, { class: "entry" });

	async function fill(now: StudioWords): Promise<void> {
		const files = await acts.files();
		folder.replaceChildren(
			...(files === null || files.length === 0
				? []
				: [
						h("h3", {}, now.folder),
						...files.map(({ name }) =>
							entry(name, "", () => acts.openDisk(name)),
						),
					]),
		);
		const kept = await acts.versions();
		versions.replaceChildren(
			...(kept.length === 0
				? []
				: [
						h("h3", {}, now.versions),
						...kept
							.slice(0, 8)
							.map((draft) =>
								entry(
									titleOf(draft.source) ?? draft.name,
									`${draft.name}, ${when(draft.time)}`,
									() => acts.start(draft),
								),
							),
					]),
		);
	}

	return {
		element,
		open() {
			if (words !== null) void fill(words);
			said.textContent = "";
			if (!element.open) element.showModal();
		},
		isOpen: () => element.open,
		complain(text) {
			said.textContent = text;
		},
		close: () => element.close(),
		say(now) {
			words = now;
			title.textContent = now.startTitle;
			lead.textContent = now.startLead;
			open.textContent = now.openFile;
			close.textContent = now.close;
			shelf.replaceChildren(
				h("h3", {}, now.templates),
				entry(example.title, now.example, () => acts.start(fresh(example))),
				...templates.map((one) =>
					entry(...labelsOf(one), () => acts.start(fresh(one))),
				),
			);
		},
	};
}
