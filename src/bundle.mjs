// Bundles the command line into dist/. A bundle starts several times faster than
// a tree of modules, and Node 20 cannot run TypeScript by itself.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

// Pieces are named after their contents; those of the last bundle must not stay.
await rm("dist", { recursive: true, force: true });

await build({
	entryPoints: { bangtin: "src/cli/main.ts" },
	outdir: "dist",
	bundle: true,
	platform: "node",
	target: "node20",
	format: "esm",
	// What is imported on demand becomes a file of its own: `--help` stays quick.
	splitting: true,
	legalComments: "linked",
	logLevel: "warning",
	// The packages are CommonJS inside an ES module: they need a `require`.
	banner: {
		js: 'import { createRequire as bangtinRequire } from "node:module"; const require = bangtinRequire(import.meta.url);',
	},
});
