/** Reads XML as far as metadata needs: whether it is well formed, and what it says. */

export interface Element {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly Element[];
	/** Of the element and all in it. */
	readonly text: string;
}

export type Xml =
	| { readonly kind: "element"; readonly element: Element }
	| { readonly kind: "wrong"; readonly near: string };

const NAME = "[A-Za-z_:][\\w:.-]*";
const TOKEN = new RegExp(
	[
		"<\\?[\\s\\S]*?\\?>",
		"<!--[\\s\\S]*?-->",
		"<!\\[CDATA\\[[\\s\\S]*?\\]\\]>",
		`</(?<close>${NAME})\\s*>`,
		`<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<self>/?)>`,
		"(?<text>[^<]+)",
	].join("|"),
	"y",
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
};

/** null for a bare `&`. */
function plainText(text: string): string | null {
	if (text.replace(ENTITY, "").includes("&")) return null;
	return text.replace(
		ENTITY,
		(_, named?: string, ten?: string, hex?: string) => {
			if (named !== undefined) return ENTITIES[named] ?? "";
			const point = Number.parseInt(
				ten ?? hex ?? "",
				ten === undefined ? 16 : 10,
			);
			return point <= 0x10ffff ? String.fromCodePoint(point) : "";
		},
	);
}

interface Open {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: Element[];
	text: string;
}

const PREDEFINED = new Set(["xml", "xmlns"]);

/** Whether the prefix of every name is declared around it. */
function isDeclared(name: string, prefixes: ReadonlySet<string>): boolean {
	const [prefix, local] = name.split(":");
	return local === undefined || prefixes.has(prefix ?? "");
}

export function readXml(source: string): Xml {
	const text = source.replace(/^\ufeff/, "");
	const open: Open[] = [];
	const roots: Element[] = [];
	const wrong = (at: number): Xml => ({
		kind: "wrong",
		near: text.slice(Math.max(0, at - 20), at + 20).replace(/\s+/g, " "),
	});
	// Declarations anywhere count: a packet has few, and all at the top.
	const prefixes = new Set([
		...PREDEFINED,
		...[...text.matchAll(/\sxmlns:([\w.-]+)\s*=/g)].map(([, p]) => p ?? ""),
	]);
	const close = ({ name, attributes, children, text: said }: Open): void => {
		const element = { name, attributes, children, text: said };
		const outer = open.at(-1);
		if (outer === undefined) roots.push(element);
		else {
			outer.children.push(element);
			outer.text += said;
		}
	};
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const at = TOKEN.lastIndex;
		const groups = TOKEN.exec(text)?.groups;
		if (groups === undefined) return wrong(at);
		if (groups.text !== undefined) {
			const said = plainText(groups.text);
			const inside = open.at(-1);
			if (said === null) return wrong(at);
			if (inside !== undefined) inside.text += said;
			else if (said.replace(/\0/g, "").trim() !== "") return wrong(at);
		} else if (groups.close !== undefined) {
			const last = open.pop();
			if (last?.name !== groups.close) return wrong(at);
			close(last);
		} else if (groups.open !== undefined) {
			const attributes = attributesIn(groups.attributes ?? "");
			const names = [groups.open, ...(attributes?.keys() ?? [])];
			if (attributes === null) return wrong(at);
			if (!names.every((name) => isDeclared(name, prefixes))) return wrong(at);
			const begun = { name: groups.open, attributes, children: [], text: "" };
			if (groups.self === "/") close(begun);
			else open.push(begun);
		}
	}
	const [element, second] = roots;
	if (open.length > 0 || element === undefined || second !== undefined)
		return wrong(text.length);
	return { kind: "element", element };
}

/** null for one that is written twice or has a bare `&`. */
function attributesIn(text: string): ReadonlyMap<string, string> | null {
	const attributes = new Map<string, string>();
	for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
		const value = plainText(double ?? single ?? "");
		if (value === null || attributes.has(name)) return null;
		attributes.set(name, value);
	}
	return attributes;
}

/** A property of an XMP packet, as element or attribute; null when it is not said. */
export function propertyOf(element: Element, name: string): string | null {
	const attribute = element.attributes.get(name);
	if (attribute !== undefined) return attribute.trim();
	if (element.name === name) return element.text.trim();
	for (const child of element.children) {
		const found = propertyOf(child, name);
		if (found !== null) return found;
	}
	return null;
}
