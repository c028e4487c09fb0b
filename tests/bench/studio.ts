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
const WARM_UP = 10;
/** Milliseconds between two keys: a quick typist's. */
const PACE = 100;
const FEW_EDITS = 50;
const MANY_EDITS = 500;
/** Short enough that the sheet holds it. */
const TYPED = "Xem kỹ bản vẽ ";
const FIELD = "body[0].options[0].text";

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

/** Types the text over and over, one key for each edit. */
async function type(page: Page, edits: number): Promise<void> {
	const letters = [...TYPED];
	for (let edit = 0; edit < edits; edit++) {
		// Every text is taken away again: the notice stays as long as it was.
		const round = Math.floor(edit / letters.length);
		const letter = letters[edit % letters.length] ?? " ";
		if (round % 2 === 0) await page.keyboard.insertText(letter);
		else await page.keyboard.press("Backspace");
		await page.waitForTimeout(PACE);
	}
	await page.waitForTimeout(2000);
}

async function typedIn(
	page: Page,
	focus: () => Promise<void>,
	edits: number,
): Promise<readonly number[]> {
	await focus();
	await type(page, WARM_UP);
	await takeWaits(page);
	await type(page, edits);
	return takeWaits(page);
}

/** The heap of a page or worker after what is not needed is let go. */
const HEAP = [
	["HeapProfiler.collectGarbage", 1],
	["Runtime.getHeapUsage", 2],
] as const;

/** The least of a few: what a task still holds is let go with the next. */
async function heapOf(page: Page): Promise<number> {
	const found: number[] = [];
	for (let round = 0; round < 4; round++) {
		found.push(await heapNow(page));
		await page.waitForTimeout(500);
	}
	return Math.min(...found);
}

/** Of the page and of its worker. */
async function heapNow(page: Page): Promise<number> {
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
	const sum = usedSize + (await inWorker);
	await session.detach();
	return sum;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

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
		const inForm = await typedIn(
			page,
			async () => {
				await page.focus(`textarea[data-field="${FIELD}"]`);
				await page.keyboard.press("Control+End");
			},
			FEW_EDITS - WARM_UP,
		);
		const few = await heapOf(page);
		const more = await typedIn(
			page,
			async () => {},
			MANY_EDITS - FEW_EDITS - WARM_UP,
		);
		const many = await heapOf(page);
		await page.click("#tab-yaml");
		const inYaml = await typedIn(
			page,
			async () => {
				await page
					.locator(".cm-content .cm-line", { hasText: "text:" })
					.first()
					.click();
				await page.keyboard.press("End");
			},
			FEW_EDITS,
		);
		const line = (what: string, waits: readonly number[]): string =>
			`${what}, ${1000 / PACE} keys a second at most, n = ${waits.length}: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms`;
		return [
			size,
			`first sheet after opening, median of ${OPENINGS}: ${percentile(firsts, 0.5).toFixed(0)} ms`,
			line("key to the frame with the sheet, form", [...inForm, ...more]),
			line("key to the frame with the sheet, YAML", inYaml),
			`heap of the page and its worker after ${FEW_EDITS} edits: ${megabytes(few)}, after ${MANY_EDITS}: ${megabytes(many)}`,
		].join("\n");
	} finally {
		await browser.close();
	}
}
