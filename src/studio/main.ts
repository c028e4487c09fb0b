/** Starts the page. */
import "./older-browsers.ts";
import { startApp } from "./app.ts";
import { readData } from "./data.ts";
import { byId } from "./dom.ts";

const data = readData(byId("data").textContent ?? "");

// The page's letters are the sheet's.
for (const { weight, bytes } of data.fonts)
	document.fonts.add(
		new FontFace("Be Vietnam Pro", Uint8Array.from(bytes).buffer, {
			weight: String(weight),
		}),
	);

void startApp(byId("app"), data);

// Only where `bangtin studio` serves it; a browser that refuses shows the page all the same.
if (location.protocol === "http:" && location.hostname === "127.0.0.1")
	navigator.serviceWorker?.register("sw.js").catch(() => {});
