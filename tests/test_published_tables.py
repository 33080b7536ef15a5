"""Tables of children in a public report: told when asked for, and never against earlier ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.registers import a_register
from tests.reported import HARROWMERE, TODAY, YEAR

from lscp_docs.casefile.published_tables import published_tables, recorded
from lscp_docs.catalogue import report
from lscp_docs.errors import MissingFactsError, OutputError
from lscp_docs.paper import Format, Standing
from lscp_docs.register.characteristics import OVERLAPS, TABLES, suppressed_tables
from lscp_docs.register.period import Period, PeriodKind, period_of
from lscp_docs.register.published_before import PublishedTables, held_against
from lscp_docs.register.suppression import THRESHOLD
from lscp_docs.report import ProducedReport, ReportRequest, produce_report

KEY = "annual-reviews-page"
FILE = Path("reports/2025-04-01_2026-03-31") / KEY / "report.toml"
CALENDAR = period_of(PeriodKind.CALENDAR_YEAR, YEAR.first)
QUARTER = period_of(PeriodKind.QUARTER, YEAR.first)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HARROWMERE, tmp_path / "home", ignore=shutil.ignore_patterns("answers"))
    ask_for_tables(tmp_path / "home" / FILE)
    return tmp_path / "home"


def ask_for_tables(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("dated", "tells_children = true\ndated", 1))


def made(home: Path, standing: Standing = Standing.FINAL) -> ProducedReport:
    request = ReportRequest(
        period=YEAR,
        today=TODAY,
        to=home / "output" / "reports",
        standing=standing,
        format=Format.WORD,
    )
    return produce_report(home, report(KEY), request)


def record_of(produced: ProducedReport) -> Path:
    file = produced.files[0]
    return file.parent / "restricted" / f"{file.stem}.json"


def before(period: Period, seed: int = 1) -> PublishedTables:
    tables = suppressed_tables(a_register(seed, YEAR), period)
    return PublishedTables(period=period, tables=tuple(each.published for each in tables.tables))


def test_the_record_of_a_page_tells_what_its_readers_see_and_no_more(home: Path) -> None:
    told = json.loads(record_of(made(home)).read_text("utf-8"))["tables"]
    assert [each["key"] for each in told] == [kind.key for kind in TABLES]
    cells = [cell for each in told for cell in each["told"]]
    assert any(value is None for _, _, value in cells)
    small = {row for row, _, value in cells if value is not None and 0 < value < THRESHOLD}
    assert small == {"Total"}, "small numbers are told as headline totals alone"


def test_what_was_recorded_is_read_again(home: Path) -> None:
    made(home)
    (found,) = published_tables(home / "output")
    assert found.period.first == YEAR.first
    assert found.tables is not None
    assert all(table.told for table in found.tables)


def test_the_same_tables_may_be_published_again(home: Path) -> None:
    first, second = made(home), made(home)
    one, two = (json.loads(record_of(each).read_text("utf-8")) for each in (first, second))
    assert one["tables"] == two["tables"]
    assert all(each["told"] for each in two["tables"])


def test_a_draft_publishes_nothing(home: Path) -> None:
    made(home, Standing.DRAFT)
    assert published_tables(home / "output") == ()


def test_a_record_that_cannot_be_read_stops_new_tables(home: Path) -> None:
    record = record_of(made(home))
    record.write_text(record.read_text("utf-8").replace('"period": [', '"period": [1, '), "utf-8")
    with pytest.raises(OutputError, match="cannot be read"):
        made(home)


def test_tables_of_a_period_that_overlaps_otherwise_are_withheld() -> None:
    now = suppressed_tables(a_register(1, YEAR), YEAR)
    assert now.is_told
    held = held_against(now, [before(CALENDAR)])
    assert not held.is_told
    assert {each.withheld_because for each in held.tables} == {OVERLAPS}
    assert all(not each.published.told for each in held.tables)


def test_tables_that_another_version_published_are_withheld() -> None:
    now = suppressed_tables(a_register(1, YEAR), YEAR)
    assert not held_against(now, [PublishedTables(period=YEAR, tables=None)]).is_told


def test_tables_of_a_period_without_a_common_day_change_nothing() -> None:
    now = suppressed_tables(a_register(1, YEAR), YEAR)
    assert held_against(now, [before(YEAR.previous())]) == now


def test_a_quarter_and_the_year_that_begins_with_it_give_no_small_count_away() -> None:
    """Without the joint look, the year less the quarter tells what came in the other three."""
    from lscp_docs.register.auditor import recovered_together

    tried = withheld = 0
    for seed in range(12):
        rows = a_register(seed, YEAR)
        first = before(QUARTER, seed)
        held = held_against(suppressed_tables(rows, YEAR), [first])
        tried += 1
        withheld += not held.is_told
        if held.is_told:
            told = tuple(each.published for each in held.tables)
            assert recovered_together(told, first.tables) == ()
    assert 0 < withheld <= tried


def test_a_report_that_has_no_tables_cannot_be_told_to_print_them(home: Path) -> None:
    file = home / "reports/2025-04-01_2026-03-31/scrutiny-report/report.toml"
    ask_for_tables(file)
    request = ReportRequest(period=YEAR, today=TODAY, to=home / "made", format=Format.WORD)
    with pytest.raises(MissingFactsError) as stopped:
        produce_report(home, report("scrutiny-report"), request)
    assert [problem.path for problem in stopped.value.problems] == ["tells_children"]


def test_recorded_tables_are_those_of_the_reader() -> None:
    tables = suppressed_tables(a_register(2, YEAR), YEAR)
    for each, table in zip(recorded(tables), tables.tables, strict=True):
        assert each["key"] == table.key
        told = each["told"]
        assert isinstance(told, list)
        assert len(told) == len(table.published.told)
