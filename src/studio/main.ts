/** Starts the page. */
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
