/** The live sheet. Only what differs from the sheet before is drawn anew. */

import type { StudioWords } from "../messages/studio-words.ts";
import { type SvgPage, svgFile } from "../paint/svg.ts";
import { h, setAttribute, svg, svgElements } from "./dom.ts";
import type { DrawnSheet } from "./protocol.ts";
import { applyChanges, type PageChanges } from "./sheet-changes.ts";

export interface Preview {
	readonly element: HTMLElement;
	readonly say: (words: StudioWords) => void;
	readonly draw: (sheet: DrawnSheet, words: StudioWords) => void;
	/** Marks what is drawn for a field; "" for none. */
	readonly point: (path: string) => void;
	readonly zoom: (zoom: Zoom) => void;
	/** A page as SVG by itself; null when nothing is drawn yet. */
	readonly file: (page: number) => string | null;
	readonly size: () => {
		readonly width: number;
		readonly height: number;
		readonly pages: number;
	} | null;
}

/** "fit" is as wide as the room, "whole" as high too. */
export type Zoom = "fit" | "whole" | "actual" | "far";

interface ShownPage {
	readonly frame: HTMLElement;
	readonly drawing: SVGSVGElement;
	readonly layer: SVGGElement;
	readonly pointer: SVGGElement;
	marks: SvgPage;
}

/** CSS pixels of a point. */
const PX = 96 / 72;
const FAR = 0.15;
/** Left and right of the pages, above and below, as the style sheet has it. */
const AROUND = 32;
/** A click this near to a mark, in points of the sheet, is meant for it. */
const NEAR = 14;

export function makePreview(picked: (path: string) => void): Preview {
	const list = h("div", { class: "pages" });
	const element = h(
		"div",
		{ class: "preview", tabindex: 0, role: "region" },
		list,
	);
	const pages: ShownPage[] = [];
	let shown: DrawnSheet | null = null;
	let zoom: Zoom = "fit";
	let pointed = "";

	function addPage(): ShownPage {
		const layer = svg("g");
		const pointer = svg("g", { class: "pointer" });
		const drawing = svg("svg", { role: "img" });
		drawing.append(layer, pointer);
		const frame = h("div", { class: "page" }, drawing);
		list.appendChild(frame);
		const page: ShownPage = { frame, drawing, layer, pointer, marks: [] };
		drawing.addEventListener("click", (event) => {
			const path = pathNear(page, event);
			if (path !== null) picked(path);
		});
		return page;
	}

	function resize(): void {
		if (shown === null) return;
		const full = shown.width * PX;
		const fit = Math.min(list.clientWidth - AROUND, full * 1.6);
		const high = ((element.clientHeight - AROUND) * shown.width) / shown.height;
		const widths = {
			fit,
			whole: Math.min(fit, high),
			actual: full,
			far: full * FAR,
		};
		const width = widths[zoom];
		for (const { frame } of pages) {
			frame.style.width = `${Math.max(40, width)}px`;
			frame.style.aspectRatio = `${shown.width} / ${shown.height}`;
		}
	}
	const observer = new ResizeObserver(() => {
		resize();
		point(pointed);
	});
	observer.observe(list);
	observer.observe(element);

	function point(path: string): void {
		pointed = path;
		for (const { layer, pointer } of pages) {
			const boxes = path === "" ? [] : boxesOf(layer, path);
			const { children } = pointer;
			while (children.length > boxes.length) children[boxes.length]?.remove();
			for (const [i, { x, y, width, height }] of boxes.entries()) {
				const rect = children[i] ?? pointer.appendChild(svg("rect", { rx: 3 }));
				setAttribute(rect, "x", String(x - 3));
				setAttribute(rect, "y", String(y - 3));
				setAttribute(rect, "width", String(width + 6));
				setAttribute(rect, "height", String(height + 6));
			}
		}
	}

	return {
		element,
		say: (words) => {
			list.dataset.working = words.working;
		},
		draw(sheet, words) {
			while (pages.length < sheet.pages.length) pages.push(addPage());
			for (const { frame } of pages.splice(sheet.pages.length)) frame.remove();
			for (const [i, page] of pages.entries()) {
				const changes = sheet.pages[i];
				if (changes !== undefined) update(page, changes);
				const { drawing } = page;
				const view = `0 0 ${sheet.width} ${sheet.height}`;
				setAttribute(drawing, "viewBox", view);
				const name = words.page(i + 1, sheet.pages.length);
				setAttribute(drawing, "aria-label", `${sheet.title}. ${name}`);
			}
			const resized =
				shown?.width !== sheet.width || shown.height !== sheet.height;
			shown = sheet;
			if (resized || pages.some(({ frame }) => frame.style.width === ""))
				resize();
			point(pointed);
		},
		point,
		zoom(to) {
			zoom = to;
			element.dataset.zoom = to;
			resize();
		},
		file(page) {
			if (shown === null) return null;
			const { width, height, title } = shown;
			const drawn = pages.map(({ marks }) => marks);
			return svgFile({ width, height, title, pages: drawn }, page);
		},
		size: () =>
			shown === null
				? null
				: {
						width: shown.width,
						height: shown.height,
						pages: shown.pages.length,
					},
	};
}

function update(page: ShownPage, changes: PageChanges): void {
	const { layer, marks: before } = page;
	const children = [...layer.children];
	const { start, end, marks } = changes;
	const texts = marks.flatMap(({ shape }) =>
		typeof shape === "string" ? [shape] : [],
	);
	const fresh = svgElements(texts.join("")).values();
	const elements = marks.flatMap(({ shape, at }) => {
		const element =
			typeof shape === "string" ? fresh.next().value : children[shape];
		if (element === undefined) return [];
		if (at !== "" && element.getAttribute("transform") !== at)
			element.setAttribute("transform", at);
		return [element];
	});
	const kept = new Set<Element>(elements);
	const last = children.length - end;
	for (const child of children.slice(start, last))
		if (!kept.has(child)) child.remove();
	let next = children[last] ?? null;
	for (const element of elements.reverse()) {
		if (element.nextElementSibling !== next || element.parentNode !== layer)
			layer.insertBefore(element, next);
		next = element;
	}
	page.marks = applyChanges(before, changes);
}

function boxesOf(layer: SVGGElement, path: string): readonly DOMRect[] {
	const marks = [...layer.children].filter(
		(mark): mark is SVGGraphicsElement =>
			mark instanceof SVGGraphicsElement && mark.dataset.path === path,
	);
	// Hidden, nothing has a size.
	return marks.map(boxOf).filter(({ width }) => width > 0);
}

/** In points of the sheet. */
function boxOf(mark: SVGGraphicsElement): DOMRect {
	const { x, y, width, height } = mark.getBBox();
	const matrix = mark.transform.baseVal.consolidate()?.matrix;
	if (matrix === undefined) return new DOMRect(x, y, width, height);
	const a = new DOMPoint(x, y).matrixTransform(matrix);
	const b = new DOMPoint(x + width, y + height).matrixTransform(matrix);
	return new DOMRect(
		Math.min(a.x, b.x),
		Math.min(a.y, b.y),
		Math.abs(a.x - b.x),
		Math.abs(a.y - b.y),
	);
}

/** The field whose mark is nearest to a click. */
function pathNear(
	{ drawing, layer }: ShownPage,
	event: MouseEvent,
): string | null {
	const inverse = drawing.getScreenCTM()?.inverse();
	const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
		inverse,
	);
	let best: { path: string; far: number } | null = null;
	for (const mark of layer.querySelectorAll<SVGGraphicsElement>(
		"[data-path]",
	)) {
		const box = boxOf(mark);
		const dx = Math.max(box.left - at.x, 0, at.x - box.right);
		const dy = Math.max(box.top - at.y, 0, at.y - box.bottom);
		const far = Math.hypot(dx, dy);
		if (far <= NEAR && (best === null || far < best.far))
			best = { path: mark.dataset.path ?? "", far };
	}
	return best?.path ?? null;
}
