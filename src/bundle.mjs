// Bundles the command line into dist/. A bundle starts several times faster than
// a tree of modules, and Node 20 cannot run TypeScript by itself.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { studioPage } from "./studio/bundle-page.mjs";

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

const { metafile } = await build({
	entryPoints: {
		bangtin: "src/cli/main.ts",
		"merge-worker": "src/cli/merge-worker.ts",
		library: "src/library.ts",
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
	metafile: true,
	legalComments: "linked",
	logLevel: "warning",
	// The packages are CommonJS inside an ES module: they need a `require`.
	banner: {
		js: 'import { createRequire as bangtinRequire } from "node:module"; const require = bangtinRequire(import.meta.url);',
	},
});

// The studio is one file, with all it needs inside.
const studio = await studioPage([pdfkitAlone]);
await writeFile("dist/studio.html", studio.html);

/** The folder of each package that a bundle has something of. */
const packagesIn = (inputs) => [
	...new Set(
		Object.keys(inputs).flatMap(
			(file) =>
				/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
		),
	),
];

// Their licences ask that their words go wherever the code goes.
const notices = await Promise.all(
	packagesIn({ ...metafile.inputs, ...studio.inputs })
		.toSorted()
		.map(async (folder) => {
			const names = await readdir(folder);
			const terms = names.find((name) => /^licen[cs]e/i.test(name));
			const { name, version, license } = JSON.parse(
				await readFile(`${folder}/package.json`, "utf8"),
			);
			const words = terms
				? await readFile(`${folder}/${terms}`, "utf8")
				: `${license}\n`;
			return `${name} ${version}\n\n${words.trim()}\n`;
		}),
);
await writeFile(
	"dist/THIRD-PARTY.txt",
	`Parts of these packages are in the files beside this one.\n\n${notices.join(`\n${"-".repeat(72)}\n\n`)}`,
);
