/** Starts the page. */
import "./older-browsers.ts";
import { DISPLAY } from "../fonts/face.ts";
import { studioWords } from "../messages/studio-words.ts";
import { startApp } from "./app.ts";
import { readData } from "./data.ts";
import { byId, h } from "./dom.ts";

const data = readData(byId("data").textContent ?? "");

// The page's letters are the sheet's; the display face is of another family.
for (const { weight, bytes } of data.fonts)
	if (weight !== DISPLAY)
		document.fonts.add(
			new FontFace("Be Vietnam Pro", Uint8Array.from(bytes).buffer, {
				weight: String(weight),
			}),
		);

startApp(byId("app"), data).catch((error: unknown) => {
	const reason = error instanceof Error ? error.message : String(error);
	const text = studioWords.vi.notStarted(reason);
	byId("app").replaceChildren(h("p", { role: "alert", class: "late" }, text));
});

// Only where `bangtin studio` serves it; a browser that refuses shows the page all the same.
if (location.protocol === "http:" && location.hostname === "127.0.0.1")
	navigator.serviceWorker?.register("sw.js").catch(() => {});
