// Bundles src/ into dist/: explorer.js and explorer.css, which the Python package puts into each page, and query.js and
// query.css, which the service sends with its query page. The licences of what is bundled stand as one line each at the
// head of a script, and whole in licences.txt.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = { outdir: "dist", bundle: true, minify: true, charset: "utf8", logLevel: "warning" };
const texts = new Map();
for (const [name, folder] of [["explorer", "src"], ["query", "src/query"]]) {
  const { metafile } = await build({
    ...common,
    entryPoints: { [name]: `${folder}/main.ts` },
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    define: { global: "globalThis" },
    metafile: true,
  });
  await build({ ...common, entryPoints: { [name]: `${folder}/style.css` }, loader: { ".svg": "dataurl" } });
  const lines = bundled(metafile).map(notice).map(({ line }) => ` * ${line}`);
  const script = readFileSync(`dist/${name}.js`, "utf8");
  writeFileSync(`dist/${name}.js`, `/*! With:\n${lines.join("\n")}\n */\n${script}`);
}
writeFileSync("dist/licences.txt", [...texts.values()].join(`\n${"-".repeat(72)}\n\n`));

/** The packages that a script holds: some were bundled into others before, so those that these need are named too. */
function bundled(metafile) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    Object.keys(read(name).dependencies ?? {}).forEach(add);
  };
  for (const path of Object.keys(metafile.inputs)) {
    const name = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
    if (name) add(name);
  }
  return [...found].sort();
}

function read(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
}

function notice(name) {
  const { version, license } = read(name);
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`node_modules/${name}/${file}`, "utf8").trim() : license;
  const owner = text.match(/^.*copyright .*$/im)?.[0].trim().replace(/[<>*]/g, "") ?? "";
  texts.set(name, `${name} ${version}\n\n${text}\n`);
  return { line: `${name} ${version}, ${license}. ${owner}` };
}
