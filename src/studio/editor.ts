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
import {
	Annotation,
	EditorState,
	type Transaction,
	type TransactionSpec,
} from "@codemirror/state";
import {
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
	/** Where the cursor is, in an editor that is seen. */
	readonly insert: (text: string) => void;
	readonly goTo: (line: number, column: number) => void;
	readonly undo: () => void;
	readonly redo: () => void;
	readonly depth: () => { readonly undo: number; readonly redo: number };
	/** Unseen it keeps its text and history only: to draw it takes as long as the sheet. */
	readonly seen: (isSeen: boolean) => void;
}

export interface EditorHost {
	/** Before the editor itself shows what was typed in it. */
	readonly typed: (source: string) => void;
	readonly changed: (source: string) => void;
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
	{ tag: tags.comment, color: "#5c5c5c" },
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
	".cm-content": { caretColor: "#c8102e" },
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
	];
	const fresh = (doc: string): EditorState =>
		EditorState.create({ doc, extensions });
	let state = fresh("");
	let isSeen = false;
	const view = new EditorView({
		state,
		parent: element,
		dispatchTransactions(transactions) {
			const last = transactions.at(-1);
			const isChanged = transactions.some(({ docChanged }) => docChanged);
			const isTyped = isChanged && !transactions.some(isByForm);
			if (last !== undefined && isTyped) host.typed(last.newDoc.toString());
			view.update(transactions);
			state = view.state;
			if (isChanged) told(isTyped);
		},
	});
	function dispatch(transaction: Transaction): void {
		if (isSeen) {
			view.dispatch(transaction);
			return;
		}
		state = transaction.state;
		const isTyped = !isByForm(transaction);
		if (!transaction.docChanged) return;
		if (isTyped) host.typed(source());
		told(isTyped);
	}
	function told(isTyped: boolean): void {
		if (isTyped) field = "";
		host.changed(source());
	}
	const change = (spec: TransactionSpec): void => dispatch(state.update(spec));
	const source = (): string => state.doc.toString();
	const isByForm = (one: Transaction): boolean =>
		one.annotation(byForm) === true;
	let marked = "";
	return {
		element,
		source,
		change(next, at) {
			const changes = changeBetween(source(), next);
			if (changes === null) return;
			const isOther = at !== field;
			field = at;
			change({
				changes,
				annotations: [
					byForm.of(true),
					...(isOther ? [isolateHistory.of("before")] : []),
				],
				userEvent: "input",
			});
		},
		replace(next) {
			field = "";
			marked = "";
			state = fresh(next);
			if (isSeen) view.setState(state);
			host.typed(next);
			host.changed(next);
		},
		mark(findings, lang) {
			// The editor moves its marks with the text.
			const now = findings.length === 0 ? "" : lang + JSON.stringify(findings);
			if (now === marked) return;
			marked = now;
			const { doc } = state;
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
			change(setDiagnostics(state, marks));
		},
		insert(text) {
			view.dispatch(view.state.replaceSelection(text), {
				userEvent: "input",
			});
			view.focus();
		},
		goTo(line, column) {
			const { doc } = state;
			const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
			const anchor = Math.min(at.to, at.from + column - 1);
			view.dispatch({
				selection: { anchor },
				effects: EditorView.scrollIntoView(anchor, { y: "center" }),
			});
			view.focus();
		},
		undo: () => undo({ state, dispatch }),
		redo: () => redo({ state, dispatch }),
		depth: () => ({ undo: undoDepth(state), redo: redoDepth(state) }),
		seen(now) {
			if (now === isSeen) return;
			isSeen = now;
			if (!isSeen) return;
			if (view.state !== state) view.setState(state);
			view.requestMeasure();
		},
	};
}
