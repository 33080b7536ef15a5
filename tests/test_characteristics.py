"""The tables by characteristics: what they count, and that nothing hidden in them is found out."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from tests.cases import a_case, a_partnership
from tests.registers import a_child, a_register, a_row

from lscp_docs.model.ethnicity import EthnicGroup, group_of
from lscp_docs.model.vocabulary import Disability, LegalStatus, Sex
from lscp_docs.register import characteristics
from lscp_docs.register.auditor import recovered_together
from lscp_docs.register.characteristics import (
    NOT_DECIDED,
    NOT_NOTIFY,
    NOTIFY,
    OVERLAPS,
    TABLES,
    UNSAFE,
    ReportTables,
    suppressed_tables,
)
from lscp_docs.register.columns import COLUMNS, value
from lscp_docs.register.cross_table import TOTAL, CrossTable
from lscp_docs.register.period import Period, PeriodKind, between, period_of
from lscp_docs.register.rows import RegisterRow, row_of

D = dt.date
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
HALF = between(YEAR.first, D(2024, 9, 30))
DAY = D(2024, 6, 5)


def counted(key: str, *rows: RegisterRow, period: Period = YEAR) -> CrossTable:
    (kind,) = [each for each in TABLES if each.key == key]
    return kind.counted(rows, period)


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("WBRI", EthnicGroup.WHITE),
        (" mwba ", EthnicGroup.MIXED),
        ("CHNE", EthnicGroup.ASIAN),
        ("BAFR", EthnicGroup.BLACK),
        ("OOTH", EthnicGroup.OTHER),
        ("REFU", EthnicGroup.NOT_KNOWN),
        ("White, probably", EthnicGroup.NOT_KNOWN),
        ("", EthnicGroup.NOT_KNOWN),
        (None, EthnicGroup.NOT_KNOWN),
    ],
)
def test_a_code_belongs_to_its_broad_group(code: str | None, group: EthnicGroup) -> None:
    assert group_of(code) is group


def a_told_row(**child: object) -> RegisterRow:
    children = [{"id": "C1", "age_if_date_of_birth_unknown": 4, "pseudonym": "Wren", **child}]
    return row_of(a_case(children=children), a_partnership())


def test_a_row_takes_the_group_from_the_code_and_never_from_words() -> None:
    (child,) = a_told_row(ethnicity="Black Ghanaian", ethnicity_code="BAFR").children
    assert child.ethnic_group is EthnicGroup.BLACK
    (child,) = a_told_row(ethnicity="Black Ghanaian", disability="disabled").children
    assert child.ethnic_group is EthnicGroup.NOT_KNOWN
    assert child.disability is Disability.DISABLED
    assert "Ghanaian" not in repr(child)


def test_no_column_of_the_register_tells_ethnicity_or_disability() -> None:
    told = a_told_row(ethnicity_code="BAFR", disability="disabled", disability_details="Deaf.")
    plain = a_told_row()
    for column in COLUMNS:
        shown = [value(column, each, pseudonymised=False) for each in (told, plain)]
        assert shown[0] == shown[1]


def test_children_are_counted_and_not_cases() -> None:
    girl, boy = a_child(1), a_child(2, sex=Sex.MALE, age_band="under 1")
    table = counted(
        "children_by_age_and_sex", a_row("A-1", DAY, girl, boy), a_row("A-2", DAY, girl)
    )
    assert table[TOTAL, TOTAL] == 3
    assert (table["3 to 5", "female"], table["under 1", "male"]) == (2, 1)


def test_sex_not_recorded_and_not_known_are_one_label() -> None:
    children = (a_child(1, sex=None), a_child(2, sex=Sex.NOT_KNOWN))
    table = counted("children_by_age_and_sex", a_row("A-1", DAY, *children))
    assert table.columns == ("female", "male", "not known")
    assert table["3 to 5", "not known"] == 2


def test_the_decision_is_that_of_the_end_of_the_period() -> None:
    key, child = "children_by_disability_and_decision", a_child()
    rows = (
        a_row("A-1", DAY, child),
        a_row("A-2", DAY, child, notify=False),
        a_row("A-3", DAY, child, notify=None),
    )
    table = counted(key, *rows)
    assert [table[TOTAL, each] for each in (NOTIFY, NOT_NOTIFY, NOT_DECIDED)] == [1, 1, 1]
    half = between(YEAR.first, DAY)
    late = a_row("A-4", DAY, child)
    decision = dataclasses.replace(late.decision, decided_on=D(2024, 7, 1))
    decided_later = dataclasses.replace(late, decision=decision)
    assert counted(key, decided_later, period=half)[TOTAL, NOT_DECIDED] == 1
    assert counted(key, decided_later)[TOTAL, NOTIFY] == 1
    assert counted(key, *rows, period=YEAR.previous())[TOTAL, TOTAL] == 0


def test_the_totals_by_decision_are_headlines_and_no_other_total_is() -> None:
    rows = [a_row(f"A-{n}", DAY, a_child(), notify=n != 1) for n in range(3)]
    tables = {each.key: each for each in suppressed_tables(rows, YEAR).tables}
    told = tables["children_by_legal_status_and_decision"].published
    assert [told.told[TOTAL, each] for each in (NOTIFY, NOT_NOTIFY, NOT_DECIDED)] == [2, 1, 0]
    assert told.told[LegalStatus.NONE.words, TOTAL] is None


def test_every_table_says_what_it_counts() -> None:
    assert len({each.key for each in TABLES}) == len(TABLES) == 4
    for each in TABLES:
        assert each.definition.endswith(".")
        assert "the review group considered" in each.definition


def test_nothing_hidden_is_found_out_in_any_generated_register() -> None:
    """A thousand registers are tried by benchmarks/tables.py; these are the first of them."""
    hidden = 0
    for seed in range(70):
        rows = a_register(seed, YEAR)
        tables = [each.published for each in suppressed_tables(rows, YEAR).tables]
        assert recovered_together(tables) == (), seed
        hidden += sum(told is None for each in tables for told in each.told.values())
        for table in tables:
            for cell, told in table.told.items():
                assert told is None or told == 0 or told >= 5 or table.margins.is_headline(cell)
    assert hidden > 1000


def test_nothing_hidden_is_found_out_with_the_tables_of_half_a_year() -> None:
    for seed in range(4):
        rows = a_register(seed, YEAR)
        half = suppressed_tables(rows, HALF)
        year = suppressed_tables(rows, YEAR, earlier=[half])
        now, before = ([each.published for each in made.tables] for made in (year, half))
        assert recovered_together(now, before) == ()


def withheld(made: ReportTables) -> set[str]:
    return {each.withheld_because for each in made.tables}


def test_tables_that_overlap_an_earlier_period_are_not_published() -> None:
    rows = a_register(1, YEAR)
    quarter = suppressed_tables(rows, period_of(PeriodKind.QUARTER, D(2024, 8, 1)))
    assert quarter.is_told
    year = suppressed_tables(rows, YEAR, earlier=[quarter])
    assert withheld(year) == {OVERLAPS}
    assert not year.is_told
    assert all(each.published.told == {} for each in year.tables)
    calendar = period_of(PeriodKind.CALENDAR_YEAR, D(2024, 6, 1))
    assert suppressed_tables(rows, calendar, earlier=[year, suppressed_tables(rows, HALF)]).tables
    assert withheld(suppressed_tables(rows, calendar, earlier=[year])) == {""}


def test_tables_of_another_year_change_nothing() -> None:
    rows = a_register(1, YEAR)
    before = suppressed_tables(rows, YEAR.previous())
    assert suppressed_tables(rows, YEAR, earlier=[before]) == suppressed_tables(rows, YEAR)


def test_the_same_report_again_is_the_same_report() -> None:
    rows = a_register(3, YEAR)
    first = suppressed_tables(rows, YEAR)
    assert suppressed_tables(rows, YEAR, earlier=[first]) == first


def test_a_withheld_table_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(tables: list[CrossTable], **_: object) -> list[object]:
        return [characteristics.withheld(each) for each in tables]

    monkeypatch.setattr(characteristics, "suppressed_together", none)
    assert withheld(suppressed_tables([], YEAR)) == {UNSAFE}
