// Bundles the command line into dist/. A bundle starts several times faster than
// a tree of modules, and Node 20 cannot run TypeScript by itself.
import { build } from "esbuild";

await build({
	entryPoints: { bangtin: "src/cli/main.ts" },
	outdir: "dist",
	bundle: true,
	platform: "node",
	target: "node20",
	format: "esm",
	legalComments: "linked",
	logLevel: "warning",
	// The packages are CommonJS inside an ES module: they need a `require`.
	banner: {
		js: 'import { createRequire as bangtinRequire } from "node:module"; const require = bangtinRequire(import.meta.url);',
	},
});
