// Bundles the command line into dist/. A bundle starts several times faster than
// a tree of modules, and Node 20 cannot run TypeScript by itself.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

// PDFKit asks for readers of fonts and pictures, line breaking and ciphers. We call
// none of them, and they take longer to load than all the rest: they are left out.
const UNUSED = /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/;
const pdfkitAlone = {
	name: "pdfkit-alone",
	setup(bundler) {
		bundler.onResolve({ filter: UNUSED }, ({ path, importer }) =>
			/node_modules[\\/]pdfkit[\\/]/.test(importer)
				? { path, namespace: "unused" }
				: undefined,
		);
		bundler.onLoad({ filter: /./, namespace: "unused" }, () => ({
			contents: "module.exports = {};",
		}));
	},
};

// Pieces are named after their contents; those of the last bundle must not stay.
await rm("dist", { recursive: true, force: true });

await build({
	entryPoints: {
		bangtin: "src/cli/main.ts",
		"merge-worker": "src/cli/merge-worker.ts",
	},
	outdir: "dist",
	bundle: true,
	platform: "node",
	target: "node20",
	alias: { pdfkit: "./node_modules/pdfkit/js/pdfkit.browser.mjs" },
	format: "esm",
	// What is imported on demand becomes a file of its own: `--help` stays quick.
	splitting: true,
	plugins: [pdfkitAlone],
	legalComments: "linked",
	logLevel: "warning",
	// The packages are CommonJS inside an ES module: they need a `require`.
	banner: {
		js: 'import { createRequire as bangtinRequire } from "node:module"; const require = bangtinRequire(import.meta.url);',
	},
});
