// Reads JSON-LD on standard input with jsonld.js and writes its canonical N-Quads.
import jsonld from "jsonld";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const documentLoader = (url) => {
  throw new Error(`nothing is fetched: ${url}`);
};
if (process.argv[2] === "frame") {
  const frame = { "@context": document["@context"], type: "Citation", "@embed": "@always" };
  const framed = await jsonld.frame(document, frame, { documentLoader });
  process.stdout.write(JSON.stringify(framed));
} else {
  process.stdout.write(await jsonld.canonize(document, { format: "application/n-quads", documentLoader, maxWorkFactor: Infinity }));
}
