/** The studio's page in the machine's Chromium: its size, how soon it shows a sheet, what it keeps. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { CHROMIUM, launch } from "../support/browser.ts";

const PAGE = resolve("dist/studio.html");
/** The longest of the samples. */
const NOTICE = resolve("content/thu-thap-y-kien.yaml");
const OPENINGS = 5;
const WARM_UP = 28;
/** Milliseconds between two keys: a quick typist's. */
const PACE = 100;
const FEW_EDITS = 50;
const MANY_EDITS = 500;
/** Short enough that the sheet holds it. */
const TYPED = " xem kỹ bản vẽ";
const FIELD = "body[0].options[0].text";
/** Behind what is typed in the YAML: its title, a step, a place, an answer. */
const PLACES = [
	"long: Góp ý làm đường",
	"text: Dán trên bảng tin",
	"Trường Tiểu học",
	"text: Thư ký ghi từng ý kiến",
];
const EDITS_A_PLACE = 112;

/** The smallest value that this part of the values does not exceed. */
function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

/** What the page measured itself, from before its script begins. */
interface Watch {
	first: number | null;
	waits: number[];
}

declare global {
	// Only the globals of `var` are seen through globalThis.
	var seen: Watch;
}

/**
 * Runs in the page: from each key to the frame in which the sheet has it. Of keys
 * that one sheet answers together the first is counted.
 */
function watch(): void {
	globalThis.seen = { first: null, waits: [] };
	const { seen } = globalThis;
	let pressed: number | null = null;
	const begin = ({ timeStamp }: Event): void => {
		pressed ??= timeStamp;
	};
	document.addEventListener("beforeinput", begin, true);
	// The editor deletes by itself, without that event.
	document.addEventListener(
		"keydown",
		(event) => {
			if (event.key === "Backspace") begin(event);
		},
		true,
	);
	new PerformanceObserver((list) => {
		const drawn = list.getEntriesByName("bangtin:keystroke-to-sheet");
		for (const { startTime, duration } of drawn) {
			const end = startTime + duration;
			seen.first ??= end;
			// A sheet asked for before the key has not got it.
			if (pressed === null || startTime < pressed) continue;
			seen.waits.push(end - pressed);
			pressed = null;
		}
	}).observe({ type: "measure" });
}

async function open(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		offline: true,
	});
	const page = await context.newPage();
	await page.addInitScript(watch);
	await page.goto(pathToFileURL(PAGE).href);
	await page.waitForFunction(() => globalThis.seen.first !== null);
	return page;
}

const firstSheet = (page: Page): Promise<number> =>
	page.evaluate(() => globalThis.seen.first ?? Number.NaN);

const takeWaits = (page: Page): Promise<number[]> =>
	page.evaluate(() => globalThis.seen.waits.splice(0));

type Typist = (edits: number) => Promise<readonly number[]>;

/** Types where the cursor is, a key for each edit, and says how long each waited. */
function typist(page: Page): Typist {
	const letters = [...TYPED];
	let edit = 0;
	return async (edits) => {
		await takeWaits(page);
		for (const end = edit + edits; edit < end; edit++) {
			// Every text is taken away again: the notice stays as long as it was.
			const round = Math.floor(edit / letters.length);
			const letter = letters[edit % letters.length] ?? " ";
			if (round % 2 === 0) await page.keyboard.insertText(letter);
			else await page.keyboard.press("Backspace");
			await page.waitForTimeout(PACE);
			if (edit % letters.length === letters.length - 1)
				await hasNoMistake(page);
		}
		await page.waitForTimeout(1000);
		return takeWaits(page);
	};
}

/** While one is open there is no sheet to wait for. */
async function hasNoMistake(page: Page): Promise<void> {
	if ((await page.locator(".findings .error").count()) > 0)
		throw new Error("what was typed is a mistake: its times say nothing");
}

/** Puts the cursor of the editor behind a text. */
async function goBehind(page: Page, text: string): Promise<void> {
	await page.focus(".cm-content");
	await page.evaluate(async (text) => {
		const drawn = (): Promise<unknown> =>
			new Promise((resolve) => setTimeout(resolve, 100));
		const scroller = document.querySelector(".cm-scroller");
		const lines = (): readonly Element[] => [
			...document.querySelectorAll(".cm-line"),
		];
		const has = (line: Element): boolean => line.textContent.includes(text);
		// The editor has only those lines in the page that are seen.
		for (let top = 0; !lines().some(has); top += 200) {
			if (scroller === null || top > scroller.scrollHeight)
				throw new Error(`the YAML has no "${text}"`);
			scroller.scrollTop = top;
			await drawn();
		}
		lines().find(has)?.scrollIntoView({ block: "center" });
		await drawn();
		const line = lines().find(has);
		if (line === undefined) return;
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		let left = line.textContent.indexOf(text) + text.length;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { length } = node.textContent ?? "";
			if (left <= length) {
				getSelection()?.collapse(node, left);
				return;
			}
			left -= length;
		}
	}, text);
	await page.waitForTimeout(200);
}

interface Heaps {
	readonly page: number;
	readonly worker: number;
}

/** The least of a few: what a task still holds is let go with the next. */
async function heapsOf(page: Page): Promise<Heaps> {
	const found: Heaps[] = [];
	for (let round = 0; round < 4; round++) {
		found.push(await heapsNow(page));
		await page.waitForTimeout(500);
	}
	return {
		page: Math.min(...found.map((heaps) => heaps.page)),
		worker: Math.min(...found.map((heaps) => heaps.worker)),
	};
}

/** What a heap is asked after what is not needed is let go. */
const HEAP = [
	["HeapProfiler.collectGarbage", 1],
	["Runtime.getHeapUsage", 2],
] as const;

async function heapsNow(page: Page): Promise<Heaps> {
	const session = await page.context().newCDPSession(page);
	for (const [method] of HEAP) await session.send(method);
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	const inWorker = new Promise<number>((resolve) => {
		session.on("Target.receivedMessageFromTarget", ({ message }) => {
			const { id, result } = JSON.parse(message);
			if (id === 2) resolve(Number(result.usedSize));
		});
		session.on("Target.attachedToTarget", ({ sessionId }) => {
			for (const [method, id] of HEAP)
				void session.send("Target.sendMessageToTarget", {
					sessionId,
					message: JSON.stringify({ id, method }),
				});
		});
	});
	await session.send("Target.setAutoAttach", {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false,
	});
	const heaps = { page: usedSize, worker: await inWorker };
	await session.detach();
	return heaps;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

const heaps = ({ page, worker }: Heaps): string =>
	`${megabytes(page)} and ${megabytes(worker)}`;

export async function studioFigures(): Promise<string> {
	const size = `the page's file: ${megabytes(readFileSync(PAGE).length)}`;
	if (CHROMIUM === null)
		return `${size}; nothing else was measured: no Chromium on this machine (name one in CHROMIUM)`;
	const browser = await launch(CHROMIUM);
	try {
		const firsts: number[] = [];
		for (let run = 0; run < OPENINGS; run++) {
			const page = await open(browser);
			firsts.push(await firstSheet(page));
			await page.context().close();
		}
		const page = await open(browser);
		await page.setInputFiles("input[type=file]", NOTICE);
		await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
		await page.waitForTimeout(1000);
		await page.focus(`textarea[data-field="${FIELD}"]`);
		await page.keyboard.press("Control+End");
		const typeInForm = typist(page);
		await typeInForm(WARM_UP);
		const inForm = [...(await typeInForm(FEW_EDITS - WARM_UP))];
		const few = await heapsOf(page);
		inForm.push(...(await typeInForm(MANY_EDITS - FEW_EDITS)));
		const many = await heapsOf(page);
		await page.click("#tab-yaml");
		const inYaml: number[] = [];
		for (const place of PLACES) {
			await goBehind(page, place);
			const typeInYaml = typist(page);
			await typeInYaml(WARM_UP);
			inYaml.push(...(await typeInYaml(EDITS_A_PLACE - WARM_UP)));
		}
		const line = (what: string, waits: readonly number[]): string =>
			`${what}, ${1000 / PACE} keys a second at most, n = ${waits.length}: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms`;
		return [
			size,
			`first sheet after opening, median of ${OPENINGS}: ${percentile(firsts, 0.5).toFixed(0)} ms`,
			line("key to the frame with the sheet, form", inForm),
			line(
				`key to the frame with the sheet, YAML, in ${PLACES.length} places`,
				inYaml,
			),
			`heaps of the page and its worker after ${FEW_EDITS} edits: ${heaps(few)}; after ${MANY_EDITS}: ${heaps(many)}`,
		].join("\n");
	} finally {
		await browser.close();
	}
}
