/** Elements in one expression. */
export type Child = Node | string | null | readonly Child[];

export interface Attributes {
	readonly [name: string]: string | number | boolean | null | undefined;
}

function append(parent: Node, children: readonly Child[]): void {
	for (const child of children) {
		if (child === null) continue;
		if (typeof child === "string")
			parent.appendChild(document.createTextNode(child));
		else if (child instanceof Node) parent.appendChild(child);
		else append(parent, child);
	}
}

function setAttributes(element: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		element.setAttribute(name, value === true ? "" : String(value));
	}
}

export function h<T extends keyof HTMLElementTagNameMap>(
	tag: T,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[T] {
	const element = document.createElement(tag);
	setAttributes(element, attributes);
	append(element, children);
	return element;
}

/** Only where it is another: the browser would draw the same words anew. */
export function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

export function setAttribute(
	element: Element,
	name: string,
	value: string,
): void {
	if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setHidden(element: HTMLElement, isHidden: boolean): void {
	if (element.hidden !== isHidden) element.hidden = isHidden;
}

export function setDisabled(
	element: HTMLButtonElement,
	isDisabled: boolean,
): void {
	if (element.disabled !== isDisabled) element.disabled = isDisabled;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg<T extends keyof SVGElementTagNameMap>(
	tag: T,
	attributes: Attributes = {},
): SVGElementTagNameMap[T] {
	const element = document.createElementNS(SVG, tag);
	setAttributes(element, attributes);
	return element;
}

/** The elements of a piece of SVG that we wrote ourselves. */
export function svgElements(markup: string): readonly Element[] {
	const group = svg("g");
	group.innerHTML = markup;
	return [...group.children];
}

/** Drawn: in a font's letters they are small, and each of another size. */
const SIGNS = {
	remove: "M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5",
	up: "M8 13.5V3M3.5 7.5L8 3L12.5 7.5",
	before: "M10.5 3L5.5 8L10.5 13",
	after: "M5.5 3L10.5 8L5.5 13",
	down: "M8 2.5V13M3.5 8.5L8 13L12.5 8.5",
} as const;

export function sign(name: keyof typeof SIGNS): SVGElement {
	const drawing = svg("svg", {
		viewBox: "0 0 16 16",
		class: "sign",
		"aria-hidden": "true",
	});
	drawing.append(svg("path", { d: SIGNS[name] }));
	return drawing;
}

export function button(
	label: Child,
	onClick: () => void,
	attributes: Attributes = {},
): HTMLButtonElement {
	const element = h("button", { type: "button", ...attributes }, label);
	element.addEventListener("click", onClick);
	return element;
}

/** A button that opens what is under it; Escape and a press elsewhere close it. */
export function menu(
	name: HTMLElement,
	content: HTMLElement,
): HTMLDetailsElement {
	const element = h("details", { class: "menu" }, name, content);
	element.addEventListener("keydown", ({ key }) => {
		if (key !== "Escape" || !element.open) return;
		element.open = false;
		name.focus();
	});
	document.addEventListener("pointerdown", ({ target }) => {
		if (target instanceof Node && !element.contains(target))
			element.open = false;
	});
	return element;
}

/** The element with an id, which the page must have. */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (element === null) throw new Error(`the page has no #${id}`);
	return element;
}
