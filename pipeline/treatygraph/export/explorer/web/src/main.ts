/** Starts the page: the bar, the view that the address names, and what clicks and keys do. */
import type { CorpusData, ReportData } from "./data";
import { readData } from "./data";
import { startCorpus } from "./corpus";
import { startReport } from "./report";

const data = readData<ReportData | CorpusData>();
if (data.kind === "report") startReport(data);
else startCorpus(data);

// On paper nothing can be opened: the words of all laws and tables of a card are printed.
addEventListener("beforeprint", () => {
  for (const law of document.querySelectorAll<HTMLDetailsElement>("#side details:is(.law, .as-table)")) {
    law.open = true;
    law.dispatchEvent(new Event("toggle"));
  }
});
