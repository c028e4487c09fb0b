/** What the proof found, as a list. */

import { parsePath } from "../content/path.ts";
import type { Language } from "../messages/language.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { button, h } from "./dom.ts";
import type { Finding } from "./protocol.ts";

export interface FindingsList {
	readonly element: HTMLElement;
	readonly show: (
		findings: readonly Finding[],
		words: StudioWords,
		lang: Language,
		villages: readonly string[],
	) => void;
}

export function makeFindings(chosen: (finding: Finding) => void): FindingsList {
	const element = h("ul", { class: "findings" });
	let shown = "";
	return {
		element,
		show(findings, words, lang, villages) {
			const now = lang + JSON.stringify(findings);
			if (now === shown) return;
			shown = now;
			const sorted = [...findings].sort(
				(a, b) =>
					Number(b.severity === "error") - Number(a.severity === "error"),
			);
			element.replaceChildren(
				...sorted.map((finding) =>
					item(finding, words, lang, villages, chosen),
				),
			);
		},
	};
}

function item(
	finding: Finding,
	words: StudioWords,
	lang: Language,
	villages: readonly string[],
	chosen: (finding: Finding) => void,
): HTMLElement {
	const { severity, place } = finding;
	const of = (finding.villages ?? []).map((index) => villages[index] ?? "");
	const { say, fix } = finding.words[lang];
	const where = [
		of.length === 0 ? "" : words.someOf(of),
		nameOf(finding.path, words),
		...(finding.cells !== undefined
			? [words.cellsOf(finding.cells)]
			: place === null
				? []
				: [words.line(place.line)]),
	].filter((part) => part !== "");
	return h(
		"li",
		{ class: severity },
		button(
			[
				h("b", {}, severity === "error" ? words.error : words.warning),
				where.length === 0
					? null
					: h("span", { class: "where" }, where.join(", ")),
				h("span", { class: "say" }, say),
				fix === null || fix === "" ? null : h("span", { class: "fix" }, fix),
			],
			() => chosen(finding),
			{ "data-code": finding.code },
		),
	);
}

/** The field as the form calls it: who fills that in sees no lines. */
function nameOf(path: string, words: StudioWords): string {
	const names = parsePath(path).filter((step) => typeof step === "string");
	const name = names.at(-1) ?? "";
	return (
		words.fields[`${names.at(-2) ?? ""}.${name}`] ?? words.fields[name] ?? ""
	);
}
