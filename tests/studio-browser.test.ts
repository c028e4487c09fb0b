/** The studio in a real browser: from a file with no network, and served. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { nodeEffects } from "../src/cli/node-effects.ts";
import {
	type StudioServer,
	startStudioServer,
} from "../src/cli/studio-server.ts";
import { CHROMIUM, launch } from "./support/browser.ts";
import { needs } from "./support/machine.ts";
import { pageCount, rasterise } from "./support/pdf.ts";

const PAGE = resolve("dist/studio.html");
const COMMAND = resolve("dist/bangtin.js");
const FOUNDING = resolve("content/vneid-dich-vu-cong.yaml");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** Machines of tests are slow and busy. */
const PATIENCE = 120_000;

const run = promisify(execFile);

needs(
	"Chromium",
	CHROMIUM !== null,
	"on Debian, apt-get install chromium; or name one in CHROMIUM",
);

describe.skipIf(CHROMIUM === null)("the studio", { timeout: PATIENCE }, () => {
	let browser: Browser;
	let context: BrowserContext;
	let folder = "";
	/** What the page complained of, and what it asked the network for. */
	let complaints: string[] = [];
	let requests: string[] = [];

	beforeAll(async () => {
		browser = await launch(CHROMIUM ?? "");
		folder = await mkdtemp(join(tmpdir(), "bangtin-page-"));
	}, PATIENCE);
	afterAll(async () => {
		await browser.close();
		await rm(folder, { recursive: true });
	});
	afterEach(async () => {
		await context.close();
		expect(complaints).toEqual([]);
	});

	async function open(
		url = pathToFileURL(PAGE).href,
		viewport = { width: 1366, height: 768 },
		locale = "vi-VN",
	): Promise<Page> {
		const page = await begin(url, viewport, locale);
		await drawn(page);
		return page;
	}

	/** `before` spoils the browser before the page's own scripts run. */
	async function begin(
		url = pathToFileURL(PAGE).href,
		viewport = { width: 1366, height: 768 },
		locale = "vi-VN",
		before: (() => void) | null = null,
	): Promise<Page> {
		complaints = [];
		requests = [];
		context = await browser.newContext({
			viewport,
			locale,
			offline: url.startsWith("file:"),
			acceptDownloads: true,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE);
		page.on("pageerror", ({ message }) => complaints.push(message));
		page.on("console", (said) => {
			if (["error", "warning"].includes(said.type()))
				complaints.push(said.text());
		});
		// Playwright catches the chooser only from some time after it is first
		// listened for: from here on, or a quick key is before it.
		page.on("filechooser", () => {});
		page.on("request", (request) => {
			if (!/^(?:file|blob|data):/.test(request.url()))
				requests.push(request.url());
		});
		if (before !== null) await page.addInitScript(before);
		await page.goto(url);
		return page;
	}

	const spoilt = (before: () => void): Promise<Page> =>
		begin(undefined, undefined, undefined, before);

	/** Waits until what was typed is on the sheet. */
	async function drawn(page: Page): Promise<void> {
		await page
			.locator(".page svg [data-path]")
			.first()
			.waitFor({ state: "attached" });
		await page.locator("html[data-ready]").waitFor({ state: "attached" });
		await page.waitForFunction(
			() => document.documentElement.dataset.busy !== "true",
		);
	}

	/** The file as it would be downloaded. */
	async function yaml(page: Page): Promise<string> {
		await page.click("header .menu summary");
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.locator("header .menu button").last().click(),
		]);
		const path = join(folder, "downloaded.yaml");
		await download.saveAs(path);
		return readFile(path, "utf8");
	}

	/** How many letters the sheet shows of a field: each begins its own outline. */
	const shownOf = (page: Page, path: string): Promise<number> =>
		page
			.locator(`.page path[data-path="${path}"]`)
			.evaluateAll((runs) =>
				runs
					.map((run) => run.getAttribute("d")?.match(/M/g)?.length ?? 0)
					.reduce((sum, count) => sum + count, 0),
			);

	/** All that is drawn, as text; whatever way it came to be. */
	const drawing = (page: Page): Promise<readonly string[]> =>
		page.locator(".page svg > g:first-child > *").evaluateAll((marks) =>
			marks.map((mark) =>
				[...mark.attributes]
					.map(({ name, value }) => `${name}=${value}`)
					.sort()
					.join(" "),
			),
		);

	async function downloadedPdf(
		page: Page,
	): Promise<{ name: string; bytes: Buffer }> {
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.click("#download"),
		]);
		const path = join(folder, "downloaded.pdf");
		await download.saveAs(path);
		return { name: download.suggestedFilename(), bytes: await readFile(path) };
	}

	async function builtPdf(
		name: string,
		source: string,
		...more: string[]
	): Promise<Buffer> {
		const file = join(folder, `${name}.yaml`);
		await writeFile(file, source);
		const { stdout } = await run(
			process.execPath,
			[
				COMMAND,
				"build",
				file,
				"-s",
				"flyer-a4",
				"-o",
				join(folder, "out"),
				"--force",
				...more,
			],
			{ cwd: folder },
		);
		return readFile(resolve(folder, stdout.trim()));
	}

	test("from a file, without network: template, form, tree, mistake, PDF", async () => {
		const page = await open();
		await page.locator(".welcome[open]").waitFor();
		await page.locator(".welcome .entry").nth(1).click();
		await drawn(page);

		await page.fill('[data-field="title"]', "Đăng ký **khám** sức khỏe");
		await drawn(page);
		expect(await shownOf(page, "title")).toBeGreaterThan(10);

		// A question, one answer of which asks on.
		await page.locator(".adders.blocks button", { hasText: "Câu hỏi" }).click();
		const block = page.locator(".block").last();
		await block
			.locator(":scope > .row textarea")
			.first()
			.fill("Đã có thẻ bảo hiểm chưa?");
		const at = await block
			.locator(":scope > .row textarea")
			.first()
			.getAttribute("data-field");
		const base = at?.replace(/\.ask$/, "") ?? "";
		const field = (path: string) =>
			page.locator(`[data-field="${base}.${path}"]:not([data-act])`);
		await field("answers[0].answer").fill("Chưa");
		await page
			.locator(`input[data-field="${base}.answers[0]"][data-act="ask"]`)
			.check();
		await field("answers[0].ask").fill("Có sổ hộ nghèo không?");
		await field("answers[0].answers[0].answer").fill("Có");
		await field("answers[0].answers[0].do.title").fill("Nhận thẻ miễn phí");
		await field("answers[0].answers[1].answer").fill("Không");
		await field("answers[0].answers[1].do.title").fill("Mua thẻ tại xã");
		await field("answers[1].answer").fill("Rồi");
		await field("answers[1].do.title").fill("Mang thẻ theo");
		await page.click(`[data-field="${base}.answers"][data-act="add"]`);
		await field("answers[2].answer").fill("Không nhớ");
		await field("answers[2].do.title").fill("Hỏi tại xã");
		await drawn(page);
		expect(await page.locator(".findings .error").allTextContents()).toEqual(
			[],
		);
		expect(
			await shownOf(page, `${base}.answers[0].answers[1].do.title`),
		).toBeGreaterThan(5);

		// A mistake: the message names it, the last good sheet stays.
		await page.fill('[data-field="title"]', "");
		await page.locator(".findings .error").first().waitFor();
		await page.locator(".stale:not([hidden])").waitFor();
		expect(await shownOf(page, "title")).toBeGreaterThan(10);
		expect(await page.locator("#download").isDisabled()).toBe(true);
		await page.locator(".findings .error button").first().click();
		expect(
			await page.evaluate(
				() => (document.activeElement as HTMLElement).dataset.field,
			),
		).toBe("title");
		await page.keyboard.type("Khám sức khỏe");
		await page.locator(".stale[hidden]").waitFor({ state: "attached" });
		await drawn(page);

		const { name, bytes } = await downloadedPdf(page);
		const slug = name.replace(/\..*/, "");
		const same = await builtPdf(slug, await yaml(page));
		expect(Buffer.compare(bytes, same)).toBe(0);
		expect(requests).toEqual([]);
	});

	/** Steps with Tab, or back, until the focus is on what matches. */
	async function tabTo(
		page: Page,
		selector: string,
		key: "Tab" | "Shift+Tab" = "Tab",
	): Promise<void> {
		const most = 250;
		for (let step = 0; step < most; step++) {
			const there = await page.evaluate(
				(wanted) => document.activeElement?.matches(wanted) === true,
				selector,
			);
			if (there) return;
			await page.keyboard.press(key);
		}
		const stuck = await page.evaluate(() =>
			document.activeElement?.outerHTML.slice(0, 200),
		);
		throw new Error(`${selector} is not reached with ${key}: at ${stuck}`);
	}

	const fieldNamed = (path: string): string =>
		`[data-field="${path}"]:not([data-act])`;

	test(
		"by keys alone: template, form, tree, mistake, PDF, and the notice back from it",
		async () => {
			const page = await open();
			const { keyboard } = page;
			await page.locator(".welcome[open]").waitFor();
			for (const key of ["Tab", "Tab", "Enter"]) await keyboard.press(key);
			await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
			await drawn(page);
			// The form has the focus, from its first field on.
			await tabTo(page, fieldNamed("title"));
			await keyboard.press("Control+a");
			await keyboard.type("Khám sức khỏe");

			await tabTo(page, '.adders.blocks button[aria-label="Thêm Câu hỏi"]');
			await keyboard.press("Enter");
			const at = await page.evaluate(
				() => (document.activeElement as HTMLElement).dataset.field ?? "",
			);
			expect(at).toMatch(/^body\[\d+\]\.ask$/);
			const base = at.replace(/\.ask$/, "");
			await keyboard.type("Đã có thẻ chưa?");
			const write = async (path: string, text: string): Promise<void> => {
				await tabTo(page, fieldNamed(`${base}.${path}`));
				await keyboard.type(text);
			};
			await write("answers[0].answer", "Chưa");
			await tabTo(page, `[data-field="${base}.answers[0]"][data-act="do"]`);
			await keyboard.press("ArrowRight");
			await write("answers[0].ask", "Có sổ hộ nghèo không?");
			await write("answers[0].answers[0].answer", "Có");
			await write("answers[0].answers[0].do.title", "Nhận thẻ miễn phí");
			await write("answers[0].answers[1].answer", "Không");
			await write("answers[0].answers[1].do.title", "Mua thẻ tại xã");
			await write("answers[1].answer", "Rồi");
			await write("answers[1].do.title", "Mang thẻ theo");
			await tabTo(page, `[data-field="${base}.answers"][data-act="add"]`);
			await keyboard.press("Enter");
			await write("answers[2].answer", "Không nhớ");
			await write("answers[2].do.title", "Hỏi tại xã");
			await drawn(page);
			expect(await page.locator(".findings .error").count()).toBe(0);

			// A mistake: its message leads back to the field.
			await keyboard.press("Control+a");
			await keyboard.press("Delete");
			await page.locator(".findings .error").first().waitFor();
			await tabTo(page, ".findings .error button");
			await keyboard.press("Enter");
			expect(
				await page.evaluate(
					(wanted) => document.activeElement?.matches(wanted),
					fieldNamed(`${base}.answers[2].do.title`),
				),
			).toBe(true);
			await keyboard.type("Hỏi tại xã");
			await page.locator("#download:enabled").waitFor();

			// The first things of the page lead over the form, there and back.
			const skip = page.locator(".skips button").nth(1);
			await tabTo(page, ".skips button:nth-child(2)", "Shift+Tab");
			expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
			await keyboard.press("Enter");
			await tabTo(page, ".found summary");
			await drawn(page);
			await tabTo(page, ".skips button:nth-child(1)", "Shift+Tab");
			await keyboard.press("Enter");
			await tabTo(page, "#download", "Shift+Tab");
			const [download] = await Promise.all([
				page.waitForEvent("download"),
				keyboard.press("Enter"),
			]);
			const pdf = join(folder, "by-keys.pdf");
			await download.saveAs(pdf);
			const source = await yaml(page);
			const slug = download.suggestedFilename().replace(/\..*/, "");
			const same = await builtPdf(slug, source);
			expect(Buffer.compare(await readFile(pdf), same)).toBe(0);

			await tabTo(page, fieldNamed("kind"));
			await keyboard.type(" mới");
			await drawn(page);
			await tabTo(page, "#open", "Shift+Tab");
			const [chooser] = await Promise.all([
				page.waitForEvent("filechooser"),
				keyboard.press("Enter"),
			]);
			await chooser.setFiles(pdf);
			await page.waitForFunction(
				() =>
					document
						.querySelector<HTMLTextAreaElement>('[data-field="kind"]')
						?.value.endsWith("mới") === false,
			);
			expect(await yaml(page)).toBe(source);
		},
		2 * PATIENCE,
	);

	test("a tree is built, turned, marked, led elsewhere, thinned and taken back", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.locator(".adders.blocks button", { hasText: "Câu hỏi" }).click();
		const block = page.locator(".block").last();
		// As the sheet will number it.
		expect(await block.locator(".number").textContent()).toBe("3");
		const field = (path: string) =>
			page.locator(`[data-field="body[2].${path}"]:not([data-act])`);
		const lead = (path: string, to: string) =>
			page.locator(`input[data-field="body[2].${path}"][data-act="${to}"]`);
		await field("ask").fill("Có thẻ chưa?");
		await field("answers[0].answer").fill("Chưa");
		await field("answers[0].do.title").fill("Nộp tờ khai");
		await field("answers[1].answer").fill("Rồi");
		await field("answers[1].do.title").fill("Mang thẻ theo");
		await drawn(page);
		expect(await page.locator(".findings .error").allTextContents()).toEqual(
			[],
		);

		// What was to be done is not lost on the way to a further question and back.
		await lead("answers[0]", "ask").check();
		expect(
			await field("answers[0].ask").evaluate(
				(one) => one === document.activeElement,
			),
		).toBe(true);
		expect(await field("answers[0].answers[0].do.title").inputValue()).toBe(
			"Nộp tờ khai",
		);
		await field("answers[0].ask").fill("Có sổ không?");
		await lead("answers[0].answers[1]", "ask").check();
		await field("answers[0].answers[1].ask").fill("Ai giữ sổ?");
		expect(await page.locator(".branch .branch .branch").count()).toBe(2);
		await lead("answers[0]", "do").check();
		expect(await field("answers[0].do.title").inputValue()).toBe("Nộp tờ khai");
		expect(await page.locator("footer .status").textContent()).toContain("↶");
		await page.locator("header button", { hasText: "↶" }).click();
		expect(await field("answers[0].answers[1].ask").inputValue()).toBe(
			"Ai giữ sổ?",
		);
		await page.locator("header button", { hasText: "↷" }).click();

		await field("answers[0].is").selectOption({ label: "✗ không" });
		await drawn(page);
		expect(await yaml(page)).toMatch(/answer: "Chưa"\s+is: no\b/);
		await field("answers[0].is").selectOption({ label: "không dấu" });
		expect(await yaml(page)).not.toMatch(/answer: "Chưa"\s+is:/);

		// The question below gets a name, so that it is found by another number, too.
		await page
			.locator('input[data-field="body[1].answers[0]"][data-act="see"]')
			.check();
		const see = page.locator(
			'select[data-field="body[1].answers[0].see"] option',
		);
		expect(await see.allTextContents()).toEqual(["3. Có thẻ chưa?"]);
		await field("ask").fill("Có thẻ rồi chưa?");
		await drawn(page);
		expect(await see.allTextContents()).toEqual(["3. Có thẻ rồi chưa?"]);
		expect(await page.locator(".findings .error").allTextContents()).toEqual(
			[],
		);
		expect(await yaml(page)).toMatch(/see: cau-3\n[\s\S]*\n {4}id: cau-3\n/);
		expect(await lead("answers[1]", "see").count()).toBe(0);

		await page
			.locator('[data-field="body[2].answers[0]"][data-act="down"]')
			.click();
		expect(await field("answers[1].answer").inputValue()).toBe("Chưa");
		await page
			.locator('[data-field="body[2].answers[1]"][data-act="remove"]')
			.click();
		expect(await page.locator(".block").last().locator(".branch").count()).toBe(
			1,
		);
		await page.keyboard.press("Control+z");
		expect(await field("answers[1].do.title").inputValue()).toBe("Nộp tờ khai");
	});

	test("a file keeps its bytes: the PDF is the command line's, line ends and comments kept", async () => {
		const page = await open();
		const crlf = (await readFile(FOUNDING, "utf8")).replaceAll("\n", "\r\n");
		const file = join(folder, "vneid.yaml");
		await writeFile(file, crlf);
		await page.setInputFiles("input[type=file]", file);
		await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
		await drawn(page);
		const first = await downloadedPdf(page);
		expect(first.name).toBe("vneid.flyer-a4.pdf");
		expect(Buffer.compare(first.bytes, await builtPdf("vneid", crlf))).toBe(0);

		await page.fill(
			'textarea[data-field="issuer.parent"]',
			"Tỉnh Bình Dương cũ",
		);
		await page.locator(".switch input[value=saver]").check();
		await drawn(page);
		const second = await downloadedPdf(page);
		expect(second.name).toBe("vneid.flyer-a4.saver.pdf");
		const edited = crlf.replace(
			"parent: Tỉnh Bình Dương",
			"parent: Tỉnh Bình Dương cũ",
		);
		const same = await builtPdf("vneid", edited, "--ink", "saver");
		expect(Buffer.compare(second.bytes, same)).toBe(0);

		await page.locator(".switch input[value=mai]").check();
		await drawn(page);
		const third = await downloadedPdf(page);
		const mai = ["--ink", "saver", "-t", "mai"];
		const other = await builtPdf("vneid", edited, ...mai);
		expect(Buffer.compare(third.bytes, other)).toBe(0);
	});

	test("gives the notice back from a PDF that is dropped", async () => {
		const source = (await readFile(FOUNDING, "utf8")).replace(
			"title: Làm",
			"title: Cách làm",
		);
		const pdf = await builtPdf("tha-vao", source);
		const page = await open();
		const dropped = await page.evaluateHandle((base64) => {
			const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
			const transfer = new DataTransfer();
			transfer.items.add(
				new File([bytes], "x.pdf", { type: "application/pdf" }),
			);
			return transfer;
		}, pdf.toString("base64"));
		await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
		await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
		await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
		await drawn(page);
		expect(await yaml(page)).toBe(source);
		expect(await page.inputValue(".file-name")).toBe("tha-vao");
	});

	/** What axe-core finds wrong on the page as it is now. */
	async function violations(
		page: Page,
		state: string,
	): Promise<readonly string[]> {
		await page.evaluate(await readFile(AXE, "utf8"));
		const found = await page.evaluate(() =>
			(
				globalThis as unknown as {
					axe: {
						run: () => Promise<{
							violations: { id: string; nodes: { html: string }[] }[];
						}>;
					};
				}
			).axe
				.run()
				.then((result) =>
					result.violations.map(
						({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
					),
				),
		);
		return found.map((one) => `${state}: ${one}`);
	}

	test.each([
		[
			"cannot be made",
			() => {
				Object.defineProperty(window, "Worker", {
					value: function Worker() {
						throw new DOMException("forbidden", "SecurityError");
					},
				});
			},
		],
		[
			"breaks off",
			() => {
				window.Worker = class extends Worker {
					constructor() {
						const script = "onmessage = () => { throw new Error('spoilt') }";
						super(URL.createObjectURL(new Blob([script])));
					}
				};
			},
		],
		[
			"does not answer with a typesetter",
			() => {
				window.Worker = class extends Worker {
					constructor() {
						const script =
							"onmessage = ({ data }) => postMessage({ id: data.id, kind: 'failed', reason: 'no fonts' })";
						super(URL.createObjectURL(new Blob([script])));
					}
				};
			},
		],
	])(
		"says so when its worker %s; what is written can be taken away",
		async (_, before) => {
			const page = await spoilt(before);
			const alert = page.locator(".trouble");
			await alert.locator("p").waitFor();
			expect(await alert.textContent()).toMatch(/Tải lại trang/);
			await page.keyboard.press("Escape");
			expect(await page.locator("#download").isDisabled()).toBe(true);
			const working = await page
				.locator(".pages")
				.evaluate((pages) => getComputedStyle(pages, "::before").content);
			expect(working).toBe("none");
			expect(await violations(page, "trouble")).toEqual([]);
			await page.fill('textarea[data-field="title"]', "Viết rồi");
			expect(await yaml(page)).toContain("title: Viết rồi\n");
			await page.waitForTimeout(1500);
			await Promise.all([
				page.waitForEvent("load"),
				alert.locator("button", { hasText: "Tải lại trang" }).click(),
			]);
			await page.locator("html[data-ready]").waitFor({ state: "attached" });
			await alert.locator("p").waitFor();
			expect(await page.inputValue('textarea[data-field="title"]')).toBe(
				"Viết rồi",
			);
			complaints = [];
		},
	);

	test.each([
		[
			"there is no store",
			() => {
				for (const name of ["indexedDB", "localStorage"])
					Object.defineProperty(window, name, {
						get() {
							throw new DOMException("denied", "SecurityError");
						},
					});
			},
		],
		[
			"the store is full",
			() => {
				IDBObjectStore.prototype.put = () => {
					throw new DOMException("full", "QuotaExceededError");
				};
			},
		],
	])(
		"says all the time that the draft is not kept when %s",
		async (_, before) => {
			const page = await spoilt(before);
			await drawn(page);
			await page.keyboard.press("Escape");
			await page.fill('textarea[data-field="title"]', "Chưa giữ");
			const alert = page.locator(".trouble p");
			await alert.waitFor();
			// What else is told leaves it there.
			await page.setInputFiles(
				"input[type=file]",
				resolve("content/hop-thon.yaml"),
			);
			await page.locator(".status", { hasText: "Đã mở" }).waitFor();
			expect(await alert.textContent()).toMatch(/không giữ được bản nháp/);
			const [download] = await Promise.all([
				page.waitForEvent("download"),
				alert.locator("button", { hasText: "Tải tệp YAML" }).click(),
			]);
			expect(download.suggestedFilename()).toBe("hop-thon.yaml");
		},
	);

	test("the draft is kept by the simpler store where there is no database", async () => {
		const page = await spoilt(() => {
			Object.defineProperty(window, "indexedDB", { value: undefined });
		});
		await drawn(page);
		await page.keyboard.press("Escape");
		await page.fill('textarea[data-field="title"]', "Giữ được");
		await page.waitForTimeout(1500);
		await page.reload();
		await drawn(page);
		expect(await page.locator(".trouble p").count()).toBe(0);
		expect(await page.inputValue('textarea[data-field="title"]')).toBe(
			"Giữ được",
		);
	});

	test("a file that is none of ours, too long or not to be read leaves the notice as it is, and says why", async () => {
		const page = await spoilt(() => {
			const { arrayBuffer } = File.prototype;
			File.prototype.arrayBuffer = function read(this: File) {
				return this.name === "khoa.yaml"
					? Promise.reject(new DOMException("locked", "NotReadableError"))
					: arrayBuffer.call(this);
			};
		});
		await drawn(page);
		const drop = async (name: string, bytes: string | Buffer) => {
			const path = join(folder, name);
			await writeFile(path, bytes);
			await page.setInputFiles("input[type=file]", path);
		};
		// Told where it is seen: the welcome lies over the page.
		const said = page.locator(".welcome .said");
		await drop("thu.txt", "Kính gửi bà con: mai họp.");
		await expect
			.poll(() => said.textContent())
			.toMatch(/^thu\.txt: .*không phải/);
		await page.keyboard.press("Escape");
		const told = page.locator("footer .status");
		await drop("dai.yaml", "a: b\n".repeat(2_000_000));
		await expect
			.poll(() => told.textContent())
			.toMatch(/^dai\.yaml: .*quá dài/);
		await drop(
			"anh.tiff",
			Buffer.from([0x49, 0x49, 0x2a, 0, 0xff, 0xfe, 0xfd]),
		);
		await expect.poll(() => told.textContent()).toMatch(/^anh\.tiff: /);
		await drop("khoa.yaml", "title: x");
		await expect
			.poll(() => told.textContent())
			.toMatch(/Không đọc được khoa\.yaml/);
		expect(await page.locator(".file-name").inputValue()).toBe(
			"vneid-dich-vu-cong",
		);
		await told.locator("button").click();
		expect(await told.locator("[role=status]").textContent()).toBe("");
		expect(await page.locator(".stale").isVisible()).toBe(false);
	});

	test("without any YAML the form begins anew; a text that is no notice is mended as YAML", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const only = async (text: string): Promise<void> => {
			await page.click("#tab-yaml");
			await page.locator(".cm-content").click();
			await page.keyboard.press("Control+a");
			// Letters over a selection take its style along, which the policy forbids.
			await page.keyboard.press("Delete");
			await page.keyboard.type(text);
			await page.click("#tab-form");
		};
		await only("");
		await page.fill('textarea[data-field="title"]', "Bắt đầu lại");
		await page.locator(".findings .error", { hasText: "body" }).waitFor();
		expect(await yaml(page)).toBe("title: Bắt đầu lại\n");
		await only("mai họp");
		await page.locator(".form .notice").waitFor();
		while (await page.locator("button.icon").first().isEnabled())
			await page.locator("button.icon").first().click();
		expect(await page.inputValue('textarea[data-field="title"]')).toBe(
			"Làm dịch vụ công bằng VNeID",
		);
	});

	test("its letters are the sheet's text face only", async () => {
		const page = await open();
		expect(
			await page.evaluate(() =>
				[...document.fonts].map(({ family, weight }) => `${family} ${weight}`),
			),
		).toEqual(
			[400, 500, 600, 700, 800].map((weight) => `Be Vietnam Pro ${weight}`),
		);
	});

	test("sheet, design, ink and language are as they were after a reload; a version has its own", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.selectOption("#sheet", "leaflet-a5");
		await page.locator(".switch input[value=mai]").check();
		await page.locator(".switch input[value=saver]").check();
		await page.locator("header button", { hasText: "English" }).click();
		await drawn(page);
		const before = await drawing(page);
		await page.waitForTimeout(1500);
		await page.reload();
		await drawn(page);
		const chosen = async (): Promise<readonly string[]> => [
			await page.inputValue("#sheet"),
			...(await page
				.locator(".switch input:checked")
				.evaluateAll((radios: HTMLInputElement[]) =>
					radios.map(({ value }) => value),
				)),
		];
		expect(await chosen()).toEqual(["leaflet-a5", "mai", "saver", "fit"]);
		expect(await drawing(page)).toEqual(before);
		expect(await page.getAttribute("html", "lang")).toBe("en");
		expect((await downloadedPdf(page)).name).toMatch(/leaflet-a5\.saver\.pdf$/);

		await page.selectOption("#sheet", "flyer-a4");
		await page.locator(".switch input[value=tuyen]").check();
		await page.locator("header button", { hasText: "New" }).click();
		await page
			.locator(".welcome .shelf")
			.last()
			.locator("button")
			.first()
			.click();
		await drawn(page);
		expect(await chosen()).toEqual(["leaflet-a5", "mai", "saver", "fit"]);
	});

	test("keeps the draft over a reload, and undoes by steps", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const before = await yaml(page);
		await page.fill('[data-field="title"]', "Một");
		await page.fill('textarea[data-field="source"]', "Hai");
		await drawn(page);
		await page.locator("header button", { hasText: "↶" }).click();
		expect(await page.inputValue('[data-field="title"]')).toBe("Một");
		expect(await page.inputValue('textarea[data-field="source"]')).not.toBe(
			"Hai",
		);
		await page.locator("header button", { hasText: "↶" }).click();
		expect(await yaml(page)).toBe(before);
		await page.locator("header button", { hasText: "↷" }).click();
		await page.waitForTimeout(1500);
		const mended = await drawing(page);
		await page.reload();
		await drawn(page);
		expect(await page.inputValue('[data-field="title"]')).toBe("Một");
		// Drawn piece by piece or at once, the sheet is the same.
		expect(await drawing(page)).toEqual(mended);
	});

	test("the YAML is written with completion and marks; form and sheet follow", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.click("#tab-yaml");
		await page.locator(".cm-content").click();
		await page.keyboard.press("Control+End");
		await page.keyboard.type("\nconta");
		await page
			.locator(".cm-tooltip-autocomplete li", { hasText: "contact" })
			.waitFor();
		await page.waitForTimeout(200);
		await page.keyboard.press("Enter");
		await page.keyboard.type("off");
		await page
			.locator(".cm-tooltip-autocomplete li", { hasText: "office" })
			.waitFor();
		await page.waitForTimeout(200);
		await page.keyboard.press("Enter");
		await page.keyboard.type("Bộ phận Một cửa");
		await drawn(page);
		expect(await shownOf(page, "contact.office")).toBeGreaterThan(5);
		await page.keyboard.type("\nfoo: bar");
		await page.locator(".cm-lint-marker-error").waitFor();
		await page.click("#tab-form");
		expect(await page.inputValue('textarea[data-field="contact.office"]')).toBe(
			"Bộ phận Một cửa",
		);
	});

	test("makes a sheet for each village of a list, as the command line does", async () => {
		const page = await open();
		const file = join(folder, "hop-thon.yaml");
		await writeFile(
			file,
			await readFile("tests/fixtures/villages/hop-thon.yaml"),
		);
		const list = join(folder, "thon.csv");
		const [head = "", first = ""] = (
			await readFile("tests/fixtures/villages/thon.csv", "utf8")
		).split("\n");
		const rows = Array.from({ length: 40 }, (_, i) =>
			first.replace(/^([^,;]*)/, `$1 ${i + 1}`),
		);
		await writeFile(list, [head, ...rows, ""].join("\n"));
		await page.setInputFiles("input[type=file]", file);
		await page.locator(".findings .error").first().waitFor();
		await page.setInputFiles("input[type=file]", list);
		await page.locator(".village-bar:not([hidden])").waitFor();
		await page.locator(".stale[hidden]").waitFor({ state: "attached" });
		await page.selectOption("#sheet", "leaflet-a5");
		await drawn(page);
		const count = await page.locator("#village option").count();
		expect(count).toBe(40);
		await page.click("#make-all");
		await page.locator(".village-bar button", { hasText: "Dừng" }).click();
		await page.locator(".status", { hasText: "Đã dừng" }).waitFor();
		// Another list in the midst of it must not be mixed in.
		let downloads = 0;
		page.on("download", () => {
			downloads += 1;
		});
		await page.click("#make-all");
		await page.setInputFiles("input[type=file]", list);
		await page.locator("#make-all").waitFor();
		await page.locator(".status", { hasText: /Đã (dừng|mở)/ }).waitFor();
		expect(await page.locator(".village-bar progress").isVisible()).toBe(false);
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.click("#make-all"),
		]);
		const zip = join(folder, "villages.zip");
		await download.saveAs(zip);
		expect(downloads).toBe(1);
		const files = unzipSync(new Uint8Array(await readFile(zip)));
		const out = join(folder, "merged");
		await run(process.execPath, [COMMAND, "merge", file, list, "-o", out], {
			cwd: folder,
		});
		const made = (await readdir(out)).filter((name) => name.endsWith(".pdf"));
		expect(Object.keys(files).sort()).toEqual(made.sort());
		for (const name of made)
			expect(
				Buffer.compare(
					files[name] ?? Buffer.of(),
					await readFile(join(out, name)),
				),
				name,
			).toBe(0);
	});

	/** What the archive holds that a button gives. */
	async function unzipped(
		page: Page,
		press: () => Promise<void>,
	): Promise<ReadonlyMap<string, Uint8Array>> {
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			press(),
		]);
		const zip = join(folder, "downloaded.zip");
		await download.saveAs(zip);
		const files = unzipSync(new Uint8Array(await readFile(zip)));
		return new Map(Object.entries(files));
	}

	async function expectSame(
		files: ReadonlyMap<string, Uint8Array>,
		out: string,
	): Promise<void> {
		const made = (await readdir(out)).filter((name) => !name.startsWith("."));
		expect([...files.keys()].sort()).toEqual(made.sort());
		for (const [name, bytes] of files) {
			const there = await readFile(join(out, name));
			expect(Buffer.compare(there, bytes), name).toBe(0);
		}
	}

	test("a list that the notice takes nothing from says so, and gives its columns to the field that is written in", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const bar = page.locator(".village-bar");
		const pick = async (name: string): Promise<void> => {
			await bar.locator(".menu summary").click();
			await bar.locator(".menu button", { hasText: name }).click();
		};
		await page.setInputFiles(
			"input[type=file]",
			resolve("tests/fixtures/villages/thon.csv"),
		);
		await page
			.locator("footer .status", { hasText: "thon.csv: 3 thôn" })
			.waitFor();
		const hint = bar.locator("p");
		await hint.waitFor();
		await pick("{{Thôn}}");
		expect(await page.locator("footer .status").textContent()).toMatch(
			/bấm vào ô/,
		);
		const title = page.locator('textarea[data-field="title"]');
		await title.fill("Họp  sớm");
		await title.evaluate((field: HTMLTextAreaElement) =>
			field.setSelectionRange(4, 4),
		);
		await pick("{{Thôn}}");
		expect(await title.inputValue()).toBe("Họp {{Thôn}} sớm");
		expect(await title.evaluate((one) => one === document.activeElement)).toBe(
			true,
		);
		await hint.waitFor({ state: "hidden" });
		await drawn(page);
		const seen = await drawing(page);
		await bar.locator('button[aria-label="Thôn sau"]').click();
		await drawn(page);
		expect(await page.inputValue("#village")).toBe("Bến Đò");
		expect(await drawing(page)).not.toEqual(seen);
		expect(await page.locator(".findings .error").count()).toBe(0);

		await page.click("#tab-yaml");
		await page.locator(".cm-line", { hasText: /^kind:/ }).click();
		await page.keyboard.press("End");
		await pick("{{Số tờ}}");
		expect(await yaml(page)).toMatch(/^kind: .*\{\{Số tờ\}\}$/m);
	});

	test("a wrong row is named with its cell and leads to its village; the others are made", async () => {
		const page = await open();
		await page.setInputFiles(
			"input[type=file]",
			resolve("tests/fixtures/villages/hop-thon.yaml"),
		);
		await page.locator(".findings .error").first().waitFor();
		const list = join(folder, "sai.csv");
		const rows = (
			await readFile("tests/fixtures/villages/thon.csv", "utf8")
		).replace("14/12/2026", "31/02/2026");
		await writeFile(list, rows);
		await page.setInputFiles("input[type=file]", list);
		await page.locator("#make-all").waitFor();
		await drawn(page);
		expect(await page.locator(".findings .error").count()).toBe(0);
		const one = await downloadedPdf(page);
		expect(one.name).toBe("hop-thon.ao-sen.flyer-a4.pdf");
		await page.click("header .menu summary");
		const [picture] = await Promise.all([
			page.waitForEvent("download"),
			page.locator("header .menu button").first().click(),
		]);
		expect(picture.suggestedFilename()).toBe("hop-thon.ao-sen.flyer-a4.png");
		const files = await unzipped(page, () => page.click("#make-all"));
		const same = files.get(one.name) ?? Buffer.of();
		expect(Buffer.compare(one.bytes, same)).toBe(0);
		expect([...files.keys()]).toEqual([
			"hop-thon.ao-sen.flyer-a4.pdf",
			"hop-thon.cau-tre.flyer-a4.pdf",
		]);
		expect(await page.locator("footer .status").textContent()).toMatch(
			/^ZIP thiếu 1 trong 3 thôn.*Bến Đò/,
		);
		const error = page.locator(".findings .error");
		expect(await error.locator(".where").allTextContents()).toEqual([
			"Bến Đò, Đúng ngày, ô B3 trong danh sách",
		]);
		expect(await error.locator(".fix").textContent()).toMatch(/danh sách thôn/);
		await error.locator("button").click();
		expect(await page.inputValue("#village")).toBe("Bến Đò");
		await page.locator(".stale").waitFor();
		expect(await error.locator(".where").textContent()).toBe(
			"Đúng ngày, ô B3 trong danh sách",
		);
		await page.locator('.village-bar button[aria-label^="Bỏ"]').click();
		await page.locator(".village-bar").waitFor({ state: "hidden" });
	});

	test("a list that cannot be read leaves the one before, and says what to do", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const told = page.locator("footer .status");
		const give = async (name: string, bytes: string | Buffer) => {
			const path = join(folder, name);
			await writeFile(path, bytes);
			await page.setInputFiles("input[type=file]", path);
		};
		await give("tot.csv", "Thôn\nAo Sen\nCầu Tre\n");
		await page.locator("#make-all").waitFor();
		const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		await give("cu.xls", old);
		await expect.poll(() => told.textContent()).toMatch(/cu\.xls.*\.xlsx/);
		await give("khoa.xlsx", old);
		await expect.poll(() => told.textContent()).toMatch(/khoa\.xlsx.*mật khẩu/);
		await give("trong.csv", "Thôn;Ngày\n");
		await expect
			.poll(() => told.textContent())
			.toMatch(/trong\.csv: .*không có dòng/);
		const row = "Thôn có tên dài,13/12/2026\n";
		await give("qua-nhieu.csv", `Thôn,Ngày\n${row.repeat(2001)}`);
		await expect.poll(() => told.textContent()).toMatch(/2001 dòng/);
		await give("qua-lon.csv", `Thôn,Ngày\n${row.repeat(150_000)}`);
		await expect.poll(() => told.textContent()).toMatch(/qua-lon.*4 MB/);
		expect(await page.locator("#village option").count()).toBe(2);
		// The worker has it, too.
		const files = await unzipped(page, () => page.click("#make-all"));
		expect(files.size).toBe(2);
		await give("tot.csv", "Thôn\nAo Sen\n");
		await expect.poll(() => told.textContent()).toContain("tot.csv: 1 thôn");
	});

	const pressPack = async (page: Page): Promise<void> => {
		await page.click("header .menu summary");
		await page.click("#pack");
	};

	test("the print pack is the command's; so is a PDF of several pages", async () => {
		const page = await open();
		const notice = join(folder, "vneid.yaml");
		await writeFile(notice, await readFile(FOUNDING));
		await page.setInputFiles("input[type=file]", notice);
		await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
		await page.selectOption("#sheet", "leaflet-a5");
		await drawn(page);
		const { name, bytes } = await downloadedPdf(page);
		expect(name).toBe("vneid.leaflet-a5.pdf");
		await run(process.execPath, [
			...[COMMAND, "build", notice, "-s", "leaflet-a5"],
			...["-o", join(folder, "leaflet"), "--force"],
		]);
		const leaflet = await readFile(join(folder, "leaflet", name));
		expect(Buffer.compare(bytes, leaflet)).toBe(0);

		const files = await unzipped(page, () => pressPack(page));
		const out = join(folder, "packed");
		await run(process.execPath, [COMMAND, "pack", notice, "-o", out]);
		expect(files.size).toBe(2);
		await expectSame(files, out);
	});

	test("the print pack of villages is the command's, with its plan", async () => {
		const page = await open();
		const template = join(folder, "hop-thon.yaml");
		const list = join(folder, "vai-thon.csv");
		await writeFile(
			template,
			await readFile("tests/fixtures/villages/hop-thon.yaml"),
		);
		await writeFile(list, await readFile("tests/fixtures/villages/thon.csv"));
		await page.setInputFiles("input[type=file]", template);
		await page.locator(".findings .error").first().waitFor();
		await page.setInputFiles("input[type=file]", list);
		await page.locator(".village-bar:not([hidden])").waitFor();
		await page.locator(".stale[hidden]").waitFor({ state: "attached" });
		const ofVillages = await unzipped(page, () => pressPack(page));
		const outs = join(folder, "packed-villages");
		await run(process.execPath, [COMMAND, "pack", template, list, "-o", outs]);
		expect(ofVillages.has("hop-thon.ke-hoach-in.json")).toBe(true);
		await expectSame(ofVillages, outs);
	});

	test("a picture that is given is the issuer's, on the sheet and in the draft", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const picture = join(folder, "Biểu trưng.SVG");
		await writeFile(picture, await readFile("content/xa-vi-du.svg"));
		await page.setInputFiles("input[type=file]", picture);
		const logo = page.locator('.page [data-path="issuer.logo"]');
		await logo.first().waitFor({ state: "attached" });
		expect(await yaml(page)).toContain("logo: bieu-trung.svg");
		await page.waitForTimeout(1500);
		await page.reload();
		await drawn(page);
		expect(await logo.count()).toBeGreaterThan(0);
		const { bytes } = await downloadedPdf(page);
		await writeFile(join(folder, "bieu-trung.svg"), await readFile(picture));
		const name = await page.inputValue(".file-name");
		const same = await builtPdf(name, await yaml(page));
		expect(Buffer.compare(bytes, same)).toBe(0);
	});

	test("a PDF whose notice names a picture asks for it; the field has a button for another", async () => {
		const source = await readFile("content/cap-nuoc-sach.yaml", "utf8");
		const svg = await readFile("content/xa-vi-du.svg");
		await writeFile(join(folder, "xa-vi-du.svg"), svg);
		const built = await builtPdf("nuoc", source);
		const pdf = join(folder, "nuoc.pdf");
		await writeFile(pdf, built);
		const page = await open();
		await page.setInputFiles("input[type=file]", pdf);
		const asks = page.locator('.findings [data-code="pictures/missing"]');
		await asks.waitFor();
		expect(await asks.textContent()).toContain("thả tệp hình đó vào trang");
		await page.setInputFiles("input[type=file]", join(folder, "xa-vi-du.svg"));
		await asks.waitFor({ state: "detached" });
		await drawn(page);
		expect(await yaml(page)).toBe(source);
		const { bytes } = await downloadedPdf(page);
		expect(Buffer.compare(bytes, built)).toBe(0);

		const other = join(folder, "khac.svg");
		await writeFile(other, `${svg}\n`);
		const [chooser] = await Promise.all([
			page.waitForEvent("filechooser"),
			page.locator("button", { hasText: "Chọn hình" }).click(),
		]);
		await chooser.setFiles(other);
		await page.waitForFunction(
			() =>
				document.querySelector<HTMLTextAreaElement>(
					'textarea[data-field="issuer.logo"]',
				)?.value === "khac.svg",
		);
		await drawn(page);
		expect(await page.locator(".findings .error").count()).toBe(0);
		expect(await yaml(page)).toBe(source.replace("xa-vi-du.svg", "khac.svg"));
	});

	test("gives a picture for telephones and paper of the sheet's size; is seen from far, and in English", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.click("header .menu summary");
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.locator("header .menu button").first().click(),
		]);
		expect(download.suggestedFilename()).toBe(
			"vneid-dich-vu-cong.flyer-a4.png",
		);
		const path = join(folder, "picture.png");
		await download.saveAs(path);
		const { width, height, data } = PNG.sync.read(await readFile(path));
		expect([width, height]).toEqual([1654, 2339]);
		expect(data.some((byte) => byte < 50)).toBe(true);

		await page.evaluate(() => {
			globalThis.print = () => {};
		});
		await page.locator("header button", { hasText: /^In$/ }).click();
		const printed = await page.pdf({ preferCSSPageSize: true });
		expect(await pageCount(printed)).toBe(1);
		const paper = await rasterise(printed, 72, 0);
		expect(Math.abs(paper.width - 595)).toBeLessThanOrEqual(1);
		expect(Math.abs(paper.height - 842)).toBeLessThanOrEqual(1);

		const sheetWidth = async (): Promise<number> =>
			(await page.locator(".page").first().boundingBox())?.width ?? 0;
		await page.locator(".switch input[value=actual]").check();
		const actual = await sheetWidth();
		await page.locator(".switch input[value=far]").check();
		expect((await sheetWidth()) / actual).toBeCloseTo(0.15, 2);

		await page.locator("header button", { hasText: "English" }).click();
		expect(await page.locator("#download").textContent()).toBe("Download PDF");
		expect(await page.getAttribute("html", "lang")).toBe("en");
		await page.locator("footer", { hasText: "Nothing leaves" }).waitFor();
		await page
			.locator(".measured", { hasText: /Paper used \d+ % · Ink \d+ %/ })
			.waitFor();
	});

	test.each(["Tiếng Việt", "English"])(
		"all over the sheet is one line at 1280 px, in %s",
		async (language) => {
			const page = await open(undefined, { width: 1280, height: 720 });
			await page.keyboard.press("Escape");
			if (language === "English")
				await page.locator("header button", { hasText: language }).click();
			const high = async (bar: string): Promise<number> =>
				(await page.locator(bar).boundingBox())?.height ?? 0;
			await page.locator(".measured:not(:empty)").waitFor();
			expect(await high(".sheet-bar")).toBeLessThan(60);
			expect(await high("header")).toBeLessThan(60);
			expect(await high("footer")).toBeLessThan(40);
			await page.locator(".switch input[value=whole]").check();
			const room = await page.locator(".preview").boundingBox();
			const sheet = await page.locator(".page").first().boundingBox();
			if (room === null || sheet === null) throw new Error("not on the page");
			expect(sheet.y + sheet.height).toBeLessThanOrEqual(room.y + room.height);
			expect(sheet.height).toBeGreaterThan(room.height * 0.9);
		},
	);

	test("on a telephone a list of villages shows its bar", async () => {
		const page = await open(undefined, { width: 390, height: 844 });
		await page.keyboard.press("Escape");
		const file = resolve("tests/fixtures/villages/hop-thon.yaml");
		await page.setInputFiles("input[type=file]", file);
		await page.locator(".findings .error").first().waitFor();
		const list = resolve("tests/fixtures/villages/thon.csv");
		await page.setInputFiles("input[type=file]", list);
		await page.locator("#make-all").waitFor();
		await drawn(page);
	});

	test("an item that is moved keeps the focus on its buttons; one taken away leaves it near", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.setInputFiles(
			"input[type=file]",
			resolve("content/thu-thap-y-kien.yaml"),
		);
		const control = (at: number, act: string): string =>
			`[data-field="body[1].list[${at}]"][data-act="${act}"]`;
		const has = (selector: string): Promise<boolean> =>
			page.evaluate(
				(wanted) => document.activeElement?.matches(wanted) === true,
				selector,
			);
		await page.locator(control(2, "up")).focus();
		await page.keyboard.press("Enter");
		expect(await has(control(1, "up"))).toBe(true);
		await page.keyboard.press("Enter");
		// At the top there is no way up.
		expect(await has(control(0, "down"))).toBe(true);
		const source = await yaml(page);
		expect(source.indexOf("Nên làm đoạn nào")).toBeLessThan(
			source.indexOf("Đường rộng 5 mét hay"),
		);
		await page.locator(control(2, "remove")).focus();
		await page.keyboard.press("Enter");
		await page.locator(control(2, "remove")).waitFor({ state: "detached" });
		expect(await has('.form fieldset [class="add"], .form fieldset *')).toBe(
			true,
		);
	});

	test("while a mistake is open the sheet of before is not printed; what went wrong stays to be read", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const printed = (): Promise<number> =>
			page.evaluate(() => performance.getEntriesByName("printed").length);
		await page.evaluate(() => {
			window.print = () => void performance.mark("printed");
		});
		await page.keyboard.press("Control+p");
		expect(await printed()).toBe(1);
		await page.fill('textarea[data-field="title"]', "");
		await page.locator(".findings .error").first().waitFor();
		expect(await page.locator(".findings .error .where").textContent()).toMatch(
			/^Tiêu đề, dòng \d+$/,
		);
		await page.keyboard.press("Control+p");
		expect(await printed()).toBe(1);
		const told = page.locator("footer .status");
		const before = await told.textContent();
		expect(before).not.toBe("");
		await page.waitForTimeout(6000);
		expect(await told.textContent()).toBe(before);
	});

	test("of several files at once each is taken, a notice first", async () => {
		const page = await open();
		await page.setInputFiles("input[type=file]", [
			resolve("tests/fixtures/villages/thon.csv"),
			resolve("tests/fixtures/villages/hop-thon.yaml"),
		]);
		await page.locator("#make-all").waitFor();
		await drawn(page);
		expect(await page.inputValue(".file-name")).toBe("hop-thon");
		expect(await page.locator(".findings .error").count()).toBe(0);
	});

	test("letters that come at once, as from a Vietnamese keyboard, are all kept", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const title = page.locator('textarea[data-field="title"]');
		await title.fill("Hop");
		await drawn(page);
		const shown = await title.evaluate((field: HTMLTextAreaElement) => {
			field.focus();
			const keys = (act: string, ...texts: readonly string[]): void => {
				for (const text of texts) document.execCommand(act, false, text);
			};
			// The program takes letters back and puts others there.
			keys("delete", "", "");
			keys("insertText", "ọ", "p", " ", "d", "â", "n");
			return field.value;
		});
		expect(shown).toBe("Họp dân");
		await drawn(page);
		expect(await title.inputValue()).toBe("Họp dân");
		expect(await yaml(page)).toContain("title: Họp dân\n");
	});

	test.each(["en-US", "vi-VN"])(
		"dates are written day first in a browser that speaks %s",
		async (locale) => {
			const page = await open(undefined, undefined, locale);
			await page.keyboard.press("Escape");
			const date = page.locator('input[data-field="date"]');
			const day = page.locator(".row.date .weekday").first();
			const before = await date.inputValue();
			expect(before).toMatch(/^\d\d?\/\d\d?\/\d{4}$/);
			await date.focus();
			await page.keyboard.press("Control+a");
			await page.keyboard.type("7/1/2025");
			expect(await date.inputValue()).toBe("7/1/2025");
			expect(await day.textContent()).toBe("Thứ Ba, 07/01/2025");
			await page.keyboard.press("Tab");
			expect(await date.inputValue()).toBe("07/01/2025");
			await drawn(page);
			expect(await yaml(page)).toContain("\ndate: 2025-01-07\n");

			await date.fill("1/7/24");
			expect(await day.textContent()).toContain("ngày/tháng/năm");
			await page.locator(".findings .error").first().waitFor();
			expect(await page.locator(".findings .error .fix").textContent()).toMatch(
				/ngày\/tháng\/năm/,
			);
			await date.press("Tab");
			expect(await date.inputValue()).toBe("01/7/2024");
			await page.locator(".findings .error").waitFor({ state: "detached" });

			await date.fill("31/2/2025");
			await page.locator(".findings .error").first().waitFor();
			expect(await date.inputValue()).toBe("31/2/2025");
			while (await page.locator("button.icon").first().isEnabled())
				await page.locator("button.icon").first().click();
			expect(await date.inputValue()).toBe(before);
		},
	);

	test("a date is chosen from a calendar by keys", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const date = page.locator('input[data-field="date"]');
		await date.fill("30/6/2025");
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
			"Chọn trên lịch: Ngày ra thông báo",
		);
		await page.keyboard.press("Enter");
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("Enter");
		await expect.poll(() => date.inputValue()).toBe("01/7/2025");
		expect(await date.evaluate((one) => one === document.activeElement)).toBe(
			true,
		);
		await drawn(page);
		expect(await yaml(page)).toContain("\ndate: 2025-07-01\n");
	});

	test("a field stays in sight when what was found takes its room", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const title = page.locator('textarea[data-field="title"]');
		await page.fill('[data-field="date"]', "");
		await title.fill("");
		await page.locator(".findings .error").nth(1).waitFor();
		const field = await title.boundingBox();
		const found = await page.locator(".found").boundingBox();
		if (field === null || found === null) throw new Error("not on the page");
		expect(field.y + field.height).toBeLessThanOrEqual(found.y);
	});

	test("the YAML says what its keys are for; a click on what was found leads there", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.fill('textarea[data-field="title"]', "");
		await page.locator(".findings .error button").first().click();
		const field = () =>
			page.evaluate(
				() => (document.activeElement as HTMLElement).dataset.field,
			);
		expect(await field()).toBe("title");
		await page.click("#tab-yaml");
		const line = page.locator(".cm-line", { hasText: /^title:/ });
		await line.locator("span").first().hover();
		await page.locator(".cm-say b", { hasText: "Tiêu đề" }).waitFor();
		await page.locator(".findings .error button").first().click();
		expect(
			await page.locator(".cm-activeLine", { hasText: /^title:/ }).count(),
		).toBe(1);
	});

	test("an earlier version is taken up again", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		await page.fill('textarea[data-field="title"]', "Bản trước");
		await downloadedPdf(page);
		await page.fill('textarea[data-field="title"]', "Bản sau");
		await drawn(page);
		await page.locator("header button", { hasText: "Mới" }).click();
		const version = page
			.locator(".welcome .shelf")
			.last()
			.locator("button")
			.first();
		// Known by its title, of many with the same name.
		expect(await version.textContent()).toMatch(
			/^Bản trướcvneid-dich-vu-cong, .*\d{4}/,
		);
		await version.click();
		await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
		expect(await page.inputValue('textarea[data-field="title"]')).toBe(
			"Bản trước",
		);
	});

	test("a click on the sheet leads to the field", async () => {
		const page = await open();
		await page.keyboard.press("Escape");
		const mark = page.locator('.page [data-path="body[0].step"]').first();
		const box = await mark.boundingBox();
		if (box === null) throw new Error("the step is not on the sheet");
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		expect(
			await page.evaluate(
				() => (document.activeElement as HTMLElement).dataset.field,
			),
		).toBe("body[0].step");
		expect(await page.locator(".pointer rect").count()).toBeGreaterThan(0);
	});

	test.each([
		{ width: 1366, height: 768 },
		{ width: 390, height: 844 },
	])("is accessible at $width × $height", async (viewport) => {
		const page = await open(undefined, viewport);
		const found: string[] = [...(await violations(page, "welcome"))];
		await page.keyboard.press("Escape");
		found.push(...(await violations(page, "form")));
		await page.locator(".icons summary").first().click();
		await page.locator('[data-field="body[1].answers[0].answer"]').focus();
		found.push(...(await violations(page, "tree")));
		await page.fill('[data-field="title"]', "");
		await page.locator(".findings .error").first().waitFor();
		found.push(...(await violations(page, "mistake")));
		await page.click("#tab-yaml");
		found.push(...(await violations(page, "YAML")));
		await page.click("header .menu summary");
		found.push(...(await violations(page, "menu")));
		await page.keyboard.press("Escape");
		expect(await page.locator("header .menu[open]").count()).toBe(0);
		for (const name of ["hop-thon.yaml", "thon.csv"])
			await page.setInputFiles(
				"input[type=file]",
				resolve("tests/fixtures/villages", name),
			);
		await page
			.locator(".village-bar:not([hidden])")
			.waitFor({ state: "attached" });
		if (viewport.width < 800)
			await page.locator(".sides button").last().click();
		await page.locator("#make-all").waitFor();
		await page
			.locator('.page [data-path="title"]')
			.first()
			.waitFor({ state: "visible" });
		found.push(...(await violations(page, "villages")));
		await page.locator(".village-bar .menu summary").click();
		found.push(...(await violations(page, "columns")));
		expect(found).toEqual([]);
		const wide = await page.evaluate(
			() => document.documentElement.scrollWidth - innerWidth,
		);
		expect(wide).toBeLessThanOrEqual(0);
	});

	describe("served", () => {
		let server: StudioServer;
		let notices = "";

		beforeAll(async () => {
			notices = await mkdtemp(join(tmpdir(), "bangtin-served-"));
			await writeFile(join(notices, "mot.yaml"), await readFile(FOUNDING));
			const { writeFile: write } = nodeEffects({ fonts: "", templates: "" });
			server = await startStudioServer(await readFile(PAGE, "utf8"), {
				path: notices,
				writeFile: write,
			});
		});
		afterAll(async () => {
			await server.close();
			await rm(notices, { recursive: true });
		});

		test("opens, saves and picks up changes from outside", async () => {
			const page = await open(server.url);
			await page.locator(".welcome .entry", { hasText: "mot.yaml" }).click();
			await page.locator(".welcome:not([open])").waitFor({ state: "attached" });
			await page.fill('[data-field="title"]', "Lưu vào đĩa");
			await page.locator("header button", { hasText: "Lưu" }).click();
			await page.locator(".frame[data-dirty=false]").waitFor();
			const path = join(notices, "mot.yaml");
			const saved = await readFile(path, "utf8");
			expect(saved).toContain("title: Lưu vào đĩa\n");
			await writeFile(path, saved.replace("Lưu vào đĩa", "Từ bên ngoài"));
			await page.waitForFunction(
				() =>
					document.querySelector<HTMLTextAreaElement>('[data-field="title"]')
						?.value === "Từ bên ngoài",
			);
			await page.fill('[data-field="title"]', "Của tôi");
			await writeFile(path, saved);
			await page.locator(".disk-bar:not([hidden])").waitFor();
			expect(await page.inputValue('[data-field="title"]')).toBe("Của tôi");
			expect(requests.every((url) => url.startsWith(server.url))).toBe(true);
		});

		test("can be installed, and starts with its draft when nothing serves it any more", async () => {
			const other = await startStudioServer(await readFile(PAGE, "utf8"), {
				...nodeEffects({ fonts: "", templates: "" }),
				path: notices,
			});
			const page = await open(other.url);
			const session = await context.newCDPSession(page);
			const { errors, manifest } = await session.send("Page.getAppManifest");
			expect(errors).toEqual([]);
			expect(manifest).toBeDefined();
			await page.evaluate(() => navigator.serviceWorker.ready);
			await page.keyboard.press("Escape");
			await page.fill('[data-field="title"]', "Không cần mạng");
			await drawn(page);
			await page.waitForTimeout(1500);
			await other.close();
			await page.reload();
			await drawn(page);
			expect(await page.inputValue('[data-field="title"]')).toBe(
				"Không cần mạng",
			);
			// What is said of a folder that is gone.
			complaints = complaints.filter(
				(said) => !/ERR_CONNECTION_REFUSED|Failed to fetch/.test(said),
			);
		});

		test("finds the picture that a notice names, and saves the one it is given", async () => {
			await writeFile(
				join(notices, "xa-vi-du.svg"),
				await readFile("content/xa-vi-du.svg"),
			);
			await writeFile(
				join(notices, "nuoc.yaml"),
				await readFile("content/cap-nuoc-sach.yaml"),
			);
			const page = await open(server.url);
			await page.locator(".welcome .entry", { hasText: "nuoc.yaml" }).click();
			await page
				.locator('.page [data-path="issuer.logo"]')
				.first()
				.waitFor({ state: "attached" });
			// Named by hand it is found as well.
			await writeFile(
				join(notices, "khac.svg"),
				await readFile("content/xa-vi-du.svg"),
			);
			const error = page.locator(".findings .error");
			await page.fill('textarea[data-field="issuer.logo"]', "khac.svg");
			await error.first().waitFor();
			await error.first().waitFor({ state: "detached" });
			// Another picture of the same name must not replace the one that is there.
			const other = join(folder, "xa-vi-du.svg");
			await writeFile(
				other,
				'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8H1Z" fill="#000"/></svg>',
			);
			await page.setInputFiles("input[type=file]", other);
			await page.waitForFunction(
				() =>
					document.querySelector<HTMLTextAreaElement>(
						'textarea[data-field="issuer.logo"]',
					)?.value === "xa-vi-du-2.svg",
			);
			await page.locator("header button", { hasText: "Lưu" }).click();
			await page.locator(".frame[data-dirty=false]").waitFor();
			const saved = await readFile(join(notices, "nuoc.yaml"), "utf8");
			expect(saved).toContain("logo: xa-vi-du-2.svg");
			expect(await readFile(join(notices, "xa-vi-du-2.svg"))).toEqual(
				await readFile(other),
			);
			// The folder is asked for pictures that are not there.
			complaints = complaints.filter((said) => !said.includes("404"));
		});
	});
});
