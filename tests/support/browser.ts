/** The machine's Chromium, for tests of pages. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** null where there is none: then these tests cannot run. */
export const CHROMIUM: string | null =
	PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

export const launch = (executablePath: string): Promise<Browser> =>
	chromium.launch({
		executablePath,
		// Root, as which machines of tests often run, has no sandbox.
		args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
	});
