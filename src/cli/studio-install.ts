/**
 * What lets a browser install the served page. The address has a token and a port
 * of this run: installed, the page starts from the browser's own store when they
 * are gone, and is then as it is from a file, without the folder.
 */
import { createHash } from "node:crypto";

const ICON = /<link rel="icon" href="(?<icon>data:image\/svg\+xml[^"]*)">/u;

/** The page with the right to be installed, which it has not from a file. */
export const installable = (page: string): string =>
	page
		.replace("worker-src blob:", "worker-src blob: 'self'; manifest-src 'self'")
		.replace(
			"</title>",
			'</title>\n<link rel="manifest" href="app.webmanifest">',
		);

export function manifestOf(page: string): string {
	const icon = ICON.exec(page)?.groups?.icon;
	return JSON.stringify({
		name: "bảng tin",
		lang: "vi",
		id: "./",
		start_url: "./",
		scope: "./",
		display: "standalone",
		background_color: "#ffffff",
		theme_color: "#c8102e",
		icons:
			icon === undefined
				? []
				: [{ src: icon, sizes: "any", type: "image/svg+xml" }],
	});
}

/** Keeps the page alone: notices and pictures are asked of the folder each time. */
export function serviceWorkerOf(page: string): string {
	const name = createHash("sha256").update(page).digest("base64url");
	return `const NAME = ${JSON.stringify(`bangtin-${name.slice(0, 24)}`)};
addEventListener("install", (event) => event.waitUntil(
	caches.open(NAME).then((kept) => kept.add("./")).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(
	caches.keys().then((names) => Promise.all(
		names.filter((name) => name !== NAME).map((name) => caches.delete(name))))));
const kept = () => caches.match("./", { ignoreSearch: true });
addEventListener("fetch", (event) => {
	if (event.request.mode !== "navigate") return;
	event.respondWith(fetch(event.request).then(
		async (there) => there.ok ? there : (await kept()) ?? there,
		async () => (await kept()) ?? Response.error()));
});
`;
}
