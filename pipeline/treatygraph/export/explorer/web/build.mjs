// Bundles src/ into dist/explorer.js and dist/explorer.css, which the Python package puts into each page, and
// collects the licences of what is bundled: one line each at the head of the script, whole in dist/licences.txt.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = { outdir: "dist", bundle: true, minify: true, charset: "utf8", logLevel: "warning" };
const { metafile } = await build({
  ...common,
  entryPoints: { explorer: "src/main.ts" },
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  metafile: true,
});
await build({ ...common, entryPoints: { explorer: "src/style.css" } });

const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []));
const notices = [...packages].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : license;
  const owner = text.match(/^.*copyright .*$/im)?.[0].trim().replace(/[<>*]/g, "") ?? "";
  return { line: `${name} ${version}, ${license}. ${owner}`, text: `${name} ${version}\n\n${text}\n` };
});
const script = readFileSync("dist/explorer.js", "utf8");
writeFileSync("dist/explorer.js", `/*! With:\n${notices.map(({ line }) => ` * ${line}`).join("\n")}\n */\n${script}`);
writeFileSync("dist/licences.txt", notices.map(({ text }) => text).join(`\n${"-".repeat(72)}\n\n`));
