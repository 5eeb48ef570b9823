// Bundles src/ into dist/explorer.js and dist/explorer.css, which the Python package puts into each page.
import { build } from "esbuild";

await build({
  entryPoints: { explorer: "src/main.ts" },
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
});
await build({
  entryPoints: { explorer: "src/style.css" },
  outdir: "dist",
  bundle: true,
  minify: true,
  charset: "utf8",
  logLevel: "warning",
});
