/** The worker out of the built page, run where there is no Node: the same bytes as Node's. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { sheetFill } from "../src/proof/fill.ts";
import { readData } from "../src/studio/data.ts";
import { bytesOf, sourceOf } from "../src/studio/encoding.ts";
import { openEngine } from "../src/studio/engine.ts";
import type { MadeFile, Question, Reply } from "../src/studio/protocol.ts";
import { applyChanges, type PageChanges } from "../src/studio/sheet-changes.ts";

const PAGE = new URL("../dist/studio.html", import.meta.url);
const NOTICE = new URL("../content/vneid-dich-vu-cong.yaml", import.meta.url);
const MOST_BYTES = 1_500_000;
const NOTHING: PageChanges = { start: 0, end: 0, marks: [] };
const CHOICE = { sheet: "flyer-a4", theme: "tuyen", ink: "full" } as const;

const html = readFileSync(PAGE, "utf8");
const data = readData(
	/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(
		html,
	)?.[1] ?? "",
);

/** What a worker has beyond the language, and what the oldest browsers have not. */
const GLOBALS = `(host) => {
	for (const { prototype } of [Array, Object.getPrototypeOf(Uint8Array)])
		for (const name of ["toSorted", "toReversed", "toSpliced", "with"])
			delete prototype[name];
	globalThis.TextEncoder = class {
		encode(text) { return Uint8Array.from(host.encode(text)); }
	};
	for (const name of ["TextDecoder", "URL", "console", "atob", "performance"])
		globalThis[name] = host[name];
	globalThis.addEventListener = (_, listener) => { host.ask = listener; };
	globalThis.postMessage = (reply) => { host.reply = reply; };
}`;

interface Host {
	ask: (event: { data: Question }) => void;
	reply: Reply | null;
}

const madeIn = (reply: Reply): readonly MadeFile[] =>
	reply.kind === "answer" &&
	typeof reply.answer === "object" &&
	reply.answer !== null &&
	"files" in reply.answer
		? reply.answer.files
		: [];

let asked: (question: Question) => Reply;
let copy: (bytes: Uint8Array) => Uint8Array;

beforeAll(() => {
	const host: Host & Record<string, unknown> = {
		ask: () => {},
		reply: null,
		encode: (text: string) => new TextEncoder().encode(text),
		TextDecoder,
		URL,
		console,
		atob,
		performance,
	};
	const realm = createContext({});
	runInContext(GLOBALS, realm)(host);
	runInContext(data.worker, realm);
	copy = runInContext("(bytes) => Uint8Array.from(bytes)", realm);
	asked = (question) => {
		host.ask({ data: question });
		if (host.reply === null) throw new Error("no reply");
		return host.reply;
	};
	const fonts = data.fonts.map(({ weight, bytes }) => ({
		weight,
		bytes: copy(bytes),
	}));
	asked({ id: 0, name: "start", ask: { family: data.family, fonts } });
}, 30_000);

describe("the page", () => {
	test("is one file of at most 1.5 MB that names no other", () => {
		expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES);
		expect(html).not.toMatch(
			/<(?:script|img|iframe|link)[^>]* (?:src|href)="(?!data:)/,
		);
	});

	test("forbids itself the network and all that is not its own", () => {
		const policy =
			/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("connect-src 'none'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
	});

	test("has the example and the templates inside", () => {
		expect(data.example.source).toBe(readFileSync(NOTICE, "utf8"));
		expect(data.templates.length).toBeGreaterThan(3);
	});
});

describe("the worker", () => {
	const bytes = new Uint8Array(readFileSync(NOTICE));
	const here = openEngine(data.family, data.fonts);

	test.each([
		["flyer-a4", "tuyen"],
		["poster-a3", "tuyen"],
		["leaflet-a5-2up", "tuyen"],
		["flyer-a4", "mai"],
	] as const)(
		"makes the %s of %s as Node does, byte for byte",
		(sheet, theme) => {
			const choice = { ...CHOICE, sheet, theme };
			const reply = asked({
				id: 1,
				name: "pdf",
				ask: { notice: { slug: "vneid", bytes: copy(bytes) }, choice },
			});
			const there = madeIn(reply);
			const same = here.pdf({ slug: "vneid", bytes }, choice);
			const [file] = same.files;
			if (file === undefined) throw new Error("no PDF was made");
			expect(
				Buffer.compare(file.bytes, Uint8Array.from(there[0]?.bytes ?? [])),
			).toBe(0);
			const opened = here.open("x.pdf", file.bytes);
			expect(opened).toEqual({ kind: "notice", name: "vneid.yaml", bytes });
		},
		30_000,
	);

	test("draws the sheet, and then only what has changed", () => {
		const source = sourceOf(bytes);
		const engine = openEngine(data.family, data.fonts);
		const drawn = (text: string): readonly PageChanges[] =>
			engine.draw(text, CHOICE, 0).sheet?.pages ?? [];
		const [first = NOTHING] = drawn(source);
		const page = applyChanges([], first);
		expect(page.length).toBeGreaterThan(50);
		expect(drawn(source)).toEqual([{ start: page.length, end: 0, marks: [] }]);
		const edited = source.replace("Tỉnh Bình Dương", "Tỉnh Bình Phước");
		const [next = NOTHING] = drawn(edited);
		expect(next.marks.length).toBeLessThan(10);
		const anew = openEngine(data.family, data.fonts);
		const [whole = NOTHING] = anew.draw(edited, CHOICE, 0).sheet?.pages ?? [];
		expect(applyChanges(page, next)).toEqual(applyChanges([], whole));
	});

	test("measures the sheet it drew last", () => {
		const engine = openEngine(data.family, data.fonts);
		expect(engine.measures()).toBeNull();
		engine.draw(sourceOf(bytes), CHOICE, 0);
		const full = engine.measures();
		engine.draw(sourceOf(bytes), { ...CHOICE, ink: "saver" }, 0);
		const saver = engine.measures();
		if (full === null || saver === null) throw new Error("nothing is measured");
		expect(full.ink).toBeGreaterThan(saver.ink);
		expect(full.fill).toBeGreaterThan(0.9);
		const page = { nodes: [] };
		const empty = { width: 595, height: 842, title: "", issuer: "", date: "" };
		const blank = sheetFill({ ...empty, pages: [page] }, 30);
		expect(blank).toBeLessThan(0.1);
	});

	test("says in both languages what is wrong, and where", () => {
		const { sheet, findings } = here.draw("kind: Thông báo\n", CHOICE, 0);
		expect(sheet).toBeNull();
		expect(findings.length).toBeGreaterThan(3);
		for (const { words, code } of findings) {
			expect(words.vi.say, code).not.toBe("");
			expect(words.en.say, code).not.toBe(words.vi.say);
		}
	});

	test.each([
		["x.docx", "PK\u0003\u0004word/", "not-text"],
		["x.pdf", "%PDF-1.7\n%%EOF", "not-pdf"],
	])("does not take %s for a notice", (name, text, why) => {
		const opened = here.open(name, new TextEncoder().encode(text));
		expect(opened.kind).toBe("none");
		if (opened.kind === "none" && why === "not-text")
			expect(opened.why).toBe(why);
	});
});

describe("a file", () => {
	test.each(["a\nb\n", "a\r\nb\r\n", "\ufeffa\r\nb"])(
		"%j is as it was while nothing is changed",
		(text) => {
			const bytes = new TextEncoder().encode(text);
			const source = sourceOf(bytes);
			expect(bytesOf(source, { bytes, source })).toBe(bytes);
			const changed = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
				bytesOf(`${source}c\n`, { bytes, source }),
			);
			const end = text.includes("\r") ? "\r\n" : "\n";
			expect(changed).toBe(`${text}c${end}`);
		},
	);
});
