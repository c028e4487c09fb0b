/** The YAML in an editor. Its text and its history are those of the notice. */
import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	completionKeymap,
} from "@codemirror/autocomplete";
import {
	defaultKeymap,
	history,
	historyKeymap,
	isolateHistory,
	redo,
	redoDepth,
	undo,
	undoDepth,
} from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
	bracketMatching,
	HighlightStyle,
	indentOnInput,
	indentUnit,
	syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import {
	drawSelection,
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	hoverTooltip,
	keymap,
	lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Language } from "../messages/language.ts";
import type { StudioWords } from "../messages/studio-words.ts";
import { complete, sayAt } from "./assist.ts";
import { h } from "./dom.ts";
import type { MapField } from "./fields.ts";
import { changeBetween } from "./merge.ts";
import type { Finding } from "./protocol.ts";

export interface Editor {
	readonly element: HTMLElement;
	readonly source: () => string;
	/** A step that can be undone; one field's typing is one step. */
	readonly change: (source: string, field: string) => void;
	/** Another notice: its history begins here. */
	readonly replace: (source: string) => void;
	readonly mark: (findings: readonly Finding[], lang: Language) => void;
	readonly goTo: (line: number, column: number) => void;
	readonly undo: () => void;
	readonly redo: () => void;
	readonly depth: () => { readonly undo: number; readonly redo: number };
	readonly measure: () => void;
}

export interface EditorHost {
	readonly changed: (source: string, byForm: boolean) => void;
	readonly words: () => StudioWords;
	readonly nonce: string;
}

const byForm = Annotation.define<boolean>();

const colours = HighlightStyle.define([
	{
		tag: tags.definition(tags.propertyName),
		color: "#c8102e",
		fontWeight: "600",
	},
	{ tag: tags.propertyName, color: "#c8102e", fontWeight: "600" },
	{ tag: tags.comment, color: "#5c5c5c", fontStyle: "italic" },
	{ tag: [tags.string, tags.content], color: "#000" },
	{
		tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace],
		color: "#5c5c5c",
	},
]);

const look = EditorView.theme({
	"&": { height: "100%", fontSize: "14px" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": {
		fontFamily:
			"ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
		lineHeight: "1.6",
	},
	".cm-gutters": { backgroundColor: "#fff", color: "#5c5c5c", border: "none" },
	".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "#f6f6f6" },
	".cm-cursor": { borderLeftColor: "#c8102e", borderLeftWidth: "2px" },
	".cm-tooltip": {
		border: "2px solid #000",
		borderRadius: "6px",
		backgroundColor: "#fff",
		padding: "2px",
	},
	".cm-tooltip-autocomplete ul li[aria-selected]": {
		backgroundColor: "#000",
		color: "#fff",
	},
	".cm-completionDetail": {
		fontStyle: "normal",
		color: "inherit",
		marginLeft: "1em",
	},
	".cm-say": {
		padding: "4px 8px",
		maxWidth: "26em",
		fontFamily: "'Be Vietnam Pro', sans-serif",
	},
	".cm-diagnostic": { fontFamily: "'Be Vietnam Pro', sans-serif" },
});

export function makeEditor(schema: MapField, host: EditorHost): Editor {
	const element = h("div", { class: "yaml-editor" });
	let field = "";
	const extensions = [
		EditorView.cspNonce.of(host.nonce),
		lineNumbers(),
		highlightActiveLineGutter(),
		highlightActiveLine(),
		drawSelection(),
		history({ newGroupDelay: 700 }),
		indentOnInput(),
		bracketMatching(),
		closeBrackets(),
		highlightSelectionMatches(),
		indentUnit.of("  "),
		EditorState.tabSize.of(2),
		EditorView.lineWrapping,
		yaml(),
		syntaxHighlighting(colours),
		look,
		lintGutter(),
		autocompletion({
			override: [(context) => complete(schema, host.words(), context)],
			icons: false,
		}),
		hoverTooltip((view, pos) => {
			const said = sayAt(schema, host.words(), view.state.doc.toString(), pos);
			if (said === null) return null;
			return {
				pos,
				create: () => ({
					dom: h(
						"div",
						{ class: "cm-say" },
						h("b", {}, said.label),
						h("div", {}, said.says),
					),
				}),
			};
		}),
		keymap.of([
			...closeBracketsKeymap,
			...defaultKeymap,
			...searchKeymap,
			...historyKeymap,
			...completionKeymap,
		]),
		EditorView.contentAttributes.of({
			"aria-label": "YAML",
			tabindex: "0",
			spellcheck: "false",
		}),
		EditorView.updateListener.of(({ docChanged, transactions, state }) => {
			if (!docChanged) return;
			const formed = transactions.some(
				(one) => one.annotation(byForm) === true,
			);
			if (!formed) field = "";
			host.changed(state.doc.toString(), formed);
		}),
	];
	const fresh = (doc: string): EditorState =>
		EditorState.create({ doc, extensions });
	const view = new EditorView({ state: fresh(""), parent: element });
	const source = (): string => view.state.doc.toString();
	let hasMarks = false;
	return {
		element,
		source,
		change(next, at) {
			const change = changeBetween(source(), next);
			if (change === null) return;
			const isOther = at !== field;
			field = at;
			view.dispatch({
				changes: change,
				annotations: [
					byForm.of(true),
					...(isOther ? [isolateHistory.of("before")] : []),
				],
				userEvent: "input",
			});
		},
		replace(next) {
			field = "";
			view.setState(fresh(next));
			hasMarks = false;
			host.changed(source(), false);
		},
		mark(findings, lang) {
			if (findings.length === 0 && !hasMarks) return;
			const { doc } = view.state;
			const marks = findings.flatMap((finding): readonly Diagnostic[] => {
				const { place, severity, words } = finding;
				if (place === null || place.line > doc.lines) return [];
				const line = doc.line(place.line);
				const from = Math.min(line.to, line.from + place.column - 1);
				const to = Math.min(line.to, from + place.length);
				const { say, fix } = words[lang];
				const message = fix === null ? say : `${say}\n${fix}`;
				return [{ from, to, severity, message }];
			});
			view.dispatch(setDiagnostics(view.state, marks));
			hasMarks = marks.length > 0;
		},
		goTo(line, column) {
			const { doc } = view.state;
			const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
			const anchor = Math.min(at.to, at.from + column - 1);
			view.dispatch({
				selection: { anchor },
				effects: EditorView.scrollIntoView(anchor, { y: "center" }),
			});
			view.focus();
		},
		undo: () => undo(view),
		redo: () => redo(view),
		depth: () => ({ undo: undoDepth(view.state), redo: redoDepth(view.state) }),
		measure: () => view.requestMeasure(),
	};
}
