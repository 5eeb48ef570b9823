"""How fast 40 questions find their answer in a folder of reports: in the offline page, and in the service.

    python benchmarks/search.py OUTPUT

The questions are made from the paragraphs of the folder, so that the answers are known: fifteen phrases of five words,
ten words, five words that are misspelt, five paragraphs and five articles of one report. In the page (Chromium) the
time is from the keystroke to the first result that stands in it, once its index is there, and once with none yet; in
the service it is that of a whole request. Of each question the best time of five rounds is told, since other work on
the machine only adds to it. A page that was opened takes in the texts by itself; how long that takes, and
how long the page takes to open, is told too.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None)
PATIENCE = 60  # seconds
ROUNDS = 5
WORDS = (
    "guardianship", "habeas corpus", "sign language interpreter", "sterilization", "braille", "juvenile detention",
    "accessible transport", "legal capacity guardian", "torture", "ombudsman",
)  # fmt: skip
MISSPELT = ("gardianship", "sterilisaton", "accesibility", "interpeter", "detenton")

# From the keystroke until a result stands in the page, in ms; none where it says that there is none.
ASK = """async (query) => {
  const input = document.getElementById("search"), side = document.getElementById("side");
  const title = query.includes('"') ? query : `“${query}”`;
  const shown = () => {
    const card = side.querySelector(".card.search");
    if (card?.querySelector("h2")?.textContent !== title) return null;
    if (card.querySelector(".block li")) return "found";
    return /^Nothing found/.test(card.querySelector("[role=status]").textContent) ? "none" : null;
  };
  const waited = new Promise((tell) => {
    const observer = new MutationObserver(() => {
      if (!shown()) return;
      observer.disconnect();
      tell(performance.now());
    });
    observer.observe(side, { childList: true, subtree: true, characterData: true });
  });
  input.focus();
  input.value = query;
  const begun = performance.now();
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const time = (await waited) - begun;
  return [time, [...side.querySelectorAll(".card.search .block li")].map((item) => item.textContent)];
}"""


@dataclass(frozen=True)
class Question:
    """What is typed, and the places where the answer stands: symbols and paragraphs. None: any answer will do."""

    text: str
    places: frozenset[tuple[str, str]]


def questions_of(output: Path) -> list[Question]:
    """Forty questions about the reports in a folder, always the same."""
    chance = random.Random(17)
    rows = [json.loads(line) for path in sorted(output.glob("*/paragraphs.jsonl")) for line in path.open("rb")]
    plain = [" ".join(re.findall(r"[^\W_]+", row["text"].lower())) for row in rows]

    def places(wanted: Sequence[str]) -> frozenset[tuple[str, str]]:
        found = (all(re.search(rf"\b{word}\b", text) for word in wanted) for text in plain)
        return frozenset((row["doc"], row["id"]) for row, is_it in zip(rows, found, strict=True) if is_it)

    phrases: list[Question] = []
    while len(phrases) < 15:
        words = chance.choice(plain).split()
        if len(words) < 12:
            continue
        at = chance.randrange(len(words) - 5)
        phrase = " ".join(words[at : at + 5])
        if re.fullmatch(r"[a-z ]+", phrase):
            phrases.append(Question(f'"{phrase}"', places([phrase])))
    numbered = chance.sample([row for row in rows if row["id"].isdigit()], 5)
    headed = chance.sample([row for row in rows if row["convention_articles"]], 5)
    return [
        *phrases,
        *(Question(words, places(words.split())) for words in WORDS),
        *(Question(word, frozenset()) for word in MISSPELT),
        *(Question(f"para {row['id']} report:{row['doc']}", frozenset([(row["doc"], row["id"])])) for row in numbered),
        *(
            Question(f"art {row['convention_articles'][0]} report:{row['doc']}", frozenset([(row["doc"], row["id"])]))
            for row in headed
        ),
    ]


def ask_page(page: Page, question: Question) -> tuple[float, bool]:
    """Milliseconds until the first result, and whether one of the places is among those that are shown first."""
    took, items = page.evaluate(ASK, question.text)
    told = [re.sub(r"\s+", " ", item) for item in items]
    at = [(symbol, f"Para. {unit}" if ":" not in unit else unit.partition(":")[2]) for symbol, unit in question.places]
    right = any(symbol in item and words in item for item in told for symbol, words in at) if at else bool(told)
    return took, right


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """The page, and the seconds until it could be used."""
    page = browser.new_context(offline=True).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#side .content > *", state="attached")
    return page, time.perf_counter() - begun


def measure_page(output: Path, questions: Sequence[Question]) -> Iterator[str]:
    """Lines about the page over all reports."""
    file = output / "index.html"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        first = []
        for _ in range(3):
            page, opening = opened(browser, file.as_uri())
            first.append((opening, ask_page(page, questions[15])[0] / 1000))
            page.context.close()
        page, _ = opened(browser, file.as_uri())
        begun = time.perf_counter()
        while page.evaluate("document.body.dataset.texts") not in ("whole", None):
            page.wait_for_timeout(20)
        taking_in = time.perf_counter() - begun
        metrics = page.context.new_cdp_session(page)
        metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
        begun = busy(metrics)
        rounds = [[ask_page(page, question) for question in questions] for _ in range(ROUNDS)]
        processor = (busy(metrics) - begun) / (len(questions) * ROUNDS)
        browser.close()
    yield f"page of {file.stat().st_size / 1e6:.1f} MB: opened in {min(o for o, _ in first):.2f} s"
    yield f"  a search at once, before the index is there: {min(f for _, f in first):.2f} s (three runs, the best)"
    yield f"  the texts are taken in by themselves {taking_in:.2f} s later"
    yield f"  {told(rounds)}"
    yield f"  processor time of the page: {processor * 1000:.0f} ms a search (mean), with drawing it"


def busy(session: CDPSession) -> float:
    """The seconds of processor time that the page's thread has taken in tasks."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def measure_service(output: Path, questions: Sequence[Question]) -> Iterator[str]:
    """Lines about the service, as its user runs it."""
    command = [sys.executable, "-c", "from treatygraph.cli import main; main()"]
    process = subprocess.Popen([*command, "serve", str(output), "--port", "0"], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = next(line.rsplit(" ", 1)[1].strip() for line in process.stderr if " at http" in line)
    try:
        first, _ = ask_service(address, questions[15])
        rounds = [[ask_service(address, question) for question in questions] for _ in range(ROUNDS)]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    yield f"service: the first search of all {first / 1000:.2f} s"
    yield f"  {told(rounds)}"


def ask_service(address: str, question: Question) -> tuple[float, bool]:
    """Milliseconds of the request, and whether one of the places is among the first that are answered."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    begun = time.perf_counter()
    connection.request("GET", "/search?" + urlencode({"q": question.text}), headers={"Accept": "application/json"})
    body = connection.getresponse().read()
    took = (time.perf_counter() - begun) * 1000
    connection.close()
    answer: dict[str, Any] = json.loads(body)
    found = {(hit["document"], hit["paragraph"]) for hit in answer["hits"]}
    return took, bool(found & question.places if question.places else found)


def told(rounds: Sequence[Sequence[tuple[float, bool]]]) -> str:
    """One line: how many were answered in all rounds; median, 95 % and most of the best times of the questions."""
    asked = list(zip(*rounds, strict=True))
    times = sorted(min(took for took, _ in answers) for answers in asked)
    right = sum(all(is_right for _, is_right in answers) for answers in asked)
    p95 = statistics.quantiles(times, n=20)[-1]
    return (
        f"{right} of {len(asked)} answered; first result after {statistics.median(times):.0f} ms (median), "
        f"{p95:.0f} ms (95 %), {times[-1]:.0f} ms (most)"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="a folder of several reports, as a build writes it")
    output = parser.parse_args().output
    questions = questions_of(output)
    print(f"{len(list(output.glob('*/paragraphs.jsonl')))} reports, {len(questions)} questions")
    for line in (*measure_page(output, questions), *measure_service(output, questions)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
