/** Paths and plain shapes of an SVG; what would look otherwise than meant is a fault. */
import type { Area, Drawing, Picture, Rgb } from "../model/picture.ts";
import { walkXml, type XmlTag } from "../xml.ts";
import { broken, type Fault, reasonOf, tooLarge } from "./fault.ts";
import { outlineOf, pathDataOf, scaleOf } from "./svg-path.ts";
import {
	colourOf,
	type Declarations,
	declarationsOf,
	styleRules,
} from "./svg-style.ts";

/** Pieces of all outlines: a coat of arms traced by a program has more than a page. */
const MOST_OPS = 20_000;

/** Nothing of these is painted. */
const SILENT: ReadonlySet<string> = new Set([
	"title",
	"desc",
	"metadata",
	"namedview",
	"defs",
]);
const GROUPS: ReadonlySet<string> = new Set(["g", "a"]);
/** They change how a shape looks in ways we do not draw. */
const UNDRAWN: readonly string[] = [
	"clip-path",
	"mask",
	"filter",
	"marker-start",
	"marker-end",
];

/** What a group hands down. */
interface Inherited {
	readonly style: Declarations;
	/** From the innermost to the outermost. */
	readonly transforms: readonly string[];
	readonly hidden: boolean;
}

class NotDrawn extends Error {}

/** `what` is shown as it stands in the file. */
function notDrawn(what: string): never {
	throw new NotDrawn(what);
}

export function readSvg(bytes: Uint8Array): Picture | Fault {
	try {
		const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return drawingOf(xml);
	} catch (error) {
		if (error instanceof NotDrawn)
			return { code: "pictures/svg", params: { what: error.message } };
		return broken(reasonOf(error));
	}
}

type Step =
	| { readonly kind: "open"; readonly tag: XmlTag }
	| { readonly kind: "close"; readonly name: string };

/** Its tags and its style sheets: a rule may stand below the shape it is for. */
function partsOf(xml: string): {
	readonly steps: readonly Step[];
	readonly css: string;
} {
	const steps: Step[] = [];
	let css = "";
	let inStyle = false;
	walkXml(xml, {
		open(tag) {
			inStyle = tag.name === "style";
			steps.push({ kind: "open", tag });
		},
		text(said) {
			if (inStyle) css += said;
		},
		close(name) {
			inStyle = false;
			steps.push({ kind: "close", name });
		},
	});
	return { steps, css };
}

function drawingOf(xml: string): Picture | Fault {
	const { steps, css } = partsOf(xml);
	const rules = styleRules(css, notDrawn);
	const areas: Area[] = [];
	const groups: Inherited[] = [];
	let frame: Frame | null = null;
	let silent = 0;
	let inStyle = false;
	const visit = {
		open(tag: XmlTag): void {
			const { name } = tag;
			if (silent > 0 || SILENT.has(name)) {
				silent += 1;
				return;
			}
			if (name === "style") inStyle = true;
			const above: Inherited = groups.at(-1) ?? {
				style: {},
				transforms: frame === null ? [] : [frame.transform],
				hidden: false,
			};
			if (name === "svg" && frame === null) {
				frame = frameOf(tag);
				groups.push({
					...inherit(above, tag, rules),
					transforms: [frame.transform],
				});
				return;
			}
			const own = inherit(above, tag, rules);
			groups.push(own);
			if (GROUPS.has(name) || inStyle || own.hidden) return;
			areas.push(...areasOf(tag, own));
		},
		close(name: string): void {
			if (silent > 0) {
				silent -= 1;
				return;
			}
			if (name === "style") inStyle = false;
			groups.pop();
		},
	};
	for (const step of steps)
		if (step.kind === "open") visit.open(step.tag);
		else visit.close(step.name);
	if (frame === null) return broken("no svg");
	const { width, height }: Frame = frame;
	const drawing: Drawing = { kind: "drawing", width, height, areas };
	const ops = areas.reduce((sum, area) => sum + area.ops.length, 0);
	if (ops === 0) return broken("nothing in it");
	return ops > MOST_OPS ? tooLarge("points", ops, MOST_OPS) : drawing;
}

interface Frame {
	readonly width: number;
	readonly height: number;
	/** Moves the corner of the view to the origin. */
	readonly transform: string;
}

function frameOf({ attributes }: XmlTag): Frame {
	const view = (attributes.viewBox ?? "")
		.trim()
		.split(/[\s,]+/u)
		.map(Number);
	const [x, y, width, height] = view;
	if (
		view.length === 4 &&
		view.every(Number.isFinite) &&
		width &&
		height &&
		width > 0 &&
		height > 0
	)
		return { width, height, transform: `translate(${-(x ?? 0)} ${-(y ?? 0)})` };
	const side = (value: string | undefined): number => {
		const length = Number.parseFloat(value ?? "");
		if (!(length > 0)) notDrawn("<svg> (viewBox)");
		return length;
	};
	return {
		width: side(attributes.width),
		height: side(attributes.height),
		transform: "",
	};
}

function inherit(
	above: Inherited,
	tag: XmlTag,
	rules: ReadonlyMap<string, Declarations>,
): Inherited {
	const own = declarationsOf(tag, rules);
	for (const name of UNDRAWN)
		if (own[name] !== undefined && own[name] !== "none")
			notDrawn(`${name}="${own[name]}"`);
	for (const name of ["opacity", "fill-opacity", "stroke-opacity"])
		if (own[name] !== undefined && ![0, 1].includes(share(own[name])))
			notDrawn(`${name}="${own[name]}"`);
	const { transform } = tag.attributes;
	return {
		style: { ...above.style, ...own },
		transforms:
			transform === undefined
				? above.transforms
				: [transform, ...above.transforms],
		hidden:
			above.hidden ||
			own.display === "none" ||
			(own.opacity !== undefined && share(own.opacity) === 0),
	};
}

/** "0.5" or "50%". */
const share = (value: string): number =>
	Number.parseFloat(value) / (value.trim().endsWith("%") ? 100 : 1);

function areasOf(
	tag: XmlTag,
	{ style, transforms }: Inherited,
): readonly Area[] {
	const data = pathDataOf(tag);
	if (data === null) return notDrawn(`<${tag.name}>`);
	if (style.visibility === "hidden" || style.visibility === "collapse")
		return [];
	const colour = (name: "fill" | "stroke", usual: string): Rgb | null => {
		const said = style[name] ?? usual;
		if (said === "none" || share(style[`${name}-opacity`] ?? "1") === 0)
			return null;
		return colourOf(said, style.color) ?? notDrawn(`${name}="${said}"`);
	};
	const fill = tag.name === "line" ? null : colour("fill", "black");
	const stroke = colour("stroke", "none");
	const width = Number.parseFloat(style["stroke-width"] ?? "1");
	if (stroke !== null && (style["stroke-dasharray"] ?? "none") !== "none")
		notDrawn(`stroke-dasharray="${style["stroke-dasharray"]}"`);
	const drawsStroke = stroke !== null && width > 0;
	const ops = outlineOf(data, transforms);
	if (ops.length === 0 || (fill === null && !drawsStroke)) return [];
	return [
		{
			ops,
			fill,
			evenOdd: style["fill-rule"] === "evenodd",
			stroke: drawsStroke
				? {
						rgb: stroke,
						width: width * scaleOf(transforms),
						round:
							style["stroke-linejoin"] === "round" ||
							style["stroke-linecap"] === "round",
					}
				: null,
		},
	];
}
