// Makes the studio's page: one HTML file that needs nothing else.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";
import { zlibSync } from "fflate";
import { parse } from "yaml";

const SRC = new URL("../", import.meta.url);
const ROOT = new URL("../../", import.meta.url);
const PAGE_CSP = [
	"default-src 'none'",
	"script-src 'nonce-NONCE'",
	"style-src 'nonce-NONCE'",
	"img-src data: blob:",
	"worker-src blob:",
	"connect-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
].join("; ");

/** The icon is the red flag of the sheets, with lines of text. */
const ICON =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23c8102e'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

const html = ({ css, data, script, nonce }) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_CSP.replaceAll("NONCE", nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>bảng tin</title>
<link rel="icon" href="${ICON}">
<style nonce="${nonce}">${css}</style>
</head>
<body>
<div id="app"><p class="late">Đang mở… Nếu trang không hiện ra, trình duyệt này đã cũ: hãy mở tệp này bằng Chrome, Edge hay Firefox bản mới.</p></div>
<noscript>Trang này cần JavaScript.</noscript>
<script type="application/json" id="data">${data}</script>
<script type="text/plain" id="script">${script}</script>
<script type="module" nonce="${nonce}">${UNPACK}</script>
</body>
</html>
`;

/** The page's script is a third of itself until it is needed. It runs under this script's nonce. */
const UNPACK = `
const packed = document.getElementById("script");
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
packed.remove();
const script = document.createElement("script");
script.type = "module";
script.nonce = document.querySelector("style").nonce;
script.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
document.head.append(script);
`;

const packed = (bytes) =>
	Buffer.from(zlibSync(bytes, { level: 9 })).toString("base64");

/** @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
	const { outputFiles, metafile } = await build({
		bundle: true,
		write: false,
		metafile: true,
		platform: "browser",
		target: ["chrome109", "firefox115", "safari16"],
		minify: true,
		legalComments: "none",
		logLevel: "warning",
		...options,
	});
	return { text: outputFiles[0].text, inputs: metafile.inputs };
}

/** The value of an expression over modules of src/, which Node cannot run itself. */
async function evaluate(imports, expression) {
	const { text } = await bundle({
		stdin: {
			contents: `${imports}\nexport default ${expression};`,
			resolveDir: SRC.pathname,
			loader: "ts",
		},
		format: "esm",
		platform: "node",
		target: "node20",
	});
	const address = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
	return (await import(address)).default;
}

async function template(file) {
	const source = await readFile(file, "utf8");
	const name = decodeURIComponent(file.pathname.split("/").at(-1)).replace(
		/\.ya?ml$/u,
		"",
	);
	const { title } = parse(source);
	const [, about = ""] = /^# Mẫu: *(.+)$/mu.exec(source) ?? [];
	return { name, title: title?.long ?? title ?? name, about, source };
}

async function templates() {
	const folder = new URL("content/templates/", ROOT);
	const names = await readdir(folder).catch(() => []);
	return Promise.all(
		names
			.filter((name) => /\.ya?ml$/u.test(name))
			.sort()
			.map((name) => template(new URL(name, folder))),
	);
}

/** The page's HTML, and the files it is made of; `plugins` are those of the command line's bundle. */
export async function studioPage(plugins = []) {
	const entry = (name) => new URL(`studio/${name}.ts`, SRC).pathname;
	const browserPdfkit = {
		pdfkit: new URL("node_modules/pdfkit/js/pdfkit.browser.mjs", ROOT).pathname,
	};
	const [script, worker, css, { schema, family, files }] = await Promise.all([
		bundle({ entryPoints: [entry("main")], format: "esm" }),
		bundle({
			entryPoints: [entry("worker")],
			format: "iife",
			plugins,
			alias: browserPdfkit,
			// Of import.meta only the address of a colour profile we do not use.
			define: { "import.meta.url": '"https://example.invalid/"' },
		}),
		readFile(new URL("studio/page.css", SRC), "utf8"),
		evaluate(
			'import { noticeJsonSchema } from "./content/schema.ts"; import { BUNDLED_FILES, DEFAULT_FAMILY, DISPLAY_FILE } from "./fonts/table.ts";',
			"{ schema: noticeJsonSchema(), family: DEFAULT_FAMILY, files: [...BUNDLED_FILES, DISPLAY_FILE] }",
		),
	]);
	const fonts = await Promise.all(
		files.map(async ({ weight, name }) => ({
			weight,
			bytes: packed(await readFile(new URL(`fonts/${name}`, ROOT))),
		})),
	);
	const data = {
		worker: packed(Buffer.from(worker.text)),
		family,
		fonts,
		schema,
		example: await template(new URL("content/vneid-dich-vu-cong.yaml", ROOT)),
		templates: await templates(),
	};
	const parts = {
		css,
		// It may not end its element.
		data: JSON.stringify(data).replaceAll("<", "\\u003c"),
		script: packed(Buffer.from(script.text)),
	};
	const hash = createHash("sha256").update(JSON.stringify(parts));
	const nonce = hash.digest("base64url").slice(0, 24);
	const inputs = { ...script.inputs, ...worker.inputs };
	return { html: html({ ...parts, nonce }), inputs };
}
