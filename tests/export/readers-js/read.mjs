// Reads a network from standard input with graphology or Cytoscape.js and writes what it holds as plain JSON:
// {"nodes": {id: attributes}, "edges": {id: {"source", "target", ...attributes}}}.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const text = readFileSync(0, "utf8");

function fromGraphology(graph) {
  const { nodes, edges } = graph.export();
  return {
    nodes: Object.fromEntries(nodes.map(({ key, attributes }) => [key, attributes])),
    edges: Object.fromEntries(
      edges.map(({ key, source, target, attributes }) => [key, { source, target, ...attributes }]),
    ),
  };
}

function fromCytoscape(document) {
  const graph = cytoscape({ ...document, headless: true });
  const byId = (items) => Object.fromEntries(items.map((item) => [item.id(), item.data()]));
  return { nodes: byId(graph.nodes()), edges: byId(graph.edges()) };
}

const readers = {
  gexf: () => fromGraphology(gexf.parse(MultiDirectedGraph, text)),
  graphml: () => fromGraphology(graphml.parse(MultiDirectedGraph, text)),
  cyjs: () => fromCytoscape(JSON.parse(text)),
};
process.stdout.write(JSON.stringify(readers[process.argv[2]]()));
