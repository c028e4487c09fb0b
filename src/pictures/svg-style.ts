/** How an SVG says what its shapes look like: attributes, styles and classes. */
import type { Rgb } from "../model/picture.ts";
import type { XmlTag } from "../xml.ts";

export type Declarations = Readonly<Record<string, string>>;

/** Attributes that CSS knows too. */
const PRESENTATION: readonly string[] = [
	"fill",
	"fill-rule",
	"fill-opacity",
	"stroke",
	"stroke-width",
	"stroke-opacity",
	"stroke-linecap",
	"stroke-linejoin",
	"stroke-dasharray",
	"opacity",
	"display",
	"visibility",
	"color",
	"clip-path",
	"mask",
	"filter",
	"marker-start",
	"marker-end",
];

function declared(css: string): Declarations {
	const pairs = css.split(";").flatMap((part) => {
		const at = part.indexOf(":");
		if (at < 0) return [];
		const value = part.slice(at + 1).replace(/!\s*important/iu, "");
		return [[part.slice(0, at).trim().toLowerCase(), value.trim()]];
	});
	return Object.fromEntries(pairs);
}

/** The rules of style sheets by class; drawing programs write no others. */
export function styleRules(
	css: string,
	notDrawn: (what: string) => never,
): ReadonlyMap<string, Declarations> {
	const rules = new Map<string, Declarations>();
	const plain = css.replace(/\/\*[\s\S]*?\*\//gu, "");
	for (const [, selectors = "", body = ""] of plain.matchAll(
		/([^{}]*)\{([^{}]*)\}/gu,
	))
		for (const selector of selectors.split(",").map((name) => name.trim())) {
			const name = /^\.([\w-]+)$/u.exec(selector)?.[1];
			if (name === undefined) notDrawn(`<style> ${selector}`);
			else rules.set(name, { ...rules.get(name), ...declared(body) });
		}
	return rules;
}

/** Of one tag, the nearest last: attributes, classes, style. */
export function declarationsOf(
	{ attributes }: XmlTag,
	rules: ReadonlyMap<string, Declarations>,
): Declarations {
	const own = PRESENTATION.flatMap((name) => {
		const value = attributes[name];
		return value === undefined ? [] : [[name, value.trim()]];
	});
	const classes = (attributes.class ?? "")
		.split(/\s+/u)
		.map((name) => rules.get(name) ?? {});
	const all: Record<string, string> = Object.assign(
		Object.fromEntries(own),
		...classes,
		declared(attributes.style ?? ""),
	);
	return Object.fromEntries(
		Object.entries(all).filter(([, value]) => value !== "inherit"),
	);
}

/** CSS Color 3, basic colour keywords. */
const NAMED: Readonly<Record<string, string>> = {
	black: "000000",
	silver: "c0c0c0",
	gray: "808080",
	grey: "808080",
	white: "ffffff",
	maroon: "800000",
	red: "ff0000",
	purple: "800080",
	fuchsia: "ff00ff",
	green: "008000",
	lime: "00ff00",
	olive: "808000",
	yellow: "ffff00",
	gold: "ffd700",
	orange: "ffa500",
	navy: "000080",
	blue: "0000ff",
	teal: "008080",
	aqua: "00ffff",
};

const hexPart = (text: string): number => Number.parseInt(text, 16);

/** null for gradients and names that are not in the list. */
export function colourOf(said: string, current = "black"): Rgb | null {
	const text = said.trim().toLowerCase();
	if (text === "currentcolor")
		return current.toLowerCase() === text ? [0, 0, 0] : colourOf(current);
	const hex = NAMED[text] ?? /^#([0-9a-f]{3}|[0-9a-f]{6})$/u.exec(text)?.[1];
	if (hex !== undefined) {
		const long = hex.length === 3 ? hex.replace(/./gu, "$&$&") : hex;
		return [
			hexPart(long.slice(0, 2)),
			hexPart(long.slice(2, 4)),
			hexPart(long.slice(4, 6)),
		];
	}
	const parts = /^rgb\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)\s*\)$/u
		.exec(text)
		?.slice(1);
	const [r, g, b] = (parts ?? []).map((part) => {
		const value = Number.parseFloat(part);
		return Math.min(255, Math.round(part.endsWith("%") ? value * 2.55 : value));
	});
	return r === undefined || g === undefined || b === undefined
		? null
		: [r, g, b];
}
