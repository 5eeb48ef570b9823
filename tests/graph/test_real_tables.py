"""Ten tables of real reports, read off the printed page by eye: each figure in the graph is the printed one.

The reports stand in `../shared/reports`; without them these tests are skipped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store

from treatygraph.graph import triples
from treatygraph.reading import read
from treatygraph.report import Annotated

SHARED = Path(__file__).parents[3] / "shared" / "reports"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/reports, which is not there")

# Report, page; then the table as printed. What is no whole number ("-", "…", a percentage) gives no figure.
TABLES = {
    ("CRPD-C-BFA-1", 15): """
        Type of disaster | 2015 | 2016 | 2017
        Flooding         |   21 |  267 |  137
        Fire             |    2 |    0 |   22
        Strong winds     |   11 |   39 |   98
        Conflict         |    0 |    2 |   15
        Total            |   34 |  308 |  272""",
    ("CRPD-C-DOM-2-3", 7): """
        Year | Number of institutions | Workshops | Participants
        2021 |                     44 |        87 |        2 475
        2022 |                    172 |       172 |        5 392
        2023 |                     53 |       135 |        5 211""",
    ("CRPD-C-HND-1", 38): """
        Type of school             |   2009 |   2010 |   2011
        Community Preschool Centre |    645 |    690 |    435
        Kindergarten               |  2 338 |  2 954 |  2 640
        Primary school             | 49 324 | 52 173 | 47 596
        Total                      | 52 307 | 55 817 | 50 671""",
    ("CRPD-C-MDV-1", 14): """
        Assistive Device         | 2013 | 2014 | 2015 | 2016 | 2017
        Wheel Chair (Normal)     |   98 |  105 |  116 |  197 |  101
        Special Seating          |    1 |    0 |    0 |   31 |    8
        Hearing Aid              |   47 |   51 |   82 |  157 |  131
        Crutches                 |    0 |    0 |    4 |    2 |    2
        Walkers                  |    - |    - |    - |   31 |   35
        Air Mattress             |    - |    - |    - |   21 |   18
        Psychological Assessment |    - |    - |    - |   11 |   11
        BiPAP                    |    - |    - |    - |   33 |   54
        CPAP                     |    - |    - |    - |   21 |   21
        VAP                      |    - |    - |    - |   23 |   20
        Oxygen Concentrator      |    - |    - |    - |  130 |  162
        Others                   |   40 |   41 |   90 |    - |    -
        Total                    |  186 |  197 |  292 |  657 |  563""",
    ("CRPD-C-MDV-1", 24): """
        Year |  Male | Female
        2017 | 3 978 |  2 946
        2016 | 3 740 |  2 822
        2015 | 3 530 |  2 646
        2014 | 3 236 |  2 366
        2013 | 2 698 |  2 178
        2012 | 2 505 |  1 902""",
    ("CRPD-C-TCD-1", 22): """
        Type of device     | 2018 | 2019 | 2020 | 2021
        Canes and crutches |  363 |  364 |  220 |  397
        Tricycles          |    0 |    0 |   55 |    0
        Orthoses           |  164 |  175 |  111 |  162
        Prostheses         |  192 |  218 |  120 |  194""",
    ("CRPD-C-TCD-1", 23): """
        Patients               |  2018 |  2019 |  2020
        Men aged 18 or over    |   468 |   482 |   383
        Women aged 18 or over  |   392 |   396 |   286
        Boys aged 17 or under  |   435 |   458 |   364
        Girls aged 17 or under |   376 |   364 |   331
        Total                  | 1 671 | 1 700 | 1 364""",
    ("CRPD-C-MOZ-1", 13): """
        Types of Mobility Devices |  2013 |  2014 |  2015 |  2016 |  2017
        Prostheses                |   665 |   772 |   709 |   510 |   510
        Orthoses                  | 1 101 | 1 118 | 1 224 | 1 401 | 1 041
        Orthopedic Boots          |   763 | 1 015 | 1 061 |   820 |   562
        Walking Aids              | 2 181 | 2 302 | 2 512 | 2 242 | 1 014
        Wheelchairs               |   548 |   518 |   519 |    64 |   112
        Tricycles                 |   281 |       |   343 |   218 |   170
        Others                    |   456 |   297 |   234 |   194 |   149
        Total                     | 5 995 | 6 022 | 6 602 | 5 449 | 3 558""",
    ("CRPD-C-VEN-1", 26): """
        Year | Companies registered with the National Council for Persons with Disabilities \
| Persons placed in employment
        2007 |   150 |    160
        2008 |     - |  2 263
        2009 |   776 |  1 928
        2010 |   293 |  4 598
        2011 | 1 578 |  2 558
        2012 | 1 668 |  6 347
        2013 |     … |      …
        2014 | 3 661 | 10 063
        2015 | 1 597 |  9 376""",
    # Under each year stand a number and its percentage; the next table goes on over the page.
    ("CRPD-C-CHL-2-4", 33): """
        Preferential selection                                |  2018 |   2019 |   2020 |   2021
        Total recruitment processes                           | 7 942 | 10 547 | 10 336 | 16 834
        Persons with disabilities in final round              |    78 |    326 |    218 |    212
        Persons with disabilities selected                    |    47 |    105 |     46 |     76
        Public institutions                                   |   605 |    609 |    612 |    617
        Institutions applying preferential selection          |    19 |     40 |     27 |     48
        Institutions without any finalists with disabilities  |   337 |    331 |    247 |    326
        Total number of institutions                          |   605 |    609 |    612 |    617
        Compliant institutions subject to the quota           |    70 |     80 |     93 |    132
        Compliant institutions exempt from the quota          |    30 |     21 |     17 |     34
        Non-compliant institutions exempt from the quota      |    57 |     53 |     49 |     71""",
}  # fmt: skip

# Where a table has women and men, the sex is no part of the category.
BY_SEX = {
    "Male": "female and male, male",
    "Female": "female and male, female",
    "Men aged 18 or over": "women and men aged 18 or over, male",
    "Women aged 18 or over": "women and men aged 18 or over, female",
    "Boys aged 17 or under": "girls and boys aged 17 or under, male",
    "Girls aged 17 or under": "girls and boys aged 17 or under, female",
}

QUERY = """
PREFIX tg: <https://w3id.org/treatygraph/ont#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?category ?year ?count WHERE {
  ?figure a qb:Observation ; tg:refCategory ?words ; tg:year ?year ; tg:count ?count ; tg:page %d ;
    tg:refState ?state ; qb:dataSet ?set .
  ?set a qb:DataSet .
  OPTIONAL { ?figure tg:refSex/skos:notation ?sex }
  BIND(IF(BOUND(?sex), CONCAT(STR(?words), ", ", ?sex), STR(?words)) AS ?category)
}"""

Figures = set[tuple[str, int, int]]


@cache
def graph_of(name: str) -> Store:
    store = Store()
    for triple in triples(Annotated(read(SHARED / f"{name}.pdf"))):
        store.add(Quad(triple.subject, triple.predicate, triple.object))
    return store


def printed(table: str) -> Figures:
    """The figures of a table with the years across or down."""
    head, *rows = ([cell.strip() for cell in row.split("|")] for row in table.strip().splitlines())
    found = set()
    for row in rows:
        for over, cell in zip(head[1:], row[1:], strict=True):
            number = cell.replace(" ", "")
            name, year = (over, row[0]) if head[0] == "Year" else (row[0], over)
            if number.isdigit():
                found.add((BY_SEX.get(name, name), int(year), int(number)))
    return found


@needs_shared
@pytest.mark.parametrize(("place", "table"), TABLES.items(), ids=[f"{name} p{page}" for name, page in TABLES])
def test_every_printed_figure_is_in_the_graph_and_no_other(place: tuple[str, int], table: str) -> None:
    name, page = place
    solutions = graph_of(name).query(QUERY % page)
    found = {(row["category"].value, int(row["year"].value), int(row["count"].value)) for row in solutions}  # type: ignore[union-attr]
    assert found == printed(table)
