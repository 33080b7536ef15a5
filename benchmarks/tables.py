"""Whether anything hidden can be found out in the tables of many registers, and how long it takes.

Run it with `python -m benchmarks.tables [REGISTERS]`. Registers of up to 90 cases are made up, each
the same every time; all tables of a year are made for each, and for every tenth those of the half
year and then of the year. The auditor looks at all tables of a report at once, and finds nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Iterator

from tests.registers import a_register

from lscp_docs.register.auditor import recovered_together
from lscp_docs.register.characteristics import TABLES, ReportTables, suppressed_tables
from lscp_docs.register.cross_table import PublishedTable
from lscp_docs.register.period import PeriodKind, between, period_of

YEAR = period_of(PeriodKind.FINANCIAL_YEAR, dt.date(2024, 6, 1))
HALF = between(YEAR.first, dt.date(2024, 9, 30))
LIMIT = 0.2
"""The most seconds that the tables of one report may take."""


def told(made: ReportTables) -> list[PublishedTable]:
    return [each.published for each in made.tables]


def tried(number: int) -> Iterator[tuple[ReportTables, int]]:
    """Yield the tables of each register and how many hidden cells were found out."""
    for seed in range(number):
        rows = a_register(seed, YEAR)
        made = suppressed_tables(rows, YEAR)
        yield made, len(recovered_together(told(made)))
        if seed % 10 == 0:
            half = suppressed_tables(rows, HALF)
            year = suppressed_tables(rows, YEAR, earlier=[half])
            yield year, len(recovered_together(told(year), told(half)))


def main() -> int:
    """Try every register, print what came of it, and return 1 where anything was found out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("registers", type=int, nargs="?", default=1000)
    number = parser.parse_args().registers
    started = time.perf_counter()
    withheld = reports = leaks = 0
    for made, found in tried(number):
        reports += 1
        leaks += found
        withheld += sum(bool(each.withheld_because) for each in made.tables)
    spent = (time.perf_counter() - started) / reports
    tables = reports * len(TABLES)
    print(f"{reports:,} reports of {len(TABLES)} tables: {leaks} hidden cells found out")
    print(f"withheld: {withheld} of {tables:,} tables; {spent:.3f} seconds a report")
    return int(leaks > 0 or spent > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
